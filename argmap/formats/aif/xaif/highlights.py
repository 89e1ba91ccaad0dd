"""Highlights: spans of HTML that say which node of a graph their words are."""

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from typing import Final

import attrs

_BREAKS: Final = frozenset({"br", "div", "li", "p", "tr"})
_INLINE: Final = frozenset(
    "a b big code em font i mark q s small span strong sub sup u ul ol".split()  # noqa: SIM905 - easier to read
)
_END: Final = "\n\n<br>\n"
"""An end for what has none, which the parser looks for again and again."""
_BEHIND: Final = "\n\n\n\n"
_NODE: Final = re.compile("(?:node)?(.+)", re.DOTALL)


@attrs.frozen
class Highlight:
    """The node that words of the text are, and where they stand in it."""

    node: str
    start: int
    end: int


def highlights_of(html: str) -> tuple[str, list[Highlight]]:
    """Return the text that HTML shows, and what is highlighted in it.

    >>> highlights_of('Bob: <span class="highlighted" id="node1_7">No &amp; no</span>')
    ('Bob: No & no', [Highlight(node='1_7', start=5, end=12)])
    """
    reader = _Reader()
    reader.feed(html + _END)
    reader.close()
    text = "".join(reader.pieces).removesuffix(_BEHIND)
    found = (each for each in reader.highlights if each.end <= len(text))
    return text, sorted(found, key=lambda each: (each.start, -each.end))


class _Reader(HTMLParser):
    """What is shown so far, and the spans that are open here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.highlights: list[Highlight] = []
        self._length = 0
        self._open: list[tuple[str, int]] = []

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - as it is there
        """Pass over `<![…]>`, as browsers do; the parser of Python 3.11 raises."""
        return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a span; what is no tag of HTML is text with a `<` in it."""
        if tag == "span":
            self._open.append((dict(attrs).get("id") or "", self._length))
        elif tag == "br":
            self.handle_data("\n")
        elif tag not in _INLINE | _BREAKS:
            self.handle_data(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Close the span that was opened last, or end a line."""
        if tag in _BREAKS - {"br"}:
            self.handle_data("\n")
        elif tag == "span" and self._open:
            name, start = self._open.pop()
            if match := _NODE.fullmatch(name):
                self.highlights.append(Highlight(match[1], start, self._length))

    def handle_data(self, data: str) -> None:
        """Take text as it stands."""
        self.pieces.append(data)
        self._length += len(data)


def html_of(text: str, highlights: Iterable[Highlight]) -> str:
    """Return HTML that shows a text with these highlights, none across another.

    >>> html_of("No & no.", [Highlight("1", 0, 7)])
    '<span class="highlighted" id="node1">No &amp; no</span>.'
    """
    pieces: list[str] = []
    ends: list[int] = []
    at = 0

    def go_on(to: int) -> None:
        nonlocal at
        pieces.append(escape(text[at:to], quote=False))
        at = to

    for each in sorted(highlights, key=lambda each: (each.start, -each.end)):
        while ends and ends[-1] <= each.start:
            go_on(ends.pop())
            pieces.append("</span>")
        if ends and each.end > ends[-1]:
            continue
        go_on(each.start)
        pieces.append(f'<span class="highlighted" id="node{escape(each.node)}">')
        ends.append(each.end)
    while ends:
        go_on(ends.pop())
        pieces.append("</span>")
    go_on(len(text))
    return "".join(pieces)
