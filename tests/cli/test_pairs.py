"""Two INPUTs beside each other."""

import os

import click
import pytest

from argmap.cli.exit_codes import Exit
from argmap.cli.pairs import colored, read_pair
from tests.cli.conftest import RENTS, Run


def test_a_map_beside_itself(run: Run) -> None:
    """The same file may be named twice; the null device is a map without parts."""
    del run
    assert read_pair(("rents.json", "rents.json"), None) == ((RENTS, RENTS), Exit.DONE)
    (empty, _), code = read_pair((os.devnull, "rents.json"), None)  # type: ignore[misc] # there is one
    assert ([*empty.parts], code) == ([], Exit.DONE)


def test_one_that_is_missing(run: Run) -> None:
    """There is no pair, and an exit code."""
    del run
    assert read_pair(("rents.json", "none.json"), None) == (None, Exit.INPUT)


def test_standard_input_twice() -> None:
    """It can only be read once."""
    with pytest.raises(click.UsageError, match="only one"):
        read_pair(("-", "-"), None)


def test_colours_go_by_signs() -> None:
    """A line without a sign has no colour, and control characters are shown."""
    shown = colored(["+ new", "Claims: 1", "- \x1b[2J"])

    assert shown.splitlines()[0] == "\x1b[32m+ new\x1b[0m"
    assert "\x1b[2J" not in shown
