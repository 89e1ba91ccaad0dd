"""Laws of tokens: they cover a text, in time linear in it."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from argmap.formats import read
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import NAMES, tokenize
from tests.formats.argdown.texts import pieces, read_both, texts


def test_overlong_data_ends_where_it_is_closed() -> None:
    """Data is not what stands paragraphs further down."""
    text = "A {a: 1}. B\n\nC {b: 2} \n"

    ours, theirs = read_both(text)

    assert [each.code for each in ours.diagnostics] == [
        "overlong-data",
        "misplaced-text",
    ]
    assert [each.text for each in ours.argument_map.claims] == ["A", "C"]
    assert [each.code for each in theirs.diagnostics] == ["invalid-data"]


def test_windows_line_ends_keep_data() -> None:
    """A block of data over lines is data with any line ends."""
    text = "[A]: b {\r\n  c: 1\r\n}\r\n"

    ours, theirs = read_both(text)

    assert ours.argument_map.claims[0].data == {"c": 1}
    assert theirs.argument_map.claims[0].data == {}


HOSTILE = (
    *"[<{*_(#=:.@/\\-+>!'",
    *("@[", "/*", "<!--", "{}", "{},", "a.", "[a](", "**_", "x_", "<a", "`{a: "),
    *("\n+ a", "(1) a\n", " ", "a\n\n", "\n  [a]\n + b", "#(", "@include(a"),
)


@pytest.mark.parametrize(
    "size", [50_000, pytest.param(1_000_000, marks=pytest.mark.long)]
)
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_texts_are_read_in_time(piece: str, size: int) -> None:
    """A megabyte of signs is read to its end; nothing backtracks or recurses."""
    document = read(piece * (size // len(piece)), "argdown")

    assert len(document.text) > size - 20


def test_ten_thousand_levels() -> None:
    """A chain as deep as this is a chain like any other."""
    depth = 10_000
    text = "A" + "".join(f"\n{' ' * level}+ A" for level in range(1, depth))

    assert len(read(text, "argdown").argument_map.inferences) == depth - 1


ZERO_WIDTH = frozenset({t.EOF, t.INDENT, t.DEDENT})


@given(texts() | pieces() | st.text(max_size=40), st.booleans())
def test_tokens_stand_in_a_row(text: str, is_reference: bool) -> None:  # noqa: FBT001
    """Tokens follow each other to the end; only blanks and comments lie between."""
    tokens = tokenize(text, is_reference=is_reference)

    assert tokens.kinds[-1] == t.EOF
    assert tokens.kinds.count(t.EOF) == 1
    assert tokens.kinds.count(t.INDENT) == tokens.kinds.count(t.DEDENT)
    assert max(tokens.kinds) < len(NAMES)
    comments = {at for start, end in tokens.comments for at in range(start, end)}
    places = zip(tokens.starts, tokens.ends, tokens.kinds, strict=True)
    wide = [each for each in places if each[2] not in ZERO_WIDTH]
    for (_, end, _), (start, _, _) in pairwise([(0, 0, 0), *wide, (len(text), 0, 0)]):
        assert end <= start
        between = {at for at in range(end, start) if not text[at].isspace()}
        assert between <= comments | ({0} if text.startswith("\ufeff") else set())
    assert all(start < end for start, end, _ in wide)


@given(texts() | pieces())
def test_no_emphasis_ends_before_it_begins(text: str) -> None:
    """A sign that ends an emphasis has one before it that begins it."""
    depth = 0
    for kind in tokenize(text).kinds:
        depth += (kind == t.RANGE_START) - (kind == t.RANGE_END)
        assert depth >= 0
