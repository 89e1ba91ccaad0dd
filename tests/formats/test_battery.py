"""Laws that every format keeps."""

import pytest
from hypothesis import given, strategies as st

from argmap.formats import FORMATS, Document, Format, dumps, loads, read
from argmap.formats.codes import CODES
from argmap.model import ArgumentMap
from tests.strategies import argument_maps

READABLE = [each for each in FORMATS if each.read]
BOTH_WAYS = [each for each in READABLE if each.write]
SNIPPETS = ('"', "{", "}", "[", "]", ",", ":", "\\", "\n", "-", "<", ">", "a", "\x00")

any_readable = pytest.mark.parametrize("chosen", READABLE, ids=lambda each: each.name)
any_format = pytest.mark.parametrize("chosen", BOTH_WAYS, ids=lambda each: each.name)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Draw texts that are this one but for a part of it."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 20)))
    middle = draw(st.sampled_from(["", text[start:end] * 2, *SNIPPETS]))
    return text[:start] + middle + text[end:]


def assert_located(document: Document) -> None:
    """Assert that places are inside the text, parts in the map, codes explained."""
    spans = [*document.spans.values()]
    spans += [each.span for each in document.diagnostics if each.span]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(document.text)
    for each in document.diagnostics:
        assert f"{each} {each.help}".encode()
        assert each.code in CODES
    assert document.spans.keys() <= {each.id for each in document.argument_map.parts}


@any_format
@given(argument_map=argument_maps())
def test_writing_without_losses_is_undone_by_reading(
    chosen: Format, argument_map: ArgumentMap
) -> None:
    """What was written without losses is read as the same map."""
    if not chosen.losses(argument_map):
        assert loads(dumps(argument_map, chosen), chosen) == argument_map


@any_format
@given(argument_map=argument_maps(), with_text=st.booleans())
def test_writing_again_gives_the_same_text(
    chosen: Format, argument_map: ArgumentMap, *, with_text: bool
) -> None:
    """What is read from a text we wrote is written as that text."""
    text = dumps(argument_map, chosen, with_source_text=with_text)

    again = dumps(loads(text, chosen), chosen, with_source_text=with_text)

    assert again == text


@any_format
@given(argument_map=argument_maps())
def test_every_part_we_wrote_has_a_place(
    chosen: Format, argument_map: ArgumentMap
) -> None:
    """Reading what we wrote finds nothing, and tells where every part stands.

    Only data of the map's own can be a setting that nobody honours or have a key that
    looks like a field. Only a map without parts is empty, and only a title can look
    like one of Argdown+. What strikes a step between two arguments without steps of
    their own can be said, but not so that the reference reads it.
    """
    document = read(dumps(argument_map, chosen), chosen)

    found = {each.code for each in document.diagnostics}
    allowed = {"undercut-of-a-step"} if argument_map.arguments else set()
    allowed |= {"setting-not-honoured"} if argument_map.data else set()
    allowed |= {"unused-key"} if any(x.data for x in argument_map.parts) else set()
    titles = {each.title[:1] for each in argument_map.propositions}
    allowed |= set() if titles.isdisjoint("?@>!") else {"argdown-plus"}
    assert found <= (allowed if document.spans else {*allowed, "empty-text"})
    assert_located(document)
    assert document.spans.keys() == {each.id for each in document.argument_map.parts}


@any_readable
@given(text=st.text(st.characters() | st.sampled_from(SNIPPETS)))
def test_any_text_can_be_read(chosen: Format, text: str) -> None:
    """Reading never raises, and every place it tells is inside the text."""
    assert_located(read(text, chosen))


@any_format
@given(argument_map=argument_maps(max_claims=3), data=st.data())
def test_any_spoilt_text_can_be_read(
    chosen: Format, argument_map: ArgumentMap, data: st.DataObject
) -> None:
    """Nor does reading raise for a text that is almost right."""
    text = data.draw(mutated(dumps(argument_map, chosen)))

    document = read(text, chosen)

    assert_located(document)
    assert read(text, chosen) == document
