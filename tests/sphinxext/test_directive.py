"""What authors write, and the pictures that they get."""

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, Counterpoint, dump, dumps, evaluate
from argmap.diagram.style import DARK, LIGHT
from argmap.sphinxext import visitors
from tests.sphinxext.project import Built, Project, ids

RENTS = ArgumentMap(
    [Claim("high", "Rents are too high."), Claim("index", "The index is wrong.")],
    counterpoints=[Counterpoint(["index"], target="high")],
    title="Rents",
)
TALK = """\
===
selection: {excludeStatements: [Built]}
===

[Cap]: Cap rents. {color: '#1b9e77'}
  + [Just]: Fair.
  - [Built]: Few.
"""
PAGE = """\
.. argmap:: rents.json
   :caption: Of *rents*
   :name: rents

.. argmap::
   :object: sphinx_debates:RENTS
   :alt: One "claim"

.. argmap::

   [Cap]: Cap rents.
     + [Fair]: It is fair.

.. argmap::
   :outline: none

   {"argmap": 1, "claims": [{"id": "told", "text": "In JSON."}]}

.. argmap::
   :format: tgf
   :outline: visible

   1 In TGF.
   #

.. argmap:: rents.json
   :align: right
   :width: 50%

.. argmap:: rents.json
   :width: 1200
   :theme: dark

.. argmap:: /parts/talk.argdown

.. argmap:: parts/talk.argdown
   :whole:
   :direction: down

.. argmap:: rents.json
   :focus: high
   :depth: 0
   :caption: Alone

.. argmap:: rents.json
   :evaluate:

.. argmap:: rents.json
   :evaluate: preferred

See :ref:`rents`.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("directive") / "docs")
    dump(RENTS, project.folder / "rents.json")
    project.write(
        "sphinx_debates.py",
        "from argmap import ArgumentMap, Claim",
        "RENTS = ArgumentMap([Claim('alone', 'Rents are high.')])",
    )
    project.write("parts/talk.argdown", TALK)
    project.write("index.rst", PAGE)
    return project.build()


@pytest.fixture(scope="module")
def figures(built: Built) -> list[str]:
    return re.findall(r"<figure.*?</figure>", built.text(), re.DOTALL)


def test_nothing_is_wrong(built: Built, figures: list[str]) -> None:
    """All ways to name a map, and all options, give a picture and no warning."""
    assert built.warnings == []
    assert [figure.count("<svg") for figure in figures] == [1] * 12


def test_file(built: Built, figures: list[str]) -> None:
    """A file becomes a figure with its caption, its summary and a name to refer to."""
    summary = "Argument map: Rents are too high. 1 objection; 2 claims."

    assert "Of <em>rents</em>" in figures[0]
    assert f'aria-label="{summary}"' in figures[0]
    assert 'tabindex="0"' in figures[0]
    assert '<a class="reference internal" href="#rents">' in built.text()


def test_alternative_text(figures: list[str]) -> None:
    """An alternative text stands for the summary, in the box and in the picture."""
    assert 'aria-label="One &quot;claim&quot;"' in figures[1]
    assert ">One &quot;claim&quot;</desc>" in figures[1]
    assert "Argument map:" not in figures[1].replace(">Argument map</title>", "")


def test_inline(figures: list[str]) -> None:
    """A text below the directive is Argdown, JSON if it looks so, or what is said."""
    assert "It is fair." in figures[2]
    assert "In JSON." in figures[3]
    assert "In TGF." in figures[4]


def test_outline(figures: list[str]) -> None:
    """The outline of a map is there but closed, or open, or not there."""
    assert '<details class="argmap-outline"><summary>' in figures[2]
    assert "<details" not in figures[3]
    assert '<details class="argmap-outline" open="open"><summary>' in figures[4]
    words = re.sub(r"<[^>]+>", "", figures[2].partition("<details")[2])
    assert words.split("\n") == [
        ' class="argmap-outline">Outline',
        "Cap rents.+ It is fair.",
        "",
        "",
    ]


def test_size_and_place(figures: list[str]) -> None:
    """A width is that of the figure, and what is wider than the page scrolls."""
    assert figures[5].startswith('<figure class="argmap align-right"')
    assert 'style="width: 50%"' in figures[5]
    assert re.search(r'<svg style="width:100%;min-width:\d+px', figures[5])
    assert '<svg style="width:1200px' in figures[6]


def test_theme(figures: list[str]) -> None:
    """A picture follows the page's colours, by its style sheet, unless it has some."""
    assert 'class="argmap argmap-auto"' in figures[5]
    assert "light-dark" not in "".join(figures)
    assert "argmap-auto" not in figures[6]
    assert DARK.paper in figures[6]


def test_colours_of_the_style_sheet() -> None:
    """The style sheet has each colour of the light theme with that of the dark."""
    sheets = Path(visitors.__file__).parent / "static"
    style = (sheets / "pictures" / "argmap.css").read_text()
    pairs = {
        (getattr(LIGHT, name), getattr(DARK, name))
        for name in (
            "paper", "box", "border", "text", "quiet", "group", "group_border"
        )
    }  # fmt: skip
    pairs |= {(LIGHT.lines[ink], DARK.lines[ink]) for ink in LIGHT.lines}
    rules = style.partition("light; }")[2]
    found = set(re.findall(r"light-dark\((#\w+), (#\w+)\)", rules))

    assert found == pairs


def test_what_a_text_wants_drawn(figures: list[str]) -> None:
    """A text in Argdown says what of it is drawn, unless all is asked for."""
    assert "Few." not in figures[7]
    assert "Few." in figures[8]
    assert "stroke:#1b9e77" in figures[7]
    assert "stroke:#1b9e77" in figures[8]


def test_selection(figures: list[str]) -> None:
    """Focus and depth draw less."""
    assert "Rents are too high." in figures[9]
    assert "The index is wrong." not in figures[9]


def test_verdicts(figures: list[str]) -> None:
    """Verdicts are those of the semantics that is named, grounded if none is."""
    assert "defeated" in figures[10]
    assert "defeated" in figures[11]
    assert "defeated" not in figures[0]


def test_ids_do_not_clash(built: Built) -> None:
    """However often a map is shown, each id is there once, and is what is meant."""
    page = built.text()

    assert len(ids(page)) == len(set(ids(page)))
    labels = " ".join(re.findall(r'aria-labelledby="([^"]+)"', page)).split()
    assert set(labels) <= set(ids(page))


def test_myst(tmp_path: Path) -> None:
    """In MyST a fence in braces is the directive; a plain one where conf says so."""
    project = Project(
        tmp_path / "docs",
        "extensions.append('myst_parser')\nmyst_fence_as_directive = ['argdown']\n",
    )
    project.write(
        "index.md",
        "# Title",
        "```{argmap}",
        ":caption: Of rents",
        "[Cap]: Cap rents.",
        "  + [Fair]: It is fair.",
        "```",
        "```argdown",
        "[Bar]: Bar rents.",
        "```",
        "```argmap",
        "[Not]: Not drawn.",
        "```",
        "{argmap:claim}`fair`",
    )

    built = project.build()

    page = built.text()
    said = [each.partition(" [")[0] for each in built.warnings if "lexing" not in each]
    assert said == ["index.md:10: WARNING: Pygments lexer name 'argmap' is not known"]
    assert page.count("<svg") == 2
    assert 'href="#argmap-claim-fair"' in page


def test_large_widths_are_no_trouble(project: Project) -> None:
    """The deepest chain is drawn and told without running out of anything."""
    claims = [Claim(f"c{index}", f"Claim {index}.") for index in range(400)]
    steps = [
        Counterpoint([below.id], target=above.id) for above, below in pairwise(claims)
    ]
    project.write("deep.json", dumps(ArgumentMap(claims, counterpoints=steps)))
    project.write("index.rst", ".. argmap:: deep.json", "   :outline: visible")

    for builder, name in (("html", "index.html"), ("text", "index.txt")):
        built = project.build(builder)
        assert built.warnings == []
        assert "Claim 399." in built.text(name)


def test_no_link_is_inside_another_one(project: Project) -> None:
    """Words that are links lead on, unless their box does."""
    page = project.page(
        ".. argmap::",
        "",
        "   [A]: Look [here](https://example.org/a).",
        '     + [B]: Or [there](https://example.org/b). {url: "#b"}',
    )

    assert 'href="https://example.org/a"><tspan' in page
    assert 'href="https://example.org/b"' not in page
    assert '<tspan text-decoration="underline">there</tspan>' in page


def test_answer(tmp_path: Path) -> None:
    """Where it is wanted, what the whole map comes to stands below the picture."""
    project = Project(tmp_path / "docs")
    dump(RENTS, project.folder / "rents.json")
    picture = ".. argmap:: rents.json"

    page = project.page(picture, "   :answer:", "   :focus: index", "   :depth: 0")
    _, _, below = page.rpartition("</figure>")

    shown = re.sub(r"<[^>]*>", "", below[: below.index("</pre>")])
    assert unescape(shown).strip() == str(evaluate(RENTS).answer())
    assert "<pre>" not in project.page(picture)
