"""A map as numbers: what depends on what, and with which weight.

Claims come first, and sketched arguments with them; steps follow. A reconstructed
argument is hit at its last step and puts forward that step's conclusion.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

import attrs

from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    ProofStandard,
)

if TYPE_CHECKING:
    from argmap.model.parts import Part

PRESUMPTION: Final = 1.0
"""What it weighs that a claim is granted."""


@attrs.define(eq=False)
class Network:
    """Claims are `0 … claims - 1`, steps what follows; lists go by these numbers.

    `reasons` and `objections` are the steps for and against a claim, `attackers` the
    counterpoints against a step, `premises` what a step starts from, each once.
    `presumptions` are the weights of claims that are granted, 0 of others;
    `rivals` are the sets that a claim is in of which at most one can stand, and
    `contradictions` the same sets by their ids. Steps that are `left_out` are
    rejected from the start.
    """

    ids: list[str]
    claims: int
    presumptions: list[float]
    standards: list[ProofStandard]
    premises: list[tuple[int, ...]]
    strengths: list[float]
    reasons: list[list[int]]
    objections: list[list[int]]
    attackers: list[list[int]]
    rivals: dict[int, list[tuple[int, ...]]] = attrs.field(factory=dict)
    contradictions: dict[str, tuple[int, ...]] = attrs.field(factory=dict)
    left_out: set[int] = attrs.field(factory=set)

    @classmethod
    def empty(cls, claims: int) -> "Network":
        """Return so many claims, none of them granted, with nothing between them."""
        return cls(
            [str(each) for each in range(claims)],
            claims,
            [0.0] * claims,
            [ProofStandard.PREPONDERANCE] * claims,
            [()] * claims,
            [0.0] * claims,
            [[] for _ in range(claims)],
            [[] for _ in range(claims)],
            [[] for _ in range(claims)],
        )

    def add_step(
        self, name: str, premises: Iterable[int], strength: float = 1.0
    ) -> int:
        """Add a step that leads nowhere yet; return its number."""
        self.ids.append(name)
        self.premises.append(tuple(dict.fromkeys(premises)))
        self.strengths.append(strength)
        self.attackers.append([])
        return len(self.ids) - 1

    def add_rivals(self, claims: Iterable[int]) -> tuple[int, ...]:
        """Let at most one of these stand; return each of them once."""
        rivals = tuple(dict.fromkeys(claims))
        for each in rivals:
            self.rivals.setdefault(each, []).append(rivals)
        return rivals


def network(
    argument_map: ArgumentMap,
    *,
    standard: ProofStandard = ProofStandard.PREPONDERANCE,
    assume: AbstractSet[str] = frozenset(),
    without: AbstractSet[str] = frozenset(),
) -> Network:
    """Return a map as numbers.

    A claim is granted if it is `presumed`, or if nothing is concluded to it and
    nobody says that it is not; what is in `assume` is granted too. Of what is in
    `without`, steps are left out, and claims have no reason and are not granted.
    """
    parts = [
        each
        for each in argument_map.propositions
        if isinstance(each, Claim) or not each.steps
    ]
    net = Network.empty(len(parts))
    net.ids = [each.id for each in parts]
    numbers = {name: number for number, name in enumerate(net.ids)}
    net.standards = [
        (isinstance(each, Claim) and each.standard) or standard for each in parts
    ]
    for number, each in enumerate(argument_map.steps, len(parts)):
        numbers[each.id] = number
    ends = {
        each.id: _put_forward(argument_map, each)
        for each in argument_map.arguments
        if each.steps
    }
    for step in argument_map.steps:
        premises = (ends.get(each.claim, each.claim) for each in step.premises)
        number = net.add_step(
            step.id,
            (numbers[each] for each in premises),
            PRESUMPTION if step.strength is None else step.strength,
        )
        if step.id in without:
            net.left_out.add(number)
    _join(argument_map, net, numbers, without)
    for number, part in enumerate(parts):
        presumed = part.presumed if isinstance(part, Claim) else None
        if presumed is None:
            presumed = not argument_map.inferences_for(part)
        if (presumed or part.id in assume) and part.id not in without:
            net.presumptions[number] = PRESUMPTION
    for contradiction in argument_map.contradictions:
        if contradiction.id not in without:
            rivals = (numbers[ends.get(each, each)] for each in contradiction.claims)
            net.contradictions[contradiction.id] = net.add_rivals(
                each for each in rivals if each < net.claims
            )
    return net


def _put_forward(argument_map: ArgumentMap, argument: Argument) -> str:
    """Return the id of what a reconstructed argument puts forward.

    That is the conclusion of its last step, or the step itself where that speaks of
    another step.
    """
    part: Part = argument
    seen: set[str] = set()
    while isinstance(part, Argument) and part.steps and part.id not in seen:
        seen.add(part.id)
        step = argument_map.part(part.steps[-1])
        part = step
        if isinstance(step, Inference):
            end = argument_map.part(step.conclusion)
            part = end if isinstance(end, Claim | Argument) else step
    return part.steps[-1] if isinstance(part, Argument) and part.steps else part.id


def _join(
    argument_map: ArgumentMap,
    net: Network,
    numbers: dict[str, int],
    without: AbstractSet[str],
) -> None:
    """Let every step speak for or against its end."""
    hit = {each.id: each.steps[-1] for each in argument_map.arguments if each.steps}
    for step in argument_map.steps:
        number = numbers[step.id]
        name = hit.get(step.end, step.end)
        end = numbers[name]
        if isinstance(step, Counterpoint):
            (net.objections if end < net.claims else net.attackers)[end].append(number)
        elif end < net.claims and name not in without:
            net.reasons[end].append(number)
