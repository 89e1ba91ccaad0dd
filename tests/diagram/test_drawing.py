"""Laws of `draw` and `render`: one map, one picture, in every notation."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from hypothesis import given

import argmap
from argmap import ArgumentMap, Claim, draw, render
from argmap.diagram import PICTURES, Direction, Engine, Theme, outline
from argmap.diagram.drawing import SUFFIXES
from argmap.errors import LimitError, UnknownFormatError, WriteError
from tests.diagram.make_golden import EXAMPLES
from tests.strategies import argument_maps

MAP = EXAMPLES["undercut"]


@given(argument_maps())
def test_the_same_map_gives_the_same_bytes(argument_map: ArgumentMap) -> None:
    """Drawing twice gives one picture."""
    for name in ("svg", "dot", "mermaid", "text", "html"):
        assert render(argument_map, name) == render(argument_map, name)


def test_every_process_gives_the_same_bytes() -> None:
    """Pictures do not hang on the order in which a process hashes strings."""
    code = (
        "import hashlib\n"
        "from argmap import render\n"
        "from tests.examples import EXAMPLES\n"
        "for name in ('svg', 'dot', 'mermaid', 'text', 'html'):\n"
        "    picture = render(EXAMPLES['russia_in_syria'], name)\n"
        "    print(hashlib.sha256(picture).hexdigest())\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]

    here = [
        hashlib.sha256(render(EXAMPLES["russia_in_syria"], name)).hexdigest()
        for name in ("svg", "dot", "mermaid", "text", "html")
    ]
    assert outputs == [here, here]


def test_notations() -> None:
    """Each notation is what the diagram has of it, encoded."""
    diagram = draw(MAP)

    assert diagram.render() == diagram.svg.encode()
    assert diagram.render("dot") == diagram.digraph.source.encode()
    assert diagram.render("text") == f"{outline(MAP)}\n".encode()
    assert diagram.render("mermaid").startswith(b"flowchart BT\n")
    assert diagram.render("html") == diagram.page.encode()
    names = {"svg", "png", "pdf", "dot", "mermaid", "text", "html"}
    assert names == PICTURES.keys()


def test_an_unknown_notation() -> None:
    """A name that is none is told beside those there are."""
    with pytest.raises(UnknownFormatError, match=r"svg, png, .*html, not 'gif'"):
        render(MAP, "gif")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_picture_is_saved(tmp_path: Path, suffix: str) -> None:
    """A file gets what its suffix says, in folders that are made for it."""
    path = tmp_path / "new" / f"map{suffix.upper()}"
    diagram = draw(MAP)

    diagram.save(path)
    diagram.save(str(path))

    assert path.read_bytes() == diagram.render(SUFFIXES[suffix])
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_cannot_be_saved(tmp_path: Path) -> None:
    """A suffix that says nothing and a file that cannot be are errors with reasons."""
    (tmp_path / "file").write_text("")

    with pytest.raises(UnknownFormatError, match=r"'x\.gif' is none of \.svg, \.png"):
        draw(MAP).save("x.gif")
    with pytest.raises(WriteError, match=r"cannot write '.*map\.svg': ") as error:
        draw(MAP).save(tmp_path / "file" / "map.svg")
    assert isinstance(error.value, OSError)


@pytest.mark.parametrize("wrong", ["direction", "theme", "engine"])
def test_wrong_choices(wrong: str) -> None:
    """What is no direction, theme or engine is refused at once."""
    choices = {wrong: "sideways"}

    with pytest.raises(ValueError, match="sideways"):
        draw(MAP, **choices)  # type: ignore[arg-type]


def test_words_will_do() -> None:
    """A choice can be given by its name."""
    diagram = draw(MAP, direction="left", theme="dark", engine="wasm", timeout=5)

    assert diagram.direction is Direction.LEFT
    assert diagram.theme is Theme.DARK
    assert diagram.engine is Engine.WASM
    assert diagram.timeout == 5
    assert diagram == draw(
        MAP, direction="left", theme="dark", engine="wasm", timeout=5
    )


def test_nothing_is_laid_out_before_it_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A diagram can be made, tweaked and told where there is no engine."""
    monkeypatch.setenv("ARGMAP_ENGINE", "none")
    diagram = draw(MAP)

    assert diagram.outline
    assert diagram.digraph.source
    assert diagram.render("mermaid")


def test_a_digraph_is_new_each_time() -> None:
    """Tweaking one does not change the next."""
    diagram = draw(MAP)
    diagram.digraph.attr(rankdir="LR")

    assert diagram.digraph.source == draw(MAP).digraph.source


def ids(svg: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', svg))


def without_ids(svg: str) -> str:
    return re.sub(r"\bm[0-9a-f]{10}(?:-\d+)?\b", "", svg)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a notebook wait for its picture, however busy the machine is."""
    monkeypatch.setattr("argmap.diagram.notebook._PATIENCE", 3600)


@pytest.mark.usefixtures("patient")
def test_jupyter_shows_the_picture_and_the_words() -> None:
    """A notebook gets SVG, an image in HTML, and text for where there is no picture."""
    diagram = draw(MAP)

    shown, _ = diagram._repr_mimebundle_(include=None, exclude=None)

    assert without_ids(shown["image/svg+xml"]) == without_ids(diagram.svg)
    assert shown["text/plain"] == diagram.outline
    assert shown.keys() == {"image/svg+xml", "text/html", "text/plain"}


@pytest.mark.usefixtures("patient")
def test_each_output_has_ids_of_its_own() -> None:
    """A diagram shown twice in a notebook, or its equal, repeats no id."""
    diagram = draw(MAP)
    outputs = [
        each._repr_mimebundle_()[0]["image/svg+xml"]
        for each in (diagram, diagram, draw(MAP))
    ]

    found = [ids(each) for each in outputs]
    assert all(found)
    assert len(set.union(*found)) == sum(map(len, found))


def test_a_notebook_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two seconds, or fewer if fewer are allowed, the words must do."""
    waited = []

    def slow(_: str, *, engine: Engine | None, timeout: float) -> None:
        del engine
        waited.append(timeout)
        msg = "too slow"
        raise LimitError(msg)

    monkeypatch.setattr("argmap.diagram.drawing.lay_out", slow)
    diagram = draw(MAP)

    shown, _ = diagram._repr_mimebundle_()
    attrs.evolve(diagram, timeout=0.5)._repr_mimebundle_()

    assert waited == [2.0, 0.5]
    assert shown == {"text/plain": f"{diagram.outline}\n\n(no picture: too slow)"}


def test_a_notebook_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be drawn the words are shown, and why."""
    monkeypatch.setenv("ARGMAP_ENGINE", "none")

    shown, _ = draw(MAP)._repr_mimebundle_()

    assert shown.keys() == {"text/plain"}
    assert "(no picture: engine must be one of" in shown["text/plain"]


def test_an_inline_picture() -> None:
    """On a page it has ids of its own number and the page's colours, and shrinks."""
    diagram = draw(MAP)
    first, second = diagram.inline_svg(1), diagram.inline_svg(2)

    assert without_ids(first) == without_ids(second)
    assert not ids(first) & ids(second)
    assert f'id="{diagram.plan.key}-1"' in first
    assert "max-width:100%" in first
    assert "light-dark(" in first
    assert "prefers-color-scheme" not in first
    assert "max-width" not in diagram.svg


@pytest.mark.parametrize("theme", Theme)
def test_paper_has_one_scheme(theme: Theme) -> None:
    """What is printed does not wait for a reader's scheme; `auto` prints light."""
    printed = draw(MAP, theme=theme).on_paper

    assert "prefers-color-scheme" not in printed
    fixed = Theme.LIGHT if theme is Theme.AUTO else theme
    assert printed == draw(MAP, theme=fixed).svg


def test_the_top_level_draws() -> None:
    """`argmap.draw` and its like are there without importing more."""
    assert argmap.render(ArgumentMap([Claim("a", "A.")]), "text") == b"A.\n"
    assert argmap.outline(ArgumentMap([Claim("a", "A.")])) == "A."
    with pytest.raises(AttributeError, match="no attribute 'redraw'"):
        argmap.redraw  # noqa: B018 - it is the access that raises
