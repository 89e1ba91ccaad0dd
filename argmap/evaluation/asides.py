"""Labels that change if a part is set aside: each part in turn."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from argmap.evaluation.grounded import Label
from argmap.evaluation.network import Network
from argmap.evaluation.worlds import Worlds, block_size, chosen


def without_each(
    net: Network, labels: Sequence[int], parts: Iterable[int]
) -> Iterator[tuple[int, int, Label]]:
    """Yield a part that is set aside, one that changes by that, and its label then.

    Each of these parts is set aside alone, and all are among them. Nothing in the
    network may be made for strict steps.
    """
    parts = list(parts)
    waiting = iter(parts)
    while block := list(islice(waiting, block_size(net))):
        places = {part: 1 << number for number, part in enumerate(block)}
        worlds = Worlds(net, len(block), excluded=places)
        worlds.judge(parts)
        every = (1 << len(block)) - 1
        for part in parts:
            is_in, is_open = worlds.sides[part]
            others = every & ~places.get(part, 0)
            for label, where in (
                (Label.IN, is_in),
                (Label.UNDECIDED, is_open & ~is_in),
                (Label.OUT, ~is_open),
            ):
                if label != labels[part]:
                    for each in chosen(block, where & others):
                        yield each, part, label
