"""What is read from Argdown, by the author's meaning and by the reference's."""

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Severity, Span
from argmap.formats import read
from tests.formats.argdown.texts import pieces, read_both, texts, texts_of


@given(texts() | pieces() | st.text(max_size=40))
def test_nothing_that_is_written_raises(text: str) -> None:
    """Any text is read, and whatever is said of it has a place inside it."""
    for document in read_both(text):
        spans = [*document.spans.values()]
        spans += [each.span for each in document.diagnostics if each.span]
        for span in spans:
            assert 0 <= span.start <= span.end <= len(document.text)
        parts = {each.id for each in document.argument_map.parts}
        assert document.spans.keys() == parts


@pytest.mark.parametrize(
    ("text", "code", "claims", "reference"),
    [
        ("see https://x.org/a_b now\n", "bare-address", "see https://x.org/a_b now", 0),
        ("a snake_case_name b\n", "sign-inside-word", "a snake_case_name b", None),
        (
            "ends with \\\nand goes on",
            "lone-back-slash",
            "ends with \\ and goes on",
            None,
        ),
        ("\ufeff# Rents\n\nA.", "byte-order-mark", "A.", None),
        ("A {a: 1}\n\nB {b: 2}. C\n\nD {c: 1}\n", "", "A", None),
        ("A. {\r\n  b: 1\r\n}\r\n", "line-ends-in-data", "A.", None),
        ("A.\n\n[Untitled 1]: B.", "made-title", "A.", None),
        (
            "(1) A.\n----\n(2) B.\n\n[C]: C.\n  _ <U>: D.",
            "undercut-of-a-claim",
            "A.",
            None,
        ),
        ("(1) A.\n----\n(2) B.\n  _ <U>: D.", "", "A.", None),
    ],
)
def test_deviations_are_reported(
    text: str, code: str, claims: str, reference: int | None
) -> None:
    """What the reference loses or garbles is read as it was meant, with a finding."""
    ours, theirs = read_both(text)

    assert texts_of(ours.argument_map)[0] == claims
    reported = [each for each in ours.diagnostics if each.code == code]
    assert bool(reported) == bool(code)
    assert all(each.severity is Severity.INFO and each.help for each in reported)
    if reference is not None:
        assert texts_of(theirs.argument_map) == ["see https:"]


@pytest.mark.parametrize("indentation", ["", "  ", "\t"])
@pytest.mark.parametrize("sign", ["–", "—", "−", "•"])
def test_a_dash_for_a_sign(sign: str, indentation: str) -> None:
    """An objection does not vanish in silence because its hyphen became a dash."""
    document = read(f"[A]: Rents rose.\n{indentation}{sign} They fell.\n", "argdown")

    assert texts_of(document.argument_map) == [f"Rents rose. {sign} They fell."]
    (warning,) = document.diagnostics
    assert (warning.code, warning.severity) == ("dash-for-sign", Severity.WARNING)
    assert warning.span
    assert document.text[warning.span.start : warning.span.end] == sign


@pytest.mark.parametrize(
    "text",
    [
        "[A]: Rents – all of them – rose.",
        "[A]: Rents\n– all of them – rose.",
        "[A]: Rents rose.\n  - They –\n    -- no, I – fell",
        "[A]: Rents rose. /*\n  – later */",
        "[A]: Rents rose. {note: |\n  – all\n  – of them\n}",
        "===\ntitle: |\n  – Rents\n===\n\n[A]: Rents rose.",
        "– Rents rose.",
    ],
)
def test_other_dashes_are_text(text: str) -> None:
    """A dash in a sentence, a comment or data is nothing to warn of."""
    codes = {each.code for each in read(text, "argdown").diagnostics}

    assert "dash-for-sign" not in codes


@pytest.mark.parametrize("key", ["strict", "isStrict"])
def test_a_strict_step(key: str) -> None:
    """A step is strict if its data say so, in either spelling."""
    text = f"<a>\n\n(1) One.\n--\n{{{key}: true}}\n--\n(2) Two.\n"

    (step,) = read(text, "argdown").argument_map.inferences

    assert step.strict
    assert not step.data


@pytest.mark.parametrize(
    ("data", "reason", "at"),
    [
        ("{a: &x 1, b: *x}", "alias", 13),
        ("{a: !!python/object:os 1}", "tag", 4),
        ("{<<: 1}", "merge key", 1),
        ("{a: 1, a: 2}", "twice", 7),
        ("{[a]: 1}", "a key must be text", 1),
        ("{" + "a: {" * 70 + "}" * 71, "levels deep", None),
        ('{a: "b}', "", None),
        ("{a: \x07}", "cannot stand in YAML", 4),
    ],
)
def test_yaml_that_could_grow_or_run_is_refused(
    data: str, reason: str, at: int | None
) -> None:
    """Aliases, tags, merge keys, depth and doubled keys are errors with a place."""
    document = read(f"[A]: b {data}\n\nC", "argdown")

    found = [each for each in document.diagnostics if each.code == "invalid-data"]
    assert len(found) == 1
    assert reason in found[0].message
    if at is not None:
        assert found[0].span == Span(7 + at, 8 + at)
    assert [each.text for each in document.argument_map.claims] == ["b", "C"]


@pytest.mark.parametrize(
    ("data", "severity", "reported"),
    [
        ("{speakr: Ann}", "warning", "'speakr' is no field of a claim"),
        ("{scheme: sign}", "info", "'scheme' is no field of a claim"),
        ("{page: 3, source: Gazette, spoken: yes}", "", ""),
        ("{expected: rejectd}", "warning", "did you mean 'rejected'?"),
        ("{presumed: maybe}", "warning", "presumed must be True or False"),
    ],
)
def test_slips_in_data(data: str, severity: str, reported: str) -> None:
    """A slip in the name or the value of a field is reported, free data is not."""
    document = read(f"[A]: Rents rose. {data}\n", "argdown")

    assert [each.severity for each in document.diagnostics] == [severity] * bool(
        reported
    )
    assert all(reported in each.message for each in document.diagnostics)
    assert document.argument_map.claims[0].data


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("[A]: Rents rose. {acepted: true}\n", "accepted"),
        ("[A]: a\n  - [B]: b {acepted: true}\n", "accepted"),
        ("[A]: a\n  + <B>: b {strengh: 3}\n", "strength"),
        ("[A]: a\n  _ <B>: b {raize: x, acepted: true}\n", "accepted"),
        ("(1) A. {atributed: true}\n-----\n(2) B.\n", "attributed"),
        ("(1) A.\n-- {strengh: 3} --\n(2) B.\n", "strength"),
        ("(1) A.\n-- {acepted: true} --\n(2) B.\n", "accepted"),
        ("[A]: a\n\n[B]: b {restate: A}\n", "restates"),
    ],
)
def test_misspelt_fields_of_steps(text: str, likely: str) -> None:
    """A misspelt field of a step is reported, whatever its data stands behind."""
    (found,) = read(text, "argdown").diagnostics

    assert (found.code, found.severity) == ("unused-key", Severity.WARNING)
    assert found.help == f"did you mean '{likely}'?"


def test_signs_are_marked_without_their_indentation() -> None:
    """What is found at a relation, and the relation, begin at its sign."""
    document = read("[A]: a\n    - [B]: b\n  - [C]: c\n", "argdown")
    (found,) = document.diagnostics

    assert found.span
    assert found.span.of(document.text) == "-"
    assert document.spans["b-against-a"].of(document.text) == "-"


@pytest.mark.parametrize("key", ["rule", "roles", "uses", "used", "user", "stated"])
def test_an_author_s_own_words(key: str) -> None:
    """A word of the author's own is no misspelt field of another part."""
    assert not read(f"[A]: a {{{key}: x}}\n", "argdown").diagnostics


def test_fields_of_other_parts() -> None:
    """A field in the data of another part than its own is reported, with its own."""
    text = "<A>: It rose. {speaker: Ann}\n\n(1) B.\n-- {schem: sign} --\n(2) C.\n"
    argument, inference = read(text, "argdown").diagnostics

    assert (argument.severity, argument.help) == (
        Severity.INFO,
        "it is a field of a claim",
    )
    assert inference.help == "did you mean 'scheme'?"


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("  + [B: no bracket behind", "["),
        ("  - <B: no bracket behind", "<"),
        ("  + [B]: text {speaker: Bob", "{"),
        ("  + [B: none here\n  + [C]: one here", "["),
        ("  + B [and more", ""),
        ("  + b < c", ""),
        ("  + [see\n    below] it", ""),
        ("  + \\[B: meant so", ""),
        ("// [B in a comment", ""),
    ],
)
def test_what_is_never_closed_is_found(line: str, sign: str) -> None:
    """A title or data without its last bracket would be text without a word."""
    document = read(f"[A]: a\n{line}\n", "argdown")
    found = [
        each.span.of(document.text)
        for each in document.diagnostics
        if each.code == "unclosed-bracket" and each.span
    ]
    assert found == [sign] * bool(sign)
