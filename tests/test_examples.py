"""The examples say the same in Python and in Argdown."""

import pytest

from argmap import dumps, load
from argmap.formats import read, read_text
from argmap.rules import check
from tests.console import ROOT
from tests.make_examples import EXAMPLES

PATHS = {name: ROOT / "examples" / f"{name}.argdown" for name in EXAMPLES}


@pytest.mark.parametrize("name", EXAMPLES)
def test_text_is_the_map(name: str) -> None:
    """The map read from the text is the one that stands in Python."""
    assert load(PATHS[name]) == EXAMPLES[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_text_is_what_the_map_is_written_as(name: str) -> None:
    """The text is that which argmap writes today, byte for byte."""
    assert PATHS[name].read_text("utf-8") == dumps(EXAMPLES[name], "argdown")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_finding_has_its_place(name: str) -> None:
    """What the checker finds in a map from text has a place in the text."""
    document = read(read_text(PATHS[name]), "argdown")

    assert document.diagnostics == ()
    for each in check(document.argument_map):
        assert each.subject is None or each.subject in document.spans
