"""Networks to evaluate: drawn by hypothesis, and judged by rules taken literally."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import attrs
from hypothesis import strategies as st

from argmap.evaluation.grounded import MEETS, Label
from argmap.evaluation.network import Network
from argmap.model import ProofStandard

STRENGTHS = st.sampled_from([1.0, 1.0, 1.0, 0.4, 0.5, 2.0])


@attrs.frozen
class Plan:
    """A network as it is told: what steps start from and what they lead to.

    The end of a counterpoint is a claim, or an inference or a counterpoint that
    comes before it.
    """

    presumptions: Sequence[float]
    inferences: Sequence[tuple[Sequence[int], int, float]] = ()
    counterpoints: Sequence[tuple[Sequence[int], str, int, float]] = ()
    rivals: Sequence[Sequence[int]] = ()
    standards: Sequence[ProofStandard] = ()

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

    def network(self) -> Network:
        """Return it as numbers."""
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
    """The rules, taken literally, of labels that are given."""

    net: Network
    labels: list[Label]

    def is_in(self, part: int) -> bool:
        """Tell whether a part is in."""
        return self.labels[part] is Label.IN

    def is_not_out(self, part: int) -> bool:
        """Tell whether a part is in or undecided."""
        return self.labels[part] is not Label.OUT

    def pro(self, claim: int, counts: Callable[[int], bool]) -> float:
        """Return the weight of the strongest reason that counts."""
        net = self.net
        steps = [net.strengths[each] for each in net.reasons[claim] if counts(each)]
        return max([net.presumptions[claim], *steps])

    def con(self, claim: int, counts: Callable[[int], bool]) -> float:
        """Return the weight of the strongest that counts against a claim."""
        net = self.net
        rivals = {one for each in net.rivals.get(claim, ()) for one in each} - {claim}
        return max(
            [0.0]
            + [net.strengths[each] for each in net.attackers[claim] if counts(each)]
            + [self.pro(each, counts) for each in rivals if counts(each)]
        )

    def judged(self, part: int) -> Label:
        """Return the label that follows from the others."""
        if part < self.net.claims:
            meets = MEETS[self.net.standards[part]]
            if meets(self.pro(part, self.is_in), self.con(part, self.is_not_out)):
                return Label.IN
            if not meets(self.pro(part, self.is_not_out), self.con(part, self.is_in)):
                return Label.OUT
            return Label.UNDECIDED
        premises, attackers = self.net.premises[part], self.net.attackers[part]
        if all(map(self.is_in, premises)) and not any(map(self.is_not_out, attackers)):
            return Label.IN
        if not all(map(self.is_not_out, premises)) or any(map(self.is_in, attackers)):
            return Label.OUT
        return Label.UNDECIDED

    def founded(self) -> set[int]:
        """Return the parts that are in, or would be if no undecided attack held."""
        found = set(filter(self.is_in, range(len(self.net.ids))))
        while True:
            new = {
                part
                for part, label in enumerate(self.labels)
                if part not in found
                and label is Label.UNDECIDED
                and self._would_follow(part, found)
            }
            if not new:
                return found
            found |= new

    def _would_follow(self, part: int, found: set[int]) -> bool:
        if part >= self.net.claims:
            return found.issuperset(self.net.premises[part])
        return any(self._would_do(part, each) for each in self._based_on(part, found))

    def _based_on(self, claim: int, found: set[int]) -> list[float]:
        net = self.net
        return [
            net.presumptions[claim],
            *(
                net.strengths[each]
                for each in net.reasons[claim]
                if self.is_not_out(each) and each in found
            ),
        ]

    def _would_do(self, claim: int, weight: float) -> bool:
        meets = MEETS[self.net.standards[claim]]
        return weight > 0 and meets(weight, self.con(claim, self.is_in))


def naive_labels(net: Network) -> list[Label]:
    """Apply the rules to all parts again and again until nothing changes."""
    rules = Rules(net, [Label.UNDECIDED] * len(net.ids))
    labels = rules.labels
    while True:
        found = [
            rules.judged(part) if label is Label.UNDECIDED else label
            for part, label in enumerate(labels)
        ]
        if found == labels:
            founded = rules.founded()
            for part, label in enumerate(labels):
                if label is Label.UNDECIDED and part not in founded:
                    found[part] = Label.OUT
            if found == labels:
                return labels
        labels[:] = found


def naive_labellings(net: Network) -> list[tuple[Label, ...]]:
    """Try all labels: those where what is in, and what is not out, follows.

    What is in follows from what is granted if all attacks by what is not out count,
    what is not out if only those by what is in do.
    """
    found = []
    for labels in product(Label, repeat=len(net.ids)):
        rules = Rules(net, list(labels))
        parts = range(len(net.ids))
        is_in = set(filter(rules.is_in, parts))
        is_open = set(filter(rules.is_not_out, parts))
        if least(rules, is_open) == is_in and least(rules, is_in) == is_open:
            found.append(labels)
    return found


def least(rules: Rules, attacking: set[int]) -> set[int]:
    """Return what follows from what is granted, step by step, if these attack."""
    net = rules.net
    found: set[int] = set()
    while True:
        new = {
            part
            for part in range(len(net.ids))
            if part not in found and _follows(rules, part, found, attacking)
        }
        if not new:
            return found
        found |= new


def _follows(rules: Rules, part: int, found: set[int], attacking: set[int]) -> bool:
    net = rules.net
    if part >= net.claims:
        return found.issuperset(net.premises[part]) and attacking.isdisjoint(
            net.attackers[part]
        )
    pro = rules.pro(part, found.__contains__)
    return MEETS[net.standards[part]](pro, rules.con(part, attacking.__contains__))


def labels_of(answer: Any) -> list[Label]:
    """Return the labels that an oracle names."""
    names = {"in": Label.IN, "out": Label.OUT, "undec": Label.UNDECIDED}
    return [names[each] for each in answer]
