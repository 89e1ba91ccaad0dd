"""Kinds of value that the fields of parts hold, and the validators of these fields.

A validator raises ValueError, which says what is wanted, then what came. Its kind
stands in a table: by it the formats read, write and publish a field.
"""

import re
import sys
from collections.abc import Callable, Mapping
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


@attrs.frozen(eq=False)
class Scalar:
    """One value that stands for itself.

    `wanted` says in words what is right, `types` are those a decoder of JSON gives
    for it, `schema` is its JSON Schema, `code` that of a finding.
    """

    wanted: str
    types: tuple[type, ...]
    schema: Mapping[str, Any]
    accepts: Callable[[Any], bool]
    code: str = "bad-value"


@attrs.frozen(eq=False)
class Nested:
    """A value of one of our classes.

    Where `is_short`, a format may give its first field alone.
    """

    make: type[Any]
    is_short: bool = False


@attrs.frozen(eq=False)
class ListOf:
    """Values of one kind, at least so many of them."""

    item: Scalar | Nested
    least: int = 0
    are_different: bool = False


@attrs.frozen(eq=False)
class Maybe:
    """None, or a value of a kind; None is not written."""

    kind: Scalar | Nested


Kind: TypeAlias = Scalar | Nested | ListOf | Maybe

_KINDS: Final[dict[Validator, Any]] = {}
_NO_FIELD: Any = attrs.fields(Maybe).kind


def kind_of(attribute: "Attribute") -> Kind:
    """Return the kind of a field; every field of a part has one."""
    kind: Kind = attribute.metadata["kind"] or _KINDS[attribute.validator]  # type: ignore[index] # each has one
    return kind


def _scalar(
    wanted: str,
    types: tuple[type, ...],
    schema: Mapping[str, Any],
    code: str = "bad-value",
) -> Callable[[Validator], Validator]:
    """Enter the kind of a validator into the table."""

    def enter(validator: Validator) -> Validator:
        def accepts(value: Any) -> bool:
            try:
                validator(None, _NO_FIELD, value)
            except ValueError:
                return False
            return True

        _KINDS[validator] = Scalar(wanted, types, schema, accepts, code)
        return validator

    return enter


_ID = re.compile(r"\w[\w.-]*")
_NOT_IN_IDS = r"\s\x00-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f"


def is_id(value: object) -> bool:
    """Return whether it is letters, digits, `_`, `-` and `.`, in any script."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


@_scalar(
    "an id such as 'rent-control'",
    (str,),
    {"type": "string", "pattern": rf"^[^{_NOT_IN_IDS}.-][^{_NOT_IN_IDS}]*$"},
    "bad-id",
)
def identifier(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept what is an id."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        msg = f"{attribute.name} must look like 'rent-control', not {value!r}"
        raise ValueError(msg)


@_scalar("text", (str,), {"type": "string"})
def text(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept any string that can be encoded, an empty one too."""
    if not isinstance(value, str):
        msg = f"{attribute.name} must be text, not {value!r}"
        raise ValueError(msg)
    if not value.isascii() and (fault := encoding_fault(value)):
        msg = f"{attribute.name} {fault}"
        raise ValueError(msg)


@_scalar("text that is not blank", (str,), {"type": "string", "pattern": r"[\S\ufeff]"})
def word(instance: object, attribute: "Attribute", value: Any) -> None:
    """Accept text that is not blank."""
    text(instance, attribute, value)
    if not value.strip():
        msg = f"{attribute.name} must not be blank"
        raise ValueError(msg)


@_scalar("true or false", (bool,), {"type": "boolean"})
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


@_scalar("a positive number", (int, float), {"type": "number", "exclusiveMinimum": 0})
def strength(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept positive finite numbers."""
    if not _is_finite(value) or value <= 0:
        msg = f"{attribute.name} must be a positive number, not {value!r}"
        raise ValueError(msg)


@_scalar(
    "a number from 0 to 1", (int, float), {"type": "number", "minimum": 0, "maximum": 1}
)
def probability(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept numbers from 0 to 1."""
    if not _is_finite(value) or not 0 <= value <= 1:
        msg = f"{attribute.name} must be a number from 0 to 1, not {value!r}"
        raise ValueError(msg)


@_scalar("a count of code points", (int,), {"type": "integer", "minimum": 0})
def position(_: object, attribute: "Attribute", value: Any) -> None:
    """Accept integers from 0 on."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        msg = f"{attribute.name} must be a count of code points, not {value!r}"
        raise ValueError(msg)


def list_of(
    item: Validator, *, least: int = 0, are_different: bool = False, wanted: str = ""
) -> Validator:
    """Accept tuples of what a validator accepts; `wanted` says how many, in words."""

    def validate(instance: object, attribute: "Attribute", value: Any) -> None:
        for each in value:
            item(instance, attribute, each)
        if not least:
            return
        if len(value) < least or (are_different and len(set(value)) < len(value)):
            came = f", not {value!r}" if value else ""
            msg = f"{attribute.name} must hold {wanted}{came}"
            raise ValueError(msg)

    _KINDS[validate] = ListOf(_KINDS[item], least, are_different)
    return validate


def nested(make: type[Any], *, is_short: bool = False) -> Validator:
    """Accept values of a class; a format may give the first field alone if short."""

    def validate(_: object, attribute: "Attribute", value: Any) -> None:
        if not isinstance(value, make):
            msg = f"{attribute.name} must hold {make.__name__}, not {value!r}"
            raise ValueError(msg)

    _KINDS[validate] = Nested(make, is_short)
    return validate


def maybe(validator: Validator) -> Validator:
    """Accept None besides what a validator accepts."""

    def validate(instance: object, attribute: "Attribute", value: Any) -> None:
        if value is not None:
            validator(instance, attribute, value)

    _KINDS[validate] = Maybe(_KINDS[validator])
    return validate


identifiers: Final = list_of(identifier)
words: Final = list_of(word)

TEXT: Final[Scalar] = _KINDS[text]
IDENTIFIER: Final[Scalar] = _KINDS[identifier]


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


def one_of(choices: type[Choice]) -> Scalar:
    """Return the kind of a field that holds one of these."""
    allowed = [str(each) for each in choices]
    wanted = f"one of {', '.join(allowed)}"
    allowed += [name for name, now in FORMER_NAMES.items() if now in allowed]
    return Scalar(wanted, (str,), {"enum": allowed}, allowed.__contains__)


def about(
    description: str,
    *,
    to: tuple[str, ...] = (),
    since: int = 1,
    kind: Kind | None = None,
) -> dict[str, Any]:
    """Return the metadata of a field: what it is for, and what formats must know.

    `to` are the kinds of part that its ids lead to, `since` is the version of the
    JSON format that has the field, `kind` is its kind where the converter of the
    field leaves nothing to validate.
    """
    return {"description": description, "to": to, "since": since, "kind": kind}
