"""Folds: sections, blocks, lines below another one, comments."""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import Tokens
from argmap.language_server.files import File

_LAYOUT = frozenset({t.EMPTYLINE, t.NEWLINE, t.INDENT, t.DEDENT, t.EOF})
_BLOCK_ENDS = frozenset({t.EMPTYLINE, t.EOF})
_LINE_STARTS = t.RELATIONS | t.ITEMS | {t.STATEMENT_NUMBER, t.INFERENCE_START}


class FoldKind(StrEnum):
    """The use of a fold, in the words of the protocol."""

    COMMENT = "comment"
    REGION = "region"


@attrs.frozen(order=True)
class Fold:
    """Lines that can be folded into the first of them, counted from 0."""

    first: int
    last: int
    kind: FoldKind = FoldKind.REGION


def folds(tokens: Tokens, file: File) -> list[Fold]:
    r"""Return what of a text can be folded, in order.

    >>> from argmap.formats.argdown.tokens import tokenize
    >>> text = "# Rents\n\n[Cap]: Cap rents.\n  + <Relief>\n"
    >>> [(each.first, each.last) for each in folds(tokenize(text), File(None, text))]
    [(0, 3), (2, 3)]
    """
    found = {*_Walk(tokens, file).run(), *_comments(tokens, file)}
    return sorted(each for each in found if each.first < each.last)


def _comments(tokens: Tokens, file: File) -> list[Fold]:
    """Return comments over several lines, and several below each other as one."""
    found: list[Fold] = []
    for start, end in tokens.comments:
        first, last = (file.position(at)[0] for at in (start, end - 1))
        if not file.text[file.line_start(start) : start].strip():
            if found and first <= found[-1].last + 1:
                first = found.pop().first
            found.append(Fold(first, last, FoldKind.COMMENT))
    return found


@attrs.define
class _Walk:
    """A walk over tokens: what is open, by where it begins, and what was last."""

    tokens: Tokens
    file: File
    last: int = 0
    block: int | None = None
    line: int = 0
    sections: list[tuple[int, int]] = attrs.field(factory=list)
    above: list[int] = attrs.field(factory=list)

    def run(self) -> Iterator[Fold]:
        """Yield the sections, the blocks, and what stands below a line."""
        for at, kind in enumerate(self.tokens.kinds):
            if kind == t.INDENT:
                is_below = self.block is not None  # else it begins a list
                self.above.append(self.line if is_below else at + 1)
            elif kind == t.DEDENT:
                yield self._fold(self.above.pop())
            elif kind in _BLOCK_ENDS and self.block is not None:
                yield self._fold(self.block)
                self.block = None
            if kind == t.HEADING:
                yield from self._close(self.tokens.image(at).count("#"))
            if kind not in _LAYOUT:
                self._go_on(at, kind)
        yield from self._close(0)

    def _go_on(self, at: int, kind: int) -> None:
        self.last = at
        if kind == t.HEADING:
            self.sections.append((self.tokens.image(at).count("#"), at))
        if self.block is None:
            self.block = self.line = at
        elif kind in _LINE_STARTS:
            self.line = at

    def _close(self, level: int) -> Iterator[Fold]:
        """End the sections that are not above one of this level."""
        while self.sections and self.sections[-1][0] >= level:
            yield self._fold(self.sections.pop()[1])

    def _fold(self, first: int) -> Fold:
        """Return the lines from one token to the last."""
        tokens, position = self.tokens, self.file.position
        end = tokens.starts[self.last] + len(tokens.image(self.last).rstrip())
        return Fold(position(tokens.starts[first])[0], position(end)[0])
