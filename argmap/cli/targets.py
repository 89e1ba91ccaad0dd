"""Targets of results: standard output, a file or a folder, never what is read."""

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import attrs
import click

from argmap.cli.folders import Inputs
from argmap.cli.inputs import files_read, maps_listed, page_name
from argmap.errors import ArgmapError
from argmap.formats import AnyPath

_FOLDER: Final = "several INPUTs need a folder to go to: -o results/"


class OutputError(ArgmapError):
    """A place that nothing may be written to."""


def identity(path: AnyPath | int) -> tuple[int, int] | None:
    """Return what is the same for all names of a file; None where there is no file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a descriptor too
    except (OSError, ValueError):
        return None
    regular = stat.S_ISREG(status.st_mode)
    return (status.st_dev, status.st_ino) if regular else None


def is_folder(output: str, inputs: Inputs) -> bool:
    """Return whether OUT is a folder, or is to be one."""
    if output == "-":
        return False
    is_named_so = output.endswith(("/", os.sep)) or (
        inputs.are_several and not Path(output).suffix
    )
    return is_named_so or os.path.isdir(output)  # noqa: PTH112 - no name is too long for it


def refuse_suffix(
    output: str, format_: str, suffixes: Iterable[str], known: Iterable[str]
) -> None:
    """Raise UsageError for an OUT that is named as files in another format are.

    `suffixes` are those of the format, `known` those of all.
    """
    suffix = Path(output).suffix.lower()
    if suffix in known and not any(each.endswith(suffix) for each in suffixes):
        msg = f"'{output}' is named as a file in another format than {format_}"
        raise click.UsageError(msg)


def _several(names: Sequence[str]) -> str:
    """Return what to do about several INPUTs and one OUT."""
    pages = {page_name(each) for each in names}
    found = {each[0] for each in pages if each and each[1]}
    if None in pages or len(found) != 1:
        return _FOLDER
    (page,) = found
    return (
        f"'{page}' holds {len(names)} maps: {maps_listed(page)};"
        " name one of them, or a folder for all: -o results/"
    )


def _in_the_way(folder: Path) -> Path | None:
    """Return what is no folder, but has the name of one that is to be written to."""
    there = next((x for x in (folder, *folder.parents) if os.path.lexists(x)), None)
    return None if there is None or there.is_dir() else there


@attrs.frozen
class Target:
    """Where results go: standard output, a file, or a folder.

    Files in a folder are named after their INPUTs, with `suffix`, and stand below it
    as those stand below theirs.
    """

    path: Path | None
    suffix: str
    inputs: Inputs
    from_: str | None
    is_folder: bool
    _read: dict[str, set[tuple[int, int]]] = attrs.field(factory=dict, init=False)
    _known: set[tuple[int, int]] = attrs.field(factory=set, init=False)
    _taken: dict[Path, str] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(
        cls, output: str, suffix: str, inputs: Inputs, from_: str | None
    ) -> "Target":
        """Read --output; raises UsageError for several INPUTs and one file."""
        path = None if output == "-" else Path(output)
        in_folder = is_folder(output, inputs)
        if len(inputs.names) > 1 and not in_folder:
            raise click.UsageError(_several(inputs.names))
        if in_folder and (file := _in_the_way(Path(output))):
            msg = f"'{file}' is a file; {_FOLDER}"
            raise click.UsageError(msg)
        return cls(path, suffix, inputs, from_, in_folder)

    def path_for(self, name: str) -> Path | None:
        """Return the file for an INPUT's result, None for standard output.

        Raises OutputError for a file that is read, and for another INPUT's result.
        """
        if self.path is None:
            self._refuse_read(name, 1, "standard output")
            return None
        path = self.path
        if self.is_folder:
            place = self.inputs.paths[name]
            path /= place.with_name(f"{place.name}{self.suffix}")
        self._refuse_read(name, path, f"'{path}'")
        first = self._taken.setdefault(path, name)
        if first != name:
            msg = f"'{path}' would be written twice, for '{first}' too"
            raise OutputError(msg)
        return path

    def _refuse_read(self, name: str, path: Path | int, shown: str) -> None:
        """Raise OutputError where a file is an INPUT, or included by one."""
        written = identity(path)
        if written is None:
            return
        # the input itself may include other files by now
        for each in [name] if self._read else self.inputs.names:
            found = map(identity, files_read(each, self.from_))
            self._read[each] = {one for one in found if one}
            self._known.update(self._read[each])
        if written not in self._known:  # as with nearly all of ten thousand
            return
        for each, read in self._read.items():
            if written in read:
                msg = (
                    f"{shown} would overwrite what '{each}' is read from;"
                    " name another OUT"
                )
                raise OutputError(msg)
