"""A plan as a list: on one page that is as high as it must be, or on whole pages."""

from collections.abc import Sequence

from argmap.diagram import style
from argmap.diagram.listing.columns import column_count, column_starts, full_columns
from argmap.diagram.listing.contents import Contents
from argmap.diagram.listing.hosts import Hosts
from argmap.diagram.listing.measured import MeasuredRow, measured
from argmap.diagram.listing.pages import ListPage, Pages, Sheet
from argmap.diagram.listing.rows import rows
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
    [page] = _laid_out(plan, Sheet(page_width, count), max_lines)
    return page.positions


def lay_out_pages(
    plan: Plan, sheet: Sheet, *, max_lines: int | None = None
) -> tuple[ListPage, ...]:
    """Return the plan as a list on whole pages.

    Raises LimitError for a claim that is longer than a page.
    """
    return _laid_out(plan, sheet, max_lines)


def _laid_out(plan: Plan, sheet: Sheet, max_lines: int | None) -> tuple[ListPage, ...]:
    steps = listed_steps(plan)
    contents = Contents(plan, steps, rows(plan, steps), max_lines)
    found = measured(contents, sheet.column_width)
    hosts = Hosts.of(contents.rows)
    starts = _starts(found, sheet, hosts)
    pages = Pages(steps, contents, sheet)
    for at, each in enumerate(found):
        if at in starts:
            pages.next_column(hosts.before(at, each.x))
        elif each.is_turn:
            pages.turn(hosts.before(at, each.x))
        pages.add(each)
    return pages.finished()


def _starts(found: Sequence[MeasuredRow], sheet: Sheet, hosts: Hosts) -> frozenset[int]:
    """Return the rows that begin a column."""
    if sheet.is_endless:
        return column_starts(found, sheet.columns)
    mentions = [len(hosts.before(at, each.x)) for at, each in enumerate(found)]
    return full_columns(found, mentions, sheet.room)
