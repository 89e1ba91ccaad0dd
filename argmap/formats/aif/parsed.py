"""The objects in a text of AIF JSON."""

from typing import Any, Final

import attrs

from argmap.diagnostics import Diagnostic
from argmap.formats.aif.graph import Node
from argmap.formats.scanner import (
    Node as Place,
    Scanner,
    decode,
    fault,
    inner,
    unwanted,
)

DEEPEST: Final = 48
"""Two levels less than data holds: a node is kept inside a list, inside data."""

LISTS: Final = ("nodes", "edges")


@attrs.frozen(eq=False)
class Parsed:
    """A document as it stands in a text, and what is wrong with it as such.

    `members` is what stands under its keys; of nodes and edges only objects are taken.
    If it `is_broken`, some of it may be missing.
    """

    text: str
    members: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...] = ()
    is_broken: bool = False

    @classmethod
    def quickly(cls, text: str) -> "Parsed":
        """Parse a text that is right in every way; raises ValueError."""
        members = decode(text)
        if isinstance(members, dict) and all(
            isinstance(members.get(name), list)
            and all(type(each) is dict for each in members[name])
            for name in LISTS
        ):
            return cls(text, members)
        raise ValueError(text)

    @classmethod
    def patiently(cls, text: str) -> "Parsed":
        """Parse any text."""
        found: list[Diagnostic] = []
        scanner = Scanner(text, found, deepest=DEEPEST)
        top = scanner.scan()
        items = items_of(top)
        members = {name: each.value for name, each in items.items()}
        if top and isinstance(top.items, dict):
            for name in LISTS:
                path = inner("$", name)
                if name in items:
                    members[name] = _objects(items[name], path, found)
                elif not scanner.is_broken:
                    message = f"{path} is missing"
                    found.append(fault("missing-key", message, top.span))
        elif top and not top.faulty:
            found.append(unwanted("an object with nodes and edges", top, "$"))
        return cls(text, members, tuple(found), scanner.is_broken)

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


def items_of(top: Place | None) -> dict[str, Place]:
    """Return what stands under the keys of a document, if it has some."""
    return top.items if top and isinstance(top.items, dict) else {}


def _objects(around: Place, path: str, found: list[Diagnostic]) -> list[Any]:
    """Return the objects in a list; report what is none."""
    if not isinstance(around.items, list):
        if not around.faulty:
            found.append(unwanted("a list", around, path))
        return []
    for index, each in enumerate(around.items):
        if not (isinstance(each.value, dict) or each.faulty):
            found.append(unwanted("an object", each, inner(path, index)))
    return [each.value for each in around.items if isinstance(each.value, dict)]
