"""Parts made of values that fit, without checking each of them again.

Who reads a text has looked at it: ids are ids there and names hold. To check all that
once more takes most of the time of reading. Everybody else makes parts by their names.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

import attrs

_Made = TypeVar("_Made")


def unchecked(kind: type[_Made], /, **fields: Any) -> _Made:
    """Return a part, a map or a value of a part with these fields, as they are.

    Other fields have their defaults; there must be one for each of them.

    >>> from argmap.model import Claim
    >>> unchecked(Claim, id="rose", text="Rents rose.") == Claim("rose", "Rents rose.")
    True
    """
    made = object.__new__(kind)
    defaults, setters = _slots(cast("Any", kind))
    for put, value in zip(setters, (defaults | fields).values(), strict=True):
        put(made, value)
    return made


@lru_cache(None)
def _slots(kind: Any) -> tuple[dict[str, Any], list[Callable[[Any, Any], None]]]:
    """Return the defaults of all fields of a class, and what sets each."""
    fields: tuple[Any, ...] = attrs.fields(kind)
    setters = [getattr(kind, each.name).__set__ for each in fields]
    return {each.name: each.default for each in fields}, setters
