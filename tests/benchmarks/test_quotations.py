"""How long it takes to find words in a long text, and what is nearest to them."""

import random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import ArgumentMap, Claim, Quotation, Source
from argmap.folding import folded
from argmap.nearest import _index, nearest_passage
from argmap.passages import Standing
from argmap.quotations import verify

pytestmark = pytest.mark.long

SIZES = [10_000, 100_000, 400_000]


def _words(count: int) -> list[str]:
    chance = random.Random(count)  # noqa: S311 - the same text every time
    rare = [f"w{at}" for at in range(8000)]
    return chance.choices([*rare, *["the", "of", "and", "to", "in"] * 400], k=count)


@pytest.mark.parametrize("count", SIZES)
def test_verify(benchmark: BenchmarkFixture, count: int) -> None:
    """A hundred quotations, each twenty words long, are found in a text."""
    words = _words(count)
    quotations = [
        Quotation(" ".join(words[at : at + 20]), source="s")
        for at in range(0, count, count // 100)
    ]
    source = Source("s", text=" ".join(words))
    argument_map = ArgumentMap([Claim("c", quotations=quotations)], sources=[source])

    found = benchmark.pedantic(  # type: ignore[no-untyped-call]
        verify, [argument_map], rounds=5, setup=folded.cache_clear
    )

    assert {each.standing for each in found} == {Standing.EXACT}


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("length", [25, 5000])
def test_nearest_passage(benchmark: BenchmarkFixture, count: int, length: int) -> None:
    """Of a quotation with one wrong word the place is found in a text not seen yet."""
    words = _words(count)
    first = count // 2
    sought = words[first : first + length]
    sought[length // 2] = "nowhere"

    def forget() -> None:
        folded.cache_clear()
        _index.cache_clear()

    found = benchmark.pedantic(  # type: ignore[no-untyped-call]
        nearest_passage, [" ".join(words), " ".join(sought)], rounds=5, setup=forget
    )

    assert found
    assert found.differences == (("nowhere", words[first + length // 2]),)
