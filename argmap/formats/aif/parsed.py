"""The objects in a text of AIF JSON, and where each stands."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from argmap.diagnostics import Diagnostic, Span
from argmap.formats.scanner import Builder, Node, Scanner, fault, inner, unwanted

_DEEPEST: Final = 48
"""Two levels less than data holds: a node is kept inside a list, inside data."""


def _object(value: object) -> object:
    if type(value) is not dict:
        raise TypeError(value)
    return value


QUICKLY: Final[dict[str, Builder]] = dict.fromkeys(
    ("nodes", "edges", "locutions", "participants"), _object
)
"""Builders for lists of objects that are taken as they are, whatever is in them."""


@attrs.frozen
class Objects:
    """The objects in a list, and for each its place in the text."""

    values: list[dict[str, Any]]
    places: list[Node]


class Parsed:
    """A document as it stands in a text, and what is wrong with it as such.

    `members` is what stands under its keys. If it `is_broken`, some may be missing.
    """

    def __init__(self, text: str, builders: dict[str, Builder]) -> None:
        """Parse a text."""
        self._text = text
        self.diagnostics: list[Diagnostic] = []
        scanner = Scanner(text, self.diagnostics, builders, deepest=_DEEPEST)
        top = scanner.scan()
        self.is_broken: bool = scanner.is_broken
        self.members: dict[str, Node] = {}
        if top is not None and isinstance(top.items, dict):
            self.members = top.items
            self.diagnostics += () if self.is_broken else _missing(top)
        elif top is not None and not top.faulty:
            self.diagnostics.append(unwanted("an object with nodes", top, "$"))
        self.nodes: Objects = self._objects("nodes")
        self.edges: Objects = self._objects("edges")

    def _objects(self, name: str) -> Objects:
        found = Objects([], [])
        around = self.members.get(name)
        path = inner("$", name)
        if around is None:
            return found
        if not isinstance(around.items, list):
            self._refuse("a list", around, path)
            return found
        for index, each in enumerate(around.items):
            if isinstance(each.value, dict):
                found.values.append(each.value)
                found.places.append(each)
            else:
                self._refuse("an object", each, inner(path, index))
        return found

    def _refuse(self, wanted: str, node: Node, path: str) -> None:
        if not node.faulty:
            self.diagnostics.append(unwanted(wanted, node, path))

    def span_of(self, place: Node, key: str) -> Span:
        """Return where the value under a key of an object stands, or its bracket."""
        items = place.items
        if place.is_built:
            items = Scanner(self._text, []).scan_at(place.start).items
        if isinstance(items, dict) and key in items:
            return items[key].span
        return Span(place.start, place.start + 1)


def _missing(top: Node) -> Iterator[Diagnostic]:
    for name in ("nodes", "edges"):
        if name not in (top.items or ()):
            yield fault("missing-key", f"{inner('$', name)} is missing", top.span)
