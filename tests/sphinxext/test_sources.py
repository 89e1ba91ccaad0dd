"""Where the sources of maps stand, on pages and in files."""

from pathlib import Path

import pytest

from argmap import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.formats import Document
from argmap.sphinxext.sources import Source
from tests.sphinxext.project import Project

UNKNOWN = (
    """WARNING: error[unknown-key]: $ has no key "clams"; did you mean 'claims'?"""
)


def test_line_of_a_text(project: Project) -> None:
    """A finding in a text on the page is at its line, however deep the text stands."""
    warnings = project.warnings(
        ".. argmap::",
        "   :caption: Rents",
        "",
        '   {"argmap": 1,',
        "",
        '    "clams": []}',
        "",
        ".. note::",
        "",
        "   * A list",
        "",
        "     .. argmap::",
        "",
        '        {"argmap": 1,',
        '         "clams": []}',
        "",
        "* .. argmap::",
        "",
        '     {"clams": [], "argmap": 1}',
    )

    assert warnings == [
        f"index.rst:{line}: {UNKNOWN} [argmap.unknown-key]" for line in (9, 18, 22)
    ]


def test_line_of_an_included_text(project: Project) -> None:
    """A finding in a page that another includes is at its line there."""
    project.write("part.txt", "", "Words.", "", ".. argmap::", "", '   {"clams": 1,')
    (warning, _) = project.warnings(".. include:: part.txt")

    assert warning.startswith("part.txt:6: WARNING: error[")


def test_line_in_myst(tmp_path: Path) -> None:
    """In MyST lines are right behind options of both kinds, and in fences in fences."""
    project = Project(
        tmp_path / "docs",
        "extensions.append('myst_parser')\nmyst_fence_as_directive = ['argmap']\n",
    )
    broken = ('{"argmap": 1,', '"clams": []}')
    project.write(
        "index.md",
        "# Title",
        "",
        *("```{argmap}", *broken, "```"),
        *("```{argmap}", ":caption: C", ":width: 50%", "", *broken, "```"),
        *("```{argmap}", "---", "caption: C", "---", *broken, "```"),
        *("```argmap", "", *broken, "```"),
        *("````{note}", "Words", "```{argmap}", *broken, "```", "````"),
        *("```{argmap}", "---", "caption: C", "captoin: C", "---", "```"),
        *("```{argmap}", ":caption: C", ":directoin: up", "[A]: B.", "```"),
    )

    warnings = project.build().warnings

    lines = [5, 12, 19, 24, 30]
    assert warnings[:5] == [
        f"index.md:{line}: {UNKNOWN} [argmap.unknown-key]" for line in lines
    ]
    assert [each.partition("; ")[0] for each in warnings[5:]] == [
        "index.md:36: WARNING: error[unknown-option]: there is no option 'captoin'",
        "index.md:41: WARNING: error[unknown-option]: there is no option 'directoin'",
    ]


def test_line_of_a_file(project: Project) -> None:
    """A finding in a file is at its line, and says where the file is shown."""
    project.write("parts/broken.json", '{"argmap": 1,', ' "clams": []}')
    (warning,) = project.warnings(".. argmap:: parts/broken.json")

    assert warning == (f"parts/broken.json:2: {UNKNOWN} [argmap.unknown-key]")


def test_line_of_an_included_file(project: Project) -> None:
    """A finding in a file that a text includes is at its line in that file."""
    project.write("part.argdown", "[A]: B.", "", "===", "color: red", "===")
    project.write("talk.argdown", "[C]: D.", "@include(part.argdown)")

    found = project.warnings(".. argmap:: talk.argdown")
    again = project.warnings(
        ".. argmap::", "", "   @include(part.argdown)", "", "   # A", "   [A]: B."
    )

    places = [[each.partition(": ")[0] for each in told] for told in (found, again)]
    assert places == [
        ["part.argdown:1", "part.argdown:3"],
        ["part.argdown:3", "index.rst:9"],
    ]


def test_bytes_that_are_no_text(project: Project) -> None:
    """A file that is not UTF-8 is told of at its line too."""
    (project.folder / "broken.json").write_bytes(b'{"argmap":\n \xff}')
    (warning,) = project.warnings(".. argmap:: broken.json")

    assert warning.startswith("broken.json:2: WARNING: error[invalid-utf-8]")


def test_no_place() -> None:
    """A finding without a place is at its file's first line, or at the directive."""
    finding = Diagnostic("slip", "it is nowhere")
    document = Document(ArgumentMap(), "a\nb")
    in_file = Source(document, "page.rst:5", "map.json")
    on_page = Source(document, "page.rst:5", "page.rst", ("page.rst:7", "page.rst:8"))
    made = Source(document, "page.rst:5")

    places = [each.place(None) for each in (in_file, on_page, made)]
    assert places == ["map.json:1", "page.rst:5", "page.rst:5"]
    assert in_file.shown(finding, ".") == "warning[slip]: it is nowhere\n  --> map.json"


QUOTING = (
    "===",
    "argmap:",
    "  sources: [{id: report, path: ../report.txt}]",
    "===",
    "",
    "[Rents]: Up. {quotations: [{exact: Rents fell, source: report}]}",
    "  + [Index]: It says so.",
)


@pytest.mark.parametrize("is_file", [False, True])
def test_quotations_are_looked_up(tmp_path: Path, *, is_file: bool) -> None:
    """Quotations are looked up in the project, and again when the source changes."""
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "report.txt").write_text("Rents fell.", "utf-8")
    project = Project(tmp_path / "docs", "argmap_check = True\n")
    if is_file:
        project.write("m.argdown", *QUOTING)
        project.write("index.rst", ".. argmap:: m.argdown")
    else:
        project.write(
            "index.rst", ".. argmap::", "", *(f"   {each}" for each in QUOTING)
        )

    assert project.build().warnings == []
    (tmp_path / "report.txt").write_text("Rents rose.", "utf-8")
    (warning,) = project.build().warnings

    place = "m.argdown:6" if is_file else "index.rst:11"
    assert warning.startswith(f"{place}: WARNING: error[quotation-not-in-source]")


def test_sources_that_are_not_read(tmp_path: Path) -> None:
    """A source outside the project is said at its line, and the map is drawn."""
    (tmp_path / "report.txt").write_text("Rents fell.", "utf-8")
    project = Project(tmp_path / "docs", "argmap_check = True\n")
    project.write("m.argdown", *QUOTING)
    project.write("index.rst", ".. argmap:: m.argdown")

    built = project.build()

    unreadable, unverified = built.warnings
    assert unreadable.startswith("m.argdown:3: WARNING: error[unreadable-source]")
    assert unverified.startswith("m.argdown:3: WARNING: warning[quotation-unverified]")
    assert "<figure" in built.text()


def test_other_roots(tmp_path: Path) -> None:
    """Maps in the folders that conf.py lists are read, and in no others."""
    project = Project(tmp_path / "docs", "argmap_roots = ['../adr']\n")
    for folder in ("adr", "adr2"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.argdown").write_text("[A]: It is so.")

    assert "It is so." in project.page(".. argmap:: ../adr/1.argdown")
    (warning,) = project.warnings(".. argmap:: ../adr2/1.argdown")
    assert warning == (
        "index.rst:4: WARNING: error[map]: the file '../adr2/1.argdown' is outside the"
        " documentation's folder and the others that it may read from [argmap.map]"
    )


def test_a_localised_file(tmp_path: Path) -> None:
    """A file for the language of the build is drawn, where there is one."""
    project = Project(tmp_path / "docs", "language = 'de'\n")
    project.write("a.argdown", "[A]: Sundays.")
    project.write("a.de.argdown", "[A]: Sonntags.")
    project.write("b.argdown", "[B]: Mondays.")
    page = project.page(".. argmap:: a.argdown", "", ".. argmap:: /b.argdown")

    assert "Sonntags." in page
    assert "Sundays." not in page
    assert "Mondays." in page
    project.write("a.de.argdown", "[A]: Feiertags.")
    assert "Feiertags." in project.build().text()
