"""Lists of nodes and of edges, by what they are called and what their items have."""

import shlex
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final, TypeAlias

from argmap.formats.declared.keys import (
    EDGE_LISTS,
    IDS,
    LISTS,
    NAMES,
    TEXTS,
    all_keys,
    is_child,
    is_named,
    is_object,
    is_scalar,
    is_word,
    key_called,
    offsets_in,
    pair_in,
    without_ends,
)
from argmap.formats.declared.paths import Steps, object_of, written
from argmap.formats.declared.words import CHILDREN, folded
from argmap.formats.located import Node

Lists: TypeAlias = Mapping[Steps, Sequence[Node]]

_MOST_SHOWN: Final = 5
_CLAIM_LISTS: Final = "nodes claims arguments propositions statements theses vertices"
"""What claims are called even if they are no more than texts or names."""


class GuessError(Exception):
    """Nothing, or more than one thing, is where something must be declared.

    `help` says what to type.
    """

    def __init__(self, message: str, help_: str) -> None:
        """Take what is wrong, and what to type."""
        super().__init__(message)
        self.help = help_


def is_bare(root: Node) -> bool:
    """Return whether there are lists of nodes or edges, and nothing in any of them."""
    names = {folded(key) for key in object_of(root)}
    known = {*LISTS.split(), *EDGE_LISTS.split()}
    inside = root.items.values() if isinstance(root.items, dict) else root.items or ()
    is_empty = not any(each.items for each in inside if each.items is not None)
    if isinstance(root.items, dict):
        return is_empty and not known.isdisjoint(names)
    return is_empty and all(each.items is not None for each in inside)


def lists_of_edges(lists: Lists) -> Iterator[Steps]:
    """Yield the paths to lists whose items have two ends."""
    yield from (path for path, items in lists.items() if pair_in(items))


def lists_of_nodes(
    lists: Lists, taken: Sequence[Steps], edges: Container[Steps]
) -> Sequence[Steps]:
    """Return the lists of nodes, best those beside the lists of edges, all `taken`.

    Raises GuessError where there are several, and where there is nothing at all.
    """
    others = [
        path
        for path in lists
        if path not in edges
        and not any(is_around(path, x) or is_around(x, path) for x in taken)
    ]
    found = [each for each in others if _may_be_nodes(each, lists[each])]
    if taken:
        around = {path[:-2] for path in taken}
        beside = [each for each in found if each[:-2] in around and each[-1] is None]
        mixed = [each for each in taken if _is_mixed(lists.get(each, ()))]
        found = beside or mixed or found
        found = found or [each for each in others if _are_named(each, lists)]
    else:
        found = [each for each in found if not is_child(each)]
    found = [each for each in found if each[-1:] == (None,)] or found
    found = [each for each in found if is_named(each, LISTS)] or found
    found = [x for x in found if not any(is_around(x, each) for each in found)]
    if len({key_called(lists[each], TEXTS, is_word) for each in found}) > 1:
        raise _several(found)
    found = found or [*dict.fromkeys(_texts_in(lists, taken))]
    if not (found or taken):
        raise _nothing_found(lists)
    return found


def is_around(path: Steps, other: Steps) -> bool:
    """Return whether one path leads to what is around that of the other."""
    return path != other and other[: len(path)] == path


def _may_be_nodes(path: Steps, items: Sequence[Node]) -> bool:
    has_text = key_called(items, TEXTS, is_word) or offsets_in(items)
    has_id = is_named(path, LISTS) and key_called(items, IDS, is_scalar)
    has_name = key_called(items, NAMES, is_word)
    is_tree = has_name and key_called(items, CHILDREN, is_object)
    return bool(has_text or has_id or is_tree)


def _are_named(path: Steps, lists: Lists) -> bool:
    """Return whether these are called nodes, and have a name or stand under their ids.

    That is enough where there are edges.
    """
    is_keyed = path[-1:] == (None,) and path[:-1] in lists
    has_name = key_called(lists[path], NAMES, is_word)
    return is_named(path, _CLAIM_LISTS) and bool(is_keyed or has_name)


def _texts_in(lists: Lists, taken: Sequence[Steps]) -> Iterator[Steps]:
    """Yield the paths to lists of texts that are called as claims are.

    Beside edges there may be single words, and an object of texts, under their ids.
    """
    for outer, items in lists.items():
        if any(outer[: len(each)] == each for each in taken):
            continue
        for key, node in chain.from_iterable(object_of(x).items() for x in items):
            inside = node.items if isinstance(node.items, list) else []
            texts = [*object_of(node).values()] or inside if taken else inside
            has_texts = bool(texts) and all(map(is_word, texts))
            is_said = taken or any(" " in str(each.value) for each in texts)
            if has_texts and is_said and is_named((key,), _CLAIM_LISTS):
                yield (*outer, key, None)


def _is_mixed(items: Sequence[Node]) -> bool:
    """Return whether some in a list of edges are none, and so are nodes."""
    pair = pair_in(items)
    others = without_ends(items, pair) if pair else []
    has_text = key_called(others, TEXTS, is_word)
    return bool(has_text or key_called(others, IDS, is_scalar))


def _several(found: Iterable[Steps]) -> GuessError:
    lists = [*map(written, islice(found, _MOST_SHOWN))]
    shown = ", ".join(f"'{each}'" for each in lists)
    message = f"several lists may be the nodes: {shown}"
    options = " ".join(f"--nodes {shlex.quote(each)}" for each in lists)
    return GuessError(message, f"type {options}, or those that are")


def _nothing_found(lists: Lists) -> GuessError:
    keys = {
        path: [*all_keys(items)] for path, items in islice(lists.items(), _MOST_SHOWN)
    }
    there = [
        f"'{written(path)}' with {', '.join(map(written, islice(found, 6)))}"
        for path, found in keys.items()
        if found
    ]
    message = "nothing has the usual names of nodes or edges"
    if not there:
        return GuessError(message, "say where they are: --nodes PATH, --edges PATH")
    path = max(keys, key=lambda each: (each[-1:] == (None,), len(keys[each])))
    where = written(path)
    nodes = f"for nodes type --nodes {shlex.quote(where)} --node-text KEY"
    edges = f"for edges {edges_typed(where)}{one_of(keys[path])}"
    return GuessError(f"{message}; there is {'; '.join(there)}", f"{nodes}, {edges}")


def one_of(keys: Iterable[Steps]) -> str:
    """Return what the KEY of a help can be."""
    return f", where each KEY is one of {', '.join(map(written, islice(keys, 8)))}"


def edges_typed(path: str, source: str = "KEY", target: str = "KEY") -> str:
    """Return the options that say where edges are, and their two ends."""
    ends = f"--edge-source {shlex.quote(source)} --edge-target {shlex.quote(target)}"
    return f"--edges {shlex.quote(path)} {ends}"
