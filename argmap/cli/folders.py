"""INPUT as a folder, a pattern or a page: the files, and maps, that it stands for."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from argmap.cli.exit_codes import InputError
from argmap.cli.inputs import inputs_in, python_name
from argmap.cli.options import max_size
from argmap.errors import ArgmapError
from argmap.folders import SUFFIXES, files_fitting, fixed_parts, is_pattern, maps_in
from argmap.pages import SUFFIXES as PAGES, is_page
from argmap.words import system_reason, visible


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
    found = _files(names, SUFFIXES + PAGES * (from_ is None), apart_from)
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
            found += _inside(name, suffixes, apart_from)
        elif is_pattern(name) and not python_name(name):
            found += _fitting(name)
        else:
            found.append((name, _place(name)))
    return found


def _inside(
    folder: str, suffixes: tuple[str, ...], apart_from: str
) -> list[tuple[str, Path]]:
    """Return the maps in a folder, and where each is below it."""
    apart, limit = apart_from or None, max_size()
    try:
        found = [*maps_in(folder, suffixes, apart_from=apart, limit=limit)]
    except OSError as error:
        msg = f"'{error.filename}' cannot be looked into: {system_reason(error)}"
        raise InputError(msg) from error
    if not found:
        msg = f"no maps in '{visible(folder)}' (files in {', '.join(suffixes)})"
        raise InputError(msg)
    return [(str(each), each.relative_to(folder)) for each in found]


def _place(name: str) -> Path:
    if name == "-":
        return Path("stdin")
    module, _ = python_name(name) or (name, "")
    return Path(Path(module).name or "map")


def _fitting(pattern: str) -> list[tuple[str, Path]]:
    """Return what fits a pattern, and where it is below what has no wildcard in it."""
    found = [Path(each) for each in files_fitting(pattern)]
    if not found:
        msg = f"no file fits '{visible(pattern)}'"
        raise InputError(msg)
    fixed = Path(*fixed_parts(Path(pattern)))
    return [(str(each), _downwards(each.relative_to(fixed))) for each in found]


def _downwards(path: Path) -> Path:
    """Return a path without its steps up, which would lead out of the folder of OUT."""
    return Path(*(each for each in path.parts if each != ".."))
