"""Which way a map is best drawn on a page that people scroll downwards."""

from collections import defaultdict

from argmap.diagram import style
from argmap.diagram.plan import Plan
from argmap.diagram.style import Direction


def readable_direction(plan: Plan) -> Direction:
    """Return `up` while the picture stays narrow enough to be read, else `left`.

    Width is what makes a picture unreadable: shrunk to a column of text, its
    letters should not fall below 8 points. The estimate ranks everything by its
    distance from the conclusions, as the layout will.
    """
    widths = {box.part: box.width for box in plan.boxes}
    ranks = _ranks(plan)
    gap = style.JUNCTION
    up = max(
        (sum(widths.get(part, 0) + gap for part in rank) for rank in ranks), default=0
    )
    left = sum(max(widths.get(part, 0) for part in rank) + 2 * gap for rank in ranks)
    readable = style.PAGE_WIDTH * style.TEXT_SIZE / style.SMALLEST_TEXT
    return Direction.UP if up <= max(readable, left) else Direction.LEFT


def _ranks(plan: Plan) -> list[list[str]]:
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for edge in plan.edges:
        tails[edge.head].append(edge.tail)
    leading_on = {edge.tail for edge in plan.edges}
    parts = [box.part for box in plan.boxes]
    parts += [junction.part for junction in plan.junctions]
    ranks: list[list[str]] = []
    waiting = dict.fromkeys(parts)
    for rank in ([part for part in parts if part not in leading_on], parts):
        depth, level = 0, [part for part in rank if part in waiting]
        while level:
            if depth == len(ranks):
                ranks.append([])
            for part in level:
                del waiting[part]
            ranks[depth] += level
            level = [
                tail
                for part in level
                for tail in dict.fromkeys(tails[part])
                if tail in waiting
            ]
            level = list(dict.fromkeys(level))
            depth += 1
    return ranks
