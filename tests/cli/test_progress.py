"""A bar where a person waits, and nowhere else."""

import io
import sys
from collections.abc import Sequence

import pytest

from argmap.cli import progress
from argmap.cli.outputs import print_message


class Screen(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def work_on(items: Sequence[str], patience: float = -1) -> str:
    """Name every item on the way, and the end; return what a terminal is sent."""
    screen = Screen()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress, "_PATIENCE", patience)
        patch.setattr(sys, "stderr", screen)
        for each in progress.with_progress(items):
            print_message(f"wrote {each}")
        print_message("done")
    return screen.getvalue()


def test_a_bar_counts_and_makes_room() -> None:
    """A message stands on a line of its own, and the bar goes on below it."""
    pieces = work_on("abc").split(progress._ERASED)

    assert [piece.split("\n")[0] for piece in pieces[1:]] == [
        "wrote a",
        "wrote b",
        "wrote c",
    ]
    assert [f"{done}/3" in piece for done, piece in enumerate(pieces)] == [True] * 4
    assert pieces[-1].endswith("\ndone\n")


def test_no_bar_where_nobody_would_read_it() -> None:
    """Of one file there is nothing to count, and quick work is over at once."""
    assert work_on("a") == "wrote a\ndone\n"
    assert work_on("ab", patience=3600) == "wrote a\nwrote b\ndone\n"


def test_a_file_gets_no_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What goes to a file or a pipe is messages only."""
    monkeypatch.setattr(progress, "_PATIENCE", -1)
    for each in progress.with_progress("ab"):
        print_message(f"wrote {each}")

    assert capsys.readouterr().err == "wrote a\nwrote b\n"
