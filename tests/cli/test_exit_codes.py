"""However work ends, it is one line and an exit code."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli import inputs
from tests.cli.conftest import Run
from tests.cli.processes import BASH

pytestmark = pytest.mark.usefixtures("texts")


@pytest.mark.parametrize(
    ("redirection", "words", "code", "message"),
    [
        ("<&-", "show -", 3, "standard input is closed"),
        (">&-", "show m.argdown", 6, "standard output is closed"),
        (">&-", "--help", 6, "standard output is closed"),
        (">&-", "--version", 6, "standard output is closed"),
        (">&-", "lsp", 6, "standard output is closed"),
        ("<&-", "lsp", 3, "standard input is closed"),
        ("2>&-", "show nowhere", 3, ""),
        ("2>/dev/full", "show nowhere", 3, ""),
        ("| true", "show m.argdown", 0, ""),
        ("</dev/zero", "show - --max-size 2MB", 5, "larger than 2 MB; --max-size"),
        ("", "show /dev/zero --max-size 2MB", 5, "larger than 2 MB; --max-size"),
        ("", "show .", 2, "it is a folder; name a file in it"),
        ("", "render m.argdown --timeout nan", 2, "'nan' is no number of seconds"),
        ("", "render m.argdown --timeout 1e300", 2, "is not in the range"),
        ("", "show m.argdown --max-size 1XB", 2, "is not a size such as 300MB"),
    ],
)
def test_the_ends_of_a_command(
    redirection: str, words: str, code: int, message: str
) -> None:
    """What is closed, full, endless or no number ends in a message, not a traceback."""
    line = f'{sys.executable} -m argmap {words} {redirection}; echo "$PIPESTATUS" >code'
    done = subprocess.run(
        [BASH, "-c", line], stderr=subprocess.PIPE, text=True, check=False
    )

    assert int(Path("code").read_text()) == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.split("Error: ")[-1].splitlines()) == (message != "")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make reading fail with an exception."""

    def fail_with(error: BaseException) -> None:
        def read(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(inputs, "read", read)

    return fail_with


def test_a_bug_is_called_one(
    run: Run,
    failing: Callable[[BaseException], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An unexpected error exits with 70 in one line; its traceback is there on demand.

    The other inputs are worked on.
    """
    monkeypatch.delenv("ARGMAP_DEBUG", raising=False)
    failing(KeyError("rents"))

    result = run("check", "m.argdown", "rents.json")

    assert result.exit_code == 70
    first, second, count = result.stderr.splitlines()
    assert first.startswith("error: m.argdown: this is a bug in argmap")
    assert "KeyError: 'rents' (ARGMAP_DEBUG=1 shows where)" in first
    assert second.startswith("error: rents.json: this is a bug")
    assert count == "no findings in 2 maps, of which 2 could not be checked"
    monkeypatch.setenv("ARGMAP_DEBUG", "1")
    assert isinstance(run("check", "m.argdown").exception, KeyError)


def test_interruption_at_work(
    run: Run, failing: Callable[[BaseException], None]
) -> None:
    """Ctrl-C while a map is read ends all work in one line."""
    failing(KeyboardInterrupt())
    handler = signal.getsignal(signal.SIGINT)

    result = run("check", "m.argdown", "rents.json", "-q")

    signal.signal(signal.SIGINT, handler)
    assert (result.exit_code, result.output) == (130, "interrupted\n")


def test_too_little_memory_is_a_limit(
    run: Run, failing: Callable[[BaseException], None]
) -> None:
    """Memory that runs out is said as any other limit is."""
    failing(MemoryError())

    result = run("show", "m.argdown")

    assert result.exit_code == 5
    assert result.stderr == "error: m.argdown: there is not enough memory\n"


@pytest.mark.parametrize(
    "words", ["show", "evaluate --list", "convert --to argdown", "render -f dot"]
)
def test_what_can_be_read_is_used_on_request(run: Run, words: str) -> None:
    """A text with errors gives 3 and nothing else; with --keep-going 1, and a part."""
    text = "[Cap]: Cap rents.\n\n(1) Rents rose.\n"

    refused = run(*words.split(), "-", text=text)
    partial = run(*words.split(), "--keep-going", "-", text=text)

    assert (refused.exit_code, refused.stdout) == (3, "")
    assert partial.exit_code == 1
    assert "Cap rents." in partial.stdout
    assert "error[unfinished-reconstruction]" in partial.stderr
    assert "-: partial: what could not be read is left out\n" in partial.stderr


def test_nothing_that_can_be_read_is_an_error(run: Run) -> None:
    """Where all of a text is wrong there is nothing to go on with."""
    result = run("show", "--keep-going", "-", "--from", "argdown", text="+ [A]\n")

    assert (result.exit_code, result.stdout) == (3, "")
    assert "partial" not in result.stderr
