"""Paths into JSON and tables: the few steps of JSONPath that lead to nodes and edges.

`a.b` is what stands under b in a, `a[*]` each item of a list, `a.*` each value of an
object, `a[0]` the first item, `a["b.c"]` what stands under any key. A `$` before the
first step is the whole, and may be left out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias

from argmap.formats.located import Items, Node

Step: TypeAlias = str | int | None
"""A key, an index, or None for each of what is inside."""
Steps: TypeAlias = tuple[Step, ...]
Place: TypeAlias = tuple[str | int, ...]
"""The keys and indexes at those steps of a path that lead to each of several."""

MOST_ITEMS: Final = 50
MOST_LISTS: Final = 500
"""How much of a large file is looked at to find out what stands where."""
_STEP: Final = re.compile(
    r"(?P<each>\[\*\]|\.?\*(?![^.\[]))|\[(?P<index>\d{1,9})\]"
    r'|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]|\.?(?P<key>[^.\[\]*]+)'
)


def steps_of(path: str) -> Steps:
    """Return the steps of a path; raises ValueError.

    >>> steps_of("$.elements.nodes[*].data"), steps_of('$["a.b"][0].*')
    (('elements', 'nodes', None, 'data'), ('a.b', 0, None))
    """
    text = path.strip().removeprefix("$")
    steps: list[Step] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            msg = f"{path!r} is no path such as 'nodes[*]' or 'data.id', from {at}"
            raise ValueError(msg)
        steps.append(_step(match))
        at = match.end()
    return tuple(steps)


def _step(match: re.Match[str]) -> Step:
    if match["each"]:
        return None
    if match["index"]:
        return int(match["index"])
    return match["key"] or str(json.loads(match["quoted"], strict=False))


def written(steps: Steps) -> str:
    """Return steps as a path.

    >>> written(("elements", None, "a.b")), written(())
    ('elements[*]["a.b"]', '$')
    """
    path = ""
    for each in steps:
        if each is None:
            path += "[*]"
        elif isinstance(each, int):
            path += f"[{each}]"
        else:
            is_plain = each.strip() and not set(each) & set('.[]*"$')
            quoted = json.dumps(each, ensure_ascii=False)
            path += f".{each}" if is_plain else f"[{quoted}]"
    return path.removeprefix(".") or "$"


def found(node: Node, steps: Steps, place: Place = ()) -> Iterator[tuple[Place, Node]]:
    """Yield what a path leads to, and the place of each."""
    if not steps:
        yield place, node
        return
    step, *others = steps
    inside = node.items
    if step is None:
        pairs = inside.items() if isinstance(inside, dict) else enumerate(inside or ())
        for name, each in pairs:
            yield from found(each, tuple(others), (*place, name))
    elif (inner := _inside(inside, step)) is not None:
        yield from found(inner, tuple(others), place)


def _inside(items: Items, step: str | int) -> Node | None:
    if isinstance(items, dict) and isinstance(step, str):
        return items.get(step)
    if isinstance(items, list) and isinstance(step, int) and step < len(items):
        return items[step]
    return None


def each_found(node: Node, steps: Steps) -> Iterator[tuple[Place, Node]]:
    """Yield what a path leads to; where that is a list, each of its items."""
    for place, each in found(node, steps):
        if isinstance(each.items, list):
            for index, item in enumerate(each.items):
                yield (*place, index), item
        else:
            yield place, each


def lists_in(root: Node) -> Mapping[Steps, Sequence[Node]]:
    """Return all lists of objects, or objects of such, and single objects too."""
    lists: dict[Steps, list[Node]] = {}
    waiting: list[tuple[Steps, Node]] = [((), root)]
    while waiting and len(lists) < MOST_LISTS:
        steps, node = waiting.pop()
        if isinstance(node.items, dict):
            lists.setdefault(steps, []).append(node)
            waiting += [((*steps, key), each) for key, each in node.items.items()]
            if len(node.items) > 1 and all(
                isinstance(each.items, dict) for each in node.items.values()
            ):
                lists.setdefault((*steps, None), []).extend(node.items.values())
        elif node.items:
            waiting += [((*steps, None), each) for each in sample(node.items)]
    return lists


def sample(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the first nodes, and later ones in which a key has its first value."""
    return islice(_with_new_keys(nodes), MOST_LISTS)


def _with_new_keys(nodes: Iterable[Node]) -> Iterator[Node]:
    seen: set[Steps] = set()
    for number, each in enumerate(nodes):
        keys = {key for key, node in keys_in(each) if node.items or is_value(node)}
        if number < MOST_ITEMS or not keys <= seen:
            seen |= keys
            yield each


def keys_in(item: Node) -> Iterator[tuple[Steps, Node]]:
    """Yield the paths to what stands in a node or edge, two keys deep at most."""
    for key, each in object_of(item).items():
        yield (key,), each
        yield from (((key, name), inner) for name, inner in object_of(each).items())


def object_of(node: Node) -> Mapping[str, Node]:
    """Return what is inside an object, nothing for what is none."""
    return node.items if isinstance(node.items, dict) else {}


def is_value(node: Node) -> bool:
    """Return whether something stands here, and not null or an empty text."""
    return node.items is None and node.value is not None and node.value != ""
