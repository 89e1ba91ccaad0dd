"""What is read from Argdown, by the author's meaning and by the reference's."""

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Severity, Span
from argmap.formats import Document, read
from argmap.model import ArgumentMap, Data
from tests.formats.argdown.texts import blocks, pieces, texts


def read_both(text: str) -> tuple[Document, Document]:
    """Read a text as its author meant it, and as the reference reads it."""
    return read(text, "argdown"), read(text, "argdown", compatibility="reference")


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


def texts_of(argument_map: ArgumentMap) -> list[str]:
    """Return what is claimed, in order."""
    return [each.text for each in argument_map.claims]


@given(st.lists(blocks(), max_size=3), st.lists(blocks(), max_size=3))
def test_a_bad_block_costs_no_other(before: list[str], after: list[str]) -> None:
    """All that stands around a block that is not right is read all the same."""
    whole = "\n\n".join([*before, "First.", "Between.", *after, "Last."])
    broken = whole.replace("Between.", "(1) No conclusion.")

    right, wrong = read(whole, "argdown"), read(broken, "argdown")

    assert "unfinished-reconstruction" in {each.code for each in wrong.diagnostics}
    known = texts_of(wrong.argument_map)
    assert all(
        text in known for text in texts_of(right.argument_map) if text != "Between."
    )


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


def test_overlong_data_ends_where_it_is_closed() -> None:
    """Data is not what stands paragraphs further down."""
    text = "A {a: 1}. B\n\nC {b: 2} \n"

    ours, theirs = read_both(text)

    assert [each.code for each in ours.diagnostics] == [
        "overlong-data",
        "misplaced-text",
    ]
    assert [each.text for each in ours.argument_map.claims] == ["A", "C"]
    assert [each.code for each in theirs.diagnostics] == ["invalid-data"]


def test_windows_line_ends_keep_data() -> None:
    """A block of data over lines is data with any line ends."""
    text = "[A]: b {\r\n  c: 1\r\n}\r\n"

    ours, theirs = read_both(text)

    assert ours.argument_map.claims[0].data == {"c": 1}
    assert theirs.argument_map.claims[0].data == {}


def test_an_undercut_strikes_what_stands_above_it() -> None:
    """Below a statement it does not reach back to an older reconstruction."""
    text = "(1) A\n----\n(2) B\n\n[C]: c\n  _ <U>\n\n(1) D\n----\n(2) E\n  _ <V>"

    ours, theirs = read_both(text)

    assert [each.target for each in ours.argument_map.counterpoints] == [
        "c",
        "untitled-3-so-untitled-4",
    ]
    assert [each.target for each in theirs.argument_map.counterpoints] == [
        "untitled-1-so-untitled-2",
        "untitled-3-so-untitled-4",
    ]


@pytest.mark.parametrize("key", ["strict", "isStrict"])
def test_a_strict_step(key: str) -> None:
    """A step is strict if its data say so, in either spelling."""
    text = f"<a>\n\n(1) One.\n--\n{{{key}: true}}\n--\n(2) Two.\n"

    (step,) = read(text, "argdown").argument_map.inferences

    assert step.strict
    assert not step.data


def test_any_title_will_do() -> None:
    """Titles that mean something to a programming language are titles."""
    text = "[constructor]: a\n\n[__proto__]: b\n\nAnonymous.\n\n[Untitled 1]: c"

    argument_map = read(text, "argdown").argument_map

    assert [each.title for each in argument_map.claims] == [
        "constructor",
        "__proto__",
        "",
        "Untitled 1",
    ]
    assert len({each.id for each in argument_map.claims}) == 4


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("", "empty-text", 0),
        ("// only a comment\n", "empty-text", 17),
        ("===\na: 1\n===\nA", "missing-empty-line", 13),
        ("===\na: 1\n===\n", "missing-empty-line", 12),
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
        ("(1) A\n----\n  + B\n(2) C", "misplaced-relation", 11),
    ],
)
def test_faults_have_their_place(text: str, code: str, at: int) -> None:
    """A fault points at the first token that cannot stand where it stands."""
    for document in read_both(text):
        first = document.diagnostics[0]
        assert (first.code, first.severity) == (code, Severity.ERROR)
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


def test_data_must_be_a_mapping() -> None:
    """A list in front matter stays as it is; in data it is an error."""
    document = read("===\n[1, 2]\n===\n\nA", "argdown")

    assert document.argument_map.data == Data({"argdown": {"front-matter": [1, 2]}})


def test_a_second_document_is_refused() -> None:
    """Front matter is one document."""
    found = read("===\na: 1\n---\nb: 2\n===\n\nA", "argdown").diagnostics

    assert [each.code for each in found] == ["invalid-data"]
    assert "second document" in found[0].message


def test_several_reconstructions_of_an_argument_are_reported() -> None:
    """The second becomes an argument of its own, and nothing is lost."""
    text = "<A>\n\n(1) B\n----\n(2) C\n\n<A>\n\n(1) D\n----\n(2) E"

    document = read(text, "argdown")

    assert [each.code for each in document.diagnostics] == ["several-reconstructions"]
    assert len(document.argument_map.inferences) == 2


HOSTILE = (
    *"[<{*_(#=:.@/\\-+>!'",
    *("@[", "/*", "<!--", "{}", "{},", "a.", "[a](", "**_", "x_", "<a", "`{a: "),
    *("\n+ a", "(1) a\n", " ", "a\n\n", "\n  [a]\n + b", "#(", "@include(a"),
)


@pytest.mark.parametrize(
    "size", [50_000, pytest.param(1_000_000, marks=pytest.mark.long)]
)
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_texts_are_read_in_time(piece: str, size: int) -> None:
    """A megabyte of signs is read to its end; nothing backtracks or recurses."""
    document = read(piece * (size // len(piece)), "argdown")

    assert len(document.text) > size - 20


def test_ten_thousand_levels() -> None:
    """A chain as deep as this is a chain like any other."""
    depth = 10_000
    text = "A" + "".join(f"\n{' ' * level}+ A" for level in range(1, depth))

    assert len(read(text, "argdown").argument_map.inferences) == depth - 1


@pytest.mark.parametrize(
    ("data", "severity", "reported"),
    [
        ("{speakr: Ann}", "warning", "a claim has no field 'speakr'"),
        ("{scheme: sign}", "info", "a claim has no field 'scheme'"),
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


def test_fields_of_other_parts() -> None:
    """A field in the data of another part than its own is reported, with its own."""
    text = "<A>: It rose. {speaker: Ann}\n\n(1) B.\n-- {schem: sign} --\n(2) C.\n"
    argument, inference = read(text, "argdown").diagnostics

    assert (argument.severity, argument.help) == (Severity.INFO, "it is one of a claim")
    assert inference.help == "did you mean 'scheme'?"


@pytest.mark.parametrize(
    ("settings", "reported"),
    [
        ("thesis: a", "indent it below argmap:"),
        ("sources: []", "indent it below argmap:"),
        ("argmpa: {thesis: a}", "did you mean 'argmap'?"),
        ("author: Ann", None),
    ],
)
def test_settings_beside_argmap(settings: str, reported: str | None) -> None:
    """What only means something under argmap is reported where it stands beside it."""
    found = read(f"===\n{settings}\n===\n\n[A]: A.\n", "argdown").diagnostics

    assert [each.help for each in found] == [reported] * bool(reported)


@pytest.mark.parametrize("end", ["\n\n", "\n", "\n\n\n# Rents\n\n", "\r\n\r\n"])
def test_front_matter_of_others(end: str) -> None:
    """Front matter between lines of --- is one error; what follows is read."""
    text = f"---\ntitle: Rents\ntags:\n  - a\n  - [b]\n---{end}[A]: A.\n  + [B]: B.\n"
    document = read(text, "argdown")

    assert [each.code for each in document.diagnostics] == ["misplaced-front-matter"]
    assert texts_of(document.argument_map) == ["A.", "B."]


def test_no_front_matter_of_others() -> None:
    """A line of --- that no other closes at once takes nothing with it."""
    document = read("---\n\n[A]: A.\n\n(1) B.\n---\n(2) C.\n", "argdown")

    assert "misplaced-front-matter" not in {each.code for each in document.diagnostics}
    assert "A." in texts_of(document.argument_map)
