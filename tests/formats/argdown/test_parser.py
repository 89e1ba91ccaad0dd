"""What breaks the grammar is found where it does, and costs nothing around it."""

import pytest
from hypothesis import example, given, strategies as st

from argmap.diagnostics import Severity
from argmap.formats import read
from tests.formats.argdown.texts import blocks, read_both, texts_of


@given(st.lists(blocks(), max_size=3), st.lists(blocks(), max_size=3))
@example([], ["(1) Rents rose.\n----\n(2) Rents are too high."])
def test_a_bad_block_costs_no_other(before: list[str], after: list[str]) -> None:
    """All that stands around a block that is not right is read all the same."""
    whole = "\n\n".join([*before, "First.", "Between.", *after, "Last."])
    broken = whole.replace("Between.", "(1) No conclusion.")

    right, wrong = read(whole, "argdown"), read(broken, "argdown")

    # what is meant is a premise of the reconstruction below, if there is one
    codes = {"unfinished-reconstruction", "empty-line-inside"}
    assert codes & {each.code for each in wrong.diagnostics}
    known = texts_of(wrong.argument_map)
    assert all(
        text in known for text in texts_of(right.argument_map) if text != "Between."
    )


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("", "empty-text", 0),
        ("// only a comment\n", "empty-text", 17),
        ("===\na: 1\n===\nA", "missing-empty-line", 13),
        ("===\na: 1\n===\n", "empty-text", 12),
        ("===\na: 1\n===\n\n// b\n", "empty-text", 11),
        ("A\n+ B", "misplaced-relation", 2),
        ("A\n\n  + B", "misplaced-relation", 3),
        ("A [B]: c", "misplaced-title", 2),
        ("[B] text", "misplaced-text", 4),
        ("[B]:", "missing-text", 3),
        ("A **b\n\nC", "unclosed-emphasis", 5),
        ("A {a: 1} {b: 1}\nC", "misplaced-data", 9),
        ("(1) A\n(2) B\n\nC", "unfinished-reconstruction", 11),
        ("(1) <A>", "argument-in-reconstruction", 4),
        ("(1) A\n--\nb,\n--\n(2) B", "unfinished-inference", 11),
        ("(1) A\n-- b\n\n(2) B", "unfinished-inference", 11),
        ("(1) A\n----\nB", "missing-conclusion", 11),
        ("(1) A\n---- B", "missing-conclusion", 11),
        ("A\n(1) B", "misplaced-reconstruction", 2),
        ("A\n# B", "misplaced-heading", 2),
        ("A\n* B", "misplaced-item", 2),
        ("A\n  >< <B>", "contradicted-argument", 7),
        ("* A\n1. B", "misplaced-item", 4),
        ("A, === b ===\n\nC", "misplaced-front-matter", 3),
        ("(1) A\n----\n  + B\n(2) C", "misplaced-relation", 13),
    ],
)
def test_faults_have_their_place(text: str, code: str, at: int) -> None:
    """A fault points at the first token that cannot stand where it stands."""
    for document in read_both(text):
        first = document.diagnostics[0]
        if first.mend and first.code == "empty-line-inside":
            continue  # it points at the line that is read otherwise
        severity = Severity.WARNING if first.mend else Severity.ERROR
        assert (first.code, first.severity) == (code, severity)
        assert first.span is not None
        assert first.span.start == at
        assert first.help


def test_what_breaks_off_ends_there() -> None:
    """A member with a fault in it goes no further than the fault."""
    text = "[A]: a\n  - [B]: b **c\n\n[D]: d\n"

    document = read(text, "argdown")

    assert document.spans["b"].of(text) == "[B]: b **c"


def test_all_faults_are_plain_in_one_run() -> None:
    """One bad block does not hide the next."""
    text = "(1) A\n\n[B] b\n\nC **d\n\n[E]: {a: *b}"

    found = read(text, "argdown").diagnostics

    assert [each.code for each in found] == [
        "unfinished-reconstruction",
        "misplaced-text",
        "unclosed-emphasis",
        "missing-text",
        "invalid-data",
    ][: len(found)]
    assert len(found) >= 4


@pytest.mark.parametrize("end", ["\n\n", "\n", "\n\n\n# Rents\n\n", "\r\n\r\n"])
def test_front_matter_of_others(end: str) -> None:
    """Front matter between lines of --- is one error; what follows is read."""
    text = f"---\ntitle: Rents\ntags:\n  - a\n  - [b]\n---{end}[A]: A.\n  + [B]: B.\n"
    document = read(text, "argdown", compatibility="reference")

    assert [each.code for each in document.diagnostics] == ["misplaced-front-matter"]
    assert texts_of(document.argument_map) == ["A.", "B."]


def test_no_front_matter_of_others() -> None:
    """A line of --- that no other closes at once takes nothing with it."""
    document = read("---\n\n[A]: A.\n\n(1) B.\n---\n(2) C.\n", "argdown")

    assert "misplaced-front-matter" not in {each.code for each in document.diagnostics}
    assert "A." in texts_of(document.argument_map)
