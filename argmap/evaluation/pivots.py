"""Pivots: single changes, and small sets of them, that flip a verdict.

A change is that a counterpoint is answered, or that a claim which was granted is so no
longer. What is rejected already makes no difference alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from math import comb
from typing import Final

from argmap.errors import LimitError
from argmap.evaluation.components import components, dependencies
from argmap.evaluation.grounded import Label, Labelling
from argmap.evaluation.network import Network
from argmap.evaluation.worlds import Worlds, block_size

MOST_WORLDS: Final = 5_000_000
"""How many sets of changes are tried at the most."""


def pivots(net: Network, grounded: Labelling) -> dict[int, list[int]]:
    """Return, by claim, the changes each of which alone flips whether it stands."""
    found: dict[int, list[int]] = {claim: [] for claim in range(net.claims)}
    claims = range(net.claims)
    parts = (part for part, label in enumerate(grounded.labels) if label != Label.OUT)
    changes = [(each,) for each in _changes(net, parts)]
    for block, flips in _tried(net, grounded, claims, changes):
        for claim, worlds in flips.items():
            found[claim] += [
                change for (change,) in _chosen(block, worlds) if change != claim
            ]
    return found


def smallest_changes(
    net: Network, grounded: Labelling, claim: int, at_most: int
) -> list[tuple[int, ...]]:
    """Return the sets of up to so many changes that flip whether a claim stands.

    None of them contains another. Raises LimitError where there are too many to try.
    """
    needed = {each for part in components([claim], dependencies(net)) for each in part}
    changes = _changes(net, sorted(needed - {claim}))
    found: list[tuple[int, ...]] = []
    for size in range(1, at_most + 1):
        if comb(len(changes), size) > MOST_WORLDS:
            msg = (
                f"{comb(len(changes), size)} sets of {size} would have to be tried, and"
                f" at most {MOST_WORLDS} are"
            )
            raise LimitError(msg)
        smaller = [set(each) for each in found]
        sets = (
            each
            for each in combinations(changes, size)
            if not any(one.issubset(each) for one in smaller)
        )
        for block, flips in _tried(net, grounded, [claim], sets):
            found += _chosen(block, flips[claim])
    return found


def _changes(net: Network, parts: Iterable[int]) -> list[int]:
    """Return the counterpoints among parts, and the claims that are granted."""
    return [
        part
        for part in parts
        if (net.presumptions[part] if part < net.claims else part >= net.counterpoints)
    ]


def _tried(
    net: Network,
    grounded: Labelling,
    claims: Sequence[int],
    sets: Iterable[tuple[int, ...]],
) -> Iterator[tuple[list[tuple[int, ...]], dict[int, int]]]:
    """Yield sets of changes, and by claim the worlds where they flip it, in blocks."""
    waiting = iter(sets)
    while block := list(islice(waiting, block_size(net))):
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


def _chosen(block: Sequence[tuple[int, ...]], worlds: int) -> Iterator[tuple[int, ...]]:
    """Yield the sets of the worlds whose bit is set."""
    digits = f"{worlds:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield block[place]
        place = digits.find("1", place + 1)
