"""Strict steps and preferences, as counterpoints and undercuts that say the same.

Whoever grants the premises of a strict step has to grant its conclusion. So what is
against the conclusion is against the premises: of these and it, not all can stand. The
step transposes (Caminada and Amgoud 2007), that is, each premise gets a counterpoint
from the other premises and from what rules out the conclusion, and no counterpoint
counts against a claim itself where that follows strictly. A strict step has no strength
of its own. Its conclusion is as strong as the weakest of what it comes from: the claims
that are granted, and the steps that are not strict, nearest to it (last link).

All this is written down in a network of ordinary parts, some of them made here, with
the same numbers for claims; all who label networks know no strict steps. Only
claims are weighed anew where something is against what strictly follows from them, or a
preference decides between what is for them and against them.
"""

import math
from collections import deque
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set as AbstractSet,
)
from functools import partial
from itertools import chain
from typing import Final, TypeAlias

import attrs

from argmap.evaluation.components import components, supports
from argmap.evaluation.grounded import MEETS
from argmap.evaluation.network import Network
from argmap.model import ArgumentMap, ProofStandard
from argmap.model.connections import reached

Pair: TypeAlias = tuple[int, int]
"""A part that is preferred, and one that it is preferred over."""

_ENOUGH: Final = math.inf
"""The strength of what counts already: what is against it has been looked at."""


def with_strict_steps(argument_map: ArgumentMap, net: Network) -> Network:
    """Return the network of a map in which its strict steps and preferences count.

    It is the same one if they make no difference.
    """
    strict = strict_steps(argument_map, net)
    if not strict and not argument_map.preferences:
        return net
    preferences = _pairs(argument_map, net).values()
    return transposed(net, strict, chain.from_iterable(preferences))


def unused_preferences(argument_map: ArgumentMap, net: Network) -> Mapping[str, str]:
    """Return why preferences cannot decide anything, in words, by their ids.

    Those that others go on from are not among them: they may decide by way of these.
    """
    strict = strict_steps(argument_map, net)
    given = _pairs(argument_map, net)
    net = net.as_given  # what is made says nothing of what preferences are between
    own = {
        name: [(each, one) for each, ones in ordered.items() for one in ones]
        for name, pairs in given.items()
        for ordered in [worse_parts(net, strict, pairs)]
    }
    better = {each for each, _ in chain(*own.values())}
    worse = {each for _, each in chain(*own.values())}
    uses = net.uses(sorted(strict))
    found = {}
    for each in argument_map.preferences:
        pairs = own[each.id]
        is_between = pairs or given[each.id]
        if any(_may_conflict(net, uses, *pair) for pair in is_between):
            if not pairs:
                found[each.id] = "nothing of equal strength is on both sides"
        elif not any(one in worse or other in better for one, other in pairs):
            found[each.id] = f"'{each.preferred}' and '{each.over}' do not conflict"
    return found


def _pairs(argument_map: ArgumentMap, net: Network) -> dict[str, list[Pair]]:
    """Return what preferences are between, by their ids."""
    numbers = net.numbers

    def number_of(part: str) -> int:
        return numbers[argument_map.as_end(argument_map.part(part)).id]

    return {
        each.id: [
            *_decided(net.as_given, number_of(each.preferred), number_of(each.over))
        ]
        for each in argument_map.preferences
    }


def _may_conflict(
    net: Network, uses: Mapping[int, list[int]], one: int, other: int
) -> bool:
    """Return whether a part may be against what another speaks for, or both share it.

    Of what leads strictly to one conclusion not all can stand if that falls.
    """

    def follows(claim: int) -> Iterable[int]:
        return (net.ends[step] for step in uses.get(claim, ()) if net.ends[step] >= 0)

    def backed(part: int) -> set[int]:
        owner = _owner(net, part)
        return set(reached([owner], follows)) if owner >= 0 else set()

    def against(part: int) -> set[int]:
        struck = [net.ends[part]] if part >= net.counterpoints else []
        return {*struck, *chain.from_iterable(map(net.rivals_of, backed(part)))}

    mine, theirs = backed(one), backed(other)
    shared = (mine & theirs) - ({_owner(net, one)} & {_owner(net, other)})
    return bool(shared or mine & against(other) or theirs & against(one))


def _decided(net: Network, preferred: int, over: int) -> Iterator[Pair]:
    """Yield what a preference is between, and the premise that one of both is against.

    A step does not conflict with what is against its premise, but the premise does.
    """
    yield preferred, over
    if over >= net.counterpoints and net.ends[over] in net.premises[preferred]:
        yield net.ends[over], over
    if preferred >= net.counterpoints and net.ends[preferred] in net.premises[over]:
        yield preferred, net.ends[preferred]


def strict_steps(argument_map: ArgumentMap, net: Network) -> frozenset[int]:
    """Return the numbers of the steps of a map that are strict."""
    strict = [each.id for each in argument_map.inferences if each.strict]
    numbers = net.numbers if strict else {}
    return frozenset(numbers[each] for each in strict)


def transposed(
    net: Network, strict: Iterable[int], preferences: Iterable[Pair] = ()
) -> Network:
    """Return a network where these steps transpose, and preferences decide.

    >>> net = Network.of(["ring", "married", "ring-so-married"], 2, 1)
    >>> net.presumptions = [1.0, 0.0]
    >>> net.infer(2, (0,), conclusion=1)
    >>> transposed(net, [2]) is net
    True
    """
    weighing = _Weighing.of(net, strict, preferences)
    return weighing.network() if weighing.claims else net


def can_transpose(net: Network, step: int) -> bool:
    """Return whether there are claims that could be given up, and all are claims."""
    premises = net.premises[step]
    return (
        bool(premises)
        and max(premises) < net.claims
        and net.ends[step] >= 0
        and step not in net.excluded
    )


@attrs.frozen
class _Level:
    """Which last steps, and claims that are granted, an argument may rest on.

    They are at least so strong, or `also` named, `but` not those.
    """

    least: float = 0.0
    also: frozenset[int] = frozenset()
    but: frozenset[int] = frozenset()


_ANY: Final = _Level()


@attrs.frozen
class _Weighing:
    """What is to be weighed in a network, and how strong it is.

    What can fall by itself has the number of a claim, if that is granted, or of a step
    that is not strict. `worse` are those of its strength that it is preferred over,
    `claims` those that are weighed here. `opposed` are claims that something can be
    against, be it by way of what strictly follows from them; `uses` are the strict
    steps that start from a claim, `strengths` all there are, the least first, and
    `circles` the parts that rest on each other, by claim, where some are stronger.
    """

    net: Network
    strict: frozenset[int]
    worse: Mapping[int, frozenset[int]]
    opposed: frozenset[int]
    claims: tuple[int, ...]
    strengths: tuple[float, ...]
    uses: Mapping[int, list[int]]
    circles: Mapping[int, frozenset[int]]

    @classmethod
    def of(
        cls, net: Network, strict: Iterable[int], preferences: Iterable[Pair]
    ) -> "_Weighing":
        """Find out what strict steps and preferences make a difference to."""
        chosen = frozenset(each for each in strict if can_transpose(net, each))
        uses = net.uses(sorted(chosen))
        into: dict[int, list[int]] = {}
        for step in sorted(chosen):
            into.setdefault(net.ends[step], []).extend(net.premises[step])
        against = (
            each
            for each in range(net.claims)
            if net.attackers[each] or each in net.rivals
        )
        opposed = frozenset(reached(against, lambda claim: into.get(claim, ())))
        worse = worse_parts(net, chosen, preferences)
        seeds = [each for each in sorted(opposed) if each in into]
        seeds += [one for each in seeds for one in into[each]]
        seeds += opposed.intersection(_owner(net, each) for each in worse)
        seeds += (net.ends[each] for each in chosen if not _is_enough(net, each))
        strengths = {net.strengths[each] for each in net.steps if each not in chosen}
        strengths = strengths.union(net.presumptions) - {0.0}
        circles = _circles(net, seeds) if worse or len(strengths) > 1 else {}

        def bound_to(claim: int) -> list[int]:
            circle = (each for each in circles.get(claim, ()) if each < net.claims)
            return [*net.rivals_of(claim), *sorted(circle)]

        weighed = reached(seeds, bound_to)
        return cls(
            net,
            chosen,
            worse,
            opposed,
            tuple(sorted(weighed)),
            tuple(sorted(strengths)),
            uses,
            circles,
        )

    def network(self) -> Network:
        """Return the network in which they count."""
        return _Draft(self).network()

    def strength(self, part: int) -> float:
        """Return the strength of a step, or of that a claim is granted."""
        net = self.net
        return net.presumptions[part] if part < net.claims else net.strengths[part]

    def is_within(self, part: int, level: _Level) -> bool:
        """Return whether an argument may rest on a part."""
        is_strong = self.strength(part) >= level.least and part not in level.but
        return is_strong or part in level.also

    def against(self, part: int, claim: int) -> _Level | None:
        """Return what is not too weak against a part that speaks for a claim."""
        meets, strength = MEETS[self.net.standards[claim]], self.strength(part)
        enough = (each for each in self.strengths if not meets(strength, each))
        return self._level(enough, but=self._worse(part, claim))

    def above(self, counterpoint: int, claim: int) -> _Level | None:
        """Return what is too strong for a counterpoint against a claim."""
        meets, strength = MEETS[self.net.standards[claim]], self.strength(counterpoint)
        enough = (each for each in self.strengths if meets(each, strength))
        better = (
            each for each in self.worse if counterpoint in self._worse(each, claim)
        )
        return self._level(enough, also=frozenset(better))

    def _worse(self, part: int, claim: int) -> frozenset[int]:
        """Return what a part is preferred over; other standards ask for more."""
        is_plain = self.net.standards[claim] is ProofStandard.PREPONDERANCE
        return self.worse.get(part, frozenset()) if is_plain else frozenset()

    def _level(
        self,
        enough: Iterator[float],
        also: frozenset[int] = frozenset(),
        but: frozenset[int] = frozenset(),
    ) -> _Level | None:
        """Return a level from the least strength that is enough; None if none is."""
        least = next(enough, math.inf)
        if least == math.inf and not also:
            return None
        return _Level(0.0 if least == self.strengths[0] else least, also, but)


def _circles(net: Network, claims: Iterable[int]) -> dict[int, frozenset[int]]:
    """Return the parts that rest on each other, by each of them, below these claims."""
    found: dict[int, frozenset[int]] = {}
    rivals = chain.from_iterable(net.contradictions.values())
    for component in components((*claims, *rivals), supports(net)):
        if len(component) > 1:
            found |= dict.fromkeys(component, frozenset(component))
    return found


def _is_enough(net: Network, reason: int) -> bool:
    """Return whether a reason would do for its claim if nothing were against it."""
    standard = net.standards[net.ends[reason]]
    return MEETS[standard](net.strengths[reason], 0.0)


def _owner(net: Network, part: int) -> int:
    """Return the claim that a part speaks for; -1 if it speaks for none."""
    if part < net.claims:
        return part
    return net.ends[part] if part < net.counterpoints else -1


def worse_parts(
    net: Network, strict: AbstractSet[int], preferences: Iterable[Pair]
) -> dict[int, frozenset[int]]:
    """Return what is preferred over what: of equal strength, and not both ways.

    A claim stands for what speaks for it, a strict step for what its premises rest on.
    """

    def rests_on(part: int) -> tuple[int, ...]:
        if part < net.claims:
            return tuple(net.reasons[part])
        return net.premises[part] if part in strict else ()

    def last(part: int) -> list[int]:
        return [
            each
            for each in reached([part], rests_on)
            if each not in strict and (each >= net.claims or net.presumptions[each])
        ]

    def strength(part: int) -> float:
        return net.presumptions[part] if part < net.claims else net.strengths[part]

    below: dict[int, list[int]] = {}
    for preferred, over in preferences:
        for each in last(preferred):
            below.setdefault(each, []).extend(
                one for one in last(over) if strength(one) == strength(each)
            )
    found = {
        each: frozenset(reached(below[each], lambda one: below.get(one, ())))
        for each in below
    }
    strictly = {
        each: frozenset(one for one in worse if each not in found.get(one, ()))
        for each, worse in found.items()
    }
    return {each: worse for each, worse in strictly.items() if worse}


@attrs.define(eq=False)
class _Draft:
    """A network that is being made; numbers of made parts follow those of all others.

    Made inferences have premises and an end, counterpoints a premise, a target and a
    strength. `about` holds the part that each was made for; those that explain
    something in its place are `named`.
    """

    _weighing: _Weighing
    _claims: list[int] = attrs.field(factory=list)
    _inferences: dict[int, tuple[tuple[int, ...], int]] = attrs.field(factory=dict)
    _counters: dict[int, tuple[int, int, float]] = attrs.field(factory=dict)
    _about: dict[int, int] = attrs.field(factory=dict)
    _named: set[int] = attrs.field(factory=set)
    _granted: dict[int, float] = attrs.field(factory=dict)
    _holds: dict[tuple[int, _Level], int] = attrs.field(factory=dict)
    _ruled_out: dict[tuple[int, _Level], int] = attrs.field(factory=dict)
    _counting: dict[tuple[int, int], int] = attrs.field(factory=dict)
    _had: dict[Pair, int] = attrs.field(factory=dict)
    _waiting: deque[Callable[[], None]] = attrs.field(factory=deque)

    def network(self) -> Network:
        """Return what has been there, and what is made."""
        for claim in self._weighing.claims:
            self._holds[claim, _ANY] = claim
            self._rule_out(claim, _ANY)
            self._waiting.append(partial(self._say_what_holds, claim, claim, _ANY))
        while self._waiting:
            self._waiting.popleft()()
        return self._numbered()

    def _new(self, about: int, *, is_named: bool = False) -> int:
        number = len(self._weighing.net.ids) + len(self._about)
        self._about[number] = about
        if is_named:
            self._named.add(number)
        return number

    def _claim(self, claim: int, *, is_named: bool) -> int:
        node = self._new(claim, is_named=is_named)
        self._claims.append(node)
        return node

    def _infer(
        self, about: int, premises: Iterable[int], end: int, *, is_named: bool = False
    ) -> int:
        step = self._new(about, is_named=is_named)
        self._inferences[step] = tuple(dict.fromkeys(premises)), end
        return step

    def _counter(self, claim: int, premise: int, target: int, strength: float) -> None:
        self._counters[self._new(claim)] = premise, target, strength

    def _hold(self, claim: int, level: _Level) -> int:
        """Return the claim that there is an argument for a claim of some level."""
        if (claim, level) not in self._holds:
            node = self._claim(claim, is_named=True)
            self._holds[claim, level] = node
            self._waiting.append(partial(self._say_what_holds, node, claim, level))
        return self._holds[claim, level]

    def _rule_out(self, claim: int, level: _Level | None) -> int | None:
        """Return the claim that there is one against it; None if there cannot be."""
        if level is None or claim not in self._weighing.opposed:
            return None
        if (claim, level) not in self._ruled_out:
            node = self._claim(claim, is_named=False)
            self._ruled_out[claim, level] = node
            self._waiting.append(partial(self._say_what_rules_out, node, claim, level))
        return self._ruled_out[claim, level]

    def _say_what_holds(self, node: int, claim: int, level: _Level) -> None:
        weighing, net = self._weighing, self._weighing.net
        self._grant(node, claim, level)
        for reason in net.reasons[claim]:
            if reason in weighing.strict:
                if level != _ANY:
                    held = [self._hold(each, level) for each in net.premises[reason]]
                    self._infer(reason, [*held, reason], node)
            elif _is_enough(net, reason) and weighing.is_within(reason, level):
                counting = self._count(reason, claim)
                if level != _ANY:
                    self._infer_without(claim, reason, counting, node)

    def _infer_without(self, claim: int, reason: int, counting: int, end: int) -> None:
        """Let a reason lead to an end so far as it can be had without a claim."""
        net, circle = self._weighing.net, self._weighing.circles.get(claim, ())

        def below(part: int) -> Sequence[int]:
            return net.premises[part] if part >= net.claims else ()

        started_from = reached(net.premises[reason], below)  # by way of other steps
        premises = [each for each in started_from if each < net.claims]
        if claim not in premises:
            had = [self._have(each, claim) for each in premises if each in circle]
            self._infer(reason, [*had, counting], end)

    def _have(self, claim: int, other: int) -> int:
        """Return the claim that a claim can be had without the other of its circle."""
        if (claim, other) not in self._had:
            node = self._had[claim, other] = self._claim(claim, is_named=True)
            self._waiting.append(partial(self._say_what_is_had, node, claim, other))
        return self._had[claim, other]

    def _say_what_is_had(self, node: int, claim: int, other: int) -> None:
        net, strict = self._weighing.net, self._weighing.strict
        self._grant(node, claim, _ANY)
        for reason in net.reasons[claim]:
            if reason in strict:
                self._infer_without(other, reason, reason, node)
            elif _is_enough(net, reason):
                self._infer_without(other, reason, self._count(reason, claim), node)

    def _grant(self, node: int, claim: int, level: _Level) -> None:
        """Let a claim be granted, if it is and that is within the level."""
        weighing, net = self._weighing, self._weighing.net
        granted = net.presumptions[claim]
        is_enough = MEETS[net.standards[claim]](granted, 0.0)
        if is_enough and weighing.is_within(claim, level):
            self._granted[node] = granted
            for against in self._against(claim, claim):
                self._counter(claim, against, node, granted)

    def _count(self, reason: int, claim: int) -> int:
        """Return the step that a reason holds and nothing that is too strong does."""
        if (reason, claim) not in self._counting:
            step = self._counting[reason, claim] = self._infer(reason, [reason], claim)
            for against in self._against(reason, claim):
                self._counter(claim, against, step, 1.0)
        return self._counting[reason, claim]

    def _against(self, part: int, claim: int) -> Iterator[int]:
        """Yield what a part that speaks for a claim is too weak for."""
        weighing = self._weighing
        level = weighing.against(part, claim)
        against = self._rule_out(claim, level)
        if level is None or against is None:
            return
        yield against
        for each in weighing.net.attackers[claim]:
            # it strikes the claim even where something stronger is for that
            if weighing.is_within(each, level) and weighing.above(each, claim):
                yield each

    def _say_what_rules_out(self, node: int, claim: int, level: _Level) -> None:
        weighing, net = self._weighing, self._weighing.net
        for each in net.attackers[claim]:
            if weighing.is_within(each, level):
                counting = self._count_against(each, claim)
                if level != _ANY:
                    self._infer(each, [counting], node)
        for rival in net.rivals_of(claim):
            self._infer(rival, [self._hold(rival, level)], node)
        for step in weighing.uses.get(claim, ()):
            against = self._rule_out(net.ends[step], level)
            if against is not None:
                others = (each for each in net.premises[step] if each != claim)
                premises = [self._hold(each, level) for each in others]
                back = self._infer(step, [*premises, against], node, is_named=True)
                for each in net.attackers[step]:
                    self._counter(step, each, back, 1.0)

    def _count_against(self, counterpoint: int, claim: int) -> int:
        """Return the step that a counterpoint holds and the claim is no stronger."""
        if (counterpoint, claim) not in self._counting:
            node = self._rule_out(claim, _ANY)
            assert node is not None  # noqa: S101 - the counterpoint is against it
            step = self._infer(counterpoint, [counterpoint], node)
            self._counting[counterpoint, claim] = step
            above = self._weighing.above(counterpoint, claim)
            if above is not None:
                self._counter(claim, self._hold(claim, above), step, 1.0)
        return self._counting[counterpoint, claim]

    def _numbered(self) -> Network:
        """Return the network, with claims, inferences and counterpoints in order."""
        old = self._weighing.net
        order = [
            *range(old.claims),
            *self._claims,
            *range(old.claims, old.counterpoints),
            *self._inferences,
            *range(old.counterpoints, len(old.ids)),
            *self._counters,
        ]
        new = {number: place for place, number in enumerate(order)}
        claims, inferences = old.claims + len(self._claims), len(self._inferences)
        inferences += old.counterpoints - old.claims
        ids = [old.ids[self._about.get(each, each)] for each in order]
        plain = _renumbered(old, ids, new, claims, inferences)
        net = _renumbered(old, ids, new, claims, inferences)
        net.plain = plain
        net.made = {
            new[each]: new[about] if each in self._named else -1
            for each, about in self._about.items()
        }
        self._weigh_anew(net, new)
        for node, granted in self._granted.items():
            net.presumptions[new[node]] = granted
        for step, (premises, end) in self._inferences.items():
            net.infer(new[step], tuple(new[each] for each in premises), new[end])
            net.strengths[new[step]] = _ENOUGH
        for step, (premise, target, strength) in self._counters.items():
            net.counter(new[step], (new[premise],), new[target])
            net.strengths[new[step]] = strength
        return net

    def _weigh_anew(self, net: Network, new: Mapping[int, int]) -> None:
        """Take away from claims what speaks for and against them, but strict steps."""
        strict = {new[each] for each in self._weighing.strict}
        for claim in self._weighing.claims:
            if (claim, _ANY) in self._ruled_out:
                net.opposites[claim] = new[self._ruled_out[claim, _ANY]]
            net.presumptions[claim] = 0.0
            net.standards[claim] = ProofStandard.PREPONDERANCE
            for step in (*net.reasons[claim], *net.attackers[claim]):
                if step in strict:
                    net.strengths[step] = _ENOUGH
                else:
                    net.ends[step] = -1
            net.reasons[claim] = [each for each in net.reasons[claim] if each in strict]
            net.attackers[claim] = []
            net.rivals.pop(claim, None)
        weighed = {*self._weighing.claims}
        for name, claims in [*net.contradictions.items()]:
            if not weighed.isdisjoint(claims):
                del net.contradictions[name]


def _renumbered(
    net: Network, ids: list[str], new: Mapping[int, int], claims: int, inferences: int
) -> Network:
    """Return a network with other numbers, and room for more parts."""
    found = Network.of(ids, claims, inferences)
    for part in range(len(net.ids)):
        number = new[part]
        found.strengths[number] = net.strengths[part]
        found.premises[number] = tuple(new[each] for each in net.premises[part])
        found.ends[number] = new.get(net.ends[part], -1)
        found.attackers[number] = [new[each] for each in net.attackers[part]]
    for claim in range(net.claims):
        found.presumptions[claim] = net.presumptions[claim]
        found.standards[claim] = net.standards[claim]
        found.reasons[claim] = [new[each] for each in net.reasons[claim]]
    for name, rivals in net.contradictions.items():
        found.contradict(name, rivals)
    found.unheld = net.unheld
    found.excluded = {new[each] for each in net.excluded}
    found.assumed = net.assumed
    return found
