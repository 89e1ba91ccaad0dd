"""Lists of nodes and edges are those whose items look like them."""

import pytest

from argmap.formats import read
from argmap.formats.declared import Declaration
from argmap.formats.declared.lists import (
    GuessError,
    is_bare,
    lists_of_edges,
    lists_of_nodes,
)
from argmap.formats.declared.notations import parsed
from argmap.formats.declared.paths import lists_in, written
from argmap.formats.located import Findings, Node


def tree(text: str) -> Node:
    root = parsed(text, Findings())
    assert root is not None
    return root


def nodes(text: str) -> list[str]:
    lists = lists_in(tree(text))
    edges = [*lists_of_edges(lists)]
    return [*map(written, lists_of_nodes(lists, edges, edges))]


def test_nodes_are_best_beside_their_edges() -> None:
    """Texts elsewhere in the file are not claims of this graph."""
    graph = '"nodes": [{"id": 1, "text": "A."}], "links": [{"from": 1, "to": 1}]'
    assert nodes(f'{{"log": [{{"text": "Run."}}], "graph": {{{graph}}}}}') == [
        "graph.nodes[*]"
    ]


def test_nodes_can_stand_among_edges() -> None:
    """Where some in a list have no ends, that is also the list of nodes."""
    mixed = '[{"id": "a", "text": "A."}, {"id": "e", "source": "a", "target": "a"}]'
    assert nodes(mixed) == ["[*]"]


def test_lists_with_texts_under_different_keys_are_not_chosen_from() -> None:
    """Nobody can know which are the claims; the error names the lists."""
    with pytest.raises(GuessError) as caught:
        nodes('{"claims": [{"text": "A."}], "nodes": [{"body": "B."}]}')
    assert "--nodes 'claims[*]'" in caught.value.help


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"claims": ["a", "b"], "edges": [{"source": 1, "target": 0}]', "1>0"),
        ('"claims": ["a", "b"], "edges": [{"from": "b", "to": "a"}]', "b>a"),
        ('"nodes": {"p": "a", "q": "b"}, "edges": [{"from": "q", "to": "p"}]', "q>p"),
        (
            (
                '"nodes": [{"name": "a"}, {"name": "b"}],'
                ' "links": [{"source": 1, "target": 0}]'
            ),
            "1>0",
        ),
        (
            (
                '"nodes": {"p": {"label": "a"}, "q": {"label": "b"}},'
                ' "edges": [{"from": "q", "to": "p"}]'
            ),
            "q>p",
        ),
    ],
)
def test_bare_texts_and_names_are_nodes_beside_edges(text: str, expected: str) -> None:
    """Claims that are texts, or only have names, are named by place, key or text."""
    document = read(f"{{{text}}}", Declaration(relations={"": "support"}))
    (step,) = document.argument_map.inferences
    assert f"{step.premises[0].claim}>{step.end}" == expected
    assert [each.text for each in document.argument_map.claims] == ["a", "b"]


def test_a_graph_without_anything_is_bare() -> None:
    """Empty lists of nodes are no file that nobody can read."""
    assert is_bare(tree('{"nodes": [], "edges": [], "version": 2}'))
    assert not is_bare(tree('{"nodes": [{}]}'))
    assert not is_bare(tree('{"version": 2}'))
