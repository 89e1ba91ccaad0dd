"""Diagrams in a notebook that is really run."""

import re
from typing import Any

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

SHOWN = """
from argmap import ArgumentMap, Claim, Counterpoint, draw
from argmap.diagram import drawing
argument_map = ArgumentMap.of(
    Claim("cap", "Cap rents."), Claim("few", "Few flats."),
    Counterpoint(["few"], target="cap"),
)
seconds, drawing._PATIENCE = drawing._PATIENCE, 3600  # the machine may be busy
diagram = draw(argument_map)
diagram
"""
SHOWN_TWICE_MORE = "display(diagram, draw(argument_map))"
TOO_SLOW = """
from argmap.errors import LimitError
def lay_out(dot, engine, timeout):
    raise LimitError(f"longer than {timeout:g} s")
drawing.lay_out, drawing._PATIENCE = lay_out, seconds
draw(argument_map)
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict[str, Any]]]:
    """Return what the cells show, by cell."""
    folder = tmp_path_factory.mktemp("notebook")
    cells = [new_code_cell(each) for each in (SHOWN, SHOWN_TWICE_MORE, TOO_SLOW)]  # type: ignore[no-untyped-call]
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
    assert outputs[2] == [
        {"text/plain": "Cap rents.\n  - Few flats.\n\n(no picture: longer than 2 s)"}
    ]
