"""The examples say the same in Python and in Argdown."""

import re

import pytest

from argmap import dumps, load, loads
from argmap.formats import read, read_text
from argmap.formats.argdown.formatter import format_text
from argmap.formats.codes import READ_OTHERWISE
from argmap.rules import check
from tests.console import ROOT
from tests.examples import EXAMPLES

PATHS = {name: ROOT / "examples" / f"{name}.argdown" for name in EXAMPLES}


@pytest.mark.parametrize("name", EXAMPLES)
def test_text_is_the_map(name: str) -> None:
    """The map read from the text is the one that stands in Python."""
    assert load(PATHS[name]) == EXAMPLES[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_written_of_it_is_the_map(name: str) -> None:
    """What argmap writes of an example is read as the same map."""
    assert loads(dumps(EXAMPLES[name], "argdown"), "argdown") == EXAMPLES[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_named_by_a_made_id(name: str) -> None:
    """The text needs no order, no offsets and no id that argmap has made."""
    text = PATHS[name].read_text("utf-8")

    assert not re.search(r"-so-|-against-|\border:|\bstart:|\bcounterpoints:", text)
    assert format_text(text) == text


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_finding_has_its_place(name: str) -> None:
    """All that is found in the text is what plain Argdown would read otherwise."""
    document = read(read_text(PATHS[name]), "argdown")

    assert {each.code for each in document.diagnostics} <= READ_OTHERWISE
    for each in check(document.argument_map):
        assert each.subject is None or each.subject in document.spans
