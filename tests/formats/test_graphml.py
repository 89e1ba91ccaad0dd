"""GraphML has the nodes and edges of the graph of a map, and says what it has not."""

import io
import json

import networkx as nx
from hypothesis import given

from argmap import to_networkx
from argmap.formats import dumps, format_for
from argmap.model import (
    ArgumentMap,
    Claim,
    Inference,
    Premise,
    Quotation,
    Section,
    Source,
)
from tests.strategies import argument_maps


@given(argument_map=argument_maps())
def test_the_graph_is_that_of_networkx(argument_map: ArgumentMap) -> None:
    """What networkx reads has the same nodes, edges and kinds, whatever the map."""
    text = dumps(argument_map, "graphml")
    expected = to_networkx(argument_map)
    graph = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)

    assert sorted(graph.nodes(data="kind")) == sorted(expected.nodes(data="kind"))
    assert sorted(graph.edges(data="kind")) == sorted(expected.edges(data="kind"))
    assert text == dumps(argument_map, "graphml")


def test_fields_are_values_or_json() -> None:
    """Texts and numbers are what they are, lists and data are JSON."""
    claim = Claim("a", "<A> & B", credence=0.5, tags=["x"], data={"n": [1]})
    text = dumps(ArgumentMap([claim]), "graphml")
    graph = nx.read_graphml(io.BytesIO(text.encode()))
    node = graph.nodes["a"]

    assert (node["text"], node["credence"]) == ("<A> & B", 0.5)
    assert json.loads(node["tags"]) == ["x"]
    assert json.loads(node["data"]) == {"n": [1]}


def test_what_a_graph_does_not_say_is_a_loss() -> None:
    """Sources, quotations, sections and control characters are reported, once each."""
    source = Source("s", "S")
    argument_map = ArgumentMap(
        [
            Claim("a", "A\x01", quotations=[Quotation("A", source=source)]),
            Claim("b", "B"),
        ],
        [Inference([Premise("a", attributed=True)], "b", id="i")],
        sections=[Section("t", "T", members=["a"])],
        sources=[source],
    )
    losses = [each.message for each in format_for("graphml").losses(argument_map)]

    assert losses == [
        "GraphML cannot hold 1 source ('s')",
        "GraphML cannot hold 'quotations' of 1 claim ('a')",
        "GraphML cannot hold 'premises' of 1 inference ('i')",
        "GraphML cannot hold 1 section ('t')",
        "GraphML cannot hold control characters of 1 part",
    ]
    assert not format_for("graphml").losses(ArgumentMap([Claim("b", "B")]))
