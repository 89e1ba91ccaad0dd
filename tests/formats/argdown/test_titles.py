"""Titles where they stand in a text."""

from hypothesis import given

from argmap.formats.argdown.titles import titles
from argmap.formats.argdown.tokens import tokenize
from tests.formats.argdown.texts import texts


@given(texts())
def test_a_title_is_where_its_words_are(text: str) -> None:
    """The span of a title holds its words, between its signs."""
    for sign, words, _, span in titles(tokenize(text)):
        assert span.of(text) == words
        assert text[span.start - 1] == sign
        assert text[span.end] == {"[": "]", "<": ">"}[sign]
