"""Laws of words that are shown: harmless, in a line, not too many."""

import unicodedata
from typing import Final

import pytest
from hypothesis import given, strategies as st
from wcwidth import iter_graphemes

from argmap import words as words_module
from tests.diagram.test_text import FORBIDDEN_IN_XML, GRAPHEMES, OVERRIDES
from tests.strategies import texts

BIDI_CONTROLS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""The characters with the property Bidi_Control (UAX #9)."""


@given(st.text() | texts())
def test_plain_text_hides_and_reorders_nothing(words: str) -> None:
    """Plain text is one line that XML can hold and no override can turn round."""
    plain = words_module.one_line(words)

    assert not FORBIDDEN_IN_XML.search(plain)
    assert not OVERRIDES.search(plain)
    assert plain == " ".join(plain.split())
    assert words_module.one_line(plain) == plain


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("\x7f", "␡"),
        ("\x1b[31m", "␛[31m"),
        ("a\u2066b\u202ec", "abc"),
        ("\x9b", "\ufffd"),
        ("\ufffe", "\ufffd"),
        ("two  spaces", "two spaces"),
    ],
)
def test_what_plain_text_shows(words: str, plain: str) -> None:
    """Control characters are shown as pictures; overrides go without a trace."""
    assert words_module.one_line(words) == plain


@given(
    st.text() | st.text(st.sampled_from("a\u05d0\u061c\u200e\u200f\u202e\u2068\x1b"))
)
def test_a_terminal_gets_nothing_that_steers_it(words: str) -> None:
    """What is visible has no control character and no character that sets direction."""
    visible = words_module.visible(words)

    assert not {unicodedata.category(each) for each in visible.replace("\t", "")} & {
        "Cc",
        "Cs",
    }
    assert not BIDI_CONTROLS & set(visible)


@given(st.text(st.sampled_from("".join(GRAPHEMES)), max_size=30), st.integers(1, 20))
def test_a_text_is_truncated_between_graphemes(words: str, length: int) -> None:
    """It is the text itself, or whole grapheme clusters of it and an ellipsis."""
    found = words_module.truncate(words, length)

    if len(words) <= length:
        assert found == words
    else:
        assert len(found) <= length
        graphemes = list(iter_graphemes(words))
        beginnings = {
            "".join(graphemes[:end]).rstrip() for end in range(len(graphemes))
        }
        assert found.removesuffix("…") in beginnings
