"""Chunks, and what becomes of them when a worker dies."""

from collections.abc import Iterator, Sequence
from concurrent.futures import (
    BrokenExecutor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from multiprocessing import get_context
from pathlib import Path

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap import corpus
from argmap.corpus import running
from argmap.corpus.running import chunks, portable, run
from tests.corpus.files import deadly, deadly_once, lay_out, not_sendable


@given(st.lists(st.integers(0, 20_000_000), max_size=300))
def test_chunks_are_all_paths_in_order(sizes: list[int]) -> None:
    """Nothing is left out or moved; a chunk that is too large is a single file."""
    paths = [str(each) for each in range(len(sizes))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "_size", lambda path: sizes[int(Path(path).name)])
        found = chunks(paths)

    assert [each for chunk in found for each in chunk] == paths
    assert all(found)
    assert all(
        len(each) == 1 or sum(sizes[int(one)] for one in each) <= 2**22
        for each in found
    )


def test_small_files_share_a_chunk() -> None:
    """Ten thousand tiny files are few chunks, as opening each counts as well."""
    assert 100 < len(chunks(["nowhere"] * 10_000)) < 700


@pytest.fixture
def maps(tmp_path: Path) -> corpus.Corpus:
    """Return a corpus of ten maps, of which the fifth has four inferences."""
    return corpus.load(lay_out(tmp_path, 10, has_bad=False))


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[ProcessPoolExecutor]:
    """Give two processes that share nothing, and chunks of two or three files."""
    monkeypatch.setattr(running, "_LEAST", 20_000)
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        yield processes


def test_what_a_dead_worker_had_is_done_again(
    maps: corpus.Corpus,
    pool: ProcessPoolExecutor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A worker that is killed in the middle changes nothing of the results."""
    monkeypatch.setenv("ARGMAP_TEST_MARK", str(tmp_path / "mark"))

    results = [each.value for each in maps.map(deadly_once, pool)]

    assert (tmp_path / "mark").exists()
    assert results == [0, 1, 2, 3, 4, 5, 6, 7, 0, 1]


def test_a_deadly_file_is_one_failure(
    maps: corpus.Corpus, pool: ProcessPoolExecutor
) -> None:
    """A file that ends every worker is an error, and all others have results."""
    results = list(maps.map(deadly, pool))

    errors = [each.error for each in results]
    assert [bool(each) for each in errors] == [False] * 4 + [True] + [False] * 5
    assert isinstance(errors[4], BrokenExecutor)
    assert [each.value for each in results if not each.error] == [
        *(0, 1, 2, 3, 5, 6, 7, 0, 1)
    ]


def test_a_value_that_cannot_be_sent_is_one_failure(
    maps: corpus.Corpus, pool: ProcessPoolExecutor
) -> None:
    """A result that a process cannot send back is an error, and the others come."""
    results = list(maps.map(not_sendable, pool))

    errors = [each.error for each in results]
    assert [bool(each) for each in errors] == [False] * 4 + [True] + [False] * 5
    assert "pickle" in str(errors[4])


@attrs.frozen
class _Failing:
    """Work that fails as a whole if there is a bad file in it."""

    def __call__(self, paths: Sequence[str]) -> list[str]:
        if "bad" in paths:
            raise MemoryError
        return list(paths)

    def failed(self, path: str, error: Exception) -> list[str]:
        return [f"{path}: {type(error).__name__}"]


def test_a_chunk_that_fails_is_done_file_by_file() -> None:
    """So only the bad file in it fails; after the pool's end, all of the chunk do."""
    paths = ["a", "bad", "c"]
    with ThreadPoolExecutor(1) as threads:
        assert list(run(_Failing(), paths, threads)) == [
            ["a"],
            ["bad: MemoryError"],
            ["c"],
        ]
        late = run(_Failing(), paths, threads)
    assert [each for made in late for each in made] == [
        f"{each}: MemoryError" for each in paths
    ]


def _broken() -> None:
    raise ValueError


def test_a_pool_that_cannot_begin() -> None:
    """Threads whose initializer fails are no use twice: every file is a failure."""
    with ThreadPoolExecutor(1, initializer=_broken) as threads:
        found = list(run(_Failing(), ["a", "b"], threads))

    assert found == [["a: BrokenThreadPool"], ["b: BrokenThreadPool"]]


def test_errors_stay_as_they_are_where_they_can() -> None:
    """An error that can be sent is the same object."""
    error = ValueError("no")

    assert portable(error) is error
