"""Laws of worlds: many labellings at once."""

import pytest
from hypothesis import given, settings, strategies as st

from argmap.evaluation.grounded import label
from argmap.evaluation.worlds import Worlds
from argmap.model import ProofStandard
from tests.evaluation.networks import Plan, plans

any_number = [60, pytest.param(10_000, marks=pytest.mark.long)]


@pytest.mark.parametrize("count", any_number)
def test_worlds_are_as_if_alone(count: int) -> None:
    """In each world every part has the label that it has in that world alone."""

    @settings(max_examples=count)
    @given(plans() | plans(standards=st.sampled_from([*ProofStandard])), st.data())
    def law(plan: Plan, data: st.DataObject) -> None:
        size = len(plan.network().ids)
        excluded = data.draw(st.lists(st.sets(st.integers(0, size - 1)), max_size=4))
        together = Worlds(
            plan.network(),
            len(excluded),
            excluded={
                part: sum(1 << at for at, each in enumerate(excluded) if part in each)
                for part in range(size)
            },
        )
        together.judge(range(size))
        for at, parts in enumerate(excluded):
            alone = plan.network()
            for part in sorted(parts):
                alone.exclude(part)
            sides = [together.sides[part] for part in range(size)]
            assert label(alone).labels == [
                (is_in >> at & 1) - (~is_open >> at & 1) for is_in, is_open in sides
            ]

    law()
