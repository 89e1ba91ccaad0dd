"""The README tells the truth: every block in it is run.

Its two commands make virtual environments; `.ci/run` runs those as they stand.
"""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.formats import read
from tests.console import ROOT, lay_out_examples, run_console
from tests.make_pictures import IMAGES, PICTURES

BLOCKS = re.findall(
    r"^```(\w+)\n(.*?)^```$",
    (ROOT / "README.md").read_text("utf-8"),
    re.DOTALL | re.MULTILINE,
)


def blocks(language: str) -> list[str]:
    return [body for name, body in BLOCKS if name == language]


def test_python_blocks() -> None:
    """The Python blocks run one after the other, with the results shown."""
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for body in blocks("python"):
        if body.startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(body, names, "README", None, 0)
            assert runner.run(test, clear_globs=False).failed == 0
            names.update(test.globs)
        else:
            exec(body, names)  # noqa: S102 - our own README
    assert runner.tries > 0
    assert bytes(names["picture"]).startswith(b"<svg")  # type: ignore[call-overload]


def test_argdown_block() -> None:
    """The text is read without a finding, and draws the same debate."""
    (text,) = blocks("argdown")
    document = read(text, "argdown")

    assert document.diagnostics == ()
    assert len(document.argument_map.claims) == 4


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return lay_out_examples(tmp_path)


def test_console_blocks(desk: Path) -> None:
    """Every command of the tour runs, and prints what the README shows."""
    assert sum(run_console(body, desk) for body in blocks("console")) > 0
    assert (desk / "wall.svg").read_text("utf-8").startswith("<svg")


def test_sphinx_block(desk: Path) -> None:
    """The reStructuredText block draws the map in a page of its own."""
    (directive,) = blocks("rst")
    docs = desk / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(desk)!r})\n"
        "extensions = ['argmap.sphinxext']\n"
    )
    (docs / "index.rst").write_text(f"Rents\n=====\n\n{directive}")
    build = [sys.executable, "-m", "sphinx", "-W", "-q", str(docs), str(docs / "html")]
    subprocess.run(build, check=True)
    assert "<svg" in (docs / "html" / "index.html").read_text("utf-8")


def test_two_commands() -> None:
    """The two commands that CI runs are there, each a line of its own."""
    lines = [body.strip() for body in blocks("console") if "venv" in body]
    assert len(lines) == 2
    assert all("\n" not in line for line in lines)


def test_links_to_files() -> None:
    """Every link of the README that is no address leads to a file beside it."""
    links = re.findall(r"\]\(([^)\s]+)\)", (ROOT / "README.md").read_text("utf-8"))
    files = [each for each in links if not each.startswith("https://")]

    assert files
    assert [each for each in files if not (ROOT / each).is_file()] == []


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name: str) -> None:
    """The pictures are what argmap draws of the article today, byte for byte."""
    assert PICTURES[name].render("svg") == (IMAGES / f"{name}.svg").read_bytes()
