"""The page about the architecture keeps up with the files, and the tests do."""

import ast
import re
import tomllib
from pathlib import Path
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


WITHOUT_TEST = {
    "__main__.py": "it calls the command line, as `python -m argmap` does in tests/cli",
}
"""Modules and packages that have no test of their name, and why."""


def test_a_module_s_test_is_found_by_its_name() -> None:
    """The tests of argmap/a/b.py are in tests/a/test_b.py, a package's in it.

    Tables of data have none, nor do packages that only hand on what is inside.
    """
    package = ROOT / "argmap"
    lacking = [
        path.relative_to(package)
        for path in sorted(package.rglob("*.py"))
        if _has_logic(path) and not _test_of(path.relative_to(package)).exists()
    ]

    found = {each.parts[0] for each in lacking}
    assert [each for each in lacking if each.parts[0] not in WITHOUT_TEST] == []
    assert found == WITHOUT_TEST.keys()


def _has_logic(path: Path) -> bool:
    """Return whether a module makes anything, and a package more than a call."""
    made = [
        each
        for each in ast.parse(path.read_text("utf-8")).body
        if isinstance(each, ast.FunctionDef | ast.ClassDef)
    ]
    if path.name != "__init__.py":
        return bool(made) or path.name == "__main__.py"
    return any(len(_statements(each)) > 1 for each in made)


def _statements(made: ast.FunctionDef | ast.ClassDef) -> list[ast.stmt]:
    aside = (ast.Import, ast.ImportFrom)
    body = made.body[1:] if ast.get_docstring(made) else made.body
    return [each for each in body if not isinstance(each, aside)]


def _test_of(module: Path) -> Path:
    name = module.stem
    if name == "__init__":
        name = module.parent.name or "argmap"
    return ROOT / "tests" / module.parent / f"test_{name}.py"
