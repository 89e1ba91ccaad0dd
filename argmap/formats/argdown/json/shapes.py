"""What is read of Argdown JSON: which keys there are, and what stands under them.

Keys that follow from others, or are for drawing, are known but not read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from argmap.formats.argdown.elements import RelationKind, Role
from argmap.formats.scanner import Node

STATEMENT: Final = "equivalence-class"
ARGUMENT: Final = "argument"
INFERENCE: Final = "inference"
"""The types of what a relation leads to."""

RANGES: Final[dict[str, tuple[str | None, int]]] = {
    "bold": (None, 0),
    "italic": (None, 0),
    "link": ("url", 1),
    "tag": ("tag", 2),
    "statement-mention": ("title", 4),
    "argument-mention": ("title", 4),
}
"""By the type of a range, the key that it has besides, and how short it can be."""

_DEEPEST_DATA: Final = 64
_LARGEST: Final = 2**31
_LARGEST_LEVEL: Final = 1000


@attrs.frozen
class Kind:
    """A kind of value: what is `wanted`, in words; some are read node by node."""

    wanted: str
    accepts: Callable[[Node], bool]
    is_walked: bool = False


@attrs.frozen
class Shape:
    """An object with these keys, and those without which it says nothing."""

    kinds: Mapping[str, Kind]
    required: tuple[str, ...] = ()

    def is_in(self, fields: Mapping[str, object]) -> bool:
        """Tell whether all is there that is required."""
        return all(key in fields for key in self.required)


def _is_whole(node: Node) -> bool:
    return type(node.value) is int and abs(node.value) < _LARGEST


def _is_list_of_texts(node: Node) -> bool:
    return isinstance(node.items, list) and all(
        isinstance(each.value, str) for each in node.items
    )


def _is_data(node: Node) -> bool:
    """Tell whether this is an object, and no deeper than data in Argdown."""
    if not isinstance(node.items, dict):
        return False
    level, depth = [node], 0
    while level and depth < _DEEPEST_DATA:
        level = [inside for each in level for inside in _holders_in(each)]
        depth += 1
    return not level


def _holders_in(node: Node) -> Iterator[Node]:
    items = node.items.values() if isinstance(node.items, dict) else node.items
    return (each for each in items or () if each.items is not None)


def _one_of(words: Iterable[str]) -> Kind:
    allowed = [str(each) for each in words]
    return Kind(
        f"one of {', '.join(allowed)}",
        lambda node: isinstance(node.value, str) and node.value in allowed,
    )


_TEXT: Final = Kind("text", lambda node: isinstance(node.value, str))
_FLAG: Final = Kind("true or false", lambda node: isinstance(node.value, bool))
_WHOLE: Final = Kind(f"a whole number below {_LARGEST}", _is_whole)
_LEVEL: Final = Kind(
    f"a whole number from 1 to {_LARGEST_LEVEL}",
    lambda node: type(node.value) is int and 0 < node.value <= _LARGEST_LEVEL,
)
_TEXTS: Final = Kind("a list of texts", _is_list_of_texts)
_DATA: Final = Kind(f"an object of at most {_DEEPEST_DATA} levels", _is_data)
_LIST: Final = Kind("a list", lambda node: isinstance(node.items, list), is_walked=True)
OBJECT: Final = Kind(
    "an object", lambda node: isinstance(node.items, dict), is_walked=True
)

DOCUMENT: Final = Shape(
    {
        "arguments": OBJECT,
        "statements": OBJECT,
        "relations": _LIST,
        "sections": _LIST,
        "tags": OBJECT,
        "frontMatter": _DATA,
    },
    ("arguments", "statements", "relations"),
)
ELEMENT: Final = Shape(
    {
        "title": _TEXT,
        "members": _LIST,
        "pcs": _LIST,
        "tags": _TEXTS,
        "data": _DATA,
        "section": _TEXT,
    },
    ("members",),
)
OCCURRENCE: Final = Shape(
    {
        "role": _one_of(Role),
        "title": _TEXT,
        "text": _TEXT,
        "ranges": _LIST,
        "tags": _TEXTS,
        "data": _DATA,
        "section": _TEXT,
        "isReference": _FLAG,
        "isTopLevel": _FLAG,
        "argumentTitle": _TEXT,
        "inference": OBJECT,
    },
    ("title",),
)
INFERENCE_LINE: Final = Shape(
    {
        "inferenceRules": _TEXTS,
        "data": _DATA,
        "argumentTitle": _TEXT,
        "conclusionIndex": _WHOLE,
    }
)
SECTION: Final = Shape(
    {
        "id": _TEXT,
        "level": _LEVEL,
        "title": _TEXT,
        "children": _LIST,
        "tags": _TEXTS,
        "ranges": _LIST,
        "data": _DATA,
    },
    ("id", "level", "title"),
)
RANGE: Final = Shape(
    {
        "type": _one_of(RANGES),
        "start": _WHOLE,
        "stop": _WHOLE,
        "url": _TEXT,
        "tag": _TEXT,
        "title": _TEXT,
    },
    ("type", "start", "stop"),
)
RELATION: Final = Shape(
    {
        "relationType": _one_of(RelationKind),
        "from": _TEXT,
        "fromType": _one_of((STATEMENT, ARGUMENT)),
        "to": _TEXT,
        "toType": _one_of((STATEMENT, ARGUMENT, INFERENCE)),
        "conclusionIndex": _WHOLE,
    },
    ("relationType", "from", "fromType", "to", "toType"),
)
TAG: Final = Shape({"occurrenceIndex": _WHOLE})

_DERIVED = """
    type relations tag parent isGroup isClosed pcs
    isUsedAsPremise isUsedAsIntermediaryConclusion isUsedAsMainConclusion
    isUsedAsTopLevelStatement isUsedAsRelationStatement
"""
_PLACES = "startLine startColumn startOffset endLine endColumn endOffset"
_LOOKS = "map color fontColor priority cssClass"
UNREAD: Final = frozenset(f"{_DERIVED} {_PLACES} {_LOOKS}".split())
"""The keys that are known but not read."""
