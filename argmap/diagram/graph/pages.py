"""A plan as graphs on whole pages: parts of it, none larger than a page.

What is too large for a page is cut in reading order, where the fewest lines are.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import ceil

import attrs

from argmap.diagram import style
from argmap.diagram.graph.blocks import LayOut
from argmap.diagram.graph.candidates import lay_out_graph
from argmap.diagram.graph.parts import Parts
from argmap.diagram.graph.sketch import sketch
from argmap.diagram.plan import Box, Plan
from argmap.diagram.positions import Point, Positions
from argmap.diagram.style import Direction
from argmap.errors import LimitError
from argmap.words import truncate

_FULL = 0.6
"""How much of a page boxes take at most: there are lines between them."""
_WINDOW = 6
"""A cut is at most a sixth of all boxes away from where it would be even."""


@attrs.frozen
class GraphPage:
    """What of a plan is on a page, and where."""

    part: Plan
    positions: Positions

    def above(self, other: "GraphPage") -> "GraphPage":
        """Return both on one page, the other one below."""
        one, two = self.part, other.part
        part = attrs.evolve(
            one,
            boxes=(*one.boxes, *two.boxes),
            junctions=(*one.junctions, *two.junctions),
            edges=(*one.edges, *two.edges),
            groups=(*one.groups, *two.groups),
        )
        return GraphPage(part, self.positions.above(other.positions))


@attrs.frozen(kw_only=True)
class PageSplitter:
    """Lays parts of a plan out on pages of a size in points, margins included."""

    plan: Plan
    size: Point
    lay_out: LayOut
    direction: Direction = Direction.AUTO
    max_lines: int | None = None

    def whole(self, room: Point) -> Positions | None:
        """Return the plan on one page with this room, if it fits."""
        return self._fitting(self.plan, room)

    def pages(self, boxes: Sequence[Box], first: Point) -> Iterator[GraphPage]:
        """Yield pages with these boxes and the steps that stand with them.

        The `first` has a size of its own. Raises LimitError for a claim that fits no
        page, and what `lay_out` raises.
        """
        pieces = self._pieces(boxes, first)
        room, page = first, next(pieces)
        for piece in pieces:
            if _fit_together(page, piece, room):
                page = page.above(piece)
            else:
                yield page
                room, page = self.size, piece
        yield page

    def _pieces(self, boxes: Sequence[Box], first: Point) -> Iterator[GraphPage]:
        """Yield what fits on a page each, but may be much smaller."""
        part = self._parts.of(boxes)
        if positions := self._fitting(part, first):
            yield GraphPage(part, positions)
            return
        if len(boxes) == 1:
            words = truncate(boxes[0].name)
            msg = (
                f"“{words}” with its lines is larger than a page; take larger paper,"
                " limit the lines of claims, or draw a list"
            )
            raise LimitError(msg)
        at = self._cut(part, max(2, ceil(self._share(part, first))))
        yield from self._pieces(boxes[:at], first)
        yield from self._pieces(boxes[at:], self.size)

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self.plan)

    def _fitting(self, part: Plan, room: Point) -> Positions | None:
        """Return a part laid out for a page with this room, if it fits there."""
        if self._share(part, room) > 1:
            return None
        width, height = room
        positions = lay_out_graph(
            part,
            self.lay_out,
            direction=self.direction,
            page_width=(width + 1) * style.SMALLEST_TEXT / style.TEXT_SIZE,
            max_lines=self.max_lines,
        )
        fits = positions.size[0] <= width and positions.size[1] <= height
        return positions if fits else None

    def _share(self, part: Plan, room: Point) -> float:
        """Return how many pages the boxes fill at least."""
        drawn = sketch(part, max_lines=self.max_lines)
        sizes = [
            drawn.sized(node, style.TEXT_NARROWEST, is_column=True).size
            for node in drawn.nodes
        ]
        area = sum(width * height for width, height in sizes)
        return area / (_FULL * room[0] * room[1])

    def _cut(self, part: Plan, count: int) -> int:
        """Return before which box a part is best cut, as so many pages want it."""
        total = len(part.boxes)
        even = max(1, total * (count // 2) // count)
        reach = total // _WINDOW
        costs = self._parts.cost(part)
        cuts = range(max(1, even - reach), min(total - 1, even + reach) + 1)
        return min(cuts, key=lambda at: (costs[at - 1], abs(at - even)))


def _fit_together(page: GraphPage, other: GraphPage, room: Point) -> bool:
    """Return whether one fits below the other, and no section is in both."""
    height = page.positions.size[1] + other.positions.size[1]
    return height <= room[1] and page.positions.groups.keys().isdisjoint(
        other.positions.groups
    )
