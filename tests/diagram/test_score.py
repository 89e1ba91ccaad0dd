"""Laws of the score: what is harder to read scores worse."""

from typing import Any

import attrs
import pytest

from argmap import ArgumentMap
from argmap.diagram.boxes import Lines
from argmap.diagram.plan import Edge, Plan
from argmap.diagram.planning import plan
from argmap.diagram.positions import EdgePath, Line, Placed, Positions, Reference
from argmap.diagram.score import Polyline, Score, score, shared_tracks
from argmap.diagram.style import SUPPORT

GOOD = Score(
    page_width=736,
    crossings=0,
    references=0,
    over=0,
    text=11,
    height=500,
    length=1000,
    shared=0,
    disorder=0,
)


def plan_of(count: int, head: str = "") -> Plan:
    """Return a plan of so many lines, to one head or to one each."""
    edges = [Edge(f"t{n}", head or f"h{n}", f"s{n}", SUPPORT) for n in range(count)]
    return attrs.evolve(plan(ArgumentMap()), edges=tuple(edges))


def straight(*points: tuple[float, float]) -> EdgePath:
    """Return a straight line as Bézier points."""
    (x1, y1), (x2, y2) = points
    return EdgePath([(x1, y1), (x1, y1), (x2, y2), (x2, y2)])


@pytest.mark.parametrize(
    "worse",
    [
        {"crossings": 1},
        {"references": 1},
        {"over": 1},
        {"text": 7.9},
        {"text": 10.0},
        {"height": 700},
        {"height": 3000},
        {"length": 2000},
        {"shared": 40},
        {"disorder": 1},
    ],
)
def test_what_is_harder_to_read_scores_worse(worse: dict[str, Any]) -> None:
    """Each fault makes the score worse, and none is a gain."""
    assert attrs.evolve(GOOD, **worse).total > GOOD.total


def test_what_cannot_be_read() -> None:
    """A picture is readable down to 8 pixels and up to four pages' widths."""
    assert GOOD.is_readable
    assert attrs.evolve(GOOD, text=8, height=4 * 736).is_readable
    assert not attrs.evolve(GOOD, text=7.99).is_readable
    assert not attrs.evolve(GOOD, height=4 * 736 + 1).is_readable


def test_faults_are_counted() -> None:
    """Lines that cross, that run over a box or a title, and references count each."""
    box = Placed((40, 40), (20, 20))
    title = Placed((0, 60), (100, 40), (Line("Title", 30),), indent=10)
    crossing = straight((0, 0), (100, 20)), straight((0, 18), (97, 0))
    through, struck = straight((0, 50), (100, 50)), straight((15, 60), (15, 90))
    found = score(
        plan_of(4),
        Positions(
            (1472, 100),
            {"a": box},
            {},
            (*crossing, through, struck),
            {"s": title},
            (Reference("a", Placed((80, 80), (10, 10)), "A."),),
        ),
        disorder=2,
    )

    assert (found.crossings, found.over, found.references) == (1, 2, 1)
    assert (found.text, found.height, found.disorder) == (5.5, 50, 2)


def test_lines_that_meet_do_not_cross() -> None:
    """Lines that begin at one point, touch or lie apart are no crossing."""
    apart = [((0, 0), (50, 50)), ((0, 0), (50, 0)), ((50, 50), (90, 0))]
    placed = Positions((100, 100), {}, {}, tuple(straight(*each) for each in apart))

    assert score(plan_of(3), placed).crossings == 0


def test_lines_at_one_node_do_not_cross() -> None:
    """Lines that begin or end at one box meet there, and no reader takes them amiss."""
    crossing = straight((0, 0), (100, 20)), straight((0, 18), (97, 0))
    placed = Positions((100, 100), {}, {}, crossing)

    assert score(plan_of(2), placed).crossings == 1
    assert score(plan_of(2, head="b"), placed).crossings == 0


def test_a_line_reaches_to_the_tips_of_its_heads() -> None:
    """What an arrow's head covers belongs to its line."""
    path = EdgePath([(0, 0), (0, 0), (50, 0), (50, 0)], end=(60, 0), start=(-9, 0))

    assert Polyline.of(path).frame == (-9, 0, 60, 0)


def test_no_lines_are_no_room() -> None:
    """Nothing takes no room."""
    assert (Lines(()).width, Lines(()).height) == (0, 0)


@pytest.mark.parametrize("head", ["", "one"])
def test_lines_on_one_track_are_counted(head: str) -> None:
    """What two lines share counts if it is long; the longer of the two is named."""
    drawn = plan_of(2, head)

    def at(*paths: EdgePath) -> Positions:
        return Positions((300, 300), {}, {}, paths, {}, ())

    down = straight((100, 0), (100, 200))
    longer = straight((101, 20), (101, 280))
    crossing = straight((0, 100), (200, 100))
    on_track = at(down, longer)
    assert score(drawn, on_track).shared == pytest.approx(180, abs=60)
    assert score(drawn, on_track).crossings == 0
    assert shared_tracks(drawn, on_track) == [(1, 0)]
    apart = at(down, straight((106, 20), (106, 280)))
    only_ends = at(down, straight((100, 190), (101, 290)))
    for each in [apart, only_ends, at(down, crossing)]:
        assert score(drawn, each).shared == 0
        assert not shared_tracks(drawn, each)
