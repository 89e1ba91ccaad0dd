"""The legend: the signs that occur in a diagram and what they mean, no others."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs

from argmap.diagram import style, svg_shapes, text
from argmap.diagram.plan import Box, Plan
from argmap.diagram.positions import EdgePath, Line, Placed, Point, Rail
from argmap.diagram.style import ArrowHead, LineColor, LineKind, Palette

_SAMPLE_WIDTH = 30.0
_GAP = 6.0
_SPACE = 12.0
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
                yield from svg_shapes.words([meaning], at, palette)
                x = round(x + sample.width + _SPACE, 1)
        yield "</g>"


def legend(
    plan: Plan, width: float, *, is_list: bool = False, has_references: bool = False
) -> Legend:
    """Return the legend of a plan, in rows of at most this width in points.

    In a list, signs mean what in a graph lines do. With references, it says what the
    numbers are for.
    """
    rows: list[list[Sample]] = []
    filled = 0.0
    samples = [*_samples(plan, is_list=is_list)]
    if has_references:
        samples.append(Sample("stands elsewhere", _reference))
    for sample in samples:
        taken = sample.width + _SPACE
        if not rows or filled + taken > width:
            rows.append([])
            filled = 0.0
        rows[-1].append(sample)
        filled += taken
    return Legend(tuple(map(tuple, rows)))


def _samples(plan: Plan, *, is_list: bool) -> Iterator[Sample]:
    for looks, meaning in BOX_MEANINGS:
        if any(getattr(box, looks) for box in plan.boxes):
            yield Sample(meaning, _box(looks))
    yield from _signs_of_list(plan) if is_list else _lines(plan)
    if any(each.is_strict for each in plan.junctions):
        strict = _junction(style.SUPPORT, style.JUNCTION, is_strict=True)
        yield Sample("follows strictly", strict)
    yield from _changes(plan)
    yield from _verdicts(plan)


def _changes(plan: Plan) -> Iterator[Sample]:
    found = {each.change for each in plan.boxes}
    found.update(each.change for each in plan.junctions)
    for change, look in style.CHANGES.items():
        if change in found:
            yield Sample(look.word, _change(change))


def _lines(plan: Plan) -> Iterator[Sample]:
    drawn = {edge.kind for edge in plan.edges}
    for kind in style.LINE_KINDS:
        if kind in drawn and kind.meaning:
            yield Sample(kind.meaning, _line(kind))
    for kind in style.LINE_KINDS:
        met = [each for each in plan.junctions if each.kind is kind]
        if any(each.is_linked for each in met):
            yield Sample(kind.linked, _junction(kind, style.JUNCTION))
        if any(each.diameter < style.JUNCTION for each in met):
            yield Sample(kind.single, _junction(kind, style.SMALL_JUNCTION))


def _signs_of_list(plan: Plan) -> Iterator[Sample]:
    drawn = {edge.kind for edge in plan.edges if edge.part not in plan.at_junction}
    drawn.update(junction.kind for junction in plan.junctions)
    for kind in style.LINE_KINDS:
        if kind in drawn and kind.meaning:
            yield Sample(kind.meaning, _junction(kind, style.JUNCTION))
    if style.ATTRIBUTED in (edge.kind for edge in plan.edges):
        yield Sample(style.ATTRIBUTED.meaning, _line(style.ATTRIBUTED))
    heads = Counter(edge.head for edge in plan.edges if edge.kind in style.PREMISES)
    if any(count > 1 for count in heads.values()):
        yield Sample(style.PREMISE.linked, _bar)


def _verdicts(plan: Plan) -> Iterator[Sample]:
    if plan.has_verdicts:
        yield Sample("without a mark: stands", _box())
    if plan.decisive:
        bold = _line(_ANY, stroke=style.THICK_STROKE)
        yield Sample("bold: decides a verdict", bold)
    if any(edge.is_rejected for edge in plan.edges):
        faint = attrs.evolve(_ANY, color=LineColor.FAINT)
        thin = _line(faint, stroke=style.THIN_STROKE)
        yield Sample("grey: does not count", thin)


BOX_MEANINGS = (
    ("is_thesis", "main conclusion"),
    ("is_implicit", "unstated"),
    ("is_rejected", "does not stand"),
    ("is_contested", "contested"),
    ("is_sketch", "argument"),
    ("is_question", "question"),
)
_ANY = attrs.evolve(style.PREMISE, end=ArrowHead.ARROW)
"""A line whose kind does not matter: it shows how thick one can be."""


def _change(change: str) -> Draw:
    box, sign = _box("change", change), style.CHANGES[change].sign

    def draw(at: Point, palette: Palette) -> str:
        line = Line(sign, 0, is_label=True, is_bold=True)
        corner = at[0] + _SAMPLE_WIDTH / 2 - 2, at[1] - line.leading / 2
        return box(at, palette) + "".join(svg_shapes.words([line], corner, palette))

    return draw


def _box(looks: str = "", value: object = True) -> Draw:  # noqa: FBT002 - most are flags
    look: dict[str, Any] = {looks: value} if looks else {}
    box = Box(part="", name="", **look)

    def draw(at: Point, palette: Palette) -> str:
        placed = Placed((at[0] + 4, at[1] - 6), (_SAMPLE_WIDTH - 6, 12))
        return svg_shapes.rectangle(box, placed, palette)

    return draw


def _reference(at: Point, palette: Palette) -> str:
    line = Line("", 0, is_label=True, number="→ 5")
    placed = Placed((at[0] + 2, at[1] - 7), (_SAMPLE_WIDTH - 4, 14))
    corner = at[0] + 2 + style.REFERENCE_PADDING, at[1] - line.leading / 2
    words = svg_shapes.words([line], corner, palette)
    return svg_shapes.reference(placed, palette) + "".join(words)


def _line(kind: LineKind, *, stroke: float = style.STROKE) -> Draw:
    def draw(at: Point, palette: Palette) -> str:
        (x, y), length = at, _SAMPLE_WIDTH
        neck = x + length - style.ARROW, y
        is_two_sided = kind.start is not ArrowHead.NONE
        path = EdgePath(
            [(x + style.ARROW * is_two_sided, y), (x + 10, y), (x + 12, y), neck],
            start=at if is_two_sided else None,
            end=(x + length, y),
        )
        drawn = svg_shapes.line(path, kind, stroke)
        return svg_shapes.colored(drawn, kind.color, palette)

    return draw


def _junction(kind: LineKind, diameter: float, *, is_strict: bool = False) -> Draw:
    def draw(at: Point, palette: Palette) -> str:
        centre = at[0] + _SAMPLE_WIDTH / 2, at[1]
        drawn = svg_shapes.junction(
            centre, kind, palette, diameter=diameter, is_strict=is_strict
        )
        return svg_shapes.colored(drawn, kind.color, palette)

    return draw


def _bar(at: Point, palette: Palette) -> str:
    x, y = at[0] + _SAMPLE_WIDTH / 2, at[1]
    bar = svg_shapes.rails([Rail("", (x, y - 8), (x, y + 8), is_bar=True)])
    for height in (y - 6, y + 6):
        tick = EdgePath([(x, height), (x, height), (x + 7, height), (x + 7, height)])
        bar += svg_shapes.line(tick, style.PREMISE)
    return svg_shapes.colored(bar, style.SUPPORT.color, palette)
