"""The hooks for pre-commit are commands that work, as the documentation gives them."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Run, run
from tests.console import ROOT
from tests.test_docs import blocks

__all__ = ["run"]  # the fixture

HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
)
SHOWN: list[dict[str, Any]] = [
    hook
    for body in blocks(ROOT / "docs" / "markdown.rst", "yaml")
    if body.startswith("repos:")
    for hook in yaml.safe_load(body)["repos"][0]["hooks"]
]


def test_all_hooks_are_shown() -> None:
    """The documentation shows every hook, and none that there is not."""
    assert [each["id"] for each in SHOWN] == [each["id"] for each in HOOKS]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_hooks(hook: dict[str, Any], run: Run) -> None:
    """A hook succeeds with its own arguments and those shown, on the files it wants."""
    debate = Path("rents.argdown")
    debate.write_text("[High]: Rents are high.\n  + [Rose]: Rents rose.\n", "utf-8")
    page = Path("README.md")
    page.write_text("<!-- argmap: rents.argdown -->\n<!-- /argmap -->\n", "utf-8")
    (shown,) = (each for each in SHOWN if each["id"] == hook["id"])
    assert re.search(hook["files"], debate.name)
    names = [debate.name] if hook.get("pass_filenames", True) else []

    for args in (hook.get("args", []), shown.get("args", [])):
        program, *words = shlex.split(hook["entry"])
        done = run(*words, *args, *names)

        assert (program, done.exit_code) == ("argmap", 0), done.output
    assert names or "```mermaid" in page.read_text("utf-8")
