"""Laws of the grounded labelling."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from argmap.evaluation.circles import circles
from argmap.evaluation.grounded import Label, label
from argmap.model import ProofStandard
from tests.console import REAL_FILES
from tests.evaluation.networks import Naive, Plan, labels_of, plans

any_number = [50, pytest.param(20_000, marks=pytest.mark.long)]
ORACLES = REAL_FILES / "oracles" / "maps_small.json"


def claims_of(plan: Plan) -> str:
    """Return the labels of claims, a sign each, "o" for one that is circular."""
    found = label(plan.network())
    return "".join(
        "o" if claim in found.circular else {1: "+", 0: "?", -1: "-"}[each]
        for claim, each in enumerate(found.labels[: len(plan.presumptions)])
    )


@pytest.mark.parametrize("count", any_number)
def test_it_is_the_fixpoint_of_the_rules(count: int) -> None:
    """The rules taken literally, round by round, give the same labels and circles.

    So they do the same ranks where nothing is circular and no claim needs itself:
    there the rules leave open what is looked at first.
    """

    @settings(max_examples=count)
    @given(plans() | plans(standards=st.sampled_from(list(ProofStandard))))
    def law(plan: Plan) -> None:
        net = plan.network()
        found, naive = label(net), Naive.of(net)
        assert found.labels == naive.labels
        if not circles(net):
            assert found.circular == naive.circular
        if not circles(net) and not found.circular:
            assert found.ranks == naive.ranks

    law()


@pytest.mark.skipif(not ORACLES.exists(), reason="ARGMAP_REAL_FILES names no oracles")
def test_oracles() -> None:
    """Maps labelled by others, argument by argument, have the same labels here."""
    for each in json.loads(ORACLES.read_text("utf-8")):
        plan = Plan.of_oracle(each)
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
            "oo+",
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


def but_for(claim: int, *, of: int) -> list[ProofStandard]:
    """Return the usual standards of so many claims; for one any reason will do."""
    standards = [ProofStandard.PREPONDERANCE] * of
    standards[claim] = ProofStandard.SCINTILLA
    return standards


@pytest.mark.parametrize(
    ("plan", "claims"),
    [
        pytest.param(
            Plan([1, 1, 1], (), [objection(2, 1)], [[0, 1]]), "+-+", id="one falls"
        ),
        pytest.param(
            Plan([1, 1, 1, 1, 1], (), [objection(3, 1), objection(4, 2)], [[0, 1, 2]]),
            "+--++",
            id="one after the other falls",
        ),
        pytest.param(
            Plan([1, 1, 1, 1], (), [objection(3, 1)], [[0, 1], [0, 2]]),
            "?-?+",
            id="one of two falls, each in a contradiction of its own",
        ),
        pytest.param(
            Plan(
                [1, 0, 1, 1, 1],
                [([2], 1, 2), ([4], 1, 0.5)],
                [objection(3, 2)],
                [[0, 1]],
            ),
            "+--++",
            id="the best reason of one falls",
        ),
        pytest.param(
            Plan([1, 0, 1], [([2], 1, 2)], (), [[0, 1]]), "-++", id="one gets stronger"
        ),
        pytest.param(
            Plan(
                [1, 0.5, 0, 1],
                [([2], 1, 2), ([3], 2, 1)],
                (),
                [[0, 1]],
                but_for(1, of=4),
            ),
            "-+++",
            id="one that stands gets stronger",
        ),
        pytest.param(
            Plan(
                [1, 0.5, 0, 0.4],
                [([1], 2, 2), ([2], 1, 2), ([3], 2, 2)],
                (),
                [[0, 1]],
                but_for(1, of=4),
            ),
            "-+++",
            id="one that stands gets stronger by a circle that has another way in",
        ),
        pytest.param(
            Plan([1, 0.5, 0], [([1], 2, 2), ([2], 1, 2)], (), [[0, 1]]),
            "+--",
            id="one lends itself strength",
        ),
        pytest.param(
            Plan(
                [1, 0.5, 0],
                [([1], 2, 2), ([2], 1, 2)],
                (),
                [[0, 1]],
                but_for(1, of=3),
            ),
            "+++",
            id="one that stands lends itself strength",
        ),
        pytest.param(
            Plan(
                [1, 0.5, 0, 1, 1],
                [([1], 2, 2), ([2], 1, 2), ([3], 2, 0.5)],
                [objection(4, 2), objection(4, 4)],
                [[0, 1]],
                but_for(1, of=5),
            ),
            "?+++?",
            id="one that stands may lend itself strength",
        ),
        pytest.param(
            Plan(
                [1, 0.5, 0, 1, 1],
                [([1], 2, 2), ([2], 1, 2), ([3], 2, 2)],
                [objection(4, 3)],
                [[0, 1]],
            ),
            "+---+",
            id="one lends itself strength once another way in is closed",
        ),
        pytest.param(
            Plan(
                [1, 0.5, 0, 1, 1, 0.5],
                [([1], 2, 2), ([2], 1, 2), ([3], 2, 0.5)],
                [([4], "claim", 2, 1)],
                [[0, 1]],
            ),
            "+--+++",
            id="one lends itself strength by a way in that is outweighed",
        ),
        pytest.param(
            Plan(
                [1, 0.5, 0, 0.5, 0, 0],
                [
                    ([1], 2, 2),
                    ([2], 1, 2),
                    ([3], 4, 2),
                    ([4], 3, 2),
                    ([5], 4, 2),
                    ([5], 5, 1),
                ],
                [objection(0, 1), objection(1, 0, 0.1)],
                [[0, 3]],
                but_for(3, of=6),
            ),
            "+--++o",
            id="what is circular once a rival has fallen",
        ),
    ],
)
def test_rivals_are_judged_again(plan: Plan, claims: str) -> None:
    """A claim waits for its rivals, and is judged when one gets weaker or stronger."""
    assert claims_of(plan) == claims


def test_a_rival_falls_after_what_beats_it() -> None:
    """A claim gets stronger, stands, and only then beats its rival, rank by rank."""
    plan = Plan([1, 0, 1], [([2], 1, 2)], (), [[0, 1]])

    rival, claim, premise, step = label(plan.network()).ranks

    assert (premise, step, claim, rival) == (0, 1, 2, 3)


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


@given(plans(), st.data())
def test_a_new_counterpoint_raises_nothing(plan: Plan, data: st.DataObject) -> None:
    """A counterpoint without premises does its target no good."""
    end = data.draw(st.integers(0, len(plan.presumptions) - 1))
    counterpoints = [*plan.counterpoints, ([], "claim", end, 1.0)]

    before = label(plan.network()).labels
    after = label(attrs.evolve(plan, counterpoints=counterpoints).network()).labels

    assert after[end] <= before[end]


@given(plans(), st.data())
def test_a_step_that_fails_changes_nothing(plan: Plan, data: st.DataObject) -> None:
    """Without a reason or a counterpoint that is out all labels are the same.

    The last reason for a claim of a map is an exception: without it the claim would be
    granted. That is so before the map is a network.
    """
    before = label(plan.network())
    rejected = [
        step for step in plan.network().steps if before.labels[step] == Label.OUT
    ]
    if rejected:
        without = plan.network()
        without.exclude(data.draw(st.sampled_from(rejected)))

        assert label(without).labels == before.labels


@given(plans(), st.data())
def test_an_answer_does_no_harm(plan: Plan, data: st.DataObject) -> None:
    """Who answers what is said against a claim does it no harm."""
    at_claims = [
        (number, each[2])
        for number, each in enumerate(plan.counterpoints)
        if each[1] == "claim"
    ]
    if at_claims:
        number, claim = data.draw(st.sampled_from(at_claims))
        counterpoints = [*plan.counterpoints, ([], "counterpoint", number, 1.0)]

        before = label(plan.network()).labels
        after = label(attrs.evolve(plan, counterpoints=counterpoints).network()).labels

        assert after[claim] >= before[claim]


@pytest.mark.parametrize(
    "length", [1_000, pytest.param(300_000, marks=pytest.mark.long)]
)
def test_long_chains(length: int) -> None:
    """Nothing recurses along a chain of reasons or of counterpoints."""
    reasons = [([each], each - 1, 1.0) for each in range(1, length)]
    attacks = [objection(each, each - 1) for each in range(1, length)]

    assert claims_of(Plan([0.0] * (length - 1) + [1.0], reasons)) == "+" * length
    assert claims_of(Plan([1.0] * length, (), attacks))[-3:] == "+-+"
