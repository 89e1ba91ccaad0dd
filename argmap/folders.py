"""The files that a folder or a pattern stands for: every way to many maps asks here."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

from argmap.errors import ArgmapError, FormatError
from argmap.formats import FORMATS, AnyPath, read_text, recognise
from argmap.formats.files import LARGEST, files_below, is_hidden
from argmap.pages import is_page

_GENERIC: Final = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".yml", ".yaml")
"""Suffixes of maps and of much else: what is in a file decides."""
SUFFIXES: Final = (
    *(suffix for each in FORMATS if each.read for suffix in each.suffixes),
    *_GENERIC[-2:],
)
"""The suffixes of files that may be maps."""


def maps_in(
    folder: AnyPath,
    suffixes: tuple[str, ...] = SUFFIXES,
    *,
    apart_from: AnyPath | None = None,
    limit: int = LARGEST,
) -> Iterator[Path]:
    """Yield the maps in a folder and below, and pages with maps, by their suffixes.

    They are in the order of their names. Hidden ones, those of installed packages, and
    the folder `apart_from` are left out, and links to folders are not followed. What
    has more than `limit` bytes counts as a map. Raises OSError for a folder that cannot
    be looked into.
    """
    apart = None if apart_from is None else Path(apart_from)
    for path in files_below(Path(folder), apart_from=apart, on_error=_refuse):
        if _is_map(path, suffixes, limit):
            yield path


def is_pattern(name: str) -> bool:
    """Return whether a name is none of a file, but a pattern for some."""
    return any(each in name for each in "*?[") and not os.path.lexists(name)


def files_fitting(pattern: str) -> list[str]:
    """Return the files that fit a pattern, sorted; two asterisks are any folders.

    Hidden files and folders fit only where the pattern itself has them.
    """
    parts = fixed_parts(Path(pattern))
    fixed = Path(*parts)
    rest = Path(
        *(
            each if each == "**" else re.sub(r"\*+", "*", each)
            for each in Path(pattern).parts[len(parts) :]
        )
    )
    return sorted(
        str(each)
        for each in fixed.glob(str(rest))  # follows no links to folders below **
        if each.is_file()
        and ("/." in pattern or not any(map(is_hidden, _below(fixed, each))))
    )


def fixed_parts(pattern: Path) -> tuple[str, ...]:
    """Return the parts of a pattern before the first with a wildcard."""
    wild = (i for i, each in enumerate(pattern.parts) if set(each) & set("*?["))
    return pattern.parts[: next(wild)]


def _below(folder: Path, path: Path) -> tuple[Path, ...]:
    """Return a path and its parents as far as they are below a folder."""
    depth = len(path.parts) - len(folder.parts)
    return (path, *path.parents)[:depth]


def _refuse(error: OSError) -> NoReturn:
    raise error


def _is_map(path: Path, suffixes: tuple[str, ...], limit: int) -> bool:
    """Return whether a file is to be read as a map: by its name, or what is in it."""
    name = path.name.lower()
    if not name.endswith(suffixes) or not path.is_file():
        return False
    is_certain = name.endswith(tuple(set(suffixes) - {*_GENERIC}))
    if is_certain and not is_page(path):
        return True
    try:
        text = read_text(path, limit=limit)
    except (ArgmapError, OSError) as error:
        return not is_page(path) or _speaks_of_maps(error)
    return _has_map(text, path) if is_page(path) else _is_recognised(text, path)


def _has_map(page: str, path: Path) -> bool:
    from argmap.pages import readable_on  # noqa: PLC0415 - most inputs are no pages

    try:
        return bool(readable_on(page, str(path)))
    except ArgmapError as error:
        return _speaks_of_maps(error)


def _speaks_of_maps(error: Exception) -> bool:
    """Return whether a page that cannot be read is to be read, which says why."""
    if isinstance(error, FormatError):  # many a page has nothing to do with maps
        from argmap.pages import may_have_maps  # noqa: PLC0415 - most inputs are no pages

        return may_have_maps(error.text)
    return True


def _is_recognised(text: str, path: Path) -> bool:
    found = recognise(text, path)
    return found.format is not None and not found.is_by_name
