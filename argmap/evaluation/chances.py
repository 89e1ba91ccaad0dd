"""How probable it is that a claim stands, given how probable what is granted is.

Each world grants every claim with the probability that is its `credence`, independent
of the others (the constellation approach: Li, Oren and Norman 2011; Hunter 2013). Where
the map decides nothing it may or may not stand: the answer is an interval.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from argmap.evaluation.network import Network

if TYPE_CHECKING:
    from random import Random

_PRECISION = 32


@attrs.frozen
class Interval:
    """The share of worlds where a claim stands, and where it is not rejected.

    >>> str(Interval(0.25, 0.5))
    '0.25 … 0.50'
    """

    low: float
    high: float

    def __str__(self) -> str:
        """Return both to two digits, or one where they are the same."""
        low, high = f"{self.low:.2f}", f"{self.high:.2f}"
        return low if low == high else f"{low} … {high}"


def chances(
    net: Network, credences: Mapping[int, float], *, samples: int, seed: int
) -> dict[int, Interval]:
    """Return, by claim, the interval found in so many worlds drawn by chance."""
    if samples < 1:
        msg = f"samples must be at least 1, not {samples}"
        raise ValueError(msg)
    from random import Random  # noqa: PLC0415 - seldom wanted, and slow to import

    from argmap.evaluation.worlds import Worlds, block_size  # noqa: PLC0415 - likewise

    random = Random(seed)  # noqa: S311 - the same draws again are what is wanted
    low, high = [0] * net.claims, [0] * net.claims
    block = block_size(net)
    for start in range(0, samples, block):
        count = min(block, samples - start)
        granted = {
            claim: _drawn(random, count, credence)
            for claim, credence in credences.items()
            if net.presumptions[claim]
        }
        worlds = Worlds(net, count, granted=granted)
        worlds.judge(range(net.claims))
        for claim in range(net.claims):
            low[claim] += worlds.is_in[claim].bit_count()
            high[claim] += worlds.is_open[claim].bit_count()
    return {
        claim: Interval(low[claim] / samples, high[claim] / samples)
        for claim in range(net.claims)
    }


def _drawn(random: "Random", count: int, probability: float) -> int:
    """Return so many bits, each set with a probability that is kept to 32 digits."""
    digits = round(probability * (1 << _PRECISION))
    if digits == 1 << _PRECISION:
        return (1 << count) - 1
    bits = 0
    for place in range(_PRECISION):
        half = random.getrandbits(count)
        bits = bits | half if digits >> place & 1 else bits & half
    return bits
