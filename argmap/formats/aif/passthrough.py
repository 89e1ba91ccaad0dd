"""Passthrough: the document that a map was read from, in the data of the map.

It is the document as it stands but for two things. A node that is a part is a list: the
ids of the parts it is, and then an object with what they do not say. An edge like any
other is a line, `7: 1 -> 3`: its own id, and those of the nodes that it joins.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from argmap.formats.aif.graph import LINKS, Node
from argmap.model import ArgumentMap, Data

KEY: Final = "aif"
"""The key in the data of a map under which the document is kept."""

_BLANKS: Final = 3
_KEYS: Final = 4


def unmapped_fields(parts: Sequence[str], node: Node) -> list[object]:
    """Return the ids of the parts that a node is, and what these do not say."""
    rest = dict(node)
    if rest["nodeID"] == parts[0]:
        del rest["nodeID"]
    if rest["type"] not in LINKS:
        del rest["type"]
        if rest["text"]:
            del rest["text"]
    return [*parts, rest]


def shortened(edge: Node) -> object:
    """Return an edge as it is kept: a line, if its ids have no blanks in them.

    >>> shortened({"edgeID": "7", "fromID": "1", "toID": "3", "formEdgeID": None})
    '7: 1 -> 3'
    """
    edge_id, start, end = edge.get("edgeID"), edge.get("fromID"), edge.get("toID")
    if (
        type(edge_id) is type(start) is type(end) is str
        and len(edge) == _KEYS
        and edge.get("formEdgeID", "") is None
    ):
        line = f"{edge_id}: {start} -> {end}"
        if line.count(" ") == _BLANKS:
            return line
    return edge


def _edges(stored: Any) -> Iterator[dict[str, Any]]:
    for each in stored if isinstance(stored, tuple) else ():
        if isinstance(each, Data):
            yield dict(each.items())
        elif isinstance(each, str) and each.count(" ") == _BLANKS:
            edge_id, start, _, end = each.split(" ")
            yield {
                "edgeID": edge_id[:-1],
                "fromID": start,
                "toID": end,
                "formEdgeID": None,
            }


def _nodes(stored: Any) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    for each in stored if isinstance(stored, tuple) else ():
        if isinstance(each, Data):
            yield (), dict(each.items())
        elif isinstance(each, tuple) and each and isinstance(each[-1], Data):
            yield each[:-1], dict(each[-1].items())


@attrs.frozen(eq=False)
class Passthrough:
    """The document, as far as it has the shape that reading gives it.

    `nodes` are those that are no parts, each with no ids, and what is kept of those
    that are. `document` has everything else too, in its order.
    """

    document: dict[str, Any]
    nodes: list[tuple[tuple[Any, ...], dict[str, Any]]]
    edges: list[dict[str, Any]]

    @classmethod
    def of(cls, data: Data) -> "Passthrough":
        """Take it from the data of a map."""
        stored = data.get(KEY)
        if not isinstance(stored, Data):
            return cls({"nodes": [], "edges": [], "locutions": []}, [], [])
        document = dict(stored.items())
        nodes, edges = document.get("nodes"), document.get("edges")
        return cls(document, list(_nodes(nodes)), list(_edges(edges)))


def without(argument_map: ArgumentMap, key: str = KEY) -> ArgumentMap:
    """Return a map without what passes through it under a key."""
    data = {name: each for name, each in argument_map.data.items() if name != key}
    return attrs.evolve(argument_map, data=data)
