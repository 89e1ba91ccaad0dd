"""INPUT: a file, standard input, or a Python object that the user names."""

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from argmap.errors import ArgmapError, UnknownFormatError
from argmap.formats import (
    Document,
    Format,
    decoded,
    format_of,
    read,
    read_text,
)
from argmap.model import ArgumentMap


class InputError(ArgmapError):
    """An INPUT that does not lead to a map."""


def read_input(name: str, format_name: str | None = None) -> Document:
    """Return the document that INPUT names.

    Raises InputError, FormatError for bytes that are no text, UnknownFormatError,
    and OSError.
    """
    if name == "-":
        text = decoded(sys.stdin.buffer.read())
        return read(text, format_name or _format_of(text))
    module, colon, attribute = name.rpartition(":")
    if colon and attribute.isidentifier() and not Path(name).exists():
        argument_map = _imported(module, attribute)
        return Document(argument_map, "")
    return read_file(name, format_name)


def read_file(path: str, format_name: str | None = None) -> Document:
    """Return the document in a file; raises as `read_input` does, imports nothing."""
    text = read_text(path)
    return read(text, format_name or _format_of(text, path), path=path)


def _format_of(text: str, name: str = "") -> Format:
    try:
        return format_of(text, name)
    except UnknownFormatError as error:
        msg = f"{error}; say --from"
        raise InputError(msg) from None


def _imported(module_name: str, attribute: str) -> ArgumentMap:
    if module_name.endswith(".py"):
        Path(module_name).resolve(strict=True)
    try:
        module = _module(module_name)
    except ArgmapError as error:
        msg = f"'{module_name}' does not make its map:\n{error}"
        raise InputError(msg) from error
    except Exception as error:
        msg = f"'{module_name}' cannot be imported: {type(error).__name__}: {error}"
        raise InputError(msg) from error
    found = getattr(module, attribute, None)
    if isinstance(found, ArgumentMap):
        return found
    maps = [
        key for key, value in vars(module).items() if isinstance(value, ArgumentMap)
    ]
    names = f"its maps are {', '.join(maps)}" if maps else "it has no map"
    msg = f"'{module_name}' has no ArgumentMap '{attribute}'; {names}"
    raise InputError(msg)


def _module(name: str) -> ModuleType:
    if not name.endswith(".py"):
        sys.path.insert(0, str(Path.cwd()))
        return importlib.import_module(name)
    path = Path(name).resolve()
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None  # noqa: S101 - a path in .py always has one
    assert specification.loader is not None  # noqa: S101 - likewise
    module = importlib.util.module_from_spec(specification)
    sys.path.insert(0, str(path.parent))
    specification.loader.exec_module(module)
    return module
