"""Rules know their code and explain themselves."""

import pytest

from argmap.diagnostics import Severity
from argmap.rules import RULES, rule


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_rules_explain_themselves(each: object) -> None:
    """Every rule says what it finds in a line, and then why and what to do."""
    found = rule(str(getattr(each, "code", "")))

    summary, blank, *rest = found.explanation.split("\n")
    assert found.summary == summary
    assert summary.startswith("Find ")
    assert summary.endswith(".")
    assert blank == ""
    assert len(" ".join(rest)) > 100
    assert isinstance(found.severity, Severity)
