"""The score of a picture: how hard it is to read. The least is the best.

A reader loses the way where lines cross, run over boxes and titles or lie on each
other, where the letters are small, and where what belongs together is far apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import dist

import attrs

from argmap.diagram import style
from argmap.diagram.plan import Plan
from argmap.diagram.positions import EdgePath, Placed, Point, Positions, Rectangle

_PIECES = 4
"""Into how many straight pieces a Bézier curve is cut."""
_CLEAR = 3.0
"""How far into a box a line may reach before it runs over it."""
_ELSEWHERE = 1.5
_OVER = 25.0
_UNREADABLE = 15.0
_SMALL = 6.0
_SMALLER = 0.5
_TALL = 0.018
_LENGTH = 0.002
_DISORDER = 4.0
_SHARED = 0.05
_BESIDE = 2.5
"""Lines that are nearer to each other than this, in points, look like one."""
_PARALLEL = 0.1
_LONG = 30.0
"""For how long two lines may run on the same track, in points."""


@attrs.frozen
class Score:
    """What makes a picture hard to read.

    `page_width` is in pixels. `crossings` are pairs of lines that cross, `over` lines
    over boxes or titles. `text` and `height` are the size of letters and the height of
    the picture at the page's width in pixels, `length` is that of all lines in points,
    `shared` how much of it lies on another line, `disorder` how often a claim's reasons
    do not come in the author's order.
    """

    page_width: float
    crossings: int
    references: int
    over: int
    text: float
    height: float
    length: float
    shared: float
    disorder: int

    @property
    def is_readable(self) -> bool:
        """Whether its letters are large enough, and it is neither long nor a tangle."""
        return (
            self.text >= style.SMALLEST_TEXT
            and self.height <= style.LONGEST * self.page_width
            and self.crossings <= style.MOST_CROSSINGS
        )

    @property
    def total(self) -> float:
        """All of it as one number."""
        return (
            self.crossings
            + _ELSEWHERE * self.references
            + _OVER * self.over
            + _UNREADABLE * (not self.is_readable)
            + _SMALL * max(0.0, style.SMALLEST_TEXT - self.text) ** 2
            + _SMALLER * (style.TEXT_SIZE - self.text)
            + _TALL * self.height
            + _LENGTH * self.length
            + _SHARED * self.shared
            + _DISORDER * self.disorder
        )


@attrs.frozen
class Polyline:
    """A line as straight pieces, and the smallest rectangle round it."""

    points: Sequence[Point]
    frame: Rectangle
    ends: frozenset[str] = frozenset()

    @classmethod
    def of(cls, path: EdgePath, ends: Iterable[str] = ()) -> "Polyline":
        """Return what a path looks like that joins some nodes."""
        points = [path.points[0]]
        for at in range(0, len(path.points) - 3, 3):
            points += _curve(*path.points[at : at + 4])
        if path.start:
            points.insert(0, path.start)
        if path.end:
            points.append(path.end)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return cls(points, (min(xs), min(ys), max(xs), max(ys)), frozenset(ends))

    def pieces_in(self, rectangle: Rectangle) -> list[tuple[Point, Point]]:
        """Return its pieces that are not wholly on one side of a rectangle."""
        left, top, right, bottom = rectangle
        return [
            (a, b)
            for a, b in pairwise(self.points)
            if (a[0] <= right or b[0] <= right)
            and (a[0] >= left or b[0] >= left)
            and (a[1] <= bottom or b[1] <= bottom)
            and (a[1] >= top or b[1] >= top)
        ]

    def crosses(self, other: "Polyline") -> bool:
        """Return whether two lines cross, which they only can where both frames are."""
        pieces = other.pieces_in(self.frame)
        return any(
            _meet(a, b, c, d) for a, b in self.pieces_in(other.frame) for c, d in pieces
        )

    def over(self, rectangles: Iterable[Rectangle]) -> int:
        """Return how many rectangles it runs over, through their inside."""
        x1, y1, x2, y2 = self.frame
        near = [
            each
            for each in rectangles
            if each[0] <= x2 and each[1] <= y2 and each[2] >= x1 and each[3] >= y1
        ]
        return sum(map(self._runs_over, near))

    def _runs_over(self, rectangle: Rectangle) -> bool:
        left, top, right, bottom = rectangle
        if any(left < x < right and top < y < bottom for x, y in self.points):
            return True
        rising = (left, bottom), (right, top)
        falling = (left, top), (right, bottom)
        return any(
            _meet(a, b, *rising) or _meet(a, b, *falling)
            for a, b in pairwise(self.points)
        )


def score(
    plan: Plan,
    positions: Positions,
    *,
    disorder: int = 0,
    page_width: float = style.PAGE_WIDTH,
) -> Score:
    """Return how hard a picture is to read at a page's width in pixels."""
    width, height = positions.size
    lines = _lines(plan, positions)
    pairs = _near_each_other(lines)
    covered = obstacles(positions)
    return Score(
        page_width=page_width,
        crossings=sum(
            one.ends.isdisjoint(other.ends) and one.crosses(other)
            for one, other in pairs
        ),
        references=len(positions.references),
        over=sum(line.over(covered) for line in lines),
        text=style.TEXT_SIZE * min(1.0, page_width / width),
        height=height * min(1.0, page_width / width),
        length=sum(_length(line) for line in lines),
        shared=sum(_shared(*pair) for pair in pairs),
        disorder=disorder,
    )


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield (
            p * a[0] + q * b[0] + r * c[0] + s * d[0],
            p * a[1] + q * b[1] + r * c[1] + s * d[1],
        )


def _lines(plan: Plan, positions: Positions) -> list[Polyline]:
    return [
        Polyline.of(path, (edge.tail, edge.head))
        for edge, path in zip(plan.edges, positions.paths, strict=True)
    ]


def shared_tracks(plan: Plan, positions: Positions) -> Sequence[tuple[int, int]]:
    """Return the numbers of lines that lie on each other, in pairs, longer first."""
    lines = _lines(plan, positions)
    number = {id(line): at for at, line in enumerate(lines)}
    pairs = [pair for pair in _near_each_other(lines) if _shared(*pair)]
    return sorted(
        (number[id(longer)], number[id(shorter)])
        for shorter, longer in (sorted(pair, key=_length) for pair in pairs)
    )


def _length(line: Polyline) -> float:
    return sum(dist(*each) for each in pairwise(line.points))


def _near_each_other(lines: Iterable[Polyline]) -> list[tuple[Polyline, Polyline]]:
    """Return the pairs of lines that may meet, found from left to right."""
    order = sorted(lines, key=lambda line: line.frame[0])
    pairs = []
    for at, one in enumerate(order):
        _, top, right, bottom = one.frame
        for other in order[at + 1 :]:
            if other.frame[0] > right + _BESIDE:
                break
            if other.frame[1] <= bottom + _BESIDE and other.frame[3] >= top - _BESIDE:
                pairs.append((one, other))
    return pairs


def _shared(one: Polyline, other: Polyline) -> float:
    """Return for how long two lines run on the same track, if it is long enough.

    Lines that begin or end at one node leave it together.
    """
    pieces = other.pieces_in(_wider(one.frame))
    length = sum(
        _beside(*sorted([ab, cd], key=lambda piece: dist(*piece)))
        for ab in one.pieces_in(_wider(other.frame))
        for cd in pieces
    )
    return length if length > _LONG else 0


def _wider(frame: Rectangle) -> Rectangle:
    left, top, right, bottom = frame
    return left - _BESIDE, top - _BESIDE, right + _BESIDE, bottom + _BESIDE


def _beside(short: tuple[Point, Point], long: tuple[Point, Point]) -> float:
    """Return the length of the shorter piece if it lies on the longer one."""
    (a, b), (c, d) = short, long
    length, other = dist(a, b), dist(c, d)
    turn = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    along = (middle[0] - c[0]) * (d[0] - c[0]) + (middle[1] - c[1]) * (d[1] - c[1])
    is_beside = (
        abs(turn) < _PARALLEL * length * other
        and 0 <= along <= other**2
        and abs(_side(c, d, middle)) < _BESIDE * other
    )
    return length if is_beside else 0


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Return whether two straight pieces cross, not if they only touch."""
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def obstacles(positions: Positions, inset: float = _CLEAR) -> list[Rectangle]:
    """Return what lines should not run over: titles, boxes and mentions.

    These may be covered as far as the `inset` from their borders.
    """
    mentions = (each.placed for each in positions.references)
    covered = [*map(title_of, positions.groups.values())]
    for each in (*positions.boxes.values(), *mentions):
        (x, y), (width, height) = each.corner, each.size
        covered.append((x + inset, y + inset, x + width - inset, y + height - inset))
    return covered


def title_of(placed: Placed) -> Rectangle:
    """Return the left, top, right and bottom of a group's title."""
    x, y = placed.corner[0] + placed.indent, placed.corner[1] + style.GROUP_TITLE_TOP
    width = max(line.width for line in placed.lines)
    return x, y, x + width, y + sum(line.leading for line in placed.lines)
