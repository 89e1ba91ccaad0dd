"""Laws of worlds, pivots, sets of changes, probabilities: many labellings at once."""

from itertools import combinations, product
from math import prod

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Verdict, evaluate
from argmap.errors import LimitError
from argmap.evaluation import Evaluation, Interval, pivots, probability, worlds
from argmap.evaluation.grounded import label
from argmap.evaluation.worlds import Worlds
from argmap.model import ProofStandard
from tests.evaluation.networks import Plan, plans
from tests.strategies import argument_maps

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


def changes_of(evaluation: Evaluation, claim: str) -> list[str]:
    """Return what could be answered or granted no longer, but the claim itself."""
    argument_map = evaluation.argument_map
    granted = [
        each.id for each in argument_map.claims if is_granted(argument_map, each)
    ]
    granted += [each.id for each in argument_map.arguments if not each.steps]
    counterpoints = [each.id for each in argument_map.counterpoints]
    return [each for each in (*granted, *counterpoints) if each != claim]


def is_granted(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Return whether a claim is granted, by position if nobody says."""
    if claim.presumed is None:
        return not argument_map.inferences_for(claim)
    return claim.presumed


def changed(argument_map: ArgumentMap, parts: tuple[str, ...]) -> Evaluation:
    """Return the verdicts with counterpoints answered and claims granted no longer."""
    claims = [
        Claim(each.id, each.text, presumed=False, standard=each.standard)
        for each in argument_map.claims
        if each.id in parts
    ]
    steps = [
        each
        for each in parts
        if argument_map.find_part(each) in argument_map.counterpoints
    ]
    return evaluate(argument_map.with_parts(*claims), without=steps)


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


TRIAL = ArgumentMap.of(
    Claim("guilty", "The accused is guilty."),
    Claim("seen", "A witness saw it."),
    Claim("heard", "A neighbour heard it."),
    Claim("away", "The accused was away."),
    Claim("blind", "The witness is blind."),
    Inference(["seen"], conclusion="guilty"),
    Inference(["heard"], conclusion="guilty"),
    Counterpoint(["away"], target="guilty", id="alibi"),
    Counterpoint(["blind"], target="seen", id="doubt"),
    Counterpoint([], target="alibi", id="answer"),
    thesis="guilty",
)


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

    found = pivots.smallest_changes(net, grounded, 0, 3)
    assert [set(each) for each in found] == wanted


def test_too_many_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many sets to try that is an error, not a day's work."""
    monkeypatch.setattr(pivots, "MOST_WORLDS", 3)

    with pytest.raises(LimitError, match="6 sets of 1 would have to be tried"):
        evaluate(TRIAL, without=["blind"]).smallest_changes("guilty")


def test_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit into memory at once is done in blocks, with the same answer."""
    at_once = evaluate(TRIAL).pivots, evaluate(TRIAL).smallest_changes("guilty", 3)
    monkeypatch.setattr(worlds, "_BITS", 50)

    in_blocks = evaluate(TRIAL).pivots, evaluate(TRIAL).smallest_changes("guilty", 3)
    assert in_blocks == at_once
    assert evaluate(TRIAL).probabilities(samples=7)["guilty"].low == 1.0


def coin(*, credence: float, other: float = 1.0) -> ArgumentMap:
    """Return a claim with a reason and a counterpoint that may not be granted."""
    return ArgumentMap.of(
        Claim("a"),
        Claim("b", credence=credence),
        Claim("c", credence=other),
        Inference(["b"], conclusion="a"),
        Counterpoint(["c"], target="a"),
    )


@settings(max_examples=40)
@given(argument_maps(max_claims=4), st.data())
def test_probabilities(argument_map: ArgumentMap, data: st.DataObject) -> None:
    """They are the sum, over all that may be granted, of how probable that is."""
    credences = {
        each.id: data.draw(st.sampled_from([0.0, 0.25, 0.7, 1.0]))
        for each in argument_map.claims
        if is_granted(argument_map, each)
    }
    claims = [
        attrs.evolve(each, credence=credences.get(each.id, 0.3))
        for each in argument_map.claims
    ]
    low = dict.fromkeys(credences, 0.0)
    high = dict.fromkeys(credences, 0.0)
    for choice in product((False, True), repeat=len(credences)):
        granted = dict(zip(credences, choice, strict=True))
        weight = prod(
            credences[each] if is_granted else 1 - credences[each]
            for each, is_granted in granted.items()
        )
        refused = tuple(each for each, is_granted in granted.items() if not is_granted)
        alone = changed(argument_map.with_parts(*claims), refused)
        for each in credences:
            low[each] += weight * (alone.verdict(each) is Verdict.STANDS)
            high[each] += weight * (
                alone.verdict(each) in (Verdict.STANDS, Verdict.CONTESTED)
            )

    evaluation = evaluate(argument_map.with_parts(*claims))
    found = evaluation.probabilities()
    for each in credences:
        assert found[each].low == pytest.approx(low[each])
        assert found[each].high == pytest.approx(high[each])
        assert found[each].confidence == (found[each].low, found[each].high)
    assert set(evaluation.unused_credences) == {
        each.id for each in claims if each.id not in credences
    }


def test_probabilities_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit into memory at once is done in blocks, with the same answer."""
    argument_map = coin(credence=0.25, other=0.7)
    at_once = evaluate(argument_map).probabilities()
    for bits in (1, 12, 25, 50):
        monkeypatch.setattr(worlds, "_BITS", bits)
        assert evaluate(argument_map).probabilities() == at_once


def test_drawn_probabilities(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many claims worlds are drawn: the same for a seed, and said to be so near.

    The exact value is between the bounds for 95 seeds in 100 or so, on each side.
    """
    argument_map = coin(credence=0.5, other=0.2)
    exact = evaluate(argument_map).probabilities()["a"]
    monkeypatch.setattr(probability, "MOST_UNCERTAIN", 1)

    def drawn(seed: int, samples: int = 400) -> Interval:
        return evaluate(argument_map).probabilities(samples=samples, seed=seed)["a"]

    assert drawn(7) == drawn(7) != drawn(8)
    assert drawn(7, 40_000).low == pytest.approx(exact.low, abs=0.01)
    bounds = [drawn(seed).confidence for seed in range(200)]
    assert 180 <= sum(low <= exact.low <= high for low, high in bounds) < 200
    assert drawn(1).samples == 400
    assert str(drawn(1)) == "0.40 (0.35 … 0.45)"


def test_probabilities_for_sure() -> None:
    """A credence of 0 or 1 leaves nothing to chance, and wants some worlds at least."""
    assert evaluate(coin(credence=0.0)).probabilities()["b"].high == 0
    assert evaluate(coin(credence=1.0)).probabilities()["b"].low == 1
    with pytest.raises(ValueError, match="samples must be at least 1, not 0"):
        evaluate(TRIAL).probabilities(samples=0)


def test_what_is_assumed_is_certain() -> None:
    """Who grants a claim for the sake of argument does so in all worlds."""
    assumed = evaluate(coin(credence=0.3), assume=["b"])

    assert assumed.probabilities(samples=100)["b"].low == 1.0


def test_probabilities_of_what_is_open() -> None:
    """Where nothing decides, a claim stands in none and falls in none of the worlds."""
    argument_map = ArgumentMap.of(Claim("a"), Counterpoint(["a"], target="a"))

    found = evaluate(argument_map).probabilities(samples=10)["a"]
    assert (found.low, found.high, str(found)) == (0.0, 1.0, "0.00 … 1.00")
