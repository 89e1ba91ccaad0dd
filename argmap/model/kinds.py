"""Kinds of value that the fields of parts hold.

The kind of a field is in its metadata: it validates the field, and by it formats read,
write and publish the field. A validator raises ValueError, which says what is wanted,
then what came.
"""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import attrs

from argmap.model.values import DEEPEST_DATA, encoding_fault, frozen_data
from argmap.suggestions import with_likely

if TYPE_CHECKING:
    Attribute: TypeAlias = attrs.Attribute[Any]
Validator: TypeAlias = "Callable[[Any, Attribute, Any], None]"

FORMER_NAMES: Final = {"refuted": "defeated"}
"""Former names of choices, with the present ones; both are read."""


class Choice(StrEnum):
    """A member given by a word; another word is answered with those there are."""

    @classmethod
    def _missing_(cls, value: object) -> Self:
        name = FORMER_NAMES.get(str(value), "")
        if name in cls._value2member_map_:
            return cls(name)
        msg = f"{cls.__name__} must be one of {', '.join(cls)}, not {value!r}"
        raise ValueError(with_likely(msg, str(value), cls))


def _converted(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept what a converter has made."""


class _Kind:
    """Called with what a field is for, a kind gives the metadata of the field."""

    __slots__ = ()

    def __call__(
        self, description: str, *, to: tuple[str, ...] = (), since: int = 1
    ) -> dict[str, Any]:
        """Return metadata, which formats follow.

        `to` are the kinds of part that the ids in the field lead to, `since` is the
        version of the JSON format that has it.
        """
        return {"kind": self, "description": description, "to": to, "since": since}


@attrs.frozen(eq=False)
class Scalar(_Kind):
    """One value that stands for itself.

    `wanted` says in words what is right, `types` are those a decoder of JSON gives
    for it, `schema` is its JSON Schema, `code` that of a finding. Some converters
    leave nothing to `validate`.
    """

    wanted: str
    types: tuple[type, ...]
    schema: Mapping[str, Any]
    accepts: Callable[[Any], bool]
    code: str = "bad-value"
    validate: Validator = _converted

    def fits(self, value: object) -> bool:
        """Return whether it is right, for a value as a decoder of JSON gives it."""
        return type(value) in self.types and self.accepts(value)


@attrs.frozen(eq=False)
class Nested(_Kind):
    """A value of one of our classes.

    Where `is_short`, a format may give its first field alone.
    """

    make: type[Any]
    is_short: bool = False

    def validate(self, _: object, attribute: "Attribute", value: Any) -> None:
        """Accept a value of the class."""
        if not isinstance(value, self.make):
            msg = f"{attribute.name} must hold {self.make.__name__}, not {value!r}"
            raise ValueError(msg)


@attrs.frozen(eq=False)
class ListOf(_Kind):
    """Values of one kind, at least so many of them; `wanted` says so in words."""

    item: Scalar | Nested
    least: int = 0
    are_different: bool = False
    wanted: str = ""

    def validate(self, instance: object, attribute: "Attribute", value: Any) -> None:
        """Accept a tuple of what is of the kind."""
        for each in value:
            self.item.validate(instance, attribute, each)
        if not self.least:
            return
        if len(value) < self.least or (
            self.are_different and len(set(value)) < len(value)
        ):
            came = f", not {value!r}" if value else ""
            msg = f"{attribute.name} must hold {self.wanted}{came}"
            raise ValueError(msg)


@attrs.frozen(eq=False)
class Maybe(_Kind):
    """None, or a value of a kind; None is not written."""

    kind: Scalar | Nested

    def validate(self, instance: object, attribute: "Attribute", value: Any) -> None:
        """Accept None besides what the kind accepts."""
        if value is not None:
            self.kind.validate(instance, attribute, value)


Kind: TypeAlias = Scalar | Nested | ListOf | Maybe


def item_of(kind: Kind) -> Scalar | Nested:
    """Return the kind of the values in a field, be it a list, optional, or one."""
    match kind:
        case Maybe():
            return kind.kind
        case ListOf():
            return kind.item
        case _:
            return kind


def validated(_: type[Any], fields: "list[Attribute]") -> "list[Attribute]":
    """Return the fields of a class, each with its kind as its validator."""
    return [
        each.evolve(validator=each.validator or kind_of(each).validate)
        for each in fields
    ]


def kind_of(attribute: "Attribute") -> Kind:
    """Return the kind of a field; every field of a part has one."""
    kind: Kind = attribute.metadata["kind"]
    return kind


_NO_FIELD: Any = attrs.fields(Maybe).kind
_ID = re.compile(r"\w[\w.-]*")
_NOT_IN_IDS = r"\s\x00-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f"


def is_id(value: object) -> bool:
    """Return whether it is letters, digits, `_`, `-` and `.`, in any script."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def identifier(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept what is an id."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        msg = f"{attribute.name} must look like 'rent-control', not {value!r}"
        raise ValueError(msg)


def text(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept any string that can be encoded, an empty one too."""
    if not isinstance(value, str):
        msg = f"{attribute.name} must be text, not {value!r}"
        raise ValueError(msg)
    if not value.isascii() and (fault := encoding_fault(value)):
        msg = f"{attribute.name} {fault}"
        raise ValueError(msg)


def word(instance: object, attribute: "Attribute", value: Any) -> None:
    """Accept text that is not blank."""
    text(instance, attribute, value)
    if not value.strip():
        msg = f"{attribute.name} must not be blank"
        raise ValueError(msg)


def flag(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept True and False."""
    if not isinstance(value, bool):
        msg = f"{attribute.name} must be True or False, not {value!r}"
        raise ValueError(msg)


def _is_finite(value: Any) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    # an integer may be too large to be compared with fractions
    return -sys.float_info.max <= value <= sys.float_info.max


def strength(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept positive finite numbers."""
    if not _is_finite(value) or value <= 0:
        msg = f"{attribute.name} must be a positive number, not {value!r}"
        raise ValueError(msg)


def probability(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept numbers from 0 to 1."""
    if not _is_finite(value) or not 0 <= value <= 1:
        msg = f"{attribute.name} must be a number from 0 to 1, not {value!r}"
        raise ValueError(msg)


def position(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept integers from 0 on."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        msg = f"{attribute.name} must be a count of code points, not {value!r}"
        raise ValueError(msg)


def _scalar(
    validate: Validator,
    wanted: str,
    types: tuple[type, ...],
    schema: Mapping[str, Any],
    code: str = "bad-value",
) -> Scalar:
    def accepts(value: Any) -> bool:
        try:
            validate(None, _NO_FIELD, value)
        except ValueError:
            return False
        return True

    return Scalar(wanted, types, schema, accepts, code, validate)


IDENTIFIER: Final = _scalar(
    identifier,
    "an id such as 'rent-control'",
    (str,),
    {"type": "string", "pattern": rf"^[^{_NOT_IN_IDS}.-][^{_NOT_IN_IDS}]*$"},
    "bad-id",
)
TEXT: Final = _scalar(text, "text", (str,), {"type": "string"})
WORD: Final = _scalar(
    word, "text that is not blank", (str,), {"type": "string", "pattern": r"[\S\ufeff]"}
)
FLAG: Final = _scalar(flag, "true or false", (bool,), {"type": "boolean"})
STRENGTH: Final = _scalar(
    strength,
    "a positive number",
    (int, float),
    {"type": "number", "exclusiveMinimum": 0},
)
PROBABILITY: Final = _scalar(
    probability,
    "a number from 0 to 1",
    (int, float),
    {"type": "number", "minimum": 0, "maximum": 1},
)
POSITION: Final = _scalar(
    position, "a count of code points", (int,), {"type": "integer", "minimum": 0}
)
IDENTIFIERS: Final = ListOf(IDENTIFIER)
WORDS: Final = ListOf(WORD)


def _is_data(value: Any) -> bool:
    try:
        frozen_data(value)
    except ValueError:
        return False
    return True


DATA: Final = Scalar(
    f"an object of at most {DEEPEST_DATA} levels",
    (dict,),
    {"type": "object"},
    _is_data,
    "too-deep",
)


def one_of(choices: Iterable[str]) -> Scalar:
    """Return the kind of what is one of these words."""
    allowed = [str(each) for each in choices]
    wanted = f"one of {', '.join(allowed)}"
    allowed += [name for name, now in FORMER_NAMES.items() if now in allowed]
    return Scalar(wanted, (str,), {"enum": allowed}, allowed.__contains__)
