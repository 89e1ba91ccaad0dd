"""Laws of texts and the ranges in them."""

import pytest
from hypothesis import given

from argmap.formats.argdown.content import clipped, trimmed
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from tests.formats.argdown.texts import texts


def said(text: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """Return the words of a statement, what its ranges are of, and its tags."""
    (statement,) = parse(tokenize(text)).statements.values()
    words, ranges = statement.body
    inside = [(one["type"], words[one["start"] : one["stop"] + 1]) for one in ranges]
    return words, inside, list(statement.tags)


@pytest.mark.parametrize(
    ("text", "words", "ranges", "tags"),
    [
        ("They *rose*.", "They rose.", [("italic", "rose")], []),
        (
            "__All *of* it__",
            "All of it",
            [("italic", "of"), ("bold", "All of it")],
            [],
        ),
        (
            "See [here](https://example.org), @[A]",
            "See here, @[A]",
            [("link", "here"), ("statement-mention", "@[A]")],
            [],
        ),
        ("One\ntwo.", "One two.", [], []),
        (r"a \* star", "a * star", [], []),
        ("It rose. #a #(b c)", "It rose.", [], ["a", "b c"]),
        ("It #a rose.", "It #a rose.", [("tag", "#a ")], ["a"]),
        ("so :->: it", "so → it", [], []),
    ],
)
def test_words_and_ranges(
    text: str, words: str, ranges: list[tuple[str, str]], tags: list[str]
) -> None:
    """Signs are gone from the words, and each range has the words between its own."""
    assert said(text) == (words, ranges, tags)


@given(texts())
def test_ranges_lie_in_their_text(text: str) -> None:
    """However a text is trimmed, each range is of some of its words."""
    for element in parse(tokenize(text)).all:
        for each in element.members:
            words, ranges = trimmed(each.text, each.ranges)
            assert words in each.text
            for range_ in ranges:
                assert range_["start"] <= range_["stop"] + 1 <= len(words)


def test_ranges_are_clipped() -> None:
    """What begins behind the end is gone, and what goes on ends there."""
    ranges = [{"start": 2, "stop": 8}, {"start": 5, "stop": 5}]

    assert clipped(ranges, 2, 5) == [{"start": 0, "stop": 2}]
