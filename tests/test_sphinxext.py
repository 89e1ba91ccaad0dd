"""The Sphinx directive, in real builds of small projects."""

import re
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from argmap import ArgumentMap, Claim, Counterpoint, dump

RENTS = ArgumentMap(
    [Claim("high", "Rents are too high."), Claim("index", "The index is wrong.")],
    counterpoints=[Counterpoint(["index"], target="high")],
    title="Rents",
)
MODULE = """\
from argmap import ArgumentMap, Claim
RENTS = ArgumentMap([Claim("high", "Rents are too high.")])
OTHER = 3
"""


class Project:
    """A documentation of one page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "conf.py").write_text(
            "import sys\n"
            f"sys.path.insert(0, {str(folder)!r})\n"
            "extensions = ['argmap.sphinxext']\n"
        )
        dump(RENTS, folder / "rents.json")
        (folder / "sphinx_debates.py").write_text(MODULE)

    def build(self, *lines: str, builder: str = "html") -> SphinxTestApp:
        """Write the page and build it."""
        page = "\n".join(["Rents", "=====", "", *lines, ""])
        (self.folder / "index.rst").write_text(page)
        return self.build_again(builder)

    def build_again(self, builder: str = "html") -> SphinxTestApp:
        """Build what is there."""
        app = SphinxTestApp(builder, srcdir=self.folder)
        app.build()
        app.cleanup()
        return app

    def html(self, *lines: str) -> str:
        """Return the page, which must come without a warning."""
        app = self.build(*lines)
        assert app.warning.getvalue() == ""
        return (app.outdir / "index.html").read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "docs")


def test_file(project: Project) -> None:
    """A file becomes a figure with the picture, its caption and its summary."""
    page = project.html(".. argmap:: rents.json", "   :caption: Of *rents*")

    assert page.count("<svg") == 1
    assert "Of <em>rents</em>" in page
    assert (
        'aria-label="Argument map: Rents are too high. 1 objection; 2 claims."' in page
    )
    assert 'tabindex="0"' in page


def test_object(project: Project) -> None:
    """A Python object is drawn as a file is, and referred to by its name."""
    page = project.html(
        ".. argmap::",
        "   :object: sphinx_debates:RENTS",
        "   :name: rents",
        "   :caption: Rents",
        "",
        "See :ref:`rents`.",
    )

    assert page.count("<svg") == 1
    assert 'href="#rents"' in page


def test_ids_do_not_clash(project: Project) -> None:
    """One map twice on a page has each id once."""
    page = project.html(".. argmap:: rents.json", "", ".. argmap:: rents.json")

    ids = re.findall(r'\bid="([^"]+)"', page)
    assert page.count("<svg") == 2
    assert len(ids) == len(set(ids))
    labels = " ".join(re.findall(r'aria-labelledby="([^"]+)"', page)).split()
    assert set(labels) <= set(ids)


def test_selection(project: Project) -> None:
    """Focus and depth draw less."""
    page = project.html(".. argmap:: rents.json", "   :focus: high", "   :depth: 0")

    assert "Rents are too high." in page
    assert "The index is wrong." not in page


def test_what_a_text_wants_drawn(project: Project) -> None:
    """A text in Argdown says what of it is drawn, unless all is asked for."""
    (project.folder / "talk.argdown").write_text(
        "===\nselection: {excludeStatements: [Built]}\n===\n\n"
        "[Cap]: Cap rents. {color: '#1b9e77'}\n  + [Fair]: Fair.\n  - [Built]: Few.\n",
        "utf-8",
    )

    wanted = project.html(".. argmap:: talk.argdown")
    whole = project.html(".. argmap:: talk.argdown", "   :whole:")

    assert "Few." not in wanted
    assert "Few." in whole
    assert "stroke:#1b9e77" in wanted
    assert "stroke:#1b9e77" in whole


def test_included_files_are_watched(project: Project) -> None:
    """A page is built again when a file that its map includes has changed."""
    part = project.folder / "part.argdown"
    part.write_text("[Part]: Before.\n", "utf-8")
    (project.folder / "talk.argdown").write_text("@include(part.argdown)\n", "utf-8")
    assert "Before." in project.html(".. argmap:: talk.argdown")

    part.write_text("[Part]: After it.\n", "utf-8")
    app = project.build_again()

    assert "After it." in (Path(app.outdir) / "index.html").read_text("utf-8")


def test_hostile_texts(project: Project) -> None:
    """Captions and alternative texts are text, whatever they hold."""
    page = project.html(
        ".. argmap:: rents.json",
        '   :alt: "><script>alert(1)</script>',
        "   :caption: <script>alert(2)</script>",
    )

    assert "<script>alert" not in page


@pytest.mark.parametrize("builder", ["text", "latex", "man"])
def test_outline_on_paper(project: Project, builder: str) -> None:
    """Builders without SVG get the outline and the caption."""
    app = project.build(
        ".. argmap:: rents.json", "   :caption: Of rents", builder=builder
    )

    written = "".join(
        path.read_text("utf-8", "replace")
        for path in Path(app.outdir).rglob("*")
        if path.suffix in {".txt", ".tex", ".1"}
    )
    assert app.warning.getvalue() == ""
    assert "The index is wrong." in written
    assert "Of rents" in written


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([".. argmap:: missing.json"], "No such file or directory"),
        ([".. argmap:: ../outside.json"], "outside the documentation's folder"),
        ([".. argmap:: broken.json"], "1:15: error[unknown-key]"),
        ([".. argmap::"], "wants either a file or :object:"),
        ([".. argmap:: rents.json", "   :section: x"], "no part has the id 'x'"),
        ([".. argmap::", "   :object: sphinx_debates:OTHER"], "but int"),
        ([".. argmap::", "   :object: sphinx_debates:NONE"], "AttributeError"),
        ([".. argmap::", "   :object: no_such_module:X"], "ModuleNotFoundError"),
    ],
)
def test_failures(project: Project, lines: list[str], complaint: str) -> None:
    """What cannot be drawn is a typed warning at its line, and a box on the page."""
    (project.folder.parent / "outside.json").write_text('{"argmap": 1}')
    (project.folder / "broken.json").write_text('{"argmap": 1, "clams": []}')

    app = project.build("", *lines)

    warning = app.warning.getvalue()
    assert complaint in warning
    assert "index.rst:5: WARNING" in warning
    assert "[argmap.map]" in warning
    page = (app.outdir / "index.html").read_text("utf-8")
    assert "This argument map cannot be drawn" in page


def test_symbolic_links_do_not_lead_out(project: Project) -> None:
    """A link to a file outside is refused as the file itself is."""
    outside = project.folder.parent / "outside.json"
    dump(RENTS, outside)
    (project.folder / "inside.json").symlink_to(outside)

    app = project.build(".. argmap:: inside.json")

    assert "outside the documentation's folder" in app.warning.getvalue()


def test_second_build(project: Project) -> None:
    """A second build reads the page again only when its map has changed."""
    project.build(".. argmap:: rents.json")

    unchanged = project.build_again()
    dump(ArgumentMap([Claim("new", "Rents fell.")]), project.folder / "rents.json")
    changed = project.build_again()

    assert "0 added, 0 changed" in unchanged.status.getvalue()
    assert "0 added, 1 changed" in changed.status.getvalue()
    assert "Rents fell." in (changed.outdir / "index.html").read_text("utf-8")
