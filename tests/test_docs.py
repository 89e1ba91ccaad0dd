"""The documentation tells the truth: its Python and console blocks are run."""

import re
import shlex
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from argmap.formats import loads

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.rst"))


def blocks(page: Path, language: str) -> list[str]:
    """Return the contents of a page's code blocks in a language."""
    pattern = rf"^\.\. code-block:: {language}\n\n((?:   .*\n|\n)+)"
    found = re.findall(pattern, page.read_text("utf-8"), re.MULTILINE)
    return [textwrap.dedent(body).strip() + "\n" for body in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of a page runs from its beginning to its end."""
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    names: dict[str, object] = {}
    for body in blocks(page, "python"):
        exec(body, names)  # noqa: S102 - our own documentation


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_console(page: Path, tmp_path: Path) -> None:
    """The commands of a page run, and print what the page shows."""
    for folder in ("examples", "seeds"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    for body in blocks(page, "console"):
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            done = subprocess.run(
                [sys.executable, "-m", *shlex.split(command)],
                capture_output=True,
                text=True,
                encoding="utf-8",
                cwd=tmp_path,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            assert not shown or done.stdout == shown


def test_json() -> None:
    """The JSON shown is a map."""
    (example,) = blocks(ROOT / "docs" / "json.rst", "json")

    assert loads(example).thesis == "high"
