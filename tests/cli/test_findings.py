"""Findings as each command shows them."""

import json
from pathlib import Path

from tests.cli.conftest import Run


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


def test_very_many_findings(run: Run) -> None:
    """In full each kind ends after the first few; other styles show them all."""
    unknown = ", ".join(f'{{"id": "c{each}", "txt": ""}}' for each in range(300))
    Path("m.json").write_text(f'{{"argmap": 1, "claims": [{unknown}]}}')

    full = run("check", "m.json").stdout
    lines = {
        style: run("check", "m.json", "--output-format", style).stdout.splitlines()
        for style in ("json", "concise", "github")
    }

    shown = full.count("error[unknown-key]")
    assert 10 < shown < 100
    assert f"\n… and {300 - shown} more of [unknown-key]\n" in full
    assert full.endswith("(argmap check --output-format concise lists them all)\n")
    for style, code in (
        ("json", '"code": "unknown-key"'),
        ("concise", "error[unknown-key]"),
        ("github", "title=unknown-key"),
    ):
        assert sum(code in line for line in lines[style]) == 300
