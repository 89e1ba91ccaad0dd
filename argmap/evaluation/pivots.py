"""Pivots: single changes, and small sets of them, that flip a verdict.

A change is that a counterpoint is answered, or that a claim which was granted is so no
longer. What is rejected already makes no difference alone.
"""

from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from itertools import product
from typing import Final, TypeAlias

import attrs

from argmap.evaluation.causes import Causes
from argmap.evaluation.circles import circles
from argmap.evaluation.components import dependencies
from argmap.evaluation.grounded import Label, Labelling, label
from argmap.evaluation.network import Network
from argmap.evaluation.worlds import Worlds, blocks, chosen, judged_by
from argmap.model.connections import reached

MOST_JUDGED: Final = 300_000
"""How many verdicts are found in a search for sets of changes, about."""
_MOST_NEEDED: Final = 20_000
"""Of how many parts, at most, that a verdict may follow from sets are searched."""
_FEW: Final = 8
_SET: Final = 10
"""How many verdicts it takes as long to find as a set to try."""


def pivots(net: Network, grounded: Labelling) -> dict[int, list[int]]:
    """Return, by claim, the changes each of which alone flips whether it stands."""
    claims = [each for each in range(net.claims) if each not in net.made]
    found: dict[int, list[int]] = {claim: [] for claim in claims}
    parts = (part for part, label in enumerate(grounded.labels) if label != Label.OUT)
    changes = [(each,) for each in _changes(net, parts)]
    for block, flips in _tried(net, grounded, claims, changes):
        for claim, worlds in flips.items():
            found[claim] += [
                change for (change,) in chosen(block, worlds) if change != claim
            ]
    return found


Change: TypeAlias = tuple[int, ...]
"""Changes that do the same, by their numbers: one of them is enough."""
ChangeSet: TypeAlias = tuple[Change, ...]


@attrs.frozen
class Flips:
    """The smallest sets of changes that flip a verdict, those of few changes first.

    A set has for each of its changes all that do the same: one of them is enough. No
    set contains another. `searched` is up to how many changes all sets were tried; None
    if there are no others of any size.
    """

    sets: tuple[ChangeSet, ...]
    searched: int | None

    @property
    def one_by_one(self) -> Iterator[tuple[int, ...]]:
        """The sets, each with one change for all that do the same."""
        for each in self.sets:
            yield from product(*each)


def smallest_changes(
    net: Network,
    grounded: Labelling,
    part: int,
    *,
    only: Collection[int] | None = None,
    at_most: int | None = None,
) -> Flips:
    """Return the smallest sets of changes, among some, that flip whether a part is in.

    Whatever flips it has to change something that the verdict follows from. So every
    set that has not yet flipped it grows by each of the changes among the causes of the
    verdict as it then is, and by no others (as in Reiter 1987, "A theory of diagnosis
    from first principles"). The search ends after `MOST_JUDGED` verdicts.
    """
    rivalry = 4 * sum(len(each) ** 2 for each in net.contradictions.values())
    reach = reached([part], dependencies(net), enough=_MOST_NEEDED)
    if rivalry > MOST_JUDGED or len(reach) > _MOST_NEEDED:
        return Flips((), 0)
    needed = {net.made.get(each, each) for each in reach}
    changes = [
        each
        for each in _changes(net, sorted(needed - {part}))
        if only is None or each in only
    ]
    alike = {each: [each] for each in changes}
    if not net.made:
        alike = _alike(net, needed, part, changes)
    first_of = {each: one[0] for one in alike.values() for each in one}
    has_circles = bool(circles(net))
    found: list[frozenset[int]] = []
    level: list[frozenset[int]] = [frozenset()]
    each_costs = len(net.ids) + rivalry
    judged = size = 0
    while level:
        flipping = (
            set(_flipping(net, grounded, part, level, len(reach))) if size else set()
        )
        found += [each for each in level if each in flipping]
        larger: dict[frozenset[int], None] = {}
        for changed in level:
            if changed in flipping:
                continue
            judged += each_costs
            if size and judged > MOST_JUDGED:
                return _flips_of(found, alike, size)
            other = _changed(net, changed)
            causes = Causes(other, label(other) if changed else grounded)
            for each in _behind(causes, part, is_explained=not has_circles):
                change = first_of.get(each)
                if change is not None and change not in changed:
                    judged += _SET + len(found)
                    larger[changed | {change}] = None
            if larger and size == at_most:
                return _flips_of(found, alike, size)
        level = [each for each in larger if not any(one <= each for one in found)]
        size += 1
    return _flips_of(found, alike, None)


def joined(
    sets: Sequence[ChangeSet], kind: Callable[[Change], Hashable | None]
) -> Sequence[ChangeSet]:
    """Return sets of changes with those in one that differ in one change of a kind.

    Something must be left beside what differs. A change of no kind is not joined.

    >>> joined([((1,), (3,)), ((1,), (4,)), ((2,), (3,)), ((2,), (4,))], len)
    (((1, 2), (3, 4)),)
    """
    alike: dict[Hashable, list[ChangeSet]] = {}
    for each in sets:
        for change in each if len(each) > 1 else ():
            if (of_kind := kind(change)) is not None:
                rest = frozenset(each) - {change}
                alike.setdefault((rest, of_kind), []).append(each)
    found = {each: each for each in sets}
    for several in alike.values():
        free = [each for each in several if found.get(each) == each]
        if len(free) > 1:
            first, *others = free
            rest = frozenset(first).intersection(*others)
            parts = {part for each in free for one in {*each} - rest for part in one}
            together = tuple(sorted(parts))
            found[first] = tuple(one if one in rest else together for one in first)
            for each in others:
                del found[each]
    fewer = tuple(found.values())
    return joined(fewer, kind) if len(fewer) < len(sets) else fewer


def _flipping(
    net: Network,
    grounded: Labelling,
    part: int,
    sets: Sequence[frozenset[int]],
    reach: int,
) -> Iterator[frozenset[int]]:
    """Yield the sets of changes that flip whether a part is in.

    Many worlds at once cost as much as a few one by one, and of those only what the
    part may follow from, so many parts as the `reach` is.
    """
    if len(sets) * len(net.ids) <= _FEW * reach:
        was_in = grounded.labels[part] == Label.IN
        for each in sets:
            if (label(_changed(net, each)).labels[part] == Label.IN) is not was_in:
                yield each
        return
    for block, flips in _tried(net, grounded, [part], map(tuple, sets)):
        yield from map(frozenset, chosen(block, flips[part]))


def _flips_of(
    found: Iterable[frozenset[int]],
    alike: Mapping[int, Sequence[int]],
    searched: int | None,
) -> Flips:
    by_first = {each[0]: tuple(each) for each in alike.values()}
    sets = sorted((len(each), sorted(each)) for each in found)
    return Flips(
        tuple(tuple(by_first[each] for each in changed) for _, changed in sets),
        searched,
    )


def _changed(net: Network, changes: Collection[int]) -> Network:
    """Return the network after changes."""
    presumptions = list(net.presumptions)
    parts = {*changes, *(each for each, about in net.made.items() if about in changes)}
    for each in parts:
        if each < net.claims:
            presumptions[each] = 0.0
    answered = {each for each in parts if each >= net.claims}
    return attrs.evolve(
        net, presumptions=presumptions, excluded=net.excluded | answered
    )


def _behind(causes: Causes, part: int, *, is_explained: bool) -> Iterator[int]:
    """Yield the changes of which at least one is needed to alter a verdict.

    They are among its causes, and their causes; where a verdict has none, because
    nothing is decided or it goes in a circle, among all that it may follow from. A
    circle of what is made is not among the causes, so then those of no verdict are.
    """
    net, labels = causes.net, causes.labelling.labels
    is_explained = is_explained and net.made.keys().isdisjoint(
        causes.labelling.circular
    )

    def follows_from(each: int) -> Iterable[int]:
        is_open = labels[each] == Label.UNDECIDED or each in causes.labelling.circular
        if is_explained and not is_open:
            return causes.of(each)
        return judged_by(net, each)

    behind = (
        net.made.get(each, each)
        for each in reached([part], follows_from)
        if labels[each] != Label.OUT
    )
    yield from _changes(net, dict.fromkeys(behind))


def _alike(
    net: Network, needed: set[int], part: int, changes: Iterable[int]
) -> dict[int, list[int]]:
    """Return changes by the step that they make fail, if that is all that they do.

    Then it makes no difference which of them is made. Where strict steps transpose a
    claim does more than its own steps say.
    """
    used_by = net.uses(needed.intersection(net.steps))

    def only_use(claim: int) -> int | None:
        """Return the step that a claim is there for, if that is all."""
        uses = used_by.get(claim, [])
        is_alone = len(uses) == 1 and claim not in net.rivals and claim != part
        return uses[0] if is_alone else None

    def next_step(step: int) -> int | None:
        """Return the step that fails with another, if that is all that this does."""
        end = net.ends[step]
        if step >= net.counterpoints or step in used_by or step == part or end < 0:
            return None
        is_needed = net.reasons[end] == [step] and not net.presumptions[end]
        return only_use(end) if is_needed else None

    def failing(change: int) -> int:
        step: int | None = change
        if change < net.claims:
            step = None if net.reasons[change] else only_use(change)
        last, seen = change, set[int]()
        while step is not None and step not in seen:
            seen.add(step)
            last, step = step, next_step(step)
        return last

    found: dict[int, list[int]] = {}
    for each in changes:
        found.setdefault(failing(each), []).append(each)
    return found


def premises_to_give_up(
    net: Network, grounded: Labelling, claim: int, strict: frozenset[int]
) -> list[int]:
    """Return the claims from which a claim strictly follows, and with which it falls.

    Of those on the way, only such count as have something else that speaks for them.
    """
    given, labels = net.as_given, grounded.labels
    if labels[claim] != Label.IN:
        return []

    def holding(part: int) -> list[int]:
        return [each for each in given.reasons[part] if labels[each] == Label.IN]

    def follows_from(part: int) -> Iterator[int]:
        steps = strict.intersection(holding(part)) if part < net.claims else ()
        return (each for step in sorted(steps) for each in given.premises[step])

    found = [
        each
        for each in reached([claim], follows_from)
        if each < net.claims
        and each != claim
        and (given.presumptions[each] or not strict.issuperset(holding(each)))
    ]
    places = {each: 1 << at for at, each in enumerate(found)}
    excluded = places | {
        part: places[each] for part, each in net.made.items() if each in places
    }
    tried = Worlds(net, len(found), excluded=excluded)
    tried.judge([claim])
    return [each for each in found if not tried.sides[claim][0] & places[each]]


def _changes(net: Network, parts: Iterable[int]) -> list[int]:
    """Return the counterpoints among parts, and the claims that are granted."""
    given = net.as_given.presumptions
    return [
        part
        for part in parts
        if part not in net.made
        and (given[part] if 0 <= part < net.claims else part >= net.counterpoints)
    ]


def _tried(
    net: Network,
    grounded: Labelling,
    claims: Sequence[int],
    sets: Iterable[tuple[int, ...]],
) -> Iterator[tuple[list[tuple[int, ...]], dict[int, int]]]:
    """Yield sets of changes, and by claim the worlds where they flip it, in blocks."""
    for block in blocks(net, sets):
        worlds: dict[int, int] = {}
        for number, changes in enumerate(block):
            for each in changes:
                worlds[each] = worlds.get(each, 0) | 1 << number
        yield block, _flips(net, grounded, claims, len(block), worlds)


def _flips(
    net: Network,
    grounded: Labelling,
    claims: Sequence[int],
    count: int,
    excluded: Mapping[int, int],
) -> dict[int, int]:
    every = (1 << count) - 1
    granted = {
        part: every & ~worlds for part, worlds in excluded.items() if part < net.claims
    }
    answered = {part: worlds for part, worlds in excluded.items() if part >= net.claims}
    tried = Worlds(net, count, granted=granted, excluded=answered)
    tried.judge(claims)
    stands = {each: every * (grounded.labels[each] == Label.IN) for each in claims}
    return {each: tried.sides[each][0] ^ stands[each] for each in claims}
