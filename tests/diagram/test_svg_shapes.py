"""Laws of the shapes that a picture is made of."""

from xml.etree import ElementTree as ET

import pytest

from argmap import ArgumentMap, Claim, Section, draw
from argmap.formats import read
from tests.diagram.test_svg import SVG, with_class


@pytest.mark.parametrize(
    ("words", "is_right_to_left"),
    [
        ("Rents (שכר) rose.", False),
        ("5% של שכר (rent)", True),
        ("(ارتفعت) rents", True),
        ("12.", False),
    ],
)
def test_texts_begin_where_they_are_read_from(
    words: str,
    is_right_to_left: bool,  # noqa: FBT001 - from the list above
) -> None:
    """The first letter of each text says where its lines begin; all are in the box."""
    claim = Claim("a", f"{words} {words} {words}", title="Title", speaker=words)
    svg = draw(ArgumentMap.of(claim, Section("s", words, members=["a"]))).svg
    root = ET.fromstring(svg)

    (box,) = with_class(root, "claim")
    (rectangle,) = box.findall(f"{SVG}rect")
    left = float(rectangle.get("x", 0))
    right = left + float(rectangle.get("width", 0))
    speaker, title, *lines = box.findall(f"{SVG}text")
    *_, heading = (each for each in root.iter(f"{SVG}text") if each.text == words)

    assert title.get("direction") is None
    assert float(title.get("x", 0)) == pytest.approx(left + 10, abs=0.2)
    for line in (speaker, *lines):
        assert line.get("direction") == ("rtl" if is_right_to_left else None)
        at = right - 10 if is_right_to_left else left + 10
        assert float(line.get("x", 0)) == pytest.approx(at, abs=0.2)
    assert (speaker.get("direction") == heading.get("direction")) is True


def box_of(text: str, layout: str = "graph") -> ET.Element:
    """Return the box of the first claim of a text in Argdown."""
    root = ET.fromstring(draw(read(text, "argdown").argument_map, layout=layout).svg)
    return with_class(root, "claim")[0]


@pytest.mark.parametrize("layout", ["graph", "list"])
def test_marks_of_the_author(layout: str) -> None:
    """Bold words are bold, italic ones italic, links lead on; all words are there."""
    box = box_of("[A]: **Rents** _rose_, [they](a.html?b=1&c) say.", layout)
    (line,) = (each for each in box.iter(f"{SVG}text") if len(each))
    spans = {each.text: each.attrib for each in line.iter(f"{SVG}tspan")}

    assert spans == {
        "Rents": {"font-weight": "bold"},
        "rose": {"font-style": "italic"},
        "they": {"text-decoration": "underline"},
    }
    assert [each.attrib for each in line.iter(f"{SVG}a")] == [{"href": "a.html?b=1&c"}]
    assert "".join(line.itertext()) == "Rents rose, they say."
    assert box.get("role") == "group"


@pytest.mark.parametrize(
    "url", ["javascript:alert", "//example.org", 'data:,"><script>', "\uffff"]
)
def test_unsafe_links_are_words(url: str) -> None:
    """A link that may not be followed is none, and looks like none."""
    box = box_of(f"[A]: See [this]({url}).")

    assert [each.text for each in box.findall(f"{SVG}text")] == ["A", "See this."]


def test_texts_in_arguments_have_marks() -> None:
    """What a reconstructed argument says in short has its marks, at its frame."""
    text = "<A>: It is **fair**.\n\n(1) One.\n(2) Two.\n----\n(3) Three.\n"
    root = ET.fromstring(draw(read(text, "argdown").argument_map).svg)

    (bold,) = root.iter(f"{SVG}tspan")
    assert (bold.text, bold.get("font-weight")) == ("fair", "bold")
