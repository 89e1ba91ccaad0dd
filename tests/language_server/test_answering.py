"""The line that begins an answer to an objection."""

import pytest
from hypothesis import given

from argmap.formats import read
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import tokenize
from argmap.language_server.answering import Answer, answers
from tests.formats.argdown.texts import texts


def answers_at(text: str, offset: int) -> list[Answer]:
    """Return the ways to answer what stands at an offset."""
    return list(answers(tokenize(text), offset))


@given(texts())
def test_an_answer_is_one_counterpoint_more(text: str) -> None:
    """Below any objection of any text, either answer is read as one, and no more."""
    document = read(text, "argdown")
    tokens = tokenize(text)
    if document.has_errors:
        return
    for at, kind in enumerate(tokens.kinds):
        if kind not in {t.OUTGOING_ATTACK, t.OUTGOING_UNDERCUT}:
            continue
        deny, undercut = answers_at(text, tokens.ends[at] - 1)
        for each in (deny, undercut):
            answered = read(each.edit.of(text), "argdown")
            assert not answered.has_errors
            old, new = document.argument_map, answered.argument_map
            assert len(new.claims) == len(old.claims) + 1
            against = new.counterpoints, new.contradictions
            before = old.counterpoints, old.contradictions
            assert sum(map(len, against)) == sum(map(len, before)) + 1


@pytest.mark.parametrize(
    ("text", "place", "answered"),
    [
        ("a\n  - b\n", "b", "a\n  - b\n    - …\n"),
        ("a\n  - b", "- b", "a\n  - b\n    - …"),
        ("a\n\t- b\n", "b", "a\n\t- b\n\t\t- …\n"),
        ("a\n - b\n     + c\n", "b", "a\n - b\n     - …\n     + c\n"),
        ("a\n  - b\n    goes on {x: 1}\n", "goes", None),
        ("a\r\n  - b // so\r\n", "b", "a\r\n  - b // so\r\n    - …\r\n"),
        ("a\n  - b /* so\n it is */\n", "b", "a\n  - b /* so\n it is */\n    - …\n"),
        ("a\n  + b\n    - c\n  + d\n", "c", "a\n  + b\n    - c\n      - …\n  + d\n"),
    ],
)
def test_where_it_stands(text: str, place: str, answered: str | None) -> None:
    """Below all of the objection's own words, indented as the file has it."""
    deny, undercut = answers_at(text, text.index(place))

    expected = answered or "a\n  - b\n    goes on {x: 1}\n    - …\n"
    assert deny.edit.of(text) == expected
    assert undercut.edit.of(text) == expected.replace("- …", "_ …")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n  + b\n", "b"),
        ("a\n  - b\n    + c\n", "c"),
        ("a\n  - b\n\nc\n", "c"),
        ("(1) a\n  - b\n(2) c\n----\n(3) d\n", "c"),
        ("a\n", "a"),
        ("", ""),
    ],
)
def test_what_is_no_objection_has_no_answer(text: str, place: str) -> None:
    """A reason, a claim and what stands below an objection are offered none."""
    assert answers_at(text, text.index(place)) == []
