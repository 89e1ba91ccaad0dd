"""The page about the architecture keeps up with the files."""

import re
import tomllib
from typing import Any

from tests.console import ROOT
from tests.test_docs import blocks

PAGE = ROOT / "docs" / "architecture.rst"
(LISTING,) = blocks(PAGE, "text")
LINES = [line.split(None, 1) for line in LISTING.splitlines()]


def test_the_map_of_the_files_is_complete() -> None:
    """Every package and every module at the top has one line, which says what it is."""
    package = ROOT / "argmap"
    folders = {
        f"{each.parent.relative_to(package)}/"
        for each in package.glob("*/**/__init__.py")
    }
    modules = {each.name for each in package.glob("*.py")}

    assert sorted(name for name, _ in LINES) == sorted(folders | modules)
    assert all(len(words.split()) > 1 for _, words in LINES)


def test_the_map_of_the_files_is_in_the_order_of_imports() -> None:
    """In the map of the files nothing imports what stands further down."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (
        each["layers"] for each in contracts if each.get("containers") == ["argmap"]
    )
    ranks = {
        name: rank
        for rank, layer in enumerate(reversed(layers))
        for name in re.findall(r"\w+", layer)
    }

    names = [re.split(r"[/.]", name)[0] for name, _ in LINES]
    found = [ranks[name] for name in names if name != "__init__"]

    assert found == sorted(found)


def test_the_files_that_are_named_are_there() -> None:
    """Each file or folder that the page names is one."""
    text = PAGE.read_text("utf-8")
    named = re.findall(r"``((?:argmap|docs|tests)(?:/[\w.]+)*)``", text)

    assert len(named) > 10
    assert [each for each in named if not (ROOT / each).exists()] == []
