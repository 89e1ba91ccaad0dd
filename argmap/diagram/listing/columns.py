"""In how many columns a list stands, and where each begins."""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from argmap.diagram import style
from argmap.diagram.listing.contents import MeasuredRow
from argmap.diagram.listing.rows import Shown
from argmap.errors import LimitError
from argmap.words import truncate

_NARROWEST = 210.0
_USUAL = 330.0
_ROW = 32.0
_FEWEST = 8
"""Claims in a column."""
_LEVEL = 14.0
_TORN = 60.0
_NEVER = 1e9
_EMPTY = 0.5
"""How bad a point of empty height at the end of a column is."""


def column_count(
    wanted: int | None, width: float, claims: int, *, is_paper: bool = False
) -> int:
    """Return how many columns there are on so many points.

    That is as many as wanted, if they fit. Else it is as many as fit well and are
    filled, but one where they would be so high that a reader has to scroll back up,
    as nobody has to on paper.

    >>> column_count(None, 736, claims=72), column_count(None, 736, claims=1000)
    (2, 1)
    """
    if wanted:
        return max(1, min(wanted, _fitting(width, _NARROWEST)))
    count = min(_fitting(width, _USUAL), claims // _FEWEST)
    is_low = is_paper or claims * _ROW <= style.LONGEST * width * count
    return count if count and is_low else 1


def _fitting(width: float, column: float) -> int:
    return int(
        (width - 2 * style.MARGIN + style.COLUMN_GAP) // (column + style.COLUMN_GAP)
    )


def column_starts(rows: Sequence[MeasuredRow], count: int) -> frozenset[int]:
    """Return the rows that begin a column but the first, so that all are as high.

    A title does not end a column; it is better not to tear apart what belongs together.
    """
    ends = [0.0, *accumulate(each.height for each in rows)]
    costs = _costs(rows)
    starts: list[int] = []
    for column in range(1, count):
        first = starts[-1] + 1 if starts else 1
        if first < len(rows):
            aim = ends[-1] * column / count
            starts.append(
                min(
                    range(first, len(rows)),
                    key=lambda index: abs(ends[index] - aim) + costs[index],
                )
            )
    return frozenset(starts)


def full_columns(
    rows: Sequence[MeasuredRow], mentions: Sequence[int], room: Callable[[int], float]
) -> frozenset[int]:
    """Return the rows that begin a column but the first, where heights are given.

    `mentions` are how many are put before a row where a column begins with it or rows
    go on anew. Raises LimitError for a row that is higher than a column.
    """
    costs = _costs(rows)
    reminders = [(style.MENTION + style.MENTION_GAP) * count for count in mentions]
    starts: list[int] = []
    start, at, limit = 0, 0, room(0)
    tops = [0.0]
    while at < len(rows):
        turn = (
            style.TURN_GAP + reminders[at] if rows[at].is_turn and at > start else 0.0
        )
        bottom = tops[-1] + turn + rows[at].height
        if bottom <= limit:
            tops.append(bottom)
            at += 1
            continue
        if at == start:
            raise _too_long(rows[at])
        start = min(
            range(start + 1, at + 1),
            key=lambda index: costs[index] + _EMPTY * (tops[-1] - tops[index - start]),
        )
        starts.append(start)
        at, limit, tops = start, room(len(starts)), [reminders[start]]
    return frozenset(starts)


def _too_long(row: MeasuredRow) -> LimitError:
    words = " ".join(line.words for line in row.content.lines)
    msg = f"“{truncate(words)}” is longer than a page; limit the lines of claims"
    return LimitError(msg)


def _costs(rows: Sequence[MeasuredRow]) -> list[float]:
    """Return how bad it is to begin a column with each row, in points of height."""
    costs = [0.0]
    begun = set()
    for before, row in pairwise(each.row for each in rows):
        if before.step:
            begun.add(before.step)
        is_alone = before.shown is Shown.TITLE or before.part == row.step
        is_torn = (
            row.shown is Shown.MENTION or row.step in begun or before.part == row.host
        )
        costs.append(_NEVER if is_alone else _LEVEL * row.depth + _TORN * is_torn)
    return costs
