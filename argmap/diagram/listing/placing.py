"""A plan as a list: on one page that is as high as it must be, or on whole pages."""

from collections.abc import Callable, Sequence
from math import inf

from argmap.diagram import style
from argmap.diagram.listing.columns import column_count, column_starts, full_columns
from argmap.diagram.listing.contents import Contents, measured
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
    hosts = _hosts(contents.rows)
    if sheet.height == inf:
        starts = column_starts(found, sheet.columns)
    else:
        mentions = [len(hosts(at, each.x)) for at, each in enumerate(found)]
        starts = full_columns(found, mentions, sheet.room)
    pages = Pages(steps, contents, sheet)
    for at, each in enumerate(found):
        if at in starts:
            pages.next_column(hosts(at, each.x))
        elif each.is_turn:
            pages.turn(hosts(at, each.x))
        pages.add(each)
    return pages.finished()


def _hosts(rows: Sequence[Row]) -> Callable[[int, float], list[tuple[str, float]]]:
    """Return what finds the hosts on which a row and those after it hang, and where.

    Hosts are claims, and steps that others are about. The outermost comes first; none
    of them is further left than the column.
    """
    claims = {row.part: row for row in rows if row.shown is Shown.CLAIM}
    about = {row.step: row.host for row in rows}  # of steps in a circle one has none
    last = {row.host: at for at, row in enumerate(rows)}

    def before(at: int, x: float) -> list[tuple[str, float]]:
        found: list[tuple[str, float]] = []
        host = rows[at].host
        x -= style.LEVEL
        while host and x >= 0:
            if not found or last[host] > at:
                found.append((host, x))
            if host in claims:
                step = claims[host].step
                if step and x >= style.LEVEL and last.get(step, 0) > at:
                    found.append((step, x + style.STEP - style.LEVEL))
                host, x = claims[host].host, x - style.LEVEL
            else:
                host, x = about[host], x - style.STEP
        return found[::-1]

    return before
