"""Maps and diagrams in a notebook, one that is really run too."""

import json
import re
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from argmap import ArgumentMap, Claim, Contradiction, Inference, draw
from argmap.diagram.notebook import show
from tests.strategies import argument_maps

SHOWN = """
from argmap import ArgumentMap, Claim, Counterpoint, draw
from argmap.diagram import drawing, notebook
argument_map = ArgumentMap.of(
    Claim("cap", "Cap rents."), Claim("few", "Few flats."),
    Counterpoint(["few"], target="cap"),
)
seconds, notebook._PATIENCE = notebook._PATIENCE, 3600  # the machine may be busy
diagram = draw(argument_map)
diagram
"""
MAP_ITSELF = "argument_map"
SHOWN_TWICE_MORE = "display(diagram, draw(argument_map))"
TOO_SLOW = """
from argmap.errors import LimitError
def lay_out(dot, engine, timeout):
    raise LimitError(f"longer than {timeout:g} s")
drawing.lay_out, notebook._PATIENCE = lay_out, seconds
draw(argument_map)
"""


MARIMO = """
import marimo
app = marimo.App()

@app.cell
def _():
{}
    argument_map
    return argument_map, draw

@app.cell
def _(argument_map, draw):
    draw(argument_map)
"""


class Image(HTMLParser):
    """The attributes of the one image in a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the attributes; the words below it are a list behind a click."""
        if tag == "img":
            assert not self.attributes
            self.attributes = dict(attrs)
        else:
            assert tag in {"details", "summary", "ul", "li", "p", "strong"}


@pytest.fixture(autouse=True, scope="module")
def patient() -> Iterator[None]:
    """Let a notebook wait for its picture, however busy the machine is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.diagram.notebook._PATIENCE", 3600)
        yield


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict[str, Any]]]:
    """Return what the cells show, by cell."""
    folder = tmp_path_factory.mktemp("notebook")
    cells = [
        new_code_cell(each)  # type: ignore[no-untyped-call]
        for each in (SHOWN, SHOWN_TWICE_MORE, MAP_ITSELF, TOO_SLOW)
    ]
    notebook = new_notebook(cells=cells)  # type: ignore[no-untyped-call]
    resources = {"metadata": {"path": folder}}
    NotebookClient(notebook, resources=resources).execute()
    return [[each["data"] for each in cell["outputs"]] for cell in notebook["cells"]]


def test_pictures_are_shown_with_their_words(
    outputs: list[list[dict[str, Any]]],
) -> None:
    """Each output is the picture, and the outline where there can be none."""
    shown = [*outputs[0], *outputs[1]]

    assert len(shown) == 3
    assert all(each["image/svg+xml"].startswith("<svg") for each in shown)
    assert {each["text/plain"] for each in shown} == {"Cap rents.\n  - Few flats."}


@pytest.mark.long
@pytest.mark.parametrize("template", ["lab", "classic", "basic"])
def test_nbconvert(template: str) -> None:
    """The page has each picture with its alternative text, and its outline."""
    exporters = pytest.importorskip("nbconvert.exporters")
    cells = [new_code_cell(each) for each in (SHOWN, MAP_ITSELF)]  # type: ignore[no-untyped-call]
    notebook = new_notebook(cells=cells)  # type: ignore[no-untyped-call]
    NotebookClient(notebook).execute()

    exporter = exporters.HTMLExporter(template_name=template)
    page, _ = exporter.from_notebook_node(notebook)

    shown = re.findall(r"<img alt=.*?</details>", page, re.DOTALL)
    assert_are_whole(shown)


@pytest.mark.long
def test_marimo(tmp_path: Path) -> None:
    """A page that marimo exports has the same outputs."""
    marimo = shutil.which("marimo")
    if not marimo:
        pytest.skip("there is no marimo")
    code = "\n".join(f"    {each}" for each in SHOWN.strip().splitlines()[:-2])
    (tmp_path / "map.py").write_text(MARIMO.format(code), "utf-8")
    command = [
        marimo,
        "export",
        "html",
        "map.py",
        "-o",
        "map.html",
        "--no-include-code",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    page = (tmp_path / "map.html").read_text("utf-8")

    shown = re.findall(
        r'"text/html": ("(?:[^"\\]|\\.)*argmap-outline(?:[^"\\]|\\.)*")', page
    )
    assert_are_whole(list(map(json.loads, shown)))


def assert_are_whole(shown: list[str]) -> None:
    """Two outputs have the picture of the map, its alternative text and its outline."""
    assert len(shown) == 2
    for each in shown:
        image = Image(each).attributes
        assert image["alt"] == "Argument map: Cap rents. 1 objection; 2 claims."
        drawn = b64decode(str(image["src"]).partition(",")[2]).decode()
        assert all(words in drawn for words in ("<svg", "Cap rents.", "Few flats."))
        assert re.search(r"<li>Cap rents\..*<li.*Few flats\.</li>", each, re.DOTALL)


def test_no_id_occurs_twice(outputs: list[list[dict[str, Any]]]) -> None:
    """All outputs together are one page, even where they show the same map."""
    page = "".join(each["image/svg+xml"] for each in (*outputs[0], *outputs[1]))

    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 9
    names = set(" ".join(re.findall(r'aria-labelledby="([^"]+)"', page)).split())
    assert names <= set(ids)


def test_after_two_seconds_the_words_must_do(
    outputs: list[list[dict[str, Any]]],
) -> None:
    """A layout that would take longer leaves the outline, and says why."""
    assert outputs[3] == [
        {"text/plain": "Cap rents.\n  - Few flats.\n\n(no picture: longer than 2 s)"}
    ]


def test_a_map_shows_itself(outputs: list[list[dict[str, Any]]]) -> None:
    """A map that is the last thing in a cell is shown as its diagram is."""
    (shown,) = outputs[2]

    assert shown.keys() == outputs[0][0].keys()
    assert Image(shown["text/html"]).attributes["alt"] == (
        "Argument map: Cap rents. 1 objection; 2 claims."
    )


@given(argument_maps(max_claims=4))
def test_what_is_shown_has_a_name(argument_map: ArgumentMap) -> None:
    """Picture and image say in words what they are, whatever the words are."""
    shown, metadata = show(argument_map)

    alt = draw(argument_map).plan.summary
    image = Image(shown["text/html"]).attributes
    start, _, content = str(image["src"]).partition(",")
    assert metadata == {"image/svg+xml": {"alt": alt}}
    assert image["alt"] == alt
    assert start == "data:image/svg+xml;base64"
    assert b64decode(content).decode() == shown["image/svg+xml"]
    assert 'role="img"' in shown["image/svg+xml"]


def test_the_words_are_behind_a_click() -> None:
    """Below the picture the map can be read in words, whatever they are."""
    shown, _ = show(ArgumentMap([Claim("evil", "<script>alert(1)</script>")]))
    _, _, words = shown["text/html"].partition("<details")

    assert "<li>&lt;script&gt;alert(1)&lt;/script&gt;" in words
    assert words.endswith("</details>")


def test_a_map_that_nobody_could_read_is_shown_in_words() -> None:
    """Beyond 500 parts the outline begins, and says what is left out and why."""
    claims = [Claim(f"c{number}", "Rents rose.") for number in range(251)]
    steps = [Inference([each], conclusion=claims[0]) for each in claims[1:]]
    large = ArgumentMap(claims, steps)
    shown, metadata = show(large)
    *lines, more, _, why = shown["text/plain"].splitlines()

    assert metadata == {}
    assert shown.keys() == {"text/plain"}
    assert lines == draw(large).outline.splitlines()[:200]
    assert more == "… and 51 more lines"
    assert why == "(no picture: 501 parts; draw() draws them all the same)"
    assert "image/svg+xml" in draw(large)._repr_mimebundle_()[0]


def test_showing_never_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong while a picture is made, the words are there."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."), Claim("b", "B."), Contradiction(["a", "b"])
    )

    def fail(*_: object, **__: object) -> None:
        msg = "a slip"
        raise ZeroDivisionError(msg)

    monkeypatch.setattr("argmap.diagram.drawing.lay_out", fail)

    assert show(argument_map)[0].keys() == {"text/plain"}
    assert "(no picture: a slip)" in show(argument_map)[0]["text/plain"]
