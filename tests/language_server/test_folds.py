"""What can be folded."""

from hypothesis import example, given, strategies as st

from argmap.formats.argdown.tokens import tokenize
from argmap.language_server.files import File
from argmap.language_server.folds import Fold, FoldKind, folds
from tests.formats.argdown.texts import pieces, texts

TEXT = """\
===
title: Rents
===

// asked by
// the council

# Housing

[Cap]: Cap rents,
  and wages.
  - <Fair>: It is fair.
    + Because.

## Detail

(1) a
(2) b
----
(3) c // said

# Else
"""


def lines(text: str) -> list[tuple[int, int]]:
    """Return the first and the last line of each fold, counted from 1."""
    found = folds(tokenize(text), File(None, text))
    return [(each.first + 1, each.last + 1) for each in found]


def test_sections_blocks_and_what_is_below() -> None:
    """A section goes on to the next of its level, a block to the empty line."""
    assert lines(TEXT) == [
        (1, 3),
        (5, 6),
        (8, 20),
        (10, 13),
        (12, 13),
        (15, 20),
        (17, 20),
    ]


def test_comments_are_called_so() -> None:
    """An editor can fold all comments at once."""
    found = folds(tokenize(TEXT), File(None, TEXT))

    assert Fold(4, 5, FoldKind.COMMENT) in found
    assert [each.kind for each in found].count(FoldKind.COMMENT) == 1


@example("Rents rose.\n  + Rents rose.\n  Rents rose.\n\n* Rents rose.")
@given(texts() | pieces() | st.text(max_size=30))
def test_folds_lie_in_each_other(text: str) -> None:
    """In any text a fold has several lines of it; no two overlap in part."""
    file = File(None, text)
    found = [
        each
        for each in folds(tokenize(text), file)
        if each.kind is not FoldKind.COMMENT
    ]

    assert all(0 <= each.first < each.last < len(file.lines) for each in found)
    for one in found:
        for other in found:
            is_apart = one.last <= other.first or other.last <= one.first
            is_inside = one.first <= other.first and other.last <= one.last
            is_around = other.first <= one.first and one.last <= other.last
            assert is_apart or is_inside or is_around
