"""Labels that change when one claim is left out, for every claim of a map at once."""

from collections.abc import Iterator, Sequence

from argmap.evaluation.grounded import Label, Labelling
from argmap.evaluation.network import Network
from argmap.evaluation.worlds import Worlds, block_size, ones


def labels_without(
    net: Network, grounded: Labelling, claims: Sequence[int]
) -> Iterator[dict[int, Label]]:
    """Yield for each of these claims which of them have another label without it.

    A claim is left out as by `without` of `evaluate`. Nothing may be made in the
    network for strict steps: what is made for them differs without a claim.
    """
    size = block_size(net)
    for start in range(0, len(claims), size):
        yield from _without_each(net, grounded, claims, claims[start : start + size])


def _without_each(
    net: Network, grounded: Labelling, claims: Sequence[int], block: Sequence[int]
) -> list[dict[int, Label]]:
    worlds = Worlds(
        net, len(block), excluded={each: 1 << n for n, each in enumerate(block)}
    )
    worlds.judge(claims)
    every = (1 << len(block)) - 1
    changed: list[dict[int, Label]] = [{} for _ in block]
    for claim in claims:
        is_in, is_open = worlds.sides[claim]
        for now, where in (
            (Label.IN, is_in),
            (Label.UNDECIDED, is_open & ~is_in),
            (Label.OUT, every & ~is_open),
        ):
            if now != grounded.labels[claim]:
                for number in ones(where):
                    changed[number][claim] = now
    return changed
