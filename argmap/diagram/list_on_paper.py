"""A list on paper: rows from page to page, with the section in the running title."""

import attrs

from argmap.diagram.listing.columns import column_count
from argmap.diagram.listing.pages import ListPage, Sheet
from argmap.diagram.listing.placing import lay_out_pages
from argmap.diagram.paper import PaperPage, PaperPages, links_of, on_paper
from argmap.diagram.plan import Plan
from argmap.diagram.request import Look


def list_on_paper(plan: Plan, look: Look) -> PaperPages:
    """Return a plan as a list on paper of the look's size.

    Raises LimitError for a claim that is longer than a page.
    """

    def lay_out(sheet: Sheet) -> tuple[PaperPage, ...]:
        count = column_count(look.columns, sheet.width, len(plan.boxes), is_paper=True)
        columns = attrs.evolve(sheet, columns=count)
        pages = lay_out_pages(plan, columns, max_lines=look.max_lines)
        return tuple(_list_page(plan, page) for page in pages)

    return on_paper(plan, look, lay_out, is_list=True)


def _list_page(plan: Plan, page: ListPage) -> PaperPage:
    links = links_of(page.positions)
    return PaperPage(_part(plan, page), page.positions, _section(plan, page), links)


def _part(plan: Plan, page: ListPage) -> Plan:
    """Return what of a plan is on a page."""
    positions = page.positions
    boxes, junctions = plan.boxes_by_part, plan.at_junction
    steps = dict.fromkeys(
        [
            *positions.junctions,
            *(part for part, _ in positions.repeated),
            *(rail.part for rail in positions.rails),
        ]
    )
    return attrs.evolve(
        plan,
        boxes=tuple(boxes[part] for part in positions.boxes),
        junctions=tuple(junctions[part] for part in steps if part in junctions),
        edges=tuple(plan.edges[number] for number in page.lines),
        groups=tuple(each for each in plan.groups if each.part in positions.groups),
    )


def _section(plan: Plan, page: ListPage) -> str:
    """Return the title of the section of the first claim on a page."""
    first = next(iter(page.positions.boxes), None)
    home = plan.homes.get(first) if first else None
    return next((each.title for each in plan.groups if each.part == home), "")
