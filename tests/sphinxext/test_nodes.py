"""The outline of a map, and what its claims are linked to."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from docutils import nodes

from argmap import ArgumentMap, Claim, Inference, Section, draw
from argmap.sphinxext.nodes import (
    DEEPEST,
    argmap_line,
    argmap_words,
    href_of,
    lines_by_part,
    link,
    outline_of,
    pending,
    unsafe_link,
)
from tests.sphinxext.project import Project


def test_words_of_a_map() -> None:
    """Every part has a line; a claim is said letter by letter, at most so deep."""
    claims = [Claim(f"c{at}", f"*Claim* {at}.") for at in range(DEEPEST + 5)]
    steps = [Inference([below], above) for above, below in pairwise(claims)]
    section = Section("s", "Why?", members=claims[:1])
    argument_map = ArgumentMap(claims, steps, sections=[section], title="Rents")

    outline = outline_of(draw(argument_map))

    lines = list(outline.findall(argmap_line))
    assert lines[0].astext() == "Rents"
    assert "Why?" in [each.astext() for each in lines]
    assert max(each["depth"] for each in lines) == DEEPEST
    said = {each.astext() for each in outline.findall(argmap_words)}
    assert said.issuperset(each.text for each in claims)


def test_a_part_is_named_by_its_first_line() -> None:
    """A claim that is told twice has one line that others lead to."""
    claims = [Claim(each, f"{each.upper()}.") for each in "abc"]
    steps = [Inference(["c"], "a"), Inference(["c"], "b"), Inference(["b"], "a")]

    outline = outline_of(draw(ArgumentMap(claims, steps)))

    found = dict(lines_by_part(outline))
    told = [each for each in outline.findall(argmap_line) if each["part"] == "c"]
    assert {"a", "b", "c"} <= found.keys()
    assert len(told) > 1
    assert found["c"] is told[0]


def test_unsafe_links() -> None:
    """A link that could run something is a finding about its claim."""
    finding = unsafe_link(Claim("a"), "javascript:alert(1)")

    assert finding is not None
    assert (finding.code, finding.subject) == ("unsafe-link", "a")
    assert unsafe_link(Claim("a"), "https://example.org") is None


@pytest.mark.parametrize(
    ("attributes", "href"),
    [
        ({"refuri": "page.html#a"}, "page.html#a"),
        ({"refuri": "#document-index#a"}, "#a"),
        ({"refid": "a"}, "#a"),
    ],
)
def test_where_a_line_leads_to(attributes: dict[str, str], href: str) -> None:
    """A link takes the last words of its line, and leads to where Sphinx says."""
    line = argmap_line("", "", argmap_words("", "+ "), argmap_words("", "A."))
    assert href_of(line) == ""

    link(line, nodes.reference("", "", **attributes))

    assert href_of(line) == href
    assert line.children[-1].astext() == "A."
    assert line.astext() == "+ A."


@pytest.mark.parametrize(
    ("location", "source", "line"),
    [("page.rst:7", "page.rst", 7), ("page.rst:<x>", "page.rst", None)],
)
def test_a_pending_link_knows_its_place(
    location: str, source: str, line: int | None
) -> None:
    """What Sphinx cannot resolve is reported where its author named it."""
    reference = pending(location, reftarget="rents")

    assert (reference.source, reference.line) == (source, line)
    assert reference["reftarget"] == "rents"


ALTS = (
    ".. argmap::",
    "   :caption: Of *rents*",
    "   :alt: A map of <rents>",
    "",
    "   [Cap]: Cap rents.",
    "",
    ".. argmap::",
    "   :alt: A mention",
    "",
    "   [Cap]",
)


def test_catalogue(tmp_path: Path) -> None:
    """Captions and the alternative texts that authors write are there to translate."""
    project = Project(tmp_path / "docs")
    project.write("index.rst", *ALTS)

    catalogue = (project.build("gettext").folder / "index.pot").read_text("utf-8")
    assert set(re.findall(r'#: .*/(.*)\nmsgid "(.*)"', catalogue)) == {
        ("index.rst:2", "Title of index.rst"),
        ("index.rst:4", "Of *rents*"),
        ("index.rst:4", "A map of <rents>"),
        ("index.rst:10", "A mention"),
    }


def test_translation(tmp_path: Path) -> None:
    """They are translated where a picture stands, one that waits for others too."""
    project = Project(tmp_path / "docs", "language = 'de'\nlocale_dirs = ['locale']\n")
    project.write("index.rst", *ALTS)
    project.write(
        "locale/de/LC_MESSAGES/index.po",
        'msgid ""',
        'msgstr "Content-Type: text/plain; charset=UTF-8\\n"',
        'msgid "Of *rents*"',
        'msgstr "Von *Mieten*"',
        'msgid "A map of <rents>"',
        'msgstr "Eine Karte der <Mieten>"',
        'msgid "A mention"',
        'msgstr "Eine Nennung"',
    )
    page = project.build().text()
    assert "Von <em>Mieten</em>" in page
    assert 'aria-label="Eine Karte der &lt;Mieten&gt;"' in page
    assert ">Eine Karte der &lt;Mieten&gt;</desc>" in page
    assert 'aria-label="Eine Nennung"' in page
