"""Roots of the files that a text may name: all inside one folder, links resolved.

Everything that follows a name from a text to a file asks `inside` first.
"""

from os.path import islink
from pathlib import Path
from typing import Final

from argmap.errors import ArgmapError

_NO_FILE: Final = "cannot be a file"
_PROJECT_MARKS: Final = ("pyproject.toml", ".git")


class PathError(ArgmapError, ValueError):
    """A text names a file that it may not; says why, as in "'x' is outside docs"."""


def inside(root: Path, folder: Path, name: str, called: str) -> Path:
    """Return the path of a file named from a folder, links resolved; opens nothing.

    Raises PathError unless it is in the root, which the error names as `called`.

    >>> inside(Path("/maps"), Path("/maps/rents"), "../../etc/passwd", "the folder")
    Traceback (most recent call last):
    argmap.formats.roots.PathError: is outside the folder
    """
    try:
        path = (folder / name).resolve()
        is_inside = path.is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, NUL
        raise PathError(_NO_FILE) from error
    if islink(path):  # noqa: PTH114 - Python 3.13 gives loops back; takes long names
        raise PathError(_NO_FILE)
    if not is_inside:
        msg = f"is outside {called}"
        raise PathError(msg)
    return path


def project_of(folder: Path) -> Path:
    """Return the nearest folder, this or above, that holds a project; else this one.

    That is one with a `pyproject.toml` or a `.git` in it.
    """
    for each in (folder, *folder.parents):
        if any((each / mark).exists() for mark in _PROJECT_MARKS):
            return each
    return folder
