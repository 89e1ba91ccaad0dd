"""Maps of a given shape and size."""

from itertools import pairwise

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Section


def claims(count: int) -> list[Claim]:
    """Return claims `c0`, `c1`, … of a usual length."""
    return [
        Claim(f"c{index}", f"Claim {index} says as much as a claim in an article does.")
        for index in range(count)
    ]


def tree(count: int) -> ArgumentMap:
    """Return a map in which every claim has three reasons."""
    nodes = claims(count)
    return ArgumentMap(
        nodes,
        [
            Inference([nodes[index]], conclusion=nodes[(index - 1) // 3])
            for index in range(1, count)
        ],
    )


def chain(count: int) -> ArgumentMap:
    """Return a map in which every claim has one reason, the one before it."""
    nodes = claims(count)
    return ArgumentMap(
        nodes,
        [
            Inference([premise], conclusion=conclusion)
            for premise, conclusion in pairwise(nodes)
        ],
    )


def clique(count: int) -> ArgumentMap:
    """Return a map in which every claim speaks for all that come after it."""
    nodes = claims(count)
    return ArgumentMap(
        nodes,
        [
            Inference([premise], conclusion=conclusion)
            for index, premise in enumerate(nodes)
            for conclusion in nodes[index + 1 :]
        ],
    )


def nested(count: int) -> ArgumentMap:
    """Return a map with one claim in every section and every section in another."""
    return ArgumentMap(
        claims(count),
        sections=[
            Section(
                f"s{index}",
                f"Section {index}",
                members=[f"c{index}"],
                parent=f"s{index - 1}" if index else None,
            )
            for index in range(count)
        ],
    )


def replies(count: int, *, in_circle: bool = False) -> ArgumentMap:
    """Return a map of counterpoints each against the one before, or the first."""
    first = f"k{count - 1}" if in_circle else "c0"
    return ArgumentMap(
        claims(2),
        counterpoints=[
            Counterpoint(
                ["c1"], target=f"k{index - 1}" if index else first, id=f"k{index}"
            )
            for index in range(count)
        ],
    )
