"""Spans: what of a text is bold, italic or a link."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

import attrs

_WORD = re.compile(r"\S+")


@attrs.frozen
class Span:
    """A part of a text, in code points, that is bold, italic or a link to a URL."""

    start: int
    end: int
    is_bold: bool = False
    is_italic: bool = False
    url: str = ""


def between(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return what of spans is between two positions of a text, counted from the first.

    >>> [(each.start, each.end) for each in between([Span(0, 4), Span(7, 9)], 2, 8)]
    [(0, 2), (5, 6)]
    """
    first = bisect_right(spans, start, key=attrgetter("end"))
    last = bisect_left(spans, end, key=attrgetter("start"))
    return tuple(
        attrs.evolve(
            each, start=max(each.start, start) - start, end=min(each.end, end) - start
        )
        for each in spans[first:last]
    )


def pieces(text: str, spans: Iterable[Span]) -> list[tuple[str, Span | None]]:
    """Return a text in pieces, each with its span if it has one.

    >>> [words for words, _ in pieces("Rents rose.", [Span(6, 10)])]
    ['Rents ', 'rose', '.']
    """
    found: list[tuple[str, Span | None]] = []
    at = 0
    for each in spans:
        found += [(text[at : each.start], None), (text[each.start : each.end], each)]
        at = each.end
    return [(words, span) for words, span in (*found, (text[at:], None)) if words]


def bold_words(text: str, spans: Sequence[Span]) -> bool | tuple[bool, ...]:
    """Return for each word of a text whether any of it is bold; False if none is.

    >>> bold_words("Rents rose.", [Span(6, 10, is_bold=True)])
    (False, True)
    """
    bold = bytearray(len(text))
    for each in spans:
        if each.is_bold:
            bold[each.start : each.end] = b"\1" * (each.end - each.start)
    if not any(bold):
        return False
    return tuple(any(bold[slice(*word.span())]) for word in _WORD.finditer(text))
