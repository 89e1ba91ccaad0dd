"""Connections between parts: what an argument puts forward, and ways through a map.

Premises lead up to a step, and a step to its end. A reconstructed argument is no stop
on the way: as a premise it is what its last step concludes, as an end that last step.
"""

import sys
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from argmap.model.parts import Argument, Inference, Part, Step

_Node = TypeVar("_Node", bound=Hashable)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
Neighbours: TypeAlias = Callable[[str], Sequence[str]]
"""What leads from the id of a part to those of the parts one move away."""


def grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, tuple[_Value, ...]]:
    """Return the values of each key, in their order."""
    groups: dict[_Key, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in groups.items()}


def put_forward(
    arguments: Iterable["Argument"],
    inferences: Iterable["Inference"],
    propositions: Container[str],
) -> dict[str, str]:
    """Return, by id, what reconstructed arguments put forward.

    That is the conclusion of the last step, or what an argument puts forward that is
    the conclusion; the step itself where that speaks of a step, and where arguments
    conclude to each other in a circle.
    """
    steps = {each.id: each.steps[-1] for each in arguments if each.steps}
    if not steps:
        return {}
    conclusions = {
        each.id: each.conclusion if each.conclusion in propositions else each.id
        for each in inferences
    }
    found: dict[str, str] = {}
    for name in steps:
        path: dict[str, int] = {}
        end = name
        while end in steps and end not in found and end not in path:
            path[end] = len(path)
            end = conclusions[steps[end]]
        if end in path:
            in_circle = list(path)[path[end] :]
            found.update((each, steps[each]) for each in in_circle)
        end = found.get(end, end)
        found.update((each, end) for each in path if each not in found)
    return found


def moves(
    steps: Iterable["Step"],
    as_premise: Callable[[str], "Part"],
    as_end: Callable[[str], "Part"],
) -> Iterable[tuple[str, str]]:
    """Return the moves on the way from premises to ends as pairs of ids, each once."""
    found: dict[tuple[str, str], None] = {}
    for step in steps:
        for each in step.premises:
            found[as_premise(each.claim).id, step.id] = None
        found[step.id, as_end(step.end).id] = None
    return found


def reached(
    starts: Iterable[_Node],
    neighbours: Callable[[_Node], Iterable[_Node]],
    *,
    enough: int = sys.maxsize,
) -> list[_Node]:
    """Return what can be reached from these, them included, the nearest first.

    It goes no further once more than `enough` are found.

    >>> neighbours = {"a": "bc", "b": "a", "c": "d", "d": ""}.__getitem__
    >>> reached("a", neighbours)
    ['a', 'b', 'c', 'd']
    >>> reached("a", neighbours, enough=1)
    ['a', 'b', 'c']
    """
    found = dict.fromkeys(starts)
    waiting = list(found)
    for each in waiting:  # grows on the way
        if len(waiting) > enough:
            break
        new = [one for one in dict.fromkeys(neighbours(each)) if one not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return waiting


def simple_paths(
    start: str, end: str, neighbours: Neighbours
) -> Iterator[tuple[str, ...]]:
    """Yield the paths from one part to another that visit no part twice.

    After Johnson (1975): what only led to dead ends is blocked until a part that it
    needs is free again, so that the work for each path is linear in the neighbours.

    >>> list(simple_paths("a", "c", {"a": ["b", "c"], "b": ["a", "c"]}.__getitem__))
    [('a', 'b', 'c'), ('a', 'c')]
    """
    if start == end:
        yield (start,)
        return
    blocked = {start}
    blocks: dict[str, set[str]] = {}
    path, rests = [start], [iter(neighbours(start))]
    arrived = [False]
    while path:
        for each in rests[-1]:
            if each == end:
                yield (*path, end)
                arrived[-1] = True
            elif each not in blocked:
                path.append(each)
                rests.append(iter(neighbours(each)))
                arrived.append(False)
                blocked.add(each)
                break
        else:
            part = path.pop()
            rests.pop()
            if arrived.pop():
                arrived[-1:] = [True] * len(arrived[-1:])
                _unblock(part, blocked, blocks)
            else:
                for each in neighbours(part):
                    blocks.setdefault(each, set()).add(part)


def _unblock(part: str, blocked: set[str], blocks: dict[str, set[str]]) -> None:
    waiting = [part]
    while waiting:
        each = waiting.pop()
        if each in blocked:
            blocked.remove(each)
            waiting += blocks.pop(each, ())
