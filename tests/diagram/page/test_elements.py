"""Elements: what is put in as text comes out as text."""

from hypothesis import given

from argmap.diagram.page.elements import tag, written
from argmap.words import sanitized
from tests.diagram.page.reading import read
from tests.strategies import texts


@given(texts(), texts())
def test_text_comes_out_as_text(words: str, more: str) -> None:
    """Whatever is put in as text or as a value is read from the page as such."""
    element = tag("p", words, tag("br"), more, words, title=more)

    html = read(f"<!DOCTYPE html>{written(element)}")

    assert html.attributes == {"title": sanitized(more)}
    assert html.text == sanitized(words + more + words)
    assert [each.tag for each in html.every()] == ["p", "br"]
