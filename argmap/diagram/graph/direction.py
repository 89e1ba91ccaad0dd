"""The direction in which a map is best drawn on a page that people scroll downwards."""

from collections import Counter

from argmap.diagram import style
from argmap.diagram.graph.columns import columns
from argmap.diagram.graph.sketch import far_lines, sketch
from argmap.diagram.plan import Plan
from argmap.diagram.style import Direction

_BOX = style.TEXT_WIDTH + 2 * style.PADDING_X


def readable_direction(plan: Plan, wanted: Direction = Direction.AUTO) -> Direction:
    """Return the direction that is wanted.

    For `auto` that is `up` while the picture is narrow enough to be read, else `left`.
    Width is what makes a picture unreadable: shrunk to a page, its letters should not
    fall below 8 pixels.
    """
    if wanted is not Direction.AUTO:
        return wanted
    widest = style.PAGE_WIDTH * style.TEXT_SIZE / style.SMALLEST_TEXT
    width = width_upwards(plan, far_lines(plan, plan.homes))
    return Direction.UP if width <= widest else Direction.LEFT


def width_upwards(plan: Plan, far: frozenset[int]) -> float:
    """Estimate how wide a picture is in points if arrows lead up.

    Boxes on one level stand side by side. So do sections, unless all lines between them
    are `far` ones, which are not drawn.
    """
    level = columns(sketch(plan, far))
    are_apart = far_lines(plan, plan.homes) <= far
    on_level = Counter(
        (plan.homes.get(box.part) if are_apart else None, level[box.part])
        for box in plan.boxes
    )
    return max(on_level.values(), default=0) * _BOX
