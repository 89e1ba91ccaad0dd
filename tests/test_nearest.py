"""The nearest passage has most of the words, and differs in what is reported."""

import pytest
from hypothesis import given, strategies as st

from argmap.nearest import NearestPassage, nearest_passage
from tests.strategies import texts


def _nearest(text: str, words: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    found = nearest_passage(text, words)
    assert found
    return text[found.start : found.end], found.differences


def test_nearest_passage() -> None:
    """The nearest passage has most of the words, and goes as far as they do."""
    text = "First, rents rose fast there. Then wages fell."

    assert _nearest(text, "then rents rose slowly") == (
        "First, rents rose fast",
        (("then", "First,"), ("slowly", "fast")),
    )
    assert nearest_passage(text, "nothing of it") is None
    assert nearest_passage("", "nothing") is None
    assert nearest_passage("… ”", "”\ufeff") is None


@pytest.mark.parametrize(
    ("text", "words", "passage", "differences"),
    [
        ("a b c d e", "a b x d e", "a b c d e", (("x", "c"),)),
        ("a b c d e", "b c x d", "b c d", (("x", ""),)),
        ("a b c d e", "b d e", "b c d e", (("", "c"),)),
        ("Rents (they say) rose.", "Rents they rose", "Rents (they say) rose", None),
        ("It rose by a third.", "by a half", "by a third", (("half", "third"),)),
        ("It rose by a third.", "by a half.", "by a third.", (("half.", "third."),)),
        ("an unlawful act.", "lawful act", "unlawful act", (("lawful", "unlawful"),)),
        ("of -3 points", "3 points", "of -3 points", (("3", "of -3"),)),
        ("工资上涨了很多", "工资下涨了", "工资上涨了", (("下", "上"),)),
    ],
)
def test_differences(
    text: str, words: str, passage: str, differences: tuple[tuple[str, str], ...] | None
) -> None:
    """What was left out, added and changed is reported, but no mark round it."""
    found = _nearest(text, words)

    assert found == (passage, differences or found[1])


def test_rare_words_count_more() -> None:
    """One rare word in common says more than a common one over and over."""
    text = f"{'the ' * 50}basalt {'the ' * 50}"

    assert _nearest(text, "the basalt pillar")[0] == "the basalt the"

    text = f"{'of the ' * 50}{'x ' * 20}basalt{' x' * 20}"
    assert _nearest(text, "of the basalt")[0] == "x x basalt"


def test_words_count_once() -> None:
    """Where more of the words stand together is nearer, wherever else some stand."""
    text = f"b c {'x ' * 20}a b c {'x ' * 20}b b c b"

    assert _nearest(text, "a b z c")[0] == "a b c"


def test_words_that_stand_everywhere() -> None:
    """Where there are rare words, those found everywhere are not needed."""
    text = f"{'the ' * 20_001}basalt pillar fell"

    assert _nearest(text, "the basalt column fell")[0] == "the basalt pillar fell"


def test_long_words() -> None:
    """Of many words only those about the first difference are compared."""
    words = [f"w{at}" for at in range(10_000)]
    wrong = " ".join([*words[:7000], "x", *words[7001:]])

    passage, differences = _nearest(" ".join(words), wrong)

    assert passage == " ".join(words[6950:7050])
    assert differences == (("x", "w7000"),)


@pytest.mark.parametrize("word", ["ha ", "ha", "租", "- "])
def test_one_word_over_and_over(word: str) -> None:
    """A text of one word is no trap, nor are words of one word."""
    text = word * 50_000

    for words in (f"{word * 20}ho", word * 1000 + " ho", f"ho {word}", "ho"):
        found = nearest_passage(text, words)
        assert found is None or found.end - found.start <= len(text)


@given(texts(), texts())
def test_passages_lie_in_the_text(text: str, words: str) -> None:
    """Whatever is looked for, a passage lies in the text and is not empty."""
    found = nearest_passage(text, words)

    assert found is None or 0 <= found.start < found.end <= len(text)


@given(st.lists(st.sampled_from("abcdef"), min_size=3, unique=True), st.data())
def test_differences_lead_from_words_to_passage(
    letters: list[str], data: st.DataObject
) -> None:
    """Words that come from a text with one other word differ in that word only."""
    at = data.draw(st.integers(1, len(letters) - 2))
    words = [*letters[:at], "x", *letters[at + 1 :]]

    found = nearest_passage(" ".join(letters), " ".join(words))

    assert found == NearestPassage(0, 2 * len(letters) - 1, (("x", letters[at]),))
