"""In which order parts can be judged: what a part depends on comes before it.

Parts that depend on each other come together, as one component (Tarjan 1972).
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from argmap.evaluation.network import Network

Part = TypeVar("Part", bound=Hashable)
Needs: TypeAlias = Callable[[int], Sequence[int]]
"""What leads from a part to the parts that its label depends on."""


def dependencies(net: Network, labels: Sequence[int] | None = None) -> Needs:
    """Return the needs of all parts; with labels, of those that are undecided.

    Each claim of a contradiction leads to the next and so to all, by as many ways as
    there are claims: that gives their order, not what a label follows from.
    """
    rivals: dict[int, list[int]] = {}
    for claims in net.contradictions.values():
        ring = [each for each in claims if labels is None or not labels[each]]
        if len(ring) < 2:  # noqa: PLR2004 - nobody to contradict
            continue
        for claim, other in zip(ring, ring[1:] + ring[:1], strict=True):
            rivals.setdefault(claim, []).append(other)

    def needs(part: int) -> Sequence[int]:
        before = net.reasons[part] if part < net.claims else net.premises[part]
        all_ = [*before, *net.attackers[part], *rivals.get(part, ())]
        return all_ if labels is None else [each for each in all_ if not labels[each]]

    return needs


def supports(net: Network) -> Needs:
    """Return what leads from a part to what speaks for it."""
    return lambda part: net.reasons[part] if part < net.claims else net.premises[part]


def components(
    parts: Iterable[Part], needs: Callable[[Part], Sequence[Part]]
) -> Iterator[list[Part]]:
    """Yield the parts and all that they depend on, component by component.

    >>> needs = {0: [1], 1: [2, 3], 2: [1], 3: []}
    >>> list(components([0], needs.__getitem__))
    [[3], [2, 1], [0]]
    """
    place: dict[Part, int] = {}
    lowest: dict[Part, int] = {}
    open_: list[Part] = []
    path: list[tuple[Part, Iterator[Part]]] = []

    def enter(part: Part) -> None:
        place[part] = lowest[part] = len(place)
        open_.append(part)
        path.append((part, iter(needs(part))))

    for root in parts:
        if root not in place:
            enter(root)
        while path:
            part, rest = path[-1]
            for each in rest:
                if each not in place:
                    enter(each)
                    break
                if each in lowest:
                    lowest[part] = min(lowest[part], place[each])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[part])
                if lowest[part] == place[part]:
                    yield _closed(open_, lowest, part)


def _closed(open_: list[Part], lowest: dict[Part, int], part: Part) -> list[Part]:
    """Take the component that ends with a part off the open ones."""
    component: list[Part] = []
    while not component or component[-1] != part:
        component.append(open_.pop())
        del lowest[component[-1]]
    return component


def shortest_loop(part: Part, needs: Callable[[Part], Sequence[Part]]) -> list[Part]:
    """Return the shortest way from a part back to it, begun with it; empty if none is.

    >>> needs = {0: [1, 2], 1: [0], 2: [3], 3: [0]}
    >>> shortest_loop(2, needs.__getitem__)
    [2, 3, 0]
    """
    came_from: dict[Part, Part] = {}
    waiting = deque([part])
    while waiting and part not in came_from:
        at = waiting.popleft()
        for each in needs(at):
            if each not in came_from:
                came_from[each] = at
                waiting.append(each)
    loop = [came_from[part]] if part in came_from else []
    while loop and loop[-1] != part:
        loop.append(came_from[loop[-1]])
    return loop[::-1]


def is_cycle(component: Sequence[int], needs: Needs) -> bool:
    """Return whether the parts of a component depend on themselves."""
    return len(component) > 1 or component[0] in needs(component[0])
