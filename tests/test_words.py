"""Laws of words that are shown: harmless, in a line, not too many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from argmap import words as words_module
from tests.diagram.test_text import FORBIDDEN_IN_XML, GRAPHEMES, OVERRIDES
from tests.strategies import texts


@given(st.text() | texts())
def test_plain_text_hides_and_reorders_nothing(words: str) -> None:
    """Plain text is one line that XML can hold and no override can turn round."""
    plain = words_module.plain(words)

    assert not FORBIDDEN_IN_XML.search(plain)
    assert not OVERRIDES.search(plain)
    assert plain == " ".join(plain.split())
    assert words_module.plain(plain) == plain


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
    assert words_module.plain(words) == plain


@given(st.text(st.sampled_from("".join(GRAPHEMES)), max_size=30), st.integers(1, 20))
def test_the_gist_is_a_beginning(words: str, length: int) -> None:
    """A gist is the text itself, or whole grapheme clusters of it and an ellipsis."""
    gist = words_module.gist(words, length)

    if len(words) <= length:
        assert gist == words
    else:
        assert len(gist) <= length
        graphemes = list(iter_graphemes(words))
        beginnings = {
            "".join(graphemes[:end]).rstrip() for end in range(len(graphemes))
        }
        assert gist.removesuffix("…") in beginnings
