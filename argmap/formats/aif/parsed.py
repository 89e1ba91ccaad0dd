"""The objects in a text of AIF JSON, and where they and the parts of a map stand."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from argmap.diagnostics import Diagnostic, Span
from argmap.formats.aif.graph import Node, as_reasons
from argmap.formats.located import Findings, Node as Located, inner
from argmap.formats.scanner import Builder, Scanner, decode

_DEEPEST: Final = 48
"""Two levels less than data holds: a node is kept inside a list, inside data."""

_LISTS: Final = ("nodes", "edges")


def _as_it_is(value: object) -> object:
    if type(value) is not dict:
        raise TypeError(value)
    return value


_BUILDERS: Final[dict[str, Builder]] = dict.fromkeys((*_LISTS, "locutions"), _as_it_is)


@attrs.frozen(eq=False, slots=False)
class Locations:
    """Where the nodes and edges of a text stand, found when somebody asks.

    The last nodes may be `made` in the place of edges, counted from 0. `items` are
    those of a text that had to be walked already.
    """

    text: str
    items: dict[str, Located] | None = None
    made: tuple[int, ...] = ()

    @cached_property
    def _located(self) -> dict[str, list[Located]]:
        # a walk takes as long as all the rest of reading, and few ask for spans
        items = self.items
        if items is None:
            items = _items_of(Scanner(self.text, Findings(), _BUILDERS).scan())
        return {
            name: [
                each
                for each in around.items or ()
                if isinstance(each, Located) and isinstance(each.value, dict)
            ]
            for name, around in items.items()
            if name in _LISTS
        }

    @property
    def node_spans(self) -> list[Span]:
        """The span of each node, or of the edge that it is made in the place of."""
        edges = self._located.get("edges", [])
        nodes = [*self._located.get("nodes", ()), *(edges[each] for each in self.made)]
        return [Span(each.start, each.end) for each in nodes]

    def value_span(self, name: str, index: int, key: str) -> Span:
        """Return where the value under a key of a node or an edge stands.

        Where there is no such key it is the bracket of the object.
        """
        start = self._located[name][index].start
        items = Scanner(self.text, Findings()).scan_at(start).items
        if isinstance(items, dict) and key in items:
            return items[key].span
        return Span(start, start + 1)


@attrs.frozen(eq=False)
class Parsed:
    """A document as it stands in a text, and what is wrong with it as such.

    `members` is what stands under its keys; of nodes and edges only objects are taken.
    If it `is_broken`, some of it may be missing.
    """

    locations: Locations
    members: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...] = ()
    is_broken: bool = False

    @classmethod
    def parse_strict(cls, text: str) -> "Parsed":
        """Parse a text that is right in every way; raises ValueError."""
        members = decode(text, _DEEPEST)
        if isinstance(members, dict) and all(
            isinstance(members.get(name), list)
            and {dict}.issuperset(map(type, members[name]))
            for name in _LISTS
        ):
            return cls(Locations(text), members)
        raise ValueError(text)

    @classmethod
    def parse_tolerant(cls, text: str) -> "Parsed":
        """Parse any text."""
        found = Findings()
        scanner = Scanner(text, found, deepest=_DEEPEST)
        top = scanner.scan()
        items = _items_of(top)
        members = {name: each.value for name, each in items.items()}
        if top and isinstance(top.items, dict):
            for name in _LISTS:
                path = inner("$", name)
                if name in items:
                    members[name] = _objects(items[name], path, found)
                elif not scanner.is_broken:
                    message = f"{path} is missing"
                    found.add("missing-key", message, top.span)
        elif top and not top.faulty:
            found.add_unwanted("an object with nodes and edges", top, "$")
        locations = Locations(text, items)
        return cls(locations, members, tuple(found), scanner.is_broken)

    def with_edges_as_reasons(self) -> "Parsed":
        """Return the document with an inference in the place of each edge of claims."""
        nodes, edges, made = as_reasons(self.nodes, self.edges)
        members = {**self.members, "nodes": nodes, "edges": edges}
        locations = attrs.evolve(self.locations, made=made)
        return attrs.evolve(self, locations=locations, members=members)

    @property
    def nodes(self) -> list[Node]:
        """The nodes, as they stand."""
        nodes: list[Node] = self.members.get("nodes", [])
        return nodes

    @property
    def edges(self) -> list[Node]:
        """The edges, as they stand."""
        edges: list[Node] = self.members.get("edges", [])
        return edges


def _items_of(top: Located | None) -> dict[str, Located]:
    """Return what stands under the keys of a document, if it has some."""
    return top.items if top and isinstance(top.items, dict) else {}


def _objects(around: Located, path: str, found: Findings) -> list[Any]:
    """Return the objects in a list; report what is none."""
    if not isinstance(around.items, list):
        if not around.faulty:
            found.add_unwanted("a list", around, path)
        return []
    for index, each in enumerate(around.items):
        if not (isinstance(each.value, dict) or each.faulty):
            found.add_unwanted("an object", each, inner(path, index))
    return [each.value for each in around.items if isinstance(each.value, dict)]


@attrs.frozen(eq=False, slots=False)
class PartSpans(Mapping[str, Span]):
    """The span of the node that each part is, by the ids of parts.

    `node_ids` are those of the nodes in their turn, `parts` leads from these to the
    ids of parts, `others` from some to those of the other parts that they are.
    """

    locations: Locations
    node_ids: list[str]
    parts: dict[str, str]
    others: dict[str, list[str]]

    @cached_property
    def _spans(self) -> dict[str, Span]:
        spans = zip(self.node_ids, self.locations.node_spans, strict=True)
        return {
            part: span
            for name, span in spans
            if name in self.parts
            for part in (self.parts[name], *self.others.get(name, ()))
        }

    def __getitem__(self, part_id: str) -> Span:
        """Return where a part stands; KeyError if there is none with this id."""
        return self._spans[part_id]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of parts, in the order of the nodes."""
        return iter(self._spans)

    def __len__(self) -> int:
        """Count the parts."""
        return len(self._spans)
