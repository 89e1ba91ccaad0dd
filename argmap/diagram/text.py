"""How wide words are on any viewer, and where their lines break.

Widths are the wider of Arial's and DejaVu Sans', so that no text leaves its box
whichever of the two a viewer falls back to.
"""

import json
import math
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

_SPACED = re.compile(r"\s+")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_WITHOUT_SPACES = re.compile(
    "[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_ELLIPSIS = "…"
_TOLERANCE = 1e-6
_UNKNOWN = 100
_WIDE = 104
_EMOJI = 130


def plain(text: str) -> str:
    r"""Return the text on one line, with nothing in it that hides or reorders.

    Control characters become their pictures, marks that override the writing
    direction vanish; `check` has a finding for both.

    >>> plain("a\n b\x00\u202ec")
    'a b␀c'
    """
    return _UNSAFE.sub(_shown, _SPACED.sub(" ", text).strip())


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # noqa: PLR2004 - where the C0 controls end
        return chr(0x2400 + code)
    if code == 0x7F:  # noqa: PLR2004 - DEL
        return "␡"
    return "" if 0x2000 < code < 0x20FF else "\ufffd"  # noqa: PLR2004


class _Widths(dict[int, int]):
    """Widths by code point in hundredths of an em; others are worked out once."""

    def __init__(self, weight: str) -> None:
        data = files("argmap.diagram").joinpath("font_widths.json").read_bytes()
        runs: dict[str, list[int]] = json.loads(data)[weight]
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


@lru_cache(maxsize=2)
def _widths(weight: str) -> _Widths:
    return _Widths(weight)


@lru_cache(maxsize=16384)
def width(text: str, *, bold: bool = False) -> float:
    """Return the width of a line in ems.

    >>> width("Rents rose.")
    6.03
    """
    widths = _widths("bold" if bold else "regular")
    return sum(widths[code] for code in map(ord, text)) / 100


def wrap(
    text: str, limit: float, *, lines: int = 0, bold: bool = False
) -> tuple[list[str], bool]:
    """Break a text into lines of at most `limit` ems, evenly filled.

    Returns the lines and whether they hold the whole text: where it needs more
    than `lines` (0 is any number), the last one ends in an ellipsis. Words that
    are too long are broken between grapheme clusters.

    >>> wrap("Rents rose by a third in the capital.", 12)
    (['Rents rose by a', 'third in the capital.'], True)
    >>> wrap("Rents rose by a third in the capital.", 12, lines=1)
    (['Rents rose by a…'], False)
    """
    pieces = list(_pieces(text, limit, bold=bold))
    if not pieces:
        return [], True
    space = width(" ", bold=bold)
    sizes = [width(piece, bold=bold) for piece in pieces]
    bare = [
        size - space if piece[0] == " " else size
        for piece, size in zip(pieces, sizes, strict=True)
    ]
    ends, _ = _fill(sizes, bare, limit)
    if lines and len(ends) > lines:
        shown = _joined(pieces, ends[:lines])
        return [*shown[:-1], _shortened(shown[-1], limit, bold=bold)], False
    wanted = len(ends)
    room = max(sum(sizes) / wanted, *bare, 0)
    ends, next_room = _fill(sizes, bare, room)
    while len(ends) > wanted:
        ends, next_room = _fill(sizes, bare, next_room)
    return _joined(pieces, ends), True


def _pieces(text: str, limit: float, *, bold: bool) -> Iterator[str]:
    """Yield what stays on one line; a piece that starts a word has a space before."""
    for word in text.split():
        before = " "
        for part in _AFTER_HYPHEN.split(word):
            if width(part, bold=bold) <= limit and not _WITHOUT_SPACES.search(part):
                yield before + part
                before = ""
                continue
            from wcwidth import iter_graphemes  # noqa: PLC0415 - seldom needed

            for cluster in iter_graphemes(part):
                yield before + cluster
                before = ""


def _fill(
    sizes: list[float], bare: list[float], room: float
) -> tuple[list[int], float]:
    """Fill lines from the front; return their ends and the next greater room.

    That is the least room with which a line would hold one piece more.
    """
    ends: list[int] = []
    next_room = math.inf
    filled = -1.0
    for index, size in enumerate(sizes):
        if filled < 0:
            filled = bare[index]
        elif filled + size <= room + _TOLERANCE:
            filled += size
        else:
            ends.append(index)
            next_room = min(next_room, filled + size)
            filled = bare[index]
    return [*ends, len(sizes)], next_room


def _joined(pieces: list[str], ends: list[int]) -> list[str]:
    starts = [0, *ends[:-1]]
    return [
        "".join(pieces[start:end]).strip()
        for start, end in zip(starts, ends, strict=True)
    ]


def _shortened(line: str, limit: float, *, bold: bool) -> str:
    """Take words, or else letters, from the end until an ellipsis finds room."""
    from wcwidth import iter_graphemes  # noqa: PLC0415 - seldom needed

    while line and width(line + _ELLIPSIS, bold=bold) > limit:
        head, _, _ = line.rpartition(" ")
        line = head or "".join(list(iter_graphemes(line))[:-1])
    return line + _ELLIPSIS
