"""What the words of a text are, for colours."""

from itertools import pairwise

from hypothesis import given, strategies as st

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import tokenize
from argmap.language_server.colours import COLOURS, Colour, Coloured, colours
from argmap.language_server.files import File
from tests.formats.argdown.texts import pieces, texts


def coloured(text: str) -> list[Coloured]:
    """Return the coloured pieces of a text."""
    return colours(tokenize(text), File(None, text))


@given(texts() | pieces() | st.text(max_size=30))
def test_pieces_are_as_the_protocol_wants_them(text: str) -> None:
    """In any text pieces are in order, apart, in one line each, and not blank."""
    found = coloured(text)

    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for each in found:
        words = each.span.of(text)
        assert words.strip()
        assert "\n" not in words
        assert "\r" not in words


@given(texts())
def test_every_token_has_its_colour(text: str) -> None:
    """What argmap reads as a title, a tag or a relation is coloured as that."""
    found = {each.span.start: each.colour for each in coloured(text)}
    tokens = tokenize(text)

    for at, kind in enumerate(tokens.kinds):
        image = tokens.image(at)
        if kind in COLOURS and image.strip():
            start = tokens.starts[at] + len(image) - len(image.lstrip())
            assert found[start] == COLOURS[kind]


def test_data_and_comments() -> None:
    """Keys and strings of data are told apart; a comment is one line by line."""
    text = '[A]: b {page: 3, at: "x: y"} /* so\nit is */\n'

    found = [(each.span.of(text), each.colour) for each in coloured(text)]

    assert found == [
        ("[A]:", Colour.CLAIM),
        ("page", Colour.PROPERTY),
        ("at", Colour.PROPERTY),
        ('"x: y"', Colour.STRING),
        ("/* so", Colour.COMMENT),
        ("it is */", Colour.COMMENT),
    ]


def test_every_kind_of_title_and_sign_has_a_colour() -> None:
    """The table leaves out no title, no relation and no tag."""
    wanted = {*t.RELATIONS, *t.ITEMS, *t.TITLES, t.TAG}

    assert wanted | {t.STATEMENT_MENTION, t.ARGUMENT_MENTION} <= COLOURS.keys()
