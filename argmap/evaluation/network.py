"""A map as numbers: what depends on what, and with which weight.

Claims come first, and sketched arguments with them; steps follow. A reconstructed
argument is hit at its last step and puts forward that step's conclusion.
"""

from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from functools import cached_property
from itertools import chain, count
from typing import Final, TypeAlias

import attrs

from argmap.errors import UnknownPartError, UnknownSpeakerError
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    ProofStandard,
    Question,
    values,
)
from argmap.suggestions import with_likely

EVERYONE: Final = "everyone"
"""The standpoint from which all is granted that anybody says."""
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
    same by their ids. From the `standpoint`, `unheld` claims are not granted since only
    these others hold them. Parts that are `excluded` are rejected from the start,
    claims that are `assumed` granted for the sake of argument.

    Where strict steps and preferences count (`argmap.evaluation.strict`), parts are
    `made` for that, and have here the part that they stand for, or -1; `opposites` are
    the made claims that something rules out a claim, and `plain` is the network
    without all that, in the same numbers.
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
    standpoint: str = EVERYONE
    unheld: dict[int, tuple[str, ...]] = attrs.field(factory=dict)
    excluded: set[int] = attrs.field(factory=set)
    assumed: frozenset[int] = frozenset()
    made: dict[int, int] = attrs.field(factory=dict)
    opposites: dict[int, int] = attrs.field(factory=dict)
    plain: "Network | None" = None

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

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of all parts that are not made, by id."""
        if not self.made:
            return dict(zip(self.ids, count(), strict=False))
        parts = enumerate(self.ids)
        return {name: number for number, name in parts if number not in self.made}

    @property
    def as_given(self) -> "Network":
        """The network without what is made."""
        return self.plain or self

    def uses(self, steps: Iterable[int] | None = None) -> dict[int, list[int]]:
        """Return the steps, among these or all, that start from a part, by that."""
        found: dict[int, list[int]] = {}
        for step in self.steps if steps is None else steps:
            for premise in self.premises[step]:
                found.setdefault(premise, []).append(step)
        return found

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

    def exclude(self, part: int) -> None:
        """Reject a step, or a claim with all that speaks for it."""
        self.excluded.add(part)
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
Excluded: TypeAlias = Judged | Contradiction | Question
"""What can be left out."""


def network(
    argument_map: ArgumentMap,
    *,
    standard: ProofStandard | str = ProofStandard.PREPONDERANCE,
    assume: Iterable[str | Claim | Argument] = (),
    without: Iterable[str | Excluded] = (),
    standpoint: str | None = None,
) -> Network:
    """Return a map as numbers.

    A claim is granted if it is `presumed`, or if nothing is concluded to it and
    nobody says that it is not, it is held from the `standpoint` and no answer among
    others that it excludes; what is in `assume` is granted too. Of what is in
    `without`, steps are left out, and claims have no reason and are not granted. Of
    a reconstructed argument it is what that puts forward, and its last step. Raises
    UnknownPartError, UnknownSpeakerError, and ValueError for a standard that there is
    not.
    """
    standard = ProofStandard(standard)
    standpoint = _standpoint(argument_map, standpoint)
    claims = argument_map.claims
    sketches = list(filter(argument_map.counts_as_claim, argument_map.arguments))
    ids = [each.id for each in claims]
    ids += [each.id for each in sketches]
    ids += [each.id for each in argument_map.steps]
    inferences = len(argument_map.inferences)
    net = Network.of(ids, len(claims) + len(sketches), inferences)
    net.standpoint = standpoint
    net.standards = [each.standard or standard for each in claims]
    net.standards += [standard] * len(sketches)
    starts, ends = _through_arguments(argument_map, net.numbers)
    assumed, excluded = _ids(argument_map, assume), _ids(argument_map, without)
    net.assumed = frozenset(_numbers(assumed, starts, "granted", range(net.claims)))
    exclusive = [each for each in argument_map.questions if each.exclusive]
    rivalries: list[Contradiction | Question] = [
        *argument_map.contradictions,
        *exclusive,
    ]
    resolved = excluded & {each.id for each in rivalries}
    _join(argument_map, net, starts, ends)
    _contradict(argument_map, net, starts, resolved)
    options = _exclude_others(exclusive, net, starts, resolved)
    for part in _numbers(excluded - resolved, ends, "left out", range(len(ids))):
        net.exclude(part)
    for number in range(net.claims):
        presumed = claims[number].presumed if number < len(claims) else None
        if presumed is None:
            presumed = not net.reasons[number] and number not in options
            if presumed and standpoint != EVERYONE and number < len(claims):
                holders = argument_map.holders(claims[number])
                if standpoint not in holders:
                    net.unheld[number] = holders
                    presumed = False
        if (presumed or number in net.assumed) and number not in net.excluded:
            net.presumptions[number] = PRESUMPTION
    return net


def _standpoint(argument_map: ArgumentMap, name: str | None) -> str:
    """Return from where a map is judged: the author's place where it has a name."""
    if name is None:
        return argument_map.author or EVERYONE
    known = (EVERYONE, *argument_map.speakers)
    if name not in known:
        msg = f"nobody in the map is called {name!r}"
        raise UnknownSpeakerError(with_likely(msg, name, known))
    return name


def _ids(argument_map: ArgumentMap, parts: Iterable[str | Excluded]) -> frozenset[str]:
    named = map(values.id_of, values.frozen_list(parts))
    return frozenset(argument_map.part(each).id for each in named)


def _numbers(
    names: AbstractSet[str], numbers: Mapping[str, int], what: str, allowed: range
) -> set[int]:
    """Return the numbers of parts; raises UnknownPartError for one that has none."""
    for name in sorted(names):
        if numbers.get(name, -1) not in allowed:
            msg = f"'{name}' is no part that can be {what}"
            raise UnknownPartError(msg)
    return {numbers[name] for name in names}


def _join(
    argument_map: ArgumentMap,
    net: Network,
    starts: Mapping[str, int],
    ends: Mapping[str, int],
) -> None:
    """Let every step start from its premises and speak for or against its end."""
    for number, step in zip(net.steps, argument_map.steps, strict=True):
        if step.strength is not None:
            net.strengths[number] = step.strength
        premises = tuple(  # that somebody says so is granted
            [starts[each.claim] for each in step.premises if not each.attributed]
        )
        if len(premises) > 1:
            premises = tuple(dict.fromkeys(premises))
        if isinstance(step, Inference):
            net.infer(number, premises, ends[step.end])
        elif step.accepted:
            net.premises[number] = premises  # it is granted, and changes nothing
        else:
            net.counter(number, premises, ends[step.end])


def _contradict(
    argument_map: ArgumentMap,
    net: Network,
    starts: Mapping[str, int],
    resolved: AbstractSet[str],
) -> None:
    """Let claims contradict each other, but for what is resolved."""
    for contradiction in argument_map.contradictions:
        if contradiction.id not in resolved:
            rivals = (starts[each] for each in contradiction.claims)
            claims = (each for each in rivals if each < net.claims)
            net.contradict(contradiction.id, claims)


def _exclude_others(
    exclusive: Iterable[Question],
    net: Network,
    starts: Mapping[str, int],
    resolved: AbstractSet[str],
) -> set[int]:
    """Let at most one answer of each question stand; return all these answers.

    Who lists an option does not say that it is the answer: none is granted.
    """
    options: set[int] = set()
    for question in exclusive:
        answers = [starts[each] for each in question.answers]
        claims = [each for each in answers if each < net.claims]
        options.update(claims)
        if question.id not in resolved and len(claims) > 1:
            net.contradict(question.id, claims)
    return options


def _through_arguments(
    argument_map: ArgumentMap, numbers: Mapping[str, int]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the number of a part where it is a premise, and where it is an end."""
    arguments = argument_map.arguments
    if not arguments:
        return numbers, numbers
    starts = {each.id: numbers[argument_map.as_premise(each).id] for each in arguments}
    ends = {each.id: numbers[argument_map.as_end(each).id] for each in arguments}
    return {**numbers, **starts}, {**numbers, **ends}
