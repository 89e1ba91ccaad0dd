"""Findings: what is wrong or remarkable, where, and what to do about it.

A diagnostic is a value. It names its subject by id, and its place in a text
where the map came from one.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from typing import ClassVar, Final

import attrs

from argmap.unchecked import Lazy

_LINE_END: Final = re.compile(r"\r\n|\n|\r")


class Severity(StrEnum):
    """How much a finding matters, in the order of a compiler's words."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@attrs.frozen
class Span:
    """A span of a text in code points: `start` inclusive, `end` exclusive.

    >>> Span(4, 9).of("see here, there")
    'here,'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the text in the span."""
        return text[self.start : self.end]

    def position(self, text: str) -> tuple[int, int]:
        r"""Return the line and column of its start, both counted from 1.

        Lines end at a line feed, a carriage return, or both together.

        >>> Span(3, 4).position("a\r\nbc")
        (2, 1)
        """
        starts = line_starts(text)
        line = bisect_right(starts, self.start)
        return line, self.start - starts[line - 1] + 1


@attrs.frozen
class Edit:
    """A change of a text: what is to stand in the place of a span.

    >>> Edit(Span(4, 7), "seen").of("not now.")
    'not seen.'
    """

    span: Span
    text: str

    def of(self, text: str) -> str:
        """Return a text with this change made in it."""
        return text[: self.span.start] + self.text + text[self.span.end :]


@attrs.frozen
class Rewording:
    """Words of a quotation, and what is to stand for them."""

    words: str
    new: str


@lru_cache(maxsize=4)
def line_starts(text: str) -> Sequence[int]:
    r"""Return where the lines of a text begin, in code points.

    Those of the last few texts are remembered: findings come by the thousand.

    >>> line_starts("a\r\nbc\n")
    array('Q', [0, 3, 6])
    """
    ends = (match.end() for match in _LINE_END.finditer(text))
    return array("Q", chain([0], ends))


@attrs.frozen
class Diagnostic(Lazy):
    """One finding: a stable `code`, how severe, in words, about what, where.

    `subject` is the id of the part concerned, `source` that of a source. `span` lies
    in the text the map was read from. `mend` is the change of that text that the help
    asks for, where only one can be meant; `rewording` are the words of a quotation that
    are to be others. Each is None where there is none.

    >>> str(Diagnostic("isolated-claim", "no inference uses the claim 'a'"))
    "warning[isolated-claim]: no inference uses the claim 'a'"
    """

    lazy: ClassVar[str] = "span"

    code: str
    message: str
    severity: Severity = attrs.field(default=Severity.WARNING, kw_only=True)
    subject: str | None = attrs.field(default=None, kw_only=True)
    source: str | None = attrs.field(default=None, kw_only=True)
    span: Span | None = attrs.field(default=None, kw_only=True)
    help: str | None = attrs.field(default=None, kw_only=True)
    mend: Edit | None = attrs.field(default=None, kw_only=True)
    rewording: Rewording | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        """Return one line, without the place."""
        return f"{self.severity}[{self.code}]: {self.message}"
