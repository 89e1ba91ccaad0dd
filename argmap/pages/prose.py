"""Headings, paragraphs and list items of a page in Markdown, each with its place."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from argmap.diagnostics import Span
from argmap.pages.commonmark import parsed, plain
from argmap.pages.lines import Line

_LIST_ITEM: Final = 2
"""How many tokens before the words of a list item the item itself opens."""


@attrs.frozen
class Passage:
    """A heading, a paragraph, or the first paragraph of a list item.

    `raw` is the text with its markup, `level` that of a heading, 0 for what is none.
    """

    raw: str
    lines: tuple[Line, ...] = attrs.field(repr=False)
    level: int = 0
    is_item: bool = False

    @cached_property
    def words(self) -> str:
        """What one reads of it."""
        return plain(self.raw)

    @property
    def margin(self) -> str:
        """What stands before it in its first line, such as the mark of an item."""
        text = self.lines[0].text
        return text[: max(0, text.rfind(self.raw.split("\n")[0]))]

    @property
    def span(self) -> Span:
        """Where all of it stands in the page."""
        return self.within(0, len(self.raw))

    def within(self, start: int, end: int) -> Span:
        """Return where a span of the raw text stands in the page."""
        return Span(self._place(start), self._place(max(start, end - 1)) + 1)

    def span_of(self, words: str) -> Span:
        """Return where some of its words stand; all of it, if markup is among them."""
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.search(pattern, self.raw)
        return self.within(*found.span()) if found else self.span

    def _place(self, at: int) -> int:
        """Return where in the page a character of the raw text stands."""
        row = self.raw.count("\n", 0, at)
        line, text = self.lines[row], self.raw.split("\n")[row]
        column = at - (self.raw.rfind("\n", 0, at) + 1)
        return line.start + max(0, line.text.rfind(text)) + column


def passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield the passages of a page that are in no quotation and no inner list."""
    tokens = parsed(lines)
    for at, token in enumerate(tokens):
        if token.type != "inline" or not token.map:
            continue
        opening, item = tokens[at - 1], tokens[max(0, at - _LIST_ITEM)]
        is_item = item.type == "list_item_open" and item.level == 1
        if is_item or not opening.level:
            level = int(opening.tag[1]) if opening.type == "heading_open" else 0
            own = tuple(lines[slice(*token.map)])
            yield Passage(token.content, own, level, is_item)
