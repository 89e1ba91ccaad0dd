"""Laws of the front matter: what the body cannot say, and no more."""

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Severity
from argmap.formats import loads, read
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.writing import (
    completed,
    draft,
    losses,
    with_front_matter,
    write,
)
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    Section,
    Source,
)
from tests.strategies import argument_maps


@given(argument_maps())
def test_what_the_body_says_is_not_said_again(argument_map: ArgumentMap) -> None:
    """Where reading gives the map already, the front matter is only the map's own."""
    front, body = draft(argument_map)

    bare = attrs.evolve(argument_map, thesis=None)
    assert completed(front, bare, bare) == front
    assert with_front_matter({}, body) == f"{body}\n"
    bodies = [body, draft(argument_map, is_ordered=True)[1]]
    assert write(argument_map).endswith(tuple(f"{each}\n" for each in bodies))


@given(st.data())
def test_the_order_of_lines_is_the_order_of_steps(data: st.DataObject) -> None:
    """Steps between named claims need no front matter, whatever their order."""
    claims = [Claim(each, f"{each}.", title=each.upper()) for each in "abcde"]
    pairs = [(one, other) for one in claims for other in claims if one is not other]
    drawn = st.lists(st.sampled_from(pairs), max_size=8, unique=True)
    joined = data.draw(drawn)
    count = data.draw(st.integers(0, len(joined)))
    argument_map = ArgumentMap(
        claims,
        [Inference([one], conclusion=other) for one, other in joined[:count]],
        counterpoints=[
            Counterpoint([one], target=other) for one, other in joined[count:]
        ],
    )

    text = write(argument_map)
    assert not text.startswith("===")
    assert loads(text, "argdown") == argument_map


def test_a_framework_is_written_in_its_order() -> None:
    """A cycle of claims without a text is said line by line, in its order."""
    claims = [Claim(each, title=each.upper()) for each in "abc"]
    attacks = [Counterpoint([one], target=each) for one, each in ("ab", "bc", "ca")]
    text = write(ArgumentMap(claims, counterpoints=attacks))
    assert text == "[A]\n  -> [B]\n    -> [C]\n      -> [A]\n"


def test_a_map_of_nothing_claims_nothing() -> None:
    """An empty map is a text all the same, which gives the map back."""
    text = write(ArgumentMap())

    assert "Nothing is claimed." in text
    assert loads(text, "argdown") == ArgumentMap()


def test_the_front_matter_of_a_map() -> None:
    """Title and data stand as others write them, sources and names under `argmap`."""
    argument_map = ArgumentMap(
        [Claim("a", "A.")],
        sources=[Source("gazette", "Gazette")],
        title="Rents",
        data={"author": "Ann"},
    )

    assert write(argument_map) == (
        "===\ntitle: Rents\nauthor: Ann\nargmap:\n  names: ids\n"
        "  sources:\n    gazette: {title: Gazette}\n===\n\n[a]: A.\n"
    )


def test_titles_stay_where_a_claim_has_none() -> None:
    """One claim without a title changes no other line; what must be named is listed."""
    cap, relief = Claim("cap", "Cap rents.", title="Cap"), Claim("new", "Costs stop.")
    reason = Inference([relief], conclusion=cap)
    argument_map = ArgumentMap([cap, relief], [reason])
    assert write(argument_map) == "[Cap]: Cap rents.\n  + Costs stop. {id: new}\n"
    assert loads(write(argument_map), "argdown") == argument_map

    against = Contradiction(["cap", "new"])
    argument_map = argument_map.with_parts(against)
    assert "\n  names: [new]\n" in write(argument_map)
    assert loads(write(argument_map), "argdown") == argument_map


def test_a_title_with_brackets_is_written_where_it_is_defined() -> None:
    """Where something refers to it, its id is its name, and settings have the title."""
    rule, case = Claim("rule", "It holds.", title="Rule [2]"), Claim("c", title="Case")
    argument_map = ArgumentMap([rule])
    assert write(argument_map) == "[Rule [2]]: It holds. {id: rule}\n"
    argument_map = ArgumentMap.of(rule, case, Inference(["rule"], conclusion="c"))
    assert loads(write(argument_map), "argdown") == argument_map


def test_an_undercut_of_a_premise_stands_below_it() -> None:
    """A claim without a title is struck where it stands, below other inferences too."""
    text = "(1) a\n----\n(2) b\n\n<B>\n\n(1) c\n  _ <Under>\n----\n(2) d\n"
    argument_map = loads(text, "argdown")
    assert write(argument_map) == text


@given(argument_maps())
def test_what_only_the_front_matter_says_is_named(argument_map: ArgumentMap) -> None:
    """Without the front matter a part is missing only if there is a finding."""
    text = write(argument_map)
    _, elements = read_elements(text)
    own = elements.settings_of("argmap")
    kept = {key: own[key] for key in ("names", "sources") if key in own}
    front = {**elements.own_settings, "argmap": kept}
    body = text[elements.front_matter_span.end :].strip("\n")
    got = loads(with_front_matter(front, body), "argdown")
    missing = [each.id for each in argument_map.parts if each.id not in got]
    found = losses(argument_map)
    assert {each.code for each in found} == ({"no-line"} if missing else set())
    assert all(each.severity is Severity.INFO for each in found)


_SAID_TWICE = {"argdown": {"texts": ["They rose."]}}


@pytest.mark.parametrize(
    "argument_map",
    [
        ArgumentMap(
            [Claim("b", title="B"), Claim("untitled-1", "(1) Rose.", data=_SAID_TWICE)],
            counterpoints=[Counterpoint(["untitled-1"], target="b")],
        ),
        ArgumentMap(
            [Claim("b", "B.", title="B")],
            arguments=[Argument("untitled-argument-1", data={"by": "Ann"})],
        ),
        ArgumentMap(
            [Claim("cap", "Cap.", title="Rule [2]"), Claim("b", "B.", title="B")],
            [Inference(["b"], conclusion="cap", strength=2, data={"by": "Ann"})],
            sections=[Section("s", "S", members=["x"])],
            arguments=[Argument("x", "X", steps=["b-so-cap"])],
        ),
        ArgumentMap(
            [Claim(each, f"{each}.", title=each) for each in "abc"],
            [
                Inference(["a"], conclusion="b", id="one", strength=2),
                Inference(["c", "x"], conclusion="b", id="two"),
            ],
            arguments=[Argument("x", "X"), Argument("y", "Y", steps=["one"])],
            preferences=[Preference("one", over="two")],
        ),
    ],
    ids=["texts", "empty argument", "reference", "preference"],
)
def test_what_is_written_has_no_findings(argument_map: ArgumentMap) -> None:
    """A text refers to nothing that it does not define, and is read as its map."""
    document = read(write(argument_map), "argdown")

    assert document.diagnostics == ()
    assert document.argument_map == argument_map


def test_a_map_that_names_another_syntax_is_written_in_plain_argdown() -> None:
    """What its data says is kept, and is not how its text is read."""
    data = {"parser": {"syntax": "argdown+"}}
    against = Counterpoint(["b"], target="a")
    claims = [Claim(each, f"{each}.", title=each.upper()) for each in "ab"]
    argument_map = ArgumentMap(claims, counterpoints=[against], data=data)

    assert loads(write(argument_map), "argdown") == argument_map
