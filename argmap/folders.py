"""The files that a folder or a pattern stands for: every way to many maps asks here."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import attrs

from argmap.errors import ArgmapError, FormatError
from argmap.formats import (
    FORMATS,
    AnyPath,
    Format,
    Recognition,
    format_for,
    read,
    read_text,
    recognise,
)
from argmap.formats.declared import CSV, JSON_LINES, NODE_LINK, TSV
from argmap.formats.files import LARGEST, files_below, is_hidden
from argmap.formats.graphml import GRAPHML
from argmap.formats.known import ROWS, AnyFormat
from argmap.pages import is_page
from argmap.words import counted

_DATA: Final = (NODE_LINK, JSON_LINES, CSV, TSV)
_TABLES: Final = tuple(x for each in _DATA[1:] for x in each.suffixes)
_UNREAD: Final = tuple(
    x for each in ROWS if not each.format.read for x in each.format.suffixes
)
_YAML: Final = (".yml", ".yaml")
_GENERIC: Final = (".json", ".xml", *_YAML, ".txt", *_TABLES, *_UNREAD)
"""Suffixes of maps and of much else: what is in a file decides."""
_CERTAIN: Final = tuple(
    x for each in FORMATS if each.read for x in each.suffixes if x not in _GENERIC
)
SUFFIXES: Final = (*_CERTAIN, *_GENERIC)
"""The suffixes of files that may be maps."""
_HEAD: Final = 1 << 16
"""How many bytes nearly always say which format a file is in."""


@attrs.frozen
class Found:
    """The maps in a folder, and the files there that are not recognised as such.

    Together these are all files with a suffix that maps have, apart from pages.
    """

    maps: tuple[Path, ...] = ()
    left_out: tuple[Path, ...] = ()


def find_maps(
    folder: AnyPath,
    suffixes: tuple[str, ...] = SUFFIXES,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    *,
    apart_from: AnyPath | None = None,
    limit: int = LARGEST,
) -> Found:
    """Return the maps in a folder and below, and pages with maps, by their suffixes.

    They are in the order of their names. If a suffix is that of other files too, what
    is in the file decides; in a `format` that is named, all files with its suffixes
    are maps. So is, for reading it says why it is none, a file or a folder inside that
    cannot be opened, a file of more than `limit` bytes, JSON that is broken, and what
    is in a known format that is not read.

    Hidden files, those of installed packages, and the folder `apart_from` are passed
    over, and links to folders are not followed. Raises OSError for a `folder` that
    cannot be looked into.
    """
    apart = None if apart_from is None else Path(apart_from)
    own = None if format is None else _suffixes_of(format)
    found: dict[bool | None, list[Path]] = {True: [], False: [], None: []}

    def note(error: OSError) -> None:
        if Path(error.filename) == Path(folder):
            raise error
        found[True].append(Path(error.filename))

    for path in files_below(Path(folder), apart_from=apart, on_error=note):
        if path.name.lower().endswith(suffixes):
            found[_is_map(path, own, limit)].append(path)
    return Found(tuple(found[True]), tuple(found[False]))


def left_out_as(left_out: Iterable[AnyPath], format_: AnyFormat | None) -> str:
    """Return a clause that says how many files are left out, and why.

    >>> left_out_as(["package.json", "a/ci.yml", "b/ci.yml"], None)
    '3 files are not recognised as maps (2 .yml, 1 .json)'
    """
    suffixes = Counter(Path(each).suffix.lower() for each in left_out)
    kinds = ", ".join(f"{n:,} {each}" for each, n in suffixes.most_common())
    is_one = suffixes.total() == 1
    verb = "is" if is_one else "are"
    why = f"not recognised as {'a map' if is_one else 'maps'}"
    if format_ is not None:
        why = f"not named as files in {format_for(format_).title}"
    return f"{counted(suffixes.total(), 'file')} {verb} {why} ({kinds})"


def _suffixes_of(format_: AnyFormat) -> tuple[str, ...]:
    """Return the suffixes of files that may be in a format, `.json` for `.aif.json`."""
    suffixes = format_for(format_).suffixes or (".json", *_TABLES)
    return tuple(dict.fromkeys(Path(f"x{each}").suffix for each in suffixes))


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


def _is_map(path: Path, own: tuple[str, ...] | None, limit: int) -> bool | None:
    """Return whether a file is to be read as a map; None for a page that has none."""
    name = path.name.lower()
    if not path.is_file():
        return not path.exists()  # a link that leads nowhere: reading it says so
    if own is not None:
        return name.endswith(own)
    if is_page(path):
        return _has_map(path, limit) or None
    return name.endswith(_CERTAIN) or _holds_map(path, limit)


def _holds_map(path: Path, limit: int) -> bool:
    """Return whether what is in a file says that it is a map, or a broken one."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode(errors="replace")
        if _is_recognised(found := recognise(head, path)):
            return True
        text = read_text(path, limit=limit)
    except FormatError as error:
        text = error.text
    except (ArgmapError, OSError):
        return True
    if text != head:
        found = recognise(text, path)
    is_data = found.format in _DATA or path.suffix.lower() in _YAML
    if found.is_guess and is_data and found.format and found.format.read:
        return _relates(text, found.format)
    return _is_recognised(found) or (
        path.suffix.lower() == ".json" and _is_broken(text)
    )


def _is_recognised(found: Recognition) -> bool:
    """Return whether a text is a map beyond doubt; GraphML is any graph."""
    is_known = found.format is not None and found.format is not GRAPHML
    return is_known and not found.is_guess


def _relates(text: str, format_: Format) -> bool:
    """Return whether data, or the lines that it begins with, are read as relations."""
    if format_ in (JSON_LINES, CSV, TSV):
        text = text[:_HEAD].rpartition("\n")[0] if len(text) > _HEAD else text
    argument_map = read(text, format_).argument_map
    return bool(argument_map.inferences or argument_map.counterpoints)


def _is_broken(text: str) -> bool:
    """Return whether a text is no JSON, nor JSON with comments as settings have it."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return not text.startswith(("//", "/*"), error.pos)
    except (ValueError, RecursionError):
        return True
    return False


def _has_map(page: Path, limit: int) -> bool:
    """Return whether a page has a map, or one that reading it finds a fault in."""
    from argmap.pages import may_have_maps, readable_on  # noqa: PLC0415 - few are pages

    try:
        return bool(readable_on(read_text(page, limit=limit), str(page)))
    except FormatError as error:  # many a page has nothing to do with maps
        return may_have_maps(error.text)
    except (ArgmapError, OSError):
        return True
