"""The titles that are defined in the files of a folder, for a search across them."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from argmap.errors import ArgmapError
from argmap.formats.argdown import ARGDOWN
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.files import files_below, read_text
from argmap.language_server.files import File
from argmap.language_server.index import Occurrence, Title, Use, titles_in

_MOST_FILES: Final = 20_000
"""The files of a folder that are looked through: it may be that of a whole machine."""
_MOST_READ: Final = 1_000
_LARGEST: Final = 2_000_000


def defined_in(file: File) -> list[Occurrence]:
    r"""Return the titles that are defined in a text.

    >>> [str(each.title) for each in defined_in(File(None, "[A]: a\n  + <B>: b"))]
    ['[A]', '<B>']
    """
    return [
        Occurrence(title, use, file, span)
        for title, use, span in titles_in(tokenize(file.text))
        if use is Use.DEFINITION
    ]


def is_like(title: Title, query: str) -> bool:
    """Return whether a title has the letters of a query, in their order.

    >>> is_like(Title("[", "Rents rose"), "rero"), is_like(Title("[", "Rents"), "z")
    (True, False)
    """
    letters = iter(title.words.casefold())
    return all(each in letters for each in query.casefold() if not each.isspace())


def defined_below(folder: Path) -> Iterator[Occurrence]:
    """Yield the titles that are defined in the Argdown files of a folder and below.

    What cannot be read is left out, and so is what is too much to look through.
    """
    looked_at = islice(files_below(folder), _MOST_FILES)
    found = (each for each in looked_at if _is_argdown(each))
    for path in islice(found, _MOST_READ):
        yield from _defined_in(path)


def _is_argdown(path: Path) -> bool:
    return path.name.lower().endswith(ARGDOWN.suffixes)


def _defined_in(path: Path) -> list[Occurrence]:
    try:
        state = path.stat()
        return _read(path, state.st_mtime_ns, state.st_size)
    except (OSError, ArgmapError):
        return []


@lru_cache(maxsize=_MOST_READ)
def _read(path: Path, time: int, size: int) -> list[Occurrence]:
    """Return the definitions in a file as it was at a time."""
    del time, size  # a file that has changed is read again
    return defined_in(File(str(path), read_text(path, limit=_LARGEST)))
