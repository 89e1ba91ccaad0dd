"""What is built of argmap holds all that it needs, and nothing that is not ours."""

import email
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.console import ROOT

pytest.importorskip("hatchling")
pytest.importorskip("hatch_fancy_pypi_readme")

DATA = {
    "argmap/py.typed",
    "argmap/schemes.toml",
    "argmap/cli/examples.toml",
    "argmap/cli/templates/adr.md",
    "argmap/cli/templates/debate.argdown",
    "argmap/diagram/font_widths.json",
    "argmap/diagram/page/labels.js",
    "argmap/diagram/page/page.css",
    "argmap/diagram/page/page.js",
    "argmap/formats/argmap.schema.json",
    "argmap/language_server/argdown.tmLanguage.json",
    "argmap/sphinxext/static/pictures/argmap.css",
    "argmap/sphinxext/static/words/argmap-words.css",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution and the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_wheel(built: Path) -> None:
    """The wheel is the package with all of its data, and nothing else."""
    (path,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(path).namelist())
    modules = {
        each.relative_to(ROOT).as_posix() for each in ROOT.glob("argmap/**/*.py")
    }

    package = {each for each in names if ".dist-info/" not in each}
    assert package == modules | DATA


def test_source_distribution(built: Path) -> None:
    """The source distribution has no text of others, nothing of CI and no caches."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {each.partition("/")[2] for each in archive.getnames()}
    unwanted = re.compile(r"\.ci/|\.github/|_cache/|\.pyc|\.venv")

    assert {"LICENSE", "README.md", "docs/conf.py", "seeds/README.md"} <= names
    assert names >= DATA
    assert {each for each in names if each.startswith("seeds/")} == {"seeds/README.md"}
    assert list(filter(unwanted.search, names)) == []


def test_description_on_an_index(built: Path) -> None:
    """On a package index, where no files are beside it, the README has no dead link."""
    (path,) = built.glob("*.whl")
    archive = zipfile.ZipFile(path)
    (name,) = (each for each in archive.namelist() if each.endswith("/METADATA"))
    text = str(email.message_from_bytes(archive.read(name)).get_payload())

    links = re.findall(r"\]\(([^)]*)\)", text)
    assert links
    assert all(each.startswith("https://") for each in links)
    assert "docs/images" not in text
    assert "All of the documentation also has a gallery" in text


def test_one_version() -> None:
    """The package, the changelog and the page on citing name the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog, citing = (
        (ROOT / "docs" / f"{page}.rst").read_text("utf-8")
        for page in ("changelog", "citing")
    )

    (newest, *_) = re.findall(r"^(\d+\.\d+\.\d+) \(", changelog, re.MULTILINE)
    named = set(re.findall(r"\b\d+\.\d+\.\d+\b", citing))
    assert {newest} == named == {project["version"]}
