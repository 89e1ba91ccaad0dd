"""A slip is put right with the words of the source, and nothing larger is one."""

import pytest
from hypothesis import given, strategies as st

from argmap.passages import find_passages
from argmap.slips import find_slip

TEXT = "Accidents at the crossing\nfell by 2.1 percent, so naïve critics were wrong."


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("Acidents at the crossing fell", [("Acidents", "Accidents")]),
        ("crossing fell by 2.1 percnet", [("percnet", "percent")]),
        ("naive critics were wrong", [("naive", "naïve")]),
        ("percent; so naïve critics", [("percent;", "percent,")]),
        ("Naïve Critics Were wrong", [("Naïve Critics Were", "naïve critics were")]),
    ],
)
def test_slips(words: str, pairs: list[tuple[str, str]]) -> None:
    """The source's words are given, and what they have for what is quoted."""
    slip = find_slip(TEXT, words)

    assert slip is not None
    assert [*slip.differences] == pairs
    assert any(find_passages(TEXT, slip.words))


@pytest.mark.parametrize(
    "words",
    [
        "fell by 21 percent",
        "fell by 2.2 percent",
        "Accidents did not fall",
        "critics were not wrong",
        "all at the crossing fell",
        "Accidents at a crossing fell",
        "nothing of the kind",
        "",
    ],
)
def test_what_is_no_slip(words: str) -> None:
    """Another number, a word more or less and a letter of a short word are none."""
    assert find_slip(TEXT, words) is None


def test_dots_without_brackets() -> None:
    """Dots that stand for words left out get their brackets."""
    slip = find_slip(TEXT, "Accidents … fell by 2.1 percent")

    assert slip is not None
    assert slip.words == "Accidents […] fell by 2.1 percent"
    assert slip.differences == ()


@given(st.integers(0, 30), st.integers(0, 60))
def test_a_letter_that_is_missing_comes_back(start: int, length: int) -> None:
    """Of what is put there the words stand in the source, whatever was lacking."""
    words = TEXT[start : start + length]
    broken = words[: length // 2] + words[length // 2 + 1 :]

    slip = None if any(find_passages(TEXT, broken)) else find_slip(TEXT, broken)

    assert slip is None or any(find_passages(TEXT, slip.words))
