"""Sources of claims: works, exact words in them, and where these stand.

Quotations follow the W3C Web Annotation Data Model: the exact words with what
stands before and after, and their position in code points.
"""

from typing import TYPE_CHECKING

import attrs

from argmap.errors import QuotationError
from argmap.model import values
from argmap.model.kinds import (
    IDENTIFIER,
    POSITION,
    TEXT,
    WORD,
    Maybe,
    Nested,
    validated,
)
from argmap.words import truncate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.passages import Passage

_CONTEXT = 24
_LONGEST_SHOWN = 500


@attrs.frozen(repr=False, field_transformer=validated)
class Locator(values.Value):
    """Where a quotation stands: from `start` up to `end`, in code points.

    `prefix` and `suffix` are the words just before and after, so that the place
    is found again in another edition. `page` and `section` are as they are cited,
    for a source whose text is not at hand. Raises ValueError for one of `start`
    and `end` without the other.
    """

    start: int | None = attrs.field(
        default=None, metadata=Maybe(POSITION)("Its first code point, from 0.")
    )
    end: int | None = attrs.field(
        default=None, metadata=Maybe(POSITION)("The code point after its last.")
    )
    prefix: str = attrs.field(
        default="", kw_only=True, metadata=TEXT("What stands just before it.")
    )
    suffix: str = attrs.field(
        default="", kw_only=True, metadata=TEXT("What stands just after it.")
    )
    page: str = attrs.field(
        default="",
        kw_only=True,
        metadata=TEXT("Its page, or pages, as they are cited.", since=2),
    )
    section: str = attrs.field(
        default="", kw_only=True, metadata=TEXT("The heading it stands under.", since=2)
    )

    @property
    def span(self) -> tuple[int, int] | None:
        """Its start and its end, if it has them."""
        if self.start is None or self.end is None:
            return None
        return self.start, self.end

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start, and one without the other."""
        if (self.start is None) is not (self.end is None):
            msg = "start and end must both be given, or neither"
            raise ValueError(msg)
        if self.span and self.span[1] < self.span[0]:
            msg = f"end must not stand before start, not {self.start} to {self.end}"
            raise ValueError(msg)


@attrs.frozen(repr=False, field_transformer=validated)
class Quotation(values.Value):
    """Exact words from a source, slips of the original included.

    Where words are left out, "[…]" stands for them.

    >>> Quotation("Rents rose.", source="gazette").source
    'gazette'
    """

    exact: str = attrs.field(metadata=WORD("The words, slips included."))
    source: str = attrs.field(
        kw_only=True,
        converter=values.id_of,
        metadata=IDENTIFIER("The id of the source.", to=("source",)),
    )
    locator: Locator | None = attrs.field(
        default=None,
        kw_only=True,
        metadata=Maybe(Nested(Locator))("Where the words stand."),
    )

    @property
    def span(self) -> tuple[int, int] | None:
        """Where its locator says that it stands, if it does."""
        return self.locator.span if self.locator else None


@attrs.frozen(repr=False, field_transformer=validated)
class Source(values.Value):
    """A work that claims are quoted from.

    `path` is that of its file, from the folder of the map's own file on; see
    argmap.formats.with_source_texts. `text` is what a reader sees of it where it is
    at hand; it is known by its SHA-256, so two sources are equal with and without
    it. Raises ValueError when the text has another `sha256` than the one given.

    >>> gazette = Source("gazette", "The Gazette", text="Rents rose. Wages fell.")
    >>> gazette.quote("Wages  fell").locator
    Locator(12, 22, prefix='Rents rose. ', suffix='.')
    """

    id: str = attrs.field(metadata=IDENTIFIER("Its name among the sources."))
    title: str = attrs.field(default="", metadata=TEXT("Its title."))
    author: str = attrs.field(default="", kw_only=True, metadata=TEXT("Who wrote it."))
    date: str = attrs.field(
        default="", kw_only=True, metadata=TEXT("When it came out, in any form.")
    )
    url: str = attrs.field(
        default="", kw_only=True, metadata=TEXT("Where it can be found.")
    )
    path: str = attrs.field(
        default="",
        kw_only=True,
        metadata=TEXT("Its file, from the folder of the map's file on."),
    )
    sha256: str | None = attrs.field(
        default=None,
        kw_only=True,
        metadata=Maybe(TEXT)("The SHA-256 of its text in UTF-8, in hexadecimal."),
    )
    text: str | None = attrs.field(
        default=None,
        kw_only=True,
        eq=False,
        repr=False,
        metadata=Maybe(TEXT)("The whole of its text, as a reader sees it."),
    )

    def __repr__(self) -> str:
        """Return an expression that makes it again, but for its text."""
        return values.expression(attrs.evolve(self, text=None))

    def __attrs_post_init__(self) -> None:
        """Name the text by its digest; refuse another than the digest names."""
        if self.text is None:
            return
        digest = _digest(self.text)
        if self.sha256 is None:
            object.__setattr__(self, "sha256", digest)
        elif self.sha256 != digest:
            msg = f"sha256 must be that of the text, {digest}, not {self.sha256!r}"
            raise ValueError(msg)

    def quote(self, words: str, *, prefix: str = "", suffix: str = "") -> Quotation:
        """Find the words and return them exactly as the source has them.

        Words and numbers must agree; what else need not is said at `Standing`. Where
        words are left out, "[…]" says so, in the quotation too. Words that stand in
        several places want the `prefix` or the `suffix` that tells them apart.

        Raises QuotationError when the text is not at hand, when the words do not
        stand in it (the message shows the nearest passage and its differences),
        and when they stand in several places.

        >>> gazette = Source("gazette", text="The  rents rose, it seems, again.")
        >>> gazette.quote("[t]he rents rose […] again").exact
        'The  rents rose […] again'
        """
        if self.text is None:
            msg = f"the text of the source '{self.id}' is not at hand"
            raise QuotationError(msg)
        from argmap.passages import find_passages  # noqa: PLC0415 - as for _digest

        text = self.text
        found = list(find_passages(text, words, prefix=prefix, suffix=suffix))
        if not found:
            raise QuotationError(self._absence(text, words, prefix, suffix))
        if len(found) > 1:
            raise QuotationError(self._ambiguity(text, words, found))
        return self._quotation(text, found[0])

    def _quotation(self, text: str, passage: "Passage") -> Quotation:
        start, end = passage.start, passage.end
        locator = Locator(
            start,
            end,
            prefix=text[max(0, start - _CONTEXT) : start],
            suffix=text[end : end + _CONTEXT],
        )
        return Quotation(passage.of(text), source=self.id, locator=locator)

    def _absence(self, text: str, words: str, prefix: str, suffix: str) -> str:
        from argmap.nearest import nearest_passage  # noqa: PLC0415 - after a failure
        from argmap.passages import (  # noqa: PLC0415
            find_passages,
            find_unmarked_omission,
        )

        shown = truncate(words, _LONGEST_SHOWN)
        if next(find_passages(text, words), None):
            return (
                f'"{shown}" does not stand between prefix "{prefix}" and'
                f" suffix \"{suffix}\" in the source '{self.id}'"
            )
        absence = f"\"{shown}\" does not stand in the source '{self.id}'"
        if find_unmarked_omission(text, words):
            return f"{absence}\n  it does with […] where words are left out"
        nearest = nearest_passage(text, words)
        if nearest is None:
            return absence
        changes = "; ".join(
            f'"{sought}" is "{found}" there'
            if sought and found
            else f'"{found}" is missing'
            if found
            else f'"{sought}" is not there'
            for sought, found in nearest.differences
        )
        return (
            f"{absence}\n  the nearest passage, from {nearest.start} to {nearest.end},"
            f' is "{text[nearest.start : nearest.end]}"\n  {changes}'
        )

    def _ambiguity(self, text: str, words: str, found: "Sequence[Passage]") -> str:
        shown = "".join(
            f"\n  from {each.start}:"
            f" …{text[max(0, each.start - _CONTEXT) : each.end + _CONTEXT]}…"
            for each in found[:5]
        )
        return (
            f'"{truncate(words, _LONGEST_SHOWN)}" stands {len(found)} times in the'
            f" source '{self.id}'; give a prefix or a suffix{shown}"
        )


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - most maps quote nothing

    return sha256(text.encode()).hexdigest()
