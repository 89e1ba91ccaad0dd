"""Labels that change if a part is set aside: each part in turn, or any of them."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.evaluation.circles import circles
from argmap.evaluation.components import components, dependencies, is_cycle
from argmap.evaluation.grounded import Label
from argmap.evaluation.network import Network
from argmap.evaluation.worlds import Worlds, blocks, chosen


def as_data(net: Network) -> dict[str, object]:
    """Return all that labels follow from, as data for whoever works them out elsewhere.

    The order is one in which parts can be judged; those in a list depend on each other.

    >>> net = Network.of(["rose", "fell", "objection"], claims=2, inferences=0)
    >>> net.counter(2, (1,), target=0)
    >>> data = as_data(net)
    >>> data["con"], data["order"]
    ([[2], [], []], [1, 2, 0])
    """
    needs = dependencies(net)
    return {
        "claims": net.claims,
        "pro": [*map(list, net.reasons), *map(list, net.premises[net.claims :])],
        "con": [*map(list, net.attackers)],
        "weights": [*net.presumptions, *net.strengths[net.claims :]],
        "standards": [each.value for each in net.standards],
        "rivals": [*map(list, net.contradictions.values())],
        "circles": [[claim, sorted(each)] for claim, each in circles(net).items()],
        "excluded": sorted(net.excluded),
        "order": [
            list(each) if is_cycle(each, needs) else each[0]
            for each in components(range(len(net.ids)), needs)
        ],
    }


def without_each(
    net: Network, labels: Sequence[int], parts: Iterable[int]
) -> Iterator[tuple[int, int, Label]]:
    """Yield a part that is set aside, one that changes by that, and its label then.

    Each of these parts is set aside alone, and all are among them. Nothing in the
    network may be made for strict steps.
    """
    parts = list(parts)
    for block in blocks(net, parts):
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
