"""Lines of a page, as far as they belong to a block, each with its place there."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from argmap.diagnostics import Span
from argmap.formats.document import Excerpt

_LINE: Final = re.compile(r"([^\r\n]*+)(\r\n|\r|\n|\Z)")
_BLANKS: Final = re.compile(r"[ \t]*+")


@attrs.frozen
class Line:
    """A line without the margin of the block that it is in: its text, and its end.

    The text stands at `start` in the page, behind the `margin`. Where that ends inside
    a tab, the text begins with as many `blanks` as are left of the tab, and these
    stand nowhere.
    """

    text: str
    end: str
    start: int
    margin: str = ""
    blanks: int = 0

    @property
    def whole(self) -> str:
        """The text with the line's end."""
        return self.text + self.end

    @property
    def begin(self) -> int:
        """Where the line begins with its margin."""
        return self.start - len(self.margin)

    @property
    def behind(self) -> int:
        """Where the next line begins."""
        return self.start + len(self.whole) - self.blanks

    def cut(self, text: str) -> "Line":
        r"""Return the line with the text that is left of it.

        >>> Line("\t+ b", "", 7).cut("  + b")
        Line(text='  + b', end='', start=8, margin='\t', blanks=2)
        """
        own = self.text.replace("\0", "\ufffd")  # as CommonMark has it
        blanks = 0
        while not own.endswith(text[blanks:]):
            blanks += 1
        at = len(own) - len(text) + blanks
        taken = self.text[self.blanks : at]
        return Line(
            text[:blanks] + self.text[at:],
            self.end,
            self.start + len(taken),
            self.margin + taken,
            blanks + max(0, self.blanks - at),
        )

    def without_columns(self, columns: int, tab: int) -> "Line":
        """Return the line without so many columns of blanks, tabs being as wide."""
        width = at = 0
        while width < columns and self.text[at : at + 1] in {" ", "\t"}:
            width += tab - width % tab if self.text[at] == "\t" else 1
            at += 1
        return self.cut(" " * (width - columns) + self.text[at:])


def lines_of(text: str) -> list[Line]:
    r"""Return the lines of a page; they end as those of findings do.

    >>> [each.start for each in lines_of("a\r\nb\n\n")]
    [0, 3, 5]
    """
    return [
        Line(match[1], match[2], match.start())
        for match in _LINE.finditer(text)
        if match[0]
    ]


def columns(text: str, tab: int) -> int:
    """Return how many columns of blanks a text begins with."""
    blanks = _BLANKS.match(text)
    return len(blanks[0].expandtabs(tab)) if blanks else 0


def text_of(lines: Iterable[Line]) -> str:
    """Return the text that lines make together."""
    return "".join(each.whole for each in lines)


def excerpts(lines: Iterable[Line], path: str | None, page: str) -> list[Excerpt]:
    """Return which places of a page the text of these lines comes from.

    What is found behind the last line, stands where that ends.
    """
    found: list[Excerpt] = []
    for span, offset in _pieces(lines):
        last = found[-1] if found else None
        if last and offset - last.offset == span.start - last.span.start:
            found[-1] = attrs.evolve(last, span=Span(last.span.start, span.end))
        else:
            found.append(Excerpt(span, path, page, offset))
    if found:
        last = found[-1]
        behind = Span(last.span.start, last.span.end + 1)
        found[-1] = attrs.evolve(last, span=behind)
    return found


def _pieces(lines: Iterable[Line]) -> Iterator[tuple[Span, int]]:
    """Yield spans of the text, and where each of them stands in the page."""
    at = 0
    for line in lines:
        if line.blanks:
            yield Span(at, at + line.blanks), line.start - 1
        end = at + len(line.whole)
        yield Span(at + line.blanks, end), line.start
        at = end
