"""The rule for claims of `argmap.evaluation`, whatever stands for that a part is in.

Sets of worlds do in `worlds`, atoms of a program in `asp`: the sides of a part are that
it is in, and that it is open, which is in or undecided. In `projection` arguments of a
framework do. `grounded` comes to the same labels one decision at a time, and `causes`
says which decisions were enough.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from argmap.evaluation.grounded import MEETS
from argmap.evaluation.network import PRESUMPTION, Network

Sides = TypeVar("Sides")


@attrs.frozen
class Weighted(Generic[Sides]):
    """A reason or a counterpoint with its strength."""

    strength: float
    sides: Sides


class Acceptance(ABC, Generic[Sides]):
    """The rule for claims, for whoever has sides for all other parts."""

    def __init__(self, net: Network) -> None:
        self._net = net

    @abstractmethod
    def _sides(self, part: int) -> Sides:
        """Return the sides of a part."""

    @abstractmethod
    def _sides_without(self, claim: int) -> Callable[[int], Sides]:
        """Return what leads to the sides of parts; in a claim's circle without it."""

    @abstractmethod
    def _granted(self, claim: int) -> Sides | None:
        """Return the sides of that a claim is granted; None if it never is."""

    @abstractmethod
    def _both(self, one: Sides, other: Sides) -> Sides:
        """Return the sides of that both are so."""

    @abstractmethod
    def _any_of(self, sides: Sequence[Sides]) -> Sides:
        """Return the sides of that one of these is so."""

    def _alternatives(
        self, claim: int, sides: Callable[[int], Sides]
    ) -> Iterator[tuple[Sides, list[Sides]]]:
        """Yield the reasons that would do for a claim, with all that outweighs each.

        What speaks for the claim may have other sides than what speaks against it.
        """
        meets = MEETS[self._net.standards[claim]]
        reasons = self._reasons(claim, sides)
        against = self._against(claim) if reasons else []
        strengths = sorted({each.strength for each in reasons}, reverse=True)
        hits: list[Sides] = []
        for strength in strengths:
            hits += [one.sides for one in against if not meets(strength, one.strength)]
            against = [one for one in against if meets(strength, one.strength)]
            equals = [each.sides for each in reasons if each.strength == strength]
            if len(hits) > 1 and (len(equals) > 1 or strength != strengths[-1]):
                hits = [self._any_of(hits)]
            for each in equals:
                yield each, hits

    def _reasons(
        self, claim: int, sides: Callable[[int], Sides]
    ) -> list[Weighted[Sides]]:
        """Return what speaks for a claim, and is enough if nothing is against it."""
        granted, meets = self._granted(claim), MEETS[self._net.standards[claim]]
        weight = self._net.presumptions[claim] or PRESUMPTION
        reasons = [] if granted is None else [Weighted(weight, granted)]
        reasons += self._weighted(self._net.reasons[claim], sides)
        return [each for each in reasons if meets(each.strength, 0)]

    def _weighted(
        self, steps: Sequence[int], sides: Callable[[int], Sides]
    ) -> list[Weighted[Sides]]:
        return [Weighted(self._net.strengths[each], sides(each)) for each in steps]

    def _against(self, claim: int) -> list[Weighted[Sides]]:
        """Return what speaks against a claim: counterpoints, and its rivals."""
        against = self._weighted(self._net.attackers[claim], self._sides)
        for rival in self._net.rivals_of(claim):
            against += self._weights_of(rival)
        return against

    def _weights_of(self, rival: int) -> list[Weighted[Sides]]:
        """Return a rival with the strength of each of its reasons."""
        whole = self._sides(rival)
        reasons = self._reasons(rival, self._sides_without(rival))
        if len({each.strength for each in reasons}) == 1:
            return [Weighted(reasons[0].strength, whole)]
        return [
            Weighted(each.strength, self._both(whole, each.sides)) for each in reasons
        ]
