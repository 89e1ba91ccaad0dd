"""How long verdicts take, and what hangs on them.

Run with `pytest tests/benchmarks -m long`.
"""

import gc
import random
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import ArgumentMap, Claim, Counterpoint, Inference, evaluate
from argmap.evaluation.grounded import label
from argmap.evaluation.network import network

pytestmark = pytest.mark.long


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect again after a test that does not."""
    yield
    gc.enable()


def debate(count: int, seed: int = 1) -> ArgumentMap:
    """Return a map of so many claims: each but the first is a reason or an objection.

    Six in ten are reasons, a third of these with a second premise; the others strike
    a claim, or now and then an inference.
    """
    draws = random.Random(seed)  # noqa: S311 - the same map again is what is wanted
    claims = [Claim(f"c{at}", f"Claim {at}.", credence=0.7) for at in range(count)]
    inferences: list[Inference] = []
    counterpoints: list[Counterpoint] = []
    for at in range(1, count):
        end = f"c{draws.randrange(max(0, at - 50), at)}"
        kind = draws.random()
        if kind < 0.6 or not inferences:
            others = [f"c{at + 1}"] if kind < 0.2 and at + 1 < count else []
            step = Inference([f"c{at}", *others], conclusion=end, id=f"s{at}")
            inferences.append(step)
        else:
            target = draws.choice(inferences[-20:]).id if kind > 0.85 else end
            counterpoints.append(Counterpoint([f"c{at}"], target=target, id=f"s{at}"))
    return ArgumentMap(claims, inferences, counterpoints=counterpoints)


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000, 1_000_000])
def test_arrays(benchmark: BenchmarkFixture, count: int) -> None:
    """A map as numbers."""
    argument_map = debate(count)
    gc.disable()  # as it is while a map is evaluated
    benchmark.pedantic(network, [argument_map], rounds=3)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000, 1_000_000])
def test_labels(benchmark: BenchmarkFixture, count: int) -> None:
    """The grounded labelling of numbers."""
    net = network(debate(count))
    gc.disable()
    benchmark.pedantic(label, [net], rounds=3)  # type: ignore[no-untyped-call]


def test_evaluated_and_explained(benchmark: BenchmarkFixture) -> None:
    """A map of 60 claims from its parts to the explanation of its first claim."""
    argument_map = debate(60)
    benchmark(lambda: str(evaluate(argument_map).explain("c0")))


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_pivots(benchmark: BenchmarkFixture, count: int) -> None:
    """What each claim hangs on, for all claims."""
    argument_map = debate(count)
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: evaluate(argument_map).pivots, rounds=3
    )


def test_probabilities(benchmark: BenchmarkFixture) -> None:
    """A thousand claims in a hundred thousand worlds."""
    evaluation = evaluate(debate(1_000))
    benchmark.pedantic(evaluation.probabilities, kwargs={"samples": 100_000}, rounds=3)  # type: ignore[no-untyped-call]
