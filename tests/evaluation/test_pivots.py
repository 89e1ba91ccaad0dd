"""Laws of pivots, and of sets of changes."""

from itertools import combinations

import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Verdict, evaluate
from argmap.errors import LimitError
from argmap.evaluation import Evaluation, pivots, worlds
from argmap.evaluation.grounded import label
from tests.evaluation.networks import Plan, plans
from tests.evaluation.trial import TRIAL, changed, is_granted
from tests.strategies import argument_maps


def changes_of(evaluation: Evaluation, claim: str) -> list[str]:
    """Return what could be answered or no longer granted, but the claim itself."""
    argument_map = evaluation.argument_map
    granted = [
        each.id for each in argument_map.claims if is_granted(argument_map, each)
    ]
    granted += [each.id for each in argument_map.arguments if not each.steps]
    counterpoints = [each.id for each in argument_map.counterpoints]
    return [each for each in (*granted, *counterpoints) if each != claim]


@given(argument_maps(max_claims=4))
def test_pivots_flip(argument_map: ArgumentMap) -> None:
    """A claim's pivots, and no other changes, flip whether it stands."""
    evaluation = evaluate(argument_map)
    for claim in argument_map.claims:
        before = evaluation.verdict(claim) is Verdict.STANDS
        flipping = {
            part
            for part in changes_of(evaluation, claim.id)
            if part not in {each.id for each in argument_map.arguments}
            and (changed(argument_map, (part,)).verdict(claim) is Verdict.STANDS)
            is not before
        }
        found = {
            each
            for each in evaluation.pivots[claim.id]
            if each not in {one.id for one in argument_map.arguments}
        }
        assert found == flipping


def test_pivots() -> None:
    """They are told by the ids of claims, in the order of the map."""
    found = evaluate(TRIAL).pivots

    assert found["guilty"] == ("heard", "answer")
    assert found["seen"] == ("blind", "doubt")
    assert found["away"] == ()
    assert "seen" not in evaluate(TRIAL, without=["seen"]).pivots


def test_smallest_changes() -> None:
    """Of two changes each is needed; what one alone does is not told again."""
    evaluation = evaluate(TRIAL)

    assert evaluation.smallest_changes("guilty") == (("heard",), ("answer",))
    without = evaluate(TRIAL, without=["answer"])
    assert without.smallest_changes("guilty", 1) == (("away",), ("alibi",))
    both = evaluate(TRIAL, without=["doubt"])
    assert both.smallest_changes("guilty") == (("answer",), ("seen", "heard"))


@given(plans(most=3))
def test_smallest_changes_are_all_there_are(plan: Plan) -> None:
    """They are the sets that flip a claim and hold no smaller one that does."""
    net = plan.network()
    grounded = label(net)
    changes = [
        part
        for part in range(1, len(net.ids))
        if part >= net.counterpoints or (part < net.claims and net.presumptions[part])
    ]
    wanted: list[set[int]] = []
    for size in (1, 2, 3):
        for parts in combinations(changes, size):
            without = plan.network()
            for each in parts:
                if each < net.claims:
                    without.presumptions[each] = 0
                else:
                    without.exclude(each)
            is_flipped = (label(without).labels[0] > 0) is not (grounded.labels[0] > 0)
            if is_flipped and not any(one.issubset(parts) for one in wanted):
                wanted.append(set(parts))

    found = pivots.smallest_changes(net, grounded, 0, at_most=3)
    assert sorted(map(sorted, found.one_by_one)) == sorted(map(sorted, wanted))


def test_too_many_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many sets to try that is an error, not a day's work."""
    monkeypatch.setattr(pivots, "MOST_JUDGED", 3)
    assert evaluate(TRIAL).smallest_changes("guilty", 1) == (("heard",), ("answer",))

    with pytest.raises(LimitError, match="too many sets of over 1 changes to try all"):
        evaluate(TRIAL, without=["doubt"]).smallest_changes("guilty")


def test_only_some_may_change() -> None:
    """Then the sets are those that hold no other change."""
    evaluation = evaluate(TRIAL, without=["doubt"])

    found = evaluation.smallest_changes("guilty", only=["seen", "heard"])
    assert found == (("seen", "heard"),)
    assert evaluation.smallest_changes("guilty", only=["seen"]) == ()


def test_less_weight_comes_first() -> None:
    """A premise weighs its credence, a counterpoint its strength, both 1 if unsaid."""
    sure = Claim("sure", "It is so.", credence=0.9)
    perhaps = Claim("perhaps", "It may be so.", credence=0.2)
    so = Claim("so")
    argument_map = ArgumentMap.of(sure, perhaps, so, Inference([sure, perhaps], so))
    evaluation = evaluate(argument_map)

    assert evaluation.smallest_changes("so") == (("perhaps",), ("sure",))
    assert [evaluation.weigh(each) for each in range(4)] == [0.9, 0.2, 1, 1]


@pytest.mark.parametrize("count", [6, 40])
def test_as_many_changes_as_it_takes(count: int) -> None:
    """Objections that all have to be answered are one set, however many they are."""
    objections = [Claim(f"c{number}") for number in range(count)]
    argument_map = ArgumentMap.of(
        Claim("case"),
        *objections,
        *(Counterpoint([each], "case", id=f"k-{each.id}") for each in objections),
        thesis="case",
    )
    evaluation = evaluate(argument_map)

    changes = evaluation.answer().subjects[0].changes
    assert changes is not None
    assert changes.searched is None
    assert [[one.parts for one in each] for each in changes.sets] == [
        [(f"k-c{number}", f"c{number}") for number in range(count)]
    ]
    assert len(evaluation.smallest_changes("case", 6)) == (64 if count == 6 else 0)


def test_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit into memory at once is done in blocks, with the same answer."""
    at_once = evaluate(TRIAL).pivots, evaluate(TRIAL).smallest_changes("guilty", 3)
    monkeypatch.setattr(worlds, "_BITS", 50)

    in_blocks = evaluate(TRIAL).pivots, evaluate(TRIAL).smallest_changes("guilty", 3)
    assert in_blocks == at_once
    assert evaluate(TRIAL).probabilities(samples=7)["guilty"].low == 1.0
