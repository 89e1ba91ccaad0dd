"""Texts with the answers of the reference implementation, kept by `make_golden`."""

import pytest
from hypothesis import given

from argmap.formats import dumps, read
from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.json.reader import elements_from_json
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from argmap.model import Counterpoint
from tests.formats.argdown.make_golden import GOLDEN, TEXTS, written
from tests.formats.argdown.plain import in_any_order, meaning, plain
from tests.formats.argdown.texts import texts

any_text = pytest.mark.parametrize("name", list(TEXTS))


def answer(name: str, kind: str) -> Elements:
    """Return what the reference makes of a text, or of what is written of its map."""
    text = (GOLDEN / f"{name}.{kind}.json").read_text("utf-8")
    elements = elements_from_json(text)
    assert elements.diagnostics == []
    return elements


def elements_of(text: str) -> Elements:
    """Return what a text says, read as the reference reads it."""
    elements = parse(tokenize(text, is_reference=True))
    assert not elements.faults
    return elements


@any_text
@pytest.mark.parametrize("kind", ["read", "written"])
def test_elements_are_those_of_the_reference(name: str, kind: str) -> None:
    """A text says what the reference takes it to say."""
    path = TEXTS[name]
    text = path.read_text("utf-8") if kind == "read" else written(path)

    ours, theirs = (
        in_any_order(plain(each)) for each in (elements_of(text), answer(name, kind))
    )

    assert ours == theirs


@any_text
def test_the_reference_reads_the_same_from_what_is_written(name: str) -> None:
    """Its model of what is written is that of what was read, if it is as was meant."""
    if read(TEXTS[name].read_text("utf-8"), "argdown").diagnostics:
        pytest.skip("the reference strikes another step")
    assert meaning(answer(name, "written")) == meaning(answer(name, "read"))


@given(texts())
def test_what_is_written_says_the_same(text: str) -> None:
    """So it is for any text that the reference reads as its author meant it.

    It knows nothing of replies, which may stand elsewhere when they are written.
    """
    document = read(text, "argdown")
    theirs = parse(tokenize(text, is_reference=True))
    argument_map = document.argument_map
    targets = {argument_map.part(each.target) for each in argument_map.counterpoints}
    has_replies = any(isinstance(each, Counterpoint) for each in targets)
    if document.diagnostics or theirs.faults or has_replies:
        return

    again = elements_of(dumps(document.argument_map, "argdown"))

    assert meaning(again) == meaning(theirs)
