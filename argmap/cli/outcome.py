"""What becomes of one input: its exit code, and what is said on standard error."""

from collections.abc import Callable, Iterable
from enum import IntEnum

import click

from argmap.cli.inputs import InputError
from argmap.errors import (
    ArgmapError,
    ConvergenceError,
    EngineError,
    FormatError,
    LimitError,
    MissingExtraError,
    NoLabellingError,
)
from argmap.findings import show


class Exit(IntEnum):
    """The exit codes; of several the greatest counts."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    ENGINE = 4
    LIMIT = 5


_CODES: tuple[tuple[type[Exception], Exit], ...] = (
    (FormatError, Exit.INPUT),
    (InputError, Exit.INPUT),
    (OSError, Exit.INPUT),
    (EngineError, Exit.ENGINE),
    (MissingExtraError, Exit.ENGINE),
    (LimitError, Exit.LIMIT),
    (ConvergenceError, Exit.LIMIT),
    (NoLabellingError, Exit.FINDINGS),
    (ArgmapError, Exit.USAGE),
)


def each_input(inputs: Iterable[str], work: Callable[[str], Exit]) -> None:
    """Work on every input, whatever becomes of the others; exit if not all is well."""
    worst = max((attempt(name, work) for name in inputs), default=Exit.DONE)
    if worst:
        raise click.exceptions.Exit(worst)


def attempt(name: str, work: Callable[[str], Exit]) -> Exit:
    """Work on one input, or say why that came to nothing."""
    try:
        return work(name)
    except (ArgmapError, OSError) as error:
        return complain(name, error)


def complain(name: str, error: Exception) -> Exit:
    """Say on standard error why an input came to nothing; return the exit code."""
    if isinstance(error, FormatError):
        path = "<stdin>" if name == "-" else name
        shown = (show(each, error.text, path) for each in error.diagnostics)
        click.echo("\n\n".join(shown), err=True)
        return Exit.INPUT
    if isinstance(error, OSError) and not isinstance(error, ArgmapError):
        reason = f"{error.strerror or error}".lower()
        where = f": {error.filename}" if error.filename not in (None, name) else ""
        message = f"{name}: {reason}{where}"
    else:
        message = f"{name}: {error}"
    click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True)
    return next(code for kind, code in _CODES if isinstance(error, kind))
