"""Two INPUTs that a command holds beside each other, and how it shows what differs."""

import os
from collections.abc import Iterable
from typing import Final

import click

from argmap.cli.exit_codes import Exit, is_partial, report_errors, worst_of
from argmap.cli.inputs import read_input
from argmap.formats import Document
from argmap.model import ArgumentMap
from argmap.words import visible_lines

_COLORS: Final = {"+": "green", "-": "red", "~": "yellow", "=": "cyan", "!": "magenta"}


def read_pair(
    names: tuple[str, str], from_: str | None, *, keep_going: bool = False
) -> tuple[tuple[ArgumentMap, ArgumentMap] | None, Exit]:
    """Return two maps, None where one cannot be read, and what their errors come to.

    Raises UsageError where both are standard input.
    """
    if names == ("-", "-"):
        msg = "only one of the two can be standard input"
        raise click.UsageError(msg)
    maps: dict[str, ArgumentMap] = {}

    def read(name: str) -> Exit:
        document = _read(name, from_)
        code = report_errors(name, document)
        if code and not (keep_going and is_partial(name, document)):
            return code
        maps[name] = document.argument_map
        return Exit.FINDINGS if code else Exit.DONE

    code = worst_of([*dict.fromkeys(names)], read)
    one, other = map(maps.get, names)
    return (None if one is None or other is None else (one, other)), code


def _read(name: str, format_name: str | None) -> Document:
    """Return the document that INPUT names; git names the null device for no file."""
    if name == os.devnull:
        return Document(ArgumentMap(), "")
    return read_input(name, format_name)


def colored(lines: Iterable[str]) -> str:
    """Return lines in the colours of the signs that they begin with."""
    shown = (visible_lines(each) for each in lines)
    return "\n".join(click.style(each, fg=_COLORS.get(each[:1])) for each in shown)
