"""Laws of the page: whole, safe, alone, the same every time."""

import re
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Diagram,
    Inference,
    Quotation,
    Section,
    Source,
    draw,
    evaluate,
    formats,
)
from argmap.diagnostics import Span
from argmap.diagram.page.articles import Articles
from argmap.diagram.page.elements import tag, written
from argmap.diagram.page.quoted import Texts, pieces
from argmap.diagram.style import DARK, LIGHT, PRINT
from argmap.links import is_safe
from argmap.model.selection import around
from argmap.words import sanitized
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.page.reading import Node, fingerprint, read, shape
from tests.diagram.test_svg import HOSTILE
from tests.strategies import argument_maps, texts

ARTICLE = EXAMPLES["russia_in_syria"]
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "script", "body", "header", "main"),
    *("nav", "section", "article", "div", "h1", "h2", "h3", "p", "ul", "li", "a"),
    *("span", "bdi", "q", "figure", "figcaption", "blockquote", "button"),
    *("details", "summary", "form", "input", "label", "select", "option", "output"),
    *("ol", "h4"),
    *("svg", "g", "rect", "text", "tspan", "path", "circle"),
}
ATTRIBUTES = {
    *("aria-hidden", "aria-label", "charset", "class", "content", "data-first"),
    *(
        "data-against",
        "data-aside",
        "data-below",
        "data-dependence",
        "data-for",
        "data-kinds",
        "data-section",
    ),
    *("data-speakers", "data-verdict", "data-with", "autocomplete", "checked", "for"),
    *("open", "placeholder", "value"),
    *("data-parts", "dir", "hidden", "href", "http-equiv", "id", "lang", "name"),
    *("rel", "role", "tabindex", "type"),
    *("color", "cx", "cy", "d", "direction", "fill", "font-family"),
    *("font-size", "font-style", "font-weight", "text-decoration"),
    *("height", "paint-order", "r", "rx", "stroke", "stroke-dasharray"),
    *("stroke-linejoin", "stroke-width", "viewbox", "width", "x", "y"),
}


def read_page(diagram: Diagram) -> Node:
    return read(diagram.page)


def assert_is_safe(html: Node) -> None:
    """Assert that a page holds known elements only, and links that may be followed."""
    ids = [each.attributes["id"] for each in html.every() if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    for each in html.every():
        assert each.tag in ELEMENTS
        assert each.attributes.keys() <= ATTRIBUTES
        href = each.attributes.get("href", "#page-list")
        target = href[1:].partition("&")[0]  # what follows is for the script
        assert target in ids if href[0] == "#" else is_safe(href)
    (policy,) = (each for each in html.every("meta") if "http-equiv" in each.attributes)
    (style,) = html.every("style")
    (script,) = html.every("script")
    assert policy.attributes["content"].split("; ")[:3] == [
        "default-src 'none'",
        f"style-src {fingerprint(style.text)}",
        f"script-src {fingerprint(script.text)}",
    ]
    assert "url(" not in style.text
    assert "@import" not in style.text


@given(argument_maps())
def test_any_map_is_a_page(argument_map: ArgumentMap) -> None:
    """Every claim and argument has an article, and every box leads to its own."""
    diagram = draw(argument_map, with_source=True, whole=True)
    html = read_page(diagram)

    assert_is_safe(html)
    named = [each.attributes["id"] for each in html.every("article")]
    parts = [f"part-{each.id}" for each in argument_map.propositions]
    assert named[: len(parts)] == parts
    boxes = {each.attributes["href"] for each in html.every("a", "claim")}
    drawn = [box.part for box in diagram.plan.boxes if not box.is_question]
    rows = [each.attributes["data-parts"] for each in html.every("div", "row")]
    assert boxes <= {f"#part-{part}" for part in drawn}
    assert [part for part in rows if part in set(drawn)] == drawn


def test_no_link_is_inside_another_one() -> None:
    """The words of a claim are bold in the map, and lead where their box does."""
    text = "[A]: **Rents** rose, [they](https://example.org) say.\n"
    html = read_page(draw(formats.read(text, "argdown").argument_map))

    assert_is_safe(html)
    (box,) = html.every("a", "claim")
    assert "Rents rose, they say." in box.text
    looks = [each.attributes for each in box.every("tspan")]
    assert {"font-weight": "bold"} in looks
    assert {"text-decoration": "underline"} in looks
    assert box.every("a") == [box]


@given(argument_maps())
def test_articles_hold_whole_texts(argument_map: ArgumentMap) -> None:
    """Texts, titles, speakers and quotations stand in the article as they are."""
    texts = Texts(argument_map, is_included=False)
    articles = Articles(argument_map, evaluate(argument_map), texts)
    html = read(f"<!DOCTYPE html>{written(tag('body', *articles.all()))}")

    for each in argument_map.propositions:
        article = html.by_id(f"part-{each.id}")
        told = [each.text, each.title]
        if isinstance(each, Claim):
            told += [each.speaker, *(quoted.exact for quoted in each.quotations)]
        for words in told:
            assert sanitized(words) in article.text


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


@given(texts(), texts())
def test_text_comes_out_as_text(words: str, more: str) -> None:
    """Whatever is put in as text or as a value is read from the page as such."""
    element = tag("p", words, tag("br"), more, words, title=more)

    html = read(f"<!DOCTYPE html>{written(element)}")

    assert html.attributes == {"title": sanitized(more)}
    assert html.text == sanitized(words + more + words)
    assert [each.tag for each in html.every()] == ["p", "br"]


def everywhere(words: str) -> ArgumentMap:
    """Return a map that has the same words in every field that holds any."""
    source = Source(
        "s", words, author=words, date=words, url=words, text=f"{words} {words}"
    )
    quotations = [Quotation(words, source="s")]
    return ArgumentMap.of(
        source,
        Claim("a", words, title=words, speaker=words, tags=[words]),
        Claim("c", words, quotations=quotations),
        Claim("d", words, quotations=quotations),
        Argument("b", words, text=words, tags=[words]),
        Inference(["a", "b"], conclusion="c", id="step"),
        Counterpoint(["d"], target="step"),
        Contradiction(["c", "d"]),
        Section("in", words, members=["a"]),
        title=words,
        thesis="c",
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_change_nothing(words: str) -> None:
    """A page has the same elements and attributes, whatever its words are."""
    hostile, harmless_ = (
        read_page(draw(everywhere(each), with_source=True)) for each in (words, "Words")
    )

    assert_is_safe(hostile)
    assert {key for key in shape(hostile) if key[0] != "text"} == {
        key for key in shape(harmless_) if key[0] != "text"
    }
    assert hostile.every("script")[0].text == harmless_.every("script")[0].text


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


def test_the_same_every_time() -> None:
    """Two pages of one map are the same to the byte."""
    first, second = (draw(ARTICLE, with_source=True).render("html") for _ in range(2))

    assert first == second


def test_a_part_of_a_map() -> None:
    """Of a part the verdicts are those on the whole; links lead to the part only."""
    part = around(ARTICLE, "at-loggerheads", 1)
    html = read_page(draw(part, evaluation=evaluate(ARTICLE)))

    assert_is_safe(html)
    assert len(html.every("article")) == len(part.claims)


def test_left_out_is_told() -> None:
    """What an evaluation leaves out is named where a verdict follows from that."""
    argument_map = EXAMPLES["rent_control"]
    for left_out in [*argument_map.claims, *argument_map.steps]:
        evaluation = evaluate(argument_map, without=[left_out])
        html = read_page(draw(argument_map, evaluation=evaluation))

        assert_is_safe(html)
        told = any(
            each.part == left_out.id and "is left out" in each.words
            for reason in evaluation.explanations.values()
            for each in reason.because
        )
        assert ("is left out" in html.text) is told


def test_an_empty_map() -> None:
    """A map without claims is a page that says so."""
    html = read_page(draw(ArgumentMap()))

    assert_is_safe(html)
    assert "no claims yet" in html.by_id("page-list").text
    assert html.every("title")[0].text == "Argument map"


RENTS = ArgumentMap.of(
    Claim("cap", "Rents should be capped.", speaker="the tenants", tags=["core"]),
    Claim("rose", "Rents rose."),
    Claim("expert", "An expert says so.", title="Her word"),
    Claim("paid", "She is paid.", implicit=True),
    Claim("free", "Rents should be free."),
    Inference(["rose"], conclusion="cap", strict=True),
    Inference(["expert"], conclusion="cap", scheme="expert-opinion", id="said"),
    Counterpoint(["paid"], target="said"),
    Contradiction(["cap", "free"]),
    Section("what", "What is to be done?", members=["cap"]),
    thesis="cap",
)


def test_what_is_said_of_a_claim() -> None:
    """Its place, its verdict and why, what is for and against it, what is open."""
    html = read_page(draw(RENTS))
    cap, paid, expert = (
        html.by_id(f"part-{each}") for each in ("cap", "paid", "expert")
    )

    assert cap.every("p", "kind")[0].text == (
        "Main conclusion · by the tenants · in “What is to be done?” · core"
        f" {evaluate(RENTS).verdict('cap')}"
    )
    assert [each.text for each in cap.every("h3")] == ["Why", "For it", "Against it"]
    told = cap.text
    assert "Rents rose (deductive, open)" in told
    assert "An expert says so (" in told
    assert "Undercut by She is paid" in told
    assert "It cannot stand together with Rents should be free" in told
    assert "Nobody has answered: " in told
    assert paid.every("p", "kind")[0].text.startswith("Unstated claim")
    assert paid.text.endswith(
        "It counts against the inference from An expert says so"
        " to Rents should be capped"
    )
    assert "It stands: it is granted." in paid.text
    assert expert.every("h2")[0].text == "Her word"
    assert expert.every("p", "words")[0].text == "An expert says so."
    assert html.by_id("page-map").attributes["data-first"] == "cap"


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


def test_colours_of_its_own() -> None:
    """A colour that the author gives wins over the scheme; no element has a style."""
    html = draw(RENTS, colors={"cap": "#d95f02"}).page

    assert re.search(
        r"#m\w+ \.own0{stroke:#d95f02!important;stroke-width:2.6!important}", html
    )
    assert 'class="box own0"' in html
    assert " style=" not in html


def test_themes() -> None:
    """A page has the colours of its theme, and both schemes where that is automatic."""
    light, dark, print_, auto = (
        draw(RENTS, theme=each).page for each in ("light", "dark", "print", "auto")
    )

    assert f"--text:{LIGHT.text}" in light
    assert "color-scheme:light;" in light
    assert DARK.paper not in light
    assert f"--text:{DARK.text}" in dark
    assert "color-scheme:dark;" in dark
    assert f"--border:{PRINT.border}" in print_
    assert "color-scheme:light dark;" in auto
    assert "@media screen and (prefers-color-scheme:dark){:root{" in auto
    assert "@media (prefers-color-scheme" not in auto


def test_a_page_holds_what_a_picture_holds() -> None:
    """The picture on a page is the one that SVG shows, but for names and links."""
    diagram = draw(ARTICLE, evaluation=evaluate(ARTICLE))
    root = ET.fromstring(attrs.evolve(diagram, layout="graph").svg)
    (svg,) = read(diagram.page).every("svg")

    drawn = {"rect", "path", "circle", "text", "tspan"}
    there = [each.tag for each in svg.every() if each.tag in drawn]
    tags = [each.tag.rpartition("}")[2] for each in root.iter()]
    assert there == [each for each in tags if each in drawn]
    assert svg.attributes["aria-label"] == diagram.plan.summary


def test_the_answer_leads_to_the_claims_that_it_names() -> None:
    """An id in brackets in the answer is a link to what is said of that claim."""
    (answer,) = (
        each
        for each in read_page(draw(ARTICLE, evaluate=True)).every("section")
        if each.attributes.get("id") == "page-answer"
    )
    named = {each.text for each in answer.every("a")}

    assert len(named) > 3
    assert all(map(ARTICLE.find_part, named))
    for each in answer.every("a"):
        assert each.attributes["href"] == f"#part-{each.text}"


def test_the_answer_is_that_of_the_map() -> None:
    """The page says, line by line, what the command line says that a map comes to."""
    html = read_page(draw(ARTICLE))
    (section,) = (
        each
        for each in html.every("section")
        if each.attributes.get("id") == "page-answer"
    )

    shown = [" ".join(each.text.split()) for each in section.every("p")]
    wide = evaluate(ARTICLE).answer().in_lines(1_000_000)
    assert shown == [" ".join(each.split()) for each in wide]


def test_where_no_claim_is_set_aside() -> None:
    """A page with verdicts of another semantics does not say what if a claim fell."""
    pytest.importorskip("clingo")
    grounded, preferred = (
        read_page(draw(RENTS, evaluation=evaluate(RENTS, each)))
        for each in ("grounded", "preferred")
    )

    assert grounded.every("a", "what-if")
    assert not preferred.every("a", "what-if")
    assert not any("data-aside" in each.attributes for each in preferred.every("div"))
    assert "data-dependence" not in preferred.by_id("page-list").attributes
