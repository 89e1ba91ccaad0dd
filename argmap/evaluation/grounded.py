"""The grounded labelling of a map: what has to be accepted, and what rejected.

The least fixpoint of the rules in `argmap.evaluation`. What is decided is passed, first
in first out, to what depends on it; every premise, every counterpoint and every reason
is looked at a bounded number of times. The rank of a part is one more than that of the
last part it had to wait for, so that the shortest explanation has the smallest ranks.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence, Set as AbstractSet
from enum import IntEnum
from typing import Final

import attrs

from argmap.evaluation.circles import circles, founded
from argmap.evaluation.components import components, dependencies, supports
from argmap.evaluation.network import Network
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

    Reasons that may need the claim they are for have ranks of their own: `idle` holds
    from which on it is known that they add nothing to its weight against rivals,
    `counted` from which on they do, None where they are in and that is not known.
    """

    labels: list[int]
    ranks: list[int]
    circular: set[int]
    idle: dict[int, int]
    counted: dict[int, int | None]
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
    return grounded.labelling


class _Grounded:
    """Labels that are being decided."""

    def __init__(self, net: Network) -> None:
        size = len(net.ids)
        self.labelling = Labelling([_OPEN] * size, [-1] * size, set(), {}, {})
        self.labels, self.ranks = self.labelling.labels, self.labelling.ranks
        self.idle, self.counted = self.labelling.idle, self.labelling.counted
        self._net = net
        self._circles = circles(net)
        self._used_by = net.uses()
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
        self._waiting: deque[int] = deque()

    def _by_strength(self, steps: list[list[int]]) -> list[list[int]]:
        strengths = self._net.strengths
        if len(set(strengths)) < 2:  # noqa: PLR2004 - nothing to sort
            return steps
        return [sorted(each, key=strengths.__getitem__) for each in steps]

    def run(self) -> None:
        """Decide all that can be decided, then what rests on itself, and so on."""
        net = self._net
        for part in sorted(net.excluded):
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
        self._propagate()
        while self._reject_circular() and self._circles:
            pass

    def _reject_circular(self) -> bool:
        """Reject what rests only on itself; return whether there was something."""
        has_changed = False
        for component in self._undecided():
            while circles := self._resting_on_themselves(component):
                has_changed = True
                for circle in circles:
                    self._reject_circle(circle)
                self._propagate()
        return has_changed

    def _reject_circle(self, circle: AbstractSet[int]) -> None:
        """Reject parts that rest only on each other, or what is outweighed of them.

        A claim of the circle that has something else for it is out because that is not
        enough against what is in: the rest of the circle falls with it.
        """
        net = self._net
        claims = [part for part in sorted(circle) if part < net.claims]
        outweighed = [each for each in claims if self._has_more(each, circle)]
        for step in {each for claim in outweighed for each in net.reasons[claim]}:
            if step in circle:
                self.idle.setdefault(step, self._now - 1)
        rejected = outweighed or claims or sorted(circle)
        if not outweighed:
            self.labelling.circular.update(rejected)
        for part in rejected:
            self._decide(part, _OUT, self._now)

    def _has_more(self, claim: int, circle: AbstractSet[int]) -> bool:
        """Return whether something would do for a claim that is not in its circle."""
        net = self._net
        weights = [
            net.strengths[each]
            for each in net.reasons[claim]
            if each not in circle and self.labels[each] != _OUT
        ]
        most = max(net.presumptions[claim], *weights, 0.0)
        return most > 0 and self._meets[claim](most, 0.0)

    def _undecided(self) -> list[list[int]]:
        """Return what is undecided, what depends on it later."""
        open_ = [part for part, label in enumerate(self.labels) if label == _OPEN]
        return list(components(open_, dependencies(self._net, self.labels)))

    def _decide(self, part: int, what: int, rank: int) -> None:
        self.labels[part] = what
        self.ranks[part] = rank
        self._waiting.append(part)

    def _propagate(self) -> None:
        """Decide what follows from what is decided."""
        self._propagate_labels()
        while self._circles and self._weigh_circles():
            self._propagate_labels()

    def _propagate_labels(self) -> None:
        labels, ranks, used_by = self.labels, self.ranks, self._used_by
        claims, ends = self._net.claims, self._net.ends
        while self._waiting:
            part = self._waiting.popleft()
            is_in, rank = labels[part] == _IN, ranks[part] + 1
            self._now = rank
            if part < claims:
                if self._rivalries:
                    self._judge_rivals(part)
            elif ends[part] >= claims:
                self._judge_steps((ends[part],), rank, is_good=not is_in)
            elif ends[part] >= 0:
                self._weigh(part, ends[part], is_in=is_in)
            if part in used_by:
                self._judge_steps(used_by[part], rank, is_good=is_in)

    def _judge_steps(self, steps: Iterable[int], rank: int, *, is_good: bool) -> None:
        """Judge steps of which a premise or a counterpoint is decided."""
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
        """Judge a claim of which a reason or a counterpoint is decided."""
        is_reason = step < self._net.counterpoints
        if is_in and is_reason and self._may_need(claim, step):
            self.counted[step] = None
        elif is_in:
            side = self._pro_in if is_reason else self._con_in
            side[claim] = max(side[claim], self._net.strengths[step])
        if self.labels[claim] == _OPEN:
            self._judge(claim)
        if is_reason and self._rivalries:
            self._judge_rivals(claim)

    def _may_need(self, claim: int, step: int) -> bool:
        """Return whether a reason that is in may be so because of its claim."""
        is_later = claim in self._circles and self.labels[claim] == _IN
        return is_later and step in self._circles[claim]

    def _weigh_circles(self) -> bool:
        """Look which reasons need the claim they are for; return whether any is new."""
        changed = [claim for claim in self._circles if self._weigh_circle(claim)]
        for claim in changed:
            self._judge_rivals(claim)
        return bool(changed)

    def _weigh_circle(self, claim: int) -> bool:
        net, circle = self._net, self._circles[claim]
        rivals = net.rivals_of(claim)
        if self.labels[claim] == _OUT or all(self.labels[each] for each in rivals):
            return False
        rank, before = self._now - 1, (len(self.idle), self._pro_in[claim])
        open_ = self._founded(circle, _OPEN, claim)
        for step in circle.intersection(net.reasons[claim]):
            if self.labels[step] != _OUT and step not in open_:
                self.idle.setdefault(step, rank)
        held = [each for each in net.reasons[claim] if self._is_held(each)]
        for step in self._founded(circle, _IN, claim).intersection(held):
            self.counted[step] = rank
            self._pro_in[claim] = max(self._pro_in[claim], net.strengths[step])
        return before != (len(self.idle), self._pro_in[claim])

    def _is_held(self, step: int) -> bool:
        return step in self.counted and self.counted[step] is None

    def _judge_rivals(self, claim: int) -> None:
        """Judge the rivals of a claim of which something has been decided."""
        is_in = self.labels[claim] == _IN and self.ranks[claim] < self._now
        standing = self._pro_in[claim] if is_in else 0.0
        for rivalry in self._rivalries.get(claim, ()):
            if rivalry.update(claim, standing):
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
        if self._is_out(claim):
            return 0.0
        if claim not in self._circles:
            return self._pro_open(claim)
        net = self._net
        reasons = (
            net.strengths[each]
            for each in net.reasons[claim]
            if each not in self.idle and not self._is_out(each)
        )
        return max(net.presumptions[claim], *reasons, 0.0)

    def _resting_on_themselves(self, component: Sequence[int]) -> list[frozenset[int]]:
        """Return the undecided parts that rest on each other and on nothing else.

        They would fall even if no attack stood. What they depend on outside the
        component is decided, or open for good.
        """
        net = self._net
        open_ = {part for part in component if self.labels[part] == _OPEN}
        unfounded = open_ - self._founded(open_, _OPEN)

        def needs(part: int) -> list[int]:
            return [each for each in supports(net)(part) if each in unfounded]

        reasons = [part for part in sorted(unfounded) if part < net.counterpoints]
        return [
            frozenset(circle)
            for circle in components(reasons, needs)
            if {each for part in circle for each in needs(part)}.issubset(circle)
        ]

    def _founded(
        self, inside: AbstractSet[int], least: int, without: int = -1
    ) -> set[int]:
        """Return what could be had step by step from outside of these parts.

        That is, if all that is in held, or, where open is the `least`, if no open
        attack did. The claim `without` which it is to be had is none of it.
        """
        net, labels = self._net, self.labels
        parts = set(inside) - {without}
        for claim in inside:
            parts.update(net.reasons[claim] if claim < net.claims else ())
        return founded(
            net,
            inside,
            {each for each in parts if labels[each] >= least},
            lambda weight, claim: self._is_enough(weight, claim, least),
        )

    def _is_enough(self, weight: float, claim: int, least: int) -> bool:
        """Return whether a weight is enough for a claim, if no open attack stood."""
        if least == _IN:
            against = self._con_open(claim)
        else:
            rivalries = self._rivalries.get(claim, ())
            rivals_in = (each.strongest_in(claim) for each in rivalries)
            against = max(self._con_in[claim], *rivals_in, 0.0)
        return weight > 0 and self._meets[claim](weight, against)
