"""Files: read as UTF-8, and written whole or not at all."""

import codecs
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import FormatError, LimitError, WriteError
from argmap.words import system_reason

AnyPath: TypeAlias = str | os.PathLike[str]

LARGEST: Final = 256_000_000
"""How many bytes of a map are read if nothing else is said."""
_NOT_OURS: Final = frozenset({"node_modules", "__pycache__"})
_CHUNK: Final = 2**20
_SIGNATURES: Final = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF-": "a PDF file",
    b"PK\3\4": "a ZIP archive, as the files of Word and LibreOffice are",
    b"\xd0\xcf\x11\xe0": "a file of an older Word or Excel",
    b"\x1f\x8b": "an archive (gzip)",
    b"SQLite format 3": "a database (SQLite)",
}
"""What files are that begin so; none of them is a text."""
_ELSE: Final = dict.fromkeys(
    (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE), "it begins as UTF-16 does; "
)


def read_text(path: AnyPath, *, limit: int | None = None) -> str:
    """Return the text of a file of no more than `limit` bytes.

    Raises FormatError as `decoded` does, LimitError, and OSError.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - to Path no name is a folder's
        return decoded(read_bytes(file, limit))


def read_bytes(file: BinaryIO, limit: int | None = None) -> bytes:
    """Return all that a file holds; raises LimitError after `limit` bytes.

    What has no end, such as `/dev/zero`, is read no further than that either.
    """
    if limit is None:
        return file.read()
    pieces: list[bytes] = []
    left = limit
    while piece := file.read(min(_CHUNK, left + 1)):
        left -= len(piece)
        if left < 0:
            raise _too_large(limit)
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(limit: int) -> LimitError:
    return LimitError(f"it is larger than {shown_size(limit)}")


def is_hidden(path: Path) -> bool:
    """Return whether a file or a folder is no work of the user's own to look into."""
    settings = path / "pyvenv.cfg"
    return not _is_ours(path.name) or os.path.lexists(settings)  # never raises


def _is_ours(name: str) -> bool:
    return not name.startswith(".") and name not in _NOT_OURS


def files_below(
    folder: Path,
    *,
    apart_from: Path | None = None,
    on_error: Callable[[OSError], object] | None = None,
) -> Iterator[Path]:
    """Yield the files in a folder and below, sorted, without those that are hidden.

    Links to folders are not followed, nor is a folder inside looked into that is
    `apart_from` the others. A folder that cannot be is left out, after `on_error`.
    """
    apart = (apart_from or folder).resolve()
    for here, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = sorted(
            each
            for each in folders
            if not is_hidden(Path(here, each)) and Path(here, each).resolve() != apart
        )
        for each in sorted(filter(_is_ours, files)):
            yield Path(here, each)


def read_regular(path: AnyPath, limit: int) -> bytes:
    """Return what a regular file of no more than `limit` bytes holds.

    Raises LimitError, for a device or a pipe too, which is not waited for, and OSError.
    """
    waits_not = getattr(os, "O_NONBLOCK", 0)
    with open(
        path, "rb", opener=lambda name, flags: os.open(name, flags | waits_not)
    ) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            msg = "it is no regular file"
            raise LimitError(msg)
        if status.st_size > limit:
            raise _too_large(limit)
        return read_bytes(file, limit)


@attrs.define
class Allowance:
    """How many bytes a file that a text names may have, and all such files together.

    A text may name a large file a thousand times: what is too large by its size is
    not read.
    """

    each: int
    in_all: int
    _used: int = attrs.field(default=0, init=False)

    def read(self, path: AnyPath) -> bytes:
        """Return what a regular file holds; raises as `read_regular` does."""
        size = Path(path).stat().st_size
        if size <= self.each and self._used + size > self.in_all:
            msg = f"with it all are more than {shown_size(self.in_all)}"
            raise LimitError(msg)
        content = read_regular(path, self.each)
        self._used += len(content)
        return content


def shown_size(size: int) -> str:
    """Return a number of bytes as people write it, where that is exact.

    >>> shown_size(256_000_000), shown_size(2**20), shown_size(1001)
    ('256 MB', '1 MiB', '1,001 bytes')
    """
    for unit, length in (("MiB", 2**20), ("MB", 10**6), ("kB", 10**3)):
        if size >= length and size % length == 0:
            return f"{size // length} {unit}"
    return f"{size:,} bytes"


def decoded(content: bytes) -> str:
    """Return the text that bytes hold in UTF-8, without a byte order mark.

    Line ends stay as they are. Raises FormatError, located, for the first byte
    that is not UTF-8.
    """
    content_start = len(codecs.BOM_UTF8) * content.startswith(codecs.BOM_UTF8)
    content = content[content_start:]
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        offset = error.start + content_start
        at = len(content[: error.start].decode())
        finding = Diagnostic(
            "invalid-utf-8",
            f"byte {offset} is {content[error.start]:#04x}, which is not UTF-8",
            severity=Severity.ERROR,
            span=Span(at, at + 1),
            help=_remedy(content),
        )
        text = content.decode(errors="replace")
        raise FormatError([finding], text) from error


def _remedy(content: bytes) -> str:
    """Return what to do with bytes that are not UTF-8."""
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            return f"it is {kind}, and no text: save its words as plain text in UTF-8"
    return f"{_ELSE.get(content[:2], '')}save the file as UTF-8"


def write_file(path: AnyPath, content: bytes) -> None:
    """Write a file whole, and the folders it is to be in; raises WriteError."""
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
    except OSError as error:
        msg = f"cannot write '{os.fspath(path)}': {system_reason(error)}"
        raise WriteError(msg) from error


def write_text(path: AnyPath, text: str) -> None:
    """Write a text as UTF-8; line ends stay as they are. See `write_bytes`."""
    write_bytes(path, text.encode())


def write_bytes(path: AnyPath, content: bytes) -> None:
    """Put a file in its place whole, or leave what is there; raises OSError.

    A new file has the permissions of any new file, a file written again keeps its
    own. A link is followed. What is no regular file (a device, a pipe) is written
    to as it is.
    """
    target = Path(os.path.realpath(path))
    mode: int | None = None
    with suppress(FileNotFoundError, NotADirectoryError):  # it may go at any time
        mode = target.stat().st_mode
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(content)
        return
    beside = target.with_name(f".argmap-{os.urandom(8).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except OSError as error:
        error.filename = os.fspath(path)
        del error.filename2  # set to None it is shown as one
        raise
    finally:
        beside.unlink(missing_ok=True)
