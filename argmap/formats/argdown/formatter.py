"""Layout: a text laid out anew, with its author's words, order and comments.

The tokens are written one after the other with blanks and line breaks of our own.
The map is the same before and after; where that cannot be had, the text stays as it
is.
"""

from collections.abc import Iterator
from typing import Any

from argmap.errors import FormatError
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.content import Range
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.hunks import LINE_END, usual_line_end
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.tokens import Tokens
from argmap.formats.located import whole_characters

_SIGNS = t.RELATIONS | t.ITEMS


def format_text(text: str) -> str:
    r"""Return a text laid out: an empty line between blocks, two blanks a level.

    Lines end as most lines of the text do. Raises FormatError with every finding for
    a text that is not right.

    >>> print(format_text("[Rents]:  They rose.\n    -  <Index>: By one of two.\n\n\n"))
    [Rents]: They rose.
      - <Index>: By one of two.
    <BLANKLINE>
    """
    tokens, elements = read_elements(text)
    if elements.faults:
        raise FormatError(elements.faults, text)
    laid_out = LINE_END.sub(usual_line_end(text), _Layout(tokens).run())
    if _meaning(laid_out) == _meaning(text):
        return laid_out
    return text


class _Layout:
    """Tokens on their way to lines."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._out: list[str] = []
        self._depth = 0
        self._is_list = False
        self._hanging = 0
        self._end = 0
        self._last = t.EMPTYLINE

    def run(self) -> str:
        """Write all tokens and comments."""
        for kind, start, end in self._pieces():
            if kind in {t.INDENT, t.DEDENT}:
                self._depth += 1 if kind == t.INDENT else -1
                continue
            if kind in {t.NEWLINE, t.EMPTYLINE}:
                # a comment leaves the break of its own line in the gap
                is_empty = kind == t.EMPTYLINE or self._breaks(end) > 1
                self._break(2 if is_empty else 1)
                self._is_list = self._is_list and kind == t.NEWLINE
                self._last = kind
            elif kind == _COMMENT:
                self._comment(start, end)
            else:
                self._token(kind, start, end)
                self._last = kind
            self._end = max(self._end, end)
        self._break(1)
        return "".join(self._out).rstrip("\n") + "\n"

    def _pieces(self) -> Iterator[tuple[int, int, int]]:
        """Yield tokens and comments in their order."""
        tokens = self._tokens
        comments = iter([*tokens.comments, (len(tokens.text) + 1, 0)])
        comment = next(comments)
        for kind, start, end in zip(
            tokens.kinds, tokens.starts, tokens.ends, strict=True
        ):
            while comment[0] < start or (comment[0] == start and end > start):
                yield _COMMENT, *comment
                comment = next(comments)
            if kind != t.EOF:
                yield kind, start, end

    def _break(self, count: int) -> None:
        """End the line, and leave an empty one if there are to be two breaks."""
        if not self._out:
            return
        have = 0
        while have < len(self._out) and self._out[-1 - have] == "\n":
            have += 1
        if not have:
            self._trim()
        self._out += ["\n"] * max(0, count - have)

    def _trim(self) -> None:
        """Take a blank from the end of the line; more are the author's."""
        last = self._out[-1]
        if last.endswith(" ") and not last.endswith(("  ", "\t ", "\\ ")):
            self._out[-1] = last[:-1]

    def _margin(self) -> str:
        """Return what stands before a line that goes on with a text."""
        if self._last == t.EMPTYLINE:
            self._hanging = 0
        return " " * self._hanging

    def _begins_line(self) -> bool:
        return not self._out or self._out[-1] == "\n"

    def _comment(self, start: int, end: int) -> None:
        self._gap(start)
        if self._begins_line():
            # below an empty line it belongs to no text
            is_alone = self._out[-2:] == ["\n", "\n"]
            self._out.append("" if is_alone else self._margin())
        self._out.append(_with_plain_breaks(self._tokens.text[start:end]))

    def _breaks(self, end: int) -> int:
        """Count the line breaks from what was written last up to a position."""
        gap = self._tokens.text[self._end : end]
        return gap.count("\n") or gap.count("\r")

    def _gap(self, start: int) -> None:
        """Write what stands between two tokens: blanks, and a comment's breaks."""
        breaks = self._breaks(start)
        if breaks:
            self._break(min(breaks, 2))
        elif start > self._end and not self._begins_line():
            self._space()

    def _space(self) -> None:
        if not self._out[-1].endswith((" ", "\t", "\n")):
            self._out.append(" ")

    def _token(self, kind: int, start: int, end: int) -> None:
        image = self._tokens.text[start:end]
        self._gap(start)
        if kind in _SIGNS or kind in {t.STATEMENT_NUMBER, t.INFERENCE_START}:
            self._sign(kind, image.lstrip("' \t"))
            return
        if self._begins_line():
            margin = self._margin()
            self._out.append(margin or ("  " if kind == t.DATA else ""))
        elif self._last in _SPACED:
            self._space()
        self._out.append(_with_plain_breaks(image))

    def _sign(self, kind: int, sign: str) -> None:
        """Begin a line with a relation, a bullet, a number or an inference line."""
        if kind in t.ITEMS:
            self._is_list = True
        level = 0
        if kind in _SIGNS:
            level = 2 * (self._depth - self._is_list)
        self._hanging = level + (4 if kind == t.STATEMENT_NUMBER else 2)
        if kind == t.INFERENCE_START:
            self._hanging = 0
        self._out.append(" " * level + sign)


_COMMENT = -1
_SPACED = _SIGNS | (t.TITLES - t.REFERENCES) | {t.STATEMENT_NUMBER}
"""Kinds with a blank after them, whether their author put one or not."""


def _with_plain_breaks(image: str) -> str:
    return image.replace("\r\n", "\n")


def _meaning(text: str) -> Any:
    """Return what a text says: its map, and what is wrong with it."""
    _, elements = read_elements(whole_characters(text)[0])
    for element in elements.all:
        for each in element.members:
            each.ranges = [_without_blanks(one, each.text) for one in each.ranges]
    faults = [each.code for each in elements.faults]
    return faults, to_map(elements).argument_map


def _without_blanks(range_: Range, text: str) -> Range:
    """Return a range without the blanks at its end: layout may take them away."""
    start = range_["start"]
    words = text[start : range_["stop"] + 1].rstrip()
    return range_ | {"stop": start + len(words) - 1}
