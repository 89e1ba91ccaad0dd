"""Verification of quotations, and of how much of a source is quoted.

A sentence that nobody quotes is one whose argument may be missing from the map.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from argmap.diagnostics import Span
from argmap.errors import QuotationError
from argmap.model import ArgumentMap, Quotation, Source
from argmap.passages import Passage, Standing, find_passages

_STOP = re.compile(
    "(?P<stop>[.!?…؟۔।]+)[\"'”’»)\\]_*]*"
    "|(?P<wide>[。！？｡]+)[」』”’）]*"
    r"|\n[ \t\r]*\n"
    r"|\n(?=[ \t]{0,3}(?:\#|[-*>•] ))"
    r"|(?:\A|(?<=\n))\#.*\n"
)
_SPACE_THEN = re.compile(r"\s+[\"'“‘«„(\[]*(?P<next>\S)")
_GAP = re.compile(rb"\0+")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«—–]*\Z")
_ABBREVIATION = re.compile(
    "mrs?|ms|dr|prof|st|sr|jr|vs|cf|gen|col|capt|lt|sen|rep|gov|hon|rev|inc|ltd|co"
    "|corp|ca|approx|esp|incl|bzw"
)
_BEFORE_NUMBER = re.compile(
    "nos?|nr|pp?|figs?|vol|ch|sec|art|para|eq|eds?|ff|jan|feb|mar|apr|june?|july?|aug"
    "|sept?|oct|nov|dec"
)
_LONGEST_WORD = 40
_FEWEST_WORDS = 3


@attrs.frozen
class Sentence:
    """A sentence of a source, who quotes it and what of it nobody does.

    `claims` are the ids of the claims that quote any of it, `unquoted` the
    spans with a letter or digit that none does, and `quoted` the share, from
    0 to 1, of its letters and digits that one does.
    """

    span: Span
    text: str
    quoted: float
    unquoted: tuple[Span, ...] = ()
    claims: tuple[str, ...] = ()


@attrs.frozen
class Coverage:
    """What claims quote of one source; `str()` is a report.

    `ratio` is the share, from 0 to 1, of the letters and digits that are quoted.
    """

    source: Source
    sentences: tuple[Sentence, ...]
    ratio: float

    @property
    def unquoted(self) -> tuple[Sentence, ...]:
        """The sentences that no claim quotes any of."""
        return tuple(each for each in self.sentences if not each.claims)

    def __str__(self) -> str:
        """Return the counts, then what is not quoted, with its place in the text.

        Of sentences quoted in part, spans under three words are passed over.
        """
        total = len(self.sentences)
        header = (
            f"{total - len(self.unquoted)} of {total} sentences of"
            f" '{self.source.id}' are quoted, {self.ratio:.0%} of its letters"
        )
        lines = [header]
        for each in self.sentences:
            if each.claims:
                lines.extend(self._rest(each))
            else:
                lines.append(f"\n{each.span.start}: {_one_line(each.text)}")
        return "\n".join(lines)

    def _rest(self, sentence: Sentence) -> Iterator[str]:
        spans = [span.of(self.source.text or "") for span in sentence.unquoted]
        shown = [
            _one_line(each) for each in spans if len(each.split()) >= _FEWEST_WORDS
        ]
        if shown:
            yield f"\n{sentence.span.start}: … {' … '.join(shown)} …"
            yield f"    the rest is quoted by {', '.join(sentence.claims)}"


def coverage(argument_map: ArgumentMap, source: str | Source) -> Coverage:
    """Return which sentences of a source the claims of a map quote.

    A quotation without a locator, or with one that is off, counts where its
    words stand first. Raises UnknownPartError, and QuotationError when the text
    of the source is not at hand.

    >>> from argmap import Claim
    >>> gazette = Source("gazette", text="Rents rose. So did wages, they say.")
    >>> rose = Claim("rose", quotations=[gazette.quote("Rents rose")])
    >>> argument_map = ArgumentMap([rose], sources=[gazette])
    >>> print(coverage(argument_map, "gazette"))
    1 of 2 sentences of 'gazette' are quoted, 35% of its letters
    <BLANKLINE>
    12: So did wages, they say.
    """
    chosen = argument_map.source(source if isinstance(source, str) else source.id)
    if chosen.text is None:
        msg = f"the text of the source '{chosen.id}' is not at hand"
        raise QuotationError(msg)
    text = chosen.text
    found = list(_quoted_spans(argument_map, chosen.id, text))
    is_quoted = bytearray(len(text))
    for span, _ in found:
        is_quoted[span.start : span.end] = b"\1" * (span.end - span.start)
    spans = tuple(sentences(text))
    claims = _claims_by_sentence(spans, found)
    covered = tuple(
        _sentence(text, span, is_quoted, tuple(claims[at]))
        for at, span in enumerate(spans)
    )
    quoted = sum(each.quoted * _letters(each.text) for each in covered)
    total = sum(_letters(each.text) for each in covered)
    return Coverage(chosen, covered, quoted / total if total else 1.0)


@attrs.frozen
class Verification:
    """How a quotation of a claim stands in the text of its source.

    `passage` is where its words stand, if they do. That may be elsewhere than its
    locator says: then the quotation counts as missing all the same.
    """

    claim: str
    quotation: Quotation
    standing: Standing
    passage: Passage | None = None


def verify(argument_map: ArgumentMap) -> tuple[Verification, ...]:
    """Return how every quotation of a map stands, claim by claim.

    >>> from argmap import Claim
    >>> gazette = Source("gazette", text="Rents  rose. Wages fell.")
    >>> claims = [
    ...     Claim("rents", quotations=[Quotation("Rents rose", source=gazette)]),
    ...     Claim("wages", quotations=[Quotation("Wages rose", source=gazette)]),
    ... ]
    >>> for each in verify(ArgumentMap(claims, sources=[gazette])):
    ...     print(each.claim, each.standing)
    rents typographic
    wages missing
    """
    return tuple(
        _verification(claim.id, each, argument_map.source(each.source).text)
        for claim in argument_map.claims
        for each in claim.quotations
    )


def _verification(claim: str, quotation: Quotation, text: str | None) -> Verification:
    if text is None:
        return Verification(claim, quotation, Standing.UNVERIFIED)
    passage, span = passage_of(quotation, text), quotation.span
    is_there = passage and (span is None or passage.fills(text, *span))
    standing = passage.standing if passage and is_there else Standing.MISSING
    return Verification(claim, quotation, standing, passage)


@lru_cache(maxsize=8192)  # rules, counts and pages ask for the same ones
def passage_of(quotation: Quotation, text: str) -> Passage | None:
    """Return where a quotation stands in the text of its source, if it does.

    That is where its locator says, or else the first place where it stands exactly,
    or else the first place where it stands at all.
    """
    span = quotation.span
    located = span and next(find_passages(text, quotation.exact, span=span), None)
    if located:
        return located
    first = None
    for each in find_passages(text, quotation.exact):
        if each.standing is Standing.EXACT:
            return each
        first = first or each
    return first


def sentences(text: str) -> Iterator[Span]:
    """Yield where each sentence stands, without the space round it.

    A sentence ends with its stop and the quotation marks that close behind it,
    with a blank line, and before a heading or an item of a list. When in doubt
    it goes on: behind initials, abbreviations, and before a small letter. Takes
    time linear in the text.

    >>> text = "“Rents rose.” Mr. B. Smith agrees, e.g. here."
    >>> [span.of(text) for span in sentences(text)]
    ['“Rents rose.”', 'Mr. B. Smith agrees, e.g. here.']
    """
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, len(text))


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop["stop"] is None:
        return True
    following = _SPACE_THEN.match(text, stop.end())
    if following is None or following["next"].islower():
        return False
    if stop["stop"] != ".":
        return True
    before = text[max(start, stop.start() - _LONGEST_WORD) : stop.start()]
    word = _LAST_WORD.findall(before)[0].lower()
    if following["next"].isdigit() and _BEFORE_NUMBER.fullmatch(word):
        return False
    is_initial = len(word) == 1 and word.isalpha()
    is_item = word.isdigit() and not text[start : stop.start() - len(word)].strip()
    is_abbreviation = "." in word or _ABBREVIATION.fullmatch(word)
    return not (is_initial or is_item or is_abbreviation)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span without the space round it, if a letter is in it."""
    within = text[start:end]
    if _letters(within):
        start += len(within) - len(within.lstrip())
        yield Span(start, start + len(within.strip()))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _quoted_spans(
    argument_map: ArgumentMap, source_id: str, text: str
) -> Iterator[tuple[Span, str]]:
    for claim in argument_map.claims:
        for quotation in claim.quotations:
            if quotation.source == source_id:
                passage = passage_of(quotation, text)
                for start, end in passage.pieces if passage else ():
                    yield Span(start, end), claim.id


def _claims_by_sentence(
    spans: Sequence[Span], quoted: Iterable[tuple[Span, str]]
) -> list[dict[str, None]]:
    claims: list[dict[str, None]] = [{} for _ in spans]
    for place, claim in quoted:
        at = bisect_right(spans, place.start, key=lambda span: span.end)
        while at < len(spans) and spans[at].start < place.end:
            claims[at][claim] = None
            at += 1
    return claims


def _sentence(
    text: str, span: Span, is_quoted: bytearray, claims: tuple[str, ...]
) -> Sentence:
    gaps = [
        gap
        for match in _GAP.finditer(is_quoted, span.start, span.end)
        for gap in _trimmed(text, match.start(), match.end())
    ]
    total = _letters(span.of(text))
    missing = sum(_letters(gap.of(text)) for gap in gaps)
    return Sentence(span, span.of(text), 1 - missing / total, tuple(gaps), claims)


def _one_line(text: str) -> str:
    return " ".join(text.split())
