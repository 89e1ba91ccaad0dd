"""However a command ends, it is one line and an exit code."""

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click import Context

from argmap.cli import inputs
from argmap.cli.commands import _COMMANDS, cli
from tests.cli.conftest import Run

BASH = "/bin/bash"
ARGMAP = (sys.executable, "-m", "argmap")
TEXT = "[A]: Rents “rose” 租金 \x1b[2J by a third.\n"
EVIL = "a\x1b[2J\u202e.argdown"


@pytest.fixture(autouse=True)
def texts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out a text with what terminals should not get, in its name too."""
    del run
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # it hides a late failure
    Path("m.argdown").write_text(TEXT, encoding="utf-8")
    Path(EVIL).write_text("(1) A\n")


def argmap(
    *words: str, text: bytes = b"", stdout: int = subprocess.PIPE, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run argmap in a process of its own."""
    return subprocess.run(
        [*ARGMAP, *words],
        input=text,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        check=False,
    )


def on_terminal(*words: str, **environment: str) -> tuple[int, bytes]:
    """Run argmap on a terminal; return its exit code and what is shown there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*ARGMAP, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **environment},
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 2**16):
                shown += piece
        except OSError:  # as Linux says that nobody has the other end
            process.wait()
    os.close(ours)
    return process.returncode, shown


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


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16"])
def test_data_on_a_pipe_is_utf_8(encoding: str) -> None:
    """Whatever the locale, what is written can be read again, byte for byte."""
    plain = argmap("convert", "m.argdown")
    other = argmap("convert", "m.argdown", PYTHONIOENCODING=encoding)
    laid_out = argmap("fmt", "-", text=TEXT.encode(), PYTHONIOENCODING=encoding)
    message = argmap("show", "nowhere租金", PYTHONIOENCODING=encoding)

    assert "租金".encode() in plain.stdout
    assert other.stdout == plain.stdout
    assert laid_out.stdout == TEXT.encode()
    assert "nowhere租金: no such file".encode() in message.stderr


@pytest.mark.parametrize(
    "words",
    [
        *("show m.argdown", "convert --to argdown m.argdown", "fmt --diff r.argdown"),
        *("render -f dot m.argdown", "render -f mermaid m.argdown", "check m.argdown"),
        *("check EVIL", "fmt --check EVIL", "show EVIL.none", "EVIL", "show --EVIL"),
        *("render EVIL -o EVIL", "check EVIL --output-format json", "update EVIL"),
    ],
)
def test_a_terminal_gets_no_controls(words: str) -> None:
    """Neither a text nor a file's name writes anything but words to a terminal."""
    Path("r.argdown").write_text(TEXT.replace(" ", "  "), encoding="utf-8")

    code, shown = on_terminal(*(each.replace("EVIL", EVIL) for each in words.split()))

    assert code in range(4)
    assert b"\x1b[2J" not in shown
    assert "\u202e".encode() not in shown
    assert b"Traceback" not in shown


def test_a_terminal_shows_what_its_encoding_lacks() -> None:
    """A letter that a terminal cannot show is shown by its number."""
    code, shown = on_terminal("show", "m.argdown", PYTHONIOENCODING="cp1252")

    assert code == 0
    assert shown.startswith("Rents “rose” \\u79df\\u91d1".encode("cp1252"))


def test_a_file_gets_text_as_it_is() -> None:
    """Control characters are data where nobody looks at a terminal."""
    assert argmap("fmt", "-", text=TEXT.encode()).stdout == TEXT.encode()


@pytest.mark.parametrize("words", ["show m.argdown", "--help", "render --help"])
def test_output_that_cannot_be_written(words: str) -> None:
    """A full disk and a closed output exit with 6."""
    with Path("/dev/full").open("wb") as full:
        done = argmap(*words.split(), stdout=full.fileno())

    assert done.returncode == 6
    assert done.stderr.count(b"\n") == 1
    assert b"cannot write to standard output: no space left on device" in done.stderr


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
        ("", "show .", 5, "is a directory"),
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


def test_a_pipe_is_read() -> None:
    """An INPUT that the user names may be a pipe, as a shell makes them."""
    line = f"{sys.executable} -m argmap show --from argdown <(cat m.argdown)"

    assert b"rose" in subprocess.check_output([BASH, "-c", line])


@pytest.mark.parametrize(
    "module", ["argmap.model", "click", "argmap.cli.show", "argmap.formats"]
)
def test_interruption_while_modules_load(module: str) -> None:
    """Ctrl-C ends argmap in one line, in the middle of an import too."""
    Path("sitecustomize.py").write_text(
        f"""
import signal, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
"""
    )
    code = "import sitecustomize, argmap.cli as c; c.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "show", "m.argdown"],
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"interrupted\n")


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
    assert count == "no findings in 2 files, of which 2 could not be checked"
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
