"""Laws of the picture: well-formed, complete, safe, the same every time."""

import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Diagram,
    Inference,
    Section,
    draw,
)
from argmap.diagram import Theme, style
from argmap.diagram.style import DARK, LIGHT, PRINT, Palette
from argmap.diagram.svg import dark_rules, page_rules, print_rules
from tests.diagram.make_golden import EXAMPLES
from tests.strategies import argument_maps

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {
    "a",
    "tspan",
    "svg",
    "title",
    "desc",
    "style",
    "rect",
    "g",
    "text",
    "path",
    "circle",
}
ATTRIBUTES = {
    *("aria-label", "aria-labelledby", "class", "color", "cx", "cy", "d", "direction"),
    "fill",
    *("font-family", "font-size", "font-style", "font-weight", "height", "href", "id"),
    *("paint-order", "r"),
    *("role", "rx", "stroke", "stroke-dasharray", "stroke-linejoin"),
    *("stroke-width", "text-decoration", "transform", "viewBox", "width", "x", "y"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "' onclick='alert(1)",
    "]]><foreignObject/>",
    "</style><style>*{background:url(//evil)}",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "javascript:alert(1)",
    "\x00\x1b]8;;http://evil\x07",
    "\u202egnp.exe",
)


def with_class(root: ET.Element, name: str) -> list[ET.Element]:
    """Return the elements of a class, in the order of the document."""
    return [each for each in root.iter() if each.get("class") == name]


def assert_is_complete(diagram: Diagram) -> ET.Element:
    """Assert that a picture holds its plan, each part once; return its root."""
    root = ET.fromstring(diagram.svg)
    key = diagram.plan.key
    boxes = [(each.get("id"), each.get("aria-label")) for each in _claims(root)]
    assert boxes == [(f"{key}-{box.part}", box.name) for box in diagram.plan.boxes]
    for group, box in zip(_claims(root), diagram.plan.boxes, strict=True):
        assert group.get("role") == "img"
        assert group.findtext(f"{SVG}title") == box.name
        assert len(group.findall(f"{SVG}rect")) == 1
        words = "".join("".join(each.itertext()) for each in group.iter(f"{SVG}text"))
        for text in box.texts:
            assert "".join(text.words.split()) in "".join(words.split())
    steps = {each.get("id"): each for each in with_class(root, "step")}
    steps.pop(None, None)
    asked = {box.part for box in diagram.plan.boxes}
    lines = Counter(e.part for e in diagram.plan.edges if e.part not in asked)
    parts = lines.keys() | diagram.plan.at_junction
    assert steps.keys() == {f"{key}-{part}" for part in parts}
    for part in parts:
        step = steps[f"{key}-{part}"]
        assert len(with_class(step, "line")) == lines[part]
        junction = diagram.plan.at_junction.get(part)
        has_sign = junction and junction.diameter == style.JUNCTION
        assert len(with_class(step, "sign")) == bool(has_sign)
    return root


def _claims(root: ET.Element) -> list[ET.Element]:
    return [each for each in root.iter() if each.get("class") in {"claim", "question"}]


def assert_is_safe(svg: str) -> None:
    """Assert that a picture holds known elements and attributes, and leads nowhere."""
    root = ET.fromstring(svg)
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    for each in root.iter():
        assert each.tag.removeprefix(SVG) in ELEMENTS
        assert each.attrib.keys() <= ATTRIBUTES
        assert each.get("href", "#")[1:] in {"", *ids}
    for markup in re.findall(r"<[^>]*>", svg):
        assert "url(" not in re.sub(r'aria-label="[^"]*"', "", markup)
    assert "url(" not in (root.findtext(f"{SVG}style") or "")
    assert "<!" not in svg
    assert "<?" not in svg
    assert len(set(ids)) == len(ids)
    assert root.get("role") == "img"
    assert set(root.get("aria-labelledby", "").split()) <= set(ids)


@given(argument_maps())
def test_any_map_is_drawn_whole_and_safely(argument_map: ArgumentMap) -> None:
    """Every claim, line and junction is there once, and nothing else."""
    diagram = draw(argument_map)

    assert_is_complete(diagram)
    assert_is_safe(diagram.svg)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    """No text, title, speaker, role or scheme becomes markup."""
    argument_map = ArgumentMap.of(
        Claim("a", words, title=words, speaker=words),
        Argument("b", words, text=words),
        Inference(["a", "b"], conclusion="a"),
        Section("s", words, members=["a"]),
        title=words,
    )

    assert_is_safe(draw(argument_map).svg)


def test_ids_are_those_of_the_parts() -> None:
    """A part may be named like something that the picture names itself."""
    names = ["title", "summary", "paper", "claim", "m0123456789"]
    diagram = draw(ArgumentMap([Claim(name) for name in names]))

    assert_is_safe(diagram.svg)
    assert_is_complete(diagram)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
def test_examples_in_every_direction(name: str, direction: str) -> None:
    """The examples are complete whichever way they lead."""
    assert_is_complete(draw(EXAMPLES[name], direction=direction, layout="graph"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_leaves_the_page(name: str) -> None:
    """Every box, group and junction lies on the paper, and no two boxes overlap."""
    root = ET.fromstring(draw(EXAMPLES[name]).svg)

    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    boxes = []
    for rectangle in root.iter(f"{SVG}rect"):
        x, y = float(rectangle.get("x", 0)), float(rectangle.get("y", 0))
        right = x + float(rectangle.get("width", 0))
        bottom = y + float(rectangle.get("height", 0))
        assert 0 <= x < right <= width
        assert 0 <= y < bottom <= height
        if rectangle.get("class") in {"box", "reference"}:
            boxes.append((x, y, right, bottom))
    for index, (left, top, right, bottom) in enumerate(boxes):
        for x1, y1, x2, y2 in boxes[:index]:
            assert right <= x1 or x2 <= left or bottom <= y1 or y2 <= top


def test_titles_name_the_picture() -> None:
    """A screen reader says the title, then the picture in a sentence."""
    root = ET.fromstring(draw(EXAMPLES["undercut"]).svg)
    untitled = ET.fromstring(draw(ArgumentMap()).svg)

    assert root.findtext(f"{SVG}title") == "The red wall"
    assert root.findtext(f"{SVG}desc") == (
        "Argument map: The wall is red. 1 reason, 2 objections; 4 claims."
    )
    assert untitled.findtext(f"{SVG}title") == "Argument map"


def test_what_marks_a_claim() -> None:
    """The thesis is square and thick, the unstated dashed, a sketch filled."""
    argument_map = ArgumentMap.of(
        Claim("thesis", "T."),
        Claim("unstated", "U.", implicit=True),
        Argument("sketch", "S"),
        Claim("said", "S.", title="Title", speaker="Sam"),
        thesis="thesis",
    )
    root = ET.fromstring(draw(argument_map).svg)

    thesis, said, unstated, sketch = (
        next(group for group in _claims(root) if str(group.get("id")).endswith(name))
        for name in ("-thesis", "-said", "-unstated", "-sketch")
    )
    rectangles = [each[1] for each in (thesis, said, unstated, sketch)]
    assert [each.get("rx") is None for each in rectangles] == [True, *[False] * 3]
    dashed = [each.get("stroke-dasharray") for each in rectangles]
    assert dashed == [None, None, "5 3", None]
    assert rectangles[3].get("class") == "group"
    speaker, title, _ = said.findall(f"{SVG}text")
    assert (speaker.get("class"), speaker.get("font-size")) == ("quiet", "9")
    assert title.get("font-weight") == "bold"


def test_empty_groups_are_left_out() -> None:
    """A section in which nothing is drawn has no frame."""
    argument_map = ArgumentMap([Claim("a")], sections=[Section("s", "Empty")])

    assert "Empty" not in draw(argument_map).svg


def test_a_section_and_its_title_are_drawn() -> None:
    """A frame stands behind the boxes, its title in it, inner frames upon outer."""
    argument_map = ArgumentMap(
        [Claim("a"), Claim("b")],
        sections=[
            Section("inner", "Inner", members=["a"], parent="outer"),
            Section("outer", "Outer", members=["b"]),
        ],
    )
    root = ET.fromstring(draw(argument_map).svg)

    frames = [str(each.get("id"))[12:] for each in with_class(root, "group")]
    assert frames == ["outer", "inner"]
    titles = [each.findtext(f"{SVG}text") for each in with_class(root, "halo")]
    assert titles == ["Inner", "Outer"]


@pytest.mark.parametrize(
    ("theme", "palette", "is_adaptable"),
    [
        (Theme.LIGHT, LIGHT, False),
        (Theme.DARK, DARK, False),
        (Theme.PRINT, PRINT, False),
        (Theme.AUTO, LIGHT, True),
    ],
)
def test_themes(theme: Theme, palette: Palette, is_adaptable: bool) -> None:  # noqa: FBT001
    """A theme's paper is drawn; only `auto` has rules for a reader's dark scheme."""
    svg = draw(EXAMPLES["rent_control"], theme=theme).svg

    assert f'fill="{palette.paper}"/>' in svg
    assert ("prefers-color-scheme" in svg) == is_adaptable


def test_dark_rules_recolour_every_class() -> None:
    """Whatever is drawn in a light colour has a dark one, in its own picture only."""
    svg = draw(EXAMPLES["russia_in_syria"]).svg
    rules = dark_rules("key")

    kinds = set(re.findall(r'class="([^"]+)"', svg))
    uncoloured = {"argmap", "claim", "line", "question", "reference", "step", "legend"}
    coloured = kinds - uncoloured
    assert all(f" .{kind}{{" in rules for kind in coloured)
    assert rules.count("#key") == rules.count("}") - 1


def test_page_rules_have_both_schemes() -> None:
    """On a page every class has the colour of either scheme, as its own file has."""
    dark, page = dark_rules("key"), page_rules("key")

    assert re.findall(r"#key[^{]*", page) == re.findall(r"#key[^{]*", dark)
    pairs = re.findall(r"light-dark\((#\w{6}),(#\w{6})\)", page)
    assert [each[1] for each in pairs] == re.findall(r":(#\w{6})", dark)
    assert "light-dark(#ffffff,#0d1117)" in page


def test_a_picture_in_a_page_stands_on_its_paper() -> None:
    """A picture that follows its page has no ground of its own; all others have."""
    rents = ArgumentMap([Claim("rose", "Rents rose.")])
    ground = '<rect class="paper" width='

    assert ground not in draw(rents).inline_svg(1)
    assert ground in draw(rents, theme="dark").inline_svg(1)
    assert ground in draw(rents).svg


def test_print_rules() -> None:
    """On paper text has nine points where there is room; else the outline is open.

    What is much higher than a page goes on over several.
    """
    small = print_rules("m1", 400, 100)

    assert "width:436px" in small
    assert "@container argmap (max-width:435px){" in small
    assert "@container" not in print_rules("m1", 400, 1200)
    assert "max-height:100vh" in print_rules("m1", 400, 1200)
    assert "max-height" not in print_rules("m1", 700, 4000)
    assert "max-height" in print_rules("m1", 4000, 4000)


def test_a_counterpoint_without_premises_is_drawn() -> None:
    """A junction with nothing but a line on from it is in the picture."""
    assert_is_complete(
        draw(ArgumentMap.of(Claim("a"), Counterpoint([], target="a", id="k")))
    )


@pytest.mark.parametrize("layout", ["graph", "list"])
def test_changes_differ_by_more_than_colour(layout: str) -> None:
    """What is gone is dashed and struck out, what is new is not; each has its sign."""
    old = ArgumentMap([Claim("a", "Rents rose."), Claim("b", "The index fell.")])
    new = ArgumentMap([Claim("a", "Rents rose."), Claim("c", "Wages are low.")])
    root = ET.fromstring(draw(new, since=old, layout=layout, whole=True).svg)
    groups = [each for each in root.iter(f"{SVG}g") if "aria-label" in each.attrib]
    boxes = {each.attrib["aria-label"]: each for each in groups}

    assert [*boxes] == ["Rents rose.", "New: Wages are low.", "Gone: The index fell."]
    gone = boxes["Gone: The index fell."]
    found = {
        name: ["stroke-dasharray" in each.attrib for each in box.iter(f"{SVG}rect")]
        for name, box in boxes.items()
    }
    assert [*found.values()] == [[False], [False], [True]]
    assert [
        (each.text, "text-decoration" in each.attrib)
        for each in gone.iter(f"{SVG}text")
        if not (each.text or "").isdigit()
    ] == [("− gone", False), ("The index fell.", True)]


def test_steps_that_changed_differ_by_more_than_colour() -> None:
    """The frames of a new, a gone and a changed step have dashes of their own."""
    claims = [Claim(each, f"{each}.") for each in "abcd"]
    old = ArgumentMap(
        claims,
        [Inference(["a", "b"], conclusion="d"), Inference(["c"], conclusion="d")],
    )
    new = ArgumentMap(claims, [Inference([each], conclusion="d") for each in "ab"])
    root = ET.fromstring(draw(new, since=old).svg)
    steps = [each for each in root.iter(f"{SVG}g") if each.get("class") == "step"]
    frames = [frame for step in steps for frame in step.iter(f"{SVG}rect")]

    assert len(frames) == 3
    assert len({each.get("stroke-dasharray") for each in frames}) == 3
