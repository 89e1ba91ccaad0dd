"""Where results and messages go: whole, harmless, and never over what is read.

Data goes to standard output, a file or a folder, messages go to standard error. A
terminal gets no control character of a map's; a pipe or a file gets data as it is.
"""

import io
import os
import stat
import sys
import time
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from difflib import unified_diff
from pathlib import Path
from typing import Final, TypeVar

import attrs
import click

from argmap.cli.folders import Inputs
from argmap.cli.inputs import files_read
from argmap.errors import ArgmapError
from argmap.formats import AnyPath, write_bytes
from argmap.formats.files import system_reason
from argmap.words import visible_lines

_Item = TypeVar("_Item")
_PATIENCE: Final = 1.0
"""After how many seconds of many files one wants to know how many are left."""
_ERASED: Final = "\r\x1b[K"
_bars: list[object] = []
"""The bar that is on the terminal, if any."""


class OutputError(ArgmapError):
    """A place that nothing may be written to."""


class WriteError(ArgmapError):
    """Output that cannot be written."""


def prepare_streams() -> None:
    """Make pipes and files UTF-8 with plain line ends, and let no terminal fail.

    What a terminal's encoding does not have is shown by its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8", newline="\n")


def print_data(text: str, *, end: str = "\n", is_styled: bool = False) -> None:
    """Write data to standard output; raises WriteError, and BrokenPipeError.

    What is styled has its colours, and was made visible before.
    """
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    if is_styled or is_terminal:
        print_bytes(f"{text if is_styled else visible_lines(text)}{end}")
    else:  # half a surrogate pair may come from the name of a file
        print_bytes(f"{text}{end}".encode(errors="backslashreplace"))


def print_bytes(data: str | bytes) -> None:
    """Write what is as a terminal may have it; raises as `print_data` does."""
    if sys.stdout is None:
        msg = "standard output is closed"
        raise WriteError(msg)
    _erase_bar()
    with writing_stdout():
        click.echo(data, nl=False, file=sys.stdout)


@contextmanager
def writing_stdout() -> Iterator[None]:
    """Raise WriteError where the system does not take what is written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        msg = f"cannot write to standard output: {system_reason(error)}"
        raise WriteError(msg) from error


def print_message(text: str, *, is_styled: bool = False) -> None:
    """Write a message to standard error, if anybody listens there."""
    if sys.stderr is None:
        return
    try:
        _erase_bar()
        click.echo(text if is_styled else visible_lines(text), file=sys.stderr)
    except OSError:
        return  # the exit code says it too


def with_progress(items: Sequence[_Item]) -> Iterator[_Item]:
    """Yield items; a terminal is shown how many are done where it takes over a second.

    What is written meanwhile takes the place of the bar, which comes back below.
    """
    if len(items) == 1 or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    bar = click.progressbar(length=len(items), file=sys.stderr, show_pos=True)
    with ExitStack() as shown:
        for item in items:
            if not _bars and time.monotonic() - start > _PATIENCE:
                shown.enter_context(bar)
                _bars.append(bar)
                shown.callback(_bars.clear)
            yield item
            bar.make_step(1)
            if _bars:
                bar.render_progress()


def _erase_bar() -> None:
    if _bars:
        click.echo(_ERASED, nl=False, file=sys.stderr, color=True)


def write_file(path: Path, content: bytes) -> None:
    """Write a file and the folders it is to be in; raises WriteError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
    except OSError as error:
        msg = f"cannot write '{path}': {system_reason(error)}"
        raise WriteError(msg) from error


def with_mark_of(path: Path, text: str) -> bytes:
    """Return a text for a file, with a byte order mark if the file begins with one."""
    with path.open("rb") as file:
        has_mark = file.read(len(BOM_UTF8)) == BOM_UTF8
    return BOM_UTF8 * has_mark + text.encode()


def identity(path: AnyPath | int) -> tuple[int, int] | None:
    """Return what is the same for all names of a file; None where there is no file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a descriptor too
    except (OSError, ValueError):
        return None
    regular = stat.S_ISREG(status.st_mode)
    return (status.st_dev, status.st_ino) if regular else None


def is_folder(output: str, inputs: Inputs) -> bool:
    """Return whether OUT is a folder, or is to be one."""
    if output == "-":
        return False
    is_named_so = output.endswith(("/", os.sep)) or (
        inputs.are_several and not Path(output).suffix
    )
    return is_named_so or os.path.isdir(output)  # noqa: PTH112 - no name is too long for it


@attrs.frozen
class Target:
    """Where results go: standard output, a file, or a folder.

    Files in a folder are named after their INPUTs, with `suffix`, and stand below it
    as those stand below theirs.
    """

    path: Path | None
    suffix: str
    inputs: Inputs
    from_: str | None
    is_folder: bool
    _read: dict[str, set[tuple[int, int]]] = attrs.field(factory=dict, init=False)
    _taken: dict[Path, str] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(
        cls, output: str, suffix: str, inputs: Inputs, from_: str | None
    ) -> "Target":
        """Read --output; raises UsageError for several INPUTs and one file."""
        path = None if output == "-" else Path(output)
        in_folder = is_folder(output, inputs)
        if len(inputs.names) > 1 and not in_folder:
            msg = "several INPUTs need a folder to go to: -o results/"
            raise click.UsageError(msg)
        return cls(path, suffix, inputs, from_, in_folder)

    def path_for(self, name: str) -> Path | None:
        """Return the file for an INPUT's result, None for standard output.

        Raises OutputError for a file that is read, and for another INPUT's result.
        """
        if self.path is None:
            self._refuse_read(name, 1, "standard output")
            return None
        path = self.path
        if self.is_folder:
            place = self.inputs.places[name]
            path /= place.with_name(f"{place.name}{self.suffix}")
        self._refuse_read(name, path, f"'{path}'")
        first = self._taken.setdefault(path, name)
        if first != name:
            msg = f"'{path}' would be written twice, for '{first}' too"
            raise OutputError(msg)
        return path

    def _refuse_read(self, name: str, path: Path | int, shown: str) -> None:
        """Raise OutputError where a file is an INPUT, or included by one."""
        written = identity(path)
        if written is None:
            return
        self._read.pop(name, None)  # it may include other files by now
        for each in self.inputs.names:
            if each not in self._read:
                found = map(identity, files_read(each, self.from_))
                self._read[each] = {one for one in found if one}
            if written in self._read[each]:
                msg = (
                    f"{shown} would overwrite what '{each}' is read from;"
                    " name another OUT"
                )
                raise OutputError(msg)


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff; one without an end says so, as diff does."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
