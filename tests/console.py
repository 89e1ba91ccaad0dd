"""Run the commands that a page shows, as a reader would type them."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REAL_FILES = Path(os.environ.get("ARGMAP_REAL_FILES", ROOT / "nowhere"))
"""A folder of files that others wrote, for the tests that want some."""
HAS_ARTICLE = any((ROOT / "seeds").glob("*.txt"))
"""Whether the article is here: the source distribution does not pass it on."""


def needs_article(block: str) -> None:
    """Skip a test of what a page shows if that runs the example of the article."""
    if not HAS_ARTICLE and re.search(r"russia_in_syria(\.py:| import)", block):
        pytest.skip("the article is not part of this distribution")


def run_console(block: str, folder: Path) -> int:
    """Run every `$ argmap …` of a block in a folder; return how many there were.

    Each must succeed, unless it shows an error or what differs, and print what the
    block shows below it, if anything, up to a line that is an ellipsis, with or without
    standard error.
    """
    needs_article(block)
    commands = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    for part in commands:
        command, _, shown = part.partition("\n")
        words = shlex.split(command)
        assert words[0] == "argmap"
        done = subprocess.run(
            [sys.executable, "-m", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            check=False,
        )
        has_findings = "error[" in shown or words[1] in {"compare", "diff"}
        assert done.returncode == has_findings, done.stderr
        found = [done.stdout, done.stdout + done.stderr]
        if shown.endswith("…\n"):
            found = [each[: len(shown) - 2] + "…\n" for each in found]
        assert shown in ("", *found)
    return len(commands)


def lay_out_examples(folder: Path) -> Path:
    """Put the examples and the article where the commands look for them."""
    for name in ("examples", "seeds"):
        (folder / name).symlink_to(ROOT / name)
    return folder
