"""The grounded labelling of a map: what has to be accepted, and what rejected.

The least fixpoint of the rules in `argmap.evaluation`. What is decided is told, first
in first out, to what depends on it; every premise, every counterpoint and every reason
is looked at a bounded number of times. The rank of a part is one more than that of the
last part it had to wait for, so that the shortest explanation has the smallest ranks.
"""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Final

import attrs

from argmap.evaluation.network import Network
from argmap.model import ProofStandard
from argmap.model.parts import Word


class Semantics(Word):
    """What makes a labelling one that can be defended."""

    GROUNDED = "grounded"
    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"
    IDEAL = "ideal"


class Label(IntEnum):
    """Whether a part is rejected, undecided or accepted."""

    OUT = -1
    UNDECIDED = 0
    IN = 1


_OUT, _OPEN, _IN = int(Label.OUT), int(Label.UNDECIDED), int(Label.IN)
_MARGIN: Final = 0.5
_DOUBT: Final = 0.3

MEETS: Final[dict[ProofStandard, Callable[[float, float], bool]]] = {
    ProofStandard.SCINTILLA: lambda pro, _: pro > 0,
    ProofStandard.PREPONDERANCE: lambda pro, con: pro > con,
    ProofStandard.CLEAR_AND_CONVINCING: lambda pro, con: pro - con > _MARGIN,
    ProofStandard.BEYOND_REASONABLE_DOUBT: lambda pro, con: (
        pro - con > _MARGIN and con < _DOUBT
    ),
    ProofStandard.DIALECTICAL_VALIDITY: lambda pro, con: pro > 0 and con == 0,
}
"""Whether the strongest reason for a claim is enough beside the strongest against."""
_PREPONDERANCE: Final = MEETS[ProofStandard.PREPONDERANCE]


@attrs.define(eq=False)
class Labelling:
    """The label of every claim and step, and after what it was decided.

    `circular` are the claims that are out because they rest on nothing but
    themselves. A rank is -1 where nothing is decided, and where another semantics
    than the grounded one decides; then a label is the one that all its labellings
    have, and `possible` is what is in in some of them.
    """

    labels: list[int]
    ranks: list[int]
    circular: set[int]
    semantics: Semantics = Semantics.GROUNDED
    possible: frozenset[int] = frozenset()


def label(net: Network) -> Labelling:
    """Return the grounded labelling of a network.

    >>> net = Network.of(["rose", "fell", "objection"], claims=2, inferences=0)
    >>> net.presumptions = [1.0, 1.0]
    >>> net.counter(2, (1,), target=0)
    >>> [Label(each).name for each in label(net).labels]
    ['OUT', 'IN', 'IN']
    """
    grounded = _Grounded(net)
    grounded.run()
    return Labelling(grounded.labels, grounded.ranks, grounded.circular)


class _Grounded:
    """Labels that are being decided."""

    def __init__(self, net: Network) -> None:
        size = len(net.ids)
        self.labels = [_OPEN] * size
        self.ranks = [-1] * size
        self.circular: set[int] = set()
        self._net = net
        self._used_by: list[list[int]] = [[] for _ in range(size)]
        for step in net.steps:
            for premise in net.premises[step]:
                self._used_by[premise].append(step)
        # how many premises are not in yet, and counterpoints not out
        self._missing = [
            len(premises) + len(attackers)
            for premises, attackers in zip(net.premises, net.attackers, strict=True)
        ]
        self._meets = [
            _PREPONDERANCE if each is ProofStandard.PREPONDERANCE else MEETS[each]
            for each in net.standards
        ]
        self._pro_in = list(net.presumptions)
        self._con_in = [0.0] * net.claims
        # the strongest come last, and how many are left that are not out
        self._reasons = self._by_strength(net.reasons)
        self._objections = self._by_strength(net.attackers[: net.claims])
        self._reasons_left = list(map(len, net.reasons))
        self._objections_left = list(map(len, self._objections))
        self._decided: list[int] = []

    def _by_strength(self, steps: list[list[int]]) -> list[list[int]]:
        strengths = self._net.strengths
        if len(set(strengths)) < 2:  # noqa: PLR2004 - nothing to sort
            return steps
        return [sorted(each, key=strengths.__getitem__) for each in steps]

    def run(self) -> None:
        """Decide all that can be decided, then what rests on itself, and so on."""
        net = self._net
        for part in sorted(net.left_out):
            self._decide(part, _OUT, 0)
        for claim in range(net.claims):
            if self.labels[claim] == _OPEN:
                self._judge(claim, 0)
        for step in net.steps:
            if not self._missing[step] and self.labels[step] == _OPEN:
                self._decide(step, _IN, 0)
        told = 0
        while True:
            told = self._tell(told)
            unfounded = self._unfounded()
            if not unfounded:
                return
            self.circular.update(unfounded)
            rank = max(self.ranks) + 1
            for claim in unfounded:
                self._decide(claim, _OUT, rank)

    def _decide(self, part: int, what: int, rank: int) -> None:
        self.labels[part] = what
        self.ranks[part] = rank
        self._decided.append(part)

    def _tell(self, told: int) -> int:
        """Tell of what is decided, from a place on; return the place after the last."""
        net, labels, decided = self._net, self.labels, self._decided
        while told < len(decided):
            part = decided[told]
            told += 1
            is_in, rank = labels[part] == _IN, self.ranks[part] + 1
            if part < net.claims:
                if net.rivals:
                    self._judge_rivals(part, rank)
            elif net.ends[part] >= net.claims:
                self._tell_steps((net.ends[part],), rank, is_good=not is_in)
            elif net.ends[part] >= 0:
                self._weigh(part, net.ends[part], rank, is_in=is_in)
            if self._used_by[part]:
                self._tell_steps(self._used_by[part], rank, is_good=is_in)
        return told

    def _tell_steps(self, steps: Iterable[int], rank: int, *, is_good: bool) -> None:
        """Tell steps of a premise that is in or out, or of a counterpoint."""
        labels, missing = self.labels, self._missing
        for step in steps:
            if labels[step] != _OPEN:
                continue
            if not is_good:
                self._decide(step, _OUT, rank)
                continue
            missing[step] -= 1
            if not missing[step]:
                self._decide(step, _IN, rank)

    def _weigh(self, step: int, claim: int, rank: int, *, is_in: bool) -> None:
        """Tell a claim of a reason or a counterpoint that is decided."""
        is_reason = step < self._net.counterpoints
        if is_in:
            side = self._pro_in if is_reason else self._con_in
            side[claim] = max(side[claim], self._net.strengths[step])
        if self.labels[claim] == _OPEN:
            self._judge(claim, rank)
        if is_reason and self._net.rivals:
            self._judge_rivals(claim, rank)

    def _judge_rivals(self, claim: int, rank: int) -> None:
        for rival in self._net.rivals_of(claim):
            if self.labels[rival] == _OPEN:
                self._judge(rival, rank)

    def _judge(self, claim: int, rank: int) -> None:
        """Decide a claim if what was decided in smaller ranks is enough."""
        meets = self._meets[claim]
        con_in, con_open = self._con_in[claim], self._con_open(claim, rank)
        if self._net.rivals:
            rival_in, rival_open = self._rivals(claim, rank)
            con_in, con_open = max(con_in, rival_in), max(con_open, rival_open)
        if meets(self._pro_in[claim], con_open):
            self._decide(claim, _IN, rank)
        elif not meets(self._pro_open(claim, rank), con_in):
            self._decide(claim, _OUT, rank)

    def _pro_open(self, claim: int, rank: int) -> float:
        """Return the weight of the strongest reason that is not out."""
        steps = self._reasons[claim]
        left = self._left(steps, self._reasons_left[claim], rank)
        self._reasons_left[claim] = left
        presumption = self._net.presumptions[claim]
        return max(presumption, self._net.strengths[steps[left - 1]] if left else 0.0)

    def _con_open(self, claim: int, rank: int) -> float:
        """Return the weight of the strongest counterpoint that is not out."""
        steps = self._objections[claim]
        left = self._left(steps, self._objections_left[claim], rank)
        self._objections_left[claim] = left
        return self._net.strengths[steps[left - 1]] if left else 0.0

    def _left(self, steps: list[int], left: int, rank: int) -> int:
        """Return how many are left without the strongest that are out."""
        labels, ranks = self.labels, self.ranks
        while (
            left and labels[steps[left - 1]] == _OUT and ranks[steps[left - 1]] < rank
        ):
            left -= 1
        return left

    def _rivals(self, claim: int, rank: int) -> tuple[float, float]:
        """Return the weights of the strongest rival that is in, and that is not out."""
        strongest_in = strongest_open = 0.0
        for rival in self._net.rivals_of(claim):
            label = self.labels[rival] if self.ranks[rival] < rank else _OPEN
            if label != _OUT:
                strongest_open = max(strongest_open, self._pro_open(rival, rank))
            if label == _IN:
                strongest_in = max(strongest_in, self._pro_in[rival])
        return strongest_in, strongest_open

    def _unfounded(self) -> list[int]:
        """Return the undecided claims that would fall even if no attack stood."""
        net, labels = self._net, self.labels
        open_ = [each for each in range(net.claims) if labels[each] == _OPEN]
        if not open_:
            return []
        missing = {
            step: sum(labels[each] == _OPEN for each in net.premises[step])
            for step in range(net.claims, net.counterpoints)
            if labels[step] != _OUT
        }
        founded = {each for each in open_ if self._supports(each)}
        waiting = [*founded]
        ready = [step for step, number in missing.items() if not number]
        while ready or waiting:
            while ready:
                step = ready.pop()
                claim = net.ends[step]
                if claim < 0:
                    waiting.append(step)
                elif claim not in founded and self._supports(claim, step):
                    founded.add(claim)
                    waiting.append(claim)
            if waiting:
                for step in self._used_by[waiting.pop()]:
                    if step in missing:
                        missing[step] -= 1
                        if not missing[step]:
                            ready.append(step)
        return [each for each in open_ if each not in founded]

    def _supports(self, claim: int, step: int | None = None) -> bool:
        """Tell whether a reason would do for an open claim if no open attack stood.

        That is a step, or else that it is granted.
        """
        if self.labels[claim] != _OPEN:
            return False
        net = self._net
        weight = net.presumptions[claim] if step is None else net.strengths[step]
        against = max(self._con_in[claim], self._rivals(claim, len(self.labels))[0])
        return weight > 0 and MEETS[net.standards[claim]](weight, against)
