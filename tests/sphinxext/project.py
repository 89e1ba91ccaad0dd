"""A documentation to build, and what came of it."""

import re
from pathlib import Path

import attrs
from sphinx.testing.util import SphinxTestApp

CONF = """\
import sys
sys.path.insert(0, {folder!r})
extensions = ["argmap.sphinxext"]
copyright = version = "1"
"""


@attrs.frozen
class Built:
    """A build: what was written where, and what was said."""

    app: SphinxTestApp

    @property
    def folder(self) -> Path:
        """Where the files are that were written."""
        return Path(self.app.outdir)

    @property
    def warnings(self) -> list[str]:
        """The warnings, with paths from the root of the documentation on."""
        told = _plain(self.app.warning.getvalue())
        return told.replace(f"{self.app.srcdir}/", "").splitlines()

    @property
    def status(self) -> str:
        """What was said but warnings."""
        return _plain(self.app.status.getvalue())

    def text(self, name: str = "index.html") -> str:
        """Return a file that was written."""
        return (self.folder / name).read_text("utf-8")


def _plain(told: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", told)


class Project:
    """A documentation in a temporary folder."""

    def __init__(self, folder: Path, conf: str = "") -> None:
        self.folder = folder
        folder.mkdir()
        self.write("conf.py", CONF.format(folder=str(folder)) + conf)

    def write(self, name: str, *lines: str) -> None:
        """Write a file; pages in RST get a title in their first two lines."""
        if name.endswith(".rst"):
            lines = (f"Title of {name}", "=" * 40, "", *lines)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, ""]), "utf-8")

    def build(
        self, builder: str = "html", *, parallel: int = 0, is_strict: bool = False
    ) -> Built:
        """Build what is there."""
        app = SphinxTestApp(
            builder,
            srcdir=self.folder,
            builddir=self.folder.parent / f"{self.folder.name}-built",
            parallel=parallel,
            warningiserror=is_strict,
        )
        try:
            app.build()
        finally:
            app.cleanup()
        return Built(app)

    def page(self, *lines: str) -> str:
        """Return a page as HTML, which must come without a warning."""
        self.write("index.rst", *lines)
        built = self.build()
        assert built.warnings == []
        return built.text()

    def warnings(self, *lines: str) -> list[str]:
        """Return what is said about a page, whose fourth line is the first of these."""
        self.write("index.rst", *lines)
        return self.build().warnings


def links(page: str) -> dict[str, str]:
    """Return where the claims in a page's pictures lead to, by their words."""
    found = re.findall(r'<a href="([^"]*)"[^>]*><g [^>]*aria-label="([^"]*)"', page)
    return {words: target for target, words in found}


def ids(page: str) -> list[str]:
    """Return all ids in a page."""
    return re.findall(r'\bid="([^"]+)"', page)
