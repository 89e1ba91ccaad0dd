"""How long a list takes, and that this grows with the claims and no faster.

Run with `pytest tests/benchmarks -m long`; `--benchmark-disable` runs each once.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap.diagram import text
from argmap.diagram.listing.placing import lay_out_list
from argmap.diagram.planning import plan
from argmap.diagram.svg import svg
from tests.diagram.shapes import chain, clique, tree

pytestmark = pytest.mark.long


@pytest.mark.parametrize("count", [100, 1500, 6000])
@pytest.mark.parametrize("shape", [tree, chain])
def test_list(benchmark: BenchmarkFixture, shape: type, count: int) -> None:
    """Positions and SVG of maps that are wide, and of such that are deep."""
    planned = plan(shape(count))

    def draw_anew() -> str:
        text.width.cache_clear()
        text._pieces.cache_clear()
        return svg(planned, lay_out_list(planned))

    benchmark(draw_anew)


@pytest.mark.parametrize("count", [10, 40])
def test_list_of_a_tangle(benchmark: BenchmarkFixture, count: int) -> None:
    """Positions where every claim speaks for all others."""
    planned = plan(clique(count))
    benchmark(lay_out_list, planned)
