"""The words of the rows of a list, broken to the room they have where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.diagram import style, text
from argmap.diagram.boxes import broken, reference
from argmap.diagram.listing.rows import Row, Shown
from argmap.diagram.listing.steps import ListedStep, claim_behind
from argmap.diagram.plan import Plan, Text
from argmap.diagram.positions import Placed

_LONGEST = 460.0
"""In points; the eye loses its way back from the end of longer lines."""
_LEAST_ROOM = 200.0
_DEEPEST = 0.45
"""How much of the width may go to indentation."""
_TITLE_HEIGHT = style.GROUP_TITLE_TOP + 5.0


@attrs.frozen
class Contents:
    """The words of the rows; `max_lines` is how many of a claim are shown."""

    plan: Plan
    steps: Mapping[str, ListedStep]
    rows: Sequence[Row]
    max_lines: int | None

    def placed(self, row: Row, room: float) -> Placed:
        """Return a row as wide as its room in points, and as high as it must be."""
        if row.shown is Shown.CLAIM:
            return self._claim(row.part, room)
        if row.shown is Shown.MENTION:
            return self.mention(row.part, room)
        if row.shown is Shown.TITLE:
            title = Text(self.plan.groups_by_part[row.part].title, is_bold=True)
            return _filled([title], room, style.GROUP_PADDING, _TITLE_HEIGHT)
        return self._words(row.part, room)

    def mention(self, part: str, room: float) -> Placed:
        """Return the number and the first words of a claim, or a step, on one line."""
        width = min(room, _LONGEST) - 2 * style.REFERENCE_PADDING
        if part in self.plan.numbers:
            box = self.plan.boxes_by_part[part]
            return reference(box.texts, self.plan.numbers[part], width, max_lines=1)
        name = Text(self.plan.at_junction[part].name)
        return reference([name], None, width, max_lines=1)

    def _words(self, step: str, room: float) -> Placed:
        """Return a frame that begins at the step's sign."""
        lines = broken(self.steps[step].texts, min(room, _LONGEST) - style.PADDING_X)
        indent = style.LEVEL + style.ARGUMENT_PADDING
        padding = 2 * style.ARGUMENT_PADDING
        height = max(lines.height, style.JUNCTION) + padding
        width = indent + lines.width + style.PADDING_X
        return Placed((0, 0), (round(width, 1), round(height, 1)), lines.all, indent)

    def name(self, part: str) -> str:
        """Return what a claim or step is called where it is mentioned."""
        plan = self.plan
        return (plan.boxes_by_part.get(part) or plan.at_junction[part]).name

    def _claim(self, part: str, room: float) -> Placed:
        texts = [*self.plan.boxes_by_part[part].texts, *self._notes.get(part, ())]
        placed = _filled(texts, room, self._indent, 2 * style.PADDING_Y, self.max_lines)
        return attrs.evolve(placed, number=str(self.plan.numbers[part]))

    @cached_property
    def _indent(self) -> float:
        """How far the words are from a box's edge, behind its number."""
        digits = "0" * len(str(len(self.plan.numbers)))
        width = style.SPEAKER_SIZE * text.width(digits, bold=True)
        return round(style.PADDING_X + width + style.NUMBER_GAP, 1)

    @cached_property
    def _notes(self) -> Mapping[str, tuple[Text, ...]]:
        """What each claim leads to where it is only mentioned."""
        found: defaultdict[str, defaultdict[str, dict[str, None]]]
        found = defaultdict(lambda: defaultdict(dict))
        for row in self.rows:
            if row.shown is Shown.MENTION:
                behind = claim_behind(self.steps, row.step, self.plan.numbers)
                way = self.steps[row.step].kind.toward
                found[row.part][way][str(self.plan.numbers.get(behind, "…"))] = None
        return {
            part: (Text(_joined(ways), is_label=True),) for part, ways in found.items()
        }


def _joined(ways: Mapping[str, Iterable[str]]) -> str:
    return "→ " + "; ".join(f"{way} {', '.join(which)}" for way, which in ways.items())


def _filled(
    texts: Iterable[Text],
    room: float,
    indent: float,
    padding: float,
    max_lines: int | None = None,
) -> Placed:
    """Return texts in a rectangle as wide as there is room."""
    width = min(room - indent - style.PADDING_X, _LONGEST)
    lines = broken(texts, width, max_lines=max_lines)
    return Placed((0, 0), (room, round(lines.height + padding, 1)), lines.all, indent)


@attrs.frozen
class MeasuredRow:
    """A row, what stands in it, and how far it is from its column's left edge.

    It `is_turn` if rows go on anew with it, further to the left or to the right.
    """

    row: Row
    content: Placed
    x: float
    is_turn: bool

    @property
    def gap(self) -> float:
        """The distance in points from the row above."""
        if self.row.shown is Shown.TITLE:
            return style.TITLE_GAP
        if self.row.shown is Shown.MENTION:
            return style.MENTION_GAP
        return style.ROW_GAP if self.row.depth else style.TREE_GAP

    @property
    def height(self) -> float:
        """What it takes of a column, in points."""
        return self.gap + self.content.size[1]


def measured(contents: Contents, width: float) -> tuple[MeasuredRow, ...]:
    """Return the rows for a column so many points wide."""
    rows = contents.rows
    return tuple(
        MeasuredRow(row, contents.placed(row, round(width - x, 1)), x, is_turn)
        for row, (x, is_turn) in zip(rows, _turned(rows, width), strict=True)
    )


def _turned(found: Sequence[Row], width: float) -> Iterator[tuple[float, bool]]:
    """Yield how far each row is to the right, and whether rows go on anew with it.

    Rows that would have too little room for their words go on at the left. So do the
    rows after them, back at their own level.
    """
    most = max(style.LEVEL, min(_DEEPEST * width, width - _LEAST_ROOM))
    base = 0.0
    for row in found:
        x = style.LEVEL * row.boxes + style.STEP * row.steps
        is_turn = not (style.LEVEL <= x - base <= most if x else base == 0)
        if is_turn:
            base = 0.0 if x <= most else x - style.LEVEL
        yield x - base, is_turn
