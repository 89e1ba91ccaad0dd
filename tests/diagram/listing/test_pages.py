"""Pages of a list: rows, signs and rails, from column to column and page to page."""

from hypothesis import example, given, settings, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Inference,
)
from argmap.diagram import style
from argmap.diagram.listing.pages import Sheet
from argmap.diagram.listing.placing import lay_out_pages
from argmap.diagram.listing.steps import listed_steps
from argmap.diagram.planning import plan
from tests.diagram.listing.test_placing import (
    COLUMNS,
    REPLIES,
    SECTIONS,
    WIDTHS,
    laid_out,
    rectangles,
    sides,
)
from tests.diagram.shapes import chain, clique, tree
from tests.strategies import argument_maps

BEHIND_A_REPLY = ArgumentMap.of(
    Claim("a", "A."),
    Claim("b", "B."),
    Claim("c", "C."),
    Claim("d", "D."),
    Claim("e", "E."),
    step := Inference(["b"], conclusion="a", id="step"),
    Inference(["b", "b", "b"], conclusion=step),
    Contradiction(["b", "e"]),
    Contradiction(["c", "b", "a"]),
    Contradiction(["b", "a", "c"]),
)
"""In three columns, one begins in a reply; what is about its claim goes on there."""

CIRCLE = ArgumentMap.of(
    Claim("a", "A."),
    Inference(["a"], conclusion="back", id="forth"),
    Inference(["a"] * 9, conclusion="forth", id="back"),
)
"""Steps that lead only to each other, the second of them longer than a column."""


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(REPLIES, 736, 2)
@example(SECTIONS, 736, 2)
@example(clique(9), 736, 2)
@example(chain(60), 240, 1)
@example(BEHIND_A_REPLY, 1200, 3)
def test_signs_stand_on_rails(
    argument_map: ArgumentMap, width: int, columns: int | None
) -> None:
    """Every sign is on the rail of what it is about, whatever interrupts that."""
    planned, positions = laid_out(argument_map, page_width=width, columns=columns)
    hosts = {each.part: each.host for each in listed_steps(planned).values()}
    signs = [*positions.junctions.items(), *positions.repeated]

    for part, sign in signs:
        (x, y), host = sign.corner, hosts[part]
        x += style.JUNCTION / 2 + style.ARGUMENT_PADDING * bool(sign.lines)
        assert host not in planned.boxes_by_part or any(
            each.part == host
            and abs(each.top[0] - x) < 0.2
            and each.top[1] - 0.1 <= sign.centre[1] <= each.bottom[1] + 0.1
            for each in positions.rails
        ), y


@given(argument_maps(max_claims=8), st.sampled_from([1, 2]))
@example(tree(60), 2)
@example(chain(40), 1)
@example(SECTIONS, 1)
@example(CIRCLE, 1)
@settings(max_examples=25)
def test_pages(argument_map: ArgumentMap, columns: int) -> None:
    """On pages, too, everything is there once, in its order, and inside its page."""
    planned = plan(argument_map)
    sheet = Sheet(500, columns, 260, above=20, below=30)

    pages = lay_out_pages(planned, sheet)

    boxes = [part for page in pages for part in page.positions.boxes]
    assert boxes == [box.part for box in planned.boxes]
    lines = sorted(line for page in pages for line in page.lines)
    assert lines == [*range(len(planned.edges))]
    signs = [part for page in pages for part in page.positions.junctions]
    assert sorted(signs) == sorted({edge.part for edge in planned.edges})
    for index, page in enumerate(pages):
        bottom = style.MARGIN + 260 - 30 * (index == 0)
        top = style.MARGIN + 20 * (index == 0)
        for each in rectangles(page.positions):
            _, y1, right, y2 = sides(each)
            assert top <= y1 <= y2 <= bottom
            assert right <= 500


def test_linked() -> None:
    """A bar joins linked premises; what strikes the step stands on a rail below it."""
    planned, positions = laid_out(REPLIES)
    rail, bar = (each for each in positions.rails if each.part == "reason")

    assert [rail.is_bar, bar.is_bar] == [False, True]
    lines = zip(planned.edges, positions.paths, strict=True)
    ends = [path.points[-1] for edge, path in lines if edge.head == "reason"]
    assert ends[:2] == [bar.top, bar.bottom]
    assert rail.bottom == positions.junctions["undercut"].centre


def test_repeated_sign() -> None:
    """A step that goes on in another column has its sign there again."""
    parts = [f"p{index}" for index in range(12)]
    argument_map = ArgumentMap.of(
        Claim("c", "C."),
        *(Claim(each, "Rents rose in all of the city.") for each in parts),
        Inference(parts, conclusion="c", id="all"),
    )

    _, positions = laid_out(argument_map, columns=2)

    [(part, sign)] = positions.repeated
    assert part == "all"
    assert sign.corner[0] > 368 > positions.junctions["all"].corner[0]
    assert [each.part for each in positions.references] == ["c"]
