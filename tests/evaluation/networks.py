"""Networks to evaluate: drawn by hypothesis, and judged by rules taken literally."""

from collections.abc import Callable, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from argmap.evaluation.grounded import MEETS, Label
from argmap.evaluation.network import Network
from argmap.evaluation.strict import can_transpose, transposed, worse_parts
from argmap.model import ProofStandard
from tests.evaluation.arguments import Arguments

STRENGTHS = st.sampled_from([1.0, 1.0, 1.0, 0.4, 0.5, 2.0])


@attrs.frozen
class Plan:
    """A network as it is told: what steps start from and what they lead to.

    The end of a counterpoint is a claim, or an inference or a counterpoint that
    comes before it. Some inferences, by their places, may be strict; a preference has
    the numbers of two parts.
    """

    presumptions: Sequence[float]
    inferences: Sequence[tuple[Sequence[int], int, float]] = ()
    counterpoints: Sequence[tuple[Sequence[int], str, int, float]] = ()
    rivals: Sequence[Sequence[int]] = ()
    standards: Sequence[ProofStandard] = ()
    strict: Sequence[int] = ()
    preferences: Sequence[tuple[int, int]] = ()

    @classmethod
    def of_oracle(cls, told: Any) -> "Plan":
        """Return a plan that others have labelled."""
        return cls(
            [float(weight or 0) for weight in told["presumed"]],
            [
                (step["premises"], step["conclusion"], step["strength"])
                for step in told["inferences"]
            ],
            [
                (step["premises"], *step["target"], step["strength"])
                for step in told["counterpoints"]
            ],
            told["contradictions"],
        )

    def transposed(self) -> Network:
        """Return it as numbers in which strict steps and preferences count."""
        net = self.network()
        return transposed(net, self._strict(net), self.preferences)

    def arguments(self) -> Arguments:
        """Return it to argue in."""
        net = self.network()
        strict = frozenset(self._strict(net))
        worse = worse_parts(net, strict, self.preferences)
        preferred = {(each, one) for each in worse for one in worse[each]}
        return Arguments(net, strict, frozenset(preferred))

    def _strict(self, net: Network) -> list[int]:
        steps = (net.claims + each for each in self.strict)
        return [each for each in steps if can_transpose(net, each)]

    def network(self) -> Network:
        """Return it as numbers, where no step is strict."""
        claims, inferences = len(self.presumptions), len(self.inferences)
        steps = [f"i{number}" for number in range(inferences)]
        steps += [f"k{number}" for number in range(len(self.counterpoints))]
        ids = [f"c{number}" for number in range(claims)] + steps
        net = Network.of(ids, claims, inferences)
        net.presumptions = list(self.presumptions)
        net.standards = list(self.standards) or net.standards
        for step, (premises, end, strength) in enumerate(self.inferences, claims):
            net.infer(step, tuple(premises), end)
            net.strengths[step] = strength
        first = {
            "claim": 0,
            "inference": claims,
            "counterpoint": net.counterpoints,
        }
        for step, (premises, kind, end, strength) in enumerate(
            self.counterpoints, net.counterpoints
        ):
            net.counter(step, tuple(premises), first[kind] + end)
            net.strengths[step] = strength
        for number, each in enumerate(self.rivals):
            net.contradict(f"x{number}", each)
        return net


@st.composite
def plans(
    draw: st.DrawFn,
    *,
    strengths: st.SearchStrategy[float] = STRENGTHS,
    standards: st.SearchStrategy[ProofStandard] | None = None,
    most: int = 6,
    with_steps: bool = True,
) -> Plan:
    """Draw a plan with cycles, undercuts, strengths and contradictions.

    It has at most so many claims, inferences and counterpoints, each. Unless told
    otherwise some start from a step, as from an argument that speaks of another step.
    """
    size = draw(st.integers(1, most))
    claims = st.integers(0, size - 1)
    count = draw(st.integers(0, most))
    starts = claims | st.integers(0, size + count - 1) if with_steps else claims
    premises = st.lists(starts, min_size=1, max_size=2, unique=True)
    step = st.tuples(premises, claims, strengths)
    inferences = draw(st.lists(step, min_size=count, max_size=count))
    counterpoints: list[tuple[Sequence[int], str, int, float]] = []
    for _ in range(draw(st.integers(0, most))):
        kinds = ["claim"] + ["inference"] * bool(inferences)
        kind = draw(st.sampled_from(kinds + ["counterpoint"] * bool(counterpoints)))
        ends = {"claim": size, "inference": len(inferences)}
        end = draw(st.integers(0, ends.get(kind, len(counterpoints)) - 1))
        start = draw(st.lists(starts, max_size=2, unique=True))
        counterpoints.append((start, kind, end, draw(strengths)))
    rivals = st.lists(claims, min_size=2, max_size=3, unique=True)
    return Plan(
        draw(st.lists(st.just(0.0) | strengths, min_size=size, max_size=size)),
        inferences,
        counterpoints,
        draw(st.lists(rivals, max_size=2)) if size > 1 else (),
        draw(st.lists(standards, min_size=size, max_size=size))
        if standards is not None
        else (),
    )


@attrs.frozen
class Rules:
    """The rules, taken literally, of what is given.

    That is the labels, and what claims weigh against their rivals: at least, and at
    the most.
    """

    net: Network
    labels: list[Label]
    at_least: list[float]
    at_most: list[float]

    @classmethod
    def of(cls, net: Network, labels: list[Label]) -> "Rules":
        """Return the rules where every reason counts as its label says."""
        rules = cls(net, labels, [], [])
        claims = range(net.claims)
        rules.at_least[:] = [rules.pro(each, rules.is_in) for each in claims]
        rules.at_most[:] = [rules.pro(each, rules.is_not_out) for each in claims]
        return rules

    def is_in(self, part: int) -> bool:
        """Return whether a part is in."""
        return self.labels[part] is Label.IN

    def is_not_out(self, part: int) -> bool:
        """Return whether a part is in or undecided."""
        return self.labels[part] is not Label.OUT

    def pro(self, claim: int, counts: Callable[[int], bool]) -> float:
        """Return the weight of the strongest reason that counts."""
        net = self.net
        steps = [net.strengths[each] for each in net.reasons[claim] if counts(each)]
        return max([net.presumptions[claim], *steps])

    def con(self, claim: int, *, is_sure: bool) -> float:
        """Return the weight of the strongest against a claim that is in, or not out."""
        net = self.net
        counts = self.is_in if is_sure else self.is_not_out
        weights = self.at_least if is_sure else self.at_most
        rivals = {one for each in net.rivals.get(claim, ()) for one in each} - {claim}
        return max(
            [0.0]
            + [net.strengths[each] for each in net.attackers[claim] if counts(each)]
            + [weights[each] for each in rivals if counts(each)]
        )

    def meets(self, claim: int, weight: float, *, is_sure: bool) -> bool:
        """Return whether a weight is enough for sure, or unless more turns up."""
        against = self.con(claim, is_sure=not is_sure)
        return weight > 0 and MEETS[self.net.standards[claim]](weight, against)

    def judged(self, part: int) -> Label:
        """Return the label that follows from the others."""
        if part < self.net.claims:
            if self.meets(part, self.pro(part, self.is_in), is_sure=True):
                return Label.IN
            if not self.meets(part, self.pro(part, self.is_not_out), is_sure=False):
                return Label.OUT
            return Label.UNDECIDED
        premises, attackers = self.net.premises[part], self.net.attackers[part]
        if all(map(self.is_in, premises)) and not any(map(self.is_not_out, attackers)):
            return Label.IN
        if not all(map(self.is_not_out, premises)) or any(map(self.is_in, attackers)):
            return Label.OUT
        return Label.UNDECIDED

    def weighed(self, claim: int, *, is_sure: bool) -> float:
        """Return what a claim weighs by reasons that can be had without it."""
        had = self.had(without=claim, is_sure=is_sure)
        return self.pro(claim, had.__contains__)

    def had(self, without: int = -1, *, is_sure: bool) -> set[int]:
        """Return the parts that can be had step by step, and not by way of a claim.

        They are in, or not out and no undecided attack is thought to hold.
        """
        counts = self.is_in if is_sure else self.is_not_out
        found: set[int] = set()
        while True:
            new = {
                part
                for part in range(len(self.net.ids))
                if part not in found
                and part != without
                and counts(part)
                and self._can_be_had(part, found, is_sure=is_sure)
            }
            if not new:
                return found
            found |= new

    def _can_be_had(self, part: int, found: set[int], *, is_sure: bool) -> bool:
        if part >= self.net.claims:
            return found.issuperset(self.net.premises[part])
        pro = self.pro(part, found.__contains__)
        return self.meets(part, pro, is_sure=is_sure)


@attrs.frozen
class Naive:
    """A network judged by the literal rules, in rounds of which each is a rank.

    Every round judges all parts by what the last one left. One that changes nothing is
    followed by one that rejects what rests only on itself, and if there is nothing of
    the kind, by one that weighs claims again.
    """

    net: Network
    labels: list[Label]
    ranks: list[int]
    circular: set[int]

    @classmethod
    def of(cls, net: Network) -> "Naive":
        """Judge a network."""
        size = len(net.ids)
        found = cls(net, [Label.UNDECIDED] * size, [-1] * size, set())
        found._judge()
        return found

    def _judge(self) -> None:
        rules = Rules.of(self.net, self.labels)
        depends: dict[int, set[int]] = {}
        rank = 0
        while True:
            new = {part: rules.judged(part) for part in self._open()}
            new = {part: label for part, label in new.items() if label}
            if not new:
                depends = depends or reaches(self._open(), self._depends_on)
                new = dict.fromkeys(self._circular(rules, depends), Label.OUT)
            for part, label in new.items():
                self.labels[part] = label
                self.ranks[part] = rank
            if not self._weigh(rules, again=not new) and not new:
                return
            rank += 1

    def _weigh(self, rules: Rules, *, again: bool) -> bool:
        """Weigh all claims by what is decided; return whether that is new."""
        before = [*rules.at_least], [*rules.at_most]
        for claim in range(self.net.claims):
            rules.at_least[claim] = rules.weighed(claim, is_sure=True)
            most = rules.pro(claim, rules.is_not_out)
            if again:
                most = rules.weighed(claim, is_sure=False)
            rules.at_most[claim] = min(most, rules.at_most[claim])
        return before != (rules.at_least, rules.at_most)

    def _open(self) -> list[int]:
        parts = range(len(self.net.ids))
        return [each for each in parts if self.labels[each] is Label.UNDECIDED]

    def _rests_on(self, part: int) -> Sequence[int]:
        net = self.net
        return net.reasons[part] if part < net.claims else net.premises[part]

    def _depends_on(self, part: int) -> Sequence[int]:
        net = self.net
        return [*self._rests_on(part), *net.attackers[part], *net.rivals_of(part)]

    def _circular(self, rules: Rules, depends: dict[int, set[int]]) -> set[int]:
        """Return what rests only on itself, and waits for nothing that does.

        If a claim of a circle has something else that is outweighed, that is why it
        falls, and the rest of the circle waits.
        """
        had = rules.had(is_sure=False)
        unfounded = [
            part
            for part in self._open()
            if part not in had and part < self.net.counterpoints
        ]
        rests = reaches(unfounded, self._rests_on)
        circles = {
            part
            for part in unfounded
            if part in rests[part] and all(part in rests[one] for one in rests[part])
        }
        found: set[int] = set()
        for part in circles:
            if all(part in depends[one] for one in circles & depends[part]):
                claims = {one for one in rests[part] if one < self.net.claims}
                outweighed = {one for one in claims if self._has_more(one, had)}
                found |= outweighed or claims or rests[part]
                if not outweighed:
                    self.circular.update(claims or rests[part])
        return found

    def _has_more(self, claim: int, had: set[int]) -> bool:
        net = self.net
        pro = Rules.of(net, self.labels).pro(claim, had.__contains__)
        return pro > 0 and MEETS[net.standards[claim]](pro, 0.0)


def reaches(
    parts: list[int], leads_to: Callable[[int], Sequence[int]]
) -> dict[int, set[int]]:
    """Return, for each of these parts, those that it leads to, by whatever way."""
    found = {part: set(leads_to(part)) & {*parts} for part in parts}
    while True:
        more = {
            part: others.union(*(found[one] for one in others))
            for part, others in found.items()
        }
        if more == found:
            return found
        found = more


def labels_of(answer: Any) -> list[Label]:
    """Return the labels that an oracle names."""
    names = {"in": Label.IN, "out": Label.OUT, "undec": Label.UNDECIDED}
    return [names[each] for each in answer]
