"""What is wrong, told at its line, and shown in the picture's place."""

import re
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, dump
from argmap.diagnostics import Diagnostic
from argmap.formats import Document
from argmap.sphinxext.sources import Source
from tests.sphinxext.project import Project

RENTS = ArgumentMap([Claim("high", "Rents are too high.")])
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

    assert warning == (
        f"parts/broken.json:2: {UNKNOWN}; shown in 'index' [argmap.unknown-key]"
    )


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


def test_options(project: Project) -> None:
    """Every option that is not right is told of at its line, with what was meant."""
    project.write(
        "index.rst",
        ".. argmap::",
        "   :captoin: C",
        "   :direction: upp",
        "   :depth: -1",
        "   :whole: maybe",
        "   :evaluate: grunded",
        "   :width: wide",
        "   :focus:",
        "   :format: jsn",
        "",
        "   [Cap]: Cap rents.",
    )

    built = project.build()
    warnings = built.warnings

    kinds = [re.match(r"index.rst:(\d+): WARNING: error\[(.*?)\]", w) for w in warnings]
    assert [kind.groups() for kind in kinds if kind] == [
        ("5", "unknown-option"),
        *((str(line), "bad-option") for line in range(6, 13)),
    ]
    for warning, meant in zip(
        warnings,
        ("caption", "up", "number", "no value", "grounded", "measure", "value", "json"),
        strict=True,
    ):
        assert meant in warning
    assert "Cap rents." in built.text()


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([".. argmap:: missing.json"], "'missing.json' cannot be read: no such file"),
        ([".. argmap:: folder.json"], "'folder.json' cannot be read: is a directory"),
        ([".. argmap:: ../outside.json"], "outside the documentation's folder"),
        ([".. argmap:: inside.json"], "outside the documentation's folder"),
        ([".. argmap::"], "wants one of three"),
        ([".. argmap:: rents.json", "   :object: a:B"], "wants one of three"),
        ([".. argmap::", "   [A]: B.", "   [C]: D."], "needs a blank line"),
        ([".. argmap:: rents.txt"], "unknown format"),
        ([".. argmap:: rents.json", "   :section: x"], "no part has the id 'x'"),
        (
            [".. argmap::", "   :object: sphinx_odd:OTHER"],
            "no ArgumentMap 'OTHER'; it has no map",
        ),
        ([".. argmap::", "   :object: sphinx_odd:NONE"], "has no ArgumentMap 'NONE'"),
        ([".. argmap::", "   :object: no_such_module:X"], "ModuleNotFoundError"),
        ([".. argmap::", "   :object: sphinx_leaves:X"], "SystemExit"),
    ],
)
def test_failures(project: Project, lines: list[str], complaint: str) -> None:
    """What leads to no map is a typed warning at its line, and a box on the page."""
    dump(RENTS, project.folder.parent / "outside.json")
    (project.folder / "inside.json").symlink_to(project.folder.parent / "outside.json")
    dump(RENTS, project.folder / "rents.json")
    project.write("rents.txt", "Rents")
    (project.folder / "folder.json").mkdir()
    project.write("sphinx_odd.py", "OTHER = 3")
    project.write("sphinx_leaves.py", "raise SystemExit")
    project.write("index.rst", "", *lines)

    built = project.build()

    (warning,) = built.warnings
    assert warning.startswith("index.rst:5: WARNING: error[map]: ")
    assert complaint in warning
    assert warning.endswith("[argmap.map]")
    assert "This argument map cannot be drawn" in built.text()


def test_box(project: Project) -> None:
    """In the picture's place stand the findings and the text, with the page's lines."""
    project.write("index.rst", ".. argmap::", "", '   {"argmap": 1,', '    "<i>": "é"}')

    page = re.sub(r"<[^>]+>", "", project.build().text())

    assert "--&gt; index.rst:7:2\n" in page
    assert '7 |  "&lt;i&gt;": "é"}\n' in page
    assert '\n{"argmap": 1,\n "&lt;i&gt;": "é"}\n' in page


def test_long_texts_are_cut(project: Project) -> None:
    """Of a long text that is not right the box shows the beginning."""
    project.write("long.json", '{"argmap": 1, "clams": []', *[" "] * 98, "}")
    project.write("index.rst", ".. argmap:: long.json")

    page = project.build().text()

    assert "… and 40 more lines" in page
    assert str(project.folder) not in page


def test_checked(tmp_path: Path) -> None:
    """Where conf.py says so the checker's findings are told, each at its claim."""
    project = Project(tmp_path / "docs", "argmap_check = True\n")

    warnings = project.warnings(
        ".. argmap::", "", "   [A]: Rents rose.", "", "   [B]: C."
    )

    assert warnings == [
        f"index.rst:{line}: WARNING: warning[isolated-claim]: no inference uses"
        f" the claim '{name}' [argmap.isolated-claim]"
        for name, line in (("a", 6), ("b", 8))
    ]


def test_remarks_are_no_warnings(project: Project) -> None:
    """What is only remarkable is told, but no build fails for it."""
    project.write(
        "index.rst", ".. argmap::", "", "   @include(nowhere.argdown)", "", "   [A]: B."
    )
    project.write(
        "index.rst",
        ".. argmap::",
        "   :format: tgf",
        "",
        "   1 a",
        "   #",
        "   1 1",
        "   1 1",
    )

    built = project.build(is_strict=True)

    assert built.warnings == []
    assert "index.rst:10: info[repeated-relation]" in built.status


def test_types(tmp_path: Path) -> None:
    """Findings of a type can be kept quiet, and others fail a strict build."""
    project = Project(tmp_path / "docs", "suppress_warnings = ['argmap.unsafe-link']\n")
    project.write("index.rst", ".. argmap::", "", '   [A]: B. {url: "file:x"}')
    assert project.build(is_strict=True).app.statuscode == 0

    project.write("index.rst", ".. argmap:: missing.json")
    assert project.build(is_strict=True).app.statuscode == 1


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
