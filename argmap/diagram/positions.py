"""Positions of all that is in a plan: the engine's answer, read and verified.

Graphviz counts y upwards; here it grows downwards, as SVG has it. All in points.
"""

from typing import TypeAlias

import attrs

from argmap.diagram import style
from argmap.diagram.dot import node_names
from argmap.diagram.engine import GraphvizLayout
from argmap.diagram.plan import Plan
from argmap.errors import EngineError

Point: TypeAlias = tuple[float, float]


@attrs.frozen
class EdgePath:
    """Where a line runs: Bézier points, and the tips of its heads if it has any."""

    points: list[Point]
    start: Point | None = None
    end: Point | None = None


@attrs.frozen
class ClusterBox:
    """The rectangle round a group, and the middle of its title's height."""

    corner: Point
    size: Point
    title: float


@attrs.frozen
class Positions:
    """The size of the picture, and where everything in it is.

    `nodes` and `clusters` go by their names in DOT, `paths` by the plan's order.
    """

    size: Point
    nodes: dict[str, Point]
    paths: list[EdgePath]
    clusters: dict[str, ClusterBox]


def read_positions(plan: Plan, layout: GraphvizLayout) -> Positions:
    """Read where the engine put the plan; its edges run from the head to the tail.

    Raises EngineError unless every box, junction and line has a place.
    """
    try:
        return _positions(plan, layout)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        msg = "the engine gave no layout that can be read"
        raise EngineError(msg) from error


def _positions(plan: Plan, layout: GraphvizLayout) -> Positions:
    left, bottom, right, top = _numbers(layout["bb"])

    def at(x: float, y: float) -> Point:
        return round(x - left + style.MARGIN, 1), round(top - y + style.MARGIN, 1)

    def path(spline: str) -> EdgePath:
        points: list[Point] = []
        tips: dict[str, Point] = {}
        for word in spline.split():
            if word[0] in "es":
                tips[word[0]] = at(*_numbers(word[2:]))
            else:
                points.append(at(*_numbers(word)))
        return EdgePath(points[::-1], start=tips.get("e"), end=tips.get("s"))

    def cluster(rectangle: str, title: str) -> ClusterBox:
        x1, y1, x2, y2 = _numbers(rectangle)
        size = round(x2 - x1, 1), round(y2 - y1, 1)
        return ClusterBox(at(x1, y2), size, at(*_numbers(title))[1])

    objects = layout.get("objects", [])
    edges = {edge["id"]: edge["pos"] for edge in layout.get("edges", [])}
    nodes = {
        each["name"]: at(*_numbers(each["pos"])) for each in objects if "pos" in each
    }
    names = set(node_names(plan).values())
    lines = [f"e{index}" for index in range(len(plan.edges))]
    if nodes.keys() != names or edges.keys() != set(lines):
        msg = (
            f"the engine placed {len(nodes)} of {len(names)} boxes and junctions,"
            f" and {len(edges)} of {len(lines)} lines"
        )
        raise EngineError(msg)
    return Positions(
        size=(
            round(right - left + 2 * style.MARGIN, 1),
            round(top - bottom + 2 * style.MARGIN, 1),
        ),
        nodes=nodes,
        paths=[path(edges[line]) for line in lines],
        clusters={
            each["name"]: cluster(each["bb"], each["lp"])
            for each in objects
            if "bb" in each and "lp" in each
        },
    )


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
