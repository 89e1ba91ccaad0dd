"""Find words in a text as a reader would: whole words and numbers, and no others.

Words and numbers compare letter by letter, digit by digit. What a reader would grant
all the same has a name, `Standing`. Positions are code points of the text as it is.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

import attrs

from argmap.folding import Folded, folded, is_blank

_FARTHEST = 300
"""How many characters a mark of omission may stand for, some fifty words."""


class Standing(StrEnum):
    """How a quotation stands in the text of its source, best first.

    - `exact`: character by character, in whatever way letters are composed
    - `typographic`: but for quotation marks, dashes, spaces, invisible characters, a
      hyphen at a line end, a ligature or width of letters, dots for "…", the case of
      the first letter or of one in brackets ("[t]he"), and whether a comma or full
      stop is inside the quotation marks
    - `elided`: in pieces, in order, near each other, with "[…]" or "(…)" where words
      are left out
    - `missing`: not there
    - `unverified`: the text is not at hand
    """

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    MISSING = "missing"
    UNVERIFIED = "unverified"


_Span: TypeAlias = tuple[int, int]


@attrs.frozen
class Passage:
    """Where words stand in a text: the pieces, from start to end, and how.

    There are several pieces where the words leave out what is between.
    """

    pieces: tuple[_Span, ...]
    standing: Standing

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1][1]

    def fills(self, text: str, start: int, end: int) -> bool:
        """Return whether it is all that a span of the text has, but for blanks."""
        return (
            start <= self.start
            and self.end <= end
            and all(map(is_blank, text[start : self.start]))
            and all(map(is_blank, text[self.end : end]))
        )

    def of(self, text: str) -> str:
        """Return the words of the text, with " […] " where some are left out."""
        return " […] ".join(text[start:end] for start, end in self.pieces)


def find_passages(
    text: str,
    words: str,
    *,
    prefix: str = "",
    suffix: str = "",
    span: _Span | None = None,
) -> Iterator[Passage]:
    """Yield every passage that has the words, in order.

    Only where the words stand nowhere as they are written, the case of the first
    letter and the like are granted, and omissions only after that. `prefix` and
    `suffix` are what must stand directly before and after, if anything.

    >>> [passage] = find_passages("He said: “all is  well”.", '"all is well"')
    >>> passage.start, passage.end, passage.standing
    (9, 23, <Standing.TYPOGRAPHIC: 'typographic'>)
    >>> list(find_passages("an unlawful act", "lawful act"))
    []
    """
    source, sought = folded(text), _fold(words)
    before, after = _fold(prefix), _fold(suffix)
    written = unicodedata.normalize("NFC", words.strip())
    for find in (_as_written, _respelled, _elided):
        is_found = False
        for spans in find(source, sought):
            passage = _passage(source, spans, written, is_elided=find is _elided)
            if _is_between(source.text, spans, before, after) and (
                span is None or passage.fills(text, *span)
            ):
                yield passage
                is_found = True
        if is_found:
            return


def _fold(words: str) -> str:
    return Folded.of(words).text.strip()


def _is_between(text: str, spans: tuple[_Span, ...], before: str, after: str) -> bool:
    start, end = spans[0][0], spans[-1][1]
    gap = text[start - 1 : start].isspace()
    return text.endswith(before, 0, start - gap) and text.startswith(
        after, end + text[end : end + 1].isspace()
    )


def _passage(
    source: Folded, spans: tuple[_Span, ...], written: str, *, is_elided: bool
) -> Passage:
    pieces = tuple(filter(None, (source.origin(*span) for span in spans)))
    if is_elided:
        return Passage(pieces, Standing.ELIDED)
    start, end = pieces[0]
    words = unicodedata.normalize("NFC", source.original[start:end])
    is_exact = words == written
    return Passage(pieces, Standing.EXACT if is_exact else Standing.TYPOGRAPHIC)


def _as_written(source: Folded, sought: str) -> Iterator[tuple[_Span, ...]]:
    at = source.text.find(sought) if sought else -1
    while at >= 0:
        span = at, at + len(sought)
        if source.is_whole(*span):
            yield (span,)
        at = source.text.find(sought, at + 1)


def _respelled(source: Folded, sought: str) -> Iterator[tuple[_Span, ...]]:
    written, spelled = _spellings(sought)
    # a search for plain text is so much faster that it pays to fail early
    if max(written, key=len) not in source.text or not sought:
        return
    between = zip(map(re.escape, written), [*spelled, ""], strict=True)
    pattern = re.compile("".join(chain.from_iterable(between)))
    match = pattern.search(source.text)
    while match:
        gaps = (match.span(group) for group in range(1, pattern.groups + 1))
        if source.is_whole(*match.span()) and all(
            start < end or source.is_divided(start) for start, end in gaps
        ):
            yield (match.span(),)
        match = pattern.search(source.text, match.start() + 1)


_FIRST_LETTER = re.compile(r"\A([^\w\[]*)([^\W\d_])")
_PAIRS = (re.compile(r"(?<!\w)'.+?'(?!\w)"), re.compile(r'(?<!\w)".+?"(?!\w)'))
_VARIABLE = re.compile(
    r"(?P<hyphen>(?<=[\w\]])-(?=\w))"
    r"|\[(?P<letter>[^\W\d_])\]"
    r"|(?P<before>[,.]?)(?P<mark>[\"'])(?P<after>[,.]?)"
)


def _spellings(sought: str) -> tuple[list[str], list[str]]:
    """Return folded words in parts, and the patterns of what varies between these.

    Hyphens are groups, which match nothing in words that a line end may divide.
    """
    sought = _FIRST_LETTER.sub(r"\1[\2]", sought)
    pairs = [match.span() for pair in _PAIRS for match in pair.finditer(sought)]
    marks = {at for start, end in pairs for at in (start, end - 1)}
    written, spelled, last = [], [], 0
    for match in _VARIABLE.finditer(sought):
        if not match["mark"] or match.start("mark") in marks:
            written.append(sought[last : match.start()])
            spelled.append(_spelling(match))
            last = match.end()
    return [*written, sought[last:]], spelled


def _spelling(match: re.Match[str]) -> str:
    if match["hyphen"]:
        return "(-|)"
    if letter := match["letter"]:
        cases = {letter, letter.lower(), letter.upper()}
        return f"[{''.join(sorted(each for each in cases if len(each) == 1))}]"
    if stop := re.escape(match["before"] or match["after"]):
        return f"(?:{stop}[\"']|[\"']{stop})"
    return "[\"']"


_OMISSION = re.compile(r"\s*(?:\[\s*\.{3}\s*\]|\(\s*\.{3}\s*\))\s*")
_DOTS = re.compile(r"(?<!\.)(?:…|\.{3})(?!\.)")


def find_unmarked_omission(text: str, words: str) -> Passage | None:
    """Return where the words stand if their dots mean that some are left out.

    Dots may as well belong to the text, so this is no more than a likely slip.
    """
    marked = _DOTS.sub(" […] ", words)
    return next(find_passages(text, marked), None) if marked != words else None


def _elided(source: Folded, sought: str) -> Iterator[tuple[_Span, ...]]:
    pieces = [each for each in _OMISSION.split(sought) if each]
    if pieces == [sought]:
        return
    chains: list[tuple[_Span, ...]] = [()]
    for piece in reversed(pieces):
        found = _as_written(source, piece), _respelled(source, piece)
        spans = list(found[0]) or list(found[1])
        chains = _chained([span for [span] in spans], chains)
    yield from chains if pieces else ()


def _chained(
    spans: Iterable[_Span], chains: list[tuple[_Span, ...]]
) -> list[tuple[_Span, ...]]:
    """Put each span before the next chain if it is near; the nearest span wins."""
    if chains == [()]:
        return [(span,) for span in spans]
    starts = [chain[0][0] for chain in chains]
    nearest: dict[int, tuple[_Span, ...]] = {}
    for start, end in spans:
        at = bisect_left(starts, end)
        if at < len(chains) and starts[at] - end <= _FARTHEST:
            nearest[at] = ((start, end), *chains[at])
    return list(nearest.values())
