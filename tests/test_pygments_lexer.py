"""Argdown in colour: nothing is lost, and signs look like signs."""

from hypothesis import given
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Name, Operator, Token

from argmap.pygments_lexer import ArgdownLexer
from tests.formats.argdown.texts import pieces, texts


@given(texts() | pieces())
def test_nothing_is_lost(text: str) -> None:
    """The pieces are the text, in order, each where it says it is."""
    end = 0
    for start, _, piece in ArgdownLexer().get_tokens_unprocessed(text):
        assert start == end
        end += len(piece)
        assert text[start:end] == piece
    assert end == len(text)


def test_it_is_found() -> None:
    """Pygments finds the lexer by its name and by the name of a file."""
    assert isinstance(get_lexer_by_name("argdown"), ArgdownLexer)
    assert isinstance(get_lexer_for_filename("talk.argdown"), ArgdownLexer)


def test_signs_have_their_types() -> None:
    """Titles, relations, tags and comments are told apart; data is YAML."""
    text = "[Rents]: They rose. #core {a: 1}\n  + <Index> // aside\n"

    found = {
        piece: type_ for _, type_, piece in ArgdownLexer().get_tokens_unprocessed(text)
    }

    assert found["[Rents]:"] is Name.Class
    assert found["<Index>"] is Name.Function
    assert found["  +"] is Operator
    assert found["#core "] is Name.Tag
    assert found["// aside"] is Comment
    assert found["a"] is not Token.Text
