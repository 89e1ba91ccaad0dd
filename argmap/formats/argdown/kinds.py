"""Kinds of lists and mappings, as settings and Argdown JSON have them."""

from collections.abc import Mapping
from typing import Final

import attrs

from argmap.model.kinds import TEXT, Scalar


@attrs.frozen
class Shape:
    """A mapping with values of these kinds under its keys, some of them required."""

    kinds: Mapping[str, Scalar]
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


def list_of(kind: Scalar, wanted: str) -> Scalar:
    """Return the kind of a list whose items are all of a kind."""
    return Scalar(wanted, (list,), {}, lambda value: all(map(kind.fits, value)))


def mapping_of(kind: Scalar | Shape, wanted: str) -> Scalar:
    """Return the kind of a mapping, with any keys, to values of a kind."""
    return Scalar(
        wanted, (dict,), {}, lambda value: all(map(kind.fits, value.values()))
    )


TEXTS: Final = list_of(TEXT, "a list of texts")
