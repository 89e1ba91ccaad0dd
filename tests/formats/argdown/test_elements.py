"""Statements and arguments in Argdown's own terms."""

import pytest

from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize

STEPS = """\
<A>

(1) One.
(2) Two.
{first}
(3) Three.
(4) Four.
{second}
(5) Five.
"""


def elements(text: str) -> Elements:
    """Return what a text says."""
    found = parse(tokenize(text))
    assert not found.faults
    return found


@pytest.mark.parametrize(
    ("first", "second", "premises"),
    [
        ("----", "----", [["One.", "Two."], ["Three.", "Four."]]),
        ("-- Rule {uses: [2]} --", "----", [["Two."], ["Three.", "Four."]]),
        ("----", "-- R {from: [4, 1]} --", [["One.", "Two."], ["Four.", "One."]]),
        ("----", "-- R {uses: [1, 9, x]} --", [["One.", "Two."], ["One."]]),
        ("-- R {uses: [9]} --", "----", [["One.", "Two."], ["Three.", "Four."]]),
    ],
)
def test_what_a_step_starts_from(
    first: str, second: str, premises: list[list[str]]
) -> None:
    """All since the last conclusion and that, or what the line says by numbers."""
    (argument,) = elements(STEPS.format(first=first, second=second)).arguments.values()

    steps = list(argument.steps())

    assert [[each.text for each in step.premises] for step in steps] == premises
    assert [step.conclusion.text for step in steps] == ["Three.", "Five."]
    assert [[each.text for each in step.listed] for step in steps] == [
        ["One.", "Two."],
        ["Four."],
    ]
    assert argument.conclusion
    assert argument.conclusion.text == "Five."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("[A]: First.\n\n[A]: Second. #x\n\n[A]", "Second."),
        ("[A]: First. {isCanonical: true}\n\n[A]: Second.", "First."),
        ("[A]\n  + b", ""),
    ],
)
def test_the_text_that_counts(text: str, body: str) -> None:
    """Of several texts the last counts, or the last that says so."""
    found = elements(text).statements["A"]

    assert found.body == (body, [])
    assert bool(found.canonical) is bool(body)
