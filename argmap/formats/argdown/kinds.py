"""Kinds of values: what is wanted, in words and as a test."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import attrs


@attrs.frozen
class Kind:
    """A kind of value: what is `wanted`, in words, and which values it `fits`."""

    wanted: str
    fits: Callable[[Any], bool]


@attrs.frozen
class Shape:
    """A mapping with values of these kinds under its keys, some of them required."""

    kinds: Mapping[str, Kind]
    required: tuple[str, ...] = ()

    def is_in(self, fields: Mapping[str, object]) -> bool:
        """Return whether all is there that is required."""
        return all(key in fields for key in self.required)

    def fits(self, value: object) -> bool:
        """Return whether a value is such a mapping, whatever else is in it."""
        return (
            isinstance(value, dict)
            and self.is_in(value)
            and all(
                kind.fits(value[key])
                for key, kind in self.kinds.items()
                if key in value
            )
        )


def one_of(words: Iterable[str]) -> Kind:
    """Return the kind of one of these words.

    >>> one_of(("title", "text")).wanted
    'one of title, text'
    """
    allowed = [str(each) for each in words]
    return Kind(
        f"one of {', '.join(allowed)}",
        lambda value: isinstance(value, str) and value in allowed,
    )


def list_of(kind: Kind, wanted: str) -> Kind:
    """Return the kind of a list whose items are all of a kind."""
    return Kind(
        wanted, lambda value: isinstance(value, list) and all(map(kind.fits, value))
    )


def mapping_of(kind: Kind | Shape, wanted: str) -> Kind:
    """Return the kind of a mapping, with any keys, to values of a kind."""
    return Kind(
        wanted,
        lambda value: isinstance(value, dict) and all(map(kind.fits, value.values())),
    )


TEXT: Final = Kind("text", lambda value: isinstance(value, str))
FLAG: Final = Kind("true or false", lambda value: isinstance(value, bool))
TEXTS: Final = list_of(TEXT, "a list of texts")
