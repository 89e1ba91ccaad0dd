"""INPUT as a folder, a pattern or a page: the files, and maps, that it stands for."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs
import click

from argmap.cli.exit_codes import InputError
from argmap.cli.inputs import inputs_in, python_name
from argmap.cli.options import declaration, max_size
from argmap.cli.outputs import print_message
from argmap.errors import ArgmapError
from argmap.folders import (
    SUFFIXES,
    files_fitting,
    find_maps,
    fixed_parts,
    is_pattern,
    left_out_as,
)
from argmap.formats import Declaration
from argmap.pages import SUFFIXES as PAGES, is_page
from argmap.words import system_reason, visible

_WHY: Final = "'argmap check FILE' says why, 'argmap stats --json' lists them"


@attrs.frozen
class Inputs:
    """The files that INPUTs stand for, and where the result of each goes in a folder.

    A path has no suffix; it is below that folder as the file is below its own. There
    are or may be several where there is more than one INPUT, a folder or a pattern.
    What was `left_out` of a folder may have been meant, but is not recognised.
    """

    names: tuple[str, ...]
    paths: Mapping[str, Path]
    are_several: bool
    left_out: tuple[str, ...] = ()


def expanded(
    names: Sequence[str], from_: str | None = None, *, apart_from: str = ""
) -> Inputs:
    """Return the INPUTs, and for a folder, a pattern or a page the maps that it is.

    Of a folder these are what `find_maps` finds, and what is left out is said unless
    the command is to be quiet. With a format `from_`, or a declaration, a page is a
    text in that, and no page. A page without a map is left out unless it is named.
    Raises InputError where there is none.
    """
    chosen = declaration() or from_
    files = _Files(SUFFIXES + PAGES * (chosen is None), chosen, apart_from)
    found = files.of(names)
    if chosen is None:
        found = [
            each
            for name, place in found
            for each in _maps_of(name, place, is_named=name in names)
        ]
    if not found:
        msg = f"no page that fits '{visible(names[0])}' has a map"
        raise InputError(msg)
    if files.left_out and not click.get_current_context().params.get("quiet"):
        print_message(f"left out: {left_out_as(files.left_out, chosen)}; {_WHY}")
    return _inputs(names, found, files.left_out)


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

    Of a folder these are the texts with one of the suffixes, and the pages that hold
    maps. Raises InputError where there are none.
    """
    return _inputs(names, _Files(suffixes).of(names))


def _inputs(
    names: Sequence[str],
    found: Iterable[tuple[str, Path]],
    left_out: Iterable[Path] = (),
) -> Inputs:
    paths = {name: place.with_suffix("") for name, place in found}
    are_several = len(paths) > 1 or tuple(paths) != tuple(names)
    return Inputs(tuple(paths), paths, are_several, tuple(map(str, left_out)))


@attrs.define
class _Files:
    """The files that INPUTs stand for, of folders those with maps."""

    suffixes: tuple[str, ...]
    format: Declaration | str | None = None
    apart_from: str = ""
    left_out: list[Path] = attrs.field(factory=list, init=False)

    def of(self, names: Iterable[str]) -> list[tuple[str, Path]]:
        """Return the files, and where each is below its folder."""
        found: list[tuple[str, Path]] = []
        for name in names:
            if os.path.isdir(name):  # noqa: PTH112 - no name is too long for it
                found += self._inside(name)
            elif is_pattern(name) and not python_name(name):
                found += _fitting(name)
            else:
                found.append((name, _place(name)))
        return found

    def _inside(self, folder: str) -> list[tuple[str, Path]]:
        """Return the maps in a folder, and where each is below it."""
        try:
            found = find_maps(
                folder,
                self.suffixes,
                self.format,
                apart_from=self.apart_from or None,
                limit=max_size(),
            )
        except OSError as error:
            msg = f"'{error.filename}' cannot be looked into: {system_reason(error)}"
            raise InputError(msg) from error
        self.left_out += found.left_out
        if not found.maps:
            message = self._nothing_in(folder, found.left_out)
            raise InputError(message, found.left_out)
        return [(str(each), each.relative_to(folder)) for each in found.maps]

    def _nothing_in(self, folder: str, left_out: Sequence[Path]) -> str:
        what = f"no maps in '{visible(folder)}'"
        if left_out:
            return f"{what}: {left_out_as(left_out, self.format)}; {_WHY}"
        return f"{what}; 'argmap formats' lists the suffixes of maps"


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
