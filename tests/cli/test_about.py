"""`argmap schemes`, `formats`, `explain`, `doctor`, and the program itself."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.formats.codes import CODES, SPHINX_CODES
from argmap.rules import RULES
from argmap.schemes import schemes
from tests.cli.conftest import Run


def test_schemes(run: Run) -> None:
    """All schemes are listed, a line each; one is shown with all its questions."""
    lines = run("schemes").stdout.splitlines()
    expert = run("schemes", "expert-opinion").stdout

    assert [line.split()[0] for line in lines] == [each.id for each in schemes()]
    (scheme,) = (each for each in schemes() if each.id == "expert-opinion")
    assert all(question.text in expert for question in scheme.questions)


def test_unknown_names(run: Run) -> None:
    """A scheme or code that is none is wrong usage, with what was probably meant."""
    for words, meant in (
        (["schemes", "expert-opinon"], "expert-opinion"),
        (["explain", "isolated-clam"], "isolated-claim"),
    ):
        result = run(*words)

        assert result.exit_code == 2
        assert meant in result.stderr


def test_explain(run: Run) -> None:
    """Every code is listed and can be explained."""
    listed = [line.split()[0] for line in run("explain").stdout.splitlines()]

    assert listed == [rule.code for rule in RULES]
    for code in listed:
        assert run("explain", code).stdout.startswith(code)


def test_explain_what_no_rule_finds(run: Run) -> None:
    """The codes of what is wrong with a text or a page can be explained too."""
    for codes, where in ((CODES, "in reading"), (SPHINX_CODES, "in Sphinx")):
        for code, meaning in codes.items():
            assert run("explain", code).stdout == f"{code} ({where})\n\n{meaning}\n"


def test_formats(run: Run) -> None:
    """The formats are listed, read and written ones and pictures."""
    names = [line.split()[0] for line in run("formats").stdout.splitlines()]

    assert names[0] == "json"
    assert "svg" in names


def test_what_a_file_is(run: Run) -> None:
    """A file is named for what it is, with the reason, and so is standard input."""
    Path("xaif.json").write_text('{"AIF": {"nodes": [], "edges": []}}')
    Path("notes.md").write_text("Rents rose.")

    done = run("formats", "rents.json", "-", text="[Rents]: Rents rose.")
    others = run("formats", "xaif.json", "notes.md", "missing.json")

    assert done.exit_code == 0
    assert done.stdout == (
        "rents.json: json (argmap JSON): it is JSON with argmap\n"
        "-: argdown (Argdown): line 1 begins with '['\n"
    )
    assert others.exit_code == 3
    assert others.stdout == (
        "xaif.json: xAIF, which is not read: it is JSON with AIF.nodes; what stands"
        ' under "AIF" can be read in a file of its own, as AIF\n'
        "notes.md: unknown: it begins as no known format does\n"
    )
    assert "missing.json: no such file or directory" in others.stderr


def test_doctor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor says whether a diagram can be drawn, and exits with 4 if not."""
    told = run("doctor").stdout
    assert told.endswith("a diagram can be drawn\n")
    assert "render --watch: watchfiles " in told

    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("argmap.diagram.engine.has_embedded_engine", lambda: False)
    sick = run("doctor")

    assert sick.exit_code == 4
    assert "a diagram cannot be drawn: no layout engine" in sick.stdout


def argmap(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "argmap", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_program() -> None:
    """As a program it has help and a version, and wrong usage exits with 2."""
    assert "Exit codes" in argmap("--help").stdout
    assert argmap("--version").stdout.startswith("argmap ")
    wrong = argmap("redner")
    assert wrong.returncode == 2
    assert "No such command 'redner'; did you mean 'render'?" in wrong.stderr
    assert "Traceback" not in wrong.stderr
    assert "argmap --help lists them" in argmap("xyzzy").stderr
    assert "to read a map: argmap show " in argmap(__file__).stderr
    assert not re.search(r"\w\.\.\.\n", argmap("--help").stdout)


def test_colour() -> None:
    """Errors are coloured when told to be, and not through a pipe."""
    plain, loud = (
        argmap(*words, "show", "missing.json").stderr
        for words in ([], ["--color", "always"])
    )

    assert "\x1b" not in plain
    assert "\x1b" in loud
