"""What is wrong is reported at its line, and shown in the picture's place."""

import re
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, dump
from tests.sphinxext.project import Project

RENTS = ArgumentMap([Claim("high", "Rents are too high.")])


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


@pytest.mark.parametrize("parallel", [0, 2])
def test_a_shared_file(tmp_path: Path, parallel: int) -> None:
    """What is wrong with a file is told once, each line, however many pages show it."""
    project = Project(tmp_path / "docs")
    broken = '{"argmap": 1, "clams": [],', '"clams2": [],', '"clams": []}'
    project.write("shared.json", *broken)
    pages = [f"p{number}" for number in range(12)]
    for page in pages:
        project.write(f"{page}.rst", ".. argmap:: shared.json")
    project.write("index.rst", ".. toctree::", "", *(f"   {each}" for each in pages))

    built = project.build(parallel=parallel)
    places = [each.partition(": ")[0] for each in built.warnings]

    assert "shared.json:1" in places
    assert len(places) == len(set(built.warnings)) <= len(broken)
    for page in pages:
        assert "cannot be drawn" in built.text(f"{page}.html")
