"""Sensible guesses of what a declaration leaves out, each of them reported.

Lists and keys are looked for by their usual names. Where several would do, nothing is
guessed.
"""

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from itertools import chain, islice
from typing import Any, Final

import attrs

from argmap.formats.declared.declaration import PLACE, Declaration
from argmap.formats.declared.inside import has_text, inner_edges, tree_of
from argmap.formats.declared.keys import (
    EDGE_IDS,
    IDS,
    INNER_TEXTS,
    KINDS,
    NAMES,
    PARENTS,
    QUOTES,
    RELATIONS,
    SOURCES,
    SPEAKERS,
    TEXTS,
    WHOLE_TEXTS,
    WORDS_PERHAPS,
    all_keys,
    at,
    is_called,
    is_end,
    is_object,
    is_scalar,
    is_word,
    key_called,
    keys_called,
    may_be_claims,
    may_be_edges,
    may_be_unread,
    offsets_in,
    pair_in,
    without_ends,
)
from argmap.formats.declared.lists import (
    GuessError,
    edges_typed,
    is_around,
    lists_of_edges,
    lists_of_nodes,
    one_of,
)
from argmap.formats.declared.paths import (
    MOST_ITEMS,
    Steps,
    each_found,
    keys_in,
    lists_in,
    object_of,
    sample,
    steps_of,
    written,
)
from argmap.formats.declared.references import (
    are_ids,
    keys_of_ids,
    naming_keys,
    refer,
    target_keys,
)
from argmap.formats.declared.values import id_in
from argmap.formats.declared.words import folded, usual
from argmap.formats.located import Node
from argmap.words import named_option

_OF_ITEMS: Final = ("node_", "edge_")
_INDEX: Final = re.compile(r"(?:idx|index|source|target)$")


@attrs.frozen(eq=False)
class Guessed:
    """A declaration without gaps, and what was guessed for it, in words.

    `left` are the paths in nodes and edges to what is called as reasons are, and is not
    read; `beside` are those to what stands around the nodes.
    """

    declaration: Declaration
    said: str
    left: Sequence[str]
    beside: Sequence[str]


def completed(root: Node, declared: Declaration) -> Guessed:
    """Return a declaration without gaps.

    Raises GuessError, which says what is to be declared.
    """
    guess = _Guess(root, declared)
    guess.run()
    found = guess.declared
    said = [
        f"{named_option(field)} {shlex.quote(path)}"
        for field in attrs.fields_dict(Declaration)
        if field != "relations" and getattr(found, field) != getattr(declared, field)
        for path in found.listed(field)
    ]
    return Guessed(found, " ".join(said), guess.left, guess.beside)


class _Guess:
    """A declaration whose gaps are being filled."""

    def __init__(self, root: Node, declared: Declaration) -> None:
        self.declared = declared
        self._root = root
        self._lists = lists_in(root)
        self._has_declared_text = bool(declared.node_text)

    def run(self) -> None:
        """Fill all gaps; raises GuessError."""
        if not self.declared.nodes and not self.declared.edge_source_text:
            self._guess_lists()
        items = self._items(self.declared.nodes)
        related = self._items(self.declared.edges)
        if self.declared.nodes == self.declared.edges and (pair := pair_in(items)):
            items = without_ends(items, pair)
        if items:
            self._guess_nodes(items)
        elif self._are_keyed():
            self._set(node_id=PLACE)
        inner: Sequence[Node] = ()
        if related:
            self._guess_edges(related)
            self._guess_words(related)
        elif items and (self.declared.edge_target or not self.declared.children):
            inner = self._guess_inside(items)
        if items and not (self.declared.edges or self.declared.children):
            self._refuse_unread_edges()
        self.left = self._left_in([*items, *inner, *related])
        self.beside = sorted(map(written, self._left_beside()))
        ends = self.declared.edge_source and self.declared.edge_target
        if related and self.declared.edges and not ends:
            self._refuse_edges(self.declared.edges[0], related)

    def _set(self, **fields: Any) -> None:
        """Fill gaps, and only those."""
        gaps = {
            name: value
            for name, value in fields.items()
            if value and not getattr(self.declared, name)
        }
        self.declared = attrs.evolve(self.declared, **gaps)

    def _items(self, paths: Iterable[str]) -> list[Node]:
        """Return some of the objects that paths lead to."""
        found = (
            each for path in paths for _, each in each_found(self._root, steps_of(path))
        )
        return [*sample(filter(is_object, found))]

    def _guess_lists(self) -> None:
        edges = [*lists_of_edges(self._lists)]
        outer = [x for x in edges if not any(is_around(each, x) for each in edges)]
        self._set(edges=[*map(written, outer)])
        taken = [*map(steps_of, self.declared.edges)]
        nodes = lists_of_nodes(self._lists, taken, edges)
        self._set(nodes=[*map(written, nodes)])

    def _guess_nodes(self, items: Sequence[Node]) -> None:
        offsets = offsets_in(items)
        text = key_called(items, TEXTS, is_word)
        if offsets:
            self._set(node_start=offsets[0], node_end=offsets[1])
            self._guess_source_text()
        is_read_off = self.declared.source_text and self.declared.node_start
        if not (text or is_read_off):
            text = key_called(items, NAMES, is_scalar)
        own = key_called(items, IDS, is_scalar) or (PLACE if self._are_keyed() else "")
        self._set(node_id=own, node_text=text)
        kinds = keys_called(items, KINDS, is_end)
        self._set(
            node_kind=next((x for x in kinds if x not in self.declared.node_text), ""),
            node_speaker=key_called(items, SPEAKERS, is_word),
            node_quote=key_called(items, QUOTES, is_word),
        )
        if self.declared.node_quote:
            self._set(node_source=key_called(items, SOURCES, is_word))

    def _are_keyed(self) -> bool:
        """Return whether nodes stand in an object, under their ids."""
        paths = map(steps_of, self.declared.nodes)
        return any(path[-1:] == (None,) and path[:-1] in self._lists for path in paths)

    def _guess_source_text(self) -> None:
        """Look for a text around the nodes, the nearest first."""
        path = steps_of(self.declared.nodes[0])
        for outer in (path[:length] for length in range(len(path) - 1, -1, -1)):
            around = self._lists.get(outer, ())
            if key := key_called(around, WHOLE_TEXTS, is_word):
                self._set(source_text=written(outer + steps_of(key)))
                return

    def _guess_edges(self, edges: Sequence[Node]) -> None:
        source, target = pair_in(edges) or ("", "")
        if source:
            edges = [each for each in edges if [*at(each, source)]]
        self._set(edge_source=source, edge_target=target)
        ids = keys_called(edges, EDGE_IDS, is_scalar)
        beside = steps_of(source)[:-1]
        own = next((each for each in ids if steps_of(each)[:-1] == beside), "")
        self._set(edge_id=own)
        if not self.declared.nodes:
            paths = filter(None, (source, target))
            ends = [node for x in edges for path in paths for node in at(x, path)]
            objects = [*filter(is_object, ends)]
            self._set(
                node_id=key_called(objects, IDS, is_scalar),
                node_text=key_called(objects, TEXTS, is_word),
            )
        if self._are_indexes(edges):
            self._set(node_id=PLACE)

    def _are_indexes(self, edges: Iterable[Node]) -> bool:
        """Return whether all ends are indexes of nodes, by what they are called too."""
        paths = [self.declared.edge_source, *self.declared.edge_target]
        values = [
            node.value for each in edges for path in paths for node in at(each, path)
        ]
        count = len([*self._ids()])
        return all(_INDEX.search(folded(path)) for path in paths) and all(
            type(each) is int and 0 <= each < max(count, MOST_ITEMS) for each in values
        )

    def _ids(self) -> Iterator[str]:
        """Yield what edges can call the nodes in the lists of nodes, all of them."""
        for path in self.declared.nodes:
            for place, each in each_found(self._root, steps_of(path)):
                if self.declared.node_id == PLACE:
                    yield str(place[-1] if place else 0)
                elif each.items is None:
                    yield str(each.value)
                else:
                    yield from self._named_in([each])

    def _named_in(self, items: Iterable[Node]) -> Iterator[str]:
        """Yield what edges can call these nodes."""
        own = self.declared.listed("node_id") or self.declared.node_text
        for each in items:
            yield from (id_in(str(x.value)) for path in own for x in at(each, path))

    def _guess_inside(self, items: Sequence[Node]) -> Sequence[Node]:
        """Look for edges and nodes inside nodes; return the latter.

        Nodes can also name others: their parents, or what they say that they support.
        """
        texts = self.declared.node_text
        tree = tree_of(items, {path[:1] for path in self._read_of_nodes()})
        nodes = {
            path: [x for x in inner if has_text(x, [*texts, *_inner_text(x)])]
            for path, inner in tree.items()
        }
        every = [*items, *chain.from_iterable(nodes.values())]
        named = chain.from_iterable(tree.values()) if self.declared.node_id else ()
        ids = {*self._ids(), *self._named_in(named)}
        around = [*map(steps_of, self.declared.nodes)]
        target, edges = inner_edges(self._lists, around, texts, ids)
        taken = {steps_of(path)[:1] for path, inner in nodes.items() if inner}
        taken |= {path[-2:-1] for path in edges}
        targets: Sequence[str] = self.declared.edge_target
        if edges or not targets:
            targets = self._parents(every, ids, taken, is_alone=not edges)
        if edges or targets:
            self._set(
                edges=[*map(written, edges), *(self.declared.nodes if targets else ())],
                edge_source=PLACE if edges else self.declared.node_id or PLACE,
                edge_target=[*filter(None, (target, *targets))],
            )
        tree = tree_of(items, {path[:1] for path in self._read_of_nodes()})
        self._set(children=[*tree])
        inner = [*chain.from_iterable(tree.values())]
        self._guess_inner_texts(inner)
        related = [x for x in every if any([*at(x, path)] for path in targets)]
        self._guess_words([*related, *inner], [*chain.from_iterable(edges.values())])
        return inner

    def _parents(
        self,
        items: Sequence[Node],
        ids: AbstractSet[str],
        taken: AbstractSet[Steps],
        *,
        is_alone: bool,
    ) -> Sequence[str]:
        """Return the keys of the parents of nodes, or of what these support.

        If nothing else says what edges there are, a key may be called as in an edge.
        """
        if parent := key_called(items, PARENTS, is_end, is_called):
            return [parent]
        found = [x for x in naming_keys(items, ids) if steps_of(x)[:1] not in taken]
        own = {self.declared.node_id, *self.declared.node_text}
        others = (path for path in target_keys(items, ids) if path not in own)
        return found or [*islice(others, is_alone)]

    def _guess_inner_texts(self, inner: Iterable[Node]) -> None:
        """Look for the texts of inner nodes that have other keys than outer ones."""
        texts = self.declared.node_text
        others = [each for each in inner if not has_text(each, texts)]
        if not self._has_declared_text:
            both = dict.fromkeys(
                (*texts, *chain.from_iterable(map(_inner_text, others)))
            )
            self.declared = attrs.evolve(self.declared, node_text=[*both])

    def _read_of_nodes(self) -> set[Steps]:
        """Return the paths in nodes and edges to all that is read but inner nodes."""
        fields = [x for x in attrs.fields_dict(Declaration) if x[:5] in _OF_ITEMS]
        own = [steps_of(path) for x in fields for path in self.declared.listed(x)]
        nodes, edges = (
            [*map(steps_of, each)]
            for each in (self.declared.nodes, self.declared.edges)
        )
        own += [x[len(node) :] for x in edges for node in nodes if is_around(node, x)]
        return {*own}

    def _left_in(self, items: Sequence[Node]) -> Sequence[str]:
        """Return the paths in nodes and edges to what may be or name nodes, unread."""
        read = self._read_of_nodes() | {*map(steps_of, self.declared.children)}
        left = {
            key
            for each in items
            for key, node in keys_in(each)
            if may_be_claims(key, node)
        }
        ids = {*self._ids()}
        left |= {*map(steps_of, naming_keys(items, ids)), *keys_of_ids(items, ids)}
        return sorted(
            written(key)
            for key in left
            if key[:-1] not in left
            and not any(key[: len(x)] == x[: len(key)] for x in read)
        )

    def _left_beside(self) -> set[Steps]:
        """Return the paths to what is called as nodes or edges are, and is not read."""
        fields = ("nodes", "edges", "source_text")
        read = [steps_of(x) for field in fields for x in self.declared.listed(field)]
        nodes = [steps_of(path) for path in self.declared.nodes]
        around = {
            path[:length]
            for path in read
            for length in range(len(path))
            if not any(path[: len(x)] == x and length >= len(x) for x in nodes)
        }
        return {
            path
            for outer in around
            for each in self._lists.get(outer, ())
            for key, node in object_of(each).items()
            if (path := (*outer, key)) not in around and path not in read
            if may_be_unread(path, node)
        }

    def _refuse_unread_edges(self) -> None:
        """Refuse to take nodes for all there is where there seem to be edges, too."""
        for path, items in self._lists.items():
            for key in dict.fromkeys(key for each in items for key in object_of(each)):
                found = [node for x in items for node in at(x, written((key,)))]
                if may_be_edges((key,)) and any(each.items for each in found):
                    self._refuse_edges(written((*path, key, None)), found)
        ids = {*self._ids()}
        for path, items in self._lists.items():
            keys = [key for key in all_keys(items) if are_ids(items, key, ids)]
            if len(keys) > 1 and written(path) not in self.declared.nodes:
                self._refuse_edges(written(path), items)

    def _refuse_edges(self, path: str, edges: Iterable[Node]) -> None:
        """Raise that edges have no usual keys, and say what to type for theirs."""
        message = f"the edges at '{path}' do not have the usual keys"
        edges = [*sample(edges)]
        ids = {*self._ids()}
        keys = [*all_keys(edges)] or [(0,), (1,)]
        naming = [key for key in keys if refer(edges, written(key), ids)]
        if len(naming) > 1:
            typed = edges_typed(path, *map(written, naming[:2]))
            raise GuessError(message, f"type {typed}, if that is their direction")
        raise GuessError(message, f"type {edges_typed(path)}{one_of(keys)}")

    def _guess_words(self, *groups: Sequence[Node]) -> None:
        """Look for the words of edges, which may have other keys in each group."""
        self._set(edge_relation=[*dict.fromkeys(filter(None, map(_words_key, groups)))])


def _inner_text(item: Node) -> Sequence[str]:
    """Return the key of the text of a node inside another, if it has one."""
    return [*islice(keys_called([item], INNER_TEXTS, is_word), 1)]


def _words_key(items: Sequence[Node]) -> str | None:
    """Return the key whose words are all usual, or else one that is called so.

    If there is none either, one usual word among others is enough.
    """
    some = None
    for key in keys_called(items, f"{RELATIONS} {WORDS_PERHAPS}", is_end):
        words = {str(node.value) for each in items for node in at(each, key)}
        known = usual(words).keys() & words
        if words and known == words:
            return key
        if known:
            some = some or key
    return key_called(items, RELATIONS, is_end) or some
