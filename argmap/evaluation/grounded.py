"""The grounded labelling of a map: what has to be accepted, and what rejected.

The least fixpoint of the rules in `argmap.evaluation`, computed layer by layer: what
is decided in a layer follows from what was decided in those before. Every premise,
every counterpoint and every reason is looked at a bounded number of times.
"""

from collections.abc import Callable, Iterable
from enum import IntEnum
from itertools import chain
from typing import Final

import attrs

from argmap.evaluation.network import Network
from argmap.model import ProofStandard


class Label(IntEnum):
    """Whether a part is rejected, undecided or accepted."""

    OUT = -1
    UNDECIDED = 0
    IN = 1


_NEVER: Final = 1 << 40
"""More premises than any step has: what misses so many is out."""
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


@attrs.define(eq=False)
class Labelling:
    """The label of every claim and step, and the layer in which it was decided.

    `circular` are the claims that are out because they rest on nothing but
    themselves. A rank is -1 where nothing is decided.
    """

    labels: list[int]
    ranks: list[int]
    circular: set[int]


def label(net: Network) -> Labelling:
    """Return the grounded labelling of a network.

    >>> net = Network.empty(2)
    >>> net.presumptions = [1.0, 1.0]
    >>> net.objections[0].append(net.add_step("objection", [1]))
    >>> [Label(each).name for each in label(net).labels]
    ['OUT', 'IN', 'IN']
    """
    grounded = _Grounded(net)
    grounded.run()
    return Labelling(grounded.labels, grounded.ranks, grounded.circular)


class _Grounded:
    """Labels that are being decided."""

    def __init__(self, net: Network) -> None:
        size, claims = len(net.ids), net.claims
        self._net = net
        self._strengths = net.strengths
        self.labels = [_OPEN] * size
        self.ranks = [-1] * size
        self.circular: set[int] = set()
        self._rank = 0
        self._used_by: list[list[int]] = [[] for _ in range(size)]
        self._needed = [0] * size
        for step in range(claims, size):
            self._needed[step] = len(net.premises[step])
            for premise in net.premises[step]:
                self._used_by[premise].append(step)
        for step in net.left_out:
            self._needed[step] -= _NEVER
        self._alive = [len(each) for each in net.attackers]
        self._hit = [-1] * size
        self._speaks_for = [-1] * size
        self._speaks_against = [-1] * size
        for claim in range(claims):
            for step in net.reasons[claim]:
                self._speaks_for[step] = claim
            for step in net.objections[claim]:
                self._speaks_against[step] = claim
        for step in range(claims, size):
            for attacker in net.attackers[step]:
                self._hit[attacker] = step
        self._pro_in = list(net.presumptions)
        self._con_in = [0.0] * claims
        self._reasons = [self._by_strength(each) for each in net.reasons]
        self._objections = [self._by_strength(each) for each in net.objections]
        self._decided: list[int] = []

    def _by_strength(self, steps: list[int]) -> list[int]:
        """Return steps with the weakest first, so that the strongest can be dropped."""
        if len(steps) < 2:  # noqa: PLR2004 - nothing to sort
            return list(steps)
        return sorted(steps, key=self._strengths.__getitem__)

    def run(self) -> None:
        """Decide all that can be decided, then what rests on itself, and so on."""
        size, claims = len(self.labels), self._net.claims
        self._layer(range(claims), range(claims, size))
        while True:
            while self._decided:
                self._layer(*self._touched())
            unfounded = self._unfounded()
            if not unfounded:
                return
            self.circular.update(unfounded)
            for claim in unfounded:
                self._decide(claim, _OUT)
            self._rank += 1

    def _layer(self, claims: Iterable[int], steps: Iterable[int]) -> None:
        """Decide, of what is touched, what follows from the layers before."""
        labels = self.labels
        found = [(step, self._step(step)) for step in steps if labels[step] == _OPEN]
        found += [
            (claim, self._claim(claim)) for claim in claims if labels[claim] == _OPEN
        ]
        for part, what in found:
            if what != _OPEN:
                self._decide(part, what)
        self._rank += 1

    def _decide(self, part: int, what: int) -> None:
        self.labels[part] = what
        self.ranks[part] = self._rank
        self._decided.append(part)

    def _step(self, step: int) -> int:
        needed = self._needed[step]
        if needed < 0:
            return _OUT
        return _IN if needed == 0 and self._alive[step] == 0 else _OPEN

    def _claim(self, claim: int) -> int:
        meets = MEETS[self._net.standards[claim]]
        against_in, against_open = self._rivals(claim)
        against_open = max(against_open, self._strongest(self._objections[claim]))
        if meets(self._pro_in[claim], against_open):
            return _IN
        pro_open = self._pro_open(claim)
        if not meets(pro_open, max(against_in, self._con_in[claim])):
            return _OUT
        return _OPEN

    def _pro_open(self, claim: int) -> float:
        """Return the weight of the strongest reason that is not out."""
        strongest = self._strongest(self._reasons[claim])
        return max(strongest, self._net.presumptions[claim])

    def _strongest(self, steps: list[int]) -> float:
        labels = self.labels
        while steps and labels[steps[-1]] == _OUT:
            steps.pop()
        return self._strengths[steps[-1]] if steps else 0.0

    def _rivals(self, claim: int) -> tuple[float, float]:
        """Return the weights of the strongest rival that is in, and that is not out."""
        sets = self._net.rivals.get(claim)
        if not sets:
            return 0.0, 0.0
        strongest_in = strongest_open = 0.0
        for rival in chain.from_iterable(sets):
            if rival != claim and self.labels[rival] != _OUT:
                strongest_open = max(strongest_open, self._pro_open(rival))
                if self.labels[rival] == _IN:
                    strongest_in = max(strongest_in, self._pro_in[rival])
        return strongest_in, strongest_open

    def _touched(self) -> tuple[list[int], list[int]]:
        """Tell others of what was decided; return those that may follow from it."""
        claims: dict[int, None] = {}
        steps: dict[int, None] = {}
        decided, self._decided = self._decided, []
        for part in decided:
            is_in = self.labels[part] == _IN
            for step in self._used_by[part]:
                self._needed[step] -= 1 if is_in else _NEVER
                steps[step] = None
            if part < self._net.claims:
                self._touch_rivals(part, claims)
                continue
            hit = self._hit[part]
            if hit >= 0:
                if is_in:
                    self._needed[hit] -= _NEVER
                else:
                    self._alive[hit] -= 1
                steps[hit] = None
            self._weigh(part, claims, is_in=is_in)
        return list(claims), list(steps)

    def _weigh(self, step: int, claims: dict[int, None], *, is_in: bool) -> None:
        weight = self._strengths[step]
        claim = self._speaks_for[step]
        if claim >= 0:
            if is_in:
                self._pro_in[claim] = max(self._pro_in[claim], weight)
            claims[claim] = None
            self._touch_rivals(claim, claims)
        claim = self._speaks_against[step]
        if claim >= 0:
            if is_in:
                self._con_in[claim] = max(self._con_in[claim], weight)
            claims[claim] = None

    def _touch_rivals(self, claim: int, claims: dict[int, None]) -> None:
        for rivals in self._net.rivals.get(claim, ()):
            claims.update(dict.fromkeys(rivals))

    def _unfounded(self) -> list[int]:
        """Return the undecided claims that would fall even if no attack stood."""
        labels, claims = self.labels, self._net.claims
        open_ = [each for each in range(claims) if labels[each] == _OPEN]
        if not open_:
            return []
        missing = {
            step: sum(labels[each] == _OPEN for each in self._net.premises[step])
            for step in range(claims, len(labels))
            if labels[step] != _OUT and self._speaks_against[step] < 0
        }
        founded = {each for each in open_ if self._supports(each)}
        waiting = [*founded]
        ready = [step for step, number in missing.items() if not number]
        while ready or waiting:
            while ready:
                step = ready.pop()
                claim = self._speaks_for[step]
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
        weight = net.presumptions[claim] if step is None else self._strengths[step]
        against = max(self._con_in[claim], self._rivals(claim)[0])
        return weight > 0 and MEETS[net.standards[claim]](weight, against)
