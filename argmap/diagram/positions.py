"""Positions of all that is in a plan, whatever laid it out. All in points.

y grows downwards, as SVG has it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagram import style

Point: TypeAlias = tuple[float, float]
_NONE: Final[Mapping[Any, Any]] = MappingProxyType({})


@attrs.frozen
class Line:
    """One line of text and its width in points; a label is smaller and quieter.

    A `number`, if there is one, stands before the words, and is part of the width.
    """

    words: str
    width: float
    is_label: bool = False
    is_bold: bool = False
    number: int = 0

    @property
    def leading(self) -> float:
        """The height that the line takes, in points."""
        return style.SPEAKER_LEADING if self.is_label else style.TEXT_LEADING

    @property
    def size(self) -> float:
        """The size of its letters, in points."""
        return style.SPEAKER_SIZE if self.is_label else style.TEXT_SIZE


@attrs.frozen
class EdgePath:
    """Where a line runs: Bézier points, and the tips of its heads if it has any."""

    points: list[Point]
    start: Point | None = None
    end: Point | None = None

    def moved(self, by: Point) -> "EdgePath":
        """Return it elsewhere."""
        return EdgePath(
            [_sum(each, by) for each in self.points],
            self.start and _sum(self.start, by),
            self.end and _sum(self.end, by),
        )


@attrs.frozen
class Placed:
    """A rectangle with lines of text in it, that begin `indent` from its left edge."""

    corner: Point
    size: Point
    lines: tuple[Line, ...] = ()
    indent: float = style.PADDING_X

    @property
    def centre(self) -> Point:
        """Its middle."""
        (x, y), (width, height) = self.corner, self.size
        return round(x + width / 2, 1), round(y + height / 2, 1)

    def moved(self, by: Point) -> "Placed":
        """Return it elsewhere."""
        return attrs.evolve(self, corner=_sum(self.corner, by))


@attrs.frozen
class Reference:
    """A mention of a claim that stands elsewhere: `part` is the claim's id."""

    part: str
    placed: Placed


@attrs.frozen
class Positions:
    """The size of the picture, and where everything in it is.

    Boxes, junctions and groups go by their parts; `paths` are those of the plan's
    lines, in its order. A group's lines are its title. Where a line would run far,
    it runs from or to one of the `references`.
    """

    size: Point
    boxes: Mapping[str, Placed]
    junctions: Mapping[str, Placed]
    paths: tuple[EdgePath, ...]
    groups: Mapping[str, Placed] = _NONE
    references: tuple[Reference, ...] = ()


def _sum(one: Point, other: Point) -> Point:
    return round(one[0] + other[0], 1), round(one[1] + other[1], 1)
