"""What is written to pipes, files and terminals: whole, and harmless."""

from pathlib import Path

import pytest

from tests.cli.processes import EVIL, TEXT, argmap, on_terminal

pytestmark = pytest.mark.usefixtures("texts")


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
