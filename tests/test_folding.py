"""A folded text leads back to the text as it is, place by place."""

import itertools
import sys

import pytest
from hypothesis import given, strategies as st

from argmap.folding import Folded, folded, is_blank
from tests.strategies import texts

_MIXED = (
    st.text(st.sampled_from("ab e\u0301éﬁ… \n\u00ad\u200b“'–-.«?租ｶﾞ"), max_size=15)
    | texts()
)


@given(_MIXED)
def test_every_character_has_an_origin(text: str) -> None:
    """Every character of a folded text comes from somewhere, and in order."""
    fold = Folded.of(text)
    starts = [
        next(
            place
            for end in range(at + 1, len(fold.text) + 1)
            for start in range(at, -1, -1)
            if (place := fold.origin(start, end))
        )
        for at in range(len(fold.text))
    ]

    assert starts == sorted(starts)
    assert all(0 <= start <= end <= len(text) for start, end in starts)


@given(_MIXED)
def test_the_whole_comes_from_the_whole(text: str) -> None:
    """All of a folded text comes from all of the text but the blanks round it."""
    fold = Folded.of(text)
    seen = [at for at, letter in enumerate(text) if not is_blank(letter)]

    place = fold.origin(0, len(fold.text)) if fold.text.strip() else None

    assert place == ((seen[0], seen[-1] + 1) if seen else None)


@given(_MIXED)
def test_words_stay_whole(text: str) -> None:
    """A span that is whole has no letter of a word on its other side."""
    fold = Folded.of(text)
    for start, end in itertools.combinations(range(len(fold.text) + 1), 2):
        around = fold.text[max(start - 1, 0) : start + 1]
        if "- " not in text and len(around) == 2 and around.isascii():
            assert not (around.isalnum() and fold.is_whole(start, end))


def test_white_space_is_all_the_same() -> None:
    """Whatever Unicode calls white space folds to a space, one by one or many."""
    spaces = [each for each in map(chr, range(sys.maxunicode)) if each.isspace()]

    assert {Folded.of(f"a{each}b").text for each in spaces} == {"a b"}
    assert Folded.of(f"a{''.join(spaces)}b").text == "a b"


@pytest.mark.parametrize(
    ("text", "fold"),
    [
        ("rents—not — wages", "rents-not-wages"),
        ("in-\nform Anglo-\nSaxon 1-\n2", "inform Anglo-Saxon 1-2"),
        ("5--3 --- x--y", "5--3-x-y"),
        ("« a » : b !", '"a": b!'),
        ("ＡＢ ＣＤ，租\n金 租 a", "AB CD,租金租 a"),
        ("10² ½ ﬃ Ĳ", "10² ½ ffi IJ"),
        ("a . . . b … c", "a... b... c"),
        ("co\u00adop\u200b x\u00a0\u2009y", "coop x y"),
    ],
)
def test_what_is_alike(text: str, fold: str) -> None:
    """Dashes, marks, spaces, widths and ligatures are alike; powers are not."""
    assert Folded.of(text).text == fold


def test_a_text_is_folded_once() -> None:
    """The same text, looked at again, is not folded again."""
    assert folded(" ".join(["Rents"] * 3)) is folded(" ".join(["Rents"] * 3))
