"""The text of sources: whole, with links from what is quoted."""

import pytest
from hypothesis import given, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Quotation,
    Source,
    draw,
)
from argmap.diagnostics import Span
from argmap.diagram.page.elements import written
from argmap.diagram.page.quoted import Texts, pieces
from argmap.words import sanitized
from tests.diagram.page.reading import read
from tests.diagram.page.test_document import read_page
from tests.strategies import argument_maps


@given(argument_maps())
def test_sources_are_whole_and_marked(argument_map: ArgumentMap) -> None:
    """The text of a source is there to the letter, with what claims quote of it."""
    texts = Texts(argument_map, is_included=True)
    shown = [read(f"<!DOCTYPE html>{written(each)}") for each in texts.shown()]

    assert len(shown) == len(texts.sources)
    for source, section in zip(texts.sources, shown, strict=True):
        (text,) = section.every("div", "text")
        assert text.text == sanitized(source.text or "")
        for claim in argument_map.claims:
            quoted = {
                quotation.exact
                for quotation in claim.quotations
                if quotation.source == source.id and texts.link_to(quotation)
            }
            marked = "".join(
                each.text
                for each in text.every("a", "quoted")
                if claim.id in each.attributes["data-parts"].split()
            )
            for words in quoted:
                assert sanitized(words) in marked or len(quoted) > 1


_PLACES = st.tuples(st.integers(0, 8), st.integers(1, 4), st.sampled_from("abc"))


@given(st.lists(_PLACES, max_size=8))
def test_pieces_know_all_that_quote_them(drawn: list[tuple[int, int, str]]) -> None:
    """Pieces cover a text once; each knows the claims that quote any letter of it."""
    places = [(Span(at, at + length), claim) for at, length, claim in drawn]
    found = list(pieces(12, places))

    letters = [at for each in found for at in range(each.span.start, each.span.end)]
    assert letters == list(range(12))
    for piece in found:
        for at in range(piece.span.start, piece.span.end):
            quoting = {claim for span, claim in places if span.start <= at < span.end}
            assert set(piece.claims) == quoting


def test_words_that_very_many_quote() -> None:
    """Of those the first 30 are told, so that a page grows with its map, no faster."""
    (piece,) = pieces(1, [(Span(0, 1), f"c{number}") for number in range(40)])

    assert piece.claims == tuple(f"c{number}" for number in range(30))


def test_sources_stay_out_unless_wanted() -> None:
    """The text of a source is on the page only where its author put it there."""
    source = Source("news", "News", text="Rents rose. A secret follows.")
    claim = Claim("rose", "They rose.", quotations=[source.quote("Rents rose")])
    argument_map = ArgumentMap.of(source, claim)

    without, with_source = (
        draw(argument_map, with_source=chosen).page for chosen in (False, True)
    )

    assert "Rents rose" in without
    assert "secret" not in without
    assert "A secret follows." in with_source


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/?a=1&b=<2>", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("../notes.html", False),
        ("", False),
    ],
)
def test_links_to_sources(url: str, is_link: bool) -> None:  # noqa: FBT001
    """Only a URL that may be followed from anywhere becomes a link."""
    source = Source("news", "The News", url=url)
    claim = Claim("a", "A.", quotations=[Quotation("A", source="news")])

    (caption,) = read_page(draw(ArgumentMap.of(source, claim))).every("figcaption")

    links = [each.attributes["href"] for each in caption.every("a")]
    assert links == ([url] if is_link else [])
    assert "The News" in caption.text


def test_words_that_several_claims_quote() -> None:
    """They lead to a list of those claims; words that one quotes lead to it."""
    source = Source("news", text="Rents rose fast. So did wages.")
    argument_map = ArgumentMap.of(
        source,
        Claim("a", "A.", quotations=[source.quote("Rents rose fast")]),
        Claim("b", "B.", quotations=[source.quote("rose fast. So did")]),
    )
    html = read_page(draw(argument_map, with_source=True))

    quoted = [
        (each.text, each.attributes["href"]) for each in html.every("a", "quoted")
    ]
    assert quoted == [
        ("Rents ", "#part-a"),
        ("rose fast", "#quoted-0"),
        (". So did", "#part-b"),
    ]
    links = html.by_id("quoted-0").every("a")
    assert [each.attributes["href"] for each in links] == ["#part-a", "#part-b"]
    (seek,) = html.by_id("part-b").every("a", "seek")
    assert html.by_id(seek.attributes["href"][1:]).text == "rose fast"
