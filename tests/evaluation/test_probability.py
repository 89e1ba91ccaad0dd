"""Laws of the probability that a claim stands."""

from itertools import product
from math import prod

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    Verdict,
    evaluate,
)
from argmap.evaluation import Interval, probability, worlds
from tests.evaluation.trial import TRIAL, changed, is_granted
from tests.strategies import argument_maps


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


def test_probabilities_with_preferences() -> None:
    """What rests on a claim and is preferred to it leaves it open in every world."""
    argument_map = ArgumentMap.of(
        Claim("base", credence=0.25),
        Claim("more"),
        Inference(["base"], conclusion="more"),
        Contradiction(["base", "more"]),
        Preference("more", over="base"),
    )
    found = evaluate(argument_map).probabilities()

    assert found["base"].confidence == found["more"].confidence == (0.0, 0.25)


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
