"""Laws of values with places, and of findings about them."""

from hypothesis import given, strategies as st

from argmap.diagnostics import Span
from argmap.formats.located import Findings, Node, by_place, whole_characters


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
