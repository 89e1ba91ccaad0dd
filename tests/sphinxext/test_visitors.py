"""What each builder gets, and that nothing in a map is more than text to any."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from argmap import dump
from tests.sphinxext.odd import ODD, PAGE, written
from tests.sphinxext.project import Built, Project, ids, links


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
    """The extension brings two style sheets; only pages to read have a script."""
    found = [path.name for path in html.folder.rglob("*argmap*")]
    mine = [name for name in found if not re.search(r"-\w{32}\.(svg|html)$", name)]

    assert sorted(mine) == ["argmap-claims.html", "argmap-words.css", "argmap.css"]
    for name in mine:
        if name.endswith(".css"):
            assert "http" not in html.text(f"_static/{name}")
            assert f"_static/{name}" in html.text()


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


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Build a book beside which its doctrees are, as Sphinx does by itself."""
    project = Project(tmp_path / "docs", "project = author = 'Rents'\n")
    project.write("index.rst", ".. argmap::", "", "   [A]: One.", "     + [B]: Two.")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "epub"]
    subprocess.run([*command, str(project.folder), str(out)], check=True)
    (book,) = out.glob("*.epub")
    return book


def test_a_book_is_only_what_it_shows(book: Path) -> None:
    """Neither pictures of the cache are in it, nor a style sheet for pictures."""
    with zipfile.ZipFile(book) as pages:
        names = pages.namelist()

    assert [name for name in names if name.endswith(".svg")] == []
    assert [name for name in names if "argmap" in name] == [
        "argmap-claims.xhtml",
        "_static/argmap-words.css",
    ]


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("epubcheck"), reason="there is no epubcheck")
def test_epubcheck(book: Path) -> None:
    """The check of the standard's authors finds nothing."""
    program = Path(str(shutil.which("epubcheck"))).resolve()
    command = ["java", "-jar"] if program.suffix == ".jar" else []
    done = subprocess.run(
        [*command, str(program), str(book)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "No errors or warnings detected" in done.stdout, done.stderr


def test_the_picture_alone(tmp_path: Path) -> None:
    """What a phone has to scroll for has links to a page and to the picture alone."""
    project = Project(tmp_path / "docs")
    project.write("more/page.rst", ":orphan:", "", ".. argmap::", "", "   [A]: One.")
    wide = ("   [A]: One.", "     + [B]: Two.", "       + [C]: Three.")
    project.write(
        "more/wide.rst", ":orphan:", "", ".. argmap::", "   :direction: left", "", *wide
    )
    project.write("index.rst", "")
    built = project.build()
    links = re.search('<p class="argmap-alone".*?</p>', built.text("more/wide.html"))
    assert links
    page, picture = re.findall('href="([^"]+)"', links[0])

    html = (built.folder / "more" / page).read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert 'id="part-' in html
    assert (built.folder / "more" / picture).read_text("utf-8").startswith("<svg")
    assert '<p class="argmap-alone"' not in built.text("more/page.html")


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
    assert [each for each in built.warnings if "missing-glyphs" not in each] == []
    assert len(pictures) == 4
    for name in pictures:
        assert (built.folder / name).read_bytes().startswith(b"%PDF")
    assert "\\input{" not in text
    assert text.count("alert(1)") >= 2
    labels = re.findall(r"\\label\{([^}]*)\}", text)
    assert len(labels) == len(set(labels))


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


CHAIN = "".join(f"{'  ' * n}+ [C{n}]: Reason {n} of them.\n" for n in range(2, 9))


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("chromium"), reason="there is no Chromium")
@pytest.mark.parametrize(("direction", "is_at_start"), [("right", 0), ("left", 1)])
def test_the_thesis_is_in_view(
    tmp_path: Path, direction: str, *, is_at_start: int
) -> None:
    """A picture that scrolls begins at its thesis, whichever side that is at."""
    project = Project(tmp_path / "docs")
    project.write("chain.argdown", f"[T]: The thesis.\n  + [C1]: One.\n{CHAIN}")
    page = project.page(
        *(".. argmap:: chain.argdown", f"   :direction: {direction}"),
        *("   :layout: graph", "   :evaluate:"),
    )
    script = (
        "<script>onload = () => {const box = document.querySelector('.argmap-scroll');"
        "document.title = `${box.scrollLeft} of ${box.scrollWidth - box.clientWidth}`}"
        "</script></body>"
    )
    built = tmp_path / "docs-built" / "html" / "seen.html"
    built.write_text(page.replace("</body>", script), "utf-8")
    options = ("--headless", "--no-sandbox", f"--user-data-dir={tmp_path}/profile")
    done = subprocess.run(
        [
            str(shutil.which("chromium")),
            *options,
            "--window-size=500,800",
            "--dump-dom",
            built.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    (at, most) = re.findall("<title>([0-9.]+) of ([0-9.]+)</title>", done.stdout)[0]

    assert float(most) > 200
    assert float(at) < 50 if is_at_start else float(at) > float(most) - 50
