"""The grounded labelling in many worlds at once.

A world is the map with something changed: parts left out, claims granted or not. What
a part is in all of them is two integers with a bit for each world: where it is in, and
where it is open, which is in or undecided. The rules of `argmap.evaluation` become
operations on these, so that thousands of worlds cost little more than one.
"""

from collections import ChainMap, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from argmap.evaluation.circles import circles
from argmap.evaluation.components import components, dependencies, is_cycle
from argmap.evaluation.grounded import MEETS
from argmap.evaluation.network import PRESUMPTION, Network

_BITS: Final = 1 << 30
"""How many bits the worlds of all parts may have together."""


def block_size(net: Network) -> int:
    """Return how many worlds can be judged at once without taking all memory."""
    return max(1, _BITS // (2 * len(net.ids) + 1))


@attrs.frozen
class _Weight:
    """A reason or a counterpoint, with the worlds where it is in and where open."""

    strength: float
    is_in: int
    is_open: int


class Worlds:
    """Worlds that differ in what is granted and in what is left out.

    `granted` holds, by claim, the worlds where it is granted, if they are not all or
    none as in the network; `excluded`, by part, those where it is rejected. `judge`
    fills `is_in` and `is_open`.

    >>> net = Network.of(["rose", "fell", "objection"], claims=2, inferences=0)
    >>> net.presumptions = [1.0, 1.0]
    >>> net.counter(2, (1,), target=0)
    >>> worlds = Worlds(net, 2, excluded={2: 0b10})
    >>> worlds.judge([0])
    >>> bin(worlds.is_in[0])
    '0b10'
    """

    def __init__(
        self,
        net: Network,
        count: int,
        *,
        granted: Mapping[int, int] | None = None,
        excluded: Mapping[int, int] | None = None,
    ) -> None:
        self.is_in: dict[int, int] = {}
        self.is_open: dict[int, int] = {}
        self._every = (1 << count) - 1
        self._net = net
        self._needs = dependencies(net)
        self._circles = circles(net)
        self._counted: dict[int, tuple[int, int]] = {}
        self._granted = granted or {}
        self._left_out = {
            **(excluded or {}),
            **dict.fromkeys(net.excluded, self._every),
        }

    def judge(self, parts: Iterable[int]) -> None:
        """Judge these parts and all that they depend on, in all worlds."""
        for component in components(parts, self._needs):
            if is_cycle(component, self._needs):
                self._judge_together(component)
            else:
                part = component[0]
                self.is_in[part], self.is_open[part] = self._judged(part)

    def _judge_together(self, component: Sequence[int]) -> None:
        """Judge parts that depend on each other, from knowing nothing of them."""
        used_by: dict[int, list[int]] = {part: [] for part in component}
        for part in component:
            for each in self._judged_by(part):
                if each in used_by:
                    used_by[each].append(part)
        for part in component:
            self.is_in[part], self.is_open[part] = 0, self._every
        changed: Iterable[int] = component
        while changed:
            self._spread(changed, used_by)
            changed = self._weigh_circles(component, used_by)
            changed = changed or self._reject_unfounded(component, used_by)

    def _judged_by(self, part: int) -> Iterator[int]:
        """Yield all that the label of a part follows from."""
        net = self._net
        yield from net.attackers[part]
        if part >= net.claims:
            yield from net.premises[part]
            return
        yield from net.reasons[part]
        for rival in net.rivals_of(part):
            yield rival
            yield from net.reasons[rival]

    def _spread(
        self, parts: Iterable[int], used_by: Mapping[int, Sequence[int]]
    ) -> None:
        """Judge parts again, and those that depend on what has changed."""

        def judge(part: int) -> bool:
            now = self._judged(part)
            # what has been rejected as unfounded stays so
            now = now[0], now[1] & self.is_open[part]
            is_new = now != (self.is_in[part], self.is_open[part])
            self.is_in[part], self.is_open[part] = now
            return is_new

        _until_settled(parts, used_by, judge)

    def _weigh_circles(
        self, component: Sequence[int], used_by: Mapping[int, Sequence[int]]
    ) -> list[int]:
        """Find where reasons count that may need their claim; return whom that moves.

        The rest of a claim's circle may only be had without the claim.
        """
        net = self._net
        found: list[int] = []
        for claim in self._circles.keys() & component:
            circle = self._circles[claim]
            is_in, is_open = self._founded(circle, used_by, claim)
            for step in circle.intersection(net.reasons[claim]):
                now = is_in[step], is_open[step]
                if self._counted.get(step) != now:
                    self._counted[step] = now
                    found += net.rivals_of(claim)
        return found

    def _reject_unfounded(
        self, component: Sequence[int], used_by: Mapping[int, Sequence[int]]
    ) -> list[int]:
        """Reject parts where they rest only on themselves; return what to judge again.

        A claim is founded where a reason would do that is founded itself, if no
        undecided counterpoint held.
        """
        _, founded = self._founded(component, used_by)
        found = [part for part in component if founded[part] != self.is_open[part]]
        for part in found:
            self.is_open[part] = founded[part]
        return [user for part in found for user in used_by[part]]

    def _founded(
        self,
        parts: Collection[int],
        used_by: Mapping[int, Sequence[int]],
        without: int = -1,
    ) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """Return where parts are in and open, had step by step from outside of them.

        The claim `without` which they are to be had is none of it.
        """
        inside = frozenset(parts) - {without}
        is_in = ChainMap(dict.fromkeys(parts, 0), self.is_in)
        is_open = ChainMap(dict.fromkeys(parts, 0), self.is_open)

        def judge(part: int) -> bool:
            if part not in inside:
                return False
            before = is_in[part], is_open[part]
            found_in, found_open = self._judged(part, is_in, is_open)
            is_in[part] = found_in & self.is_in[part]
            is_open[part] = found_open & self.is_open[part]
            return before != (is_in[part], is_open[part])

        _until_settled(parts, used_by, judge)
        return is_in, is_open

    def _judged(
        self,
        part: int,
        is_in: Mapping[int, int] | None = None,
        is_open: Mapping[int, int] | None = None,
    ) -> tuple[int, int]:
        """Return where a part is in and where open, all that it depends on given.

        What speaks for it may be given otherwise.
        """
        is_in = self.is_in if is_in is None else is_in
        is_open = self.is_open if is_open is None else is_open
        left = self._every & ~self._left_out.get(part, 0)
        if part < self._net.claims:
            found_in, found_open = self._weighed(part, is_in, is_open)
            return left & found_in, left & found_open
        found_in = found_open = left
        for each in self._net.premises[part]:
            found_in &= is_in[each]
            found_open &= is_open[each]
        for each in self._net.attackers[part]:
            found_in &= ~self.is_open[each]
            found_open &= ~self.is_in[each]
        return found_in, found_open

    def _weighed(
        self, claim: int, is_in: Mapping[int, int], is_open: Mapping[int, int]
    ) -> tuple[int, int]:
        """Return where a reason for a claim outweighs all that is against it."""
        meets = MEETS[self._net.standards[claim]]
        reasons = self._reasons(claim, is_in, is_open)
        against = self._against(claim)
        found_in = found_open = 0
        for strength in {each.strength for each in reasons if meets(each.strength, 0)}:
            hit_in = hit_open = 0
            for each in against:
                if not meets(strength, each.strength):
                    hit_in |= each.is_in
                    hit_open |= each.is_open
            for each in reasons:
                if each.strength == strength:
                    found_in |= each.is_in & ~hit_open
                    found_open |= each.is_open & ~hit_in
        return found_in, found_open

    def _reasons(
        self, claim: int, is_in: Mapping[int, int], is_open: Mapping[int, int]
    ) -> list[_Weight]:
        weight = self._net.presumptions[claim]
        granted = self._granted.get(claim, self._every if weight else 0)
        reasons = [
            _Weight(self._net.strengths[each], is_in[each], is_open[each])
            for each in self._net.reasons[claim]
        ]
        if granted:
            reasons.append(_Weight(weight or PRESUMPTION, granted, granted))
        return reasons

    def _against(self, claim: int) -> list[_Weight]:
        against = [
            _Weight(self._net.strengths[each], self.is_in[each], self.is_open[each])
            for each in self._net.attackers[claim]
        ]
        for rival in self._net.rivals_of(claim):
            left = ~self._left_out.get(rival, 0)
            against += [
                _Weight(
                    each.strength,
                    self.is_in[rival] & each.is_in & left,
                    self.is_open[rival] & each.is_open & left,
                )
                for each in self._counting(rival)
            ]
        return against

    def _counting(self, rival: int) -> list[_Weight]:
        """Return what a claim weighs against its rivals."""
        if rival not in self._circles:
            return self._reasons(rival, self.is_in, self.is_open)
        steps = self._circles[rival].intersection(self._net.reasons[rival])
        counted = {each: self._counted.get(each, (0, self._every)) for each in steps}
        is_in = {each: one for each, (one, _) in counted.items()}
        is_open = {each: one for each, (_, one) in counted.items()}
        return self._reasons(
            rival, ChainMap(is_in, self.is_in), ChainMap(is_open, self.is_open)
        )


def _until_settled(
    parts: Iterable[int],
    used_by: Mapping[int, Sequence[int]],
    judge: Callable[[int], bool],
) -> None:
    """Judge parts, and what depends on one that has changed, first in first out."""
    waiting = deque(dict.fromkeys(parts))
    inside = set(waiting)
    while waiting:
        part = waiting.popleft()
        inside.discard(part)
        if judge(part):
            for each in used_by[part]:
                if each not in inside:
                    inside.add(each)
                    waiting.append(each)
