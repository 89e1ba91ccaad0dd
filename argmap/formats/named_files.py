"""Files that a page names and a picture is drawn of."""

from collections.abc import Sequence
from pathlib import Path

from argmap.errors import ArgmapError, FormatError, LimitError
from argmap.formats import Document, decoded, read
from argmap.formats.files import LARGEST, read_regular
from argmap.formats.roots import PathError, inside
from argmap.model import ArgumentMap
from argmap.words import system_reason, truncate


class FileError(ArgmapError):
    """A file that a page names and that may not, or cannot, be read."""


def named_path(roots: Sequence[Path], folder: Path, name: str) -> Path:
    """Return the path of a file named from a folder, which is in one of the roots.

    The first of them is the documentation's own. Raises FileError.
    """
    others = "" if len(roots) == 1 else " and the others that it may read from"
    called = f"the documentation's folder{others}"
    faults = []
    for root in roots:
        try:
            return inside(root, folder, name, called)
        except PathError as error:
            faults.append(error)
    msg = f"the file '{truncate(name)}' {faults[0]}"
    raise FileError(msg) from faults[0]


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
