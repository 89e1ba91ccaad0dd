"""Fences in MkDocs: real builds of small projects, strict and not."""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import attrs
import pytest

from tests.console import ROOT
from tests.html import Seen

MAP = "[Cap]: The city should cap rents.\n  - [Few]: Fewer flats are built.\n"
CHAIN = "[A]: One.\n  + [B]: Two.\n    + [C]: Three.\n"
BROKEN = "[A]: a\n\n(1) b\n"
UNFINISHED = "error[unfinished-reconstruction]: the premises lead to no conclusion"
OUTSIDE = "is outside the documentation's folder"
PLAIN = "theme: mkdocs\nmarkdown_extensions: [meta, argmap.markdown]\n"
MATERIAL = """\
theme: {name: material, font: false}
markdown_extensions:
  - attr_list
  - argmap.markdown:
      argdown: true
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.superfences
"""
CUSTOM_FENCES = """\
theme: {name: material, font: false}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: argmap
          class: argmap
          format: !!python/name:argmap.markdown.fence
          validator: !!python/name:argmap.markdown.validate
"""
SETTINGS = {"plain": PLAIN, "material": MATERIAL, "custom fences": CUSTOM_FENCES}


@attrs.frozen
class Site:
    """A documentation with one page, and one in a folder of its own."""

    folder: Path
    settings: str

    def build(self, *options: str) -> tuple[int, list[str]]:
        """Build it; return the exit code and the warnings."""
        (self.folder / "mkdocs.yml").write_text(f"site_name: Rents\n{self.settings}")
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", *options],
            cwd=self.folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        lines = done.stderr.splitlines()
        found = (re.fullmatch(r"(?:WARNING|ERROR) +-  (.*)", line) for line in lines)
        return done.returncode, [match[1] for match in found if match]

    def write(self, name: str, text: str) -> None:
        """Write a file in the docs folder."""
        path = self.folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def page(self, name: str = "index.html") -> str:
        """Return a page as it was built."""
        return (self.folder / "site" / name).read_text("utf-8")


@pytest.fixture(params=SETTINGS)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    site = Site(tmp_path, SETTINGS[request.param])
    site.write("index.md", "# Rents\n")
    return site


def test_maps_are_drawn(site: Site) -> None:
    """Maps on a page and in files become figures; a strict build is content."""
    site.write("maps/rents.argdown", MAP)
    site.write("index.md", f"# Rents\n\n```argmap\n{MAP}```\n\n" * 2)
    site.write(
        "more/page.md", '# More\n\n```argmap file="../maps/rents.argdown"\n```\n'
    )

    assert site.build("--strict") == (0, [])

    main = re.search(r"<article.*?</article>|<body.*</body>", site.page(), re.DOTALL)
    assert main
    page = Seen.of(main[0])
    ids = [each["id"] for each in page.named("svg") if each.get("class") == "argmap"]
    assert len(ids) == len(set(ids)) == 2
    assert "Objection: Fewer flats are built." in page.text
    assert "Fewer flats are built." in site.page("more/page/index.html")


def test_links_beside_a_wide_picture(site: Site) -> None:
    """They lead from any page to one file each, however often the map is shown."""
    fence = f'```argmap direction="left"\n{CHAIN}```\n\n'
    site.write("index.md", f"# Rents\n\n{fence}{fence}")
    site.write("more/page.md", f"# More\n\n{fence}")

    assert site.build("--strict") == (0, [])

    for name, count in (("index.html", 2), ("more/page/index.html", 1)):
        links = re.findall('<p class="argmap-alone".*?</p>', site.page(name))
        assert len(links) == count
        page, picture = re.findall('href="([^"]+)"', links[0])
        folder = (site.folder / "site" / name).parent
        assert (folder / page).read_text("utf-8").startswith("<!DOCTYPE html>")
        assert (folder / picture).read_text("utf-8").startswith("<svg")
    assert len([*(site.folder / "site/argmap").iterdir()]) == 2


def test_errors_have_their_page_and_line(site: Site) -> None:
    """Lines count from the top of the file; a strict build fails, another goes on."""
    site.write("maps/broken.argdown", BROKEN)
    site.write("maps/all.argdown", "\n@include(broken.argdown)\n")
    site.write(
        "more/page.md",
        f"---\ntitle: More\n---\n\n# More\n\n```argmap\n{BROKEN}```\n\n"
        f'```argmap captoin="x"\n{MAP}```\n\n'
        '```argmap file="../maps/all.argdown"\n```\n'
        '```argmap file="../../mkdocs.yml"\n```\n',
    )
    expected = [
        f"more/page.md:10:5: {UNFINISHED}",
        "more/page.md:13: there is no option 'captoin'; did you mean 'caption'?",
        f"more/page.md:18: maps/broken.argdown:3:5: {UNFINISHED}",
        f"more/page.md:20: the file '../../mkdocs.yml' {OUTSIDE}",
    ]

    code, warnings = site.build()
    strict_code, strict_warnings = site.build("--strict")

    assert (code, warnings) == (0, expected)
    assert (strict_code, strict_warnings) == (1, expected)
    page = site.page("more/page/index.html")
    assert page.count("This argument map cannot be drawn") == 4
    assert "10 | (1) b" in page
    assert str(site.folder) not in page


def test_nested_fences(tmp_path: Path) -> None:
    """In Material's tabs and lists errors have their place; examples in code none."""
    site = Site(tmp_path, MATERIAL)
    broken = "".join(f"    {line}".rstrip() + "\n" for line in BROKEN.splitlines())
    site.write(
        "index.md",
        f'# Rents\n\n=== "One"\n\n    ```argmap\n{broken}    ```\n\n'
        f"Words.\n\n    ```argmap\n{broken}    ```\n\n"
        f"- item\n\n    ```argdown\n{broken}    ```\n",
    )

    _, warnings = site.build()

    assert [each.partition(": ")[0] for each in warnings] == [
        "index.md:8:9",
        "index.md:24:9",
    ]
    assert site.page().count("This argument map cannot be drawn") == 2


def test_hostile_pages(site: Site) -> None:
    """Captions, alternative texts, claims and errors of a page stay text."""
    evil = "</figcaption></svg></pre><script>alert(1)</script><img src=x onerror=y>"
    site.write(
        "index.md",
        f'# Rents\n\n```argmap caption="{evil}" alt="{evil}"\n[A]: {evil}\n```\n\n'
        f'```argmap focus="{evil}"\n[A]: a\n```\n\n```argmap\n(1) {evil}\n```\n',
    )

    site.build()

    assert "<script>alert" not in site.page()
    assert "<img src=x" not in site.page()
    assert "&lt;script&gt;alert(1)" in site.page()


def test_links_that_lead_out(site: Site) -> None:
    """A link to a file outside the docs folder is refused as the file itself is."""
    (site.folder / "secret.argdown").write_text("[Secret]: Secret.\n")
    (site.folder / "docs" / "in.argdown").symlink_to(site.folder / "secret.argdown")
    site.write("index.md", '```argmap file="in.argdown"\n```\n')

    code, warnings = site.build("--strict")

    assert code == 1
    assert warnings == [f"index.md:1: the file 'in.argdown' {OUTSIDE}"]


def test_a_shared_file(site: Site) -> None:
    """What is wrong with a file is told once, however many pages show it."""
    site.write("broken.argdown", BROKEN)
    for number in range(5):
        site.write(f"p{number}.md", '```argmap file="broken.argdown"\n```\n')

    code, warnings = site.build("--strict")

    assert code == 1
    assert warnings == [f"p0.md:1: broken.argdown:3:6: {UNFINISHED}"]


def test_further_folders(tmp_path: Path) -> None:
    """Files in the folders that `roots` lists are read, seen from mkdocs.yml."""
    settings = PLAIN.replace("argmap.markdown]", "argmap.markdown: {roots: [adr]}]")
    site = Site(tmp_path, settings)
    for folder in ("adr", "adr2"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.argdown").write_text(MAP)
    site.write("more/page.md", '```argmap file="../../adr/1.argdown"\n```\n')
    site.write("index.md", '```argmap file="../adr2/1.argdown"\n```\n')

    _, warnings = site.build()

    others = "and the others that it may read from"
    assert warnings == [f"index.md:1: the file '../adr2/1.argdown' {OUTSIDE} {others}"]
    assert "should cap rents" in site.page("more/page/index.html")


PAGE = (ROOT / "docs" / "markdown.rst").read_text("utf-8")
SHOWN = re.findall(r"code-block:: yaml\n\n((?:   markdown_ext.*|    .*\n|\n)+)", PAGE)


@pytest.mark.parametrize("number", range(4))
def test_the_settings_that_the_documentation_shows(number: int, tmp_path: Path) -> None:
    """They are what a project needs."""
    settings = textwrap.dedent(SHOWN[number])
    settings = re.sub(
        r"^  - argmap\b", "  - argmap.markdown", settings, flags=re.MULTILINE
    )
    site = Site(tmp_path, settings)
    site.write("index.md", f"# Rents\n\n```argmap\n{MAP}```\n")

    assert site.build("--strict") == (0, [])
    assert "<svg" in site.page()


def test_quotations_are_looked_up(tmp_path: Path) -> None:
    """With `check` a wrong quotation fails a strict build, in the project's source."""
    site = Site(
        tmp_path, PLAIN.replace("argmap.markdown]", "argmap.markdown: {check: true}]")
    )
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "report.txt").write_text("Rents rose.", "utf-8")
    site.write(
        "index.md",
        "```argmap\n"
        "===\nargmap:\n  sources: [{id: report, path: ../report.txt}]\n===\n\n"
        "[Rents]: Up. {quotations: [{exact: Rents fell, source: report}]}\n"
        "  + [Index]: It says so.\n```\n",
    )

    code, warnings = site.build("--strict")

    assert code == 1
    assert "index.md:7:1: error[quotation-not-in-source]" in warnings[0]
