"""Blocks and words of Markdown, as CommonMark has them."""

from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from argmap.pages.lines import Line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT_MATTER: Final = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST: Final = 10_000
"""How long a passage may be whose markup is looked at."""
_SPOKEN: Final = {"softbreak": " ", "hardbreak": " ", "html_inline": ""}


def parsed(lines: Sequence[Line]) -> "list[Token]":
    """Return the blocks of a page, without its front matter; their lines are its own.

    What stands in a line is not parsed.
    """
    skipped = front_matter(lines)
    head = len(skipped) + 2 if skipped else 0
    text = "\n" * head + "".join(f"{each.text}\n" for each in lines[head:])
    return _markdown("inline").parse(text)


def front_matter(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the front matter between those that open and close it."""
    closing = _FRONT_MATTER.get(lines[0].text.rstrip()) if lines else None
    if closing is None:
        return ()
    found = list(takewhile(lambda each: each.text.rstrip() not in closing, lines[1:]))
    return found if len(found) < len(lines) - 1 else ()


def plain(text: str) -> str:
    """Return what one reads of a text with markup, in one line.

    >>> plain("*Good*, because [it](a.md) `runs`<!-- here -->")
    'Good, because it runs'
    """
    if len(text) > _LONGEST:
        return " ".join(text.split())
    inline = _markdown().parseInline(text)[0].children or ()
    words = (_SPOKEN.get(each.type, each.content) for each in inline)
    return " ".join("".join(words).split())


@cache
def _markdown(*left_out: str) -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - seldom wanted

    return MarkdownIt("commonmark").disable(left_out)
