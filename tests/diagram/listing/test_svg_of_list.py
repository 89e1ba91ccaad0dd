"""A list as SVG: by the same writer, so with all that a graph has."""

from xml.etree import ElementTree as ET

from argmap import ArgumentMap, Claim, Inference, draw
from argmap.diagram import Layout
from tests.diagram.listing.test_placing import REPLIES, SECTIONS
from tests.diagram.shapes import chain, tree

SVG = "{http://www.w3.org/2000/svg}"


def drawn(argument_map: ArgumentMap) -> ET.Element:
    """Return the picture of a map as a list."""
    return ET.fromstring(draw(argument_map, layout="list").svg)


def names(picture: ET.Element, kind: str) -> list[str | None]:
    """Return the accessible names of all groups of a class."""
    groups = picture.iter(f"{SVG}g")
    return [each.get("aria-label") for each in groups if each.get("class") == kind]


def test_same_parts_as_a_graph() -> None:
    """Claims and steps have the same ids and names in either layout."""
    graph = ET.fromstring(draw(REPLIES, layout="graph").svg)
    listed = drawn(REPLIES)

    assert names(graph, "claim") == names(listed, "claim")
    for kind in ("claim", "step"):
        one, other = (
            [each.get("id") for each in picture.iter() if each.get("class") == kind]
            for picture in (graph, listed)
        )
        assert one == other


def test_mentions_lead_to_what_they_mention() -> None:
    """Every mention links to an element of the picture."""
    picture = drawn(SECTIONS)

    ids = {each.get("id") for each in picture.iter()}
    links = [each.get("href", "") for each in picture.iter(f"{SVG}a")]
    assert len(links) > 3
    assert {each.removeprefix("#") for each in links} <= ids


def test_every_step_has_a_sign() -> None:
    """A sign stands at every step, where a graph would have a plain line, too."""
    picture = drawn(tree(4))

    steps = [each for each in picture.iter(f"{SVG}g") if each.get("class") == "step"]
    assert len(steps) == 3
    assert all(each.find(f".//{SVG}circle") is not None for each in steps)


def test_legend_of_signs() -> None:
    """The legend shows the signs that occur, and the bar."""
    words = [each.text for each in drawn(REPLIES).iter(f"{SVG}text")]

    assert words[-3:] == [
        "supports",
        "undercuts a step",
        "linked: all or none",
    ]


def test_auto_takes_what_can_be_read() -> None:
    """A small map is a graph; what could not be read on the page is a list."""
    assert draw(REPLIES).laid_out_as is Layout.GRAPH
    assert draw(chain(60), width=240).laid_out_as is Layout.LIST


def test_a_direction_is_that_of_a_graph() -> None:
    """Who says where arrows lead gets arrows."""
    assert draw(chain(60), width=240, direction="up").laid_out_as is Layout.GRAPH


def test_auto_does_not_try_a_huge_graph() -> None:
    """More than 400 claims are a list without asking the engine."""
    huge = draw(tree(401), engine="dot", timeout=1e-9)

    assert huge.laid_out_as is Layout.LIST


def test_dot_and_mermaid_are_graphs() -> None:
    """The layout does not change what other programs lay out."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."), Claim("b", "B."), Inference(["a"], conclusion="b")
    )

    for kind in ("dot", "mermaid"):
        listed, graph = (
            draw(argument_map, layout=each).render(kind) for each in ("list", "graph")
        )
        assert listed == graph
