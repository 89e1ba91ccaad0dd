"""Fences in Zensical: what it hands over about a page, and real builds."""

import logging
import re
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from argmap.markdown import ArgmapExtension
from argmap.markdown.figure import BuildError
from tests.markdown.fences import BROKEN, MAP

PAGE = "---\ntitle: Rents\n---\n# Rents\n\n```argmap\n{}```\n"


class Context(Extension):
    """Registers what Zensical says of the page, under its name."""

    def __init__(self, page: Any, config: dict[str, str]) -> None:
        super().__init__()
        self.page = page
        self.settings = config

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as Markdown has it
        """Register it."""
        context: Any = Preprocessor(md)
        context.run = lambda lines: lines
        context.page, context.config = self.page, self.settings
        md.preprocessors.register(context, "rendering_context", 0)


def _convert(folder: Path, name: str, **options: Any) -> str:
    text = (folder / "docs" / name).read_text("utf-8")
    context = Context(
        SimpleNamespace(path=name), {"root_dir": str(folder), "docs_dir": "docs"}
    )
    md = Markdown(extensions=[context, ArgmapExtension(**options)])
    return md.convert(text.partition("---\n# ")[2])


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_files_are_named_from_the_page(tmp_path: Path) -> None:
    """A page in a folder names files from there, in the docs and the further roots."""
    page = PAGE.replace("argmap\n{}", "argmap file='{}'\n")
    _write(tmp_path, "docs/maps/rents.argdown", MAP)
    _write(tmp_path, "adr/1.argdown", MAP)
    _write(tmp_path, "docs/sub/a.md", page.format("../maps/rents.argdown"))
    _write(tmp_path, "docs/sub/b.md", page.format("../../adr/1.argdown"))

    assert "<svg" in _convert(tmp_path, "sub/a.md")
    assert "<svg" in _convert(tmp_path, "sub/b.md", roots=["adr"])
    with pytest.raises(BuildError):
        _convert(tmp_path, "sub/b.md")


def test_a_broken_map_fails(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It ends the build, and is told with page and line, front matter counted."""
    _write(tmp_path, "docs/sub/a.md", PAGE.format(BROKEN))
    line = 6 + 1 + BROKEN.splitlines().index("(1) b")

    with (
        caplog.at_level(logging.WARNING),
        pytest.raises(BuildError, match=r"^sub/a\.md:6: this argument map cannot"),
    ):
        _convert(tmp_path, "sub/a.md")
    assert caplog.messages[0].startswith(f"sub/a.md:{line}:")


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("zensical"), reason="there is no Zensical")
def test_zensical(tmp_path: Path) -> None:
    """A real build has pictures; with a broken map it fails and says where."""
    settings = "site_name: Rents\nmarkdown_extensions: [argmap.markdown]\n"
    _write(tmp_path, "mkdocs.yml", settings)
    _write(tmp_path, "docs/index.md", PAGE.format(MAP))
    build = ["zensical", "build", "--clean"]

    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    assert "<svg" in (tmp_path / "site" / "index.html").read_text("utf-8")

    _write(tmp_path, "docs/sub/page.md", PAGE.format(BROKEN))
    done = subprocess.run(
        build, cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert re.search(r"^sub/page\.md:\d+:\d+: error", done.stderr, re.MULTILINE)
