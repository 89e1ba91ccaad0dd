"""How long it takes to compare two maps.

Run with `pytest tests/benchmarks -m long`.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import diff
from tests.changes.test_matching import debate

pytestmark = pytest.mark.long


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_all_in_other_words(benchmark: BenchmarkFixture, count: int) -> None:
    """Every claim has another id and other words than before."""
    old, new = debate(count, "old"), debate(count, "new")

    assert len(benchmark(diff, old, new).changes) >= count


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_one_claim_changed(benchmark: BenchmarkFixture, count: int) -> None:
    """All but one claim are as they were."""
    old = debate(count, "old")
    new = old.without(old.claims[-1])

    assert len(benchmark(diff, old, new).changes) == 2
