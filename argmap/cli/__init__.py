"""The command line: read, call the library once, say what came of it.

Data goes to standard output, everything else to standard error. All that takes its time
to import is imported in `main`, so that Ctrl-C ends argmap in one line then too.
"""

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, TextIO

_INTERRUPTED = 130
_FEW_COLLECTIONS = 200_000
"""New objects between two collections: a run drops few, so that looking costs more."""


def main() -> "NoReturn":
    """Run the command line and leave with its exit code."""
    code: int = _INTERRUPTED
    try:
        gc.set_threshold(_FEW_COLLECTIONS)
        from argmap.cli.commands import run  # noqa: PLC0415 - see above

        code = run()
    except KeyboardInterrupt:
        say_interrupted()
    finally:
        for stream in (sys.stdout, sys.stderr):
            _let_go(stream)
    gc.freeze()  # at its end Python would look through all there is for circles
    sys.exit(code)


def main_as_filter() -> "NoReturn":
    """Run `argmap pandoc` for pandoc, which calls a filter with a format alone."""
    sys.argv.insert(1, "pandoc")
    main()


def say_interrupted() -> None:
    """Say that Ctrl-C has ended the work; another one ends what is left at once."""
    import signal  # noqa: PLC0415 - see above

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.stderr:
        sys.stderr.write("\n" * sys.stderr.isatty() + "interrupted\n")


def _let_go(stream: "TextIO | None") -> None:
    """Forget what nobody takes any more; Python would complain of it at its end."""
    if stream is None:
        return
    try:
        stream.flush()
    except (OSError, ValueError):
        from contextlib import suppress  # noqa: PLC0415 - see above

        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
