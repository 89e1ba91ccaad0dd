"""`argmap check` and `argmap coverage`."""

import json
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, Source
from argmap.formats import dump
from tests.cli.conftest import RENTS, Run

ISOLATED = """\
{
  "argmap": 1,
  "claims": [
    {"id": "a", "text": "Rents rose."},
    {"id": "b", "text": "Wages fell."}
  ]
}
"""


@pytest.fixture
def isolated(run: Run) -> Run:
    Path("isolated.json").write_text(ISOLATED)
    return run


def test_clean(run: Run) -> None:
    """A clean map exits with 0, prints nothing, and says that nothing was found."""
    dump(RENTS.without("index"), "clean.json")
    result = run("check", "clean.json")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no findings\n"


def test_information(run: Run) -> None:
    """Mere information is shown, and does not fail a check."""
    result = run("check", "rents.json", "--output-format", "concise")

    assert result.exit_code == 0
    assert "info[unanswered-counterpoint]: nothing answers" in result.stdout
    assert len(result.stdout.splitlines()) == 1


def test_findings_point_at_the_text(isolated: Run) -> None:
    """Findings exit with 1 and point at file, line and column."""
    result = isolated("check", "isolated.json")

    assert result.exit_code == 1
    assert "warning[isolated-claim]: no inference uses the claim 'a'" in result.stdout
    assert "--> isolated.json:4:5" in result.stdout
    assert result.stderr == ""


def test_output_formats(isolated: Run) -> None:
    """Each way to show findings names the same places."""
    concise = isolated("check", "isolated.json", "--output-format", "concise").stdout
    lines = isolated("check", "isolated.json", "--output-format", "json").stdout
    github = isolated("check", "isolated.json", "--output-format", "github").stdout

    places = [":".join(line.split(":")[1:3]) for line in concise.splitlines()]
    found = [json.loads(line) for line in lines.splitlines()]
    assert places == [f"{each['line']}:{each['column']}" for each in found]
    assert all(line.startswith("::warning file=") for line in github.splitlines())
    assert len(places) == len(github.splitlines()) > 0


def test_ignore(isolated: Run) -> None:
    """What is ignored is not found."""
    result = isolated("check", "isolated.json", "--ignore", "isolated-claim")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no findings\n"


def test_unknown_code(isolated: Run) -> None:
    """A code that is none is wrong usage."""
    result = isolated("check", "isolated.json", "--ignore", "isolated-clam")

    assert result.exit_code == 2
    assert "isolated-claim" in result.stderr


def test_strict(run: Run) -> None:
    """Mere information is shown, and counts only when it is told to."""
    gazette = Source("gazette", text="Rents rose. Wages fell.")
    rose = Claim("rose", "Rents rose.", quotations=[gazette.quote("Rents rose")])
    argument_map = ArgumentMap([rose], sources=[gazette])
    dump(argument_map, "gazette.json", with_source_text=True)
    words = ["check", "gazette.json", "--select", "unquoted-sentence"]

    relaxed, strict = run(*words), run(*words, "--strict")

    assert "Wages fell." in relaxed.stdout
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)


def test_broken_input(run: Run) -> None:
    """Input with errors exits with 3; no rule finds what follows from the errors."""
    Path("broken.json").write_text(ISOLATED.replace('"text": "Wages', '"txt": "Wages'))

    result = run("check", "broken.json")

    assert result.exit_code == 3
    assert "unknown-key" in result.stdout
    assert "isolated-claim" not in result.stdout
    assert result.stderr == "broken.json: rules not run, as the text has errors\n"


def test_errors_make_no_further_findings(run: Run) -> None:
    """Two slips in a text are two findings: verdicts that follow are not told."""
    Path("bus.argdown").write_text(
        "===\ntitle: Buses\n===\n[Bus]: Buses should be free. {expected: stands}\n"
        "  - [Cost]: That costs too much. {expected: defeated}\n[Cost]\n"
        "  - <Paid>: Parking pays for it.\n"
    )
    shown = run("check", "bus.argdown", "--output-format", "concise").stdout

    assert [line.split("[")[1].split("]")[0] for line in shown.splitlines()] == [
        "missing-empty-line",
        "misplaced-title",
    ]


def test_coverage(run: Run) -> None:
    """Coverage tells the sentences that nobody quotes."""
    gazette = Source("gazette", text="Rents rose. Wages fell.")
    rose = Claim("rose", "Rents rose.", quotations=[gazette.quote("Rents rose")])
    argument_map = ArgumentMap([rose], sources=[gazette])
    dump(argument_map, "gazette.json", with_source_text=True)

    assert "Wages fell." in run("coverage", "gazette.json").stdout
    assert run("coverage", "gazette.json", "--source", "x").exit_code == 2
    assert run("coverage", "rents.json").exit_code == 2
