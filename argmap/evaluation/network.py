"""A map as numbers: what depends on what, and with which weight.

Claims come first, and sketched arguments with them; steps follow. A reconstructed
argument is hit at its last step and puts forward that step's conclusion.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    ProofStandard,
    values,
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
    the sets that a claim is in of which at most one can stand, `contradictions` the
    same by their ids. Parts that are `left_out` are rejected from the start.
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
    contradictions: dict[str, tuple[int, ...]] = attrs.field(factory=dict)
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

    def infer(self, step: int, premises: tuple[int, ...], conclusion: int) -> None:
        """Let a step lead to a claim; to another step it leads in vain."""
        self.premises[step] = premises
        if conclusion < self.claims:
            self.ends[step] = conclusion
            self.reasons[conclusion].append(step)

    def counter(self, step: int, premises: tuple[int, ...], target: int) -> None:
        """Let a step strike a part."""
        self.premises[step] = premises
        self.ends[step] = target
        self.attackers[target].append(step)

    def leave_out(self, part: int) -> None:
        """Reject a step, or a claim with all that speaks for it."""
        self.left_out.add(part)
        if part < self.claims:
            for step in self.reasons[part]:
                self.ends[step] = -1
            self.reasons[part] = []
            self.presumptions[part] = 0.0

    def contradict(self, name: str, claims: Iterable[int]) -> None:
        """Let at most one of these stand."""
        rivals = self.contradictions[name] = tuple(dict.fromkeys(claims))
        for each in rivals:
            self.rivals.setdefault(each, []).append(rivals)

    def rivals_of(self, claim: int) -> Iterator[int]:
        """Yield the claims that contradict one, each once."""
        if claim in self.rivals:
            yield from dict.fromkeys(
                each for each in chain(*self.rivals[claim]) if each != claim
            )


Judged: TypeAlias = Claim | Argument | Inference | Counterpoint
"""What there is a verdict on."""


def network(
    argument_map: ArgumentMap,
    *,
    standard: ProofStandard | str = ProofStandard.PREPONDERANCE,
    assume: Iterable[str | Claim | Argument] = (),
    without: Iterable[str | Judged] = (),
) -> Network:
    """Return a map as numbers.

    A claim is granted if it is `presumed`, or if nothing is concluded to it and
    nobody says that it is not; what is in `assume` is granted too. Of what is in
    `without`, steps are left out, and claims have no reason and are not granted.
    Raises UnknownPartError, and ValueError for a standard that there is not.
    """
    standard = ProofStandard(standard)
    assumed, left_out = _ids(argument_map, assume), _ids(argument_map, without)
    claims = argument_map.claims
    arguments = [each for each in argument_map.arguments if not each.steps]
    ids = [each.id for each in claims]
    ids += [each.id for each in arguments]
    ids += [each.id for each in argument_map.steps]
    inferences = len(argument_map.inferences)
    net = Network.of(ids, len(claims) + len(arguments), inferences)
    net.standards = [each.standard or standard for each in claims]
    net.standards += [standard] * len(arguments)
    _join(argument_map, net, left_out)
    for number, name in enumerate(ids[: net.claims]):
        presumed = claims[number].presumed if number < len(claims) else None
        if presumed is None:
            presumed = not net.reasons[number]
        if (presumed or name in assumed) and name not in left_out:
            net.presumptions[number] = PRESUMPTION
    return net


def _ids(argument_map: ArgumentMap, parts: Iterable[str | Judged]) -> frozenset[str]:
    return frozenset(argument_map.part(values.id_of(each)).id for each in parts)


def _join(argument_map: ArgumentMap, net: Network, without: AbstractSet[str]) -> None:
    """Let every step start from its premises and speak for or against its end."""
    numbers = {name: number for number, name in enumerate(net.ids)}
    starts, ends = _through_arguments(argument_map, numbers)
    for number, step in zip(net.steps, argument_map.steps, strict=True):
        if step.strength is not None:
            net.strengths[number] = step.strength
        premises = tuple([starts[each.claim] for each in step.premises])
        if len(premises) > 1:
            premises = tuple(dict.fromkeys(premises))
        join = net.infer if isinstance(step, Inference) else net.counter
        join(number, premises, ends[step.end])
    for contradiction in argument_map.contradictions:
        if contradiction.id not in without:
            rivals = (starts[each] for each in contradiction.claims)
            claims = (each for each in rivals if each < net.claims)
            net.contradict(contradiction.id, claims)
    for name in without & numbers.keys():
        net.leave_out(numbers[name])


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
