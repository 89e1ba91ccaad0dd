"""Laws of the causes of verdicts."""

import pytest
from hypothesis import given, settings, strategies as st

from argmap.evaluation.causes import Causes
from argmap.evaluation.circles import circles
from argmap.evaluation.grounded import Label, label
from argmap.model import ProofStandard
from tests.evaluation.networks import Plan, Rules, plans

any_number = [50, pytest.param(20_000, marks=pytest.mark.long)]


@pytest.mark.parametrize("count", any_number)
def test_causes_are_enough(count: int) -> None:
    """Whoever knows the causes of a label and nothing else comes to the same label.

    They have smaller ranks. What is circular has none: it is what cannot be derived.
    """

    @settings(max_examples=count)
    @given(plans() | plans(standards=st.sampled_from(list(ProofStandard))))
    def law(plan: Plan) -> None:
        net = plan.network()
        found = label(net)
        causes = Causes(net, found)
        for part, what in enumerate(found.labels):
            assert (found.ranks[part] < 0) is (what == Label.UNDECIDED)
            known = [Label.UNDECIDED] * len(net.ids)
            if what == Label.UNDECIDED or part in found.circular:
                assert causes.of(part) == []
                for each, rank in enumerate(found.ranks):
                    if what != Label.UNDECIDED and 0 <= rank < found.ranks[part]:
                        known[each] = Label(found.labels[each])
                if what != Label.UNDECIDED and not circles(net):
                    assert part not in Rules.of(net, known).had(is_sure=False)
                continue
            for each in causes.of(part):
                assert found.ranks[each] < found.ranks[part]
                known[each] = Label(found.labels[each])
            # an explanation says that these add nothing
            for each in causes.idle(part) if part < net.claims else ():
                known[each] = Label.OUT
            assert Rules.of(net, known).judged(part) == what

    law()
