"""Laying out changes blanks and breaks, and nothing else."""

import re

import pytest
from hypothesis import assume, given

from argmap.errors import FormatError
from argmap.formats import read
from argmap.formats.argdown import formatter
from argmap.formats.argdown.formatter import format_text
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from tests.formats.argdown.plain import elements_of, meaning
from tests.formats.argdown.texts import pieces, texts


def laid_out(text: str) -> str:
    try:
        return format_text(text)
    except FormatError:
        return text


@given(texts() | pieces())
def test_what_is_said_stays(text: str) -> None:
    """The map of a text that is laid out is that of the text."""
    after = laid_out(text)

    assert read(after, "argdown").argument_map == read(text, "argdown").argument_map


@given(texts())
def test_the_reference_reads_the_same(text: str) -> None:
    """So it does, unless a line of blanks is a statement for it: fmt empties that."""
    assume(not elements_of(text).faults)
    found = {code for code, _, _ in tokenize(text).deviations}
    assume("blank-statement" not in found)
    before = elements_of(text, is_reference=True)
    after = elements_of(format_text(text), is_reference=True)
    assert len(before.faults) == len(after.faults)
    assert before.faults or meaning(before) == meaning(after)


@given(texts() | pieces())
def test_laying_out_twice_changes_nothing(text: str) -> None:
    """What has been laid out stays as it is."""
    once = laid_out(text)

    assert laid_out(once) == once


@given(texts())
def test_words_and_comments_stay_in_their_order(text: str) -> None:
    """But for white space the text is the same, letter by letter."""
    once = laid_out(text)

    assert "".join(once.split()) == "".join(text.split())


@given(texts())
def test_layout_is_ours(text: str) -> None:
    """No blank at a line's end, no two empty lines, one break at the end, of one kind.

    A break after the last line would make a comment of two slashes in it.
    """
    if parse(tokenize(text)).faults or "//" in text.rstrip().splitlines()[-1]:
        return
    ends = re.findall("\r\n?|\n", format_text(text))
    once = re.sub("\r\n?|\n", "\n", format_text(text))

    assert once.endswith("\n")
    assert not once.endswith("\n\n")
    assert len(set(ends)) == 1
    if "<!--" not in once:
        assert "\n\n\n" not in once


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[A]:b", "[A]: b\n"),
        ("A\n    +  B\n        - C\n     + D", "A\n  + B\n    - C\n  + D\n"),
        ("A\n\t+ B\n\t\t- C", "A\n  + B\n    - C\n"),
        ("A \n   goes on\n  + B\n goes on", "A\ngoes on\n  + B\n    goes on\n"),
        ("(1)A\n ( 2)\n----\n(3) C\n", "(1) A\n    ( 2)\n----\n(3) C\n"),
        ("* A\n  + B\n* C", "* A\n  + B\n* C\n"),
        ("1.  A\n2.  B", "1. A\n2. B\n"),
        ("===\na: 1\n===\n\n\n\nA", "===\na: 1\n===\n\nA\n"),
        ("# H \n\n\nA // why\n\n// alone\n\n\nB", "# H\n\nA // why\n\n// alone\n\nB\n"),
        ("A \r\n\r\nB {\r\n  a: 1\r\n}\r\n", "A\r\n\r\nB {\r\n  a: 1\r\n}\r\n"),
        ("A\r\n  +   B\n  - C\r\n", "A\r\n  + B\r\n  - C\r\n"),
        ("A\r\n  +   B\n", "A\n  + B\n"),
        ("A\r  +   B\r", "A\r  + B\r"),
        ("(1) A\n----\n  <_  <B>\n(2) C", "(1) A\n----\n  <_ <B>\n(2) C\n"),
        ("A  \nB", "A  \nB\n"),
        ("A\n \t\n// b\n \t\n// c\n \t\nD", "A\n\n// b\n\n// c\n\nD\n"),
        ("A\n  + B\n \t\n// c\n \t\n// d\n", "A\n  + B\n\n// c\n\n// d\n"),
        ("As @[B] \nsays", "As @[B]\nsays\n"),
        ("A\n<!-- one -->\nB", "A\n<!-- one -->\nB\n"),
    ],
)
def test_examples(before: str, after: str) -> None:
    """Layouts, before and after."""
    assert format_text(before) == after


def test_faults_are_reported() -> None:
    """A text that is not right is refused, with all that is wrong with it."""
    with pytest.raises(FormatError) as caught:
        format_text("(1) A\n\n+ B")

    assert [each.code for each in caught.value.diagnostics] == [
        "unfinished-reconstruction",
        "misplaced-relation",
    ]


def test_in_doubt_a_text_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a layout change what a text says, the text stays as it is."""
    monkeypatch.setattr(formatter._Layout, "run", lambda _: "Something else.\n")

    assert format_text("[A]:b") == "[A]:b"


def test_a_slash_at_the_end_stays_text() -> None:
    """Two slashes in the last line are a comment only before a break."""
    text = "A //b"

    assert read(format_text(text), "argdown").argument_map.claims[0].text == "A //b"
