"""Mapping of an argument graph of Carneades to a map."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from argmap.diagnostics import Severity, Span
from argmap.formats.carneades.graph import BASIC, KEY, Graph, Issue, Reason
from argmap.formats.carneades.weighing import Way, Weigher
from argmap.formats.document import Document
from argmap.formats.ids import Ids, slug
from argmap.formats.located import shown
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Inference,
    Part,
    Premise,
    ProofStandard,
    Step,
    values,
)
from argmap.model.kinds import is_id

_NEGATIONS: Final = str.maketrans({"¬": "not-", "~": "not-"})
_MOST_AGAINST: Final = 10_000
"""More counterpoints than that between the positions of one issue are not made."""


def to_document(graph: Graph) -> Document:
    """Return the document that a graph makes."""
    return _Mapper(graph).run()


class _Mapper:
    """A graph on its way to a map."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._ids = Ids()
        self._claims = self._named(graph.statements, "claim")
        self._reasons = self._named((each.name for each in graph.reasons), "argument")
        self._issues = self._named((each.name for each in graph.issues), "issue")
        self._parts: list[Part] = []
        self._spans: dict[str, Span] = {}
        weigher = Weigher(graph)
        self._ways = {each.name: weigher.ways(each) for each in graph.reasons}
        self._even = {each.name: self._even_weights(each) for each in graph.issues}

    def _named(self, names: Iterable[str], kind: str) -> dict[str, str]:
        """Return an id for every name; those that can be one stay what they are."""
        listed = list(names)
        found = {name: self._ids.take(name, kind) for name in listed if is_id(name)}
        for name in listed:
            if name not in found:
                found[name] = self._ids.take(slug(name.translate(_NEGATIONS)), kind)
        return found

    def run(self) -> Document:
        """Make all parts, then the map."""
        graph = self._graph
        for name in graph.statements:
            self._add_claim(name)
        for reason in graph.reasons:
            self._add_reason(reason)
        for issue in graph.issues:
            self._add_issue(issue)
        argument_map = ArgumentMap.of(*self._parts, title=graph.title, data=graph.data)
        return Document(argument_map, graph.text, self._spans, tuple(graph.findings))

    def _add(self, part: Part, span: Span) -> None:
        self._parts.append(part)
        self._spans[part.id] = span

    def _add_claim(self, name: str) -> None:
        statement = self._graph.statements[name]
        claim_id = self._claims[name]
        claim = Claim(
            claim_id,
            statement.text,
            title="" if statement.name == claim_id else statement.name,
            presumed=statement.is_assumed,
            standard=self._standard(name),
            expected=statement.expected,
            data=statement.data,
        )
        self._add(claim, statement.span)

    def _standard(self, name: str) -> ProofStandard | None:
        """Return the proof that a statement needs: none where it is assumed."""
        issue = self._graph.issue_of.get(name)
        if issue is None:
            return None
        is_assumed = self._graph.statements[name].is_assumed
        return ProofStandard.SCINTILLA if is_assumed else issue.standard

    def _even_weights(self, issue: Issue) -> set[float]:
        """Return the weights with which an argument at issue may lead to a draw.

        Those are the weights that several positions can have; by a strict standard
        they are all.
        """
        contenders = self._graph.contenders(issue)
        if not self._graph.is_weighed(issue) or len(contenders) == 1:
            return set()
        weights = [list(self._weights_for(name)) for name in contenders]
        if sum(map(len, weights)) * (len(contenders) - 1) > _MOST_AGAINST:
            message = f"{shown(issue.name)} has too many arguments to tell a draw"
            self._graph.find(
                "approximate-weight", message, issue.span, Severity.WARNING
            )
            return set()
        counts = Counter(chain.from_iterable(map(set, weights)))
        return {each for each, count in counts.items() if count > 1 or issue.is_strict}

    def _weights_for(self, name: str) -> Iterator[float]:
        for reason in self._graph.concluded[name]:
            yield from (way.weight for way in self._ways[reason.name])

    def _add_reason(self, reason: Reason) -> None:
        """Add the steps that a reason is, and what strikes them.

        A reason that weighs nothing is there, but contested.
        """
        ways = self._ways[reason.name]
        for way in ways or [Way(reason.premises, 0.0)]:
            for struck in self._add_way(reason, way, is_only=len(ways) <= 1):
                if not ways:
                    self._strike(struck, [], reason.span)
                if reason.undercutter:
                    premise = self._claims[reason.undercutter.statement]
                    self._strike(struck, [premise], reason.undercutter.span)

    def _strike(self, target: str, premises: list[str], span: Span) -> None:
        wanted = values.made_id(*premises, "against", target)
        self._add(Counterpoint(premises, target, id=self._ids.take(wanted)), span)

    def _add_way(self, reason: Reason, way: Way, *, is_only: bool) -> list[str]:
        """Add the steps of a way; return the ids of what an undercutter strikes.

        A reason without premises is a sketched argument, from which the steps lead.
        """
        own_id = self._reasons[reason.name]
        if not way.premises:
            title = "" if own_id == reason.name else reason.name
            self._add(Argument(own_id, title), reason.span)
            made = values.made_id(own_id, "so", self._claims[reason.conclusion])
            self._add_steps(reason, way, [Premise(own_id)], self._ids.take(made))
            return [own_id]
        premises = [
            Premise(self._claims[each.statement], each.role) for each in way.premises
        ]
        if not is_only:
            names = [name for each in premises for name in ("and", each.claim)]
            own_id = self._ids.take(values.made_id(own_id, "from", *names[1:]))
        return self._add_steps(reason, way, premises, own_id)

    def _add_steps(
        self, reason: Reason, way: Way, premises: list[Premise], step_id: str
    ) -> list[str]:
        """Add the inference that a way is, and what it is against; return their ids."""
        shared = _fields(reason, way)
        conclusion, data = self._claims[reason.conclusion], _data(reason, step_id)
        steps: list[Step] = [
            Inference(premises, conclusion, id=step_id, data=data, **shared)
        ]
        for rival in self._rivals(reason, way):
            made = self._ids.take(values.made_id(step_id, "against", rival))
            steps.append(Counterpoint(premises, rival, id=made, **shared))
        for each in steps:
            self._add(each, reason.span)
        return [each.id for each in steps]

    def _rivals(self, reason: Reason, way: Way) -> list[str]:
        """Return the claims that a way is also against.

        An argument for one position speaks against the others: in a draw all fall.
        Where there is none it is enough that the positions contradict each other.
        """
        issue = self._graph.issue_of.get(reason.conclusion)
        if issue is None or way.weight not in self._even[issue.name]:
            return []
        return [
            self._claims[name]
            for name in self._graph.contenders(issue)
            if name != reason.conclusion
        ]

    def _add_issue(self, issue: Issue) -> None:
        issue_id, data = self._issues[issue.name], issue.data
        if issue_id != issue.name:
            data = _and(data, issue=issue.name)
        positions = [self._claims[name] for name in issue.positions]
        kind = ContradictionKind.CONTRARY
        self._add(Contradiction(positions, kind, id=issue_id, data=data), issue.span)


def _fields(reason: Reason, way: Way) -> dict[str, Any]:
    """Return the fields that all steps of a way have."""
    scheme = reason.scheme if reason.scheme not in BASIC else None
    return {
        "scheme": slug(scheme) if scheme and not is_id(scheme) else scheme,
        "strength": None if way.weight in {0.0, 1.0} else way.weight,
    }


def _data(reason: Reason, step_id: str) -> Mapping[str, Any]:
    """Return what only Carneades knows of a reason, as the data of its step."""
    known: dict[str, Any] = {}
    if step_id != reason.name:
        known["argument"] = reason.name
    if reason.scheme and (reason.scheme in BASIC or not is_id(reason.scheme)):
        known["scheme"] = reason.scheme
    if reason.weight is not None:
        known["weight"] = reason.weight
    return _and(reason.data, **known)


def _and(data: Mapping[str, Any], **known: Any) -> Mapping[str, Any]:
    """Add to what only Carneades knows."""
    return {**data, KEY: {**known, **data.get(KEY, {})}} if known else data
