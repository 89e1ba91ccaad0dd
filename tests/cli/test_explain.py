"""`argmap explain`."""

from argmap.formats.codes import ADVICE, CODES, DRAWING_CODES, SPHINX_CODES
from argmap.rules import RULES
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
