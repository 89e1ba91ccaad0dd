"""The kinds of value that the fields of parts hold.

A kind is the validator of its fields: it raises ValueError, which says what is wanted,
then what came. The formats read, write and publish a field by its kind.
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
    for it, `schema` is its JSON Schema, `fault` returns what is wrong with a value.
    """

    wanted: str
    types: tuple[type, ...]
    schema: Mapping[str, Any]
    fault: Callable[[Any], str | None]
    code: str = "bad-value"

    def __call__(self, _: object, attribute: "Attribute", value: Any) -> None:
        """Raise ValueError for a value that is not right."""
        fault = self.fault(value)
        if fault:
            msg = f"{attribute.name} {fault}"
            raise ValueError(msg)


@attrs.frozen(eq=False)
class Nested:
    """A value of one of our classes.

    Where `is_short`, a format may give its first field alone.
    """

    make: type[Any]
    is_short: bool = attrs.field(default=False, kw_only=True)

    def __call__(self, _: object, attribute: "Attribute", value: Any) -> None:
        """Raise ValueError for anything else."""
        if not isinstance(value, self.make):
            msg = f"{attribute.name} must hold {self.make.__name__}, not {value!r}"
            raise ValueError(msg)


@attrs.frozen(eq=False)
class ListOf:
    """Values of one kind, at least so many of them; `wanted` says that in words."""

    item: Scalar | Nested
    least: int = attrs.field(default=0, kw_only=True)
    are_different: bool = attrs.field(default=False, kw_only=True)
    wanted: str = attrs.field(default="", kw_only=True)

    def __call__(self, instance: object, attribute: "Attribute", value: Any) -> None:
        """Raise ValueError for the first value that is not right, or for too few."""
        for each in value:
            self.item(instance, attribute, each)
        if len(value) < self.least or (
            self.are_different and len(set(value)) < len(value)
        ):
            came = f", not {value!r}" if value else ""
            msg = f"{attribute.name} must hold {self.wanted}{came}"
            raise ValueError(msg)


@attrs.frozen(eq=False)
class Maybe:
    """None, or a value of a kind; None is not written."""

    kind: Scalar | Nested

    def __call__(self, instance: object, attribute: "Attribute", value: Any) -> None:
        """Raise ValueError for a value that is neither."""
        if value is not None:
            self.kind(instance, attribute, value)


Kind: TypeAlias = Scalar | Nested | ListOf | Maybe

_NOT_IN_IDS = r"\s\x00-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f"
_ID = re.compile(r"\w[\w.-]*")


def is_id(value: object) -> bool:
    """Return whether it is letters, digits, `_`, `-` and `.`, in any script."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _id_fault(value: Any) -> str | None:
    return None if is_id(value) else f"must look like 'rent-control', not {value!r}"


def _text_fault(value: Any) -> str | None:
    if not isinstance(value, str):
        return f"must be text, not {value!r}"
    return encoding_fault(value)


def _word_fault(value: Any) -> str | None:
    fault = _text_fault(value)
    return fault or (None if value.strip() else "must not be blank")


def _flag_fault(value: Any) -> str | None:
    return None if isinstance(value, bool) else f"must be True or False, not {value!r}"


def _is_finite(value: Any) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    # an integer may be too large to be compared with fractions
    return -sys.float_info.max <= value <= sys.float_info.max


def _strength_fault(value: Any) -> str | None:
    is_right = _is_finite(value) and value > 0
    return None if is_right else f"must be a positive number, not {value!r}"


def _probability_fault(value: Any) -> str | None:
    is_right = _is_finite(value) and 0 <= value <= 1
    return None if is_right else f"must be a number from 0 to 1, not {value!r}"


def _position_fault(value: Any) -> str | None:
    is_right = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return None if is_right else f"must be a count of code points, not {value!r}"


def _data_fault(value: Any) -> str | None:
    try:
        frozen_data(value)
    except ValueError as error:
        return str(error)
    return None


ID: Final = Scalar(
    "an id such as 'rent-control'",
    (str,),
    {"type": "string", "pattern": rf"^[^{_NOT_IN_IDS}.-][^{_NOT_IN_IDS}]*$"},
    _id_fault,
    "bad-id",
)
TEXT: Final = Scalar("text", (str,), {"type": "string"}, _text_fault)
WORD: Final = Scalar(
    "text that is not blank",
    (str,),
    {"type": "string", "pattern": r"[\S\ufeff]"},
    _word_fault,
)
FLAG: Final = Scalar("true or false", (bool,), {"type": "boolean"}, _flag_fault)
PROBABILITY: Final = Scalar(
    "a number from 0 to 1",
    (int, float),
    {"type": "number", "minimum": 0, "maximum": 1},
    _probability_fault,
)
STRENGTH: Final = Scalar(
    "a positive number",
    (int, float),
    {"type": "number", "exclusiveMinimum": 0},
    _strength_fault,
)
POSITION: Final = Scalar(
    "a count of code points",
    (int,),
    {"type": "integer", "minimum": 0},
    _position_fault,
)
DATA: Final = Scalar(
    f"an object of at most {DEEPEST_DATA} levels",
    (dict,),
    {"type": "object"},
    _data_fault,
    "too-deep",
)
IDS: Final = ListOf(ID)
WORDS: Final = ListOf(WORD)


def one_of(choices: type[Choice]) -> Scalar:
    """Return the kind of a field that holds one of these."""
    allowed = [str(each) for each in choices]
    wanted = f"one of {', '.join(allowed)}"
    allowed += [name for name, now in FORMER_NAMES.items() if now in allowed]

    def fault(value: Any) -> str | None:
        return None if value in allowed else f"must be {wanted}, not {value!r}"

    return Scalar(wanted, (str,), {"enum": allowed}, fault)


def kind_of(attribute: "Attribute") -> Kind:
    """Return the kind of a field; every field of a part has one."""
    kind: Kind = attribute.validator  # type: ignore[assignment] # by construction
    return kind


def about(
    description: str, *, to: tuple[str, ...] = (), since: int = 1
) -> dict[str, Any]:
    """Return the metadata of a field: what it is for, and what formats must know.

    `to` are the kinds of part that its ids lead to, `since` is the version of the
    JSON format that has the field.
    """
    return {"description": description, "to": to, "since": since}
