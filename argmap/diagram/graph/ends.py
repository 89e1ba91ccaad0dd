"""Ends of lines at boxes: clear of corners, and apart where lines end on each other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import dist

import attrs

from argmap.diagram import style
from argmap.diagram.plan import Plan
from argmap.diagram.positions import EdgePath, Placed, Point, Positions, Rectangle
from argmap.diagram.score import Polyline, obstacles

_APART = 9.0
_CORNER = 2.0
"""How near to a corner of a box a line may end."""
_CORNER_OF_HEAD = 10.0
"""How near a line with a head may end, if the side is long enough."""
_SHORT = 0.3
"""How near it may end as a part of a short side."""
_TRIES = 3
"""How many places of each side are tried for an end that is at a corner."""
_BEND = 10.0
"""How far in front of a side a line turns to it that is led round a corner."""
_LAST = 150.0
"""How long the last piece of a line may be whose end is moved alone."""
_ONE_PIECE = 4
_SAME = 3.0
_EXACT = 0.1
_BORDER = 0.5
"""Half of how thick the border of a box is for the engine."""


def with_ends_apart(
    plan: Plan,
    positions: Positions,
    pairs: Sequence[tuple[int, int]],
    fixed: float = 0.5,
) -> Positions:
    """Return positions in which lines on one track begin and end side by side.

    `pairs` are the numbers of lines that lie on each other. `fixed` says which of the
    lines at a box stays where it is, as far as there is room for the others: from 0 for
    the first to 1 for the last. They all stay if no such lines begin or end in one
    place at a box.
    """
    paths: Sequence[EdgePath] = positions.paths
    boxes = _boxes(positions)
    for nodes in _nodes(plan):
        moved = [*paths]
        for lines in _ending_together(nodes, paths, pairs):
            if box := _box_at(boxes[nodes[lines[0]]], paths[lines[0]].tip):
                for number, path in _side_by_side(box, paths, lines, fixed):
                    moved[number] = path
        paths = [path.turned for path in moved]
    return attrs.evolve(positions, paths=tuple(paths))


def with_ends_at_sides(plan: Plan, positions: Positions) -> Positions:
    """Return positions in which no line ends at a corner of a box or a mention.

    Such an end is moved along its side or round the corner, where it is least in the
    way.
    """
    return _with_better_ends(plan, positions, _round_corner)


def with_heads_apart(plan: Plan, positions: Positions) -> Positions:
    """Return positions in which the head of no line lies on that of another.

    Such a head is moved along its side, where it is least in the way.
    """
    return _with_better_ends(plan, positions, _beside_heads)


def _with_better_ends(
    plan: Plan,
    positions: Positions,
    choices_of: Callable[[Placed, EdgePath, Iterable[EdgePath]], Iterator[EdgePath]],
) -> Positions:
    """Return positions with the best of the choices that there are for a line.

    They are for a line that ends at a box, as do others.
    """
    paths = [*positions.paths]
    boxes = _boxes(positions)
    covered = obstacles(positions, inset=_BORDER)
    for nodes in _nodes(plan):
        lines = [Polyline.of(path) for path in paths]
        at: defaultdict[str, list[int]] = defaultdict(list)
        for number, node in enumerate(nodes):
            at[node].append(number)
        for number, node in enumerate(nodes):
            path = paths[number]
            together = (paths[each] for each in at[node] if each != number)
            box = _box_at(boxes[node], path.tip)
            if box and (choices := [*choices_of(box, path, together)]):
                hindered = _hindrance(path.tip, covered, lines, lines[number])
                paths[number] = min(choices, key=hindered)
                lines[number] = Polyline.of(paths[number])
        paths = [path.turned for path in paths]
    return attrs.evolve(positions, paths=tuple(paths))


def _nodes(plan: Plan) -> tuple[Sequence[str], Sequence[str]]:
    """Return what lines lead to, and what they lead to when they are turned."""
    return [edge.head for edge in plan.edges], [edge.tail for edge in plan.edges]


def _boxes(positions: Positions) -> Mapping[str, list[Placed]]:
    """Return the box of every part that has one, and the mentions of it."""
    found: defaultdict[str, list[Placed]] = defaultdict(list)
    for part, placed in positions.boxes.items():
        found[part].append(placed)
    for each in positions.references:
        found[each.part].append(each.placed)
    return found


def _box_at(boxes: Iterable[Placed], end: Point) -> Placed | None:
    """Return the box or mention at whose border a line ends."""
    return next((each for each in boxes if max(_away(each, end)) < _SAME), None)


def _ending_together(
    nodes: Sequence[str], paths: Sequence[EdgePath], pairs: Sequence[tuple[int, int]]
) -> Iterator[Sequence[int]]:
    """Yield the numbers of lines that end in one place, if any are on one track."""
    seen: set[int] = set()
    for pair in pairs:
        together = [
            number
            for number, node in enumerate(nodes)
            if node == nodes[pair[0]]
            and dist(paths[number].points[-1], paths[pair[0]].points[-1]) < _SAME
        ]
        if seen.isdisjoint(together) and pair[1] in together:
            seen.update(together)
            yield together


def _side_by_side(
    box: Placed, paths: Sequence[EdgePath], lines: Sequence[int], fixed: float
) -> Iterator[tuple[int, EdgePath]]:
    """Yield lines that end along a side of a box, in the order in which they come."""
    end = paths[lines[0]].tip
    axis = _axis(box, end)
    way = min(
        abs(paths[number].points[0][1 - axis] - end[1 - axis]) for number in lines
    )
    in_order = sorted(lines, key=lambda number: _place(paths[number], axis, way))
    gaps = len(lines) - 1
    first, last = _between_corners(box, axis, paths[lines[0]])
    step = min(_APART, (last - first) / gaps)
    start = min(max(first, end[axis] - gaps * fixed * step), last - gaps * step)
    for place, number in enumerate(in_order):
        yield number, _sheared(paths[number], axis, start + place * step - end[axis])


def _axis(box: Placed, end: Point) -> int:
    """Return the axis along which the side of a box runs that a line ends at."""
    beside, above = _away(box, end)
    return int(beside > above)


def _away(box: Placed, point: Point) -> Point:
    """Return how far a point is from the middle of a box, beyond its sides."""
    (x, y), (width, height) = box.centre, box.size
    return abs(point[0] - x) - width / 2, abs(point[1] - y) - height / 2


def _between_corners(box: Placed, axis: int, path: EdgePath) -> tuple[float, float]:
    """Return from where to where on a side a line may end."""
    start, length = box.corner[axis], box.size[axis]
    clear = min(_CORNER_OF_HEAD, _SHORT * length) if path.end else _CORNER
    return start + clear, start + length - clear


def _is_at_corner(box: Placed, path: EdgePath) -> bool:
    axis = _axis(box, path.tip)
    first, last = _between_corners(box, axis, path)
    return not first - _EXACT <= path.tip[axis] <= last + _EXACT


def _round_corner(
    box: Placed, path: EdgePath, _: Iterable[EdgePath]
) -> Iterator[EdgePath]:
    """Yield a line that ends at a corner with its end elsewhere near that corner."""
    if not _is_at_corner(box, path):
        return
    path = attrs.evolve(path, points=_with_short_end(path.points))
    tip = path.tip
    own = _axis(box, tip)
    is_far = [tip[axis] > box.centre[axis] for axis in (0, 1)]
    for step in range(_TRIES):
        for axis in (own, 1 - own):
            first, last = _between_corners(box, axis, path)
            from_first = min(first + step * _APART, last)
            at = first + last - from_first if is_far[axis] else from_first
            side = box.corner[1 - axis] + box.size[1 - axis] * is_far[1 - axis]
            if axis == own:
                yield _slid(path, axis, at - tip[axis])
            yield _bent(path, axis, at, side, 1 if is_far[1 - axis] else -1)


def _beside_heads(
    box: Placed, path: EdgePath, others: Iterable[EdgePath]
) -> Iterator[EdgePath]:
    """Yield a line whose head lies on another's, and with its end along the side."""
    if path.end is None or not any(
        each.end and _is_on(path.end, each.end) for each in others
    ):
        return
    yield path
    path = attrs.evolve(path, points=_with_short_end(path.points))
    axis = _axis(box, path.tip)
    first, last = _between_corners(box, axis, path)
    for by in (_APART, -_APART, 2 * _APART, -2 * _APART):
        if first <= path.tip[axis] + by <= last:
            yield _slid(path, axis, by)


def _is_on(one: Point, other: Point) -> bool:
    """Return whether two ends are nearer to each other than a head is long."""
    return dist(one, other) < style.ARROW


def _with_short_end(points: list[Point]) -> list[Point]:
    """Return Bézier points of the same line, of which the last piece is short."""
    while dist(points[-4], points[-1]) > _LAST:
        a, b, c, d = points[-4:]
        ab, bc, cd = _middle(a, b), _middle(b, c), _middle(c, d)
        abc, bcd = _middle(ab, bc), _middle(bc, cd)
        points = [*points[:-3], ab, abc, _middle(abc, bcd), bcd, cd, d]
    return points


def _middle(one: Point, other: Point) -> Point:
    return round((one[0] + other[0]) / 2, 1), round((one[1] + other[1]) / 2, 1)


def _slid(path: EdgePath, axis: int, by: float) -> EdgePath:
    """Return a line with its end elsewhere along an axis, all of it if it is short."""
    if len(path.points) == _ONE_PIECE and (bent := _sheared(path, axis, by)) != path:
        return bent
    way = (0.0, by) if axis else (by, 0.0)
    end = EdgePath(path.points[-2:], end=path.end).moved(way)
    return EdgePath([*path.points[:-2], *end.points], path.start, end.end)


def _bent(path: EdgePath, axis: int, at: float, side: float, outwards: int) -> EdgePath:
    """Return a line that ends at a right angle to a side that runs along an axis."""

    def before(by: float) -> Point:
        across = round(side + outwards * by, 1)
        return (across, round(at, 1)) if axis else (round(at, 1), across)

    neck = style.ARROW if path.end else 0.0
    points = [*path.points[:-2], before(neck + _BEND), before(neck)]
    return EdgePath(points, path.start, before(0) if path.end else None)


def _hindrance(
    tip: Point,
    obstacles: Iterable[Rectangle],
    lines: Iterable[Polyline],
    own: Polyline,
) -> Callable[[EdgePath], tuple[int, int]]:
    """Return what counts how often the end of a line near a tip is in the way.

    That is, how often its last piece is over a box, and over or at another line.
    """
    (x, y), far = tip, 2 * _LAST

    def is_near(frame: Rectangle) -> bool:
        left, top, right, bottom = frame
        return left - far < x < right + far and top - far < y < bottom + far

    boxes = [*filter(is_near, obstacles)]
    others = [each for each in lines if is_near(each.frame) and each is not own]

    def hindered(path: EdgePath) -> tuple[int, int]:
        line = Polyline.of(EdgePath(path.points[-_ONE_PIECE:], end=path.end))
        ends = (each.points[at] for each in others for at in (0, -1))
        over = sum(map(line.crosses, others))
        return line.over(boxes), over + sum(_is_on(path.tip, end) for end in ends)

    return hindered


def _place(path: EdgePath, axis: int, way: float) -> float:
    """Return where a line is along an axis, on average of the last of its way."""
    points = Polyline.of(path).points
    last = points[-1][1 - axis]
    near = [each[axis] for each in points if abs(each[1 - axis] - last) <= way]
    return sum(near) / len(near)


def _sheared(path: EdgePath, axis: int, by: float) -> EdgePath:
    """Return a line whose end is moved along an axis, and all before it less."""
    start, end = path.points[0], path.tip
    way = end[1 - axis] - start[1 - axis]
    if abs(way) < _SAME:
        return path

    def moved(point: Point) -> Point:
        left = (end[1 - axis] - point[1 - axis]) / way
        along = round(point[axis] + by * (1 - left * abs(left)), 1)
        return (point[0], along) if axis else (along, point[1])

    return EdgePath(
        [moved(each) for each in path.points], path.start, path.end and moved(path.end)
    )
