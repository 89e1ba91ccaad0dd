"""Widths of words on any viewer, and where their lines break.

Widths are the wider of Arial's and DejaVu Sans', so that no text leaves its box
whichever of the two a viewer falls back to.
"""

import json
import math
import re
from functools import cache, lru_cache
from itertools import pairwise, repeat
from pkgutil import get_data
from typing import TypeAlias

from argmap.words import ELLIPSIS, graphemes

_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_WITHOUT_SPACES = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff]")
_CLOSING = frozenset("、。，．！？：；）」』】〉》”’")
"""What does not stand at the start of a line in Chinese or Japanese."""
_TOLERANCE = 1e-6
_MOST_EVEN = 5_000
"""In words or letters; the lines of a longer text are filled one by one, for speed."""
_UNKNOWN = 100
_WIDE = 104
_EMOJI = 130

Bold: TypeAlias = bool | tuple[bool, ...]


class _Widths(dict[int, int]):
    """Widths by code point in hundredths of an em; others are worked out once."""

    def __init__(self, font: str) -> None:
        data = get_data("argmap.diagram", "font_widths.json")
        assert data is not None  # noqa: S101 - it comes with this module
        runs: dict[str, list[int]] = json.loads(data)[font]
        for start, run in runs.items():
            first = int(start, 16)
            self.update(zip(range(first, first + len(run)), run, strict=True))

    def __missing__(self, code: int) -> int:
        from wcwidth import wcwidth  # noqa: PLC0415 - only for rarer scripts

        cells = wcwidth(chr(code))
        if cells == 2:  # noqa: PLR2004 - a wide character
            width = _EMOJI if code >= 0x1F000 else _WIDE  # noqa: PLR2004
        else:
            width = _UNKNOWN if cells else 0
        self[code] = width
        return width


@cache
def _widths(font: str) -> _Widths:
    return _Widths(font)


@lru_cache(maxsize=16384)
def width(text: str, *, bold: bool = False) -> float:
    """Return the width of a line in ems.

    >>> width("Rents rose.")
    5.75
    """
    widths = _widths("bold" if bold else "regular")
    return sum(map(widths.__getitem__, map(ord, text))) / 100


def wrap(text: str, limit: float, *, lines: int = 0, bold: Bold = False) -> list[str]:
    """Break a text into lines of at most `limit` ems, as evenly filled as can be.

    Where it needs more than `lines` (0 is any number), the last one ends in an
    ellipsis. Words that are too long are broken between grapheme clusters. `bold` is
    said of the text, or of each of its words.

    >>> wrap("Rents rose by a third in the capital.", 12)
    ['Rents rose by a', 'third in the capital.']
    >>> wrap("Rents rose by a third in the capital.", 12, lines=1)
    ['Rents rose by a third…']
    """
    pieces, sizes, bare = _measured(text, limit, bold=bold)
    starts = _full_lines(sizes, bare, limit)
    if lines and len(starts) > lines:
        shown = _joined(pieces[: starts[lines]], starts[:lines])
        return [*shown[:-1], _shortened(shown[-1], limit, bold=bool(bold))]
    if len(starts) > 1 and len(pieces) <= _MOST_EVEN:
        starts = _even_lines(sizes, bare, limit)
    return _joined(pieces, starts)


def line_count(text: str, limit: float, *, bold: Bold = False) -> int:
    """Return how many lines of at most `limit` ems the text needs.

    >>> line_count("Rents rose by a third in the capital.", 12)
    2
    """
    _, sizes, bare = _measured(text, limit, bold=bold)
    return len(_full_lines(sizes, bare, limit))


def _measured(
    text: str, limit: float, *, bold: Bold
) -> tuple[list[str], list[float], list[float]]:
    """Return the pieces of a text, their widths, and those at the start of a line."""
    pieces: list[str] = []
    sizes: list[float] = []
    bare: list[float] = []
    space = width(" ", bold=bool(bold))
    each_bold = bold if isinstance(bold, tuple) else repeat(bold)
    for word, is_bold in zip(text.split(), each_bold, strict=False):
        before = " "
        for piece, size in _pieces(word, limit, bold=is_bold):
            pieces.append(before + piece)
            sizes.append(size + space if before else size)
            bare.append(size)
            before = ""
    return pieces, sizes, bare


@lru_cache(maxsize=16384)
def _pieces(word: str, limit: float, *, bold: bool) -> list[tuple[str, float]]:
    """Return what of a word stays on one line, each piece with its width."""
    pieces: list[str] = []
    for part in _AFTER_HYPHEN.split(word):
        if width(part, bold=bold) <= limit and not _WITHOUT_SPACES.search(part):
            pieces.append(part)
        else:
            for grapheme in graphemes(part):
                with_last = "".join(pieces[-1:]) + grapheme
                if grapheme in _CLOSING and width(with_last, bold=bold) <= limit:
                    pieces[-1:] = [with_last]
                else:
                    pieces.append(grapheme)
    return [(piece, width(piece, bold=bold)) for piece in pieces]


def _full_lines(sizes: list[float], bare: list[float], limit: float) -> list[int]:
    """Return where lines start that hold as much as they can."""
    starts: list[int] = []
    filled = math.inf
    for index, size in enumerate(sizes):
        filled += size
        if filled > limit + _TOLERANCE:
            starts.append(index)
            filled = bare[index]
    return starts


def _even_lines(sizes: list[float], bare: list[float], limit: float) -> list[int]:
    """Return where as few lines start as can be, most evenly filled.

    That is, with the least sum of squared white space, where a further line costs
    more than white space ever can.
    """
    cost_of_line = limit * limit * len(sizes)
    best = [0.0]
    line_of = []
    for end in range(1, len(sizes) + 1):
        least, start_of_least = math.inf, end - 1
        filled = 0.0
        for start in range(end - 1, -1, -1):
            line = filled + bare[start]
            if line > limit + _TOLERANCE and start < end - 1:
                break
            waste = best[start] + cost_of_line
            if line < limit:
                waste += (limit - line) ** 2
            if waste < least:
                least, start_of_least = waste, start
            filled += sizes[start]
        best.append(least)
        line_of.append(start_of_least)
    starts = []
    end = len(sizes)
    while end:
        end = line_of[end - 1]
        starts.append(end)
    return starts[::-1]


def _joined(pieces: list[str], starts: list[int]) -> list[str]:
    return [
        "".join(pieces[start:end]).strip()
        for start, end in pairwise([*starts, len(pieces)])
    ]


def _shortened(line: str, limit: float, *, bold: bool) -> str:
    """Take words, or else letters, from the end until an ellipsis finds room."""
    while line and width(line + ELLIPSIS, bold=bold) > limit:
        head, _, _ = line.rpartition(" ")
        line = head or "".join(graphemes(line)[:-1])
    return line + ELLIPSIS
