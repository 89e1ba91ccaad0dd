"""A map as an abstract framework, for the solvers there are of these.

There is an argument for every reason, counterpoint and presumption, and one for every
claim that says that it fails: all that speaks for the claim attacks it, and it attacks
what starts from the claim. What weighs enough against a claim attacks every reason for
it. So the labels of the framework are those of the map, whatever the semantics,
unless claims support each other in a circle: there a map asks for more than a
framework can say, and is refused.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, product
from operator import itemgetter
from typing import Final

import attrs

from argmap.errors import SupportCycleError
from argmap.evaluation.components import components, is_cycle, shortest_loop
from argmap.evaluation.explanation import quoted
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

_MUCH: Final = 4
"""More attacks than this for each end of them go through arguments in between."""


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
        return quoted(part)
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


def _counting(net: Network, claim: int) -> Iterator[int]:
    """Yield the reasons for a claim that are enough where nothing is against it."""
    meets = MEETS[net.standards[claim]]
    for step in net.reasons[claim]:
        if step not in net.excluded and meets(net.strengths[step], 0.0):
            yield step


def _support_cycle(net: Network) -> list[int]:
    """Return claims that support each other in a circle, if there are any."""

    def needs(part: int) -> Sequence[int]:
        if part in net.excluded:
            return ()
        return [*_counting(net, part)] if part < net.claims else net.premises[part]

    for component in components(range(len(net.ids)), needs):
        if is_cycle(component, needs):
            loop = shortest_loop(component[0], needs)
            return [each for each in loop if each < net.claims] or loop
    return []


@attrs.define(eq=False)
class _Draft:
    """Arguments and attacks of a framework that is being made.

    `presumptions`, `steps` and `failures` lead from parts to their arguments.
    """

    net: Network
    explain: Callable[[int], str]
    meanings: list[Meaning] = attrs.field(factory=list)
    attacks: dict[tuple[int, int], None] = attrs.field(factory=dict)
    presumptions: dict[int, int] = attrs.field(factory=dict)
    steps: dict[int, int] = attrs.field(factory=dict)
    failures: dict[int, int] = attrs.field(factory=dict)
    _ids: Ids = attrs.field(factory=Ids)

    def add_arguments(self) -> None:
        """Add presumptions, steps, and the failures of claims and other premises."""
        net = self.net
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
        self.meanings.append(Meaning(name, kind, self.net.ids[part], words))
        return len(self.meanings) - 1

    def _add_made(self, kind: ArgumentKind, part: int, words: str) -> int:
        name = self._ids.take(f"{self.net.ids[part]}-{kind}")
        return self._add(name, kind, part, words)

    def _attack(self, tails: Iterable[int], heads: Iterable[int]) -> None:
        self.attacks.update(dict.fromkeys(product(tails, heads)))

    def attack_steps(self) -> None:
        """Let failures of premises, and counterpoints, attack steps."""
        for step, place in self.steps.items():
            premises, attackers = self.net.premises[step], self.net.attackers[step]
            self._attack((self.failures[each] for each in premises), [place])
            placed = (self.steps[each] for each in attackers if each in self.steps)
            self._attack(placed, [place])

    def attack_failures(self) -> None:
        """Let what speaks for a claim attack its failure."""
        for part, place in self.failures.items():
            if part < self.net.claims:
                self._attack((each for _, each in self._pro(part)), [place])
            elif part in self.steps:
                self._attack([self.steps[part]], [place])

    def _pro(self, claim: int) -> list[tuple[float, int]]:
        """Return the strengths and arguments of what speaks for a claim."""
        net = self.net
        found = [
            (net.strengths[each], self.steps[each]) for each in _counting(net, claim)
        ]
        if claim in self.presumptions:
            found.append((net.presumptions[claim], self.presumptions[claim]))
        return sorted(found)

    def _con(self, claim: int) -> list[tuple[float, int]]:
        """Return those of what is against it: objections, and what is for rivals."""
        net = self.net
        found = [
            (net.strengths[each], self.steps[each])
            for each in net.attackers[claim]
            if each in self.steps
        ]
        for rival in net.rivals_of(claim):
            found += self._pro(rival)
        return sorted(found)

    def oppose(self, claim: int) -> None:
        """Let what is against a claim attack each reason that it outweighs."""
        pro, con = self._pro(claim), self._con(claim)
        meets = MEETS[self.net.standards[claim]]
        is_much = len(pro) * len(con) > _MUCH * (len(pro) + len(con))
        relays = self._relays(claim, con) if is_much else {}
        weaker = 0
        for strength, place in pro:
            while weaker < len(con) and meets(strength, con[weaker][0]):
                weaker += 1
            last = weaker + 1 if relays else None
            tails = (relays.get(*each) for each in con[weaker:last])
            self._attack(tails, [place])

    def _relays(self, claim: int, con: list[tuple[float, int]]) -> dict[float, int]:
        """Return, for every strength against a claim, one argument instead of many.

        It holds if something holds that is as strong or stronger.
        """
        relays: dict[float, int] = {}
        last: list[int] = []
        for strength, group in groupby(reversed(con), key=itemgetter(0)):
            words = (
                f"of strength {strength:g} or more holds against {self.explain(claim)}"
            )
            none = self._add_made(ArgumentKind.NO_OPPOSITION, claim, f"nothing {words}")
            self._attack([*(each for _, each in group), *last], [none])
            last = [
                self._add_made(ArgumentKind.OPPOSITION, claim, f"something {words}")
            ]
            self._attack([none], last)
            relays[strength] = last[0]
        return relays
