"""Spans and diagnostics: values, and where a span begins."""

from hypothesis import given, strategies as st

from argmap.diagnostics import Diagnostic, Severity, Span
from tests.strategies import texts


@given(texts() | st.text("a\r\n\u2028"), st.integers(0, 20))
def test_position(text: str, start: int) -> None:
    """Line and column are those of a text whose line ends were made alike."""
    start = min(start, len(text))

    line, column = Span(start, start).position(text)

    lines = text[:start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    straddles = text[start - 1 : start + 1] == "\r\n"
    assert (line, column) == (len(lines), len(lines[-1]) + 1) or straddles


def test_span_of() -> None:
    """A span cuts out its stretch, end exclusive."""
    assert Span(0, 2).of("abc") == "ab"
    assert Span(3, 3).of("abc") == ""


def test_diagnostic() -> None:
    """A diagnostic is a warning unless told otherwise, and says so with its code."""
    diagnostic = Diagnostic("isolated-claim", "no inference uses the claim 'a'")

    assert diagnostic.severity is Severity.WARNING
    assert str(diagnostic) == "warning[isolated-claim]: no inference uses the claim 'a'"
    assert diagnostic == Diagnostic(
        "isolated-claim", "no inference uses the claim 'a'", severity=Severity.WARNING
    )
