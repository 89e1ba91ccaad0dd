"""INPUT as a folder, a pattern or a page: the files, and maps, that it stands for."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

import attrs

from argmap.cli.exit_codes import InputError
from argmap.cli.inputs import inputs_in, python_name, text_of
from argmap.errors import ArgmapError, FormatError
from argmap.formats import FORMATS, recognise
from argmap.formats.files import files_below, is_hidden
from argmap.pages import SUFFIXES as PAGES, is_page, may_have_maps, readable_on
from argmap.words import system_reason, visible

_GENERIC: Final = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".yml", ".yaml")
"""Suffixes of maps and of much else: what is in a file decides."""
_SUFFIXES: Final = (
    *(suffix for each in FORMATS if each.read for suffix in each.suffixes),
    *_GENERIC[-2:],
)


@attrs.frozen
class Inputs:
    """The files that INPUTs stand for, and where the result of each goes in a folder.

    A path has no suffix; it is below that folder as the file is below its own. There
    are or may be several where there is more than one INPUT, a folder or a pattern.
    """

    names: tuple[str, ...]
    paths: Mapping[str, Path]
    are_several: bool


def expanded(
    names: Sequence[str], from_: str | None = None, *, apart_from: str = ""
) -> Inputs:
    """Return the INPUTs, and for a folder, a pattern or a page the maps that it is.

    See `files_of`. With a format `from_` a page is a text in that, and no page. A page
    without a map is left out unless it is named. Raises InputError where there is none.
    """
    found = _files(names, _SUFFIXES + PAGES * (from_ is None), apart_from)
    if from_ is None:
        found = [
            each
            for name, place in found
            for each in _maps_of(name, place, is_named=name in names)
        ]
    if not found:
        msg = f"no page that fits '{visible(names[0])}' has a map"
        raise InputError(msg)
    return _inputs(names, found)


def _maps_of(name: str, place: Path, *, is_named: bool) -> list[tuple[str, Path]]:
    """Return the INPUTs that the maps on a page are; of what is no page, itself."""
    try:
        inputs = inputs_in(name) if is_page(name) else [name]
    except (ArgmapError, OSError):
        inputs = [name]  # reading it says why
    if inputs == [name] or (is_named and not inputs):
        return [(name, place)]
    return [(each, _place_of(each, name, place)) for each in inputs]


def _place_of(name: str, page: str, place: Path) -> Path:
    """Return where the result of a map goes that is one of several on a page."""
    if not name.startswith(f"{page}:"):
        return place.with_name(Path(name).name)
    of_map = re.sub(r"\W+", "-", name.removeprefix(page))
    return place.with_name(f"{place.stem}{of_map}{place.suffix}")


def files_of(names: Sequence[str], suffixes: tuple[str, ...]) -> Inputs:
    """Return the INPUTs, and for a folder or a pattern the files that it stands for.

    Of a folder these are the maps and pages in it and below, sorted, with one of the
    suffixes; hidden ones, those of installed packages, and the folder `apart_from` are
    left out, and links to folders are not followed. Raises InputError where there are
    none.
    """
    return _inputs(names, _files(names, suffixes))


def _inputs(names: Sequence[str], found: Iterable[tuple[str, Path]]) -> Inputs:
    paths = {name: place.with_suffix("") for name, place in found}
    return Inputs(tuple(paths), paths, len(paths) > 1 or tuple(paths) != tuple(names))


def _files(
    names: Iterable[str], suffixes: tuple[str, ...], apart_from: str = ""
) -> list[tuple[str, Path]]:
    """Return the files that INPUTs stand for, and where each is below its folder."""
    found: list[tuple[str, Path]] = []
    for name in names:
        if os.path.isdir(name):  # noqa: PTH112 - no name is too long for it
            inside = [
                (str(each), each.relative_to(name))
                for each in _maps(Path(name), suffixes, Path(apart_from or name))
            ]
            if not inside:
                msg = f"no maps in '{visible(name)}' (files in {', '.join(suffixes)})"
                raise InputError(msg)
            found += inside
        elif is_pattern(name):
            found += _fitting(name)
        else:
            found.append((name, _place(name)))
    return found


def _place(name: str) -> Path:
    if name == "-":
        return Path("stdin")
    module, _ = python_name(name) or (name, "")
    return Path(Path(module).name or "map")


def is_pattern(name: str) -> bool:
    """Return whether a name is none of a file, but a pattern for some."""
    is_one = any(each in name for each in "*?[") and not python_name(name)
    return is_one and not os.path.lexists(name)


def _fitting(pattern: str) -> list[tuple[str, Path]]:
    """Return what fits a pattern, and where it is below what has no wildcard in it."""
    found = [Path(each) for each in files_fitting(pattern)]
    if not found:
        msg = f"no file fits '{visible(pattern)}'"
        raise InputError(msg)
    fixed = Path(*_fixed_parts(Path(pattern)))
    return [(str(each), _downwards(each.relative_to(fixed))) for each in found]


def _downwards(path: Path) -> Path:
    """Return a path without its steps up, which would lead out of the folder of OUT."""
    return Path(*(each for each in path.parts if each != ".."))


def files_fitting(pattern: str) -> list[str]:
    """Return the files that fit a pattern, sorted; two asterisks are any folders.

    Hidden files and folders fit only where the pattern itself has them.
    """
    parts = _fixed_parts(Path(pattern))
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


def _fixed_parts(pattern: Path) -> tuple[str, ...]:
    """Return the parts of a pattern before the first with a wildcard."""
    wild = (i for i, each in enumerate(pattern.parts) if set(each) & set("*?["))
    return pattern.parts[: next(wild)]


def _below(folder: Path, path: Path) -> tuple[Path, ...]:
    """Return a path and its parents as far as they are below a folder."""
    depth = len(path.parts) - len(folder.parts)
    return (path, *path.parents)[:depth]


def _maps(folder: Path, suffixes: tuple[str, ...], apart_from: Path) -> Iterator[Path]:
    """Yield the maps in a folder and below."""
    for path in files_below(folder, apart_from=apart_from, on_error=_refuse):
        if _is_map(path, suffixes):
            yield path


def _has_map(page: str) -> bool:
    try:
        return bool(readable_on(text_of(page), page))
    except FormatError as error:  # many a page has nothing to do with maps
        return may_have_maps(error.text)
    except (ArgmapError, OSError):
        return True  # reading it says why


def _refuse(error: OSError) -> NoReturn:
    msg = f"'{error.filename}' cannot be looked into: {system_reason(error)}"
    raise InputError(msg) from error


def _is_map(path: Path, suffixes: tuple[str, ...]) -> bool:
    """Return whether a file is to be read as a map: by its name, or what is in it."""
    name = path.name.lower()
    if not name.endswith(suffixes) or not path.is_file():
        return False
    if is_page(path):
        return _has_map(str(path))
    if name.endswith(tuple(each for each in suffixes if each not in _GENERIC)):
        return True
    try:
        text = text_of(str(path))
    except (ArgmapError, OSError):
        return True  # reading it says why
    found = recognise(text, path)
    return found.format is not None and not found.is_by_name
