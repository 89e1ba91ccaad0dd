"""The steps of a plan as a list has them: each at what it speaks for or against."""

from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

import attrs

from argmap.diagram.plan import Edge, Plan, Text
from argmap.diagram.style import CONTRADICTION, PREMISES, LineKind

Numbered: TypeAlias = tuple[int, Edge]
_NO_REASON = Text("no reason given", is_label=True)


@attrs.frozen
class ListedStep:
    """A step, or what else leads to a claim, where the list has it: at its `host`.

    The host is a claim or another step. `tails` are the claims that lead to it, each
    with the number of its line in the plan; `line` is that from the step to the host
    where it is another one. `texts` stand above the claims. `part` is the id in the
    plan, which several answers to one question share.
    """

    part: str
    kind: LineKind
    host: str
    tails: tuple[tuple[str, int], ...]
    line: int | None = None
    texts: tuple[Text, ...] = ()

    @property
    def is_contradiction(self) -> bool:
        """Whether its claims stand elsewhere, each for itself."""
        return self.kind is CONTRADICTION


def listed_steps(plan: Plan) -> Mapping[str, ListedStep]:
    """Return the steps in the order of the plan, by their parts.

    An answer goes by the part of its question and a number.
    """
    parts = [*plan.boxes_by_part, *plan.at_junction]
    order = {part: index for index, part in enumerate(parts)}
    found: dict[str, ListedStep] = {}
    for part, edges in groupby(enumerate(plan.edges), lambda each: each[1].part):
        if part in plan.boxes_by_part:
            for at, edge in edges:
                answer = ListedStep(part, edge.kind, edge.head, ((edge.tail, at),))
                found[f"{part} {at}"] = answer
        else:
            found[part] = _listed(plan, part, tuple(edges), order)
    return found


def _listed(
    plan: Plan, part: str, edges: Sequence[Numbered], order: Mapping[str, int]
) -> ListedStep:
    junction = plan.at_junction.get(part)
    at, edge = next(each for each in edges if each[1].kind not in PREMISES)
    kind = junction.kind if junction else edge.kind
    if kind is CONTRADICTION:
        listed = _contradiction(part, edges, order)
        return attrs.evolve(listed, texts=junction.texts) if junction else listed
    if junction is None:
        return ListedStep(part, kind, edge.head, ((edge.tail, at),))
    tails = tuple((each.tail, number) for number, each in edges if number != at)
    texts = junction.texts or (() if tails else (_NO_REASON,))
    return ListedStep(part, kind, edge.head, tails, at, texts)


def _contradiction(
    part: str, edges: Sequence[Numbered], order: Mapping[str, int]
) -> ListedStep:
    ends = [(edge.head, at) for at, edge in edges]
    at, edge = edges[0]
    is_pair = edge.tail != part
    if is_pair:
        ends.append((edge.tail, at))
    (host, line), *claims = sorted(ends, key=lambda end: order[end[0]])
    own = None if is_pair else line
    return ListedStep(part, CONTRADICTION, host, tuple(claims), own)


def claim_behind(
    steps: Mapping[str, ListedStep], step: str, claims: Container[str]
) -> str:
    """Return the claim that a step is about, be it by way of others; "" in a circle."""
    host = steps[step].host
    seen = {step}
    while host not in claims and host not in seen:
        seen.add(host)
        host = steps[host].host
    return host if host in claims else ""
