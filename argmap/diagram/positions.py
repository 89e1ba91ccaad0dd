"""Positions of all that is in a plan, whatever laid it out. All in points.

y grows downwards, as SVG has it.
"""

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from argmap.diagram import style
from argmap.diagram.spans import Span

Point: TypeAlias = tuple[float, float]
Rectangle: TypeAlias = tuple[float, float, float, float]
"""Its left, top, right and bottom."""


@attrs.frozen
class Line:
    """One line of text and its width in points; a label is smaller and quieter.

    A `number`, if there is one, stands before the words, and is part of the width.
    A line of a text that is written from right to left ends at the left. `spans` are
    what of the words is bold, italic or a link.
    """

    words: str
    width: float
    is_label: bool = False
    is_bold: bool = False
    number: str = ""
    is_right_to_left: bool = False
    spans: tuple[Span, ...] = ()

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

    @property
    def tip(self) -> Point:
        """Where it ends."""
        return self.end or self.points[-1]

    @property
    def turned(self) -> "EdgePath":
        """The line from its end to its start."""
        return EdgePath(self.points[::-1], self.end, self.start)

    def moved(self, by: Point) -> "EdgePath":
        """Return it elsewhere."""
        return EdgePath(
            [_sum(each, by) for each in self.points],
            self.start and _sum(self.start, by),
            self.end and _sum(self.end, by),
        )


@attrs.frozen
class Placed:
    """A rectangle with lines of text in it, that begin `indent` from its left edge.

    A `number`, if there is one, stands before the first line.
    """

    corner: Point
    size: Point
    lines: tuple[Line, ...] = ()
    indent: float = style.PADDING_X
    number: str = ""

    @property
    def centre(self) -> Point:
        """Its middle."""
        (x, y), (width, height) = self.corner, self.size
        return round(x + width / 2, 1), round(y + height / 2, 1)

    @property
    def right(self) -> float:
        """Where lines end that are ranged right."""
        return self.corner[0] + self.size[0] - min(self.indent, style.PADDING_X)

    @property
    def frame(self) -> Rectangle:
        """Where its four sides are."""
        (x, y), (width, height) = self.corner, self.size
        return x, y, x + width, y + height

    def moved(self, by: Point) -> "Placed":
        """Return it elsewhere."""
        corner = _sum(self.corner, by)
        # written out, since `attrs.evolve` takes much longer and boxes move often
        return Placed(corner, self.size, self.lines, self.indent, self.number)


@attrs.frozen
class Reference:
    """A mention of a claim or step that stands elsewhere: its id and its name."""

    part: str
    placed: Placed
    name: str


@attrs.frozen
class Rail:
    """A line down the side of a list, on which stands all that is about a `part`.

    A bar joins the linked premises of a step.
    """

    part: str
    top: Point
    bottom: Point
    is_bar: bool = False


@attrs.frozen
class Positions:
    """The size of the picture, and where everything in it is.

    Boxes, junctions and groups go by their parts; `paths` are those of the plan's
    lines, in its order. A group's lines are its title. Where a line would run far,
    it runs from or to one of the `references`. A list has `rails` of claims and
    steps, and a junction for every step; `repeated` are signs of steps that go on
    in another column.
    """

    size: Point
    boxes: Mapping[str, Placed]
    junctions: Mapping[str, Placed]
    paths: tuple[EdgePath, ...]
    groups: Mapping[str, Placed] = attrs.field(factory=dict)
    references: tuple[Reference, ...] = ()
    rails: tuple[Rail, ...] = ()
    repeated: tuple[tuple[str, Placed], ...] = ()
    is_list: bool = False

    def above(self, other: "Positions") -> "Positions":
        """Return two graphs as one, the other one below."""
        (width, height), size = self.size, other.size
        moved = other.moved((0, height))
        return Positions(
            (max(width, size[0]), round(height + size[1], 1)),
            {**self.boxes, **moved.boxes},
            {**self.junctions, **moved.junctions},
            (*self.paths, *moved.paths),
            {**self.groups, **moved.groups},
            (*self.references, *moved.references),
        )

    def moved(self, by: Point) -> "Positions":
        """Return a graph elsewhere."""
        return attrs.evolve(
            self,
            boxes={part: each.moved(by) for part, each in self.boxes.items()},
            junctions={part: each.moved(by) for part, each in self.junctions.items()},
            paths=tuple(each.moved(by) for each in self.paths),
            groups={part: each.moved(by) for part, each in self.groups.items()},
            references=tuple(
                attrs.evolve(each, placed=each.placed.moved(by))
                for each in self.references
            ),
        )


def _sum(one: Point, other: Point) -> Point:
    return round(one[0] + other[0], 1), round(one[1] + other[1], 1)
