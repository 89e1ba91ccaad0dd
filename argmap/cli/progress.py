"""A progress bar for work on many files, where somebody waits at a terminal."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Final, TypeVar

import click

_Item = TypeVar("_Item")
_PATIENCE: Final = 1.0
"""After how many seconds of many files one wants to know how many are left."""
_ERASED: Final = "\r\x1b[K"
_bars: list[object] = []
"""The bar that is on the terminal, if any."""


def with_progress(items: Sequence[_Item]) -> Iterator[_Item]:
    """Yield items; a terminal is shown how many are done where it takes over a second.

    What is written meanwhile takes the place of the bar, which comes back below.
    """
    if len(items) == 1 or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    bar = click.progressbar(length=len(items), file=sys.stderr, show_pos=True)
    with ExitStack() as shown:
        for item in items:
            if not _bars and time.monotonic() - start > _PATIENCE:
                shown.enter_context(bar)
                _bars.append(bar)
                shown.callback(_bars.clear)
            yield item
            bar.make_step(1)
            if _bars:
                bar.render_progress()


def erase_bar() -> None:
    """Make room for what is written where the bar is."""
    if _bars:
        click.echo(_ERASED, nl=False, file=sys.stderr, color=True)
