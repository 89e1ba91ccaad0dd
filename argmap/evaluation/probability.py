"""The probability that a claim stands, given those of what is granted.

Each world grants every claim with the probability that is its `credence`, independent
of the others (the constellation approach: Li, Oren and Norman 2011; Hunter 2013). Where
the map decides nothing it may or may not stand: the answer is an interval. It is exact
where few claims are uncertain, so that all worlds can be looked at, else found in
worlds drawn at random.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from math import prod, sqrt
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from argmap.evaluation.network import Network

if TYPE_CHECKING:
    from random import Random

MOST_UNCERTAIN: Final = 20
"""Of how many uncertain claims all worlds are looked at."""
_PRECISION: Final = 32
_Z: Final = 1.959964
"""How many standard deviations on both sides hold 95 % of a normal distribution."""


@attrs.frozen
class Interval:
    """The share of worlds where a claim stands, and where it is not rejected.

    `samples` is the number of worlds that were drawn, None where all were looked at.

    >>> str(Interval(0.25, 0.5)), str(Interval(0.5, 0.5, samples=1000))
    ('0.25 … 0.50', '0.50 (0.47 … 0.53)')
    """

    low: float
    high: float
    samples: int | None = None

    @property
    def confidence(self) -> tuple[float, float]:
        """Between what the exact values lie, with a confidence of 95 % on each side.

        After Wilson (1927); `low` and `high` themselves where they are exact.
        """
        if self.samples is None:
            return self.low, self.high
        return _wilson(self.low, self.samples)[0], _wilson(self.high, self.samples)[1]

    def __str__(self) -> str:
        """Return all to two digits, one number where both are the same."""
        found = _between(self.low, self.high)
        if self.samples is None:
            return found
        low, high = self.confidence
        return f"{found} ({low:.2f} … {high:.2f})"


def _between(low: float, high: float) -> str:
    first, last = f"{low:.2f}", f"{high:.2f}"
    return first if first == last else f"{first} … {last}"


def _wilson(share: float, samples: int) -> tuple[float, float]:
    square = _Z * _Z / samples
    middle = share + square / 2
    margin = _Z * sqrt((share * (1 - share) + square / 4) / samples)
    low, high = (middle - margin) / (1 + square), (middle + margin) / (1 + square)
    return max(0.0, low), min(1.0, high)


def probabilities(
    net: Network, credences: Mapping[int, float], *, samples: int, seed: int
) -> dict[int, Interval]:
    """Return the interval of every claim.

    So many worlds are drawn if more than `MOST_UNCERTAIN` claims that are granted have
    a credence between 0 and 1; else all worlds are looked at.
    """
    if samples < 1:
        msg = f"samples must be at least 1, not {samples}"
        raise ValueError(msg)
    granted = {
        claim: credence
        for claim, credence in credences.items()
        if net.presumptions[claim]
    }
    uncertain = {
        claim: credence for claim, credence in granted.items() if 0 < credence < 1
    }
    from argmap.evaluation.worlds import Worlds, block_size  # noqa: PLC0415 - seldom

    drawn = samples if len(uncertain) > MOST_UNCERTAIN else None
    if drawn:
        blocks = _drawn_worlds(granted, samples, seed, block_size(net))
    else:
        refused = [claim for claim, credence in granted.items() if not credence]
        blocks = _all_worlds(uncertain, refused, block_size(net))
    low, high = [0.0] * net.claims, [0.0] * net.claims
    for count, grants, weight, share in blocks:
        worlds = Worlds(net, count, granted=grants)
        worlds.judge(range(net.claims))
        for claim in range(net.claims):
            is_in, is_open = worlds.sides[claim]
            low[claim] += weight * share(is_in)
            high[claim] += weight * share(is_open)
    whole = drawn or 1
    return {
        claim: Interval(low[claim] / whole, high[claim] / whole, drawn)
        for claim in range(net.claims)
    }


_Block: TypeAlias = tuple[int, Mapping[int, int], float, Callable[[int], float]]
"""How many worlds, where claims are granted in them, and what a set of them weighs.

That is a factor, the same for all of the block, times what the function returns.
"""


def _all_worlds(
    uncertain: Mapping[int, float], refused: Sequence[int], most: int
) -> Iterator[_Block]:
    # a world's number has a bit for each of the first claims, a block one for the rest
    size = min(len(uncertain), most.bit_length() - 1)
    claims, rest = [*uncertain][:size], [*uncertain][size:]
    share = _Share([uncertain[each] for each in claims])
    for choice in product((False, True), repeat=len(rest)):
        granted = dict(zip(claims, _bits(size), strict=True))
        granted |= dict.fromkeys(refused, 0)
        weights = []
        for claim, is_granted in zip(rest, choice, strict=True):
            granted[claim] = share.every if is_granted else 0
            weights.append(uncertain[claim] if is_granted else 1 - uncertain[claim])
        yield 1 << size, granted, prod(weights), share.of


def _bits(size: int) -> Iterator[int]:
    """Yield, for each bit of the numbers of worlds, the worlds where it is set."""
    for place in range(size):
        width = 2 << place
        found = (1 << width) - (1 << width // 2)
        while width < 1 << size:
            found |= found << width
            width *= 2
        yield found


class _Share:
    """How probable sets of worlds are that differ in what claims are granted.

    Sets that differ in few claims only are halved few times.

    >>> _Share([0.5, 0.25]).of(0b1000)
    0.125
    """

    def __init__(self, credences: Sequence[float]) -> None:
        self.every = (1 << (1 << len(credences))) - 1
        self._credences = credences
        self._known: dict[tuple[int, int], float] = {}

    def of(self, worlds: int) -> float:
        """Return the probability of a set."""
        return self._of(worlds, len(self._credences))

    def _of(self, worlds: int, claims: int) -> float:
        if not worlds:
            return 0.0
        if not claims:
            return 1.0
        if (claims, worlds) not in self._known:
            half = 1 << (claims - 1)
            granted, not_granted = worlds >> half, worlds & ((1 << half) - 1)
            found = self._of(granted, claims - 1)
            if granted != not_granted:
                credence = self._credences[claims - 1]
                other = self._of(not_granted, claims - 1)
                found = credence * found + (1 - credence) * other
            self._known[claims, worlds] = found
        return self._known[claims, worlds]


def _drawn_worlds(
    credences: Mapping[int, float], samples: int, seed: int, most: int
) -> Iterator[_Block]:
    from random import Random  # noqa: PLC0415 - seldom wanted, and slow to import

    random = Random(seed)  # noqa: S311 - the same draws again are what is wanted
    for start in range(0, samples, most):
        count = min(most, samples - start)
        granted = {
            claim: _drawn(random, count, credence)
            for claim, credence in credences.items()
        }
        yield count, granted, 1.0, int.bit_count


def _drawn(random: "Random", count: int, probability: float) -> int:
    """Return so many bits, each set with a probability to 32 binary digits."""
    digits = round(probability * (1 << _PRECISION))
    if digits == 1 << _PRECISION:
        return (1 << count) - 1
    bits = 0
    for place in range(_PRECISION):
        half = random.getrandbits(count)
        bits = bits | half if digits >> place & 1 else bits & half
    return bits
