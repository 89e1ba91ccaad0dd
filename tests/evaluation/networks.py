"""Networks to evaluate: drawn by hypothesis, and judged by rules taken literally."""

from collections.abc import Callable, Sequence
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
) -> Plan:
    """Draw a plan with cycles, undercuts, strengths and contradictions."""
    size = draw(st.integers(1, 6))
    claims = st.integers(0, size - 1)
    premises = st.lists(claims, min_size=1, max_size=2, unique=True)
    inferences = draw(st.lists(st.tuples(premises, claims, strengths), max_size=6))
    counterpoints: list[tuple[Sequence[int], str, int, float]] = []
    for _ in range(draw(st.integers(0, 6))):
        kinds = ["claim"] + ["inference"] * bool(inferences)
        kind = draw(st.sampled_from(kinds + ["counterpoint"] * bool(counterpoints)))
        count = {"claim": size, "inference": len(inferences)}
        end = draw(st.integers(0, count.get(kind, len(counterpoints)) - 1))
        start = draw(st.lists(claims, max_size=2, unique=True))
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


def naive_labels(net: Network) -> list[Label]:  # noqa: C901 - one rule after another
    """Apply the rules to all parts again and again until nothing changes."""
    size = len(net.ids)
    labels = [Label.UNDECIDED] * size

    def is_in(part: int) -> bool:
        return labels[part] is Label.IN

    def is_not_out(part: int) -> bool:
        return labels[part] is not Label.OUT

    def pro(claim: int, counts: Callable[[int], bool]) -> float:
        steps = [net.strengths[each] for each in net.reasons[claim] if counts(each)]
        return max([net.presumptions[claim], *steps])

    def con(claim: int, counts: Callable[[int], bool]) -> float:
        rivals = {one for each in net.rivals.get(claim, ()) for one in each} - {claim}
        return max(
            [0.0]
            + [net.strengths[each] for each in net.attackers[claim] if counts(each)]
            + [pro(each, counts) for each in rivals if counts(each)]
        )

    def judged(part: int) -> Label:
        if part < net.claims:
            meets = MEETS[net.standards[part]]
            if meets(pro(part, is_in), con(part, is_not_out)):
                return Label.IN
            if not meets(pro(part, is_not_out), con(part, is_in)):
                return Label.OUT
            return Label.UNDECIDED
        premises, attackers = net.premises[part], net.attackers[part]
        if all(map(is_in, premises)) and not any(map(is_not_out, attackers)):
            return Label.IN
        if not all(map(is_not_out, premises)) or any(map(is_in, attackers)):
            return Label.OUT
        return Label.UNDECIDED

    def derivable() -> set[int]:
        found = {each for each in range(net.claims) if is_in(each)}
        while True:
            new = {
                claim
                for claim in range(net.claims)
                if claim not in found
                and labels[claim] is Label.UNDECIDED
                and any(
                    weight > 0
                    and MEETS[net.standards[claim]](weight, con(claim, is_in))
                    for weight in [
                        net.presumptions[claim],
                        *(
                            net.strengths[each]
                            for each in net.reasons[claim]
                            if is_not_out(each) and found.issuperset(net.premises[each])
                        ),
                    ]
                )
            }
            if not new:
                return found
            found |= new

    while True:
        found = [
            judged(each) if labels[each] is Label.UNDECIDED else labels[each]
            for each in range(size)
        ]
        if found == labels:
            founded = derivable()
            for claim in range(net.claims):
                if labels[claim] is Label.UNDECIDED and claim not in founded:
                    found[claim] = Label.OUT
            if found == labels:
                return labels
        labels[:] = found


def labels_of(answer: Any) -> list[Label]:
    """Return the labels that an oracle names."""
    names = {"in": Label.IN, "out": Label.OUT, "undec": Label.UNDECIDED}
    return [names[each] for each in answer]
