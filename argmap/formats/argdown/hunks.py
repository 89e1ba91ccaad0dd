"""Hunks: the pieces of a text that an edit replaces, and all else stays."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from argmap.words import replaced

LINE_END: Final = re.compile(r"\r\n?|\n")


def usual_line_end(text: str) -> str:
    r"""Return how most lines of a text end.

    >>> usual_line_end("[A]: a\r\n\r\n[B]: b\n")
    '\r\n'
    """
    times = Counter(LINE_END.findall(text))
    return max(("\n", "\r\n", "\r"), key=lambda each: times[each])


def new_line_end(text: str) -> str:
    r"""Return how a new line ends: as most do, unless in a lone CR, for blocks' sake.

    >>> new_line_end("[A]: a\r  + [B]: b\r")
    '\n'
    """
    usual = usual_line_end(text)
    return "\n" if usual == "\r" else usual


@attrs.frozen
class Hunk:
    """A piece of a text, from `start` to `end`, and what stands there instead."""

    start: int
    end: int
    words: str = ""

    def with_breaks(self, line_break: str) -> "Hunk":
        """Return the hunk with all lines of its words ending so."""
        words = LINE_END.sub(line_break, self.words)
        return Hunk(self.start, self.end, words)


def applied(text: str, hunks: Iterable[Hunk], start: int = 0, end: int = -1) -> str:
    """Return a text, or the part of it between two places, with its hunks replaced.

    Of hunks at one place the first comes first; one inside another is left out.

    >>> applied("Rents fell.", [Hunk(6, 10, "rose")])
    'Rents rose.'
    """
    end = len(text) if end < 0 else end
    found = in_order(hunks, start, end)
    pieces = ((each.start - start, each.end - start, each.words) for each in found)
    return replaced(text[start:end], pieces)


def in_order(hunks: Iterable[Hunk], start: int, end: int) -> Iterator[Hunk]:
    """Yield the hunks between two places from first to last, none inside another."""
    at = start
    for each in sorted(dict.fromkeys(hunks), key=lambda one: one.start):
        if each.start >= at and each.end <= end:
            yield each
            at = each.end


@attrs.frozen
class Foreign:
    """A piece of a text that no hunk may touch, and what stands for it in its file."""

    start: int
    end: int
    words: str

    def behind(self, hunks: Sequence[Hunk]) -> "Foreign | None":
        """Return where the piece is once hunks are replaced; None if one is in it."""
        shift = 0
        for each in hunks:
            if each.end <= self.start:
                shift += len(each.words) - (each.end - each.start)
            elif each.start < self.end:
                return None
        return Foreign(self.start + shift, self.end + shift, self.words)
