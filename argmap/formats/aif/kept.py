"""What is kept of a document beside the map that was read from it.

It is the document as it stands but for the nodes that are parts. Such a node is a list:
the ids of the parts it is, and then an object with what they do not say.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from argmap.formats.aif.graph import STEPS, Node, objects
from argmap.model import Data

KEY: Final = "aif"
"""The key in the data of a map under which the document is kept."""


def left_over(parts: Sequence[str], node: Node) -> list[object]:
    """Return what is kept of a node that is a part, or several."""
    rest = dict(node)
    if rest["nodeID"] == parts[0]:
        del rest["nodeID"]
    if rest["type"] not in STEPS:
        del rest["type"]
        if rest["text"]:
            del rest["text"]
    return [*parts, rest]


@attrs.frozen(eq=False)
class Kept:
    """What is kept, as far as it has the shape that reading gives it.

    `nodes` are those that are no parts, each with no ids, and what is kept of those
    that are. `document` has everything else too, in its order.
    """

    document: dict[str, Any]
    nodes: list[tuple[tuple[str, ...], Node]]
    edges: list[Node]

    @classmethod
    def of(cls, data: Data) -> "Kept":
        """Take it from the data of a map."""
        kept = data.get(KEY)
        if not isinstance(kept, Data):
            return cls({"nodes": [], "edges": [], "locutions": []}, [], [])
        nodes, edges = _nodes(kept.get("nodes")), objects(kept.get("edges"))
        return cls(dict(kept.items()), list(nodes), list(edges))


def _nodes(nodes: Any) -> Iterator[tuple[tuple[str, ...], Node]]:
    for each in nodes if isinstance(nodes, tuple) else ():
        if isinstance(each, Data):
            yield (), each
        elif isinstance(each, tuple) and each and isinstance(each[-1], Data):
            yield tuple(part for part in each[:-1] if isinstance(part, str)), each[-1]
