"""An argument graph in Carneades' own terms, as its evaluation takes it."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.located import Findings
from argmap.model import Expectation, ProofStandard
from argmap.model.connections import grouped

KEY: Final = "carneades"
"""The key in `data` under which stands what only Carneades knows."""

Data = Mapping[str, Any]


@attrs.define(eq=False)
class Statement:
    """A statement; `name` is as it is written where it is first met."""

    name: str
    span: Span
    text: str = ""
    is_assumed: bool = False
    expected: Expectation | None = None
    data: Data = attrs.field(factory=dict)


@attrs.frozen
class Support:
    """A premise: the statement, and its role in the scheme, if it has one."""

    statement: str
    role: str | None = None


@attrs.frozen
class Undercutter:
    """A statement that strikes an argument, and where that is said."""

    statement: str
    span: Span


@attrs.frozen(eq=False)
class Reason:
    """An argument in Carneades' sense, always for its conclusion."""

    name: str
    span: Span
    conclusion: str
    premises: tuple[Support, ...] = ()
    scheme: str | None = None
    weight: float | None = None
    undercutter: Undercutter | None = None
    data: Data = attrs.field(factory=dict)


@attrs.frozen(eq=False)
class Issue:
    """Positions of which at most one can win, by this standard of proof."""

    name: str
    span: Span
    positions: tuple[str, ...]
    standard: ProofStandard | None = None
    data: Data = attrs.field(factory=dict)

    @property
    def is_strict(self) -> bool:
        """Whether a small lead is not enough."""
        return self.standard not in {None, ProofStandard.PREPONDERANCE}


@attrs.frozen
class Order:
    """How a property of schemes ranks their arguments: the last value weighs most.

    Where `values` are empty the values themselves are compared.
    """

    property: str
    values: tuple[Any, ...] = ()
    is_ascending: bool = True


@attrs.frozen
class Weighing:
    """A weighing function: its kind, and what that needs to know."""

    kind: str
    constant: float = 1.0
    orders: tuple[Order, ...] = ()


@attrs.frozen
class Scheme:
    """An argumentation scheme, as far as its arguments are weighed by it."""

    weighing: Weighing
    properties: Data = attrs.field(factory=dict)


LINKED: Final = Weighing("linked")
BASIC: Final = {
    kind: Weighing(kind)
    for kind in ("linked", "convergent", "cumulative", "factorized")
}
"""The weighing functions that every graph has, and the schemes of their names."""


@attrs.define(eq=False, slots=False)
class Graph:
    """All of it; statements, issues and schemes go by their normal names."""

    text: str
    title: str = ""
    data: Data = attrs.field(factory=dict)
    language: dict[str, str] = attrs.field(factory=dict)
    statements: dict[str, Statement] = attrs.field(factory=dict)
    reasons: list[Reason] = attrs.field(factory=list)
    issues: list[Issue] = attrs.field(factory=list)
    schemes: dict[str, Scheme] = attrs.field(factory=dict)
    findings: Findings = attrs.field(factory=Findings)

    def find(
        self,
        code: str,
        message: str,
        span: Span,
        severity: Severity = Severity.ERROR,
        help_: str | None = None,
    ) -> None:
        """Report what is wrong or remarkable, and where."""
        end = min(span.end, len(self.text))
        span = Span(min(span.start, end), end)
        self.findings.add(code, message, span, help_, severity)

    @cached_property
    def concluded(self) -> dict[str, tuple[Reason, ...]]:
        """The reasons for each statement that has some; once all are read."""
        return grouped((each.conclusion, each) for each in self.reasons)

    @cached_property
    def issue_of(self) -> dict[str, Issue]:
        """The issue that a statement is a position of; once all are read."""
        return {name: each for each in reversed(self.issues) for name in each.positions}

    def reasons_at(self, issue: Issue) -> list[Reason]:
        """Return the reasons for all positions of an issue."""
        found = (self.concluded.get(name, ()) for name in issue.positions)
        return list(chain.from_iterable(found))

    @cached_property
    def _weighed(self) -> frozenset[str]:
        """The issues where a position may win that another could have won."""
        return frozenset(
            each.name
            for each in self.issues
            if not any(self.statements[name].is_assumed for name in each.positions)
            and (each.is_strict or len(self.contenders(each)) > 1)
        )

    def contenders(self, issue: Issue) -> list[str]:
        """Return the positions that somebody argues for."""
        return [name for name in issue.positions if name in self.concluded]

    def is_weighed(self, issue: Issue) -> bool:
        """Return whether it matters how much the arguments at issue weigh.

        It does not where a position is assumed, nor where only one is argued for,
        unless the standard asks for more than any weight.
        """
        return issue.name in self._weighed
