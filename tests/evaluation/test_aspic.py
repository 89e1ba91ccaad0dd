"""The grounded labelling of a map is that of its arguments, made one by one.

As in ASPIC+ (Prakken 2010): an argument is a tree of steps from what is granted; it is
attacked where a counterpoint's or a rival's argument meets one of its parts and is not
weaker. The arguments are labelled as Dung's frameworks are.
"""

from collections.abc import Iterator
from itertools import islice, product

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.evaluation.grounded import Label, label
from argmap.evaluation.network import Network
from argmap.evaluation.order import components, is_cycle
from tests.evaluation.networks import Plan, plans

MOST = 120


@attrs.frozen
class Tree:
    """An argument: its last step, or the claim that is granted, and those below."""

    top: int
    below: "tuple[Tree, ...]" = ()

    def parts(self) -> "Iterator[Tree]":
        """Yield it and all arguments inside."""
        yield self
        for each in self.below:
            yield from each.parts()


def conclusion(net: Network, tree: Tree) -> int:
    """Return the claim of an argument; that of a counterpoint is itself."""
    is_inference = net.claims <= tree.top < net.counterpoints
    return net.ends[tree.top] if is_inference else tree.top


def weight(net: Network, tree: Tree) -> float:
    """Return the strength of its last step."""
    is_granted = tree.top < net.claims
    return net.presumptions[tree.top] if is_granted else net.strengths[tree.top]


def arguments_for(net: Network, claim: int, above: frozenset[int]) -> Iterator[Tree]:
    """Yield the arguments for a claim that do not argue in a circle."""
    if claim in above:
        return
    if net.presumptions[claim]:
        yield Tree(claim)
    for step in net.reasons[claim]:
        yield from arguments_by(net, step, above | {claim})


def arguments_by(net: Network, step: int, above: frozenset[int]) -> Iterator[Tree]:
    """Yield the arguments whose last step this is."""
    ways = [list(arguments_for(net, each, above)) for each in net.premises[step]]
    for below in product(*ways):
        yield Tree(step, below)


def attacks(net: Network, one: Tree, other: Tree) -> bool:
    """Tell whether an argument attacks another in one of its parts."""
    for part in other.parts():
        if one.top >= net.counterpoints:
            target = net.ends[one.top]
            if target == part.top and target >= net.claims:
                return True
            is_met = target == conclusion(net, part) and target < net.claims
        else:
            is_met = conclusion(net, one) in net.rivals_of(conclusion(net, part))
        if is_met and weight(net, one) >= weight(net, part):
            return True
    return False


def reasons_in_a_circle(net: Network) -> bool:
    """Tell whether some claim is among what speaks for it."""

    def needs(part: int) -> list[int]:
        return [*net.premises[part]] if part >= net.claims else net.reasons[part]

    return any(
        is_cycle(component, needs) for component in components(range(net.claims), needs)
    )


def grounded(size: int, attackers: list[list[int]]) -> list[Label]:
    """Label a framework."""
    labels = [Label.UNDECIDED] * size
    while True:
        found = [
            Label.OUT
            if any(labels[each] is Label.IN for each in attackers[one])
            else Label.IN
            if all(labels[each] is Label.OUT for each in attackers[one])
            else Label.UNDECIDED
            for one in range(size)
        ]
        if found == labels:
            return labels
        labels = found


@pytest.mark.parametrize("count", [60, pytest.param(4_000, marks=pytest.mark.long)])
def test_a_claim_is_as_good_as_its_best_argument(count: int) -> None:
    """It is in if one of its arguments is, and out if all are.

    Where reasons of different strengths go in a circle a map may be more cautious: it
    does not look whether what makes a reason strong is the claim that it is for.
    """

    @settings(max_examples=count)
    @given(plans(with_steps=False) | plans(with_steps=False, strengths=st.just(1.0)))
    def law(plan: Plan) -> None:
        net = plan.network()
        weights = {*net.strengths, *filter(None, net.presumptions)}
        assume(len(weights) == 1 or not reasons_in_a_circle(net))
        nowhere: frozenset[int] = frozenset()
        heads = [*range(net.claims), *range(net.counterpoints, len(net.ids))]
        trees = [
            tree
            for head in heads
            for tree in islice(
                arguments_for(net, head, nowhere)
                if head < net.claims
                else arguments_by(net, head, nowhere),
                MOST,
            )
        ]
        assume(len(trees) < MOST)
        labels = grounded(
            len(trees),
            [
                [at for at, one in enumerate(trees) if attacks(net, one, other)]
                for other in trees
            ],
        )
        found = label(net).labels
        for head in heads:
            own = [
                labels[at]
                for at, tree in enumerate(trees)
                if conclusion(net, tree) == head
            ]
            assert found[head] == max(own, default=Label.OUT)

    law()
