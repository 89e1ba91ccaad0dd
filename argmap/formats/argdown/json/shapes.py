"""Shapes of what is read in Argdown JSON: its keys, and what stands under them.

Keys that follow from others, or are for drawing, are known but not read.
"""

from collections.abc import Iterator
from typing import Any, Final

from argmap.formats.argdown.elements import RelationKind, Role
from argmap.formats.argdown.kinds import TEXTS, Shape
from argmap.model.kinds import FLAG, TEXT, Scalar, one_of

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


def _is_shallow(value: dict[str, Any]) -> bool:
    """Return whether an object is no deeper than data in Argdown."""
    level: list[dict[str, Any] | list[Any]] = [value]
    for _ in range(_DEEPEST_DATA):
        level = [inside for each in level for inside in _holders_in(each)]
    return not level


def _holders_in(holder: dict[str, Any] | list[Any]) -> Iterator[Any]:
    items = holder.values() if isinstance(holder, dict) else holder
    return (each for each in items if isinstance(each, dict | list))


_WHOLE: Final = Scalar(
    f"a whole number below {_LARGEST}",
    (int,),
    {},
    lambda value: abs(value) < _LARGEST,
)
_LEVEL: Final = Scalar(
    f"a whole number from 1 to {_LARGEST_LEVEL}",
    (int,),
    {},
    lambda value: 0 < value <= _LARGEST_LEVEL,
)
_DATA: Final = Scalar(
    f"an object of at most {_DEEPEST_DATA} levels", (dict,), {}, _is_shallow
)
_LIST: Final = Scalar("a list", (list,), {}, lambda _: True)
_OBJECT: Final = Scalar("an object", (dict,), {}, lambda _: True)
WALKED: Final = (_LIST, _OBJECT)
"""The kinds of what is read node by node."""

DOCUMENT: Final = Shape(
    {
        "arguments": _OBJECT,
        "statements": _OBJECT,
        "relations": _LIST,
        "sections": _LIST,
        "tags": _OBJECT,
        "frontMatter": _DATA,
    },
    ("arguments", "statements", "relations"),
)
ELEMENT: Final = Shape(
    {
        "title": TEXT,
        "members": _LIST,
        "pcs": _LIST,
        "tags": TEXTS,
        "data": _DATA,
        "section": TEXT,
    },
    ("members",),
)
OCCURRENCE: Final = Shape(
    {
        "role": one_of(Role),
        "title": TEXT,
        "text": TEXT,
        "ranges": _LIST,
        "tags": TEXTS,
        "data": _DATA,
        "section": TEXT,
        "isReference": FLAG,
        "isTopLevel": FLAG,
        "argumentTitle": TEXT,
        "inference": _OBJECT,
    },
    ("title",),
)
INFERENCE_LINE: Final = Shape(
    {
        "inferenceRules": TEXTS,
        "data": _DATA,
        "argumentTitle": TEXT,
        "conclusionIndex": _WHOLE,
    }
)
SECTION: Final = Shape(
    {
        "id": TEXT,
        "level": _LEVEL,
        "title": TEXT,
        "children": _LIST,
        "tags": TEXTS,
        "ranges": _LIST,
        "data": _DATA,
    },
    ("id", "level", "title"),
)
RANGE: Final = Shape(
    {
        "type": one_of(RANGES),
        "start": _WHOLE,
        "stop": _WHOLE,
        "url": TEXT,
        "tag": TEXT,
        "title": TEXT,
    },
    ("type", "start", "stop"),
)
RELATION: Final = Shape(
    {
        "relationType": one_of(RelationKind),
        "from": TEXT,
        "fromType": one_of((STATEMENT, ARGUMENT)),
        "to": TEXT,
        "toType": one_of((STATEMENT, ARGUMENT, INFERENCE)),
        "conclusionIndex": _WHOLE,
        "data": _DATA,
    },
    ("relationType", "from", "fromType", "to", "toType"),
)
TAG: Final = Shape({"occurrenceIndex": _WHOLE})

_DERIVED = """
    type relations tag parent isGroup isClosed pcs
    isUsedAsPremise isUsedAsIntermediaryConclusion isUsedAsMainConclusion
    isUsedAsTopLevelStatement isUsedAsRelationStatement
"""
_POSITIONS = "startLine startColumn startOffset endLine endColumn endOffset"
_LOOKS = "map color fontColor priority cssClass"
UNREAD: Final = frozenset(f"{_DERIVED} {_POSITIONS} {_LOOKS}".split())
"""The keys that are known but not read."""
