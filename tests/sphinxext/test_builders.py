"""What each builder gets, and that nothing in a map is more than text to any."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section, dump
from tests.sphinxext.project import Built, Project, ids, links

EVIL = (
    "<script>alert(1)</script>\"'&amp;]]> \\input{x} %s `x`_ |y| {z} \x1b[2J \u202e x"
)
ODD = ArgumentMap(
    [
        Claim("odd", EVIL, title=EVIL, speaker=EVIL, data={"url": "#\"'<&"}),
        Claim(
            "ünï.x-y",
            "'\".sp\n.so /etc/passwd\n\x00 \ud7ff \U0001f9d1‍⚖️",
            title="$x^2_y#~",
        ),
        Claim("dots", ".. raw:: html\n\n   <b>", data={"link": "javascript:alert(1)"}),
    ],
    [Inference(["ünï.x-y", "dots"], conclusion="odd")],
    counterpoints=[Counterpoint(["dots"], target="odd")],
    sections=[Section("part", EVIL, members=["dots"])],
    title=EVIL,
)
PAGE = r"""
.. argmap:: odd.json
   :caption: <script>alert(2)</script> \\input{y} & "
   :alt: "><script>alert(3)</script>
   :name: <script>alert(4)</script>
   :outline: visible

.. argmap::

   [<script>alert(5)</script>]: \\input z "quoted"

See :argmap:claim:`odd`, :argmap:claim:`<b> <dots>`.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(
        tmp_path_factory.mktemp("builders") / "docs",
        "extensions.append('myst_parser')\nmyst_fence_as_directive = ['argdown']\n"
        "suppress_warnings = ['argmap.unsafe-link']\n",
    )
    dump(ODD, project.folder / "odd.json")
    project.write("index.rst", ".. toctree::", "", "   myst", *PAGE.splitlines())
    project.write(
        "myst.md",
        "# MyST",
        "```{argmap} odd.json",
        ':alt: "\\"><script>alert(3)</script>"',
        ":caption: Of & with `<script>alert(2)</script>`",
        "```",
        "```argdown",
        "[<script>]: It says alert(6).",
        "```",
    )
    return project


@pytest.fixture(scope="module")
def html(project: Project) -> Built:
    return project.build()


def _without_entities(page: str) -> str:
    """Leave out what HTML knows and XML does not."""
    return re.sub("&(?!amp|lt|gt|quot|#)[a-z]+;", "", page)


def written(built: Built, *suffixes: str) -> str:
    """Return all that was written in files with these suffixes."""
    return "\n".join(
        path.read_text("utf-8")
        for path in sorted(built.folder.rglob("*"))
        if path.suffix in suffixes and path.is_file()
    )


@pytest.mark.parametrize("page", ["index.html", "myst.html", "argmap-claims.html"])
def test_html(html: Built, page: str) -> None:
    """No script, handler or element comes out of a map, its caption or its names."""
    text = html.text(page)

    assert html.warnings == []
    assert "<script>alert" not in text
    assert not re.search(r"<[^>]*\son\w+=", text.replace("onclick", ""))
    assert "javascript:alert" not in re.sub(r">[^<]*<", "><", text)
    assert len(ids(text)) == len(set(ids(text)))


def test_html_says_it(html: Built) -> None:
    """What is harmless text is there as text, and a link as it was named."""
    text = html.text()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "&lt;script&gt;alert(3)&lt;/script&gt;" in text
    assert set(links(text).values()) == {"#&quot;&#x27;&lt;&amp;"}


def test_html_is_well_formed(html: Built) -> None:
    """Each figure is a tree."""
    for page in ("index.html", "myst.html"):
        figures = re.findall("<figure.*?</figure>", html.text(page), re.DOTALL)
        assert len(figures) == 2
        for figure in figures:
            ET.fromstring(_without_entities(figure))


def test_no_script_of_our_own(html: Built) -> None:
    """The extension brings a style sheet and no script."""
    mine = [path.name for path in html.folder.rglob("*argmap*")]

    assert sorted(mine) == ["argmap-claims.html", "argmap.css"]
    assert "http" not in html.text("_static/argmap.css")


def test_epub(project: Project) -> None:
    """A book has the words, as a list that is a tree, with targets."""
    built = project.build("epub")

    (book,) = built.folder.glob("*.epub")
    with zipfile.ZipFile(book) as pages:
        for name in ("index.xhtml", "myst.xhtml"):
            page = pages.read(name).decode()
            tree = ET.fromstring(_without_entities(page))
            words = " ".join(tree.itertext())
            assert "<script>alert(1)</script>" in words
            assert "<svg" not in page
            assert not [each for each in tree.iter() if each.get("onload")]
            assert len(ids(page)) == len(set(ids(page)))
        assert 'id="argmap-claim-odd"' in pages.read("index.xhtml").decode()


@pytest.mark.parametrize(
    ("builder", "suffix"),
    [("text", ".txt"), ("man", ".1"), ("texinfo", ".texi"), ("xml", ".xml")],
)
def test_words(project: Project, builder: str, suffix: str) -> None:
    """Builders without pictures get every claim and every caption in words."""
    built = project.build(builder)

    text = written(built, suffix)
    assert built.warnings == []
    for number in range(1, 7):
        if number not in {3, 4, 5}:
            assert f"alert({number})" in text
    assert "\x1b" not in text
    assert "\x00" not in text


def test_words_are_indented(project: Project) -> None:
    """In plain text each claim is below what it speaks for, further to the right."""
    text = project.build("text").text("myst.txt")

    assert re.search(r"^ {3}\S", text, re.MULTILINE)
    assert re.search(r"^ {5}\+ together", text, re.MULTILINE)
    assert re.search(r"^ {7}& ", text, re.MULTILINE)


def test_manual_page(project: Project) -> None:
    """No line of a claim is a command to the reader of manual pages."""
    text = written(project.build("man"), ".1")

    assert not re.search(r"^[.']\s*(so|sy|pi|open)\b", text, re.MULTILINE)
    assert ".so /etc" not in re.sub(r"\S.*?\.so", "", text)


def test_latex(project: Project) -> None:
    """LaTeX gets the picture, and the words where they are wanted; all is escaped."""
    built = project.build("latex")

    text = written(built, ".tex")
    pictures = re.findall(r"\\sphinxincludegraphics(?:\[.*?\])?\{(.*?)\}", text)
    assert built.warnings == []
    assert len(pictures) == 4
    for name in pictures:
        assert (built.folder / name).read_bytes().startswith(b"%PDF")
    assert "\\input{" not in text
    assert text.count("alert(1)") >= 2
    labels = re.findall(r"\\label\{([^}]*)\}", text)
    assert len(labels) == len(set(labels))


def test_latex_without_the_extra(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a converter LaTeX gets the words, and one warning says how to get it."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    bare = Project(tmp_path / "docs")
    dump(ODD, bare.folder / "odd.json")
    bare.write(
        "index.rst", ".. _here:", "", *PAGE.splitlines(), "", ":argmap:claim:`odd`"
    )

    built = bare.build("latex")

    assert [each for each in built.warnings if "unsafe-link" not in each] == [
        (
            "WARNING: warning[missing-extra]: LaTeX gets the outlines of maps, not"
            " their pictures; PDF needs an extra: pip install 'argmap[pdf]'; or, where"
            " pipx has installed argmap: pipx inject argmap 'argmap[pdf]'"
            " [argmap.missing-extra]"
        )
    ]
    text = written(built, ".tex")
    assert "includegraphics{argmap" not in text
    assert "\\input{" not in text
    assert text.count("alert(1)") >= 1
    labels = re.findall(r"\\label\{([^}]*)\}", text)
    assert len(labels) == len(set(labels))
    assert "\\detokenize{index:argmap-claim-odd" in labels


def test_small_print(tmp_path: Path) -> None:
    """A picture that is too wide to be read on paper has its words below it."""
    project = Project(tmp_path / "docs")
    claims = [Claim(f"c{index}", f"Claim number {index}.") for index in range(30)]
    wide = ArgumentMap(
        claims, [Inference([each.id], conclusion="c0") for each in claims[1:]]
    )
    dump(wide, project.folder / "wide.json")
    project.write("index.rst", ".. argmap:: wide.json", "   :direction: up")

    text = written(project.build("latex"), ".tex")

    assert "\\sphinxincludegraphics{argmap-" in text
    assert "Claim number 29." in text


def test_without_an_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an engine HTML gets the words and says why; text misses nothing."""
    project = Project(tmp_path / "docs")
    dump(ODD, project.folder / "odd.json")
    monkeypatch.setenv("ARGMAP_ENGINE", "dot")
    monkeypatch.setenv("PATH", str(tmp_path))
    project.write(
        "index.rst", ".. argmap:: odd.json", "   :name: map", "", ":ref:`m <map>`"
    )

    text = project.build("text").warnings
    html = project.build("html")

    assert [each for each in text if "unsafe-link" not in each] == []
    (warning,) = html.warnings
    assert re.match(r"index.rst:4: WARNING: error\[map\]: .*dot", warning)
    page = html.text()
    assert "This argument map cannot be drawn" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert 'id="map"' in page
    assert 'href="#map"' in page


def _drawn(page: str) -> list[str]:
    return re.findall("<figure.*?</figure>|<table.*?</table>", page, re.DOTALL)


def test_parallel(project: Project, html: Built, tmp_path: Path) -> None:
    """Several processes write what one writes."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-j2", "-E"]
    folders = [str(project.folder), str(tmp_path / "html")]

    subprocess.run([*command, *folders], check=True, capture_output=True)

    for name in ("index.html", "myst.html", "argmap-claims.html"):
        page = (tmp_path / "html" / name).read_text("utf-8")
        assert _drawn(page) == _drawn(html.text(name)) != []
