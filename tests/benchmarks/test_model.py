"""How long it takes to start, to build a map, and to find one's way in it.

Run with `pytest tests/benchmarks -m long`; `--benchmark-disable` runs each once.
"""

import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import ArgumentMap, Claim, Inference

pytestmark = pytest.mark.long


@pytest.mark.parametrize(
    "code",
    ["pass", "import argmap", "import argmap.diagram", "import argmap.cli"],
)
def test_start(benchmark: BenchmarkFixture, code: str) -> None:
    """A new interpreter: the bare one, the model, drawing, the command line."""
    benchmark(subprocess.run, [sys.executable, "-c", code], check=True)


def claims(count: int) -> list[Claim]:
    """Return claims with short texts."""
    return [Claim(f"c{index}", f"Claim {index}.") for index in range(count)]


def inferences(count: int) -> list[Inference]:
    """Return a tree of inferences, three for a conclusion."""
    return [
        Inference([f"c{index}"], conclusion=f"c{(index - 1) // 3}")
        for index in range(1, count)
    ]


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_parts(benchmark: BenchmarkFixture, count: int) -> None:
    """Claims and inferences, before they are a map."""
    benchmark(lambda: (claims(count), inferences(count)))


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_map(benchmark: BenchmarkFixture, count: int) -> None:
    """A map of parts that are there, checked to hold together."""
    parts = claims(count), inferences(count)
    benchmark(ArgumentMap, *parts)


@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_indexes(benchmark: BenchmarkFixture, count: int) -> None:
    """All ways through a map, asked for the first time."""
    parts = claims(count), inferences(count)

    def fresh() -> tuple[tuple[ArgumentMap], dict[str, object]]:
        return (ArgumentMap(*parts),), {}

    def ask(argument_map: ArgumentMap) -> None:
        argument_map.claim("c0")
        argument_map.inferences_for("c0")
        argument_map.counterpoints_against("c0")
        argument_map.uses_of("c0")
        argument_map.contradictions_of("c0")
        argument_map.section_of("c0")
        assert len(argument_map.roots) == 1
        assert argument_map.leaves

    benchmark.pedantic(ask, setup=fresh, rounds=5)  # type: ignore[no-untyped-call]
