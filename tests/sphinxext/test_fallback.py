"""The words in the place of pictures that a builder cannot show."""

import re
import sys
from pathlib import Path

import pytest

from argmap import ArgumentMap, Claim, Inference, dump
from tests.sphinxext.odd import ODD, PAGE, written
from tests.sphinxext.project import Project


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
