"""What the signs of a diagram mean: those that occur in it, no others."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs

from argmap.diagram import marks, style, text
from argmap.diagram.places import Course, Point
from argmap.diagram.plan import Box, Line, Plan
from argmap.diagram.style import Head, Ink, Palette

_SAMPLE_WIDTH = 30.0
_GAP = 6.0
_SPACE = 18.0
_ROW = 22.0

Draw: TypeAlias = Callable[[Point, Palette], str]


@attrs.frozen
class Sample:
    """A sign and its meaning; `draw` takes the middle of the sign's left edge."""

    meaning: str
    draw: Draw

    @property
    def width(self) -> float:
        """The width of sign and meaning together, in points."""
        return _SAMPLE_WIDTH + _GAP + style.SPEAKER_SIZE * text.width(self.meaning)


@attrs.frozen
class Legend:
    """Samples in rows no wider than the picture, or than the widest sample."""

    rows: tuple[tuple[Sample, ...], ...]

    @property
    def size(self) -> Point:
        """Its width and height in points, its margin included."""
        if not self.rows:
            return 0.0, 0.0
        widest = max(sum(each.width + _SPACE for each in row) for row in self.rows)
        return round(widest, 1), len(self.rows) * _ROW + style.MARGIN

    def drawn(self, top: float, palette: Palette) -> Iterator[str]:
        """Draw it from a height on downwards."""
        yield '<g class="legend">'
        for index, row in enumerate(self.rows):
            x, y = style.MARGIN, top + (index + 0.5) * _ROW
            for sample in row:
                yield sample.draw((x, y), palette)
                at = x + _SAMPLE_WIDTH + _GAP, y - style.SPEAKER_LEADING / 2
                meaning = Line(sample.meaning, 0, is_label=True)
                yield from marks.words([meaning], at, palette)
                x = round(x + sample.width + _SPACE, 1)
        yield "</g>"


def legend(plan: Plan, width: float) -> Legend:
    """Return the legend of a plan, in rows of at most this width in points."""
    rows: list[list[Sample]] = []
    filled = 0.0
    for sample in _samples(plan):
        taken = sample.width + _SPACE
        if not rows or filled + taken > width:
            rows.append([])
            filled = 0.0
        rows[-1].append(sample)
        filled += taken
    return Legend(tuple(map(tuple, rows)))


def _samples(plan: Plan) -> Iterator[Sample]:
    for looks, meaning in _BOXES:
        if any(getattr(box, looks) for box in plan.boxes):
            yield Sample(meaning, _box(looks))
    lines = {(edge.ink, edge.end, edge.start) for edge in plan.edges}
    for ink, end, start, meaning in _LINES:
        if (ink, end, start) in lines:
            yield Sample(meaning, _line(ink, end, start))
    heads = [edge.head for edge in plan.edges if edge.ink is Ink.NEUTRAL]
    if len(heads) > len(set(heads)):
        yield Sample("linked: together or not at all", _junction(is_strict=False))
    if any(each.is_strict for each in plan.junctions):
        yield Sample("follows strictly", _junction(is_strict=True))
    if plan.decisive:
        bold = _line(Ink.NEUTRAL, Head.ARROW, stroke=style.THICK_STROKE)
        yield Sample("bold: decides a verdict", bold)
    if any(edge.is_rejected for edge in plan.edges):
        thin = _line(Ink.FAINT, Head.ARROW, stroke=style.THIN_STROKE)
        yield Sample("grey: does not count", thin)


_BOXES = (
    ("is_thesis", "main conclusion"),
    ("is_implicit", "unstated"),
    ("is_rejected", "does not stand"),
    ("is_contested", "contested"),
    ("is_sketch", "argument in outline"),
)
_LINES = (
    (Ink.SUPPORT, Head.ARROW, Head.NONE, "supports"),
    (Ink.OBJECTION, Head.TEE, Head.NONE, "counts against"),
    (Ink.UNDERCUT, Head.TEE, Head.NONE, "undercuts a step"),
    (Ink.OBJECTION, Head.TEE, Head.TEE, "at most one can stand"),
)


def _box(looks: str) -> Draw:
    sized: dict[str, Any] = {"width": _SAMPLE_WIDTH - 6, "height": 12, looks: True}
    box = Box(part="", name="", lines=(), **sized)

    def draw(at: Point, palette: Palette) -> str:
        return marks.rectangle(box, (at[0] + 4, at[1] - 6), palette)

    return draw


def _line(
    ink: Ink, end: Head, start: Head = Head.NONE, *, stroke: float = style.STROKE
) -> Draw:
    def draw(at: Point, palette: Palette) -> str:
        (x, y), length = at, _SAMPLE_WIDTH
        neck = x + length - style.ARROW, y
        course = Course(
            [
                (x + (style.ARROW if start is Head.TEE else 0), y),
                (x + 10, y),
                (x + 12, y),
                neck,
            ],
            start=(x, y) if start is Head.TEE else None,
            end=(x + length, y),
        )
        drawn = marks.line(course, ink, end, start, stroke)
        return f"<g {marks.inked(ink, palette)}>{drawn}</g>"

    return draw


def _junction(*, is_strict: bool) -> Draw:
    def draw(at: Point, palette: Palette) -> str:
        centre = at[0] + _SAMPLE_WIDTH / 2, at[1]
        drawn = marks.junction(centre, Ink.SUPPORT, palette, is_strict=is_strict)
        return f"<g {marks.inked(Ink.SUPPORT, palette)}>{drawn}</g>"

    return draw
