"""Asking clingo for the models of an encoding, so that one can stop at any time.

A search has a thread only while somebody waits for it, and none between two models:
one that is still there when the interpreter ends aborts the process.
"""

import atexit
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from threading import Event, Lock, Thread, current_thread
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from argmap.evaluation.asp import Encoding
    from argmap.evaluation.deadline import Deadline

Holds: TypeAlias = Callable[[int], bool]
"""Whether an atom holds, or, if it is negative, does not."""

_WAIT: Final = 0.05
"""Seconds after which a search looks whether somebody wants it to end."""


def models(
    encoding: "Encoding", deadline: "Deadline", assumptions: Sequence[int] = ()
) -> Generator[Holds, None, None]:
    """Yield the models of an encoding, as what returns whether a literal holds.

    Each is good until the next is asked for. It can be interrupted. Raises LimitError
    at the deadline.
    """
    with encoding.control.solve(assumptions=assumptions, yield_=True) as handle:
        while True:
            handle.resume()
            _wait(handle.model, encoding, deadline)
            model = handle.model()
            if model is None:
                return
            yield model.is_true


def first(
    encoding: "Encoding", deadline: "Deadline", assumptions: Sequence[int] = ()
) -> Holds | None:
    """Return the first model, to keep; None if there is none."""
    # closed here, so that an interrupt in doing so is not lost
    with closing(models(encoding, deadline, assumptions)) as found:
        for holds in found:
            atoms = (
                atom
                for each in encoding.all_atoms
                for atom in (each.is_in, each.is_open)
            )
            true = {atom if holds(atom) else -atom for atom in atoms}
            return true.__contains__
    return None


def _wait(
    ask: Callable[[], object], encoding: "Encoding", deadline: "Deadline"
) -> None:
    """Wait for an answer of clingo, and look now and then whether to go on.

    An interrupt may come at any line, be it while the thread starts: whether that is
    inside of clingo is asked by a lock, and one that comes too late stays out.
    """
    is_asking, is_over = Lock(), Event()

    def run() -> None:
        with is_asking:
            if not is_over.is_set():
                ask()

    search = Thread(target=run, daemon=True)
    try:
        _searches.start(search, encoding)
        while search.is_alive():
            search.join(_WAIT)
            deadline.check()
    except BaseException:
        is_over.set()
        encoding.control.interrupt()
        with is_asking:
            pass
        raise
    finally:
        _searches.leave(search)


class _Searches:
    """The searches that somebody is waiting for, so as to end them at exit.

    Only daemon threads still wait then. They must not come back to clingo, which a
    thread that is ended inside of it takes down with the process.
    """

    def __init__(self) -> None:
        self._encodings: dict[Thread, Encoding] = {}
        self._lock = Lock()
        self._are_over = False

    def start(self, search: Thread, encoding: "Encoding") -> None:
        with self._lock:
            if not self._is_left_behind():
                self._encodings[search] = encoding
                search.start()
                return
        Event().wait()

    def leave(self, search: Thread) -> None:
        self._encodings.pop(search, None)
        if self._is_left_behind():
            Event().wait()

    def end(self) -> None:
        """Interrupt all searches, and let nobody go on who waited for one."""
        with self._lock:
            self._are_over = True
            for search, encoding in tuple(self._encodings.items()):
                encoding.control.interrupt()
                search.join()

    def _is_left_behind(self) -> bool:
        return self._are_over and current_thread().daemon


_searches = _Searches()
atexit.register(_searches.end)
