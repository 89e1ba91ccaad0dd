"""Circles in a directed graph, without recursion."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.evaluation.components import components, shortest_loop

Graph = Mapping[str, Sequence[str]]


def cycles(graph: Graph) -> Iterator[list[str]]:
    """Yield one shortest loop for every knot of nodes that reach each other.

    The graph leads from each node to those after it. A loop begins with the node
    of its knot that comes first in the graph; knots come in that order too.
    Loops of a node to itself are left out.

    >>> list(cycles({"a": ["b"], "b": ["c", "a"], "c": ["b"], "d": ["a", "d"]}))
    [['a', 'b']]
    """
    place = {node: at for at, node in enumerate(graph)}
    knots = [
        (min(knot, key=place.__getitem__), frozenset(knot))
        for knot in components(graph, graph.__getitem__)
        if len(knot) > 1
    ]
    for first, knot in sorted(knots, key=lambda pair: place[pair[0]]):
        yield _loop(graph, first, knot)


def _loop(graph: Graph, first: str, knot: frozenset[str]) -> list[str]:
    """Return the shortest way from a node back to it, within its knot."""
    return shortest_loop(
        first,
        lambda node: [
            after for after in graph[node] if after in knot and after != node
        ],
    )
