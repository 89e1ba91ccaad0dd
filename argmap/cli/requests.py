"""The options of a request on the command line, as its fields say."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, TypeVar

import attrs
import click

from argmap.cli.options import seconds
from argmap.diagram.request import Request, kind_of
from argmap.words import named_option

_Command = TypeVar("_Command", bound=Callable[..., Any])


_SHORT: Final = {"direction": ["-d"], "theme": ["-t"]}


def request_options(*names: str) -> Callable[[_Command], _Command]:
    """Add the options for these fields of a request."""

    def add(command: _Command) -> _Command:
        for name in reversed(names):
            command = _option(name)(command)
        return command

    return add


def _option(name: str) -> Callable[[_Command], _Command]:
    kind, help_ = kind_of(name)
    field = attrs.fields_dict(Request)[name]
    default = field.default
    return click.option(
        *_SHORT.get(name, ()),
        named_option(name),
        help=help_,
        default=getattr(default, "value", default),
        show_default=default not in (None, False),
        **_type(kind, field.metadata.get("least", 0)),
    )


def _type(kind: type, least: int) -> dict[str, Any]:
    """Return what click is to make of an option's value, a number from the least on."""
    if kind is bool:
        return {"is_flag": True}
    if kind is int:
        return {"type": click.IntRange(min=least)}
    if kind is float:
        return {"type": seconds}
    if issubclass(kind, StrEnum):
        return {"type": click.Choice([each.value for each in kind])}
    return {"metavar": "ID"}
