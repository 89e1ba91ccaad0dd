"""Laws of the examples of rules."""

import pytest

from argmap.formats import read
from argmap.rules import RULES, check
from argmap.rules.examples import EXAMPLES


@pytest.mark.parametrize("code", EXAMPLES)
def test_before_and_after(code: str) -> None:
    """The rule finds something in the text before, and nothing in the text after."""
    before, after = (read(text, "argdown") for text in EXAMPLES[code])

    assert not before.has_errors
    assert not after.diagnostics
    assert {each.code for each in check(before.argument_map)} >= {code}
    assert code not in {each.code for each in check(after.argument_map)}


def test_which_rules_have_none() -> None:
    """Only those whose findings need more than a line or two of text have none."""
    missing = {each.code for each in RULES} - EXAMPLES.keys()

    assert missing == {
        "invisible-character", "empty-section", "ungrounded-relation",
        "inconsistent-acceptance", "unanswered-critical-question",
        "quotation-not-in-source", "cut-quotation", "quotation-unverified",
        "unquoted-sentence", "unused-source", "claim-without-text", "duplicate-step",
    }  # fmt: skip
