"""INPUT: a file, standard input, or a Python object that the user names."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from argmap.cli.exit_codes import InputError
from argmap.cli.options import declaration, max_size, reader_options, source_root
from argmap.errors import ArgmapError, LimitError, UnknownFormatError
from argmap.formats import (
    Document,
    Format,
    decoded,
    format_for,
    read,
    read_text,
    recognise,
    with_source_texts,
)
from argmap.formats.files import read_bytes
from argmap.formats.python_maps import PythonMapError, import_map, module_file
from argmap.formats.roots import PathError, inside, project_of
from argmap.model import ArgumentMap
from argmap.pages import is_page
from argmap.words import truncate

if TYPE_CHECKING:
    from argmap.pages import PageMap, PageRecord

NO_FENCE: Final = "it has no fence or directive called argdown or argmap"
NO_MAP: Final = f"no map: {NO_FENCE}, and no options as records in MADR list them"
_NAMING_FILES: Final = ("@include", "sources")
"""Words without one of which a text names no other files."""


class NoMapError(InputError):
    """A page without a map."""


def page_name(name: str) -> tuple[str, str] | None:
    """Return the page that INPUT is or names a map of, and the place of that map.

    The place is empty where the page as a whole is named; None for any other INPUT.
    """
    path, place = name, ""
    while ":" in path and not is_page(path) and not os.path.lexists(path):
        path, _, last = path.rpartition(":")
        place = f"{last}:{place}" if place else last
    return (path, place) if is_page(path) else None


def inputs_in(path: str) -> list[str]:
    """Return the INPUTs that the maps on a page are; the page, if there is only one.

    A map in a file of its own is that file. Raises as `read_input` does.
    """
    maps = _maps_on(path)
    named = [path] if len(maps) == 1 else [f"{path}:{each.place}" for each in maps]
    return [
        _file_of(each, path) if each.file else name
        for each, name in zip(maps, named, strict=True)
    ]


def read_input(name: str, format_name: str | None = None) -> Document:
    """Return the document that INPUT names.

    Raises InputError, FormatError for bytes that are no text, UnknownFormatError,
    LimitError, and OSError.
    """
    if found := python_name(name):
        reader_options((), "an object of Python")
        return Document(_imported(*found), "")
    chosen = declaration() or format_name
    if name.endswith(".py") and chosen is None and Path(name).is_file():
        msg = f"say which of its maps is meant, as in {name}:ARGUMENT_MAP"
        raise InputError(msg)
    if chosen is None and (named := page_name(name)):
        reader_options((), "a page")
        return _read_on_page(*named)
    path = None if name == "-" else name
    text = text_of_input(name)
    wanted = format_for(chosen) if chosen else _format_of(text, path or "")
    options = reader_options(wanted.options, wanted.title)
    return read(text, wanted, path=path, **options)


def read_with_sources(name: str, format_name: str | None = None) -> Document:
    """Return the document that INPUT names, with the texts of its sources.

    Raises as `read_input` does; what is wrong with the files of sources is a finding.
    """
    document = read_input(name, format_name)
    path = Path(name) if name != "-" else None
    if found := python_name(name):
        path = module_file(found[0])
    elif named := page_name(name):
        path = Path(named[0])
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
    page, _ = page_name(name) or (name, "")
    yield Path(page)
    try:
        text = text_of(page)
        if any(each in text for each in _NAMING_FILES):
            yield from map(Path, read_with_sources(name, format_name).files)
    except (ArgmapError, OSError):
        return  # reading it says why


def python_name(name: str) -> tuple[str, str] | None:
    """Return the module and the name of a Python object; None for a file."""
    module, _, attribute = name.rpartition(":")
    is_object = module and attribute.isidentifier() and not os.path.lexists(name)
    return (module, attribute) if is_object else None


def _maps_on(path: str) -> "tuple[PageMap | PageRecord, ...]":
    from argmap.pages import readable_on  # noqa: PLC0415 - most inputs are no pages

    return readable_on(text_of(path), path)


def _read_on_page(path: str, place: str) -> Document:
    maps = _maps_on(path)
    chosen = [each for each in maps if place in {"", each.place}]
    if len(chosen) == 1:
        (found,) = chosen
        return read_input(_file_of(found, path)) if found.file else found.read()
    if not maps:
        raise NoMapError(NO_MAP)
    what = "no map begins there; there are" if place else f"it holds {len(maps)} maps:"
    msg = f"{what} {_listed(path, maps)}; name one of them"
    raise InputError(msg)


def maps_listed(path: str) -> str:
    """Return the INPUTs that the maps on a page are, with their first words."""
    return _listed(path, _maps_on(path))


def _listed(path: str, maps: "Sequence[PageMap | PageRecord]") -> str:
    return ", ".join(f"{path}:{each.place} ({each.first_words})" for each in maps)


def _file_of(found: "PageMap | PageRecord", path: str) -> str:
    """Return the file that a map on a page is in; raises InputError."""
    folder = Path(path).resolve().parent
    root = project_of(folder)
    start = root if found.file.startswith("/") else folder
    called = f"the project in '{root.name}'"
    try:
        file = inside(root, start, found.file.lstrip("/"), called)
    except PathError as error:
        msg = f"the file '{truncate(found.file)}' in line {found.place} {error}"
        raise InputError(msg) from error
    if is_page(file):
        msg = f"the file '{truncate(found.file)}' in line {found.place} is a page, too"
        raise InputError(msg)
    return str(file) if os.path.isabs(path) else os.path.relpath(file)  # noqa: PTH117


def _format_of(text: str, name: str) -> Format:
    found = recognise(text, name)
    try:
        return found.readable
    except UnknownFormatError as error:
        help_ = "" if found.format else "; say --from FORMAT, or --nodes PATH"
        msg = f"{error}{help_}"
        raise InputError(msg) from None


def _imported(module_name: str, attribute: str) -> ArgumentMap:
    if not module_name.endswith(".py"):
        sys.path.insert(0, str(Path.cwd()))
    try:
        return import_map(module_name, attribute)
    except PythonMapError as error:
        raise InputError(str(error)) from error
