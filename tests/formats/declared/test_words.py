"""Usual words mean what everybody means by them."""

import pytest

from argmap.formats.declared.words import MEANINGS, usual
from argmap.formats.nodes import Meaning


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("SUPPORTS", "support"),
        ("pro", "support"),
        ("entailment", "support"),
        ("in favor", "support"),
        ("+", "support"),
        ("Con", "attack"),
        ("counter-argument", "attack"),
        ("rebuts", "attack"),
        ("-", "attack"),
        ("undercuts", "undercut"),
        ("contradicts", "contradiction"),
        ("semantically_same", "rephrase"),
        ("neutral", "none"),
        ("is_supported_by", "supported-by"),
        ("attackedBy", "attacked-by"),
        ("premise_2", "support"),
    ],
)
def test_usual_words_have_a_meaning(word: str, meaning: str) -> None:
    """Case, dashes and underscores make no difference."""
    assert usual([word]) == {word: MEANINGS[meaning]}


@pytest.mark.parametrize("word", ["elaborates", "", "2", "supportsNot", "unsupported"])
def test_other_words_have_none(word: str) -> None:
    """What no table has is never taken for something that it is like."""
    assert usual([word]) == {}


def test_numbers_are_signs_only_beside_a_negative_one() -> None:
    """1 without -1 may be the number of a class, of which nobody knows which."""
    assert usual(["0", "1", "2"]) == {}
    assert usual(["1", "0.0", "-1"]) == {
        "1": (Meaning.SUPPORT, False),
        "0.0": (Meaning.NONE, False),
        "-1": (Meaning.ATTACK, False),
    }
