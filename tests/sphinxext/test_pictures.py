"""Pictures of maps that name claims of other pages."""

from pathlib import Path

import pytest

from tests.sphinxext.project import Built, Project, links

FIRST = (".. argmap::", "", "   [Cap]: Cap rents.", "     + [Fair]: It is fair.")
SECOND = (
    ".. argmap::",
    '   :alt: Hostile <b> "alt"',
    "",
    "   [Ban]: Ban rents.",
    "     -> [Cap]",
    "     + [Fair]",
    "     - [Lost]",
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path / "docs")
    project.write("index.rst", ".. toctree::", "", "   z", "   a")
    project.write("z.rst", *FIRST)
    project.write("a.rst", *SECOND)
    return project


def _pictured(built: Built, name: str = "a.html") -> str:
    return built.text(name).partition("<svg")[2].partition("</svg>")[0]


def test_mentions_say_what_is_said_elsewhere(project: Project) -> None:
    """A claim that is only named has its text from the page that says it, and a link.

    Although that page comes later; what is said nowhere keeps its title.
    """
    built = project.build(is_strict=True)

    assert links(built.text("a.html")) == {
        "Cap rents.": "z.html#argmap-claim-cap",
        "It is fair.": "z.html#argmap-claim-fair",
    }
    assert 'aria-label="Lost"' in _pictured(built)
    assert "Hostile &lt;b&gt;" in _pictured(built)
    assert links(built.text("z.html")) == {}


@pytest.mark.parametrize("builder", ["singlehtml", "latex", "text", "epub", "man"])
def test_every_builder(project: Project, builder: str) -> None:
    """No builder is told anything; those with words have the text."""
    built = project.build(builder)

    assert [each for each in built.warnings if "argmap" in each] == []
    if builder == "text":
        assert "Cap rents." in built.text("a.txt")


def test_parallel(project: Project) -> None:
    """Read and written by several processes, the pages are the same."""
    alone = project.build().text("a.html")
    for name in ("z", "a"):
        (project.folder / f"{name}.rst").touch()

    assert project.build(parallel=2).text("a.html") == alone


def test_a_changed_definition(project: Project) -> None:
    """Where a text changes, the pages that name its claim are written anew."""
    project.build()
    changed = [line.replace("Cap rents.", "Cap them.") for line in FIRST]
    project.write("z.rst", *changed)

    assert "Cap them." in _pictured(project.build())


def test_kept(project: Project) -> None:
    """The picture of such a map is kept as any other is, as long as it is shown."""
    cache = Path(project.build().app.doctreedir) / "argmap"
    before = sorted(cache.glob("*.svg"))
    (project.folder / "index.rst").touch()
    project.build()

    assert len(before) == 2
    assert sorted(cache.glob("*.svg")) == before


def test_a_mention_in_front_on_the_same_page(project: Project) -> None:
    """A claim named before it is said on its page is whole at both places."""
    project.write(
        "a.rst", ".. argmap::", "", "   [New]", "", ".. argmap::", "", "   [New]: Said."
    )
    built = project.build(is_strict=True)

    assert links(built.text("a.html")) == {"Said.": "#argmap-claim-new"}
    assert built.text("a.html").count('aria-label="Said."') == 2
