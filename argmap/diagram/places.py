"""Where everything in a plan is: the engine's answer, read and verified.

Graphviz counts y upwards; here it grows downwards, as SVG has it. All in points.
"""

from typing import TypeAlias

import attrs

from argmap.diagram import style
from argmap.diagram.dot import node_names
from argmap.diagram.engine import Positions
from argmap.diagram.plan import Plan
from argmap.errors import EngineError

Point: TypeAlias = tuple[float, float]


@attrs.frozen
class Course:
    """The way of a line: Bézier points, and the tips of its heads if it has any."""

    points: list[Point]
    start: Point | None = None
    end: Point | None = None


@attrs.frozen
class Frame:
    """The rectangle round a group, and the middle of its title's height."""

    corner: Point
    size: Point
    title: float


@attrs.frozen
class Places:
    """The size of the picture, and the places of what is in it.

    `nodes` and `frames` go by their names in DOT, `courses` by the plan's order.
    """

    size: Point
    nodes: dict[str, Point]
    courses: list[Course]
    frames: dict[str, Frame]


def places(plan: Plan, positions: Positions) -> Places:
    """Read where the engine put the plan; its edges run from the head to the tail.

    Raises EngineError unless every box, junction and line has a place.
    """
    try:
        return _places(plan, positions)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        msg = "the engine gave no layout that can be read"
        raise EngineError(msg) from error


def _places(plan: Plan, positions: Positions) -> Places:
    left, bottom, right, top = _numbers(positions["bb"])

    def at(x: float, y: float) -> Point:
        return round(x - left + style.MARGIN, 1), round(top - y + style.MARGIN, 1)

    def course(spline: str) -> Course:
        points: list[Point] = []
        tips: dict[str, Point] = {}
        for word in spline.split():
            if word[0] in "es":
                tips[word[0]] = at(*_numbers(word[2:]))
            else:
                points.append(at(*_numbers(word)))
        return Course(points[::-1], start=tips.get("e"), end=tips.get("s"))

    def frame(rectangle: str, title: str) -> Frame:
        x1, y1, x2, y2 = _numbers(rectangle)
        size = round(x2 - x1, 1), round(y2 - y1, 1)
        return Frame(at(x1, y2), size, at(*_numbers(title))[1])

    objects = positions.get("objects", [])
    edges = {edge["id"]: edge["pos"] for edge in positions.get("edges", [])}
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
    return Places(
        size=(
            round(right - left + 2 * style.MARGIN, 1),
            round(top - bottom + 2 * style.MARGIN, 1),
        ),
        nodes=nodes,
        courses=[course(edges[line]) for line in lines],
        frames={
            each["name"]: frame(each["bb"], each["lp"])
            for each in objects
            if "bb" in each and "lp" in each
        },
    )


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
