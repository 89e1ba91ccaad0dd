"""`argmap check`."""

import json
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, Source
from argmap.formats import dump
from tests.cli.conftest import ISOLATED, QUOTING, RENTS, Run


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


def test_ignore(isolated: Run) -> None:
    """What is ignored is not found."""
    result = isolated("check", "isolated.json", "--ignore", "isolated-claim")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no findings\n"


def test_unknown_code(isolated: Run) -> None:
    """A code that is none is wrong usage, and no fault of the file's."""
    result = isolated("check", "isolated.json", "--ignore", "isolated-clam")

    assert result.exit_code == 2
    assert result.stderr.startswith("error: no rule has the code 'isolated-clam'")
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


def test_quotations_are_counted(quoting: Run) -> None:
    """Where all is well it is said how many quotations stand, and how."""
    result = quoting("check", "m.argdown")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 quotations: 1 exact, 1 typographic\nno findings\n"
    assert quoting("check", "m.argdown", "--quiet").output == ""
    for style in ("concise", "json", "github"):
        assert quoting("check", "m.argdown", "--output-format", style).output == ""


def test_quotations_that_are_wrong(quoting: Run) -> None:
    """What does not stand in the file of the source is an error, and counted."""
    Path("m.argdown").write_text(QUOTING.replace("Wages fell.", "Wages rose."), "utf-8")

    result = quoting("check", "m.argdown")

    assert result.exit_code == 1
    assert "error[quotation-not-in-source]" in result.stdout
    assert result.stderr == "2 quotations: 1 typographic, 1 missing\n"


def test_quotations_that_nobody_can_verify(quoting: Run) -> None:
    """A map whose source has no text never passes in silence."""
    Path("m.argdown").write_text(
        QUOTING.replace("path: report", "url: report"), "utf-8"
    )

    result = quoting("check", "m.argdown")

    assert result.exit_code == 1
    assert "warning[quotation-unverified]: 2 quotations are not" in result.stdout
    assert "--> m.argdown:4:12" in result.stdout
    assert "help: say where it is: path: report.txt" in result.stdout
    assert result.stderr == "2 quotations: 2 unverified\n"
    ignored = quoting("check", "m.argdown", "--ignore", "quotation-unverified")
    assert ignored.exit_code == 0
    assert "2 unverified" in ignored.stderr


def test_a_source_that_cannot_be_read(quoting: Run) -> None:
    """It is an error at its path, one a source, and what can be checked is."""
    Path("m.argdown").write_text(QUOTING.replace("report.txt", "../r.txt"), "utf-8")

    result = quoting("check", "m.argdown")

    assert result.exit_code == 1
    assert "error[unreadable-source]: the file '../r.txt' of the" in result.stdout
    assert "--> m.argdown:4:26" in result.stdout
    assert quoting("coverage", "m.argdown").exit_code == 3
    assert quoting("check", "m.argdown", "--root", "..").stdout.count("r.txt'") == 1


def test_a_source_that_has_changed(quoting: Run) -> None:
    """Its digest is said as it can be pasted, and pasted it is right."""
    pinned = QUOTING.replace("report.txt", f"report.txt, sha256: '{'0' * 64}'")
    Path("m.argdown").write_text(pinned, "utf-8")

    result = quoting("check", "m.argdown", "--output-format", "json")

    (line,) = result.stdout.splitlines()
    finding = json.loads(line)
    assert (result.exit_code, finding["code"]) == (1, "source-changed")
    assert finding["source"] == "report"
    digest = finding["help"].rpartition("sha256: ")[2]
    Path("m.argdown").write_text(pinned.replace("0" * 64, digest), "utf-8")
    assert quoting("check", "m.argdown").exit_code == 0


def test_a_map_on_standard_input(quoting: Run) -> None:
    """It names its sources from the root, if one is given."""
    refused = quoting("check", "-", text=QUOTING)
    assert refused.exit_code == 1
    assert "the map comes from no file" in refused.stdout

    assert quoting("check", "-", "--root", ".", text=QUOTING).exit_code == 0


def test_a_map_in_python(quoting: Run) -> None:
    """It names its sources from the folder of its file."""
    Path("maps").mkdir()
    Path("pyproject.toml").touch()
    Path("maps/m.py").write_text(
        "from argmap import ArgumentMap, Claim, Quotation, Source\n"
        "QUOTED = Quotation('Wages fell.', source='report')\n"
        "WAGES = Claim('wages', 'Wages fell.', quotations=[QUOTED])\n"
        "REPORT = Source('report', path='../report.txt')\n"
        "MAP = ArgumentMap([WAGES], sources=[REPORT])\n"
    )

    assert "1 quotation: 1 exact" in quoting("check", "maps/m.py:MAP").stderr


def test_findings_on_a_page(run: Run) -> None:
    """Each is at its line and column of the page, whatever the map stands in."""
    Path("a.md").write_bytes(
        b"\xef\xbb\xbf# P\r\n\r\n> 1. ```argdown\r\n"
        b">    [A]: a {expected: rejected}\r\n>    ```\r\n\r\n"
        b"-\t```argmap\r\n\t[B]: b\r\n\r\n\t[C]: c\r\n\t```\r\n"
    )

    found = run("check", "--output-format", "concise", "a.md")

    assert found.exit_code == 1
    assert [each.split(": ")[:2] for each in found.stdout.splitlines()] == [
        ["a.md:4:6", "error[unexpected-verdict]"],
        ["a.md:8:2", "warning[isolated-claim]"],
        ["a.md:10:2", "warning[isolated-claim]"],
    ]


CASCADE = """\
===
model: {mode: strict}
===
[Queue]: Orders go through a queue. {expected: stands}
  >< [Direct]: Checkout calls the warehouse. {expected: rejected}
[Queue]
  <+ <Decoupled>: Checkout does not wait.
"""


@pytest.mark.parametrize("name", ["a.argdown", "a.md"])
def test_slips_are_no_findings_about_verdicts(run: Run, name: str) -> None:
    """Two errors in a text are two findings, whatever is expected of its claims."""
    text = f"```argdown\n{CASCADE}```\n" if name == "a.md" else CASCADE
    Path(name).write_text(text)

    found = run("check", "--output-format", "concise", name)

    line = 4 + (name == "a.md")
    assert found.exit_code == 3
    assert [each.split(": ")[:2] for each in found.stdout.splitlines()] == [
        [f"{name}:{line}:1", "error[missing-empty-line]"],
        [f"{name}:{line + 2}:1", "error[misplaced-title]"],
    ]


def test_a_page_without_a_map_is_said(run: Run) -> None:
    """It is no error, as hooks name every page that changes."""
    Path("a.md").write_text("# None\n")

    alone, quiet = run("check", "a.md"), run("check", "-q", "a.md")
    beside = run("check", "a.md", "rents.json")

    message = "a.md: no map: it has no fence or directive called argdown or argmap,"
    assert (alone.exit_code, alone.stderr.startswith(message)) == (0, True)
    assert (quiet.exit_code, quiet.stderr) == (0, "")
    assert beside.stderr.startswith(message)
    assert "could not be checked" not in beside.stderr


def test_relations_are_looked_at_together(run: Run) -> None:
    """What one file draws and another reconstructs is held against each other."""
    Path("a.argdown").write_text("[Cap]: a\n  + <Need>\n", "utf-8")
    Path("b.argdown").write_text("<Need>\n\n(1) a\n----\n(2) b\n", "utf-8")

    alone = run("check", "a.argdown")
    both = run("check", "a.argdown", "b.argdown")
    ignored = run("check", "--ignore", "ungrounded-relation", "a.argdown", "b.argdown")

    assert (alone.exit_code, both.exit_code, ignored.exit_code) == (0, 1, 0)
    assert both.stdout.count("ungrounded-relation") == 1
    assert "--> a.argdown:2:3" in both.stdout
    assert both.stderr == "1 finding in 2 maps\n"


def test_summary(isolated: Run) -> None:
    """Findings are counted by code and by map, the most first; the end is the same."""
    dump(ArgumentMap([Claim("a", "Rents rose."), Claim("b")]), "b.json")
    words = ("check", "isolated.json", "b.json", "rents.json")

    result = isolated(*words, "--summary")

    assert result.stdout == (
        "4  isolated-claim, in 2 maps\n"
        "1  claim-without-text, in 1 map\n"
        "1  unanswered-counterpoint, in 1 map\n"
        "\n"
        "3  b.json\n"
        "2  isolated.json\n"
        "1  rents.json\n"
    )
    assert result.exit_code == isolated(*words).exit_code == 1
    assert result.stderr == "6 findings in 3 maps\n"


def test_summary_as_json(isolated: Run) -> None:
    """Programs get the codes of each map, too; the other styles have no summary."""
    shown = isolated(
        "check", "isolated.json", "rents.json", "--summary", "--output-format", "json"
    )

    found = json.loads(shown.stdout)
    assert found["codes"]["isolated-claim"] == {"findings": 2, "maps": 1}
    assert found["maps"]["isolated.json"] == {"isolated-claim": 2}
    refused = isolated("check", "a.json", "--summary", "--output-format", "github")
    assert refused.exit_code == 2
    assert "--summary has no output format 'github'" in refused.stderr


def test_summary_of_nothing(run: Run) -> None:
    """Where nothing is found, nothing is printed."""
    dump(RENTS.without("index"), "clean.json")

    result = run("check", "clean.json", "--summary")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no findings\n"
