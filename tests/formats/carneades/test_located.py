"""Values of a graph, and what is found where something else is wanted."""

import pytest

from argmap.formats.carneades.graph import Graph
from argmap.formats.carneades.located import Located
from argmap.formats.yaml import parse


def located(text: str) -> Located:
    """Return the whole of a text."""
    top = parse(text)
    assert top is not None
    return Located.of_graph(top, Graph(text))


def test_nothing_is_empty_and_no_finding() -> None:
    """What is not there can be asked for anything inside it."""
    value = located("a: \nb: [x]\n")

    for each in (value["a"], value["c"], value["a"]["deep"]):
        assert not each
        assert each.items == {}
        assert each.members == []
        assert each.word() is None
        assert each.real_number() is None
    assert value["a"]["deep"].path == "$.a.deep"
    assert value.graph.findings == []


def test_words_are_as_they_are_written() -> None:
    """A number and a date are words too; one word stands for a list of it."""
    value = located("a: 0x10\nb: 2016\nc: 1e3\nd: [1, two]\n")

    assert [value[key].word() for key in "abc"] == ["0x10", "2016", "1e3"]
    assert [value[key].real_number() for key in "abc"] == [16, 2016, 1000]
    assert [each.word() for each in value["d"].members] == ["1", "two"]
    assert [each.path for each in value["d"].members] == ["$.d[0]", "$.d[1]"]
    assert [each.word() for each in value["b"].members] == ["2016"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda value: value["list"].items, "$.list must be an object, not a list"),
        (
            lambda value: value["object"].members,
            "$.object must be a list, not an object",
        ),
        (lambda value: value["list"].word(), "$.list must be text, not a list"),
        (
            lambda value: value["word"].real_number(),
            '$.word must be a number, not "so"',
        ),
        (lambda value: value["yes"].real_number(), "$.yes must be a number, not true"),
        (
            lambda value: value["word"].choice({"one": 1, "two": 2}),
            '$.word must be one of one, two, not "so"',
        ),
    ],
)
def test_what_is_not_what_is_wanted(ask: object, message: str) -> None:
    """It is a finding at its place."""
    value = located("list: [x]\nobject: {x: 1}\nword: so\nyes: true\n")

    assert callable(ask)
    assert not ask(value)
    (finding,) = value.graph.findings
    assert finding.message == message
    assert finding.span is not None
    key = message[2:].split(maxsplit=1)[0]
    assert value.graph.text[: finding.span.start].endswith(f"{key}: ")


def test_choices_go_by_their_words_in_any_case() -> None:
    """What a word means is returned."""
    assert located("a: TWO")["a"].choice({"one": 1, "two": 2}) == 2


def test_what_no_part_has_is_data() -> None:
    """What stands under `meta` is data of the part, all else below `carneades`."""
    value = located("text: A\nmeta: {page: 3, carneades: 1}\nparameters: [x]\ntxt: B\n")

    assert value.data({"text"}, {"parameters"}) == {
        "page": 3,
        "carneades": {"parameters": ["x"], "txt": "B", "meta": {"carneades": 1}},
    }
    (finding,) = value.graph.findings
    assert (finding.code, finding.help) == ("unknown-key", "did you mean 'text'?")
