"""The documentation tells the truth: its Python and console blocks are run."""

import re
import textwrap
import tomllib
from pathlib import Path

import pytest

from argmap.formats import loads, read
from argmap.rules import check
from tests.console import ROOT, lay_out_examples, needs_article, run_console

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
        needs_article(body)
        exec(body, names)  # noqa: S102 - our own documentation


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_console(page: Path, tmp_path: Path) -> None:
    """The commands of a page run, and print what the page shows."""
    lay_out_examples(tmp_path)
    for body in blocks(page, "console"):
        run_console(body, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_argdown(page: Path) -> None:
    """The Argdown shown is read without a finding."""
    for body in blocks(page, "argdown"):
        assert read(body, "argdown").diagnostics == ()


def test_lowest_versions() -> None:
    """Wherever a lowest version is named, it is the one that pip sees to."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(each for extra in extras for each in extra)]
    floors = dict(re.findall(r"^([\w-]+)>=([\d.]+)", "\n".join(wanted), re.MULTILINE))
    floors["python"] = project["requires-python"].removeprefix(">=")
    pattern = r"'([a-z][\w-]*)>=([\d.]+)|(MkDocs) \(from ([\d.]+)|(Python) (3\.\d+) or"

    named = [
        tuple(filter(None, found))
        for path in (*PAGES, ROOT / "README.md", *ROOT.glob("argmap/**/*.py"))
        for found in re.findall(pattern, path.read_text("utf-8"))
    ]

    assert len(named) > 2
    assert [each for each in named if floors[each[0].lower()] != each[1]] == []


def test_yaml() -> None:
    """The YAML shown is an argument graph whose tests hold."""
    (example,) = blocks(ROOT / "docs" / "carneades.rst", "yaml")
    document = read(example, "carneades")

    assert document.diagnostics == ()
    assert "unexpected-verdict" not in {
        each.code for each in check(document.argument_map)
    }


def test_json() -> None:
    """The JSON shown is a map."""
    (example,) = blocks(ROOT / "docs" / "json.rst", "json")

    assert loads(example).thesis == "high"
