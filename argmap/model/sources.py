"""Where claims come from: works, exact words in them, and where these stand.

Quotations follow the W3C Web Annotation Data Model: the exact words with what
stands before and after, and their position in code points.
"""

from typing import TYPE_CHECKING, Any

import attrs

from argmap.errors import QuotationError
from argmap.model import values
from argmap.words import gist

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.passages import Passage

_CONTEXT = 24
_LONGEST_SHOWN = 500


def _is_position(_: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        msg = f"{attribute.name} must be a count of code points, not {value!r}"
        raise ValueError(msg)


@attrs.frozen(repr=False)
class Locator(values.Value):
    """Where a quotation stands: from `start` up to `end`, in code points.

    `prefix` and `suffix` are the words just before and after, so that the place
    is found again in another edition.
    """

    start: int = attrs.field(validator=_is_position)
    end: int = attrs.field(validator=_is_position)
    prefix: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    suffix: str = attrs.field(default="", kw_only=True, validator=values.is_text)

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        if self.end < self.start:
            msg = f"end must not stand before start, not {self.start} to {self.end}"
            raise ValueError(msg)


@attrs.frozen(repr=False)
class Quotation(values.Value):
    """Exact words from a source, slips of the original included.

    Where words are left out, "[…]" stands for them.

    >>> Quotation("Rents rose.", source="gazette").source
    'gazette'
    """

    exact: str = attrs.field(validator=values.is_word)
    source: str = attrs.field(
        kw_only=True, converter=values.id_of, validator=values.is_id
    )
    locator: Locator | None = attrs.field(
        default=None,
        kw_only=True,
        validator=attrs.validators.optional(attrs.validators.instance_of(Locator)),
    )


@attrs.frozen(repr=False)
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

    id: str = attrs.field(validator=values.is_id)
    title: str = attrs.field(default="", validator=values.is_text)
    author: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    date: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    url: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    path: str = attrs.field(default="", kw_only=True, validator=values.is_text)
    text: str | None = attrs.field(
        default=None,
        kw_only=True,
        eq=False,
        repr=False,
        validator=values.optional(values.is_text),
    )
    sha256: str | None = attrs.field(
        kw_only=True, validator=values.optional(values.is_text)
    )

    @sha256.default
    def _digest_of_text(self) -> str | None:
        return _digest(self.text) if isinstance(self.text, str) else None

    def __repr__(self) -> str:
        """Return an expression that makes it again, but for its text."""
        return values.expression(attrs.evolve(self, text=None))

    def __attrs_post_init__(self) -> None:
        """Refuse a text that is not the one the digest names."""
        if self.text is not None and self.sha256 != _digest(self.text):
            digest = _digest(self.text)
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

        shown = gist(words, _LONGEST_SHOWN)
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
            f'"{gist(words, _LONGEST_SHOWN)}" stands {len(found)} times in the source'
            f" '{self.id}'; give a prefix or a suffix{shown}"
        )


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - most maps quote nothing

    return sha256(text.encode()).hexdigest()
