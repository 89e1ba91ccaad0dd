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

    @classmethod
    def told(cls, answer: Any) -> "Plan":
        """Return the plan that an oracle was given."""
        return cls(
            [float(weight or 0) for weight in answer["presumed"]],
            [
                (step["premises"], step["conclusion"], step["strength"])
                for step in answer["inferences"]
            ],
            [
                (step["premises"], *step["target"], step["strength"])
                for step in answer["counterpoints"]
            ],
            answer["contradictions"],
        )

    def network(self) -> Network:
        """Return it as numbers."""
        claims = len(self.presumptions)
        net = Network.empty(claims)
        net.presumptions = list(self.presumptions)
        net.standards = list(self.standards) or net.standards
        inferences = [
            net.add_step(f"i{number}", premises, strength)
            for number, (premises, _, strength) in enumerate(self.inferences)
        ]
        counterpoints = [
            net.add_step(f"k{number}", premises, strength)
            for number, (premises, _, _, strength) in enumerate(self.counterpoints)
        ]
        for step, (_, end, _) in zip(inferences, self.inferences, strict=True):
            net.reasons[end].append(step)
        ends = {"inference": inferences, "counterpoint": counterpoints}
        for step, (_, kind, end, _) in zip(
            counterpoints, self.counterpoints, strict=True
        ):
            if kind == "claim":
                net.objections[end].append(step)
            else:
                net.attackers[ends[kind][end]].append(step)
        for each in self.rivals:
            net.add_rivals(each)
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
            + [net.strengths[each] for each in net.objections[claim] if counts(each)]
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
