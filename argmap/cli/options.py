"""The options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import click

from argmap.formats import Document, View
from argmap.model import ArgumentMap
from argmap.model.selection import around, within

_Command = TypeVar("_Command", bound=Callable[..., Any])


@attrs.frozen
class Selection:
    """Which part of a map is wanted; all of it unless something is said."""

    focus: str | None
    depth: int
    section: str | None
    is_whole: bool = False

    def of(self, argument_map: ArgumentMap) -> ArgumentMap:
        """Return that part; raises UnknownPartError."""
        if self.section is not None:
            argument_map = within(argument_map, self.section)
        if self.focus is not None:
            argument_map = around(argument_map, self.focus, self.depth)
        return argument_map

    def view_of(self, document: Document) -> View:
        """Return what is to be drawn: what the text wants where nobody says else."""
        drawn = document.drawn
        if self.is_whole or self.focus is not None or self.section is not None:
            return attrs.evolve(drawn, argument_map=self.of(document.argument_map))
        return drawn


def selection_options(command: _Command) -> _Command:
    """Add --section, --focus and --depth."""
    for option in (
        click.option("--section", metavar="ID", help="Only this section."),
        click.option("--focus", metavar="ID", help="Only what is round this claim."),
        click.option(
            "--depth",
            type=click.IntRange(min=0),
            default=1,
            show_default=True,
            help="How many steps round --focus.",
        ),
    ):
        command = option(command)
    return command


def input_argument(command: _Command) -> _Command:
    """Add the argument INPUT."""
    return click.argument("input_", metavar="INPUT")(command)


def inputs_argument(command: _Command) -> _Command:
    """Add the argument INPUT..., one at least."""
    return click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)(
        command
    )


def from_option(command: _Command) -> _Command:
    """Add --from."""
    return click.option(
        "--from", "from_", metavar="FORMAT", help="The format of INPUT."
    )(command)
