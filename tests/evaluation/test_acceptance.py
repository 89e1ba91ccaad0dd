"""Laws of the rule for claims."""

from collections.abc import Callable, Sequence

from hypothesis import assume, example, given, settings, strategies as st

from argmap.evaluation.acceptance import Acceptance
from argmap.evaluation.circles import circles
from argmap.evaluation.grounded import Label, label
from argmap.evaluation.network import Network
from argmap.model import ProofStandard
from tests.evaluation.networks import Plan, plans

Sides = tuple[bool, bool]
WEIGHTS = st.sampled_from([0.4, 1.0, 2.0])
STANDARDS = st.sampled_from([*ProofStandard])
A_WEAK_RIVAL_STANDS = [
    ProofStandard.PREPONDERANCE,
    ProofStandard.SCINTILLA,
    ProofStandard.PREPONDERANCE,
]


class Labelled(Acceptance[Sides]):
    """The rule for a labelling: a part is in or not, and open or not."""

    def __init__(self, net: Network, labels: Sequence[int]) -> None:
        super().__init__(net)
        self._labels = labels

    def label(self, claim: int) -> int:
        """Return the label that the rule gives a claim by those of all others."""
        alternatives = [  # what is against them grows on the way
            (reason, tuple(hits))
            for reason, hits in self._alternatives(claim, self._sides)
        ]
        is_in = any(
            reason[0] and not any(is_open for _, is_open in hits)
            for reason, hits in alternatives
        )
        is_open = any(
            reason[1] and not any(is_in for is_in, _ in hits)
            for reason, hits in alternatives
        )
        return is_in - (not is_open)

    def _sides(self, part: int) -> Sides:
        return self._labels[part] == Label.IN, self._labels[part] != Label.OUT

    def _sides_without(self, claim: int) -> Callable[[int], Sides]:  # noqa: ARG002
        return self._sides

    def _granted(self, claim: int) -> Sides | None:
        return (True, True) if self._net.presumptions[claim] else None

    def _both(self, one: Sides, other: Sides) -> Sides:
        return one[0] and other[0], one[1] and other[1]

    def _any_of(self, sides: Sequence[Sides]) -> Sides:
        return any(each for each, _ in sides), any(each for _, each in sides)


@settings(max_examples=200)
@given(plans(strengths=WEIGHTS, most=4) | plans(standards=STANDARDS))
@example(Plan([1, 0, 1], [([2], 1, 0.4)], (), [[0, 1]], A_WEAK_RIVAL_STANDS))
def test_a_labelling_keeps_the_rule(plan: Plan) -> None:
    """By the grounded labels of all parts a claim has the label that it has."""
    net = plan.network()
    assume(not circles(net))
    found = label(net)
    rule = Labelled(net, found.labels)

    for claim in set(range(net.claims)) - found.circular:
        assert rule.label(claim) == found.labels[claim]
