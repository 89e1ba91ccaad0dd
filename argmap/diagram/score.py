"""The score of a picture: how hard it is to read. The least is the best.

A reader loses the way where lines cross, run over boxes and titles or lie on each
other, where the letters are small, and where what belongs together is far apart.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist
from typing import TypeAlias

import attrs

from argmap.diagram import style
from argmap.diagram.positions import EdgePath, Placed, Point, Positions

Rectangle: TypeAlias = tuple[float, float, float, float]
_PIECES = 4
"""Into how many straight pieces a Bézier curve is cut."""
_CLEAR = 3.0
"""How far into a box a line may reach before it runs over it."""
_OVER = 25.0
_SMALL = 6.0
_SMALLER = 0.5
_TALL = 0.008
_LENGTH = 0.002
_DISORDER = 0.75


@attrs.frozen
class Score:
    """What makes a picture hard to read.

    `crossings` are pairs of lines that cross, `over` lines over boxes or titles,
    `text` and `height` are the size of letters and the height of the picture at the
    page's width in pixels, `length` that of all lines in points, `disorder` how often a
    claim's reasons do not come in the author's order.
    """

    crossings: int
    references: int
    over: int
    text: float
    height: float
    length: float
    disorder: int

    @property
    def total(self) -> float:
        """All of it as one number."""
        return (
            self.crossings
            + self.references
            + _OVER * self.over
            + _SMALL * max(0.0, style.SMALLEST_TEXT - self.text) ** 2
            + _SMALLER * (style.TEXT_SIZE - self.text)
            + _TALL * self.height
            + _LENGTH * self.length
            + _DISORDER * self.disorder
        )


def score(positions: Positions, disorder: int, page_width: float) -> Score:
    """Return how hard a picture is to read at a page's width in pixels."""
    width, height = positions.size
    lines = [_points(path) for path in positions.paths]
    frames = [_frame_of(line) for line in lines]
    return Score(
        crossings=_crossings(lines, frames),
        references=len(positions.references),
        over=_over(positions, lines, frames),
        text=style.TEXT_SIZE * min(1.0, page_width / width),
        height=height * min(1.0, page_width / width),
        length=sum(dist(*each) for line in lines for each in pairwise(line)),
        disorder=disorder,
    )


def _points(path: EdgePath) -> list[Point]:
    """Return a line as straight pieces."""
    points = path.points
    found = [points[0]]
    for at in range(0, len(points) - 3, 3):
        found += _curve(*points[at : at + 4])
    if path.start:
        found.insert(0, path.start)
    if path.end:
        found.append(path.end)
    return found


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield (
            p * a[0] + q * b[0] + r * c[0] + s * d[0],
            p * a[1] + q * b[1] + r * c[1] + s * d[1],
        )


def _frame_of(line: Sequence[Point]) -> Rectangle:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


def _crossings(lines: Sequence[Sequence[Point]], frames: Sequence[Rectangle]) -> int:
    """Return how many pairs of lines cross, going through them from left to right."""
    order = sorted(range(len(lines)), key=lambda index: frames[index][0])
    count = 0
    for at, one in enumerate(order):
        _, top, right, bottom = frames[one]
        for other in order[at + 1 :]:
            if frames[other][0] > right:
                break
            if frames[other][1] <= bottom and frames[other][3] >= top:
                count += _do_cross(lines[one], lines[other])
    return count


def _do_cross(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return any(_meet(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Return whether two straight pieces cross, not if they only touch."""
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _over(
    positions: Positions,
    lines: Sequence[Sequence[Point]],
    frames: Sequence[Rectangle],
) -> int:
    """Return how often a line runs over a box or a title."""
    blocked = [_inner(each) for each in positions.boxes.values()]
    blocked += [_inner(each.placed) for each in positions.references]
    blocked += [_title(each) for each in positions.groups.values() if each.lines]
    return sum(
        _do_overlap(frame, each) and _runs_through(line, each)
        for line, frame in zip(lines, frames, strict=True)
        for each in blocked
    )


def _inner(placed: Placed) -> Rectangle:
    (x, y), (width, height) = placed.corner, placed.size
    return x + _CLEAR, y + _CLEAR, x + width - _CLEAR, y + height - _CLEAR


def _title(placed: Placed) -> Rectangle:
    x, y = placed.corner[0] + placed.indent, placed.corner[1] + style.GROUP_TITLE_TOP
    width = max(line.width for line in placed.lines)
    return x, y, x + width, y + sum(line.leading for line in placed.lines)


def _do_overlap(one: Rectangle, other: Rectangle) -> bool:
    return (
        one[0] <= other[2]
        and other[0] <= one[2]
        and one[1] <= other[3]
        and other[1] <= one[3]
    )


def _runs_through(line: Sequence[Point], rectangle: Rectangle) -> bool:
    left, top, right, bottom = rectangle
    if any(left < x < right and top < y < bottom for x, y in line):
        return True
    rising = (left, bottom), (right, top)
    falling = (left, top), (right, bottom)
    return any(_meet(a, b, *rising) or _meet(a, b, *falling) for a, b in pairwise(line))
