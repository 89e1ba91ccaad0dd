"""Findings: what is wrong or remarkable, where, and what to do about it.

A diagnostic is a value. It names its subject by id, and its place in a text
where the map came from one.
"""

from enum import StrEnum

import attrs


class Severity(StrEnum):
    """How much a finding matters, in the order of a compiler's words."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@attrs.frozen
class Span:
    """A stretch of a text in code points: `start` inclusive, `end` exclusive.

    >>> Span(4, 9).of("see here, there")
    'here,'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch itself."""
        return text[self.start : self.end]

    def position(self, text: str) -> tuple[int, int]:
        r"""Return the line and column of its start, both counted from 1.

        Lines end at a line feed, a carriage return, or both together.

        >>> Span(3, 4).position("a\r\nbc")
        (2, 1)
        """
        feeds, returns, both = (
            text.count(end, 0, self.start) for end in ("\n", "\r", "\r\n")
        )
        before = max(text.rfind("\n", 0, self.start), text.rfind("\r", 0, self.start))
        return feeds + returns - both + 1, self.start - before


@attrs.frozen
class Diagnostic:
    """One finding: a stable `code`, how severe, in words, about what, where.

    `subject` is the id of the part concerned, `source` that of a source. `span` lies
    in the text the map was read from. Each is None where there is none.

    >>> str(Diagnostic("isolated-claim", "no inference uses the claim 'a'"))
    "warning[isolated-claim]: no inference uses the claim 'a'"
    """

    code: str
    message: str
    severity: Severity = attrs.field(default=Severity.WARNING, kw_only=True)
    subject: str | None = attrs.field(default=None, kw_only=True)
    source: str | None = attrs.field(default=None, kw_only=True)
    span: Span | None = attrs.field(default=None, kw_only=True)
    help: str | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        """Return one line, without the place."""
        return f"{self.severity}[{self.code}]: {self.message}"
