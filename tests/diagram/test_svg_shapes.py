"""Laws of the shapes that a picture is made of."""

from xml.etree import ElementTree as ET

import pytest

from argmap import ArgumentMap, Claim, Section, draw
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
