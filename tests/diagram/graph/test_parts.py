"""Parts of a plan: every step and line is on one page, with what refers to others."""

import pytest

from argmap import ArgumentMap, Inference
from argmap.diagram.planning import plan
from tests.diagram.graph.test_pages import assert_all_is_there_once, pages_of
from tests.diagram.shapes import chain, claims


def test_lines_to_other_pages() -> None:
    """Where a reason is on another page it refers to its conclusion, which notes it."""
    drawn = plan(chain(30))

    first, second, *_ = pages_of(drawn)

    last, number = first.part.boxes[-1].part, len(first.part.boxes)
    [reference] = second.positions.references
    assert reference.part == last
    assert reference.placed.lines[0].number.startswith(f"→ {number}, p. ")
    notes = [line.words for line in first.positions.boxes[last].lines if line.is_label]
    assert notes == [f"← reason {number + 1}"]
    begin = second.positions.boxes[second.part.boxes[0].part]
    assert begin.lines[0].number == str(number + 1)


@pytest.mark.parametrize("is_reason", [True, False])
def test_a_claim_with_many_lines(*, is_reason: bool) -> None:
    """A claim to or from which more lines lead than fit on a page is on one of them."""
    hub, *others = claims(40)
    ends = [(hub, each) if is_reason else (each, hub) for each in others]
    steps = [Inference([premise], conclusion=end) for premise, end in ends]
    drawn = plan(ArgumentMap([hub, *others], steps))

    assert_all_is_there_once(drawn, pages_of(drawn))
