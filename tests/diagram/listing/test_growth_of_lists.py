"""Four times as many claims cost a list about four times as much work."""

from collections.abc import Callable

import pytest

from argmap import ArgumentMap, Counterpoint, Inference
from argmap.diagram.listing.placing import lay_out_list
from argmap.diagram.plan import Plan
from argmap.diagram.planning import plan
from argmap.diagram.svg import svg
from tests.diagram.shapes import chain, claims, nested, tree
from tests.steps import lines


def linked(count: int) -> ArgumentMap:
    """Return a map in which all claims but one support that one together."""
    first, *others = claims(count)
    return ArgumentMap([first, *others], [Inference(others, conclusion=first)])


def undercuts(count: int) -> ArgumentMap:
    """Return a map in which every step strikes the one before."""
    nodes = claims(count)
    steps = [
        Counterpoint(
            [each], target=f"s{index}" if index else nodes[0], id=f"s{index + 1}"
        )
        for index, each in enumerate(nodes[1:])
    ]
    return ArgumentMap(nodes, counterpoints=steps)


@pytest.mark.parametrize("shape", [chain, linked, nested, tree, undercuts])
def test_work_grows_as_the_map_does(shape: Callable[[int], ArgumentMap]) -> None:
    """Neither depth nor many premises make the work on a claim more."""

    def drawn(planned: Plan) -> Callable[[], object]:
        return lambda: svg(planned, lay_out_list(planned))

    few, many = (drawn(plan(shape(count))) for count in (100, 400))
    few()

    assert lines(many) < 5 * lines(few)
