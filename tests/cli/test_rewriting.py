"""Only Argdown is written in place."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(("command", "done"), [("fmt", "laid out"), ("fix", "mended")])
def test_other_files_are_refused(
    run: Run, tmp_path: Path, command: str, done: str
) -> None:
    """A file that ends in something else is left alone, and what it lacks is said."""
    path = tmp_path / "a.txt"
    path.write_text("[A]: a\n[B]: b\n")

    found = run(command, str(path))

    assert found.exit_code == 3
    suffixes = ".argdown, .ad, .adown, .argdn, .md, .markdown, .rst, .ipynb"
    assert f"only {suffixes} can be {done}" in found.stderr
    assert path.read_text() == "[A]: a\n[B]: b\n"
