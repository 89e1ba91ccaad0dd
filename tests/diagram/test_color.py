"""Colours of an author's own: text stays readable, and they are never markup."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, strategies as st

from argmap import Argument, ArgumentMap, Claim, Counterpoint, Inference, Section, draw
from argmap.diagram.color import parse_color, text_on
from argmap.diagram.style import Theme
from tests.diagram.test_style import contrast

MAP = ArgumentMap.of(
    Claim("cap", "Cap rents.", speaker="Mayor"),
    Argument("rare", "Shortage", text="Flats get rare."),
    Counterpoint(["rare"], target="cap"),
    Section("all", "Housing", members=["cap", "rare"]),
)
COLORS = {"cap": "#D95F02", "rare": "#fe9", "all": "#123456", "gone": "#000000"}


@given(st.integers(0, 0xFFFFFF))
def test_text_on_any_colour_can_be_read(value: int) -> None:
    """Black or white has a contrast of at least 4.5:1 on whatever is given."""
    background = f"#{value:06x}"

    assert contrast(text_on(background), background) >= 4.5


@pytest.mark.parametrize(
    "value", ["red", "#12", "#12345", "#1234567", "123456", "#12345g", '#fff"', ""]
)
def test_what_is_no_colour_is_refused(value: str) -> None:
    """Only digits get into a picture, be it as markup or as a style."""
    with pytest.raises(ValueError, match="a colour is #rgb or #rrggbb"):
        draw(MAP, colors={"cap": value})


def test_short_colours() -> None:
    """One digit stands for two; letters are small."""
    assert (parse_color("#FE9"), parse_color("#AbCdEf")) == ("#ffee99", "#abcdef")


@pytest.mark.parametrize("theme", list(Theme))
def test_pictures(theme: Theme) -> None:
    """Arguments are filled, claims and sections bordered, in every theme."""
    svg = draw(MAP, colors=COLORS, theme=theme).svg
    root = ET.fromstring(svg)
    rects = [each for each in root.iter() if each.tag.endswith("rect")]

    bordered = {each.get("style") for each in rects if each.get("style")}
    assert bordered == {
        "stroke:#d95f02;stroke-width:2.6",
        "stroke:#123456;stroke-width:2.6",
    }
    (filled,) = (each for each in rects if each.get("class") == "painted")
    assert filled.get("fill") == "#ffee99"
    texts = {each.text: each for each in root.iter() if each.tag.endswith("text")}
    assert texts["Flats get rare."].get("fill") == "#000000"
    assert "gone" not in svg


def test_dot_and_mermaid() -> None:
    """Both notations have the colours too."""
    diagram = draw(MAP, colors=COLORS)

    assert 'fillcolor="#ffee99" fontcolor="#000000"' in diagram.digraph.source
    assert 'color="#d95f02" penwidth="2.6"' in diagram.digraph.source
    assert 'color="#123456"' in diagram.digraph.source
    assert [
        line.strip()
        for line in diagram.render("mermaid").decode().splitlines()
        if line.startswith("  style")
    ] == [
        "style n-cap stroke:#d95f02,stroke-width:3px",
        "style n-rare fill:#ffee99,color:#000000",
        "style s0 fill:none,color:#6e7781,stroke:#123456",
    ]


def test_a_reconstructed_argument() -> None:
    """Its steps have borders in its colour: the frame round its name, or the sign."""
    two = Inference(["a", "b"], conclusion="c")
    one = Inference(["d", "e"], conclusion="c", id="x")
    argument_map = ArgumentMap.of(
        *map(Claim, "abcde"),
        two,
        one,
        Argument("named", "Fairness", steps=[two.id]),
        Argument("nameless", steps=["x"]),
    )
    diagram = draw(argument_map, colors={"named": "#d95f02", "nameless": "#123456"})

    for layout in ("graph", "list"):
        root = ET.fromstring(
            draw(argument_map, colors=diagram.colors, layout=layout).svg
        )
        bordered = [
            (each.tag.rpartition("}")[2], each.get("style"))
            for each in root.iter()
            if each.get("style")
        ]
        assert sorted(bordered) == [
            ("circle", "stroke:#123456;stroke-width:2.6"),
            ("rect", "stroke:#d95f02;stroke-width:2.6"),
        ]
    for color in ("#d95f02", "#123456"):
        assert f'color="{color}"' in diagram.digraph.source
        assert f" stroke:{color}," in diagram.render("mermaid").decode()
    assert diagram.plan.key != draw(argument_map).plan.key


def test_colours_tell_pictures_apart() -> None:
    """Two pictures of one map in other colours have different ids."""
    assert draw(MAP).plan.key != draw(MAP, colors=COLORS).plan.key
