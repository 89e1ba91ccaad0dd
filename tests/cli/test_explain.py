"""`argmap explain`."""

import pytest

from argmap.cli.explain import examples
from argmap.formats import read
from argmap.formats.codes import ADVICE, CODES, DRAWING_CODES, SPHINX_CODES
from argmap.rules import RULES, check_document
from tests.cli.conftest import Run


def test_explain(run: Run) -> None:
    """Every code is listed and can be explained."""
    lines = run("explain").stdout.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]

    of_rules = [rule.code for rule in RULES]
    assert listed == [*of_rules, *CODES, *DRAWING_CODES, *SPHINX_CODES]
    for code in of_rules:
        assert run("explain", code).stdout.startswith(code)


def test_explain_what_no_rule_finds(run: Run) -> None:
    """The codes of what is wrong with a text or a page can be explained too."""
    for codes, where in ((CODES, "in reading"), (SPHINX_CODES, "in Sphinx")):
        for code, meaning in codes.items():
            told = run("explain", code).stdout
            assert told.startswith(f"{code} ({where})\n\n{meaning}\n")
            assert ADVICE.get(code, "") in told
    told = run("explain", "misplaced-title").stdout
    before, after = map(str.splitlines, told.split("Before:")[1].split("After:"))
    assert "    [B]: Wages fell." in before
    assert (
        after.index("    [B]: Wages fell.") == before.index("    [B]: Wages fell.") + 1
    )


def test_an_unknown_code(run: Run) -> None:
    """A code that is none is wrong usage, with what was probably meant."""
    result = run("explain", "isolated-clam")

    assert result.exit_code == 2
    assert "isolated-claim" in result.stderr


def test_case_makes_no_difference(run: Run) -> None:
    """A code copied from the start of a sentence is explained, too."""
    assert (
        run("explain", "Isolated-Claim").stdout
        == run("explain", "isolated-claim").stdout
    )


@pytest.mark.parametrize("code", examples())
def test_before_and_after(code: str) -> None:
    """The text before has the finding, the text after has not, nor one in reading."""
    example = examples()[code]
    selected = [code] if code in {each.code for each in RULES} else []
    texts = example.text, example.mended
    before, after = (read(each, example.format) for each in texts)

    assert example.text.count(example.mend[0]) == 1
    assert code in {each.code for each in check_document(before, select=selected)}
    assert code not in {each.code for each in check_document(after, select=selected)}
    assert {each.code for each in before.diagnostics} <= {code, "guessed"}
    assert {each.code for each in after.diagnostics} <= {"guessed"}


def test_which_codes_have_no_example() -> None:
    """Only findings that a short text alone cannot show have none."""
    known = {*CODES, *DRAWING_CODES, *SPHINX_CODES, *(each.code for each in RULES)}

    assert examples().keys() <= known
    assert CODES.keys() - examples().keys() == {
        # the bytes or the size of a file
        "invalid-utf-8", "byte-order-mark", "line-ends-in-data", "blank-statement",
        "too-deep", "not-searched",
        # a file beside it, or a page around it
        "unreadable-source", "source-changed", "include-limit", "unread-config",
        "unreadable-fence", "unclear-choice", "unplaced-remark",
        # what is written, or how something is declared or read
        "not-written", "no-line", "made-field", "made-claim", "unread-format",
        "guessed", "nothing-declared", "unnamed-source", "support-in-framework",
        # a larger text, or one with other findings
        "unknown-title", "repeated-section", "unused-statement", "impossible-relation",
        "syntax-error", "overlong-data",
    }  # fmt: skip
