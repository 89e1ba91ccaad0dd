"""Nodes and edges inside nodes, however deep."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet

from argmap.formats.declared.keys import (
    INNER_TEXTS,
    at,
    is_child,
    is_object,
    is_word,
    key_called,
    may_be_edges,
)
from argmap.formats.declared.lists import Lists, is_around
from argmap.formats.declared.paths import (
    MOST_LISTS,
    Steps,
    keys_in,
    sample,
    written,
)
from argmap.formats.declared.references import target_keys
from argmap.formats.located import Node


def tree_of(
    items: Iterable[Node], taken: AbstractSet[Steps]
) -> Mapping[str, Sequence[Node]]:
    """Return the paths to what may be nodes in nodes, and the objects there.

    Nothing is looked for under keys that are `taken`.

    >>> from argmap.formats.declared.notations import parsed
    >>> from argmap.formats.located import Findings
    >>> root = parsed('{"claim": "A.", "pros": [{"claim": "B."}]}', Findings())
    >>> [*tree_of([root], set())]
    ['pros[*]']
    """
    tree: dict[str, list[Node]] = {}
    waiting, count = [*items], 0
    while waiting and count < MOST_LISTS:
        for path, objects in _children_of(waiting.pop(), {*taken}):
            tree.setdefault(path, []).extend(objects)
            waiting += objects
            count += len(objects)
    return tree


def _children_of(item: Node, taken: set[Steps]) -> Iterator[tuple[str, Sequence[Node]]]:
    for key, each in keys_in(item):
        if not is_child(key) or key[:1] in taken:
            continue
        if isinstance(each.items, list) and each.items:
            taken.add(key[:1] if len(key) == 1 else ())
            yield written((*key, None)), [*filter(is_object, sample(each.items))]
        elif is_object(each) and key_called([each], INNER_TEXTS, is_word):
            taken.add(key[:1])
            yield written(key), [each]


def inner_edges(
    lists: Lists, nodes: Iterable[Steps], texts: Sequence[str], ids: AbstractSet[str]
) -> tuple[str, Mapping[Steps, Sequence[Node]]]:
    """Return what edges inside nodes call what they lead to, and their lists.

    The path to a list is that from the outermost nodes, wherever it stands in these.
    What has a text as nodes have is none.
    """
    found: dict[str, dict[Steps, list[Node]]] = {}
    for path, items in lists.items():
        node = next((each for each in nodes if is_around(each, path)), None)
        if node is None or not _may_be_inner_edges(path[len(node) :]):
            continue
        target = next(target_keys(items, ids), "")
        others = [each for each in texts if each != target]
        if target and not any(has_text(each, others) for each in items):
            short = (*node, *path[-2:])
            found.setdefault(target, {}).setdefault(short, []).extend(items)
    return next(iter(found.items()), ("", {}))


def _may_be_inner_edges(path: Steps) -> bool:
    """Return whether a path in a node may lead to edges in it, or in an inner node."""
    is_list = path[-1] is None and len(path) > 1 and may_be_edges(path)
    return is_list and all(key is None or is_child((key,)) for key in path[:-2])


def has_text(item: Node, texts: Iterable[str]) -> bool:
    """Return whether something has one of the texts of nodes."""
    return any([*at(item, each)] for each in texts)
