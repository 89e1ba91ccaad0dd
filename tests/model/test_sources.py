"""Sources, and quoting them."""

import re
from hashlib import sha256

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import Locator, Quotation, Source
from argmap.errors import QuotationError
from tests.strategies import texts

GAZETTE = Source("gazette", text="Rents rose. Wages fell. Rents fell.")


@given(st.lists(texts()).map(" ".join), st.data())
def test_quote(text: str, data: st.DataObject) -> None:
    """Any stretch between letters is quoted as it stands, or is there repeatedly."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    source = Source("s", text=text)

    try:
        quotation = source.quote(words)
    except QuotationError as error:
        said = str(error)
        assert re.search(r'" (stands \d+ times|does not stand) in the source', said)
        return

    locator = quotation.locator or Locator(0, 0)
    assert text[locator.start : locator.end] == quotation.exact
    assert text[: locator.start].endswith(locator.prefix)
    assert text[locator.end :].startswith(locator.suffix)
    assert source.quote(quotation.exact) == quotation


@given(st.lists(st.sampled_from(["rents", "wages", "rose"]), min_size=1), st.data())
def test_quote_by_context(words: list[str], data: st.DataObject) -> None:
    """With all that stands before and after, any word is told from its like."""
    at = data.draw(st.integers(0, len(words) - 1))
    before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
    source = Source("s", text=f"  <{' '.join(words)}>  ")

    quotation = source.quote(words[at], prefix=f"<{before}", suffix=f"\n{after}>")

    assert quotation.locator
    assert quotation.locator.start == 3 + len(before) + bool(before)


def test_quote_needs_context() -> None:
    """Words that stand twice want a prefix or a suffix; the places are shown."""
    with pytest.raises(QuotationError) as raised:
        GAZETTE.quote("Rents")
    assert str(raised.value) == (
        "\"Rents\" stands 2 times in the source 'gazette'; give a prefix or a suffix"
        "\n  from 0: …Rents rose. Wages fell. Rents…"
        "\n  from 24: …Rents rose. Wages fell. Rents fell.…"
    )
    assert GAZETTE.quote("Rents", suffix="fell").locator == Locator(
        24, 29, prefix="Rents rose. Wages fell. ", suffix=" fell."
    )


def test_quote_says_what_differs() -> None:
    """Words that are not there are answered with the nearest and its differences."""
    with pytest.raises(QuotationError) as raised:
        GAZETTE.quote("Wages soon fell. Rents so")
    assert str(raised.value) == (
        "\"Wages soon fell. Rents so\" does not stand in the source 'gazette'\n"
        '  the nearest passage, from 12 to 34, is "Wages fell. Rents fell"\n'
        '  "soon" is not there; "so" is "fell" there'
    )


def test_quote_of_pieces() -> None:
    """A quotation that leaves words out says so, and is found again where it was."""
    quotation = GAZETTE.quote("Rents (...) Rents fell")

    assert quotation.exact == "Rents […] Rents fell"
    assert quotation.locator == Locator(0, 34, suffix=".")
    assert GAZETTE.quote(quotation.exact) == quotation
    with pytest.raises(QuotationError) as raised:
        GAZETTE.quote("Rents … Rents fell")
    assert str(raised.value) == (
        "\"Rents … Rents fell\" does not stand in the source 'gazette'\n"
        "  it does with […] where words are left out"
    )


def test_quote_like_nothing() -> None:
    """Without a word in common there is nothing to show."""
    with pytest.raises(QuotationError) as raised:
        GAZETTE.quote("xyz")
    assert str(raised.value) == "\"xyz\" does not stand in the source 'gazette'"


def test_quote_in_no_such_context() -> None:
    """Words that stand elsewhere than the context says are told so."""
    with pytest.raises(QuotationError) as raised:
        GAZETTE.quote("Rents", prefix="Wages", suffix="rose")
    assert str(raised.value) == (
        '"Rents" does not stand between prefix "Wages" and suffix "rose" in the'
        " source 'gazette'"
    )


def test_quote_wants_the_text() -> None:
    """A source without its text cannot be quoted by words."""
    with pytest.raises(QuotationError) as raised:
        Source("gazette").quote("Rents")
    assert str(raised.value) == "the text of the source 'gazette' is not at hand"


@given(texts())
def test_digest(text: str) -> None:
    """A source is known by the digest of its text, with and without the text."""
    source = Source("s", text=text)

    bare = attrs.evolve(source, text=None)

    assert source.sha256 == sha256(text.encode()).hexdigest()
    assert bare == source
    assert hash(bare) == hash(source)
    assert Source("s", text=text + "x") != source
    assert "text=" not in repr(source)


def test_wrong_digest() -> None:
    """A text that is not the one its digest names is refused."""
    digest = sha256(b"a").hexdigest()

    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is compared
        Source("s", text="a", sha256="0")
    assert str(raised.value) == f"sha256 must be that of the text, {digest}, not '0'"
    assert Source("s", sha256="0").sha256 == "0"


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (-1, 2, "start must be a count of code points, not -1"),
        (0, True, "end must be a count of code points, not True"),
        (3, 2, "end must not stand before start, not 3 to 2"),
    ],
)
def test_locators(start: int, end: int, message: str) -> None:
    """A locator counts from a start to an end behind it."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the text is compared
        Locator(start, end)
    assert str(raised.value) == message


def test_quotations() -> None:
    """A quotation has words and names its source, by id or by itself."""
    assert Quotation("x", source=GAZETTE) == Quotation("x", source="gazette")
    with pytest.raises(ValueError, match="exact must not be blank"):
        Quotation(" ", source="gazette")


def test_locator_without_offsets() -> None:
    """A page may be cited without offsets; half a span is refused."""
    quotation = Quotation("Rents rose.", source="g", locator=Locator(page="12"))

    assert quotation.span is None
    with pytest.raises(ValueError, match="start and end must both be given"):
        Locator(3)
