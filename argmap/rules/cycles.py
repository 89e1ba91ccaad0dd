"""Circles in a directed graph, without recursion.

Strongly connected components after Tarjan (1972), in linear time, with the call
stack written out.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]


def cycles(graph: Graph) -> Iterator[list[str]]:
    """Yield one shortest loop for every knot of nodes that reach each other.

    The graph leads from each node to those after it. A loop begins with the node
    of its knot that comes first in the graph; knots come in that order too.
    Loops of a node to itself are passed over.

    >>> list(cycles({"a": ["b"], "b": ["c", "a"], "c": ["b"], "d": ["a", "d"]}))
    [['a', 'b']]
    """
    place = {node: at for at, node in enumerate(graph)}
    knots = [
        (min(knot, key=place.__getitem__), knot)
        for knot in _components(graph)
        if len(knot) > 1
    ]
    for first, knot in sorted(knots, key=lambda pair: place[pair[0]]):
        yield _loop(graph, first, knot)


def _loop(graph: Graph, first: str, knot: set[str]) -> list[str]:
    """Return the shortest way from a node back to it, within its knot."""
    came_from: dict[str, str] = {}
    rim = deque([first])
    while first not in came_from:
        node = rim.popleft()
        for after in graph[node]:
            if after in knot and after != node and after not in came_from:
                came_from[after] = node
                rim.append(after)
    loop = [came_from[first]]
    while loop[-1] != first:
        loop.append(came_from[loop[-1]])
    return loop[::-1]


def _components(graph: Graph) -> Iterator[set[str]]:
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_nodes: list[str] = []
    closed: set[str] = set()
    for root in graph:
        path = [(root, iter(graph[root]))] if root not in number else []
        while path:
            node, following = path[-1]
            if node not in number:
                number[node] = lowest[node] = len(number)
                open_nodes.append(node)
            after = next(following, None)
            if after is None:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    knot = set(_popped(open_nodes, node))
                    closed |= knot
                    yield knot
            elif after not in number:
                path.append((after, iter(graph[after])))
            elif after not in closed:
                lowest[node] = min(lowest[node], number[after])


def _popped(nodes: list[str], last: str) -> Iterator[str]:
    """Take nodes off the end, down to and with the last one."""
    node = None
    while node != last:
        node = nodes.pop()
        yield node
