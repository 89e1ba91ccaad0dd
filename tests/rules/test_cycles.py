"""Circles in graphs."""

from collections.abc import Mapping

from hypothesis import given, strategies as st

from argmap.rules.cycles import cycles

_NODES = "abcdef"
_GRAPHS = st.fixed_dictionaries(
    {node: st.lists(st.sampled_from(_NODES), max_size=3) for node in _NODES}
)


def _distance(graph: Mapping[str, list[str]], start: str, end: str) -> int | None:
    """Count the steps of the shortest way that is no loop of a node to itself."""
    rim, steps = {start}, 0
    while steps <= len(graph):
        steps += 1
        rim = {after for node in rim for after in graph[node] if after != node}
        if end in rim:
            return steps
    return None


@given(_GRAPHS)
def test_cycles(graph: dict[str, list[str]]) -> None:
    """There is a shortest loop for every set of nodes that reach each other."""
    found = list(cycles(graph))

    knots = {
        frozenset(
            {
                other
                for other in _NODES
                if _distance(graph, node, other) and _distance(graph, other, node)
            }
        )
        for node in _NODES
        if _distance(graph, node, node)
    }
    assert len(found) == len(knots)
    order = list(graph)
    assert [order.index(loop[0]) for loop in found] == sorted(
        min(map(order.index, knot)) for knot in knots
    )
    for loop in found:
        assert len(loop) == _distance(graph, loop[0], loop[0])
        assert all(
            b in graph[a] for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)
        )
