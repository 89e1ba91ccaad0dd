"""The exit codes, and how work on inputs comes to one."""

import os
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.outputs import print_message
from argmap.cli.progress import with_progress
from argmap.diagnostics import Severity
from argmap.errors import (
    ArgmapError,
    ConvergenceError,
    EngineError,
    FormatError,
    LimitError,
    MissingExtraError,
    NoLabellingError,
    WriteError,
)
from argmap.words import system_reason, visible, visible_lines

if TYPE_CHECKING:
    from argmap.formats import Document


class InputError(ArgmapError):
    """An INPUT that does not lead to a map; of a folder, what is `left_out`."""

    def __init__(self, message: str, left_out: Iterable[Path] = ()) -> None:
        """Take what is wrong."""
        super().__init__(message)
        self.left_out: tuple[str, ...] = tuple(map(str, left_out))


class Exit(IntEnum):
    """The exit codes; of several the greatest counts."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    ENGINE = 4
    LIMIT = 5
    OUTPUT = 6
    BUG = 70
    INTERRUPTED = 130

    @classmethod
    def of(cls, document: "Document") -> "Exit":
        """Return what the errors in a document come to."""
        if any(each.code == "include-limit" for each in document.diagnostics):
            return cls.LIMIT
        return cls.INPUT if document.has_errors else cls.DONE


_CODES: tuple[tuple[type[Exception], Exit], ...] = (
    (FormatError, Exit.INPUT),
    (InputError, Exit.INPUT),
    (WriteError, Exit.OUTPUT),
    (EngineError, Exit.ENGINE),
    (MissingExtraError, Exit.ENGINE),
    (LimitError, Exit.LIMIT),
    (ConvergenceError, Exit.LIMIT),
    (NoLabellingError, Exit.FINDINGS),
    (ArgmapError, Exit.USAGE),
    (IsADirectoryError, Exit.USAGE),
    (OSError, Exit.INPUT),
    (MemoryError, Exit.LIMIT),
    (Exception, Exit.BUG),
)
_NOT_OURS = (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError)
"""What click makes an exit of, and what ends all work in silence."""


def run_all(inputs: Sequence[str], work: Callable[[str], Exit]) -> None:
    """Work on every input, even if others fail; exit if not all is well."""
    if worst := worst_of(inputs, work):
        raise click.exceptions.Exit(worst)


def worst_of(inputs: Sequence[str], work: Callable[[str], Exit]) -> Exit:
    """Work on every input, even if others fail; return the greatest exit code."""
    codes = (run_one(name, work) for name in with_progress(inputs))
    return max(codes, default=Exit.DONE)


def run_one(name: str, work: Callable[[str], Exit]) -> Exit:
    """Work on one input, or say why that came to nothing."""
    try:
        return work(name)
    except _NOT_OURS:
        raise
    except Exception as error:  # noqa: BLE001 - the other inputs are worked on
        return report_error(name, error)


def report_error(name: str, error: Exception) -> Exit:
    """Say on standard error why an input came to nothing; return the exit code.

    Raises the error itself if it is a fault of argmap's and ARGMAP_DEBUG is set.
    """
    code = next(code for kind, code in _CODES if isinstance(error, kind))
    if code is Exit.BUG and os.environ.get("ARGMAP_DEBUG"):
        raise error
    if isinstance(error, FormatError):
        from argmap.cli.findings import report  # noqa: PLC0415 - after a failure only
        from argmap.formats import Document  # noqa: PLC0415 - likewise
        from argmap.model import ArgumentMap  # noqa: PLC0415 - likewise

        report(name, Document(ArgumentMap(), error.text), error.diagnostics)
        return code
    about = f"{visible(name)}: " if name else ""
    label = click.style("error", fg="red", bold=True)
    reason = visible_lines(_reason(name, error, code))
    print_message(f"{label}: {about}{reason}", is_styled=True)
    return code


def report_errors(name: str, document: "Document") -> Exit:
    """Show what reading has found; return what its errors come to, DONE for none.

    That other tools would read something otherwise is for `check` alone.
    """
    from argmap.cli.findings import report  # noqa: PLC0415 - takes its time
    from argmap.formats.codes import READ_OTHERWISE  # noqa: PLC0415

    found = [
        each
        for each in document.diagnostics
        if each.severity is not Severity.INFO or each.code not in READ_OTHERWISE
    ]
    report(name, document, (*found, *document.source_findings))
    lacks_source = any(
        each.severity is Severity.ERROR for each in document.source_findings
    )
    return Exit.INPUT if lacks_source else Exit.of(document)


def is_partial(name: str, document: "Document") -> bool:
    """Return whether something of a text with errors can be used; if so, say that."""
    is_any = any(document.argument_map.parts)
    if is_any:
        print_message(f"{name}: partial: what could not be read is left out")
    return is_any


def _reason(name: str, error: Exception, code: Exit) -> str:
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    if code is Exit.BUG:
        return (
            f"this is a bug in argmap, please report it: {type(error).__name__}:"
            f" {error} (ARGMAP_DEBUG=1 shows where)"
        )
    if isinstance(error, IsADirectoryError):
        return "it is a folder; name a file in it, as this command takes single maps"
    if isinstance(error, OSError) and not isinstance(error, ArgmapError):
        about = f": {error.filename}" if error.filename not in (None, name) else ""
        return f"{system_reason(error)}{about}"
    return str(error)
