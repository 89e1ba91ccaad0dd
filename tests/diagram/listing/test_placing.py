"""Where the rows of a list go."""

from collections.abc import Iterator
from itertools import combinations

from hypothesis import example, given, settings, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    Section,
)
from argmap.diagram import style
from argmap.diagram.listing.placing import lay_out_list
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from argmap.diagram.positions import Placed, Positions
from argmap.diagram.svg import svg
from tests.diagram.shapes import chain, clique, tree
from tests.strategies import argument_maps

WIDTHS = st.sampled_from([240, 360, 736, 1200])
COLUMNS = st.sampled_from([None, 1, 2, 3, 7])

REPLIES = ArgumentMap.of(
    Claim("high", "Rents are too high."),
    Claim("rose", "Rents rose by a third."),
    Claim("survey", "A survey found that."),
    Claim("small", "The survey was small."),
    Claim("usual", "All such surveys are small."),
    reason := Inference(["rose", "survey"], conclusion="high", id="reason"),
    undercut := Counterpoint(["small"], target=reason, id="undercut"),
    Counterpoint(["usual"], target=undercut, id="reply"),
)
"""A step with two premises, what strikes it, and what strikes that."""
SECTIONS = ArgumentMap.of(
    Claim("a", "A."),
    Claim("b", "B."),
    Claim("c", "C."),
    Inference(["b"], conclusion="a"),
    Counterpoint(["c", "a"], target="b"),
    Contradiction(["a", "b", "c"]),
    Contradiction(["b", "c"]),
    Counterpoint([], target="c"),
    Section("one", "One", members=["a", "c"]),
    Section("two", "Two", members=["b"], parent="one"),
)
"""Circles across sections, contradictions, and an objection without a reason."""
PREFERRED = ArgumentMap.of(
    Claim("a", "A."),
    Claim("b", "B."),
    Claim("c", "C."),
    Counterpoint(["b"], target="a", id="x"),
    Contradiction(["b", "c"]),
    Preference("a", over="x"),
)
"""Something about a claim that comes before something about its step."""


def laid_out(
    argument_map: ArgumentMap,
    *,
    page_width: int = 736,
    columns: int | None = None,
    max_lines: int | None = None,
) -> tuple[Plan, Positions]:
    """Return the plan of a map and its positions as a list."""
    planned = plan(argument_map)
    positions = lay_out_list(
        planned, page_width=page_width, columns=columns, max_lines=max_lines
    )
    return planned, positions


def rectangles(positions: Positions) -> Iterator[Placed]:
    """Yield all that has words in it."""
    yield from positions.boxes.values()
    yield from positions.groups.values()
    yield from (each.placed for each in positions.references)
    yield from (each for each in positions.junctions.values() if each.lines)


def sides(placed: Placed) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a rectangle."""
    (x, y), (width, height) = placed.corner, placed.size
    return x, y, x + width, y + height


def overlap(one: Placed, other: Placed) -> bool:
    """Return whether two rectangles share a point inside both."""
    (a, b, c, d), (e, f, g, h) = sides(one), sides(other)
    return a < g and e < c and b < h and f < d


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(REPLIES, 736, 1)
@example(SECTIONS, 736, 2)
@example(chain(80), 240, 1)
@example(chain(80), 736, 3)
def test_whole(argument_map: ArgumentMap, width: int, columns: int | None) -> None:
    """Every claim has one box, every step one sign, and every line one path."""
    planned, positions = laid_out(argument_map, page_width=width, columns=columns)

    assert list(positions.boxes) == [box.part for box in planned.boxes]
    assert {*positions.junctions} == {edge.part for edge in planned.edges}
    assert len(positions.paths) == len(planned.edges)
    filled = {
        each.part
        for each in planned.groups
        if any(part in planned.boxes_by_part for part in each.members)
    }
    assert {*positions.groups} >= filled


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(SECTIONS, 240, 1)
@example(chain(80), 240, 1)
@example(clique(9), 736, 2)
@example(PREFERRED, 240, 1)
def test_inside(argument_map: ArgumentMap, width: int, columns: int | None) -> None:
    """Nothing is outside the page, which is as wide as it is wanted."""
    _, positions = laid_out(argument_map, page_width=width, columns=columns)

    assert positions.size[0] == width
    points = [point for each in rectangles(positions) for point in corners(each)]
    points += [point for path in positions.paths for point in path.points]
    points += [end for rail in positions.rails for end in (rail.top, rail.bottom)]
    signs = [*positions.junctions.values(), *(each for _, each in positions.repeated)]
    points += [point for each in signs for point in corners(each)]
    assert all(0 <= x <= width and 0 <= y <= positions.size[1] for x, y in points)


def corners(placed: Placed) -> Iterator[tuple[float, float]]:
    """Yield two opposite corners of a rectangle."""
    left, top, right, bottom = sides(placed)
    yield left, top
    yield right, bottom


@given(argument_maps(max_claims=8), WIDTHS, COLUMNS)
@example(REPLIES, 736, 1)
@example(SECTIONS, 736, 1)
@example(chain(60), 240, 1)
@example(clique(9), 736, 2)
def test_no_overlap(argument_map: ArgumentMap, width: int, columns: int | None) -> None:
    """Neither boxes nor titles, mentions or signs lie on each other."""
    _, positions = laid_out(argument_map, page_width=width, columns=columns)
    filled = [*rectangles(positions)]
    signs = [each for each in positions.junctions.values() if not each.lines]
    signs += [each for _, each in positions.repeated]

    for one, other in combinations(filled, 2):
        assert not overlap(one, other)
    for sign in signs:
        assert not any(overlap(sign, each) for each in filled)


@given(argument_maps(max_claims=8), st.sampled_from([1, 2, 3]))
@example(tree(60), 3)
@example(SECTIONS, 2)
def test_order(argument_map: ArgumentMap, columns: int) -> None:
    """Claims stand in the order of the plan, from column to column."""
    planned, positions = laid_out(argument_map, page_width=900, columns=columns)
    column = (900 - 2 * style.MARGIN) / columns

    corners = [positions.boxes[box.part].corner for box in planned.boxes]
    at = [((x - style.MARGIN) // column, y) for x, y in corners]
    assert at == sorted(at)


@given(argument_maps(max_claims=8))
@settings(max_examples=25)
def test_same_bytes(argument_map: ArgumentMap) -> None:
    """The same plan gives the same bytes."""
    one, other = (svg(*laid_out(argument_map)) for _ in range(2))

    assert one == other


def test_under_what_it_leads_to() -> None:
    """A premise stands below and to the right of what it speaks for."""
    _, positions = laid_out(tree(13))

    (x, y), (inner, below) = (positions.boxes[each].corner for each in ("c0", "c1"))
    assert inner > x
    assert below > y


def test_circle() -> None:
    """Claims that speak for each other are both there, and the circle closes."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["a"], conclusion="b"),
        Inference(["b"], conclusion="a"),
    )

    _, positions = laid_out(argument_map)

    assert [each.part for each in positions.references] == ["a"]


def test_contradiction() -> None:
    """A contradiction stands at its first claim; the others know of it."""
    argument_map = ArgumentMap.of(
        *(Claim(each, f"{each.upper()}.") for each in "abcd"),
        Contradiction(["b", "a"], id="pair"),
        Contradiction(["b", "c", "d"], id="three"),
    )

    planned, positions = laid_out(argument_map)

    assert [each.part for each in positions.references] == ["b", "c", "d"]
    assert positions.boxes["b"].lines[-1].words == "→ not with 1"
    assert positions.boxes["d"].lines[-1].words == "→ not with 2"
    assert len(positions.paths) == len(planned.edges) == 4


def test_empty() -> None:
    """A map without claims is an empty page."""
    _, positions = laid_out(ArgumentMap())

    assert positions.size == (736, 2 * style.MARGIN)
