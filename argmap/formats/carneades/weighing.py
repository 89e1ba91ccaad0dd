"""Weights of arguments in Carneades, said with premises and strengths.

A weighing function gives an argument a weight by which of its premises are in. Said
as ways to support the conclusion: premises that do so together, and what they weigh.
"""

from collections.abc import Iterator
from itertools import chain, combinations
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity
from argmap.formats.carneades.graph import (
    BASIC,
    LINKED,
    Graph,
    Issue,
    Order,
    Reason,
    Support,
    Weighing,
)
from argmap.formats.located import shown

_MOST_OPEN: Final = 4
"""A cumulative argument with more premises in doubt has too many ways."""


@attrs.frozen
class Way:
    """Premises that support a conclusion together, and with which weight."""

    premises: tuple[Support, ...]
    weight: float


@attrs.define(eq=False)
class Weigher:
    """The weights of a graph's reasons; what an issue's have in common is cached."""

    graph: Graph
    _breadths: dict[str, int] = attrs.field(factory=dict, init=False)
    _ranks: dict[tuple[str, tuple[Order, ...]], dict[str, float]] = attrs.field(
        factory=dict, init=False
    )

    def ways(self, reason: Reason) -> list[Way]:
        """Return the ways of a reason that weigh something; it may have none."""
        return [each for each in self._ways(reason) if each.weight > 0]

    def _ways(self, reason: Reason) -> Iterator[Way]:
        premises = reason.premises
        weighing = self._weighing_of(reason)
        issue = self.graph.issue_of.get(reason.conclusion)
        match weighing.kind:
            case "convergent":
                yield from (Way((each,), 1.0) for each in premises)
            case "cumulative":
                yield from self._shares(reason)
            case "factorized" if issue:
                yield Way(premises, len(premises) / self._breadth(issue))
            case "preference" if issue:
                yield Way(premises, self._rank(reason, weighing.orders, issue))
            case "constant":
                yield Way(premises, weighing.constant)
            case _:
                yield Way(premises, 1.0 if reason.weight is None else reason.weight)
        if weighing.kind == "criteria":
            self._approximate(reason, "by criteria; here it weighs 1")

    def _weighing_of(self, reason: Reason) -> Weighing:
        name = reason.scheme or LINKED.kind
        scheme = self.graph.schemes.get(name)
        return scheme.weighing if scheme else BASIC.get(name, LINKED)

    def _approximate(self, reason: Reason, how: str) -> None:
        message = f"Carneades weighs the argument {shown(reason.name)} {how}"
        self.graph.find("approximate-weight", message, reason.span, Severity.WARNING)

    def _shares(self, reason: Reason) -> Iterator[Way]:
        """Yield the ways of a cumulative argument: it weighs the share that is in.

        Where nothing is weighed against it any premise will do. Elsewhere those that
        are assumed count in every way, and each choice of those that may be in or
        not; what can never be in counts only where all are.
        """
        graph, premises = self.graph, reason.premises
        issue = graph.issue_of.get(reason.conclusion)
        if issue is None or not graph.is_weighed(issue):
            yield from (Way((each,), 1 / len(premises)) for each in premises)
            return
        granted = {
            each for each in premises if graph.statements[each.statement].is_assumed
        }
        open_ = [
            each
            for each in dict.fromkeys(premises)
            if each not in granted and each.statement in graph.concluded
        ]
        if len(open_) > _MOST_OPEN:
            self._approximate(reason, "by the share of its many premises that are in")
            open_ = []
        sizes = range(len(open_) + 1)
        for chosen in chain.from_iterable(combinations(open_, size) for size in sizes):
            way = tuple(each for each in premises if each in granted or each in chosen)
            if 0 < len(way) < len(premises):
                yield Way(way, len(way) / len(premises))
        yield Way(premises, 1.0 if premises else 0.0)

    def _breadth(self, issue: Issue) -> int:
        """Return how many premises the reasons at issue have, each counted once."""
        if issue.name not in self._breadths:
            found = {
                each.statement
                for reason in self.graph.reasons_at(issue)
                for each in reason.premises
            }
            self._breadths[issue.name] = len(found)
        return self._breadths[issue.name] or 1

    def _rank(self, reason: Reason, orders: tuple[Order, ...], issue: Issue) -> float:
        """Return the place of a reason among those at issue: the last weighs 1."""
        key = issue.name, orders
        if key not in self._ranks:
            self._ranks[key] = self._ranked(self.graph.reasons_at(issue), orders)
        return self._ranks[key][reason.name]

    def _ranked(
        self, reasons: list[Reason], orders: tuple[Order, ...]
    ) -> dict[str, float]:
        columns = [self._positions(reasons, order) for order in orders]
        rows = list(zip(*columns, strict=True)) or [()] * len(reasons)
        ranks = {row: rank for rank, row in enumerate(sorted(set(rows)), start=1)}
        return {
            reason.name: ranks[row] / len(ranks)
            for reason, row in zip(reasons, rows, strict=True)
        }

    def _positions(self, reasons: list[Reason], order: Order) -> list[int]:
        """Return where the schemes of reasons stand in an order; -1 for nowhere."""
        held = [self._property(each, order.property) for each in reasons]
        scale: list[Any] = list(order.values) or sorted(
            {each for each in held if each is not None},
            key=lambda value: (isinstance(value, str), value),
            reverse=not order.is_ascending,
        )
        positions = {value: position for position, value in enumerate(scale)}
        return [positions.get(each, -1) for each in held]

    def _property(self, reason: Reason, name: str) -> str | float | None:
        scheme = self.graph.schemes.get(reason.scheme or "")
        value = scheme.properties.get(name) if scheme else None
        return value if isinstance(value, str | int | float) else None
