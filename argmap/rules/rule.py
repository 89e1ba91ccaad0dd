"""The type of a rule: a function from a map to findings, and why it matters."""

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Rewording, Severity, Span
from argmap.evaluation import Evaluation, evaluate
from argmap.model import ArgumentMap
from argmap.words import one_line, truncate

_LONGEST_SHOWN = 60


@attrs.frozen
class Finding:
    """What a rule has to say of one part: its id, in words, what to do about it.

    The subject is None for what concerns the map, the source with the id `source`, or
    the text at `span`. `rewording` is what the help says of a quotation's words.
    """

    subject: str | None
    message: str
    help: str | None = None
    source: str | None = attrs.field(default=None, kw_only=True)
    span: Span | None = attrs.field(default=None, kw_only=True)
    rewording: Rewording | None = attrs.field(default=None, kw_only=True)


Find: TypeAlias = Callable[[ArgumentMap], Iterator[Finding]]
FindInVerdicts: TypeAlias = Callable[[Evaluation], Iterator[Finding]]


@attrs.frozen
class Rule:
    """A rule of the checker, known by the name of its function.

    A rule on verdicts looks at the evaluation of a map, so that several share one; one
    on relations at those of a text, which a map no longer has.

    >>> from argmap.rules import rule
    >>> rule("isolated-claim").summary
    'Find claims that nothing uses.'
    """

    find: Callable[..., Iterator[Finding]]
    severity: Severity
    runs_by_default: bool = True
    is_on_verdicts: bool = False
    is_on_relations: bool = False

    @property
    def code(self) -> str:
        """Its stable name, as findings show it."""
        return self.find.__name__.replace("_", "-")

    @property
    def summary(self) -> str:
        """What it finds, in one line."""
        return self.explanation.partition("\n")[0]

    @property
    def explanation(self) -> str:
        """What it finds, why that matters and what to do, over several lines."""
        return cleandoc(self.find.__doc__ or "")

    def __call__(
        self, argument_map: ArgumentMap, evaluation: Evaluation | None = None
    ) -> Iterator[Diagnostic]:
        """Yield what it finds in a map, whose evaluation may be at hand."""
        subject: ArgumentMap | Evaluation = argument_map
        if self.is_on_verdicts:
            subject = evaluation or evaluate(argument_map)
        yield from self.found(subject)

    def found(self, *subjects: object) -> Iterator[Diagnostic]:
        """Yield what its function finds in what that looks at."""
        for finding in self.find(*subjects):
            yield Diagnostic(
                self.code,
                finding.message,
                severity=self.severity,
                subject=finding.subject,
                source=finding.source,
                span=finding.span,
                rewording=finding.rewording,
                help=finding.help,
            )


def rule(severity: Severity, *, runs_by_default: bool = True) -> Callable[[Find], Rule]:
    """Make a rule of the function below: its name is the code."""
    return lambda find: Rule(find, severity, runs_by_default)


def rule_on_verdicts(severity: Severity) -> Callable[[FindInVerdicts], Rule]:
    """Make a rule of the function below, which takes the evaluation of a map."""
    return lambda find: Rule(find, severity, is_on_verdicts=True)


def rule_on_relations(
    severity: Severity,
) -> Callable[[Callable[..., Iterator[Finding]]], Rule]:
    """Make a rule of the function below, which takes relations and what is known."""
    return lambda find: Rule(find, severity, is_on_relations=True)


def shown(text: str) -> str:
    """Return the beginning of a text, as messages show it."""
    return truncate(one_line(text), _LONGEST_SHOWN)
