"""A text as an editor has it: lines, columns, and changes of a span."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from argmap.diagnostics import Edit, Span, line_starts


@attrs.frozen(eq=False)
class File:
    r"""A text by its lines, and its path; None for a text of no file.

    >>> file = File(None, "a\r\nbc")
    >>> file.position(4), file.offset(1, 1)
    ((1, 1), 4)
    """

    path: str | None
    text: str = attrs.field(repr=False)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return line_starts(self.text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines with their ends; only the last has none."""
        bounds = pairwise([*self._starts, len(self.text)])
        return [self.text[start:end] for start, end in bounds]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both counted from 0."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def offset(self, line: int, column: int) -> int:
        """Return the offset in a line, or of its end if it is not so long."""
        return self._starts[line] + min(column, len(self.lines[line]))

    def line_start(self, offset: int) -> int:
        """Return where the line with this offset begins."""
        return self._starts[self.position(offset)[0]]

    def changed(self, span: Span, text: str) -> "File":
        """Return the file with other words in a span of it."""
        return File(self.path, Edit(span, text).of(self.text))


def difference(old: str, new: str) -> Edit:
    """Return the one change that makes another text of a text.

    >>> difference("not now", "not here, now")
    Edit(span=Span(start=4, end=4), text='here, ')
    """
    first = _same(old, new)
    rest, text = old[first:], new[first:]
    last = _same(rest[::-1], text[::-1])
    span = Span(first, len(old) - last)
    return Edit(span, text[: len(text) - last])


def _same(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((at for at, (a, b) in pairs if a != b), shorter)
