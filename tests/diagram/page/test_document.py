"""Laws of the page: whole, safe, alone, the same every time."""

import pytest
from hypothesis import given

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
)
from argmap.diagram.style import DARK, LIGHT, PRINT
from argmap.links import is_safe
from argmap.model.selection import around
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.page.reading import Node, fingerprint, read, shape
from tests.diagram.test_svg import HOSTILE
from tests.strategies import argument_maps

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
