"""Ends of lines, moved apart where lines on one track end in one place at a box."""

from collections.abc import Iterator, Sequence
from math import dist

import attrs

from argmap.diagram.plan import Plan
from argmap.diagram.positions import EdgePath, Placed, Point, Positions
from argmap.diagram.score import Polyline

_APART = 9.0
_CORNER = 2.0
"""How near to a corner of a box a line may end."""
_NEAR = 12.0
"""How far before the border of a box the path of a line with a head may end."""
_SAME = 3.0


def with_ends_apart(
    plan: Plan,
    positions: Positions,
    pairs: Sequence[tuple[int, int]],
    fixed: float = 0.5,
) -> Positions:
    """Return positions in which lines on one track begin and end side by side.

    `pairs` are the numbers of lines that lie on each other. `fixed` says which of the
    lines at a box stays where it is: from 0 for the first to 1 for the last. They all
    stay if no such lines begin or end in one place at a box.
    """
    paths: Sequence[EdgePath] = positions.paths
    for nodes in (
        [edge.head for edge in plan.edges],
        [edge.tail for edge in plan.edges],
    ):
        moved = [*paths]
        for lines in _ending_together(nodes, paths, pairs):
            if box := _box_at(positions, nodes[lines[0]], paths[lines[0]].points[-1]):
                for number, path in _side_by_side(box, paths, lines, fixed):
                    moved[number] = path
        paths = [_turned(path) for path in moved]
    return attrs.evolve(positions, paths=tuple(paths))


def _box_at(positions: Positions, part: str, end: Point) -> Placed | None:
    """Return the box or mention of a part at whose border a point is."""
    placed = [each.placed for each in positions.references if each.part == part]
    placed += [positions.boxes[part]] if part in positions.boxes else []
    return next((each for each in placed if max(_away(each, end)) < _NEAR), None)


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
    end = paths[lines[0]].points[-1]
    beside, above = _away(box, end)
    axis = int(beside > above)
    way = min(
        abs(paths[number].points[0][1 - axis] - end[1 - axis]) for number in lines
    )
    in_order = sorted(lines, key=lambda number: _place(paths[number], axis, way))
    gaps = len(lines) - 1
    step = min(_APART, (box.size[axis] - 2 * _CORNER) / gaps)
    for place, number in enumerate(in_order):
        yield number, _sheared(paths[number], axis, (place - gaps * fixed) * step)


def _away(box: Placed, point: Point) -> Point:
    """Return how far a point is from the middle of a box, beyond its sides."""
    (x, y), (width, height) = box.centre, box.size
    return abs(point[0] - x) - width / 2, abs(point[1] - y) - height / 2


def _place(path: EdgePath, axis: int, way: float) -> float:
    """Return where a line is along an axis, on average of the last of its way."""
    points = Polyline.of(path).points
    last = points[-1][1 - axis]
    near = [each[axis] for each in points if abs(each[1 - axis] - last) <= way]
    return sum(near) / len(near)


def _turned(path: EdgePath) -> EdgePath:
    """Return a line from its end to its start."""
    return EdgePath(path.points[::-1], path.end, path.start)


def _sheared(path: EdgePath, axis: int, by: float) -> EdgePath:
    """Return a line whose end is moved along an axis, and all before it less."""
    start, end = path.points[0], path.end or path.points[-1]
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
