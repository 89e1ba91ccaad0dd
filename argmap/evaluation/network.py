"""A map as numbers: what depends on what, and with which weight.

Claims come first, and sketched arguments with them; steps follow. A reconstructed
argument is hit at its last step and puts forward that step's conclusion.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs

from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Inference,
    ProofStandard,
)

if TYPE_CHECKING:
    from argmap.model.parts import Part

PRESUMPTION: Final = 1.0
"""What it weighs that a claim is granted."""


@attrs.define(eq=False)
class Network:
    """Claims are `0 … claims - 1`, steps what follows; all lists go by these numbers.

    `reasons` are the steps for a claim, `attackers` the counterpoints against a part,
    `premises` what a step starts from, each once. `ends` is what a step speaks for or
    against, -1 where that changes nothing; `counterpoints` is the number of the first.
    `presumptions` are the weights of claims that are granted, 0 of others; `rivals` are
    the sets that a claim is in of which at most one can stand. Steps that are
    `left_out` are rejected from the start.
    """

    ids: list[str]
    claims: int
    counterpoints: int
    presumptions: list[float]
    standards: list[ProofStandard]
    premises: list[tuple[int, ...]]
    strengths: list[float]
    ends: list[int]
    reasons: list[list[int]]
    attackers: list[list[int]]
    rivals: dict[int, list[tuple[int, ...]]] = attrs.field(factory=dict)
    left_out: set[int] = attrs.field(factory=set)

    @classmethod
    def of(cls, ids: list[str], claims: int, inferences: int) -> "Network":
        """Return parts with nothing between them, no claim granted.

        >>> Network.of(["a", "b", "a-so-b"], claims=2, inferences=1).steps
        range(2, 3)
        """
        size = len(ids)
        return cls(
            ids,
            claims,
            claims + inferences,
            [0.0] * claims,
            [ProofStandard.PREPONDERANCE] * claims,
            [()] * size,
            [PRESUMPTION] * size,
            [-1] * size,
            [[] for _ in range(claims)],
            [[] for _ in range(size)],
        )

    @property
    def steps(self) -> range:
        """The numbers of all steps."""
        return range(self.claims, len(self.ids))

    def infer(self, step: int, premises: Iterable[int], conclusion: int) -> None:
        """Let a step lead to a claim; to another step it leads in vain."""
        self.premises[step] = tuple(premises)
        if conclusion < self.claims:
            self.ends[step] = conclusion
            self.reasons[conclusion].append(step)

    def counter(self, step: int, premises: Iterable[int], target: int) -> None:
        """Let a step strike a part."""
        self.premises[step] = tuple(premises)
        self.ends[step] = target
        self.attackers[target].append(step)

    def add_rivals(self, claims: Iterable[int]) -> None:
        """Let at most one of these stand."""
        rivals = tuple(dict.fromkeys(claims))
        for each in rivals:
            self.rivals.setdefault(each, []).append(rivals)

    def rivals_of(self, claim: int) -> Iterator[int]:
        """Yield the claims that contradict one, each once."""
        if claim in self.rivals:
            yield from dict.fromkeys(
                each for each in chain(*self.rivals[claim]) if each != claim
            )


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
    parts = [*argument_map.claims]
    arguments = [each for each in argument_map.arguments if not each.steps]
    claims = len(parts) + len(arguments)
    ids = [each.id for each in (*parts, *arguments, *argument_map.steps)]
    net = Network.of(ids, claims, len(argument_map.inferences))
    net.standards = [each.standard or standard for each in parts]
    net.standards += [standard] * len(arguments)
    _join(argument_map, net, without)
    for number, part in enumerate((*parts, *arguments)):
        presumed = part.presumed if isinstance(part, Claim) else None
        if presumed is None:
            presumed = not net.reasons[number]
        if (presumed or part.id in assume) and part.id not in without:
            net.presumptions[number] = PRESUMPTION
    return net


def _join(argument_map: ArgumentMap, net: Network, without: AbstractSet[str]) -> None:
    """Let every step start from its premises and speak for or against its end."""
    numbers = {name: number for number, name in enumerate(net.ids)}
    starts, ends = _through_arguments(argument_map, numbers)
    for number, step in zip(net.steps, argument_map.steps, strict=True):
        if step.strength is not None:
            net.strengths[number] = step.strength
        if len(step.premises) == 1:
            premises = (starts[step.premises[0].claim],)
        else:
            named = (starts[each.claim] for each in step.premises)
            premises = tuple(dict.fromkeys(named))
        end = ends[step.end]
        if isinstance(step, Inference):
            net.infer(number, premises, end)
        else:
            net.counter(number, premises, end)
    for contradiction in argument_map.contradictions:
        if contradiction.id not in without:
            rivals = (starts[each] for each in contradiction.claims)
            net.add_rivals(each for each in rivals if each < net.claims)
    for name in without:
        number = numbers.get(name, -1)
        if number >= net.claims:
            net.left_out.add(number)
        elif number >= 0:
            for step in net.reasons[number]:
                net.ends[step] = -1
            net.reasons[number] = []


def _through_arguments(
    argument_map: ArgumentMap, numbers: dict[str, int]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the number of a part where it is a premise, and where it is an end."""
    arguments = [each for each in argument_map.arguments if each.steps]
    if not arguments:
        return numbers, numbers
    put_forward = {
        each.id: numbers[_put_forward(argument_map, each)] for each in arguments
    }
    return (
        numbers | put_forward,
        numbers | {each.id: numbers[each.steps[-1]] for each in arguments},
    )


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
