"""Lines on one track come apart at the boxes where they begin or end."""

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap
from argmap.diagram.graph.ends import with_ends_apart
from argmap.diagram.plan import Edge, Plan
from argmap.diagram.planning import plan
from argmap.diagram.positions import EdgePath, Placed, Point, Positions, Reference
from argmap.diagram.score import score, shared_tracks
from argmap.diagram.style import SUPPORT

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
