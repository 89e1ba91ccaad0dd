"""Steps are found in the edges between nodes."""

from hypothesis import example, given

from argmap.formats.aif.graph import PAIRED, Graph, LinkGraph, new_edges
from argmap.model import Inference, Preference, Rephrase
from tests.formats.aif.documents import Document, documents
from tests.formats.aif.nodes import (
    document,
    node,
    read_document,
    told,
)


def test_a_step_to_each_conclusion() -> None:
    """A node with several conclusions is as many steps; the first is struck."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "I"), node("3", "I"), node("4-2", "I")),
            *(node("4", "RA", "Bias"), node("5", "CA", "CA")),
            ends="1>4 4>2 4>3 5>4",
        )
    )

    assert told(found) == ['several-conclusions at "4"']
    assert found.argument_map.inferences == (
        Inference(["1"], "2", id="4", scheme="bias"),
        Inference(["1"], "3", id="4-3", scheme="bias"),
    )
    assert found.argument_map.counterpoints[0].target == "4"
    assert found.spans["4"] == found.spans["4-3"]


def test_circles() -> None:
    """Claims and steps may go round in circles."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "RA", "RA"), node("3", "CA", "CA")),
            node("4", "CA", "CA"),
            ends="1>2 2>1 3>4 4>3",
        )
    )

    assert found.diagnostics == ()
    assert found.argument_map.inferences == (Inference(["1"], "1", id="2"),)
    assert [each.target for each in found.argument_map.counterpoints] == ["4", "3"]


@given(documents())
@example(document(node("1", "RA"), ends="1>1"))
def test_edges_are_sorted(value: Document) -> None:
    """An edge that leads nowhere dangles; others make links of what there is.

    Links lead from claims and to claims or steps, only preferences from steps too;
    whatever is finished leads, in the end, to a claim or in a circle of steps.
    """
    graph = Graph.of(value["nodes"], value["edges"])
    found = LinkGraph(graph)

    for index, (start, end) in enumerate(graph.ends):
        is_dangling = start not in graph.types or end not in graph.types
        assert (index in graph.roles["dangling"]) is is_dangling
    for link, starts in found.starts.items():
        assert all((each, link) in graph.ends for each in starts)
        assert all(
            graph.types[each] == "I" or graph.types[link] == "PA" for each in starts
        )
    for link, ends in found.ends.items():
        assert ends.keys() - {link}
        assert link not in found.groundless
        if graph.types[link] in PAIRED:
            assert 1 in {len(ends), len(found.starts[link])}
            assert len(found.pairs[link]) == len(ends) * len(found.starts[link])
        for end in ends:
            assert (link, end) in graph.ends
            assert graph.types[end] == "I" or end in found.ends


def test_rephrases_and_preferences() -> None:
    """They are one part for each pair; steps can be preferred, rephrases cannot."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "I"), node("3", "I"), node("4", "RA")),
            *(node("5", "MA"), node("6", "PA"), node("7", "PA")),
            ends="1>4 4>2 1>5 2>5 5>3 4>6 6>3 6>1 5>7 7>1",
        )
    )

    argument_map = found.argument_map
    assert argument_map.rephrases == (
        Rephrase("1", original="3", id="5"),
        Rephrase("2", original="3", id="5-2"),
    )
    assert argument_map.preferences == (
        Preference("4", over="3", id="6"),
        Preference("4", over="1", id="6-2"),
    )
    assert told(found) == [
        *('several-conclusions at "5"', 'several-conclusions at "6"'),
        *('unfinished-step at "7"', 'misplaced-edge at "7"'),
    ]


def test_several_with_several() -> None:
    """What joins several with several does not say which with which; it is kept."""
    found = read_document(
        document(
            *(node(each, "I") for each in "1234"),
            node("5", "MA"),
            ends="1>5 2>5 5>3 5>4",
        )
    )

    assert told(found) == ['unfinished-step at "5"']
    assert found.argument_map.rephrases == ()


def test_preference_of_what_is_no_part() -> None:
    """A step that is no part of the map is not preferred; what else is, is."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "I"), node("3", "RA")),
            *(node("4", "PA"), node("5", "PA")),
            ends="3>4 1>4 4>2 3>5 5>2",
        )
    )

    assert [each.id for each in found.argument_map.preferences] == ["4"]
    assert told(found) == ['unfinished-step at "3"', 'unfinished-step at "5"']


def test_new_ids_are_free() -> None:
    """Numbers that are taken, as text or as such, are left out."""
    (edge,) = new_edges(
        [{"edgeID": 1}, {"edgeID": "2"}, {"edgeID": None}], [("a", "b")]
    )

    assert (edge["edgeID"], edge["fromID"], edge["toID"]) == ("3", "a", "b")
