"""Lines end at sides of boxes, and on one track they come apart there."""

from itertools import combinations
from math import dist

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Contradiction
from argmap.diagram.engine import lay_out
from argmap.diagram.graph.candidates import lay_out_graph
from argmap.diagram.graph.ends import (
    with_ends_apart,
    with_ends_at_sides,
    with_heads_apart,
)
from argmap.diagram.plan import Edge, Plan
from argmap.diagram.planning import plan
from argmap.diagram.positions import EdgePath, Placed, Point, Positions, Reference
from argmap.diagram.score import score, shared_tracks
from argmap.diagram.style import SUPPORT, Direction
from tests.diagram.debates import debate
from tests.diagram.shapes import claims, clique
from tests.strategies import argument_maps

BOX = Placed((100, 300), (200, 40))


def plan_of(*ends: tuple[str, str]) -> Plan:
    """Return a plan of lines between nodes."""
    edges = [Edge(tail, head, f"s{n}", SUPPORT) for n, (tail, head) in enumerate(ends)]
    return attrs.evolve(plan(ArgumentMap()), edges=tuple(edges))


def bent(*points: Point) -> EdgePath:
    """Return a line that turns at points, as Bézier points."""
    path = [points[0]]
    for point in points[1:]:
        path += [path[-1], point, point]
    return EdgePath(path)


DOWN = bent((150, 0), (200, 150), (200, 300))
BESIDE = bent((250, 0), (201, 150), (201, 300))


def from_sides(placed: Placed, tip: Point) -> tuple[float, float]:
    """Return how far a tip is from the nearest side of a box, and from a corner."""
    (x, y), (width, height) = placed.centre, placed.size
    gaps = abs(abs(tip[0] - x) - width / 2), abs(abs(tip[1] - y) - height / 2)
    side, along = sorted(zip(gaps, (height, width), strict=True))
    return side[0], along[0] / min(10.0, 0.3 * side[1])


def assert_heads_meet_sides(drawn: Plan, positions: Positions) -> None:
    """Fail if a head is off the border of its box, or near a corner of it."""
    for edge, path in zip(drawn.edges, positions.paths, strict=True):
        for part, tip in ((edge.head, path.end), (edge.tail, path.start)):
            placed = [each.placed for each in positions.references if each.part == part]
            placed += [positions.boxes[part]] if part in positions.boxes else []
            if tip and placed:
                off, clear = min(from_sides(each, tip) for each in placed)
                assert off < 1.5
                assert clear > 0.95


def at(paths: tuple[EdgePath, ...], **boxes: Placed) -> Positions:
    """Return positions of lines and boxes."""
    return Positions((400, 400), boxes, {}, paths)


@pytest.mark.parametrize("fixed", [0, 0.5, 1])
@pytest.mark.parametrize("is_turned", [False, True])
def test_lines_on_one_track_come_apart(fixed: float, *, is_turned: bool) -> None:
    """They share less of their way, do not cross, and end at the same side."""
    drawn = plan_of(("a", "b"), ("c", "b"))
    before = at((BESIDE, DOWN), b=BOX)
    if is_turned:
        drawn = plan_of(("b", "a"), ("b", "c"))
        turned = (EdgePath(path.points[::-1]) for path in before.paths)
        before = attrs.evolve(before, paths=tuple(turned))

    after = with_ends_apart(drawn, before, shared_tracks(drawn, before), fixed)

    ends = [path.points[0 if is_turned else -1] for path in after.paths]
    assert score(drawn, after).shared < score(drawn, before).shared
    assert score(drawn, after).crossings == 0
    assert [y for _, y in ends] == [300, 300]
    assert ends[0][0] > ends[1][0]
    assert all(100 < x < 300 for x, _ in ends)


def test_lines_that_lead_elsewhere_stay() -> None:
    """Nothing is moved where lines end at junctions, at different boxes or apart."""
    paths = (DOWN, BESIDE)
    far = bent((260, 0), (208, 150), (208, 300))
    to_one = plan_of(("a", "b"), ("c", "b"))
    for drawn, before in [
        (to_one, at(paths)),
        (plan_of(("a", "b"), ("c", "d")), at(paths, b=BOX, d=BOX)),
        (to_one, at((DOWN, far), b=BOX)),
        (plan_of(), at((), b=BOX)),
    ]:
        assert with_ends_apart(drawn, before, shared_tracks(drawn, before)) == before


@given(st.integers(2, 9), st.floats(30, 300))
def test_ends_stay_at_the_box(count: int, width: float) -> None:
    """Many lines to a narrow mention of a claim all end at the mention."""
    mention = Placed((200 - width / 2, 300), (width, 28))
    paths = tuple(bent((n, 0), (200, 150), (200, 300)) for n in range(count))
    drawn = plan_of(*((f"t{n}", "b") for n in range(count)))
    before = attrs.evolve(
        at(paths, b=Placed((0, 900), (9, 9))),
        references=(Reference("b", mention, "r"),),
    )

    after = with_ends_apart(drawn, before, shared_tracks(drawn, before))

    xs = [path.points[-1][0] for path in after.paths]
    left, right = mention.corner[0], mention.corner[0] + width
    assert len({*xs}) == count
    assert all(left <= x <= right for x in xs)


@given(argument_maps(), st.sampled_from(Direction))
def test_heads_meet_sides(argument_map: ArgumentMap, direction: Direction) -> None:
    """Every head ends on the border of a box, clear of the corners."""
    drawn = plan(argument_map)
    positions = lay_out_graph(drawn, lay_out, direction=direction)
    assert_heads_meet_sides(drawn, positions)


@pytest.mark.parametrize("seed", range(4))
def test_heads_meet_sides_in_debates(seed: int) -> None:
    """So they do where lines end at mentions, and come from far up or down."""
    drawn = plan(debate(seed))
    assert_heads_meet_sides(drawn, lay_out_graph(drawn, lay_out))


def test_heads_meet_sides_in_a_tangle() -> None:
    """So they do where all claims are against and for each other."""
    nodes = claims(7)
    pairs = [Contradiction([a, b]) for a in nodes for b in nodes if a.id < b.id]
    tangle = attrs.evolve(clique(7), contradictions=pairs)
    drawn = plan(tangle)
    assert_heads_meet_sides(drawn, lay_out_graph(drawn, lay_out))


def test_an_end_is_led_round_a_corner() -> None:
    """It is, if another box is in the way along its own side."""
    edge = bent((320, 0), (310, 200), (304, 293))
    path = EdgePath(edge.points, end=(299, 300))
    drawn = plan_of(("a", "b"))
    free = at((path,), b=BOX)
    full = at((path,), b=BOX, other=Placed((100, 250), (200, 42)))

    for before, side in ((free, 1), (full, 0)):
        (after,) = with_ends_at_sides(drawn, before).paths
        assert after.end
        assert after.end[side] == 300
        assert after.points[0] == path.points[0]


@given(st.lists(st.integers(-4, 4), min_size=2, max_size=3))
def test_heads_do_not_lie_on_each_other(offsets: list[int]) -> None:
    """Where lines from apart lead to one point of a box, the head of each is seen."""
    ends = [(str(number), "box") for number in range(len(offsets))]
    paths = []
    for number, offset in enumerate(offsets):
        line = bent((100 + 60 * number, 150), (200 + offset, 293))
        paths.append(EdgePath(line.points, end=(200 + offset, 300)))
    before = at(tuple(paths), box=BOX)
    after = with_heads_apart(plan_of(*ends), before)

    heads = [path.end for path in after.paths if path.end]
    assert len(heads) == len(offsets)
    assert all(y == 300 for _, y in heads)
    assert all(dist(*pair) >= 7 for pair in combinations(heads, 2))
