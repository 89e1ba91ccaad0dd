"""Files that a page names and a picture is drawn of."""

from pathlib import Path

from argmap.errors import ArgmapError, FormatError, LimitError
from argmap.formats import Document, decoded, read
from argmap.formats.files import LARGEST, read_regular
from argmap.formats.roots import PathError, inside
from argmap.model import ArgumentMap
from argmap.words import system_reason, truncate


class FileError(ArgmapError):
    """A file that a page names and that may not, or cannot, be read."""


def named_path(root: Path, folder: Path, name: str) -> Path:
    """Return the path of a file named from a folder; raises FileError outside root."""
    try:
        return inside(root, folder, name, "the documentation's folder")
    except PathError as error:
        msg = f"the file '{truncate(name)}' {error}"
        raise FileError(msg) from error


def read_named(path: Path, name: str, format_name: str | None = None) -> Document:
    """Return the document in a file that a page names so.

    Bytes that are no text are a finding. Raises FileError, for what is too large or no
    regular file too, and UnknownFormatError.
    """
    try:
        text = decoded(read_regular(path, LARGEST))
        return read(text, format_name, path=path)
    except FormatError as error:
        return Document(ArgumentMap(), error.text, diagnostics=error.diagnostics)
    except (LimitError, OSError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else error
        msg = f"the file '{truncate(name)}' cannot be read: {reason}"
        raise FileError(msg) from error
