"""The picture on a page: as it is drawn, each claim a link."""

import re
from xml.etree import ElementTree as ET

import attrs

from argmap import (
    draw,
    evaluate,
    formats,
)
from tests.diagram.page.reading import read
from tests.diagram.page.test_document import ARTICLE, RENTS, assert_is_safe, read_page


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


def test_colours_of_its_own() -> None:
    """A colour that the author gives wins over the scheme; no element has a style."""
    html = draw(RENTS, colors={"cap": "#d95f02"}).page

    assert re.search(
        r"#m\w+ \.own0{stroke:#d95f02!important;stroke-width:2.6!important}", html
    )
    assert 'class="box own0"' in html
    assert " style=" not in html


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
