"""A plan as a list: on one page that is as high as it must be, or on whole pages."""

from collections.abc import Mapping, Sequence
from math import inf

import attrs

from argmap.diagram import style
from argmap.diagram.listing.columns import column_count, column_starts, full_columns
from argmap.diagram.listing.contents import Contents, MeasuredRow, measured
from argmap.diagram.listing.pages import ListPage, Pages, Sheet
from argmap.diagram.listing.rows import Row, Shown, rows
from argmap.diagram.listing.steps import listed_steps
from argmap.diagram.plan import Plan
from argmap.diagram.positions import Positions


def lay_out_list(
    plan: Plan,
    *,
    page_width: float = style.PAGE_WIDTH,
    columns: int | None = None,
    max_lines: int | None = None,
) -> Positions:
    """Return the plan as a list as wide as the page, a point for each of its pixels.

    It has so many `columns`, if they fit, or as many as are good to read; `max_lines`
    is how many lines of a claim are shown.
    """
    count = column_count(columns, page_width, len(plan.boxes))
    [page] = lay_out_pages(plan, Sheet(page_width, count), max_lines=max_lines)
    return page.positions


def lay_out_pages(
    plan: Plan, sheet: Sheet, *, max_lines: int | None = None
) -> tuple[ListPage, ...]:
    """Return the plan as a list on whole pages.

    Raises LimitError for a claim that is longer than a page.
    """
    steps = listed_steps(plan)
    contents = Contents(plan, steps, rows(plan, steps), max_lines)
    found = measured(contents, sheet.column_width)
    hosts = _Hosts.of(contents.rows)
    starts = _starts(found, sheet, hosts)
    pages = Pages(steps, contents, sheet)
    for at, each in enumerate(found):
        if at in starts:
            pages.next_column(hosts.before(at, each.x))
        elif each.is_turn:
            pages.turn(hosts.before(at, each.x))
        pages.add(each)
    return pages.finished()


@attrs.frozen
class _Hosts:
    """What rows hang on: the row of each claim, and the last row at each host.

    `about` are the hosts of the steps: none for the first of steps in a circle.
    """

    rows: Sequence[Row]
    at: Mapping[str, Row]
    about: Mapping[str, str]
    last: Mapping[str, int]

    @classmethod
    def of(cls, found: Sequence[Row]) -> "_Hosts":
        """Return those of the rows."""
        at = {row.part: row for row in found if row.shown is Shown.CLAIM}
        about = {row.step: row.host for row in found}
        return cls(found, at, about, {row.host: i for i, row in enumerate(found)})

    def before(self, at: int, x: float) -> list[tuple[str, float]]:
        """Return the hosts on which this row and those after it hang, and where.

        The outermost comes first; none of them is further left than the column.
        """
        found: list[tuple[str, float]] = []
        host = self.rows[at].host
        x -= style.LEVEL
        while host and x >= 0:
            if not found or self.last[host] > at:
                found.append((host, x))
            if host in self.at:
                step = self.at[host].step
                if step and x >= style.LEVEL and self.last.get(step, 0) > at:
                    found.append((step, x + style.STEP - style.LEVEL))
                host, x = self.at[host].host, x - style.LEVEL
            else:
                host, x = self.about[host], x - style.STEP
        return found[::-1]


def _starts(
    found: Sequence[MeasuredRow], sheet: Sheet, hosts: _Hosts
) -> frozenset[int]:
    """Return the rows that begin a column."""
    if sheet.height == inf:
        return column_starts(found, sheet.columns)
    mentions = [len(hosts.before(at, each.x)) for at, each in enumerate(found)]
    return full_columns(found, mentions, sheet.room)
