"""`argmap` and the list of its commands."""

import re
import subprocess
import sys

import pytest
from click import Context

from argmap.cli.commands import _COMMANDS, cli
from tests.cli.conftest import Run
from tests.cli.processes import argmap

pytestmark = pytest.mark.usefixtures("texts")


def test_program() -> None:
    """As a program it has help and a version, and wrong usage exits with 2."""
    assert "Exit codes" in argmap("--help").stdout.decode()
    assert argmap("--version").stdout.decode().startswith("argmap ")
    wrong = argmap("redner")
    error = wrong.stderr.decode()
    assert wrong.returncode == 2
    assert "No such command 'redner'; did you mean 'render'?" in error
    assert "Traceback" not in error
    assert "argmap --help lists them" in argmap("xyzzy").stderr.decode()
    assert "to read a map: argmap show " in argmap(__file__).stderr.decode()
    assert not re.search(r"\w\.\.\.\n", argmap("--help").stdout.decode())


def test_colour() -> None:
    """Errors are coloured when told to be, and not through a pipe."""
    plain, loud = (
        argmap(*words, "show", "missing.json").stderr.decode()
        for words in ([], ["--color", "always"])
    )

    assert "\x1b" not in plain
    assert "\x1b" in loud


def test_version(run: Run) -> None:
    """-V is --version."""
    assert run("-V").stdout == run("--version").stdout != ""


def test_help_is_that_of_the_commands() -> None:
    """What the list says of a command is how the command itself begins."""
    for name, said in _COMMANDS.items():
        command = cli.get_command(Context(cli), name)
        assert command is not None
        assert command.get_short_help_str(limit=100) == said


def test_help_imports_no_command() -> None:
    """The list of commands is there without what they need."""
    code = (
        "import sys; sys.argv = ['argmap', '--help']; from argmap.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*(each for each in sys.modules if each.startswith('argmap.diagram')))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert done.stdout.splitlines()[-1] == b""
