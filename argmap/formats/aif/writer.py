"""Writer of AIF JSON.

The document that the map was read from is written as it stands, as far as the map
still says it; what is new in the map comes behind it.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias

from argmap.formats.aif.graph import (
    JOINED,
    PAIRED,
    TYPES,
    AnyPart,
    Node,
    key,
    new_edges,
)
from argmap.formats.aif.locutions import write_speech
from argmap.formats.aif.passthrough import Passthrough
from argmap.formats.aif.plan import planned_nodes
from argmap.formats.aif.scheme_names import DEFAULT_NAMES, scheme_name, scheme_of
from argmap.formats.ids import Ids
from argmap.model import Argument, ArgumentMap, Claim, Preference, Rephrase

_Pair: TypeAlias = tuple[str, str]

# inside a text a quotation mark is escaped; this one could end a text, if not for
# what follows
_BETWEEN_OBJECTS: Final = re.compile(r'\}, \{"(?![,:\]}])')
_SCHEME: Final = ("text", "scheme", "schemeID")


def write(argument_map: ArgumentMap) -> str:
    """Write a map as AIF JSON, a node or an edge a line.

    >>> print(write(ArgumentMap([Claim("a", "Rents rose.")])), end="")
    {
      "nodes": [
        {"nodeID": "a", "text": "Rents rose.", "type": "I"}
      ],
      "edges": [],
      "locutions": []
    }
    """
    members = (
        f"  {encoded(name)}: {_in_lines(value)}"
        for name, value in document_of(argument_map).items()
    )
    return "{\n" + ",\n".join(members) + "\n}\n"


def _in_lines(value: object) -> str:
    """Encode a value; if it is a list, every object in it begins a line."""
    line = encoded(value)
    if not isinstance(value, list | tuple) or not value:
        return line
    lines = _BETWEEN_OBJECTS.sub('},\n    {"', line[1:-1])
    return f"[\n    {lines}\n  ]"


encoded: Final = json.JSONEncoder(ensure_ascii=False).encode
"""Return a value, with frozen data in it or not, as JSON in a line."""


def document_of(argument_map: ArgumentMap) -> dict[str, Any]:
    """Return the document that a map is written as."""
    return _Writing(argument_map).document()


class _Writing:
    """A document on its way, with the node that each part of the map is."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._stored = Passthrough.of(argument_map.data)
        self._planned = planned_nodes(argument_map)
        self._nodes: list[Node] = []
        self._node_ids: dict[str, Any] = {}  # by the ids of parts
        self._types: dict[str, str] = {}  # by the ids of nodes that are parts
        self._gone: set[str] = set()

    def document(self) -> dict[str, Any]:
        """Return all of it."""
        self._place_stored()
        self._place_new()
        document = dict(self._stored.document)
        document["nodes"] = self._nodes
        document["edges"] = self._edges()
        if self._gone:
            for name in document.keys() & {"nodes", "locutions"}:
                document[name] = self._without_gone(document[name])
        parts = {
            self._node_ids[part_id]: each.part
            for part_id, each in self._planned.items()
        }
        write_speech(document, parts, self._ids)
        return document

    @cached_property
    def _ids(self) -> Ids:
        """The ids that nodes have, or that edges have for nodes that are not there."""
        named = [node.get("nodeID", *parts[:1]) for parts, node in self._stored.nodes]
        for each in self._stored.edges:
            named += each.get("fromID"), each.get("toID")
        return Ids(map(key, named))

    def _place_stored(self) -> None:
        """Write the nodes that there were, but for parts that there are no more."""
        for part_ids, node in self._stored.nodes:
            if not part_ids:
                self._nodes.append(node)
                continue
            node_id = node.get("nodeID", part_ids[0])
            is_free = key(node_id) and key(node_id) not in self._types
            parts = self._parts_in(part_ids, node) if is_free else []
            if parts:
                self._place(parts, node_id, node)
            else:
                self._gone.add(key(node_id))
        self._gone -= self._types.keys()

    def _parts_in(self, part_ids: Iterable[str], node: Node) -> list[AnyPart]:
        """Return the parts that a node still is; they differ in their ends only."""
        found = [
            each
            for part_id in part_ids
            if (each := self._planned.get(part_id))
            and part_id not in self._node_ids
            and TYPES[type(each.part)] == node.get("type", "I")
        ]
        return [each.part for each in found if each.core == found[0].core]

    def _place_new(self) -> None:
        """Write the parts that there were not."""
        for part_id, each in self._planned.items():
            if part_id not in self._node_ids:
                self._place([each.part], self._ids.take(part_id), {})

    def _place(self, parts: Sequence[AnyPart], node_id: Any, rest: Node) -> None:
        for each in parts:
            self._node_ids[each.id] = node_id
        self._types[key(node_id)] = TYPES[type(parts[0])]
        self._nodes.append(_node(parts[0], node_id, rest))

    def _edges(self) -> list[Node]:
        """Return the edges that there were, as far as they hold, and new ones."""
        wanted = self._wanted()
        edges: list[Node] = []
        said: set[_Pair] = set()
        for each in self._stored.edges:
            pair = key(each.get("fromID")), key(each.get("toID"))
            joined = self._types.get(pair[0]), self._types.get(pair[1])
            is_ours = joined in JOINED and pair[0] != pair[1]
            if pair in wanted or not (is_ours or self._gone.intersection(pair)):
                said.add(pair)
                edges.append(each)
        new = [ends for pair, ends in wanted.items() if pair not in said]
        return [*edges, *new_edges(edges, new)]

    def _wanted(self) -> dict[_Pair, tuple[Any, Any]]:
        """Return what links want joined: the ids of two nodes, as text and as such."""
        found: dict[_Pair, tuple[Any, Any]] = {}
        ids = self._node_ids
        for part_id, each in self._planned.items():
            joined = [(start, part_id) for start in each.starts]
            joined += [(part_id, each.end)] if each.end else []
            for start, end in ((ids[start], ids[end]) for start, end in joined):
                if key(start) != key(end):
                    found[key(start), key(end)] = start, end
        return found

    def _without_gone(self, values: Any) -> Any:
        """Leave out of a list what else is said of parts that there are no more."""
        if not isinstance(values, list | tuple):
            return values
        return [
            each
            for each in values
            if not isinstance(each, Mapping)
            or key(each.get("nodeID")) not in self._gone
        ]


def _node(part: AnyPart, node_id: Any, rest: Node) -> dict[str, Any]:
    """Return the node of a part, with what is known of it besides."""
    kind = TYPES[type(part)]
    if isinstance(part, Claim | Argument):
        text = part.text or rest.get("text", part.title or part.id)
        return {"nodeID": node_id, "text": text, "type": kind} | _but(rest, ("text",))
    scheme = None if isinstance(part, Rephrase | Preference) else part.scheme
    if rest and (kind in PAIRED or scheme_of(rest) == scheme):
        return {"nodeID": node_id, **rest}
    name = scheme_name(scheme) if scheme else DEFAULT_NAMES[kind]
    node = {"nodeID": node_id, "text": name, "type": kind, "scheme": name}
    return node | _but(rest, _SCHEME)


def _but(rest: Node, names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in rest.items() if name not in names}
