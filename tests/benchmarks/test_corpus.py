"""How long it takes to read and to count many files, beside `json.loads` of the same.

What counts is the ratio in one run, in the extra information: the least of five times.
"""

import json
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap import corpus
from argmap.corpus import Corpus, Stats
from tests.benchmarks.test_aif import made
from tests.console import REAL_FILES

pytestmark = pytest.mark.long


@pytest.fixture(scope="module", params=["made", "real"])
def maps(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Corpus:
    """Return 300 generated debates, or the 390 real files."""
    if request.param == "real":
        if not (REAL_FILES / "aif").is_dir():
            pytest.skip("ARGMAP_REAL_FILES names no folder with files of AIF")
        return corpus.load(REAL_FILES / "aif")
    folder = tmp_path_factory.mktemp("corpus")
    for seed in range(300):
        (folder / f"{seed:03}.json").write_text(made(seed), "utf-8")
    return corpus.load(folder)


def least(work: Callable[[], object]) -> float:
    """Return the least of five times, in seconds of the processor."""
    times = []
    for _ in range(5):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def measured(
    benchmark: BenchmarkFixture, maps: Corpus, work: Callable[[], object]
) -> None:
    """Measure some work, and how many times as long it takes as `json.loads`."""
    texts = [Path(each).read_text("utf-8") for each in maps.paths]
    json_alone = least(lambda: [json.loads(text) for text in texts])
    benchmark.extra_info["json.loads"] = f"{1_000 * json_alone:.1f} ms"
    benchmark.extra_info["ratio"] = f"{least(work) / json_alone:.1f}"
    benchmark(work)


def test_stats(benchmark: BenchmarkFixture, maps: Corpus) -> None:
    """From paths to counts: found to be AIF, read, counted."""
    measured(benchmark, maps, maps.stats)


def test_counting_alone(benchmark: BenchmarkFixture, maps: Corpus) -> None:
    """From maps that are read to counts."""
    items = [*maps]
    measured(benchmark, maps, lambda: Stats.of(items))


def test_relations(benchmark: BenchmarkFixture, maps: Corpus) -> None:
    """From paths to rows, with the places of the steps."""
    measured(benchmark, maps, lambda: [*maps.relations()])


def test_two_processes(benchmark: BenchmarkFixture, maps: Corpus) -> None:
    """The counts by two processes that run already."""
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        maps.stats(pool)
        benchmark(maps.stats, pool)


def test_two_workers_of_dask(benchmark: BenchmarkFixture, maps: Corpus) -> None:
    """The counts by a cluster of two processes on this machine."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as at,
        distributed.Client(at) as client,
    ):
        executor = client.get_executor(pure=False)
        maps.stats(executor)
        benchmark(maps.stats, executor)
