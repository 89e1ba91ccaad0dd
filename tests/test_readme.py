"""The README tells the truth: every block in it is run.

Its two commands make virtual environments; `.ci/run` runs those as they stand.
"""

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.make_pictures import IMAGES, PICTURES

ROOT = Path(__file__).parent.parent
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


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    for folder in ("examples", "seeds"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    return tmp_path


def test_console_blocks(workplace: Path) -> None:
    """Every command of the tour runs, and prints what the README shows."""
    commands = 0
    for body in blocks("console"):
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            words = shlex.split(command)
            assert words[0] == "argmap"
            done = subprocess.run(
                [sys.executable, "-m", *words],
                capture_output=True,
                text=True,
                encoding="utf-8",
                cwd=workplace,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            if shown:
                assert done.stdout == shown
            commands += 1
    assert commands > 0
    assert (workplace / "loggerheads.svg").read_text("utf-8").startswith("<svg")


def test_sphinx_block(workplace: Path) -> None:
    """The reStructuredText block draws the map in a page of its own."""
    (directive,) = blocks("rst")
    docs = workplace / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(workplace)!r})\n"
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


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name: str) -> None:
    """The pictures are what argmap draws of the article today, byte for byte."""
    assert PICTURES[name].render("svg") == (IMAGES / f"{name}.svg").read_bytes()
