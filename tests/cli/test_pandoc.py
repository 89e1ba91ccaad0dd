"""Maps in documents of pandoc: what the filter hands back, and real conversions."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.console import ROOT

MAP = "[A]: It is so.\n  - [B]: It is not.\n"
EVIL = "</figcaption></svg><script>alert(1)</script> $x$ \\input{y}"
OLD, NEW = [1, 22, 2, 1], [1, 23, 1]


def _block(source: str, name: str = "argmap", **options: str) -> dict[str, Any]:
    return {"t": "CodeBlock", "c": [["fig", [name], [*options.items()]], source]}


def _document(*blocks: Any, version: list[int] = OLD) -> str:
    return json.dumps({"pandoc-api-version": version, "meta": {}, "blocks": blocks})


def _filtered(run: Run, target: str, *blocks: Any, version: list[int] = OLD) -> Any:
    done = run("pandoc", target, text=_document(*blocks, version=version))
    assert (done.exit_code, done.stderr) == (0, "")
    return json.loads(done.stdout)["blocks"]


@pytest.mark.parametrize("target", ["html", "html5", "revealjs"])
@pytest.mark.parametrize("name", ["argmap", "argdown"])
def test_html(run: Run, target: str, name: str) -> None:
    """A block becomes a figure in SVG with its words; all else stays as it is."""
    other = {"t": "BulletList", "c": [[_block("x", "python")], [_block(MAP, name)]]}
    (blocks,) = _filtered(run, target, other)

    code, figure = blocks["c"][0][0], blocks["c"][1][0]
    assert code == _block("x", "python")
    assert figure["c"][0] == ["fig", ["argmap"], []]
    html = figure["c"][1][0]["c"][1]
    assert html.count("<svg") == 1
    assert "Objection: It is not." in html


@pytest.mark.parametrize("target", ["html", "latex", "markdown"])
def test_hostile_words(run: Run, target: str) -> None:
    """Captions, alternative texts and claims are text to pandoc, or escaped."""
    claim = json.dumps({"argmap": 1, "claims": [{"id": "a", "text": EVIL}]})
    filtered = _filtered(run, target, _block(claim, caption=EVIL, alt=EVIL))

    raw = [each for each in filtered[0]["c"][1] if each["t"].startswith("Raw")]
    assert bool(raw) == (target == "html")
    assert "<script>" not in json.dumps(raw)


@pytest.mark.parametrize("version", [OLD, NEW])
def test_latex(run: Run, version: list[int], tmp_path: Path) -> None:
    """LaTeX gets a PDF, named by what it shows, and a figure if there is a caption."""
    for _ in range(2):
        blocks = _filtered(run, "latex", _block(MAP, caption="C"), version=version)
    (path,) = (tmp_path / "argmap-pictures").iterdir()

    assert path.read_bytes().startswith(b"%PDF")
    words = json.dumps(blocks)
    assert f'"argmap-pictures/{path.name}"' in words
    assert ('"t": "Figure"' in words) == (version == NEW)
    assert ('"fig:"' in words) == (version == OLD)


def test_words(run: Run) -> None:
    """All other formats get the outline, line by line."""
    (block,) = _filtered(run, "docx", _block(MAP))[0]["c"][1]

    assert block["t"] == "LineBlock"
    assert [line[0]["c"] for line in block["c"]] == [
        "It is so.",
        "  - It is not.",
    ]


def test_faults(run: Run) -> None:
    """A broken map fails with its line; all are told, and nothing is written."""
    broken = _block("[A]: a\n\n(1) b\n")
    done = run(
        "pandoc",
        "html",
        text=_document(broken, _block(MAP, depht="2"), _block(MAP, focus="x")),
    )

    assert done.exit_code == 3
    assert done.stdout == ""
    assert "map 1:3:6" in done.stderr
    assert "map 2: there is no option 'depht'; did you mean 'depth'?" in done.stderr
    assert "map 3: no part has the id 'x'" in done.stderr


@pytest.mark.parametrize("stdin", ["", "{", "[]", "{}", "[" * 100_000])
def test_no_document(run: Run, stdin: str) -> None:
    """What is no document of pandoc is an error in one line."""
    done = run("pandoc", text=stdin)

    assert done.exit_code == 3
    assert "is no document as pandoc -t json writes it" in done.stderr


def test_files(run: Run, tmp_path: Path) -> None:
    """A block may name a file in the current folder, and no other."""
    (tmp_path / "in.argdown").write_text(MAP)

    assert "LineBlock" in json.dumps(
        _filtered(run, "rst", _block("", file="in.argdown"))
    )
    done = run("pandoc", text=_document(_block("", file="../out.argdown")))
    assert "map 1: the file '../out.argdown' is outside" in done.stderr


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("pandoc"), reason="there is no pandoc")
@pytest.mark.parametrize(
    ("target", "mark"),
    [("html", "<svg"), ("latex", "\\includegraphics"), ("rst", "| It is so.")],
)
def test_pandoc(target: str, mark: str, tmp_path: Path) -> None:
    """Pandoc itself calls the filter, and fails where it does."""
    program = tmp_path / "argmap-pandoc"
    program.write_text(
        f"#!{sys.executable}\nfrom argmap.cli import main_as_filter\nmain_as_filter()\n"
    )
    program.chmod(0o755)
    command = ["pandoc", "--filter", str(program), "-t", target]

    def convert(source: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            input=f"# Rents\n\n``` {{.argmap #fig caption='C'}}\n{source}```\n",
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )

    done = convert(MAP)
    assert (done.returncode, done.stderr) == (0, "")
    assert mark in done.stdout
    assert convert("[A]: a\n\n(1) b\n").returncode != 0
