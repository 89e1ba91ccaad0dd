"""Keys under which nodes and edges name other nodes, by the ids that these have."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from typing import Final

from argmap.formats.declared.keys import (
    IDS,
    NAMES,
    TARGETS,
    all_keys,
    at,
    is_called,
    is_named,
)
from argmap.formats.declared.paths import Steps, is_value, keys_in, object_of, written
from argmap.formats.declared.values import id_in, ids_in
from argmap.formats.declared.words import is_inner, usual
from argmap.formats.located import Node

_DIGITS: Final = re.compile(r"\d+")
_LETTERS_AND_DIGITS: Final = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])\S+")
_FRACTION: Final = re.compile(r"\d*\.\d*[1-9]\d*")


def naming_keys(items: Sequence[Node], ids: AbstractSet[str]) -> Iterator[str]:
    """Yield the keys under which nodes name others and say what for.

    Beside such a key another one may have no id that is right: what looks like one is.
    """
    keys = [
        written(key)
        for key in all_keys(items)
        if usual([str(key[-1])]) or is_inner(str(key[-1]))
    ]
    right = [key for key in keys if refer(items, key, ids)]
    yield from (key for key in keys if key in right or refer(items, key, ids, right))


def target_keys(items: Sequence[Node], ids: AbstractSet[str]) -> Iterator[str]:
    """Yield the keys under which edges, or nodes, name what they lead to."""
    for name in TARGETS:
        for key in all_keys(items):
            if is_called(key, name) and refer(items, written(key), ids):
                yield written(key)


def refer(
    items: Iterable[Node],
    path: str,
    ids: AbstractSet[str],
    beside: Sequence[str] = (),
) -> bool:
    """Return whether what stands here is ids of nodes, though not each is right.

    One that is right is enough, and one that looks as the ids do if these have letters
    and digits, or stand `beside` it under other keys. A fraction is none.
    """
    words = [*_words(items, path)]
    if any(_FRACTION.fullmatch(each) for each in words):
        return False
    shapes = {
        _shape(each) for each in ids if beside or _LETTERS_AND_DIGITS.fullmatch(each)
    }

    def is_like_an_id(name: str) -> bool:
        return name in ids or _shape(name) in shapes

    named = (name for word in words for name, _ in ids_in(word, is_like_an_id))
    return any(is_like_an_id(id_in(name)) for name in named)


def are_ids(items: Iterable[Node], key: Steps, ids: AbstractSet[str]) -> bool:
    """Return whether each value under a key is an id."""
    words = [*_words(items, written(key))]
    return bool(words) and all(id_in(each) in ids for each in words)


def keys_of_ids(items: Sequence[Node], ids: AbstractSet[str]) -> Iterator[Steps]:
    """Yield the keys that name nodes and nothing else; a lone number may be a count."""
    listed = {
        key
        for each in items
        for key, node in keys_in(each)
        if isinstance(node.items, list)
    }
    names = {each for each in ids if not each.isdecimal()}
    for key in all_keys(items):
        known = ids if key in listed else names
        if are_ids(items, key, known) and not is_named(key, f"{IDS} {NAMES}"):
            yield key


def _words(items: Iterable[Node], path: str) -> Iterator[str]:
    """Yield the values that can be ids, or those in objects."""
    for each in items:
        for node in at(each, path):
            inside = [node] if node.items is None else object_of(node).values()
            yield from (str(x.value) for x in inside if is_value(x))


def _shape(name: str) -> str:
    return _DIGITS.sub("0", name.casefold())
