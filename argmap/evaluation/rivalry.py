"""Rivals in a contradiction: the strongest of them, while that changes."""

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush, nlargest
from typing import TypeAlias

Strongest: TypeAlias = tuple[float, float, int]
"""The greatest weight, the next, and the claim that has the first alone, or -1."""

_NONE: Strongest = (0.0, 0.0, -1)


class Rivalry:
    """Claims of which at most one can stand, and the strongest that is open, and in.

    `weigh` returns what an open claim weighs now, 0 when it is out: never more than
    before. Only the strongest are weighed again, so that many claims with one weight
    cost no more than few.

    >>> weights = {1: 2.0, 2: 1.0, 3: 1.0}
    >>> rivalry = Rivalry([1, 2, 3], weights.__getitem__)
    >>> rivalry.strongest_open(against=1), rivalry.strongest_open(against=2)
    (1.0, 2.0)
    """

    def __init__(self, claims: Sequence[int], weigh: Callable[[int], float]) -> None:
        self.claims = claims
        self._weigh = weigh
        self._heap = [(-weigh(claim), claim) for claim in claims]
        heapify(self._heap)
        self._standing: dict[int, float] = {}
        self._in = _NONE
        self._open = self._now_open()

    def update(self, claim: int, standing: float) -> bool:
        """Weigh a claim again, by its weight if it is in; return whether it changed."""
        before = self._open, self._in
        if standing:
            self._standing[claim] = standing
            self._in = _strongest([(each, one) for one, each in self._standing.items()])
        self._open = self._now_open()
        return before != (self._open, self._in)

    def _now_open(self) -> Strongest:
        two = [self._top(), self._top()]
        for weight, claim in two:
            if claim >= 0:
                heappush(self._heap, (-weight, claim))
        return _strongest(two)

    def _top(self) -> tuple[float, int]:
        """Take off the strongest claim, as strong as it is now."""
        while self._heap:
            before, claim = heappop(self._heap)
            weight = self._weigh(claim)
            if -before == weight:
                return weight, claim
            if weight:
                heappush(self._heap, (-weight, claim))
        return 0.0, -1

    def strongest_open(self, against: int) -> float:
        """Return what the strongest rival of a claim weighs that is not out."""
        first, second, claim = self._open
        return second if claim == against else first

    def strongest_in(self, against: int) -> float:
        """Return what the strongest rival of a claim weighs that is in."""
        first, second, claim = self._in
        return second if claim == against else first


def _strongest(weights: Sequence[tuple[float, int]]) -> Strongest:
    (first, claim), (second, _) = nlargest(2, [*weights, (0.0, -1), (0.0, -1)])
    return (first, second, claim if first > second else -1)
