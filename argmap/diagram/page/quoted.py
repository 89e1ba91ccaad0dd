"""The text of sources, with links from what is quoted to the claims that quote it.

Quotations may overlap: a text is cut where any of them begins or ends, and each piece
knows all claims that quote it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

import attrs

from argmap.diagnostics import Span
from argmap.diagram.page.elements import Element, anchor, tag
from argmap.links import has_scheme, is_safe
from argmap.model import ArgumentMap, Claim, Quotation, Source
from argmap.passages import Passage
from argmap.quotations import passage_of

_MOST_CLAIMS = 30
"""How many claims that quote the same words are named."""


@attrs.frozen
class Piece:
    """A part of a text, and the ids of the claims that quote it, in order."""

    span: Span
    claims: tuple[str, ...] = ()


def pieces(length: int, quoted: Iterable[tuple[Span, str]]) -> Iterator[Piece]:
    """Yield a text from its beginning to its end, cut where quotations do.

    >>> for each in pieces(9, [(Span(1, 6), "a"), (Span(4, 8), "b")]):
    ...     print(each.span.start, each.span.end, *each.claims)
    0 1
    1 4 a
    4 6 a b
    6 8 b
    8 9
    """
    starts, ends = defaultdict(list), defaultdict(list)
    for span, claim in quoted:
        starts[span.start].append(claim)
        ends[span.end].append(claim)
    cuts = sorted({0, length, *starts, *ends})
    quoting: dict[str, int] = {}
    for start, end in pairwise(cuts):
        for claim in ends[start]:
            quoting[claim] -= 1
            if not quoting[claim]:
                del quoting[claim]
        for claim in starts[start]:
            quoting[claim] = quoting.get(claim, 0) + 1
        yield Piece(Span(start, end), tuple(quoting)[:_MOST_CLAIMS])


@attrs.frozen
class Texts:
    """The texts of a map's sources, as its author chose to include them, or none."""

    argument_map: ArgumentMap
    is_included: bool

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources that are shown."""
        shown = self.argument_map.sources if self.is_included else ()
        return tuple(each for each in shown if each.text)

    @cached_property
    def _pieces(self) -> dict[str, list[Piece]]:
        quoted: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for claim, quotation in self._quotations:
            passage = self._passages[quotation]
            for start, end in passage.pieces if passage else ():
                quoted[quotation.source].append((Span(start, end), claim.id))
        return {
            each.id: list(pieces(len(each.text or ""), quoted[each.id]))
            for each in self.sources
        }

    @property
    def _quotations(self) -> Iterator[tuple[Claim, Quotation]]:
        shown = {each.id for each in self.sources}
        for claim in self.argument_map.claims:
            for quotation in claim.quotations:
                if quotation.source in shown:
                    yield claim, quotation

    @cached_property
    def _passages(self) -> dict[Quotation, Passage | None]:
        texts = {each.id: each.text or "" for each in self.sources}
        return {
            quotation: passage_of(quotation, texts[quotation.source])
            for _, quotation in self._quotations
        }

    @cached_property
    def numbers(self) -> dict[tuple[str, int], int]:
        """The number of each quoted piece, by its source and where it starts."""
        starts = (
            (source, piece.span.start)
            for source, cut in self._pieces.items()
            for piece in cut
            if piece.claims
        )
        return {start: number for number, start in enumerate(starts)}

    @cached_property
    def sets(self) -> dict[tuple[str, ...], int]:
        """The number of each set of several claims that quote the same words."""
        found = dict.fromkeys(
            piece.claims
            for cut in self._pieces.values()
            for piece in cut
            if len(piece.claims) > 1
        )
        return {claims: number for number, claims in enumerate(found)}

    def link_to(self, quotation: Quotation) -> str | None:
        """Return the name of the place where a quotation begins, if it is shown."""
        passage = self._passages.get(quotation)
        if passage is None:
            return None
        return anchor("words", self.numbers[quotation.source, passage.start])

    def shown(self) -> Iterator[Element]:
        """Yield the sources, a section each."""
        for source in self.sources:
            text = tag("div", class_="text", dir="auto")
            for piece in self._pieces[source.id]:
                text.append(self._shown(source, piece))
            yield tag("section", tag("h3", *cited(source), dir="auto"), text)

    def _shown(self, source: Source, piece: Piece) -> Element:
        words = piece.span.of(source.text or "")
        if not piece.claims:
            return tag("span", words)
        target = anchor("part", piece.claims[0])
        if len(piece.claims) > 1:
            target = anchor("quoted", self.sets[piece.claims])
        return tag(
            "a",
            words,
            class_="quoted",
            id=anchor("words", self.numbers[source.id, piece.span.start]),
            href=f"#{target}",
            data_parts=" ".join(piece.claims),
        )


def cited(source: Source) -> Iterator[Element | str]:
    """Yield what a source is called, with a link to it if that may be followed."""
    title = source.title or source.id
    if is_safe(source.url) and has_scheme(source.url):
        yield tag("a", title, href=source.url, rel="noreferrer")
    else:
        yield title
    yield "".join(f", {each}" for each in (source.author, source.date) if each)
