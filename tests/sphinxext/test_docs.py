"""The page about documenting tells the truth."""

import re
from pathlib import Path

import pytest

from argmap.diagram.request import IN_TEXTS
from argmap.sphinxext.settings import _CONFIG, _OWN
from tests.console import ROOT
from tests.sphinxext.project import Project
from tests.test_docs import blocks

PAGE = ROOT / "docs" / "documenting.rst"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(
        tmp_path / "docs",
        "extensions.append('myst_parser')\n"
        f"sys.path.insert(0, {str(ROOT / 'examples')!r})\n",
    )
    for path in (ROOT / "examples").glob("*.argdown"):
        project.write(path.name, path.read_text("utf-8"))
    return project


def test_blocks(project: Project) -> None:
    """Each block in RST or Markdown gives a picture or a table, and no warning."""
    pages = {f"a{n}.rst": body for n, body in enumerate(blocks(PAGE, "rst"))}
    pages |= {f"b{n}.md": body for n, body in enumerate(blocks(PAGE, "markdown"))}
    for name, body in pages.items():
        project.write(name, body)
    project.write("index.rst", ".. toctree::", "   :glob:", "", "   *")

    built = project.build()

    assert len(pages) == 6
    assert built.warnings == []
    for name in pages:
        page = built.text(f"{Path(name).stem}.html")
        assert len(re.findall("<svg|<table", page)) == 1


def test_everything_is_named() -> None:
    """Every option and key is explained, and the codes are those that there are."""
    terms = set(re.findall(r"``([\w-]+)``", "".join(
        line for line in PAGE.read_text("utf-8").splitlines(keepends=True)
        if line.startswith("``")
    )))  # fmt: skip

    assert {*IN_TEXTS, *_OWN, *_CONFIG} - {"object"} <= terms
    assert ".. generated:: sphinx-codes\n" in PAGE.read_text("utf-8")
