"""A map as an abstract framework, for the solvers there are of these.

There is an argument for every reason, counterpoint and presumption, and one for every
claim that says that it fails: all that speaks for the claim attacks it, and it attacks
what starts from the claim. What weighs enough against a claim attacks every reason for
it. So the labels of the framework are those of the map, whatever the semantics,
unless claims support each other in a circle: there a map asks for more than a
framework can say, and is refused.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, product
from typing import Final, TypeAlias

import attrs

from argmap.errors import SupportCycleError
from argmap.evaluation.acceptance import Acceptance
from argmap.evaluation.components import components, is_cycle, shortest_loop
from argmap.evaluation.grounded import MEETS, Label
from argmap.evaluation.network import Network, network
from argmap.evaluation.strict import with_strict_steps
from argmap.formats.ids import Ids
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    ProofStandard,
)
from argmap.model.framework import Framework
from argmap.model.kinds import Choice
from argmap.words import quoted

_MUCH: Final = 8
"""More arguments than this attack several others through arguments in between."""


class ArgumentKind(Choice):
    """What an argument of the framework stands for."""

    REASON = "reason"
    COUNTERPOINT = "counterpoint"
    PRESUMPTION = "presumption"
    FAILURE = "failure"
    OPPOSITION = "opposition"
    NO_OPPOSITION = "no-opposition"


@attrs.frozen
class Meaning:
    """What an argument of the framework means: of what part of the map, in words."""

    name: str
    kind: ArgumentKind
    part: str
    words: str


@attrs.frozen(eq=False)
class Projection:
    """A map as a framework, and the meaning of each of its arguments, in their order.

    >>> from argmap import Claim, Counterpoint
    >>> argument_map = ArgumentMap.of(
    ...     Claim("rose", "Rents rose."), Counterpoint([], target="rose", id="no")
    ... )
    >>> projection = as_framework(argument_map)
    >>> for each in projection.meanings:
    ...     print(each.name, "-", each.words)
    rose - “Rents rose.” is granted
    no - an objection to “Rents rose.”
    rose-failure - not: “Rents rose.”
    """

    framework: Framework
    meanings: tuple[Meaning, ...] = attrs.field(repr=False)
    _network: Network = attrs.field(repr=False)
    _steps: Mapping[int, int] = attrs.field(repr=False)
    _failures: Mapping[int, int] = attrs.field(repr=False)

    def labels(self, labels: Sequence[Label]) -> dict[str, Label]:
        """Return the labels of claims and steps, from those of the arguments.

        A claim's is the contrary of that of its failure. A counterpoint's is its
        argument's; a reason's follows from its premises and what strikes it, because
        its argument is also attacked by what is against the conclusion.
        """
        net = self._network
        found = [Label.OUT] * len(net.ids)
        for part, place in self._steps.items():
            found[part] = labels[place]
        for part, place in self._failures.items():
            if part < net.claims:
                found[part] = Label(-labels[place])
        for step in chain.from_iterable(net.reasons):
            if step in self._steps:
                premises = [found[each] for each in net.premises[step]]
                strikes = [Label(-found[each]) for each in net.attackers[step]]
                found[step] = min([Label.IN, *premises, *strikes])
        return {name: found[number] for name, number in net.numbers.items()}


def as_framework(
    argument_map: ArgumentMap,
    *,
    standard: ProofStandard | str = ProofStandard.PREPONDERANCE,
) -> Projection:
    """Return a map as an abstract framework, exactly.

    `standard` is the proof standard of claims that have none of their own. The
    framework is about as large as the map. Raises SupportCycleError for a map whose
    claims support each other in a circle, and ValueError for a standard that there
    is not.
    """
    net = network(argument_map, standard=ProofStandard(standard))
    net = with_strict_steps(argument_map, net)

    def explain(part: int) -> str:
        words = _in_words(argument_map, net.ids[part])
        note = " (made for what follows strictly)" if part in net.made else ""
        return f"{words}{note}"

    return project(net, explain)


def have_equal_networks(one: ArgumentMap, other: ArgumentMap) -> bool:
    """Return whether two maps come to the same numbers, whatever their words."""
    first, second = (
        attrs.asdict(with_strict_steps(each, network(each)), recurse=False)
        for each in (one, other)
    )
    names = first.keys() - {"ids", "plain"}
    return all(first[name] == second[name] for name in names)


def _in_words(argument_map: ArgumentMap, part_id: str) -> str:
    """Return a claim as it reads, and a step as a sentence."""
    part = argument_map.part(part_id)
    if not isinstance(part, Inference | Counterpoint):
        return _quoted(argument_map, part_id)
    premises = " and ".join(_quoted(argument_map, each.claim) for each in part.premises)
    end = _quoted(argument_map, part.end)
    if isinstance(part, Inference):
        return f"{premises}, so {end}"
    return f"{premises}, against {end}" if premises else f"an objection to {end}"


def _quoted(argument_map: ArgumentMap, part_id: str) -> str:
    part = argument_map.part(part_id)
    if isinstance(part, Claim | Argument):
        return quoted(part.name, part.id)
    return f"the step '{part_id}'"


def project(net: Network, explain: Callable[[int], str]) -> Projection:
    """Return a network as a framework; `explain` gives the words for each part."""
    cycle = _support_cycle(net)
    if cycle:
        raise SupportCycleError(net.ids[each] for each in cycle)
    draft = _Draft(net, explain)
    draft.add_arguments()
    draft.attack_steps()
    draft.attack_failures()
    for claim in range(net.claims):
        draft.oppose(claim)
    return Projection(
        Framework(
            [each.name for each in draft.meanings],
            [tail for tail, _ in draft.attacks],
            [head for _, head in draft.attacks],
        ),
        tuple(draft.meanings),
        net,
        draft.steps,
        draft.failures,
    )


def _support_cycle(net: Network) -> list[int]:
    """Return claims that support each other in a circle, if there are any."""

    def needs(part: int) -> Sequence[int]:
        if part in net.excluded:
            return ()
        if part >= net.claims:
            return net.premises[part]
        meets, strengths = MEETS[net.standards[part]], net.strengths
        reasons = (each for each in net.reasons[part] if meets(strengths[each], 0))
        return [each for each in reasons if each not in net.excluded]

    for component in components(range(len(net.ids)), needs):
        if is_cycle(component, needs):
            loop = shortest_loop(component[0], needs)
            return [each for each in loop if each < net.claims] or loop
    return []


_Places: TypeAlias = tuple[int, ...]
"""The arguments of which one holds if a part does."""


class _Draft(Acceptance[_Places]):
    """Arguments and attacks of a framework that is being made.

    `presumptions`, `steps` and `failures` lead from parts to their arguments.
    """

    def __init__(self, net: Network, explain: Callable[[int], str]) -> None:
        super().__init__(net)
        self.explain = explain
        self.meanings: list[Meaning] = []
        self.attacks: dict[tuple[int, int], None] = {}
        self.presumptions: dict[int, int] = {}
        self.steps: dict[int, int] = {}
        self.failures: dict[int, int] = {}
        self._ids = Ids()
        self._opposed = 0
        self._relays: dict[_Places, _Places] = {}

    def add_arguments(self) -> None:
        """Add presumptions, steps, and the failures of claims and other premises."""
        net = self._net
        for name in net.numbers:
            self._ids.take(name)
        for claim, weight in enumerate(net.presumptions):
            if MEETS[net.standards[claim]](weight, 0.0):
                words = f"{self.explain(claim)} is granted"
                kind = ArgumentKind.PRESUMPTION
                name = net.ids[claim]
                name = self._ids.take(name) if claim in net.made else name
                self.presumptions[claim] = self._add(name, kind, claim, words)
        for step in net.steps:
            if step not in net.excluded:
                is_reason = step < net.counterpoints
                kind = ArgumentKind.REASON if is_reason else ArgumentKind.COUNTERPOINT
                name = net.ids[step]
                name = self._ids.take(name) if step in net.made else name
                self.steps[step] = self._add(name, kind, step, self.explain(step))
        for part in dict.fromkeys((*range(net.claims), *chain(*net.premises))):
            words = f"not: {self.explain(part)}"
            self.failures[part] = self._add_made(ArgumentKind.FAILURE, part, words)

    def _add(self, name: str, kind: ArgumentKind, part: int, words: str) -> int:
        self.meanings.append(Meaning(name, kind, self._net.ids[part], words))
        return len(self.meanings) - 1

    def _add_made(self, kind: ArgumentKind, part: int, words: str) -> int:
        name = self._ids.take(f"{self._net.ids[part]}-{kind}")
        return self._add(name, kind, part, words)

    def _attack(self, tails: Iterable[int], heads: Iterable[int]) -> None:
        self.attacks.update(dict.fromkeys(product(tails, heads)))

    def attack_steps(self) -> None:
        """Let failures of premises, and counterpoints, attack steps."""
        for step, place in self.steps.items():
            premises, attackers = self._net.premises[step], self._net.attackers[step]
            self._attack((self.failures[each] for each in premises), [place])
            self._attack(chain.from_iterable(map(self._sides, attackers)), [place])

    def attack_failures(self) -> None:
        """Let what speaks for a claim attack its failure."""
        for part, place in self.failures.items():
            is_claim = part < self._net.claims
            sides = self._pro(part) if is_claim else [self._sides(part)]
            self._attack(chain.from_iterable(sides), [place])

    def oppose(self, claim: int) -> None:
        """Let what is against a claim attack each reason that it outweighs."""
        self._opposed = claim
        for reason, hits in self._alternatives(claim, self._sides):
            self._attack(chain.from_iterable(hits), reason)

    def _sides(self, part: int) -> _Places:
        if part < self._net.claims:
            return self._any_of(self._pro(part))
        return (self.steps[part],) if part in self.steps else ()

    def _pro(self, claim: int) -> list[_Places]:
        return [each.sides for each in self._reasons(claim, self._sides)]

    def _sides_without(self, claim: int) -> Callable[[int], _Places]:  # noqa: ARG002 - there are no circles
        return self._sides

    def _granted(self, claim: int) -> _Places | None:
        place = self.presumptions.get(claim)
        return None if place is None else (place,)

    def _both(self, one: _Places, other: _Places) -> _Places:  # noqa: ARG002 - the argument of a reason holds only if its claim does
        return other

    def _any_of(self, sides: Sequence[_Places]) -> _Places:
        """Return the arguments themselves, or one that holds if any of many does."""
        places = tuple(dict.fromkeys(chain.from_iterable(sides)))
        if len(places) <= _MUCH:
            return places
        if places not in self._relays:
            claim = self._opposed
            words = f"of {len(places)} arguments against {self.explain(claim)} holds"
            none = self._add_made(ArgumentKind.NO_OPPOSITION, claim, f"none {words}")
            some = self._add_made(ArgumentKind.OPPOSITION, claim, f"one {words}")
            self._attack(places, [none])
            self._attack([none], [some])
            self._relays[places] = (some,)
        return self._relays[places]
