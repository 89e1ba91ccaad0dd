"""Sensible guesses of what a declaration leaves out, each of them reported.

Lists and keys are looked for by their usual names. Where several would do, nothing is
guessed.
"""

import re
import shlex
from collections.abc import (
    Callable,
    Container,
    Iterable,
    Iterator,
    Sequence,
)
from itertools import islice
from typing import Any, Final, TypeAlias

import attrs

from argmap.formats.declared.declaration import PLACE, Declaration
from argmap.formats.declared.paths import (
    MOST_ITEMS,
    MOST_LISTS,
    Steps,
    each_found,
    found as paths_found,
    is_value,
    lists_in,
    steps_of,
    written,
)
from argmap.formats.declared.values import keys_in
from argmap.formats.declared.words import folded, usual
from argmap.formats.located import Node
from argmap.words import named_option

_Accepts: TypeAlias = Callable[[Node], bool]

_MOST_SHOWN: Final = 5
_INDEX: Final = re.compile(r"(?:idx|index|source|target)$")
_SUFFIX: Final = re.compile(r"(?:ids?|idx|index|uid|key|node|claim)$")

_LISTS: Final = """
    nodes claims components premises conclusions propositions arguments statements
    entities spans adus evidence items vertices concepts positions units segments
    argumentcomponents elements points data theses
    """
_IDS: Final = """
    id nodeid claimid componentid entityid argumentid statementid commentid postid
    identifier uid uuid key nodekey no number
"""
_TEXTS: Final = """
    text claim statement proposition content sentence claimtext nodetext adutext
    utterance body argument argumenttext claimcorrectedtext thesis value
"""
_NAMES: Final = "label name title id"
"""What stands for the text of a node that has nothing else."""
_KINDS: Final = """
    labels kind type nodetype componenttype argumenttype role category label entitytype
"""
_SPEAKERS: Final = "speaker author participant user username"
_QUOTES: Final = """
    quote quotation exactquote supportingquote sourcequote excerpt verbatim
"""
_SOURCES: Final = "source sourcefile sourceurl document url reference citation"
_STARTS: Final = "start startoffset begin startchar charstart"
_ENDS: Final = "end endoffset stop endchar charend"
_WHOLE_TEXTS: Final = "text content documenttext sourcetext document"
_RELATIONS: Final = """
    relation relationtype relationship relationshiptype edgetype reltype rel stance
    polarity relationlabel label goldlabel labels sign
"""
"""The keys of words for relations, even if a word is not usual."""
_WORDS_PERHAPS: Final = "type kind interaction name role category"
_EDGE_LISTS: Final = "edges links relations relationships arcs triples connections"
_EDGE_IDS: Final = "id edgeid relationid step"
_PARENTS: Final = """
    parent parentid replyto inreplyto parentclaim parentnode parentcomment parentkey
"""
_PAIRS: Final = (
    *(("source", "target"), ("from", "to"), ("startnode", "endnode")),
    *(("head", "tail"), ("premise", "conclusion"), ("premises", "conclusion")),
    *(("evidence", "claim"), ("reason", "claim"), ("argument", "topic")),
    *(("claim", "topic"), ("premise", "hypothesis"), ("subject", "object")),
    *(("attacker", "attacked"), ("arg1", "arg2"), ("start", "end"), ("u", "v")),
    *(("claim", "topictext"), ("claimtext", "topictext"), ("child", "parent")),
)
_CHILDREN: Final = "children replies responses subclaims subarguments comments"


class GuessError(Exception):
    """Nothing, or more than one thing, is where something must be declared."""


def completed(root: Node, declared: Declaration) -> tuple[Declaration, str]:
    """Return a declaration without gaps, and what was guessed for it, in words.

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
    return found, " ".join(said)


def _is_object(node: Node) -> bool:
    return isinstance(node.items, dict)


def _is_word(node: Node) -> bool:
    return node.items is None and isinstance(node.value, str)


def _is_scalar(node: Node) -> bool:
    return node.items is None and not isinstance(node.value, bool)


def _is_end(node: Node) -> bool:
    return _is_scalar(node) or _is_object(node)


def _is_offset(node: Node) -> bool:
    value = node.value
    return isinstance(value, int) or (isinstance(value, str) and value.isdecimal())


def _at(item: Node, path: str) -> Iterator[Node]:
    """Yield what a path leads to, but for nothing."""
    for _, each in each_found(item, steps_of(path)):
        if each.items or is_value(each):
            yield each


def _keys(items: Iterable[Node], names: str, accepts: _Accepts) -> Iterator[str]:
    """Yield the paths to keys with these names, if what is there is accepted."""
    items = [*items]
    known = dict.fromkeys(key for each in items for key in keys_in(each))
    for name in names.split():
        for key in sorted(known, key=len):
            path = written(key)
            if folded(str(key[-1])) == name and all(
                accepts(node) for each in items for node in _at(each, path)
            ):
                yield path


def _key(items: Iterable[Node], names: str, accepts: _Accepts) -> str:
    return next(_keys(items, names, accepts), "")


def _pair_in(items: Sequence[Node]) -> tuple[str, str] | None:
    """Return the keys of the two ends of edges, if these are edges."""
    known = dict.fromkeys(key for each in items for key in keys_in(each))
    for source, target in _PAIRS:
        starts = [each for each in known if _is_called(each, source)]
        for start in sorted(starts, key=len):
            for end in known:
                is_one = start[:-1] == end[:-1] and _is_called(end, target)
                if is_one and _are_ends(items, source, written(start), written(end)):
                    return written(start), written(end)
    return None


def _is_called(key: Steps, name: str) -> bool:
    """Return whether a key is called so, as `source_claim_id` is called source."""
    word = folded(str(key[-1]))
    while word != name and (shorter := _SUFFIX.sub("", word)) != word:
        word = shorter
    return word == name


def _are_ends(items: Iterable[Node], name: str, start: str, end: str) -> bool:
    may_be_list = name == "premises"
    found = [
        (node, path == start and may_be_list)
        for each in items
        for path in (start, end)
        for node in (each for _, each in paths_found(each, steps_of(path)))
        if node.items or is_value(node)
    ]
    if name == "start" and all(_is_offset(node) for node, _ in found):
        return False
    return bool(found) and all(
        _is_end(node) or (is_list and isinstance(node.items, list))
        for node, is_list in found
    )


def _offsets(items: Sequence[Node]) -> tuple[str, str] | None:
    start, end = _key(items, _STARTS, _is_offset), _key(items, _ENDS, _is_offset)
    return (start, end) if start and end else None


def _is_child(path: Steps) -> bool:
    """Return whether a list is called as one of answers or reasons is."""
    name = next((str(each) for each in path[::-1] if each is not None), "")
    return folded(name) in _CHILDREN.split() or bool(usual([name]))


def _is_named(path: Steps) -> bool:
    name = next((str(each) for each in path[::-1] if each is not None), "")
    return folded(name) in _LISTS.split()


def _without_inner(paths: Iterable[Steps]) -> list[Steps]:
    """Return the paths that are not inside another."""
    paths = [*paths]
    return [x for x in paths if not any(_is_around(each, x) for each in paths)]


def _without_outer(paths: Iterable[Steps]) -> list[Steps]:
    """Return the paths that have no other inside them."""
    paths = [*paths]
    return [x for x in paths if not any(_is_around(x, each) for each in paths)]


def _is_around(path: Steps, other: Steps) -> bool:
    return path != other and other[: len(path)] == path


class _Guess:
    """A declaration whose gaps are being filled."""

    def __init__(self, root: Node, declared: Declaration) -> None:
        self.declared = declared
        self._root = root
        self._lists = lists_in(root)

    def run(self) -> None:
        """Fill all gaps; raises GuessError."""
        if not self.declared.nodes and not self.declared.edge_source_text:
            self._guess_lists()
        items = self._items(self.declared.nodes)
        related = self._items(self.declared.edges)
        if self.declared.nodes == self.declared.edges and (pair := _pair_in(items)):
            items = [each for each in items if not [*_at(each, pair[0])]]
        if items:
            self._guess_nodes(items)
        if related:
            self._guess_edges(related)
        elif items and not self.declared.children:
            related = self._guess_parents(items) or self._guess_children(items)
        if related:
            self._guess_words(related)
        if items and not (self.declared.edges or self.declared.children):
            self._refuse_unread_edges()

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
        return [*islice(filter(_is_object, found), MOST_ITEMS)]

    def _guess_lists(self) -> None:
        edges = [path for path, items in self._lists.items() if _pair_in(items)]
        if not self.declared.edges:
            self._set(edges=[*map(written, _without_inner(edges))])
        taken = [*map(steps_of, self.declared.edges)]
        nodes = self._nodes_beside(taken, edges)
        if not nodes and not taken:
            raise GuessError(self._nothing_found())
        self._set(nodes=[*map(written, nodes)])

    def _nodes_beside(
        self, taken: Sequence[Steps], edges: Container[Steps]
    ) -> Sequence[Steps]:
        """Return the lists of nodes, best those beside the lists of edges."""
        found = [
            path
            for path, items in self._lists.items()
            if path not in edges and self._may_be_nodes(path, items)
            if not any(
                _is_around(path, each) or _is_around(each, path) for each in taken
            )
        ]
        around = {path[:-2] for path in taken}
        beside = [each for each in found if each[:-2] in around and each[-1] is None]
        if taken:
            mixed = [path for path in taken if self._is_mixed(path)]
            found = beside or mixed or found
        else:
            found = [each for each in found if not _is_child(each)]
        found = [each for each in found if each[-1:] == (None,)] or found
        found = [each for each in found if _is_named(each)] or found
        found = _without_outer(found)
        texts = {_key(self._lists[each], _TEXTS, _is_word) for each in found}
        if len(texts) > 1:
            shown = ", ".join(f"'{written(each)}'" for each in found[:_MOST_SHOWN])
            msg = f"several lists may be the nodes: {shown}"
            raise GuessError(msg)
        return found

    def _may_be_nodes(self, path: Steps, items: Sequence[Node]) -> bool:
        has_text = _key(items, _TEXTS, _is_word) or _offsets(items)
        return bool(has_text or (_is_named(path) and _key(items, _IDS, _is_scalar)))

    def _is_mixed(self, path: Steps) -> bool:
        """Return whether some in a list of edges are none, and so are nodes."""
        items = self._items([written(path)])
        pair = _pair_in(items)
        return pair is not None and any(not [*_at(each, pair[0])] for each in items)

    def _nothing_found(self) -> str:
        keys = {
            path: dict.fromkeys(key for each in items for key in keys_in(each))
            for path, items in islice(self._lists.items(), _MOST_SHOWN)
        }
        lists = [
            f"'{written(path)}' with {', '.join(map(written, islice(found, 6)))}"
            for path, found in keys.items()
        ]
        there = f"; there is {'; '.join(lists)}" if lists else ""
        return f"nothing has the usual names of nodes or edges{there}"

    def _refuse_unread_edges(self) -> None:
        """Refuse to take nodes for all there is where there seem to be edges, too."""
        for path, items in self._lists.items():
            for key in dict.fromkeys(key for each in items for key in _object_of(each)):
                if folded(key) in _EDGE_LISTS.split() and any(
                    node.items for each in items for node in _at(each, written((key,)))
                ):
                    where = written((*path, key, None))
                    msg = f"the edges at '{where}' do not have the usual keys"
                    raise GuessError(msg)

    def _guess_nodes(self, items: Sequence[Node]) -> None:
        offsets = _offsets(items)
        text = _key(items, _TEXTS, _is_word)
        if offsets:
            self._set(node_start=offsets[0], node_end=offsets[1])
            self._guess_source_text()
        is_read_off = self.declared.source_text and self.declared.node_start
        if not (text or is_read_off):
            text = _key(items, _NAMES, _is_scalar)
        own = _key(items, _IDS, _is_scalar) or (PLACE if self._are_keyed() else "")
        self._set(node_id=own, node_text=text)
        kinds = _keys(items, _KINDS, _is_end)
        self._set(
            node_kind=next((x for x in kinds if x != self.declared.node_text), ""),
            node_speaker=_key(items, _SPEAKERS, _is_word),
            node_quote=_key(items, _QUOTES, _is_word),
        )
        if self.declared.node_quote:
            self._set(node_source=_key(items, _SOURCES, _is_word))

    def _are_keyed(self) -> bool:
        """Return whether nodes stand in an object, under their ids."""
        paths = map(steps_of, self.declared.nodes)
        return any(path[-1:] == (None,) and path[:-1] in self._lists for path in paths)

    def _guess_source_text(self) -> None:
        """Look for a text around the nodes, the nearest first."""
        path = steps_of(self.declared.nodes[0])
        for at in range(len(path) - 1, -1, -1):
            around = self._lists.get(path[:at], ())
            if key := _key(around, _WHOLE_TEXTS, _is_word):
                self._set(source_text=written(path[:at] + steps_of(key)))
                return

    def _guess_edges(self, edges: Sequence[Node]) -> None:
        source, target = _pair_in(edges) or ("", "")
        if source:
            edges = [each for each in edges if [*_at(each, source)]]
        self._set(edge_source=source, edge_target=target)
        ids = _keys(edges, _EDGE_IDS, _is_scalar)
        beside = steps_of(source)[:-1]
        own = next((each for each in ids if steps_of(each)[:-1] == beside), "")
        self._set(edge_id=own)
        if self._are_indexes(edges):
            self._set(node_id=PLACE)

    def _are_indexes(self, edges: Iterable[Node]) -> bool:
        """Return whether all ends are indexes of nodes, by what they are called too."""
        paths = [self.declared.edge_source, *self.declared.edge_target]
        values = [
            node.value for each in edges for path in paths for node in _at(each, path)
        ]
        count = len(self._items(self.declared.nodes))
        return all(_INDEX.search(folded(path)) for path in paths) and all(
            type(each) is int and 0 <= each < max(count, MOST_ITEMS) for each in values
        )

    def _guess_parents(self, items: Sequence[Node]) -> list[Node]:
        """Look for the parents of nodes, or for what they say that they support.

        Return the nodes that have any.
        """
        own = self.declared.node_id
        ids = (
            {str(node.value) for each in items for node in _at(each, own)}
            if own
            else ()
        )
        parent = _key(items, _PARENTS, _is_scalar)
        targets = [parent] if parent else [*_naming(items, ids)]
        if not targets or not own:
            return []
        self._set(edges=self.declared.nodes, edge_source=own, edge_target=targets)
        return [each for each in items if any([*_at(each, path)] for path in targets)]

    def _guess_children(self, items: Sequence[Node]) -> list[Node]:
        """Look for nodes inside nodes, and inside these; return the inner ones."""
        waiting, found, inner = [*items], dict[str, None](), list[Node]()
        while waiting and len(inner) < MOST_LISTS:
            for key, each in _object_of(waiting.pop()).items():
                if isinstance(each.items, list) and each.items and _is_child((key,)):
                    found[written((key, None))] = None
                    objects = [*filter(_is_object, each.items[:MOST_ITEMS])]
                    waiting += objects
                    inner += objects
        self._set(children=[*found])
        return inner

    def _guess_words(self, items: Sequence[Node]) -> None:
        """Look for the key whose words are all usual, or else one that is called so.

        If there is none either, one usual word among others is enough.
        """
        some = None
        for key in _keys(items, f"{_RELATIONS} {_WORDS_PERHAPS}", _is_end):
            words = {str(node.value) for each in items for node in _at(each, key)}
            known = usual(words).keys() & words
            if words and known == words:
                self._set(edge_relation=key)
                return
            if known:
                some = some or key
        self._set(edge_relation=_key(items, _RELATIONS, _is_end) or some)


def _object_of(node: Node) -> dict[str, Node]:
    return node.items if isinstance(node.items, dict) else {}


def _naming(items: Sequence[Node], ids: Container[str]) -> Iterator[str]:
    """Yield the keys under which nodes name others and say what for."""
    for key in dict.fromkeys(key for each in items for key in keys_in(each)):
        path = written(key)
        named = [str(node.value) for each in items for node in _at(each, path)]
        if named and usual([str(key[-1])]) and all(each in ids for each in named):
            yield path
