"""Work on many inputs in several processes, with messages as if there were one."""

import io
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from itertools import chain
from typing import Any, Final, TypeAlias

import attrs
import click

from argmap.cli.exit_codes import Exit, report_error, run_all, run_one
from argmap.cli.outputs import print_message
from argmap.cli.progress import with_progress
from argmap.errors import LimitError

_Done: TypeAlias = tuple[Exit, str]
"""An exit code, and what was written to standard error."""
_SPAWN: Final = "spawn"
"""How processes begin: alike on all systems, and with nothing of this one's."""


def run_all_in(jobs: int, inputs: Sequence[str], work: Callable[[str], Exit]) -> None:
    """Work on every input in so many processes; exit if not all is well.

    `work` can be pickled, and writes messages only where there are several inputs.
    These come in the order of the inputs. Standard input is read by this process alone.
    """
    if jobs == 1 or len(inputs) == 1 or "-" in inputs:
        run_all(inputs, work)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - takes its time
    from multiprocessing import get_context  # noqa: PLC0415 - likewise

    from argmap.corpus.running import run  # noqa: PLC0415 - likewise

    context = click.get_current_context()
    quiet = _Quiet(work, _is_colored(context), dict(context.meta))
    codes = []
    pool = ProcessPoolExecutor(jobs, get_context(_SPAWN), _ignore_interruption)
    try:
        done = chain.from_iterable(run(quiet, inputs, pool))
        for _, (code, shown) in zip(with_progress(inputs), done, strict=True):
            codes.append(code)
            if shown:
                print_message(shown.removesuffix("\n"), is_styled=True)
    finally:
        pool.shutdown(cancel_futures=True)
    if worst := max(codes, default=Exit.DONE):
        raise click.exceptions.Exit(worst)


def _is_colored(context: click.Context) -> bool:
    is_terminal = sys.stderr is not None and sys.stderr.isatty()
    return is_terminal if context.color is None else context.color


def _ignore_interruption() -> None:
    """Leave Ctrl-C to the process that waits for this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@attrs.frozen
class _Quiet:
    """Work whose messages are returned, with the options that reading looks up."""

    work: Callable[[str], Exit]
    is_colored: bool
    meta: dict[str, Any]

    def __call__(self, inputs: Sequence[str]) -> list[_Done]:
        """Return the exit codes and messages of some inputs."""
        return list(map(self._one, inputs))

    def _one(self, name: str) -> _Done:
        context = click.Context(click.Command(None), color=self.is_colored)
        context.meta.update(self.meta)
        with context, redirect_stderr(io.StringIO()) as shown:
            code = run_one(name, self.work)
        return code, shown.getvalue()

    def failed(self, name: str, error: Exception) -> list[_Done]:
        """Say that no process came to the end of an input."""
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - takes its time

        if isinstance(error, BrokenExecutor):
            msg = "the process that worked on it ended, as where memory runs out"
            error = LimitError(msg)
        return [(report_error(name, error), "")]
