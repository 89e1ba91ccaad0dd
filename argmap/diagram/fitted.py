"""The lines of a picture as the converter to PNG and PDF needs them.

It knows no base direction, takes the first font that it finds even if that lacks a
letter, fails where fonts change within a line, and sets the parts of a letter of
Indian scripts on top of each other. So a line of other letters than it has itself is
written in pieces: each with its font and its place, as HarfBuzz measures them.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final

import attrs

from argmap.diagram import style, text
from argmap.diagram.fonts import Family, families_with, is_unseen
from argmap.diagram.svg_shapes import xml
from argmap.words import graphemes, is_right_to_left

_LINE: Final = re.compile(
    r'<text x="(?P<x>[-\d.]+)"(?P<looks>[^>]*)>'
    r"(?:<tspan[^>]*>(?P<number>[→ \d]+)</tspan> )?"
    r"(?P<words>(?:[^<]|</?(?:tspan|a)\b[^>]*>)*)</text>"
)
_MARK: Final = re.compile("<[^>]*>")
"""Where bold or italic words, or a link, begin or end."""
_OTHER: Final = re.compile(
    "[^ -~\xa0-\u017f\u0384-\u03ce\u0400-\u045f\u0490-\u0491\u1e80-\u1e85\u2010-\u2015"
    "\u2017-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2190-\u2195"
    "\u2212\u221e\u2248\u2260\u2264\u2265\u25a1\u25cf]"
)
"""What the font that the converter brings does not have for certain."""
_SIZE: Final = re.compile(r' font-size="([\d.]+)"')
_BOX: Final = "□"
_EMBEDDED: Final = "\u202b{}\u202c"
"""Letters between marks that set their direction, as the converter knows no other."""


@attrs.frozen
class Fitted:
    """A picture with fonts, and the letters for which there is none."""

    svg: str
    missing: str


def fitted(svg: str, *, is_color_wanted: bool) -> Fitted:
    """Return a picture in which every line has fonts with all of its letters.

    A letter that none has is a box. Colour is wanted of fonts if they may have any.
    Raises MissingExtraError where there are letters for which fonts must be found.
    """
    words = "".join(map(_words, _LINE.finditer(svg)))
    others = {*_OTHER.findall(words)}
    if not others:  # and so nothing is written from right to left
        return Fitted(svg, "")
    families = families_with(others, is_color_wanted=is_color_wanted)
    missing = "".join(
        each
        for each in sorted(others)
        if not (is_unseen(each) or any(family.has(each) for family in families))
    )
    return Fitted(_LINE.sub(lambda match: _line(match, families), svg), missing)


@attrs.frozen
class _Run:
    """Letters in one font; in the converter's own if there is no family."""

    words: str
    family: Family | None


def _words(line: re.Match[str]) -> str:
    return unescape(_MARK.sub("", line["words"]))


def _line(match: re.Match[str], families: list[Family]) -> str:
    """Return a line in pieces, with no look but its own, or as it is."""
    words, looks = _words(match), match["looks"]
    is_reversed = 'direction="rtl"' in looks
    if not (is_reversed or _OTHER.search(words)):
        return match[0]
    is_bold = "bold" in looks
    size = _SIZE.search(looks)
    em = float(size[1]) if size else style.TEXT_SIZE
    at = float(match["x"])
    pieces = []
    onward = -em if is_reversed else em
    if number := match["number"]:
        pieces.append(_piece(at, number, ' font-weight="bold"'))
        at += onward * text.width(f"{number} ", bold=True)
    for run in _runs(words, families):
        for shown, width in _measured(run, is_bold=is_bold):
            font = f' font-family="{xml(run.family.name)}"' if run.family else ""
            embedded = _EMBEDDED.format(shown) if is_reversed else shown
            pieces.append(_piece(at, embedded, font))
            at += onward * width
    turned = looks.replace(' direction="rtl"', ' text-anchor="end"')
    return f"<text{turned}>{''.join(pieces)}</text>"


def _piece(x: float, words: str, looks: str) -> str:
    return f'<tspan x="{x:.2f}"{looks}>{xml(words)}</tspan>'


def _runs(words: str, families: list[Family]) -> list[_Run]:
    """Return a line as few runs; what is no letter goes with what is before it."""
    if whole := next((each for each in families if each.has(words)), None):
        return [_Run(words, whole)]
    runs: list[_Run] = []
    for each in graphemes(words):
        last = runs[-1].family if runs else None
        family = None
        if _OTHER.search(each):
            family = next((one for one in families if one.has(each)), None)
            if family is None:
                each = "" if all(map(is_unseen, each)) else _BOX  # noqa: PLW2901 - what is shown of it
        elif last and not each.isalpha() and last.has(each):
            family = last
        if runs and last is family:
            runs[-1] = _Run(runs[-1].words + each, family)
        else:
            runs.append(_Run(each, family))
    return runs


def _measured(run: _Run, *, is_bold: bool) -> Iterator[tuple[str, float]]:
    """Yield the pieces of a run that the converter sets right, and their widths.

    It takes letters of several parts to be as wide as the widest of them.
    """
    if run.family is None:
        yield run.words, text.width(run.words, bold=is_bold)
        return
    clusters = [*run.family.clusters(run.words, is_bold=is_bold)]
    if is_right_to_left(run.words):
        yield run.words, sum(width for _, width, _ in clusters)
        return
    yield from _cut(run.words, clusters)


def _cut(
    words: str, clusters: Iterable[tuple[int, float, int]]
) -> Iterator[tuple[str, float]]:
    start, filled, is_full = 0, 0.0, False
    for index, width, glyphs in clusters:
        if is_full:
            yield words[start:index], filled
            start, filled = index, 0.0
        filled += width
        is_full = glyphs > 1
    yield words[start:], filled
