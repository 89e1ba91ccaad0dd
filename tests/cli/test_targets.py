"""What is read is never written, and what cannot be written is said."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "[A]: Rents rose.\n\n@include(part.txt)\n"
PART = "[B]: The index says so.\n"


@pytest.fixture(autouse=True)
def texts(run: Run) -> None:
    """Lay out a text that includes another."""
    del run
    Path("m.argdown").write_text(TEXT)
    Path("part.txt").write_text(PART)
    Path("link.svg").symlink_to("m.argdown")
    os.link("part.txt", "part.svg")
    Path("rents.py").write_text("from argmap import *\nRENTS = ArgumentMap()\n")


@pytest.mark.parametrize(
    "words",
    [
        "render m.argdown -f svg -o m.argdown",
        "render m.argdown -o link.svg",
        "render m.argdown -o part.svg",
        "render m.argdown -f text -o part.txt",
        "render rents.json m.argdown -f text -o part.txt/../m.argdown",
        "render m.argdown -o link.svg --watch",
        "render rents.py:RENTS -f dot -o rents.py",
        "convert m.argdown -o m.argdown",
        "convert m.argdown --to argdown -o part.txt",
        "convert rents.json -o rents.json",
    ],
)
def test_what_is_read_is_not_written(run: Run, words: str) -> None:
    """OUT is no INPUT and nothing that one includes, by whatever name."""
    before = {each: each.read_bytes() for each in Path().iterdir()}

    result = run(*words.split())

    assert result.exit_code == 2
    assert "would overwrite" in result.stderr or "need a folder" in result.stderr
    assert {each: each.read_bytes() for each in Path().iterdir()} == before


def test_one_input_is_not_written_over_by_another(run: Run) -> None:
    """In a folder the result of one INPUT spares what a later one includes."""
    Path("part.argdown").write_text("[C]: c\n")

    result = run("render", "part.argdown", "m.argdown", "-f", "text", "-o", ".")

    assert result.exit_code == 2
    assert "'part.txt' would overwrite what 'm.argdown' is read from" in result.stderr
    assert Path("part.txt").read_text() == PART
    assert Path("m.txt").exists()


def test_other_files_are_written_over(run: Run) -> None:
    """A result takes the place of an earlier one."""
    for _ in range(2):
        assert run("render", "m.argdown", "-o", "m.svg").exit_code == 0
        assert run("convert", "m.argdown", "-o", "m.json").exit_code == 0


@pytest.mark.parametrize("words", ["render -f svg", "convert --to json"])
def test_full_disk(run: Run, words: str) -> None:
    """A device without room exits with 6 and is named; the input is not blamed."""
    command, *options = words.split()

    result = run(command, "m.argdown", *options, "-o", "/dev/full")

    assert result.exit_code == 6
    assert "cannot write '/dev/full': no space left on device" in result.stderr


def test_paths_keep_their_case(run: Run) -> None:
    """Only the first letter of what the system says is made a small one."""
    Path("Blocked").write_text("")

    result = run("convert", "m.argdown", "-o", "Blocked/Map.json")

    assert result.exit_code == 6
    assert "'Blocked/Map.json': " in result.stderr
    missing = run("show", "No/Such File.json")
    assert missing.stderr.endswith("No/Such File.json: no such file or directory\n")


@pytest.mark.parametrize("command", ["convert", "render"])
@pytest.mark.parametrize("out", ["Blocked", "Blocked/", "Blocked/sub/"])
def test_a_file_that_is_no_folder_is_said_once(
    run: Run, command: str, out: str
) -> None:
    """Several results cannot go to a file, which is wrong usage and left as it is."""
    Path("Blocked").write_text("mine")
    Path("n.argdown").write_text("[A]: a\n")

    result = run(command, "m.argdown", "n.argdown", "-o", out)

    assert result.exit_code == 2
    assert "'Blocked' is a file; several INPUTs need a folder" in result.stderr
    assert Path("Blocked").read_text() == "mine"


def test_names_too_long_for_the_system(run: Run) -> None:
    """A name of 300 letters is an error of one line, for INPUT and for OUT."""
    name = "x" * 300

    read, written = run("show", name), run("convert", "m.argdown", "-o", f"{name}.json")

    assert (read.exit_code, written.exit_code) == (3, 6)
    for result in (read, written):
        assert "file name too long" in result.stderr
        assert result.stderr.count("\n") == 1


def test_one_file_for_the_maps_of_a_page(run: Run) -> None:
    """The maps of a page are named with their lines and first words."""
    maps = ("===\ntitle: Rents\n===\n\n[A]: a", "[B]: b")
    page = "\n".join(f"```argdown\n{each}\n```\n" for each in maps)
    Path("two.md").write_text(page, encoding="utf-8")

    for words in (("render", "two.md", "-o", "x.svg"), ("show", "two.md")):
        result = run(*words)
        named = "two.md:1 (title: Rents), two.md:9 ([B]: b); name one of them"
        assert named in " ".join(result.stderr.split())
    assert not Path("x.svg").exists()
