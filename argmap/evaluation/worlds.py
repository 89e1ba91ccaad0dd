"""The grounded labelling in many worlds at once.

A world is the map with something changed: parts left out, claims granted or not. What
a part is in all of them is two integers with a bit for each world: where it is in, and
where it is open, which is in or undecided. The rules of `argmap.evaluation` become
operations on these, so that thousands of worlds cost little more than one.
"""

from collections import ChainMap, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias, TypeVar

from argmap.evaluation.acceptance import Acceptance
from argmap.evaluation.circles import circles
from argmap.evaluation.components import components, dependencies, is_cycle
from argmap.evaluation.network import Network

_Item = TypeVar("_Item")
_BITS: Final = 1 << 30
"""How many bits the worlds of all parts may have together."""


def block_size(net: Network) -> int:
    """Return how many worlds can be judged at once without taking all memory."""
    return max(1, _BITS // (2 * len(net.ids) + 1))


def blocks(net: Network, items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Yield items in as large blocks as worlds can be judged at once."""
    waiting = iter(items)
    while block := list(islice(waiting, block_size(net))):
        yield block


def chosen(block: Sequence[_Item], worlds: int) -> Iterator[_Item]:
    """Yield the items of a block whose worlds have their bit set.

    >>> list(chosen("abc", 0b101))
    ['a', 'c']
    """
    digits = f"{worlds:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield block[place]
        place = digits.find("1", place + 1)


def judged_by(net: Network, part: int) -> Iterator[int]:
    """Yield all that the label of a part follows from."""
    yield from net.attackers[part]
    if part >= net.claims:
        yield from net.premises[part]
        return
    yield from net.reasons[part]
    for rival in net.rivals_of(part):
        yield rival
        yield from net.reasons[rival]


_Sides: TypeAlias = tuple[int, int]
"""The worlds where a part is in, and those where it is open."""


class Worlds(Acceptance[_Sides]):
    """Worlds that differ in what is granted and in what is left out.

    `granted` holds, by claim, the worlds where it is granted, if they are not all or
    none as in the network; `excluded`, by part, those where it is rejected. `judge`
    fills `sides`: by part, the worlds where it is in and those where it is open.

    >>> net = Network.of(["rose", "fell", "objection"], claims=2, inferences=0)
    >>> net.presumptions = [1.0, 1.0]
    >>> net.counter(2, (1,), target=0)
    >>> worlds = Worlds(net, 2, excluded={2: 0b10})
    >>> worlds.judge([0])
    >>> bin(worlds.sides[0][0])
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
        super().__init__(net)
        self.sides: dict[int, _Sides] = {}
        self._every = (1 << count) - 1
        self._needs = dependencies(net)
        self._circles = circles(net)
        self._counted: dict[int, _Sides] = {}
        self._grants = granted or {}
        self._excluded = {
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
                self.sides[part] = self._judged(part)

    def _judge_together(self, component: Sequence[int]) -> None:
        """Judge parts that depend on each other, from knowing nothing of them."""
        used_by: dict[int, list[int]] = {part: [] for part in component}
        for part in component:
            for each in judged_by(self._net, part):
                if each in used_by:
                    used_by[each].append(part)
        self.sides.update(dict.fromkeys(component, (0, self._every)))
        changed: Iterable[int] = component
        while changed:
            self._spread(changed, used_by)
            changed = self._weigh_circles(component, used_by)
            changed = changed or self._reject_unfounded(component, used_by)

    def _spread(
        self, parts: Iterable[int], used_by: Mapping[int, Sequence[int]]
    ) -> None:
        """Judge parts again, and those that depend on what has changed."""

        def judge(part: int) -> bool:
            before, (is_in, is_open) = self.sides[part], self._judged(part)
            # what has been rejected as unfounded stays so
            self.sides[part] = is_in, is_open & before[1]
            return self.sides[part] != before

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
            founded = self._founded(circle, used_by, claim)
            for step in circle.intersection(net.reasons[claim]):
                if self._counted.get(step) != founded[step]:
                    self._counted[step] = founded[step]
                    found += net.rivals_of(claim)
        return found

    def _reject_unfounded(
        self, component: Sequence[int], used_by: Mapping[int, Sequence[int]]
    ) -> list[int]:
        """Reject parts where they rest only on themselves; return what to judge again.

        A claim is founded where a reason would do that is founded itself, if no
        undecided counterpoint held.
        """
        founded, sides = self._founded(component, used_by), self.sides
        found = [part for part in component if founded[part][1] != sides[part][1]]
        for part in found:
            sides[part] = sides[part][0], founded[part][1]
        return [user for part in found for user in used_by[part]]

    def _founded(
        self,
        parts: Collection[int],
        used_by: Mapping[int, Sequence[int]],
        without: int = -1,
    ) -> Mapping[int, _Sides]:
        """Return where parts are in and open, had step by step from outside of them.

        The claim `without` which they are to be had is none of it.
        """
        inside = frozenset(parts) - {without}
        found = ChainMap(dict.fromkeys(parts, (0, 0)), self.sides)

        def judge(part: int) -> bool:
            if part not in inside:
                return False
            before, now = found[part], self._judged(part, found.__getitem__)
            found[part] = self._both(now, self.sides[part])
            return found[part] != before

        _until_settled(parts, used_by, judge)
        return found

    def _judged(self, part: int, pro: Callable[[int], _Sides] | None = None) -> _Sides:
        """Return where a part is in and where open, all that it depends on given.

        The sides of what speaks for it may be given otherwise.
        """
        pro = pro or self._sides
        left = self._every & ~self._excluded.get(part, 0)
        if part >= self._net.claims:
            found = left, left
            for each in self._net.premises[part]:
                found = self._both(found, pro(each))
            return _struck(found, map(self._sides, self._net.attackers[part]))
        reasons = [_struck(*each) for each in self._alternatives(part, pro)]
        return self._both((left, left), self._any_of(reasons))

    def _sides(self, part: int) -> _Sides:
        return self.sides[part]

    def _sides_without(self, claim: int) -> Callable[[int], _Sides]:
        if claim not in self._circles:
            return self._sides
        steps = self._circles[claim].intersection(self._net.reasons[claim])
        counted = {each: self._counted.get(each, (0, self._every)) for each in steps}
        return ChainMap(counted, self.sides).__getitem__

    def _granted(self, claim: int) -> _Sides | None:
        if not self._net.presumptions[claim]:
            return None
        worlds = self._grants.get(self._net.made.get(claim, claim), self._every)
        return (worlds, worlds) if worlds else None

    def _both(self, one: _Sides, other: _Sides) -> _Sides:
        return one[0] & other[0], one[1] & other[1]

    def _any_of(self, sides: Sequence[_Sides]) -> _Sides:
        found_in = found_open = 0
        for is_in, is_open in sides:
            found_in |= is_in
            found_open |= is_open
        return found_in, found_open


def _struck(sides: _Sides, hits: Iterable[_Sides]) -> _Sides:
    """Return where something is still in and open in spite of what strikes it."""
    is_in, is_open = sides
    for hit_in, hit_open in hits:
        is_in &= ~hit_open
        is_open &= ~hit_in
    return is_in, is_open


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
