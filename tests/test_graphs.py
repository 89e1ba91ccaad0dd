"""Maps as graphs of networkx."""

import networkx as nx
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Section,
    to_networkx,
)
from argmap.model.parts import Link
from argmap.model.references import named
from tests.strategies import argument_maps


def _other_links(argument_map: ArgumentMap) -> list[Link]:
    """Return the links that are no steps."""
    steps = (Inference, Counterpoint)
    return [each for each in argument_map.links if not isinstance(each, steps)]


@given(argument_maps())
def test_nothing_is_missing(argument_map: ArgumentMap) -> None:
    """Every part but sections is a node with its fields, every reference an edge."""
    graph = to_networkx(argument_map)

    parts = [each for each in argument_map.parts if not isinstance(each, Section)]
    assert list(graph) == [each.id for each in parts]
    for part in parts:
        node = graph.nodes[part.id]
        section = argument_map.section_of(part)
        assert node["kind"] == type(part).__name__.lower()
        assert node["data"] == part.data
        assert node["section"] == (section.id if section else None)
    for claim in argument_map.claims:
        node = graph.nodes[claim.id]
        assert (node["text"], node["title"]) == (claim.text, claim.title)
        assert node["speaker"] == claim.speaker
    found: list[tuple[str, str, str]] = sorted(graph.edges(data="kind"))
    premises = [
        (premise.claim, step.id, "premise")
        for step in argument_map.steps
        for premise in step.premises
    ]
    ends = [
        (each.id, each.end, "conclusion" if isinstance(each, Inference) else "target")
        for each in argument_map.steps
    ]
    steps = [
        (step, each.id, "step")
        for each in argument_map.arguments
        for step in set(each.steps)
    ]
    others = [
        (each.id, other, type(each).__name__.lower())
        for each in _other_links(argument_map)
        for other in named(each)
    ]
    assert found == sorted(premises + ends + steps + others)
    for name in ("title", "author", "thesis"):
        assert graph.graph[name] == getattr(argument_map, name)


@given(argument_maps())
def test_ancestors_are_those_of_networkx(argument_map: ArgumentMap) -> None:
    """Where no argument is reconstructed, the map leads where its graph does."""
    argument_map = argument_map.without(*argument_map.arguments)
    argument_map = argument_map.without(*_other_links(argument_map))
    graph = to_networkx(argument_map)

    for part in graph:
        above = {each.id for each in argument_map.descendants(part)}
        assert above == nx.descendants(graph, part)
        below = {each.id for each in argument_map.ancestors(part)}
        assert below == nx.ancestors(graph, part)


def test_contradictions_have_their_own_kind() -> None:
    """A node says that it is a contradiction, and of which kind that is."""
    either = Contradiction(["a", "b"], kind="contrary", id="either")

    graph = to_networkx(ArgumentMap.of(Claim("a"), Claim("b"), either))

    node = graph.nodes["either"]
    assert (node["kind"], node["contradiction_kind"]) == ("contradiction", "contrary")
