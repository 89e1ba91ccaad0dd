"""Work on many files by an executor: pieces of like size, and the results in order.

A file that ends its worker, or whose result cannot be sent back, is a failure of its
own, and the files that were waiting beside it are worked on again.
"""

import os
import pickle
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
)
from contextlib import ExitStack
from typing import Final, Protocol, TypeAlias, TypeGuard, TypeVar

_Made_co = TypeVar("_Made_co", covariant=True)
_Made = TypeVar("_Made")
_Jobs: TypeAlias = "deque[tuple[Sequence[str], Future[_Made]]]"

_PIECES: Final = 256
"""Of how many chunks work is, so that no worker waits long for the others."""
_LEAST, _MOST = 2**16, 2**22
"""How many bytes a chunk has: enough to be worth sending, few enough to be lost."""
_OPENING: Final = 2**12
"""How many bytes are read in the time that opening a file takes."""


class Work(Protocol[_Made_co]):
    """What is done with files, given by their paths; it can be pickled."""

    def __call__(self, paths: Sequence[str], /) -> _Made_co:
        """Return what some files come to; raises nothing for a bad one."""

    def failed(self, path: str, error: Exception, /) -> _Made_co:
        """Return what a file comes to that no worker came to the end of."""


def run(
    work: Work[_Made], paths: Sequence[str], executor: Executor, folder: str = ""
) -> Iterator[_Made]:
    """Return what files come to, chunk by chunk in their order; all is begun at once.

    Paths are from the folder on. If a process of a ProcessPoolExecutor dies, what it
    and the others did not come to the end of is done once more in a new pool like it;
    if that dies too, file by file, in one process.
    """
    jobs = deque(
        (chunk, _submitted(work, chunk, executor)) for chunk in chunks(paths, folder)
    )
    return _collected(work, jobs, executor)


def chunks(paths: Sequence[str], folder: str = "") -> list[Sequence[str]]:
    """Return paths in chunks of about the same number of bytes, at least one each."""
    weights = [_OPENING + _size(os.path.join(folder, each)) for each in paths]  # noqa: PTH118 - of ten million
    most = min(max(sum(weights) // _PIECES, _LEAST), _MOST)
    ends, weight = [0], 0
    for at, each in enumerate(weights):
        if weight + each > most:
            ends.append(at)
            weight = 0
        weight += each
    pairs = zip(ends, [*ends[1:], len(paths)], strict=True)
    return [paths[start:end] for start, end in pairs if end > start]


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)  # noqa: PTH202 - of ten million
    except (OSError, ValueError):
        return 0  # reading it says why


def portable(error: Exception) -> Exception:
    """Return an error as it is if it can be sent from process to process.

    Libraries may teach pickle more of errors, but not in every process.

    >>> class TwoWords(Exception):
    ...     def __init__(self, one: str, two: str) -> None: super().__init__(one + two)
    >>> portable(TwoWords("un", "able"))
    RuntimeError('TwoWords: unable')
    """
    try:
        made = pickle.dumps(error.__reduce_ex__(pickle.DEFAULT_PROTOCOL))
        make, given, *_ = pickle.loads(made)  # noqa: S301 - our own
        make(*given)
    except Exception:  # noqa: BLE001 - a class can do anything there
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _submitted(
    work: Work[_Made], chunk: Sequence[str], executor: Executor
) -> "Future[_Made]":
    """Return the future of a chunk, with an error if the executor takes nothing."""
    try:
        return executor.submit(work, chunk)
    except BrokenExecutor as error:
        future: Future[_Made] = Future()
        future.set_exception(error)
        return future


def _collected(
    work: Work[_Made], jobs: "_Jobs[_Made]", executor: Executor
) -> Iterator[_Made]:
    """Yield what chunks come to, in their order."""
    is_first = True
    with ExitStack() as pools:
        while jobs:
            chunk, future = jobs.popleft()
            error = _error_of(future)
            if error is None:
                yield future.result()
            elif not _has_died(executor, error):
                yield from _one_by_one(work, chunk, executor, error)
            elif is_first:
                is_first = False
                executor = pools.enter_context(_like(executor))
                jobs.appendleft((chunk, future))
                jobs = deque(_again(work, jobs, executor))
            else:
                executor = yield from _alone(work, chunk, executor, pools)


def _has_died(executor: Executor, error: Exception) -> TypeGuard[ProcessPoolExecutor]:
    """Return whether the executor is a pool of processes of which one has died."""
    return isinstance(error, BrokenExecutor) and isinstance(
        executor, ProcessPoolExecutor
    )


def _error_of(future: "Future[_Made]") -> Exception | None:
    try:
        future.result()
    except Exception as error:  # noqa: BLE001 - it is looked at
        return error
    return None


def _again(
    work: Work[_Made], jobs: "_Jobs[_Made]", executor: Executor
) -> Iterator[tuple[Sequence[str], "Future[_Made]"]]:
    """Yield jobs, and those that a dead pool had begun or not with a new future."""
    for chunk, future in jobs:
        is_missing = isinstance(_error_of(future), BrokenExecutor)
        yield chunk, _submitted(work, chunk, executor) if is_missing else future


def _one_by_one(
    work: Work[_Made], chunk: Sequence[str], executor: Executor, error: Exception
) -> Iterator[_Made]:
    """Yield what each file of a chunk that failed comes to by itself."""
    for path in chunk:
        try:
            future = executor.submit(work, [path]) if len(chunk) > 1 else None
        except RuntimeError:  # it takes nothing any more
            future = None
        yield work.failed(path, error) if future is None else _made(work, path, future)


def _alone(
    work: Work[_Made],
    chunk: Sequence[str],
    pool: ProcessPoolExecutor,
    pools: ExitStack,
) -> Generator[_Made, None, ProcessPoolExecutor]:
    """Yield what each file comes to in a process that no other is in; return its pool.

    It is a new one after each death.
    """
    for path in chunk:
        if vars(pool)["_broken"]:
            pool = pools.enter_context(_like(pool, workers=1))
        yield _made(work, path, _submitted(work, [path], pool))
    return pool


def _made(work: Work[_Made], path: str, future: "Future[_Made]") -> _Made:
    error = _error_of(future)
    return future.result() if error is None else work.failed(path, error)


def _like(executor: ProcessPoolExecutor, workers: int = 0) -> ProcessPoolExecutor:
    """Return a new pool like one that is broken."""
    made = vars(executor)  # it has no other word for how it was made
    return ProcessPoolExecutor(
        workers or made["_max_workers"],
        made["_mp_context"],
        made["_initializer"],
        made["_initargs"],
    )
