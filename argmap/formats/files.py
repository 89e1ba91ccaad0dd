"""Files: read as UTF-8, and written whole or not at all."""

import codecs
import os
import secrets
import stat
from pathlib import Path
from typing import TypeAlias

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import FormatError

AnyPath: TypeAlias = str | os.PathLike[str]


def read_text(path: AnyPath) -> str:
    """Return the text of a file; raises FormatError as `decoded` does, and OSError."""
    return decoded(Path(path).read_bytes())


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
            help="save the file as UTF-8",
        )
        text = content.decode(errors="replace")
        raise FormatError([finding], text) from error


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
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(content)
        return
    beside = target.with_name(f".argmap-{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except OSError as error:
        error.filename, error.filename2 = os.fspath(path), None
        raise
    finally:
        beside.unlink(missing_ok=True)
