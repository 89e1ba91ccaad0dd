"""Steps are found in the edges between nodes."""

from hypothesis import example, given

from argmap.formats.aif.graph import Graph, StepGraph, new_edges
from argmap.model import Inference
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
    """An edge that leads nowhere dangles; others make steps of what there is.

    Premises are claims and ends are claims or steps; whatever is finished leads, in the
    end, to a claim or in a circle of steps.
    """
    graph = Graph.of(value["nodes"], value["edges"])
    found = StepGraph(graph)

    for index, (start, end) in enumerate(graph.ends):
        is_dangling = start not in graph.types or end not in graph.types
        assert (index in found.dangling) is is_dangling
    for step, premises in found.premises.items():
        assert all((each, step) in graph.ends for each in premises)
        assert all(graph.types[each] == "I" for each in premises)
    for step, ends in found.ends.items():
        assert ends.keys() - {step}
        assert step not in ends
        assert step not in found.groundless
        for end in ends:
            assert (step, end) in graph.ends
            assert graph.types[end] == "I" or end in found.ends


def test_new_ids_are_free() -> None:
    """Numbers that are taken, as text or as such, are left out."""
    (edge,) = new_edges(
        [{"edgeID": 1}, {"edgeID": "2"}, {"edgeID": None}], [("a", "b")]
    )

    assert (edge["edgeID"], edge["fromID"], edge["toID"]) == ("3", "a", "b")
