"""Laws of the grounded labelling."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluation.grounded import Label, label
from argmap.model import ProofStandard
from tests.console import REAL_FILES
from tests.evaluation.networks import Plan, labels_of, naive_labels, plans

unhurried = settings(deadline=None)
any_number = [50, pytest.param(20_000, marks=pytest.mark.long)]
ORACLES = REAL_FILES / "oracles" / "maps_small.json"


def claims_of(plan: Plan) -> str:
    """Return the labels of claims, a sign each."""
    labels = label(plan.network()).labels[: len(plan.presumptions)]
    return "".join({1: "+", 0: "?", -1: "-"}[each] for each in labels)


@pytest.mark.parametrize("count", any_number)
def test_it_is_the_fixpoint_of_the_rules(count: int) -> None:
    """The rules taken literally, part by part, give the same labels."""

    @settings(deadline=None, max_examples=count)
    @given(plans() | plans(standards=st.sampled_from(list(ProofStandard))))
    def law(plan: Plan) -> None:
        net = plan.network()
        assert label(net).labels == naive_labels(net)

    law()


@pytest.mark.skipif(not ORACLES.exists(), reason="ARGMAP_REAL_FILES names no oracles")
def test_oracles() -> None:
    """Maps labelled by others, argument by argument, have the same labels here."""
    for each in json.loads(ORACLES.read_text("utf-8")):
        plan = Plan.told(each)
        found = label(plan.network()).labels[: each["claims"]]
        assert found == labels_of(each["default"]), each["name"]


def objection(premise: int, end: int, strength: float = 1.0) -> tuple[Any, ...]:
    """Return a counterpoint against a claim."""
    return [premise], "claim", end, strength


@pytest.mark.parametrize(
    ("plan", "claims"),
    [
        pytest.param(
            Plan([1, 1, 1], (), [objection(1, 0), objection(2, 1)]),
            "+-+",
            id="reinstatement",
        ),
        pytest.param(
            Plan([0, 1, 1], [([1], 0, 1)], [([2], "inference", 0, 1)]),
            "-++",
            id="undercut",
        ),
        pytest.param(
            Plan([0, 1, 1, 1], [([1, 2], 0, 1)], [objection(3, 1)]),
            "--++",
            id="linked premises",
        ),
        pytest.param(
            Plan([0, 1, 1, 1], [([1], 0, 1), ([2], 0, 1)], [objection(3, 1)]),
            "+-++",
            id="convergent reasons",
        ),
        pytest.param(
            Plan([0, 1, 1], [([1], 0, 1)], [objection(2, 0)]), "-++", id="a tie"
        ),
        pytest.param(
            Plan([0, 1, 1], [([1], 0, 2)], [objection(2, 0)]), "+++", id="outweighed"
        ),
        pytest.param(
            Plan([0, 0, 1, 1], [([2], 0, 1), ([3], 1, 1)], (), [[0, 1]]),
            "??++",
            id="contradiction",
        ),
        pytest.param(
            Plan([1, 1, 1], (), [objection(0, 1), objection(1, 2), objection(2, 0)]),
            "???",
            id="odd cycle of attacks",
        ),
        pytest.param(
            Plan([0, 0, 1], [([0], 1, 1), ([1], 0, 1)], [objection(1, 2)]),
            "--+",
            id="circular support",
        ),
        pytest.param(
            Plan(
                [0, 0, 1, 1],
                [([0], 1, 1), ([1], 0, 1), ([3], 0, 1)],
                [objection(1, 2)],
            ),
            "++-+",
            id="support from outside the circle",
        ),
        pytest.param(
            Plan([1], (), [([], "claim", 0, 1)]), "-", id="a bare counterpoint"
        ),
    ],
)
def test_worked_examples(plan: Plan, claims: str) -> None:
    """The examples of the literature."""
    assert claims_of(plan) == claims


@unhurried
@given(plans(), st.data())
def test_a_new_reason_lowers_nothing(plan: Plan, data: st.DataObject) -> None:
    """A reason from a premise that stands does its claim no harm."""
    net = plan.network()
    before = label(net).labels
    end = data.draw(st.integers(0, net.claims - 1))
    standing = [each for each in range(net.claims) if before[each] == Label.IN]
    if not standing or end in standing[:1]:
        return

    inferences = [*plan.inferences, ([standing[0]], end, 1.0)]
    after = label(attrs.evolve(plan, inferences=inferences).network()).labels

    assert after[end] >= before[end] or after[standing[0]] < Label.IN


@unhurried
@given(plans(), st.data())
def test_a_new_counterpoint_raises_nothing(plan: Plan, data: st.DataObject) -> None:
    """A counterpoint without premises does its target no good."""
    end = data.draw(st.integers(0, len(plan.presumptions) - 1))
    counterpoints = [*plan.counterpoints, ([], "claim", end, 1.0)]

    before = label(plan.network()).labels
    after = label(attrs.evolve(plan, counterpoints=counterpoints).network()).labels

    assert after[end] <= before[end]


@unhurried
@given(plans())
def test_verdicts_follow_from_smaller_ranks(plan: Plan) -> None:
    """What is decided has a rank, and premises of what is in have smaller ones."""
    net = plan.network()
    found = label(net)

    for part, what in enumerate(found.labels):
        assert (found.ranks[part] < 0) is (what == Label.UNDECIDED)
        if part >= net.claims and what == Label.IN:
            around = (*net.premises[part], *net.attackers[part])
            assert all(found.ranks[each] < found.ranks[part] for each in around)


@pytest.mark.parametrize(
    "length", [1_000, pytest.param(300_000, marks=pytest.mark.long)]
)
def test_long_chains(length: int) -> None:
    """Nothing recurses along a chain of reasons or of counterpoints."""
    reasons = [([each], each - 1, 1.0) for each in range(1, length)]
    attacks = [objection(each, each - 1) for each in range(1, length)]

    assert claims_of(Plan([0.0] * (length - 1) + [1.0], reasons)) == "+" * length
    assert claims_of(Plan([1.0] * length, (), attacks))[-3:] == "+-+"
