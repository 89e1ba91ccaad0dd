"""What is read as it was meant has the map of the text that is mended."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats import Document, read
from argmap.formats.mending import edited
from tests.console import ROOT
from tests.formats.argdown.texts import altered, pieces, texts
from tests.steps import calls

EXAMPLES = sorted(
    [*ROOT.glob("examples/*.argdown"), *ROOT.glob("tests/formats/argdown/**/*.argdown")]
)
RECONSTRUCTION = "<A>\n\n(1) a\n(2) b\n----\n(3) c\n"


def assumed(document: Document) -> list[Diagnostic]:
    """Return the findings about lines that are read otherwise than they are written."""
    about = ("missing-", "misplaced-", "empty-line-")
    found = document.diagnostics
    return [each for each in found if each.mend and each.code.startswith(about)]


def codes(document: Document) -> list[str]:
    return [each.code for each in document.diagnostics]


def mended(document: Document) -> str:
    """Return the text with all changes made that these findings ask for."""
    return edited(document.text, {each.mend for each in assumed(document) if each.mend})


def hold(text: str) -> Document:
    """Assert that a text is read as it is when it is mended; return what is read."""
    document = read(text, "argdown")
    again = read(mended(document), "argdown")
    assert again.argument_map == document.argument_map
    assert not {each.code for each in assumed(again)} & {
        each.code for each in assumed(document)
    }
    return document


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda each: each.stem)
def test_an_empty_line_too_few_or_too_many(path: Path, end: str) -> None:
    """Our examples are read as meant without an empty line, or with one more."""
    text = path.read_text("utf-8").replace("\n", end)
    for each in altered(text):
        hold(each)


@given(texts() | pieces(), st.data())
def test_any_text_is_read_as_it_is_mended(text: str, data: st.DataObject) -> None:
    """So is any text, right or wrong, with an empty line gone or doubled."""
    hold(text)
    if others := altered(text):
        hold(data.draw(st.sampled_from(others)))


@pytest.mark.parametrize("block", ["[B]: b", "# B", "* b", "(1) b\n----\n(2) c"])
def test_a_blank_line_below_a_comment(block: str) -> None:
    """Between a comment and the next block it means nothing."""
    document = hold(f"[A]: a\n\n// c\n \n{block}\n")

    assert assumed(document) == []
    without = read(f"[A]: a\n\n// c\n{block}\n", "argdown")
    assert document.argument_map == without.argument_map
    assert not document.has_errors


@given(texts() | pieces())
def test_what_is_right_is_read_as_it_stands(text: str) -> None:
    """Nothing is assumed of a text that the reference can read."""
    if read(text, "argdown", compatibility="reference").has_errors:
        return
    assert assumed(read(text, "argdown")) == []


@pytest.mark.parametrize(
    ("text", "meant", "code"),
    [
        (
            "===\na: 1\n===\n[A]: a\n",
            "===\na: 1\n===\n\n[A]: a\n",
            "missing-empty-line",
        ),
        ("[A]: a\n# H\n", "[A]: a\n\n# H\n", "misplaced-heading"),
        ("[A]: a\n[B]: b\n", "[A]: a\n\n[B]: b\n", "misplaced-title"),
        ("a\n  + b\n[B]\n  + c\n", "a\n  + b\n\n[B]\n  + c\n", "misplaced-title"),
        (
            "<A>: a\n(1) a\n----\n(2) c\n",
            "<A>: a\n\n(1) a\n----\n(2) c\n",
            "misplaced-reconstruction",
        ),
        ("These:\n* a\n* b\n", "These:\n\n* a\n* b\n", "misplaced-item"),
        ("[A]: a\n\n  + b\n", "[A]: a\n  + b\n", "empty-line-inside"),
        ("[A]: a\n\n  {a: 1}\n", "[A]: a\n  {a: 1}\n", "empty-line-inside"),
        ("<A>\n\n(1) a\n\n(2) b\n----\n(3) c", RECONSTRUCTION, "empty-line-inside"),
        ("<A>\n\n(1) a\n(2) b\n\n----\n(3) c", RECONSTRUCTION, "empty-line-inside"),
        ("<A>\n\n(1) a\n(2) b\n----\n\n(3) c", RECONSTRUCTION, "empty-line-inside"),
        ("---\na: 1\n---\n\n[A]: a\n", "===\na: 1\n===\n\n[A]: a\n", None),
        ("\ufeff---\na: 1\n---\n\nA\n", "\ufeff===\na: 1\n===\n\nA\n", None),
    ],
)
def test_what_is_meant(text: str, meant: str, code: str | None) -> None:
    """What only one thing can be meant by is read so, with one warning."""
    document = hold(text)

    (finding,) = assumed(document)
    assert finding.code == (code or "misplaced-front-matter")
    assert finding.severity is Severity.WARNING
    assert document.argument_map == read(meant, "argdown").argument_map
    assert not document.has_errors


@pytest.mark.parametrize(
    "text",
    [
        "Two reasons:\n(1) one\n(2) another\n",
        "As is said in\n[B]\nand below.\n",
        "[A]: a\n+ b\n",
        "(1) a\n\n(2) b\n",
        "(1) a\n----\n(2) b\n\n---\n\nc\n",
        "(1)\n[A]: a\n----\n(2) b\n",
        "# H\n\n  + a\n",
        "---\n- a\n---\n\nB\n",
        "---\na: [\n---\n\nB\n",
        "[A]: a\r[B]: b\r",
    ],
)
def test_what_may_mean_two_things_is_an_error(text: str) -> None:
    """Where more than one thing can be meant nothing is assumed."""
    document = read(text, "argdown")

    assert assumed(document) == []
    assert document.has_errors


def test_one_block_is_refused_and_another_is_not() -> None:
    """What cannot be meant in one block does not keep others from being read."""
    document = hold("[A]: a\n[B]: b\n\n(1) a\n\n(2) b\n\nTwo:\n(1) c\n")

    assert codes(document) == [
        "misplaced-title",
        "unfinished-reconstruction",
        "unfinished-reconstruction",
        "misplaced-reconstruction",
    ]


@pytest.mark.parametrize("text", ["===\nmodel: {mode: strict}\n===\n[A]: a\n  + b\n"])
def test_the_reference_and_strict_mode(text: str) -> None:
    """With the reference's eyes it is an error, in strict mode too, but it is read."""
    strict = read(text, "argdown")
    reference = read(text.replace("strict", "loose"), compatibility="reference")

    assert codes(strict)[:1] == codes(reference) == ["missing-empty-line"]
    assert strict.has_errors
    assert reference.has_errors
    assert [each.mend for each in reference.diagnostics] == [None]
    assert len(strict.argument_map.inferences) == 1


def test_places_are_those_of_the_text_as_it_is_written() -> None:
    """What stands below something that is read otherwise has its own place."""
    text = "[A]: a\n[B]: b\n\n(1) a\n\n(2) b\n----\n(3) [C]: c\n"

    spans = read(text, "argdown").spans

    assert spans["c"].of(text) == "[C]: c"


def test_time_is_in_proportion_to_the_text() -> None:
    """Many lines to be read otherwise take no more than their number of times."""

    def steps(count: int) -> int:
        few = "[A]: a\n[B]: b\n(1) a\n\n(2) b\n\n----\n(3) c\n\n(1) x\n\n" * count
        return calls(lambda: read(few, "argdown"))

    assert steps(80) < 5 * steps(20)
