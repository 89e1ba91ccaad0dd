"""What a command writes goes to a file whole, or is refused with a reason."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.formats import write_bytes


class OutputError(ArgmapError):
    """A file that cannot be written."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file and the folders it is to be in; raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
    except OSError as error:
        msg = f"cannot write '{path}': {(error.strerror or str(error)).lower()}"
        raise OutputError(msg) from error


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff; one without an end says so, as diff does."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
