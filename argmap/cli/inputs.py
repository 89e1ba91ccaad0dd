"""INPUT: a file, standard input, or a Python object that the user names."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from argmap.cli.exit_codes import InputError
from argmap.cli.options import max_size, source_root
from argmap.errors import ArgmapError, LimitError, UnknownFormatError
from argmap.formats import (
    Document,
    Format,
    decoded,
    read,
    read_text,
    recognise,
    with_source_texts,
)
from argmap.formats.files import read_bytes
from argmap.formats.python_maps import PythonMapError, import_map, module_file
from argmap.model import ArgumentMap

_NAMING_FILES = ("@include", "sources")
"""Words without one of which a text names no other files."""


def read_input(name: str, format_name: str | None = None) -> Document:
    """Return the document that INPUT names.

    Raises InputError, FormatError for bytes that are no text, UnknownFormatError,
    LimitError, and OSError.
    """
    if found := python_name(name):
        return Document(_imported(*found), "")
    if name.endswith(".py") and format_name is None and Path(name).is_file():
        msg = f"say which of its maps is meant, as in {name}:ARGUMENT_MAP"
        raise InputError(msg)
    path = None if name == "-" else name
    text = text_of_input(name)
    return read(text, format_name or _format_of(text, path or ""), path=path)


def read_with_sources(name: str, format_name: str | None = None) -> Document:
    """Return the document that INPUT names, with the texts of its sources.

    Raises as `read_input` does; what is wrong with the files of sources is a finding.
    """
    document = read_input(name, format_name)
    path = Path(name) if name != "-" else None
    if found := python_name(name):
        path = module_file(found[0])
    return with_source_texts(document, path, root=source_root())


def text_of_input(name: str) -> str:
    """Return the text of a file, or of standard input; raises as `read_input` does."""
    if name != "-":
        return text_of(name)
    with _within_max_size() as limit:
        return decoded(read_bytes(standard_input(), limit))


def text_of(path: str) -> str:
    """Return the text of a file; raises as `read_input` does."""
    with _within_max_size() as limit:
        return read_text(path, limit=limit)


def standard_input() -> BinaryIO:
    """Return standard input; raises InputError where it is closed."""
    if sys.stdin is None:
        msg = "standard input is closed"
        raise InputError(msg)
    return sys.stdin.buffer


@contextmanager
def _within_max_size() -> Iterator[int]:
    try:
        yield max_size()
    except LimitError as error:
        msg = f"{error}; --max-size allows more"
        raise LimitError(msg) from error


def files_read(name: str, format_name: str | None = None) -> Iterator[Path]:
    """Yield the files that INPUT is read from: itself, its includes, its sources."""
    if found := python_name(name):
        yield module_file(found[0]) or Path(found[0])
    if found or name == "-":
        return
    yield Path(name)
    try:
        text = text_of(name)
        if any(each in text for each in _NAMING_FILES):
            yield from map(Path, read_with_sources(name, format_name).files)
    except (ArgmapError, OSError):
        return  # reading it says why


def python_name(name: str) -> tuple[str, str] | None:
    """Return the module and the name of a Python object; None for a file."""
    module, _, attribute = name.rpartition(":")
    is_object = module and attribute.isidentifier() and not os.path.lexists(name)
    return (module, attribute) if is_object else None


def _format_of(text: str, name: str) -> Format:
    found = recognise(text, name)
    try:
        return found.readable
    except UnknownFormatError as error:
        help_ = "" if found.format else "; say --from FORMAT"
        msg = f"{error}{help_}"
        raise InputError(msg) from None


def _imported(module_name: str, attribute: str) -> ArgumentMap:
    if not module_name.endswith(".py"):
        sys.path.insert(0, str(Path.cwd()))
    try:
        return import_map(module_name, attribute)
    except PythonMapError as error:
        raise InputError(error) from error
