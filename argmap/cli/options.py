"""The options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


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
