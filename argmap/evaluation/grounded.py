"""The grounded labelling of a map: what has to be accepted, and what rejected.

The least fixpoint of the rules in `argmap.evaluation`. What is decided is told, first
in first out, to what depends on it; every premise, every counterpoint and every reason
is looked at a bounded number of times. The rank of a part is one more than that of the
last part it had to wait for, so that the shortest explanation has the smallest ranks.
"""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from itertools import islice
from typing import Final

import attrs

from argmap.evaluation.network import Network
from argmap.evaluation.order import components, dependencies
from argmap.evaluation.rivalry import Rivalry
from argmap.model import ProofStandard, Semantics


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

    `circular` are the parts that are out because they rest on nothing but
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
        self._now = 0
        self._rivalries: dict[int, list[Rivalry]] = {}
        for claims in net.contradictions.values():
            rivalry = Rivalry(claims, self._weight_open)
            for claim in claims:
                self._rivalries.setdefault(claim, []).append(rivalry)
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
        for claim, weight in enumerate(net.presumptions):
            # what only has reasons waits for these, if the better side prevails
            waits = not weight and net.reasons[claim]
            is_plain = self._meets[claim] is _PREPONDERANCE
            if self.labels[claim] == _OPEN and not (waits and is_plain):
                self._judge(claim)
        for step in net.steps:
            if not self._missing[step] and self.labels[step] == _OPEN:
                self._decide(step, _IN, 0)
        told = self._tell(0)
        for component in self._undecided():
            while unfounded := self._unfounded(component):
                self.circular.update(unfounded)
                rank = self.ranks[self._decided[-1]] + 1 if self._decided else 0
                for part in unfounded:
                    self._decide(part, _OUT, rank)
                told = self._tell(told)

    def _undecided(self) -> list[list[int]]:
        """Return what is undecided, what depends on it later."""
        open_ = [part for part, label in enumerate(self.labels) if label == _OPEN]
        return list(components(open_, dependencies(self._net, self.labels)))

    def _decide(self, part: int, what: int, rank: int) -> None:
        self.labels[part] = what
        self.ranks[part] = rank
        self._decided.append(part)

    def _tell(self, told: int) -> int:
        """Tell of what is decided, from a place on; return the place after the last."""
        labels, ranks, used_by = self.labels, self.ranks, self._used_by
        claims, ends = self._net.claims, self._net.ends
        for part in islice(self._decided, told, None):  # grows on the way
            is_in, rank = labels[part] == _IN, ranks[part] + 1
            self._now = rank
            if part < claims:
                if self._rivalries:
                    self._judge_rivals(part)
            elif ends[part] >= claims:
                self._tell_steps((ends[part],), rank, is_good=not is_in)
            elif ends[part] >= 0:
                self._weigh(part, ends[part], is_in=is_in)
            if used_by[part]:
                self._tell_steps(used_by[part], rank, is_good=is_in)
        return len(self._decided)

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

    def _weigh(self, step: int, claim: int, *, is_in: bool) -> None:
        """Tell a claim of a reason or a counterpoint that is decided."""
        is_reason = step < self._net.counterpoints
        if is_in:
            side = self._pro_in if is_reason else self._con_in
            side[claim] = max(side[claim], self._net.strengths[step])
        if self.labels[claim] == _OPEN:
            self._judge(claim)
        if is_reason and self._rivalries:
            self._judge_rivals(claim)

    def _judge_rivals(self, claim: int) -> None:
        """Judge the rivals of a claim of which something has been decided."""
        is_in = self.labels[claim] == _IN and self.ranks[claim] < self._now
        standing = self._pro_in[claim] if is_in else 0.0
        for rivalry in self._rivalries.get(claim, ()):
            if rivalry.has_changed(claim, standing):
                for rival in rivalry.claims:
                    if self.labels[rival] == _OPEN:
                        self._judge(rival)

    def _judge(self, claim: int) -> None:
        """Decide a claim if what was decided in smaller ranks is enough."""
        meets = self._meets[claim]
        pro_in = self._pro_in[claim]
        if pro_in and meets(pro_in, self._con_open(claim)):
            self._decide(claim, _IN, self._now)
            return
        con_in = self._con_in[claim]
        if self._rivalries:
            for rivalry in self._rivalries.get(claim, ()):
                con_in = max(con_in, rivalry.strongest_in(claim))
        if not meets(self._pro_open(claim), con_in):
            self._decide(claim, _OUT, self._now)

    def _pro_open(self, claim: int) -> float:
        """Return the weight of the strongest reason that is not out."""
        steps = self._reasons[claim]
        left = self._reasons_left[claim]
        while left and self._is_out(steps[left - 1]):
            left -= 1
        self._reasons_left[claim] = left
        weight = self._net.presumptions[claim]
        return max(weight, self._net.strengths[steps[left - 1]]) if left else weight

    def _con_open(self, claim: int) -> float:
        """Return the weight of the strongest that is against a claim and not out."""
        steps = self._objections[claim]
        left = self._objections_left[claim]
        while left and self._is_out(steps[left - 1]):
            left -= 1
        self._objections_left[claim] = left
        weight = self._net.strengths[steps[left - 1]] if left else 0.0
        if self._rivalries:
            for rivalry in self._rivalries.get(claim, ()):
                weight = max(weight, rivalry.strongest_open(claim))
        return weight

    def _is_out(self, part: int) -> bool:
        return self.labels[part] == _OUT and self.ranks[part] < self._now

    def _weight_open(self, claim: int) -> float:
        """Return what a claim weighs against its rivals, 0 when it is out."""
        return 0.0 if self._is_out(claim) else self._pro_open(claim)

    def _unfounded(self, component: Sequence[int]) -> list[int]:
        """Return the undecided claims that would fall even if no attack stood.

        Without any, the steps that would: such as put forward themselves. What they
        depend on outside the component is decided, or open for good.
        """
        net, labels = self._net, self.labels
        open_ = {part for part in component if labels[part] == _OPEN}
        claims = [part for part in sorted(open_) if part < net.claims]
        missing = {
            step: len(open_.intersection(net.premises[step]))
            for step in open_
            if net.claims <= step < net.counterpoints
        }
        founded = {claim for claim in claims if self._is_founded(claim, open_)}
        waiting = [*founded, *(step for step, count in missing.items() if not count)]
        while waiting:
            part = waiting.pop()
            for step in self._used_by[part]:
                if step in missing:
                    missing[step] -= 1
                    if not missing[step]:
                        waiting.append(step)
            claim = net.ends[part] if part in missing else -1
            if claim in open_ and claim not in founded and self._would_do(part, claim):
                founded.add(claim)
                waiting.append(claim)
        unfounded = [claim for claim in claims if claim not in founded]
        return unfounded or sorted(step for step, count in missing.items() if count)

    def _is_founded(self, claim: int, open_: AbstractSet[int]) -> bool:
        """Tell whether what a claim has from outside the open parts would do."""
        reasons = (
            each
            for each in self._net.reasons[claim]
            if self.labels[each] != _OUT and each not in open_
        )
        granted = self._net.presumptions[claim]
        return self._is_enough(granted, claim) or any(
            self._would_do(each, claim) for each in reasons
        )

    def _would_do(self, step: int, claim: int) -> bool:
        return self._is_enough(self._net.strengths[step], claim)

    def _is_enough(self, weight: float, claim: int) -> bool:
        """Tell whether a weight is enough for a claim if no open attack stood."""
        rivalries = self._rivalries.get(claim, ())
        rivals_in = (each.strongest_in(claim) for each in rivalries)
        against = max(self._con_in[claim], *rivals_in, 0.0)
        return weight > 0 and self._meets[claim](weight, against)
