"""The map that a function takes: a helpful TypeError for whatever else it is given."""

import os

from argmap.model.argument_map import ArgumentMap


def require_map(value: object, function: str) -> None:
    """Raise TypeError unless a value is a map; `function` is what takes it.

    >>> require_map("rents.argdown", "draw")
    Traceback (most recent call last):
    TypeError: draw takes an ArgumentMap; argmap.load('rents.argdown') reads one
    """
    if isinstance(value, ArgumentMap):
        return
    msg = f"{function} takes an ArgumentMap, not {type(value).__name__}"
    if isinstance(value, str | os.PathLike):
        path = os.fspath(value)
        msg = f"{function} takes an ArgumentMap; argmap.load({path!r}) reads one"
    elif isinstance(getattr(value, "argument_map", None), ArgumentMap):
        msg = f"{function} takes an ArgumentMap; this has one as its argument_map"
    raise TypeError(msg)
