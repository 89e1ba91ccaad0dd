"""Words are found by their letters, wherever they stand."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.passages import differences, find_passages, nearest_passage
from tests.strategies import texts

_MIXED = (
    st.text(st.sampled_from("ab e\u0301éﬁ… \n\u200b“\"’'–-½"), max_size=15) | texts()
)


@given(_MIXED, st.data())
def test_slices_are_found(text: str, data: st.DataObject) -> None:
    """Any slice of a text is found where it stands, unless it cuts off an accent."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sought = text[start:end]
    assume(sought.strip().strip("\u00ad\u200b\u200c\u200d\u2060\ufeff \n"))
    assume(not unicodedata.combining(text[end : end + 1] or " "))

    places = list(find_passages(text, sought))

    assert any(a < end and start < b for a, b in places)


@given(_MIXED, _MIXED)
def test_places_lie_in_the_text(text: str, words: str) -> None:
    """Places come in order, each once, within the text and with no space round."""
    places = list(find_passages(text, words))

    assert places == sorted(set(places))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(text[start:end] == text[start:end].strip() for start, end in places)


@pytest.mark.parametrize(
    ("text", "words", "passage"),
    [
        ("He said: “all is well”.", '"all is well"', "“all is well”"),
        ("It’s so", "It's so", "It’s so"),
        ("from 1990–95 on", "1990-95", "1990–95"),
        ("one\n  two three", "one two  three", "one\n  two three"),
        ("re\u0301sume\u0301 here", "résumé", "re\u0301sume\u0301"),
        ("résumé here", "re\u0301sume\u0301", "résumé"),
        ("\u1112\u1161\u11ab here", "한", "\u1112\u1161\u11ab"),
        ("co\u00adoperate", "cooperate", "co\u00adoperate"),
        ("the ﬁrst", "first", "ﬁrst"),
        ("so… on", "so...", "so…"),
        ("a \u200b b", "a b", "a \u200b b"),
    ],
)
def test_variants(text: str, words: str, passage: str) -> None:
    """Typography, spacing and composition of letters need not agree."""
    assert [text[start:end] for start, end in find_passages(text, words)] == [passage]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Rents", "rents"), ("café", "cafe"), ("cafe\u0301", "cafe"), ("a", " ")],
)
def test_differences_that_count(text: str, words: str) -> None:
    """Case and accents do matter, and blank words stand nowhere."""
    assert list(find_passages(text, words)) == []


def test_overlaps() -> None:
    """Words that overlap themselves stand in each place."""
    assert list(find_passages("aaa", "aa")) == [(0, 2), (1, 3)]


def test_one_letter_is_one_place() -> None:
    """A letter that folds to several is found once."""
    assert list(find_passages("…", ".")) == [(0, 1)]


def test_nearest_passage() -> None:
    """The nearest passage surrounds the longest run of words in common."""
    text = "First, rents rose fast there. Then wages fell."

    assert nearest_passage(text, "then rents rose slowly") == (0, 22)
    assert text[:22] == "First, rents rose fast"
    assert nearest_passage(text, "nothing of it") is None


def test_differences() -> None:
    """What was left out, added and changed is told in order."""
    assert list(differences("a b c e", "a x c d e")) == [("x", "b"), ("d", "")]
    assert list(differences("a b", "a")) == [("", "b")]
