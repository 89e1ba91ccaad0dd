"""Laws of graphs on whole pages: all is there once, on a page that has room for it."""

from collections import Counter
from functools import partial

import pytest
from hypothesis import assume, given, reject, settings

from argmap import ArgumentMap, Claim
from argmap.diagram.engine import lay_out
from argmap.diagram.graph.pages import GraphPage, PageSplitter
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from argmap.errors import LimitError
from tests.diagram.shapes import chain, tree
from tests.strategies import argument_maps

SMALL = 420.0, 330.0


def pages_of(
    drawn: Plan, size: tuple[float, float] = SMALL, first: tuple[float, float] = SMALL
) -> list[GraphPage]:
    """Return a plan on pages."""
    splitter = PageSplitter(plan=drawn, size=size, lay_out=partial(lay_out))
    return [*splitter.pages(drawn.boxes, first)]


def assert_all_is_there_once(drawn: Plan, pages: list[GraphPage]) -> None:
    """Check that pages have every box, junction and line of a plan, and once."""
    boxes = [part for page in pages for part in page.positions.boxes]
    assert boxes == [box.part for box in drawn.boxes]
    junctions = Counter(part for page in pages for part in page.positions.junctions)
    assert junctions == Counter(each.part for each in drawn.junctions)
    lines = Counter(edge for page in pages for edge in page.part.edges)
    assert lines == Counter(drawn.edges)
    for page in pages:
        assert len(page.positions.paths) == len(page.part.edges)


@settings(max_examples=25, deadline=None)
@given(argument_maps())
def test_everything_stands_on_one_page(argument_map: ArgumentMap) -> None:
    """Every claim, step and line is on one page, in the order of the map."""
    drawn = plan(argument_map)
    assume(drawn.boxes)

    try:
        pages = pages_of(drawn, (300, 240), (300, 200))
    except LimitError:
        reject()
    assert_all_is_there_once(drawn, pages)


@pytest.mark.parametrize("argument_map", [tree(40), chain(30)], ids=["tree", "chain"])
def test_no_page_is_too_small(argument_map: ArgumentMap) -> None:
    """All that is on a page is within it, and the first page can be smaller."""
    first = 420.0, 200.0
    drawn = plan(argument_map)

    pages = pages_of(drawn, SMALL, first)

    assert_all_is_there_once(drawn, pages)
    assert len(pages) > 1
    for room, page in zip([first, *[SMALL] * len(pages)], pages, strict=False):
        width, height = page.positions.size
        assert (width, height) <= room
        assert height <= room[1]
        placed = [
            *page.positions.boxes.values(),
            *page.positions.junctions.values(),
            *page.positions.groups.values(),
            *(each.placed for each in page.positions.references),
        ]
        for each in placed:
            assert min(each.corner) >= 0
            assert each.corner[0] + each.size[0] <= width
            assert each.corner[1] + each.size[1] <= height


def test_a_claim_larger_than_a_page() -> None:
    """What fits no page is an error that says what can be done."""
    huge = plan(ArgumentMap([Claim("a", "Rents rose in all of the city. " * 200)]))

    with pytest.raises(LimitError, match="is larger than a page; take larger paper"):
        pages_of(huge)
