"""Laws of values with places, and of findings about them."""

from hypothesis import given, strategies as st

from argmap.diagnostics import Span
from argmap.formats.located import (
    Findings,
    Node,
    by_place,
    inner,
    shown,
    whole_characters,
)
from tests.formats.test_scanner import LETTERS


@given(st.text(st.characters(exclude_categories=())))
def test_whole_characters(text: str) -> None:
    """What is left can be encoded, is as long, and each half is found in its place."""
    whole, findings = whole_characters(text)

    assert len(whole) == len(text)
    whole.encode()
    places = {each.span.start for each in findings if each.span}
    assert all((whole[at] == text[at]) is not (at in places) for at in range(len(text)))


@given(st.lists(st.integers(0, 9)))
def test_by_place(starts: list[int]) -> None:
    """Findings stand in the order of the text, and in their own at one place."""
    findings = Findings()
    for number, start in enumerate(starts):
        findings.add("slip", str(number), Span(start, start + 1))

    found = [(each.span, int(each.message)) for each in by_place(findings)]

    assert found == sorted(found, key=lambda each: (starts[each[1]], each[1]))
    assert sorted(number for _, number in found) == list(range(len(starts)))


def test_what_stands_in_the_place() -> None:
    """A finding says what came: a scalar as it is, and of the others the kind."""
    findings = Findings()
    for node in (Node(3, 0, 1), Node([], 0, 2, []), Node({}, 0, 2, {})):
        findings.add_unwanted("text", node, "$.title")

    assert [each.message.partition(", not ")[2] for each in findings] == [
        *("3", "a list", "an object")
    ]


@given(st.lists(st.text(LETTERS, max_size=60) | st.integers(0, 99), max_size=3))
def test_paths_are_short_and_one_to_a_line(steps: list[str | int]) -> None:
    """A path names each step so that it cannot be taken for another kind."""
    path = "$"
    for step in steps:
        path = inner(path, step)

    assert len(path) < 120 * (len(steps) + 1)
    assert "\n" not in path
    assert shown("a" * 100) == f'"{"a" * 40}…'
