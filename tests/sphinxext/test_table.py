"""Tables of the claims that a documentation shows."""

import re
from html import unescape
from pathlib import Path

import pytest

from argmap import dump
from tests.sphinxext.odd import ODD
from tests.sphinxext.project import Built, Project

MAP = """\
.. argmap::

   # Costs

   [Cap]: Cap rents. #law
     - [Few]: Few are built. {speaker: Ada}

   # Rest

   [Just]: It is just.
     -> [Cap]
"""
OTHER = """\
.. argmap::

   [Open]: Nobody knows.
     >< [Closed]: Somebody does.

.. argmap::

   [Cap]
"""
TABLES = {
    "": {"cap", "closed", "few", "just", "open"},
    ":verdict: defeated": {"cap"},
    ":verdict: defeated, contested": {"cap", "closed", "open"},
    ":open:": {"closed", "open"},
    ":speaker: Ada": {"few"},
    ":tag: law": {"cap"},
    ":section: costs": {"cap", "few"},
    ":tag: law\n   :verdict: contested": set(),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("table") / "docs")
    tables = [f".. argmap-table::\n   {each}\n" for each in TABLES]
    project.write("index.rst", ".. toctree::", "", "   map", "   other", "", *tables)
    project.write("map.rst", MAP)
    project.write("other.rst", OTHER)
    return project.build(is_strict=True)


def _rows(table: str) -> list[list[str]]:
    rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    cells = (re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL) for row in rows)
    return [[unescape(re.sub("<[^>]+>", "", cell)) for cell in row] for row in cells]


def test_filters(built: Built) -> None:
    """A table has the claims that all its options leave; it says if there are none."""
    body = built.text().partition("toctree-wrapper")[2]
    pieces = re.findall(r"<table.*?</table>|No claim\.", body, re.DOTALL)
    found = [set(re.findall("argmap-claim-([a-z]+)", piece)) for piece in pieces]

    assert found == list(TABLES.values())


def test_rows(built: Built) -> None:
    """A row is a link, words, verdict, who holds it, and tags; verdicts are by page."""
    table = built.text().partition("<table")[2].partition("</table>")[0]

    assert _rows(table) == [
        ["Claim", "Verdict", "Speaker", "Tags"],
        [
            "Cap: Cap rents.",
            "defeated (Title of map.rst), stands (Title of other.rst)",
            "",
            "law",
        ],
        ["Closed: Somebody does.", "contested", "", ""],
        ["Few: Few are built.", "stands", "Ada", ""],
        ["Just: It is just.", "stands", "", ""],
        ["Open: Nobody knows.", "contested", "", ""],
    ]
    assert 'href="map.html#argmap-claim-cap"' in table
    assert 'href="other.html"' in table


def test_slips(tmp_path: Path) -> None:
    """A value that no claim has, or that is no verdict, is told at its table."""
    project = Project(tmp_path / "docs")
    project.write("map.rst", MAP)
    warnings = project.warnings(
        *(".. toctree::", "", "   map", ""),
        *(".. argmap-table::", "   :tag: lav", ""),
        *(".. argmap-table::", "   :verdict: defeatd", ""),
    )

    assert (
        "index.rst:8: WARNING: warning[unknown-value]: no claim that is shown has the"
        " tag 'lav'; did you mean 'law'? [argmap.unknown-value]"
    ) in warnings
    assert any("did you mean 'defeated'?" in each for each in warnings)


def test_a_table_follows_the_maps(tmp_path: Path) -> None:
    """Where a map changes on another page, the table is written anew."""
    project = Project(tmp_path / "docs")
    project.write("map.rst", MAP)
    page = (".. toctree::", "", "   map", "", ".. argmap-table::")
    before = project.page(*page)
    project.write("map.rst", MAP.replace("[Just]: It is just.", "[Late]: Added."))

    assert "Late" not in before
    assert "Late" in project.build().text()


@pytest.mark.parametrize("builder", ["html", "singlehtml", "latex", "text", "epub"])
def test_hostile_claims(tmp_path: Path, builder: str) -> None:
    """Whatever claims say is text in the table of every builder."""
    project = Project(tmp_path / "docs")
    dump(ODD, project.folder / "odd.json")
    project.write("index.rst", ".. argmap:: odd.json", "", ".. argmap-table::")
    built = project.build(builder)

    pages = [*built.folder.glob("*.html"), *built.folder.glob("*.xhtml")]
    assert all("<script>alert" not in page.read_text("utf-8") for page in pages)
    assert [each for each in built.warnings if "unsafe-link" in each] != []
