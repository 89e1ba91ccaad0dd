"""Values made of fields that fit, without checking each of them again.

Who reads a text has looked at it: ids are ids there and names hold. To check all that
once more takes most of the time of reading. Everybody else makes parts by their names.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

import attrs

_Made = TypeVar("_Made")


class Lazy:
    """A value that may find out one of its fields when somebody asks for it.

    Which that is stands in `lazy`.
    """

    __slots__ = ("_find",)

    lazy: ClassVar[str]

    if not TYPE_CHECKING:  # to type checkers there are no fields but those

        def __getattr__(self, name: str) -> Any:
            """Return the field, found now."""
            find = getattr(self, "_find", None) if name == self.lazy else None
            if find is None:
                msg = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(msg)
            found = find(self)
            object.__setattr__(self, name, found)
            object.__setattr__(self, "_find", None)  # which may hold much
            return found


def maker(
    kind: type[_Made], /, *names: str, is_lazy: bool = False
) -> Callable[..., _Made]:
    """Return what makes values of a class from these fields, in their order.

    The others have their defaults. Where it `is_lazy`, the last value that is given is
    the function that finds the lazy field of what is made.

    >>> from argmap.model import Claim
    >>> maker(Claim, "id", "text")("rose", "Rents rose.")
    Claim('rose', 'Rents rose.')
    """
    slots = dict(zip(names, names, strict=True))
    if is_lazy:
        slots[cast("Any", kind).lazy] = "_find"
    puts = [getattr(kind, each).__set__ for each in slots.values()]
    defaults = [
        (getattr(kind, each.name).__set__, each.default)
        for each in attrs.fields(cast("Any", kind))
        if each.name not in slots
    ]
    new = object.__new__

    def make(*values: Any) -> _Made:
        made = new(kind)
        for put, value in defaults:
            put(made, value)
        for put, value in zip(puts, values, strict=True):
            put(made, value)
        return made

    return make
