"""Claims as targets, and where the boxes of pictures lead to."""

import re
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.sphinxext.project import Built, Project, ids, links

INDEX = """\
.. toctree::

   alike
   other

.. _label:

Section
-------

.. argmap::
   :name: map

   [Cap]: Cap rents. {link: label}
     + [Fair]: It is fair. {link: alike}
     + [Seen]: It was seen. {url: "https://example.org/?a=1&b=2"}
     + [Both]: The URL counts. {url: "#map", link: label}
     + [Odd]: No link. {url: 3}
     - [Bad]: No way. {url: "javascript:alert(1)"}
     - [Gone]: Lost. {link: nowhere}
     - Nobody named this.
     + [Plain]: Says no more.

:argmap:claim:`cap`, :argmap:claim:`that one <fair>`, :any:`bad`, :argmap:claim:`beter`

:argmap:claim:`untitled-1`
"""
ALIKE = """\
.. argmap::

   [Better]: Better rents.
     + [Plain]: Says no more.
     - Nobody named that.

.. argmap::

   [Better]: Better rents.
"""
OTHER = """\
.. argmap::

   [Plain]: Says otherwise.
     + [Ünïcode]: Yes.

.. argmap::

   [Plain]: Says otherwise.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("domain") / "docs")
    for name, page in (("index", INDEX), ("alike", ALIKE), ("other", OTHER)):
        project.write(f"{name}.rst", page)
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    return project.build()


def test_links_of_boxes(built: Built) -> None:
    """A box leads to what its author names, else to where its claim is defined."""
    assert links(built.text()) == {
        "Cap rents.": "#label",
        "It is fair.": "alike.html",
        "It was seen.": "https://example.org/?a=1&amp;b=2",
        "The URL counts.": "#map",
        "Says no more.": "alike.html#argmap-claim-plain",
    }
    assert links(built.text("alike.html")) == {"Better rents.": "#argmap-claim-better"}
    assert links(built.text("other.html")) == {}


def test_links_of_the_outline(built: Built) -> None:
    """The words lead to where the boxes lead to."""
    outline = built.text().partition("<details")[2].partition("</details>")[0]

    assert re.findall('href="([^"]+)"', outline) == [
        "#label",
        "alike.html",
        "https://example.org/?a=1&amp;b=2",
        "#map",
        "alike.html#argmap-claim-plain",
    ]


def test_a_picture_with_links_is_a_group(built: Built) -> None:
    """A picture hides nothing inside it from a reader where there are links."""
    assert re.search('<svg [^>]*role="group"', built.text())
    assert re.search('<svg [^>]*role="img"', built.text("other.html"))


def test_roles(built: Built) -> None:
    """A claim is referred to by its id, and called by its title or as is said."""
    found = re.findall(
        r'<a class="reference internal" href="([^"]+)"[^>]*><span class="xref'
        r'[^>]*>(.*?)</span></a>|<a class="reference internal"[^>]*>',
        built.text(),
    )
    assert [each for each in found if each[0]] == [
        ("#argmap-claim-cap", "Cap"),
        ("#argmap-claim-fair", "that one"),
        ("#argmap-claim-bad", "Bad"),
    ]


def test_every_link_leads_somewhere(built: Built) -> None:
    """Every anchor that is linked to is there, once."""
    pages = {name: built.text(name) for name in ("index.html", "alike.html")}
    for name, page in pages.items():
        assert len(ids(page)) == len(set(ids(page)))
        for target, anchor in re.findall(r'href="([\w.]*)#(argmap-[^"]+)"', page):
            assert anchor in ids(pages[target or name])


def test_what_is_told(built: Built) -> None:
    """Missing claims, links that are refused and names used twice are findings."""
    link = "a link is http, https, mailto, relative or #, without blanks"
    assert sorted(built.warnings) == sorted(
        [
            (
                "index.rst:22: WARNING: warning[unsafe-link]: the link of 'bad' is left"
                f" out: 'javascript:alert(1)'; {link} [argmap.unsafe-link]"
            ),
            (
                "index.rst:23: WARNING: 'any' reference target not found: nowhere"
                " [ref.any]"
            ),
            (
                "index.rst:27: WARNING: warning[unknown-claim]: no map shows a claim"
                " called 'beter'; did you mean 'better'? [argmap.unknown-claim]"
            ),
            (
                "index.rst:29: WARNING: warning[unknown-claim]: no map shows a claim"
                " called 'untitled-1' [argmap.unknown-claim]"
            ),
            (
                "other.rst:6: WARNING: warning[duplicate-claim]: another map has a"
                " different claim called 'plain'; links lead to the one in 'alike'"
                " [argmap.duplicate-claim]"
            ),
        ]
    )


def test_inventory(built: Built) -> None:
    """Other documentations find every claim that somebody named."""
    inventory = InventoryFile.loads((built.folder / "objects.inv").read_bytes(), uri="")
    claims = inventory.data["argmap:claim"]

    assert set(claims) == {
        *("cap", "fair", "seen", "both", "odd", "bad", "gone", "plain", "better"),
        "ünïcode",
    }
    assert claims["fair"].uri == "index.html#argmap-claim-fair"
    assert claims["fair"].display_name == "Fair"
    assert claims["plain"].uri == "alike.html#argmap-claim-plain"


def test_index(built: Built) -> None:
    """There is an index of all claims, by their names, with their words."""
    page = built.text("argmap-claims.html")
    found = re.findall(r'<a href="([^"]+)"><code class="xref">([^<]+)</code>', page)

    assert found[:2] == [
        ("alike.html#argmap-claim-better", "better"),
        ("index.html#argmap-claim-bad", "bad"),
    ] or found[:2] == [
        ("index.html#argmap-claim-bad", "bad"),
        ("alike.html#argmap-claim-better", "better"),
    ]
    assert len(found) == 10
    assert "Fair: It is fair." in page


def test_inventories(tmp_path: Path) -> None:
    """A claim is linked to what another documentation has, by its inventory's name."""
    project = Project(
        tmp_path / "docs",
        "extensions.append('sphinx.ext.intersphinx')\n"
        "intersphinx_mapping = {'other': ('https://o.org', sys.path[0] + '/o.inv')}\n",
    )
    other = Project(tmp_path / "other")
    other.write("index.rst", ".. _place:", "", "Place", "-----")
    inventory = (other.build().folder / "objects.inv").read_bytes()
    (project.folder / "o.inv").write_bytes(inventory)
    page = project.page(
        *(".. argmap::", "", '   [A]: One. {link: "other:place"}'),
        '     + [B]: Two. {link: "other:index"}',
    )

    assert links(page) == {
        "One.": "https://o.org/index.html#place",
        "Two.": "https://o.org/index.html",
    }


def test_one_page(project: Project) -> None:
    """On one page made of all, ids do not clash and links stay on it."""
    page = project.build("singlehtml").text()

    assert len(ids(page)) == len(set(ids(page)))
    assert "#argmap-claim-plain" in links(page).values()


def test_latex(project: Project) -> None:
    """On paper every claim has a label, and every reference to one leads to one."""
    (tex,) = project.build("latex").folder.glob("*.tex")
    text = tex.read_text("utf-8")
    labels = re.findall(r"\\label\{\\detokenize\{([^}]+)\}\}", text)
    targets = re.findall(r"\\hyperref\[\\detokenize\{([^}]+)\}\]", text)

    assert len(labels) == len(set(labels))
    assert "index:argmap-claim-cap" in targets
    assert set(targets) <= set(labels)


def test_definitions_move(tmp_path: Path) -> None:
    """A claim is defined elsewhere when the page that had it has it no more."""
    project = Project(tmp_path / "docs")
    index = (".. toctree::", "   :glob:", "", "   *", "", ":argmap:claim:`plain`")
    for name in "abc":
        project.write(f"{name}.rst", ".. argmap::", "", "   [Plain]: Words.")
    first = project.page(*index)
    project.write("a.rst")
    second = project.page(*index)
    boxes = project.build().text("c.html")

    assert 'href="a.html#argmap-claim-plain"' in first
    assert 'href="b.html#argmap-claim-plain"' in second
    assert links(boxes) == {"Words.": "b.html#argmap-claim-plain"}
