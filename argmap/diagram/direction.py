"""The direction in which a map is best drawn on a page that people scroll downwards."""

from collections import defaultdict

from argmap.diagram import style
from argmap.diagram.plan import Plan
from argmap.diagram.style import Direction


def readable_direction(plan: Plan) -> Direction:
    """Return `up` while the picture stays narrow enough to be read, else `left`.

    Width is what makes a picture unreadable: shrunk to a column of text, its
    letters should not fall below 8 points. The estimate ranks boxes by their
    distance from a conclusion, as the layout will; sections stand side by side
    when arrows lead up, and one below the other when they lead left.
    """
    readable = style.PAGE_WIDTH * style.TEXT_SIZE / style.SMALLEST_TEXT
    levels = _levels(plan)
    up = sum(max(map(sum, each)) for each in levels)
    left = max((sum(map(max, each)) for each in levels), default=0)
    return Direction.UP if up <= max(readable, left) else Direction.LEFT


def _levels(plan: Plan) -> list[list[list[float]]]:
    """Return the widths of boxes on each level of each outermost group."""
    tails: defaultdict[str, list[str]] = defaultdict(list)
    leading_on: set[str] = set()
    for edge in plan.edges:
        if not plan.crosses(edge):
            tails[edge.head].append(edge.tail)
            leading_on.add(edge.tail)
    depths: dict[str, int] = {}
    parts = [box.part for box in plan.boxes]
    for tops in ([part for part in parts if part not in leading_on], parts):
        level, depth = tops, 0
        while level := [part for part in dict.fromkeys(level) if part not in depths]:
            depths.update(dict.fromkeys(level, depth))
            level = _boxes_below(plan, level, tails)
            depth += 1
    groups: defaultdict[str | None, defaultdict[int, list[float]]]
    groups = defaultdict(lambda: defaultdict(list))
    for box in plan.boxes:
        level_of_box = groups[plan.homes.get(box.part)][depths[box.part]]
        level_of_box.append(box.width + style.JUNCTION)
    return [list(group.values()) for group in groups.values()]


def _boxes_below(
    plan: Plan, level: list[str], tails: dict[str, list[str]]
) -> list[str]:
    """Return the boxes that lead to a level, through any number of junctions."""
    below: list[str] = []
    waiting = [tail for part in level for tail in tails[part]]
    seen: set[str] = set()
    for part in waiting:
        if part not in plan.at_junction:
            below.append(part)
        elif part not in seen:
            seen.add(part)
            waiting.extend(tails[part])
    return below
