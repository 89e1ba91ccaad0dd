"""Writing of data and messages: whole, and harmless on a terminal.

Data goes to standard output or a file, messages go to standard error. A terminal gets
no control character of a map's; a pipe or a file gets data as it is.
"""

import io
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path
from typing import NoReturn

import click

from argmap.cli.progress import erase_bar
from argmap.errors import WriteError
from argmap.words import system_reason, visible_lines


class _ClosedOutput(io.TextIOBase):
    """Standard output where there is none; click would write nothing, in silence."""

    def write(self, _: str) -> NoReturn:
        msg = "standard output is closed"
        raise WriteError(msg)

    @property
    def buffer(self) -> NoReturn:
        self.write("")


def prepare_streams() -> None:
    """Make pipes and files UTF-8 with plain line ends, and let no terminal fail.

    What a terminal's encoding does not have is shown by its number.
    """
    if sys.stdout is None:
        sys.stdout = _ClosedOutput()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8", newline="\n")


def print_data(text: str, *, end: str = "\n", is_styled: bool = False) -> None:
    """Write data to standard output; raises WriteError, and BrokenPipeError.

    What is styled has its colours, and was made visible before.
    """
    if is_styled or sys.stdout.isatty():
        print_bytes(f"{text if is_styled else visible_lines(text)}{end}")
    else:  # half a surrogate pair may come from the name of a file
        print_bytes(f"{text}{end}".encode(errors="backslashreplace"))


def print_bytes(data: str | bytes) -> None:
    """Write what is as a terminal may have it; raises as `print_data` does."""
    erase_bar()
    with writing_stdout():
        click.echo(data, nl=False, file=sys.stdout)


@contextmanager
def writing_stdout() -> Iterator[None]:
    """Raise WriteError where the system does not take what is written."""
    try:
        yield
    except (BrokenPipeError, WriteError):
        raise
    except OSError as error:
        msg = f"cannot write to standard output: {system_reason(error)}"
        raise WriteError(msg) from error


def print_message(text: str, *, is_styled: bool = False) -> None:
    """Write a message to standard error, if anybody listens there."""
    if sys.stderr is None:
        return
    try:
        erase_bar()
        click.echo(text if is_styled else visible_lines(text), file=sys.stderr)
    except OSError:
        return  # the exit code says it too


def with_mark_of(path: Path, text: str) -> bytes:
    """Return a text for a file, with a byte order mark if the file begins with one."""
    with path.open("rb") as file:
        has_mark = file.read(len(BOM_UTF8)) == BOM_UTF8
    return BOM_UTF8 * has_mark + text.encode()


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff; one without an end says so, as diff does."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
