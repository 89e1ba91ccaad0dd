"""The rows of a list with their words broken, and how far to the right they stand."""

from collections.abc import Iterator, Sequence

import attrs

from argmap.diagram.listing.contents import Contents
from argmap.diagram.listing.measures import (
    LEVEL,
    MENTION_GAP,
    ROW_GAP,
    STEP,
    TITLE_GAP,
    TREE_GAP,
)
from argmap.diagram.listing.rows import Row, Shown
from argmap.diagram.positions import Placed

_LEAST_ROOM = 200.0
_DEEPEST = 0.45
"""How much of the width may go to indentation."""


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
            return TITLE_GAP
        if self.row.shown is Shown.MENTION:
            return MENTION_GAP
        return ROW_GAP if self.row.depth else TREE_GAP

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
    most = max(LEVEL, min(_DEEPEST * width, width - _LEAST_ROOM))
    base = 0.0
    for row in found:
        x = LEVEL * row.boxes + STEP * row.steps
        is_turn = not (LEVEL <= x - base <= most if x else base == 0)
        if is_turn:
            base = 0.0 if x <= most else x - LEVEL
        yield x - base, is_turn
