"""Laws of the layouts that are tried, and of the one that is taken."""

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section
from argmap.diagram.engine import GraphvizLayout, lay_out
from argmap.diagram.graph.candidates import lay_out_graph
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from argmap.diagram.positions import Placed, Positions
from argmap.diagram.score import score
from argmap.diagram.style import Direction
from argmap.errors import EngineError
from tests.diagram.debates import debate
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.shapes import chain, claims, clique, tree
from tests.strategies import argument_maps

directions = st.sampled_from(list(Direction))


def drawn(argument_map: ArgumentMap) -> tuple[Plan, Positions]:
    """Return the plan of a map and where everything in it is."""
    found = plan(argument_map)
    return found, lay_out_graph(found, lay_out)


def do_overlap(one: Placed, other: Placed) -> bool:
    """Return whether two rectangles share more than an edge."""
    return all(
        one.corner[axis] + one.size[axis] > other.corner[axis] + 0.2
        and other.corner[axis] + other.size[axis] > one.corner[axis] + 0.2
        for axis in (0, 1)
    )


@given(argument_maps(), directions)
def test_everything_has_its_place(
    argument_map: ArgumentMap, direction: Direction
) -> None:
    """Boxes, junctions and lines are all there, on the paper, and nothing overlaps."""
    found = plan(argument_map)

    positions = lay_out_graph(found, lay_out, direction=direction)

    assert positions.boxes.keys() == {box.part for box in found.boxes}
    assert positions.junctions.keys() == found.at_junction.keys()
    width, height = positions.size
    placed = [*positions.boxes.values(), *positions.junctions.values()]
    placed += [each.placed for each in positions.references]
    for one, other in combinations(placed, 2):
        assert not do_overlap(one, other)
    for each in (*placed, *positions.groups.values()):
        assert 0 <= each.corner[0] <= each.corner[0] + each.size[0] <= width
        assert 0 <= each.corner[1] <= each.corner[1] + each.size[1] <= height
    for path, edge in zip(positions.paths, found.edges, strict=True):
        assert (path.end is not None) == (edge.kind.end.value != "none")
        assert (path.start is not None) == (edge.kind.start.value != "none")
        assert len(path.points) % 3 == 1


@given(argument_maps())
def test_members_stand_in_their_frames(argument_map: ArgumentMap) -> None:
    """A section's frame holds what is in it, and nothing else."""
    found, positions = drawn(argument_map)

    for group in found.groups:
        if frame := positions.groups.get(group.part):
            inside = {
                part
                for part in positions.boxes
                if do_overlap(frame, positions.boxes[part])
            }
            own = {
                each
                for each in positions.boxes
                if group.part in {found.homes.get(each), found.inner_homes.get(each)}
            }
            assert inside == own


def test_reasons_stand_in_the_authors_order() -> None:
    """The first reason is on the left, or on top, with and without sections."""
    reasons = [f"c{number}" for number in range(1, 6)]
    steps = [Inference([each], conclusion="c0") for each in reasons]
    apart = Section("apart", members=reasons[3:])
    home = Section("home", members=["c0", *reasons[:3]])
    for sections in ([], [home, apart]):
        argument_map = ArgumentMap(claims(6), steps, sections=sections)
        for direction, axis in ((Direction.UP, 0), (Direction.LEFT, 1)):
            found = plan(argument_map)
            positions = lay_out_graph(found, lay_out, direction=direction)
            at = [positions.boxes[each].centre[axis] for each in reasons]
            assert at[:3] == sorted(at[:3])
            assert at[3:] == sorted(at[3:])


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
def test_mutual_attacks_run_straight_between_boxes(direction: str) -> None:
    """Two claims against each other: two lines from one to the other, round neither."""
    attacks = [Counterpoint([a], target=b) for a, b in (("c0", "c1"), ("c1", "c0"))]
    found = plan(ArgumentMap(claims(2), counterpoints=attacks))

    positions = lay_out_graph(found, lay_out, direction=Direction(direction))

    axis = 0 if Direction(direction).is_sideways else 1
    boxes = sorted(positions.boxes.values(), key=lambda each: each.corner[axis])
    near = boxes[0].corner[axis] + boxes[0].size[axis]
    one, other = positions.paths
    for path in (one, other):
        assert all(
            near - 1 <= at[axis] <= boxes[1].corner[axis] + 1 for at in path.points
        )
    assert abs(one.points[0][1 - axis] - other.points[-1][1 - axis]) > 2


def test_a_layout_that_fails_in_order_is_made_without() -> None:
    """Where the engine breaks down on the author's order, there is still a picture."""

    def fail_in_order(dot: str) -> GraphvizLayout:
        if "ordering" in dot:
            msg = "out of bounds"
            raise EngineError(msg)
        return lay_out(dot)

    found = plan(chain(4))

    assert (
        lay_out_graph(found, fail_in_order).boxes.keys() == found.boxes_by_part.keys()
    )


def test_a_tangle_is_laid_out_once() -> None:
    """Where lines close very many circles, several layouts would take minutes."""
    asked: list[str] = []

    def count(dot: str) -> GraphvizLayout:
        asked.append(dot)
        return lay_out(dot)

    lay_out_graph(plan(clique(24)), count)

    assert len(asked) == 1


def test_lines_between_sections_are_drawn_where_they_do_not_tangle() -> None:
    """Two small sections that speak for a third need no references."""
    members = [["c0", "c1", "c2"], ["c3", "c4"], ["c5", "c6"]]
    tails = {"c1": "c0", "c2": "c0", "c3": "c1", "c4": "c1", "c5": "c2", "c6": "c2"}
    steps = [Inference([tail], conclusion=head) for tail, head in tails.items()]
    sections = [Section(f"s{n}", f"S{n}", members=m) for n, m in enumerate(members)]

    found, positions = drawn(ArgumentMap(claims(7), steps, sections=sections))

    assert not positions.references
    assert score(found, positions).crossings == 0


def test_a_chain_is_as_wide_as_the_page() -> None:
    """What would run off the page sideways goes on below, with references."""
    found = plan(chain(30))

    positions = lay_out_graph(found, lay_out, direction=Direction.LEFT)

    assert score(found, positions).text >= 8
    assert positions.references


@pytest.mark.parametrize("count", [12, 60])
def test_loose_boxes_fill_a_page(count: int) -> None:
    """Claims that nothing joins stand in rows, about as wide as high."""
    _, positions = drawn(ArgumentMap(claims(count)))

    width, height = positions.size
    assert 0.5 <= width / height <= 2


def test_the_article_can_be_read() -> None:
    """The flagship has few crossings and references, and letters of 8 pixels."""
    found = score(*drawn(EXAMPLES["russia_in_syria"]))

    assert found.is_readable
    assert found.crossings + found.references <= 15
    assert found.over == 0


@pytest.mark.parametrize("seed", range(6))
def test_debates_can_be_read(seed: int) -> None:
    """Sixty claims in four sections, with relations across them, are no tangle."""
    found = score(*drawn(debate(seed)))

    assert found.is_readable
    assert found.crossings + found.references <= 25
    assert found.over == 0


def test_an_empty_map_has_a_picture() -> None:
    """Nothing is drawn on a small sheet of paper."""
    _, positions = drawn(ArgumentMap())

    assert positions.size > (0, 0)


def test_large_maps_are_laid_out_once() -> None:
    """From some number of lines on no layouts are compared."""
    asked: list[str] = []

    def counted(dot: str) -> dict[str, object]:
        asked.append(dot)
        return lay_out(dot)

    found = plan(tree(500))
    lay_out_graph(found, counted)

    boxes = sum(dot.count("[width=") for dot in asked)
    assert len(found.boxes) <= boxes < 1.5 * len(found.boxes)


def test_the_page_may_be_wider() -> None:
    """More room means fewer references."""
    found = plan(EXAMPLES["russia_in_syria"])
    narrow, wide = (
        lay_out_graph(found, lay_out, page_width=width) for width in (500, 1600)
    )

    assert len(wide.references) < len(narrow.references)


def test_a_thesis_stands_first() -> None:
    """What all leads to is on top when arrows lead up, leftmost when they lead left."""
    argument_map = ArgumentMap(
        [Claim("r"), Claim("t")], [Inference(["r"], conclusion="t")], thesis="t"
    )
    found = plan(argument_map)
    for direction, axis in ((Direction.UP, 1), (Direction.LEFT, 0)):
        boxes = lay_out_graph(found, lay_out, direction=direction).boxes
        assert boxes["t"].centre[axis] < boxes["r"].centre[axis]
