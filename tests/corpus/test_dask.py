"""A corpus on a real cluster of dask, of two processes on this machine."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap import corpus
from argmap.corpus import running
from tests.console import REAL_FILES
from tests.corpus.files import (
    BAD,
    deadly,
    deadly_once,
    lay_out,
    number_of_claims,
)
from tests.corpus.test_corpus import shown

pytestmark = pytest.mark.long
dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Begin a cluster of two processes; a killed one is replaced.

    A task may end one of them, and is given up when it ends another.
    """
    monkeypatch.setenv("ARGMAP_TEST_MARK", str(tmp_path / "mark"))
    monkeypatch.setattr(running, "_LEAST", 50_000)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=None,
            local_directory=str(tmp_path / "dask"),
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture
def maps(tmp_path: Path) -> corpus.Corpus:
    """Return a corpus of two hundred maps, and three files that are none."""
    return corpus.load(f"{lay_out(tmp_path / 'maps', 200)}/**/*")


def test_a_cluster_changes_nothing(client: Any, maps: corpus.Corpus) -> None:
    """Stats, rows and results are those of one file after the other, in that order."""
    executor = client.get_executor()

    stats = maps.stats(executor)

    assert stats == maps.stats()
    assert [Path(each).name for each in stats.errors] == [
        Path(each).name for each in BAD
    ]
    assert shown(maps.map(number_of_claims, executor)) == shown(
        maps.map(number_of_claims)
    )
    good = corpus.load([each for each in maps.paths if each not in stats.errors])
    assert list(good.relations(executor)) == list(good.relations())


def test_a_killed_worker_changes_nothing(
    client: Any, maps: corpus.Corpus, tmp_path: Path
) -> None:
    """What a worker had that is killed in mid-run is done by the other."""
    before = {*client.run(os.getpid).values()}

    results = shown(maps.map(deadly_once, client.get_executor()))

    assert (tmp_path / "mark").exists()
    assert before != {*client.run(os.getpid).values()}
    assert results == shown(maps.map(deadly_once))


def test_a_worker_killed_from_outside(client: Any, maps: corpus.Corpus) -> None:
    """Results are the same when the system ends a worker while others work."""
    results = maps.map(number_of_claims, client.get_executor())
    first = next(results)
    os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)

    found = shown(iter([first, *results]))

    assert found == shown(maps.map(number_of_claims))


def test_a_deadly_file_is_one_failure(client: Any, tmp_path: Path) -> None:
    """A file that ends every worker is an error, and all others have results."""
    few = corpus.load(lay_out(tmp_path / "few", 8, has_bad=False))

    results = list(few.map(deadly, client.get_executor()))

    assert [bool(each.error) for each in results] == [False] * 4 + [True] + [False] * 3
    assert isinstance(results[4].error, distributed.KilledWorker)
    assert [each.value for each in results if not each.error] == [0, 1, 2, 3, 5, 6, 7]


@pytest.mark.skipif(not REAL_FILES.is_dir(), reason="ARGMAP_REAL_FILES names no folder")
def test_real_files(client: Any) -> None:
    """So it is with all files of AIF that others wrote."""
    maps = corpus.load(REAL_FILES / "aif")

    assert maps.stats(client.get_executor()) == maps.stats()
    assert list(maps.relations(client.get_executor())) == list(maps.relations())
