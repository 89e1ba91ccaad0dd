"""Laws of positions, whatever laid them out."""

from hypothesis import given, strategies as st

from argmap.diagram import style
from argmap.diagram.positions import EdgePath, Line, Placed, Point, Positions, Reference

lengths = st.integers(0, 9999).map(lambda tenths: tenths / 10)
points = st.tuples(lengths, lengths)


@st.composite
def positions(draw: st.DrawFn, name: str = "a") -> Positions:
    """Draw a graph with one of each; the names of its parts begin with `name`."""
    placed = [Placed(draw(points), draw(points)) for _ in range(4)]
    return Positions(
        draw(points),
        {f"{name}-box": placed[0]},
        {f"{name}-sign": placed[1]},
        (EdgePath([draw(points), draw(points)], end=draw(points)),),
        {f"{name}-group": placed[2]},
        (Reference(f"{name}-part", placed[3], "Far away."),),
    )


def corners(found: Positions) -> list[Point]:
    """Return where everything is, in an order that moving does not change."""
    rectangles = (
        *found.boxes.values(),
        *found.junctions.values(),
        *found.groups.values(),
        *(each.placed for each in found.references),
    )
    ends = [each.end for each in found.paths if each.end]
    drawn = [point for path in found.paths for point in path.points]
    return [*(each.corner for each in rectangles), *ends, *drawn]


@given(positions(), points)
def test_moving_moves_everything_by_the_same(found: Positions, by: Point) -> None:
    """And back again, to a tenth of a point; sizes stay."""
    x, y = by

    moved = found.moved((x, y))

    for one, other in zip(corners(found), corners(moved), strict=True):
        assert (round(one[0] + x, 1), round(one[1] + y, 1)) == other
    assert corners(moved.moved((-x, -y))) == corners(found)
    assert moved.size == found.size


@given(positions("a"), positions("b"))
def test_one_above_the_other(one: Positions, other: Positions) -> None:
    """Both are there, as wide as the wider and as high as both."""
    both = one.above(other)

    assert both.size[0] == max(one.size[0], other.size[0])
    assert both.size[1] == round(one.size[1] + other.size[1], 1)
    assert both.boxes["a-box"] == one.boxes["a-box"]
    assert both.boxes["b-box"] == other.boxes["b-box"].moved((0, one.size[1]))
    assert [each.part for each in both.references] == ["a-part", "b-part"]
    assert len(both.paths) == 2


def test_labels_are_smaller() -> None:
    """A label takes less height, in smaller letters."""
    text, label = Line("Rents rose.", 50), Line("Ann", 20, is_label=True)

    assert (text.size, text.leading) == (style.TEXT_SIZE, style.TEXT_LEADING)
    assert label.size < text.size
    assert label.leading < text.leading


def test_places_in_a_rectangle() -> None:
    """Its centre is its middle, and its right edge has the padding of its left."""
    placed = Placed((10, 20), (100, 30))

    assert placed.centre == (60, 35)
    assert placed.right == 110 - style.PADDING_X
