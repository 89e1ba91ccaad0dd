"""`argmap.corpus`: the files it finds, and that an executor changes nothing."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import corpus
from argmap.corpus import Corpus, Result
from argmap.errors import FormatError, UnreadFilesWarning
from tests.corpus.files import BAD, lay_out, number_of_claims


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out maps and bad files."""
    return lay_out(tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def maps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """Return a corpus by a pattern, from its folder on."""
    monkeypatch.chdir(folder)
    return corpus.load("**/*")


@pytest.fixture(params=["threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Give two threads, or two processes that share nothing with this one."""
    if request.param == "threads":
        with ThreadPoolExecutor(2) as threads:
            yield threads
    else:
        with ProcessPoolExecutor(2, get_context("spawn")) as processes:
            yield processes


def shown(results: Iterator[Result[int]]) -> list[tuple[str, object]]:
    """Return results as values that compare; errors do not."""
    return [
        (each.path, each.value if each.error is None else str(each.error))
        for each in results
    ]


def test_paths_are_in_order_and_each_once(folder: Path) -> None:
    """The same files are found by folder, pattern and names, whatever their order."""
    by_folder = corpus.load(folder)
    by_pattern = corpus.load(f"{folder}/**/*")

    names = [each for each in reversed(by_folder.paths) for _ in range(2)]
    assert corpus.load(names).paths == by_folder.paths == tuple(sorted(by_folder.paths))
    assert {*by_pattern.paths} - {*by_folder.paths} == {str(folder / BAD[2])}
    assert len(by_pattern) == 15


@pytest.mark.parametrize("name", ["nowhere", "nowhere/*.json", "bad/e*"])
def test_nothing_found_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A folder or pattern without a map is no empty corpus."""
    monkeypatch.chdir(folder)
    with pytest.raises(FileNotFoundError, match="no map is there"):
        corpus.load(name)


def test_a_file_that_went_away_is_an_item(folder: Path) -> None:
    """What is named and not there is an error in its place."""
    second, first = corpus.load([folder / "m0000.json", folder / "none.json"])

    assert isinstance(first.error, FileNotFoundError)
    assert first.findings == ()
    assert second.error is None


def test_items(maps: Corpus) -> None:
    """Each file is an item: its map, or an error that names it, with the findings."""
    items = {each.path: each for each in maps}

    assert [each for each in items if items[each].error] == [*BAD]
    assert items["m0003.json"].argument_map == argmap.load("m0003.json")
    broken = items[BAD[1]]
    assert [each.code for each in broken.findings] == ["json-syntax"]
    with pytest.raises(FormatError) as raised:
        _ = broken.argument_map
    assert raised.value.__notes__ == [f"in {BAD[1]}"]


def test_reading_is_lazy(folder: Path) -> None:
    """A file is read when its item is wanted, and no earlier."""
    path = folder / "late.argdown"
    path.write_text("[A]: a\n")
    found = corpus.load([path])
    path.write_text("[A]: a\n\n[B]: b\n")

    assert [len(each.argument_map.claims) for each in found] == [2]
    path.unlink()


def test_paths_are_from_where_they_were_found(
    maps: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corpus stays the same when the program goes to another folder."""
    before = maps.stats()
    monkeypatch.chdir(tmp_path)

    assert maps.stats() == before


def test_format_and_options(folder: Path) -> None:
    """A format that is named is not recognised, and its reader gets the options."""
    found = corpus.load(folder / "m0000.json", "aif")

    (item,) = found
    assert item.document
    assert item.document.format
    assert item.document.format.name == "aif"
    (bad,) = corpus.load(folder / "m0000.json", nonsense=True)
    assert isinstance(bad.error, TypeError)


def test_an_executor_changes_nothing(maps: Corpus, executor: Executor) -> None:
    """Stats, rows and results are those of one file after the other, in that order."""
    results = shown(maps.map(number_of_claims))

    assert shown(maps.map(number_of_claims, executor)) == results
    assert maps.stats(executor) == maps.stats()
    with pytest.warns(UnreadFilesWarning) as warned:
        assert list(maps.relations(executor)) == list(maps.relations())
    assert {str(each.message) for each in warned} == {
        f"3 of 15 files could not be read and have no rows: {', '.join(BAD)}"
    }


def test_an_exception_is_an_item(maps: Corpus) -> None:
    """What a function raises is the result for its map, and the others go on."""
    errors = {each.path: each.error for each in maps.map(number_of_claims)}

    failed = [each for each, error in errors.items() if error]
    assert failed == [*BAD, "m0004.argdown"]
    error = errors["m0004.argdown"]
    assert str(error) == "TwoWordsError: four inferences"
    assert error
    assert error.__notes__ == ["in m0004.argdown"]


def test_results_are_there_after_the_pool(maps: Corpus) -> None:
    """As with the executor's own `map`, all work has begun before any result."""
    with ThreadPoolExecutor(2) as threads:
        results = maps.map(number_of_claims, threads)

    assert shown(results) == shown(maps.map(number_of_claims))


def test_paths_are_shipped_and_not_maps(maps: Corpus) -> None:
    """What an executor gets for a file is little more than its path."""
    import pickle

    class Spy(ThreadPoolExecutor):
        sent = 0

        def submit(self, *sent: Any, **_: Any) -> Any:
            self.sent += len(pickle.dumps(sent))
            return super().submit(*sent)

    with Spy(1) as spy:
        list(maps.map(number_of_claims, spy))
        size = sum(map(os.path.getsize, maps.paths))
        assert 0 < spy.sent < 600 + 60 * len(maps) < size
