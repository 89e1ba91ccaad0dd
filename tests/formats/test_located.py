"""Values with their places, and what is found about them."""

from hypothesis import given, strategies as st

from argmap.diagnostics import Severity, Span
from argmap.formats.located import (
    Findings,
    Node,
    by_place,
    inner,
    shown,
    whole_characters,
)
from tests.formats.test_scanner import LETTERS


@given(st.lists(st.text(LETTERS, max_size=60) | st.integers(0, 99), max_size=3))
def test_paths_are_short_and_one_to_a_line(steps: list[str | int]) -> None:
    """A path names each step so that it cannot be taken for another kind."""
    path = "$"
    for step in steps:
        path = inner(path, step)

    assert len(path) < 120 * (len(steps) + 1)
    assert "\n" not in path
    assert shown("a" * 100) == f'"{"a" * 40}…'


def test_findings_come_by_place() -> None:
    """What is found anywhere is put in the order of the text."""
    findings = Findings()
    findings.add("b", "second", Span(3, 4))
    findings.add("a", "first", Span(0, 1), "help", Severity.INFO)
    findings.add_unwanted("text", Node([], 1, items=[]), "$.a")

    assert [str(each) for each in by_place(findings)] == [
        "info[a]: first",
        "error[wrong-type]: $.a must be text, not a list",
        "error[b]: second",
    ]


def test_halves_of_characters_are_found() -> None:
    """Each half of a surrogate pair is an error at its place, and is replaced."""
    text, findings = whole_characters("a\ud800b\udc00")

    assert text == "a\ufffdb\ufffd"
    assert [each.span for each in findings] == [Span(1, 2), Span(3, 4)]
    assert whole_characters("a") == ("a", [])
