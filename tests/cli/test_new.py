"""`argmap new`: templates that check clean, and that overwrite nothing."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

KINDS = [("debate", "a.argdown"), ("adr", "docs/0001-a.md")]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_a_template_checks_clean(run: Run, kind: str, name: str) -> None:
    """Nothing is found in it, information included, and its layout is that of fmt."""
    written = run("new", kind, "-o", name)

    assert (written.exit_code, written.stderr) == (0, f"wrote {name}\n")
    found = run("check", "--strict", name)
    assert (found.exit_code, found.stdout, found.stderr) == (0, "", "no findings\n")
    assert run("fmt", "--check", name).exit_code == 0
    assert run("new", kind).stdout == Path(name).read_text("utf-8")
    assert run("evaluate", name).stdout.startswith("[stands] thesis")


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_a_template_is_under_test(run: Run, kind: str, name: str) -> None:
    """An objection more is a finding at the claim whose verdict it changes."""
    run("new", kind, "-o", name)
    text = Path(name).read_text("utf-8").replace(" {accepted: true}", "")
    Path(name).write_text(text, "utf-8")

    found = run("check", "--output-format", "concise", name)

    line = text[: text.index("{expected: stands}")].count("\n") + 1
    assert found.exit_code == 1
    assert f"{name}:{line}:" in found.stdout
    assert "error[unexpected-verdict]" in found.stdout


def test_nothing_is_overwritten(run: Run) -> None:
    """What is there stays, and a file is named as such files are."""
    Path("a.md").write_text("mine")

    there, other = run("new", "adr", "-o", "a.md"), run("new", "debate", "-o", "b.json")

    assert (there.exit_code, Path("a.md").read_text()) == (2, "mine")
    assert "'a.md' is there already" in there.stderr
    assert (other.exit_code, Path("b.json").exists()) == (2, False)
    assert "ends in .argdown, not as 'b.json' does" in other.stderr
    assert run("new", "adr", "-q", "-o", "c.md").stderr == ""
