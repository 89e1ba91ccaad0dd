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
    Mapping,
    Sequence,
    Set as AbstractSet,
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
    keys_in,
    lists_in,
    object_of,
    sample,
    steps_of,
    written,
)
from argmap.formats.declared.values import id_in, ids_in
from argmap.formats.declared.words import folded, usual
from argmap.formats.located import Node
from argmap.words import named_option

_Accepts: TypeAlias = Callable[[Node], bool]

_MOST_SHOWN: Final = 5
_OF_ITEMS: Final = ("node_", "edge_")
_DIGITS: Final = re.compile(r"\d+")
_LETTERS_AND_DIGITS: Final = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])\S+")
_FRACTION: Final = re.compile(r"\d*\.\d*[1-9]\d*")
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
    utterance body argument argumenttext claimcorrectedtext thesis value mainclaim
    comment
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
    polarity relationlabel label goldlabel labels sign predicate
"""
"""The keys of words for relations, even if a word is not usual."""
_WORDS_PERHAPS: Final = "type kind interaction name role category"
_EDGE_LISTS: Final = "edges links relations relationships arcs triples connections"
_EDGE_IDS: Final = "id edgeid relationid step"
_PARENTS: Final = """
    parent parentid replyto inreplyto parentclaim parentnode parentcomment parentkey
"""
_TARGETS: Final = ("target", "to", "claim", "node")
"""What an edge inside a node, or a node itself, may call what it leads to."""
_PAIRS: Final = (
    *(("source", "target"), ("from", "to"), ("startnode", "endnode")),
    *(("head", "tail"), ("premise", "conclusion"), ("premises", "conclusion")),
    *(("evidence", "claim"), ("reason", "claim"), ("argument", "topic")),
    *(("claim", "topic"), ("premise", "hypothesis"), ("subject", "object")),
    *(("attacker", "attacked"), ("arg1", "arg2"), ("start", "end"), ("u", "v")),
    *(("claim", "topictext"), ("claimtext", "topictext"), ("child", "parent")),
)
_CHILDREN: Final = "children replies responses subclaims subarguments comments"
_MAY_BE_LISTS: Final = ("premises", "source", "from", "target", "to", "conclusion")


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
    known = {*_LISTS.split(), *_EDGE_LISTS.split()}
    inside = root.items.values() if isinstance(root.items, dict) else root.items or ()
    is_empty = not any(each.items for each in inside if each.items is not None)
    if isinstance(root.items, dict):
        return is_empty and not known.isdisjoint(names)
    return is_empty and all(each.items is not None for each in inside)


def completed(
    root: Node, declared: Declaration
) -> tuple[Declaration, str, Sequence[str]]:
    """Return a declaration without gaps, and what was guessed for it, in words.

    Last are the paths in nodes to what is called as reasons are, and is not read.
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
    return found, " ".join(said), guess.left


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
    known = _all_keys(items)
    for name in names.split():
        for key in sorted(known, key=len):
            path = written(key)
            if folded(str(key[-1])) == name and _most(
                accepts(node) for each in items for node in _at(each, path)
            ):
                yield path


def _most(answers: Iterable[bool]) -> bool:
    """Return whether most are true: an odd one is for the reader to report."""
    found = [*answers]
    return 0 < len(found) <= 2 * sum(found)


def _key(items: Iterable[Node], names: str, accepts: _Accepts) -> str:
    return next(_keys(items, names, accepts), "")


def _pair_in(items: Sequence[Node]) -> tuple[str, str] | None:
    """Return the keys of the two ends of edges, if these are edges."""
    known = _all_keys(items)
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
    may_be_list = name in _MAY_BE_LISTS
    starts, ends = (
        [
            node
            for each in items
            for _, node in paths_found(each, steps_of(path))
            if node.items or is_value(node)
        ]
        for path in (start, end)
    )
    if name == "start" and all(map(_is_offset, (*starts, *ends))):
        return False
    may_be = [
        [_is_end(node) or (may_be_list and bool(node.items)) for node in found]
        for found in (starts, ends)
        if found
    ]
    return bool(may_be) and all(map(_most, may_be))


def _offsets(items: Sequence[Node]) -> tuple[str, str] | None:
    start, end = _key(items, _STARTS, _is_offset), _key(items, _ENDS, _is_offset)
    return (start, end) if start and end else None


def _is_child(path: Steps) -> bool:
    """Return whether a list is called as one of answers or reasons is."""
    name = next((str(each) for each in path[::-1] if each is not None), "")
    is_answer = folded(name) in _CHILDREN.split()
    return is_answer or (bool(usual([name])) and folded(name) != "conclusion")


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
        self.left: Sequence[str] = ()

    def run(self) -> None:
        """Fill all gaps; raises GuessError."""
        if not self.declared.nodes and not self.declared.edge_source_text:
            self._guess_lists()
        items = self._items(self.declared.nodes)
        related = self._items(self.declared.edges)
        if self.declared.nodes == self.declared.edges and (pair := _pair_in(items)):
            items = _without_ends(items, pair)
        if items:
            self._guess_nodes(items)
        if related:
            self._guess_edges(related)
        elif items and not self.declared.children:
            related = self._guess_inner_edges() or self._guess_parents(items)
            related += self._guess_children(items)
        if related:
            self._guess_words(related)
        if items and not (self.declared.edges or self.declared.children):
            self._refuse_unread_edges()
        self.left = self._left_in(items)
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
        return [*sample(filter(_is_object, found))]

    def _guess_lists(self) -> None:
        edges = [path for path, items in self._lists.items() if _pair_in(items)]
        if not self.declared.edges:
            self._set(edges=[*map(written, _without_inner(edges))])
        taken = [*map(steps_of, self.declared.edges)]
        nodes = self._nodes_beside(taken, edges)
        if not nodes and not taken:
            raise self._nothing_found()
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
            lists = [*map(written, found[:_MOST_SHOWN])]
            shown = ", ".join(f"'{each}'" for each in lists)
            msg = f"several lists may be the nodes: {shown}"
            options = " ".join(f"--nodes {shlex.quote(each)}" for each in lists)
            raise GuessError(msg, f"type {options}, or those that are")
        return found

    def _may_be_nodes(self, path: Steps, items: Sequence[Node]) -> bool:
        has_text = _key(items, _TEXTS, _is_word) or _offsets(items)
        is_named = _is_named(path) and _key(items, _IDS, _is_scalar)
        has_name = _key(items, _NAMES, _is_word)
        is_tree = has_name and _key(items, _CHILDREN, _is_object)
        return bool(has_text or is_named or is_tree)

    def _is_mixed(self, path: Steps) -> bool:
        """Return whether some in a list of edges are none, and so are nodes."""
        items = self._items([written(path)])
        pair = _pair_in(items)
        others = _without_ends(items, pair) if pair else []
        return bool(_key(others, _TEXTS, _is_word) or _key(others, _IDS, _is_scalar))

    def _nothing_found(self) -> GuessError:
        keys = {
            path: [*_all_keys(items)]
            for path, items in islice(self._lists.items(), _MOST_SHOWN)
        }
        lists = [
            f"'{written(path)}' with {', '.join(map(written, islice(found, 6)))}"
            for path, found in keys.items()
            if found
        ]
        there = f"; there is {'; '.join(lists)}" if lists else ""
        message = f"nothing has the usual names of nodes or edges{there}"
        if not lists:
            return GuessError(message, "say where they are: --nodes PATH, --edges PATH")
        path = max(keys, key=lambda each: (each[-1:] == (None,), len(keys[each])))
        where = written(path)
        nodes = f"for nodes type --nodes {shlex.quote(where)} --node-text KEY"
        edges = f"for edges {_edges_typed(where)}{_one_of(keys[path])}"
        return GuessError(message, f"{nodes}, {edges}")

    def _refuse_unread_edges(self) -> None:
        """Refuse to take nodes for all there is where there seem to be edges, too."""
        for path, items in self._lists.items():
            for key in dict.fromkeys(key for each in items for key in object_of(each)):
                found = [node for x in items for node in _at(x, written((key,)))]
                if _may_be_edges((key,)) and any(each.items for each in found):
                    self._refuse_edges(written((*path, key, None)), found)
        ids = {*self._ids()}
        for path, items in self._lists.items():
            keys = [key for key in _all_keys(items) if _are_ids(items, key, ids)]
            if len(keys) > 1 and written(path) not in self.declared.nodes:
                self._refuse_edges(written(path), items)

    def _refuse_edges(self, path: str, edges: Iterable[Node]) -> None:
        """Raise that edges have no usual keys, and say what to type for theirs."""
        message = f"the edges at '{path}' do not have the usual keys"
        edges = [*sample(edges)]
        ids = {*self._ids()}
        keys = [*_all_keys(edges)] or [(0,), (1,)]
        naming = [key for key in keys if _refer(edges, written(key), ids)]
        if len(naming) > 1:
            typed = _edges_typed(path, *map(written, naming[:2]))
            raise GuessError(message, f"type {typed}, if that is their direction")
        raise GuessError(message, f"type {_edges_typed(path)}{_one_of(keys)}")

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
        if not self.declared.nodes:
            paths = filter(None, (source, target))
            ends = [node for x in edges for path in paths for node in _at(x, path)]
            self._set(node_text=_key(filter(_is_object, ends), _TEXTS, _is_word))
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

    def _ids(self) -> Iterator[str]:
        """Yield what edges can call the nodes, all of them."""
        own = self.declared.node_id or self.declared.node_text
        for path in self.declared.nodes:
            for place, each in each_found(self._root, steps_of(path)):
                if own == PLACE:
                    yield str(place[-1] if place else 0)
                elif each.items is None:
                    yield str(each.value)
                else:
                    yield from (id_in(str(node.value)) for node in _at(each, own))

    def _guess_inner_edges(self) -> list[Node]:
        """Look for edges inside the nodes that they lead from; return them."""
        ids = {*self._ids()}
        nodes = {*map(steps_of, self.declared.nodes)}
        found = {
            path: target
            for path, items in self._lists.items()
            if path[-1:] == (None,) and path[:-2] in nodes and _may_be_edges(path)
            if (target := next(_targets(items, ids), ""))
        }
        target = next(iter(found.values()), "")
        edges = [written(path) for path, each in found.items() if each == target]
        self._set(edges=edges, edge_source=PLACE if edges else "", edge_target=target)
        return self._items(edges)

    def _guess_parents(self, items: Sequence[Node]) -> list[Node]:
        """Look for the parents of nodes, or for what they say that they support.

        Return the nodes that have any.
        """
        ids = {*self._ids()}
        parent = _key(items, _PARENTS, _is_end)
        targets = [parent] if parent else [*_naming(items, ids)]
        own = {self.declared.node_id, self.declared.node_text}
        others = (path for path in _targets(items, ids) if path not in own)
        targets = targets or [*islice(others, 1)]
        if not targets:
            return []
        source = self.declared.node_id or PLACE
        self._set(edges=self.declared.nodes, edge_source=source, edge_target=targets)
        return [each for each in items if any([*_at(each, path)] for path in targets)]

    def _guess_children(self, items: Sequence[Node]) -> list[Node]:
        """Look for nodes inside nodes, and inside these; return the inner ones."""
        waiting, found, inner = [*items], dict[str, None](), list[Node]()
        while waiting and len(inner) < MOST_LISTS:
            for path, objects in self._children_of(waiting.pop()):
                found[path] = None
                waiting += objects
                inner += objects
        self._set(children=[*found])
        return inner

    def _children_of(self, item: Node) -> Iterator[tuple[str, list[Node]]]:
        """Yield the paths to what may be nodes in a node, and the objects there."""
        taken = self._read_of_nodes()
        for key, each in keys_in(item):
            if not _is_child(key) or key[:1] in taken:
                continue
            if isinstance(each.items, list) and each.items:
                taken.add(key[:1] if len(key) == 1 else ())
                yield written((*key, None)), [*filter(_is_object, sample(each.items))]
            elif _is_object(each) and _key([each], _TEXTS, _is_word):
                taken.add(key[:1])
                yield written(key), [each]

    def _read_of_nodes(self) -> set[Steps]:
        """Return the keys of nodes at which something else is read than inner nodes."""
        fields = [x for x in attrs.fields_dict(Declaration) if x[:5] in _OF_ITEMS]
        own = [steps_of(path) for x in fields for path in self.declared.listed(x)]
        nodes, edges = (
            [*map(steps_of, each)]
            for each in (self.declared.nodes, self.declared.edges)
        )
        own += [x[len(node) :] for x in edges for node in nodes if _is_around(node, x)]
        return {each[:1] for each in own}

    def _left_in(self, items: Iterable[Node]) -> Sequence[str]:
        """Return the paths to what may be nodes inside nodes, and is not read."""
        read = self._read_of_nodes()
        read |= {steps_of(path)[:1] for path in self.declared.children}
        left = {
            written(key)
            for each in items
            for key, node in keys_in(each)
            if _is_child(key) and key[:1] not in read and _may_be_said(node)
        }
        return sorted(left)

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


def _all_keys(items: Iterable[Node]) -> Mapping[Steps, None]:
    return dict.fromkeys(key for each in items for key, _ in keys_in(each))


def _without_ends(items: Iterable[Node], pair: tuple[str, str]) -> list[Node]:
    return [x for x in items if not any([*_at(x, end)] for end in pair)]


def _may_be_said(node: Node) -> bool:
    """Return whether this may be a text that somebody states, or several."""
    return bool(node.items) or (_is_word(node) and " " in str(node.value))


def _naming(items: Sequence[Node], ids: AbstractSet[str]) -> Iterator[str]:
    """Yield the keys under which nodes name others and say what for.

    Beside such a key another one may have no id that is right: what looks like one is.
    """
    keys = [written(key) for key in _all_keys(items) if usual([str(key[-1])])]
    right = [key for key in keys if _refer(items, key, ids)]
    yield from (key for key in keys if key in right or _refer(items, key, ids, right))


def _targets(items: Sequence[Node], ids: AbstractSet[str]) -> Iterator[str]:
    """Yield the keys under which edges, or nodes, name what they lead to."""
    for name in _TARGETS:
        for key in _all_keys(items):
            if _is_called(key, name) and _refer(items, written(key), ids):
                yield written(key)


def _may_be_edges(path: Steps) -> bool:
    name = next((str(each) for each in path[::-1] if each is not None), "")
    return folded(name) in _EDGE_LISTS.split() or bool(usual([name]))


def _refer(
    items: Iterable[Node],
    path: str,
    ids: AbstractSet[str],
    beside: Sequence[str] = (),
) -> bool:
    """Return whether what stands here is ids of nodes, though not each is right.

    One that is right is enough, and one that looks as the ids do if these have letters
    and digits, or stand `beside` it under other keys. A fraction is none.
    """
    words = [
        word for each in items for node in _at(each, path) for word in _words(node)
    ]
    if any(_FRACTION.fullmatch(each) for each in words):
        return False
    shapes = {
        _shape(each) for each in ids if beside or _LETTERS_AND_DIGITS.fullmatch(each)
    }

    def is_like_an_id(name: str) -> bool:
        return name in ids or _shape(name) in shapes

    named = (name for word in words for name, _ in ids_in(word, is_like_an_id))
    return any(is_like_an_id(id_in(name)) for name in named)


def _are_ids(items: Iterable[Node], key: Steps, ids: AbstractSet[str]) -> bool:
    words = [
        x for each in items for node in _at(each, written(key)) for x in _words(node)
    ]
    return bool(words) and all(id_in(each) in ids for each in words)


def _words(node: Node) -> Iterator[str]:
    """Yield a value that can be an id, or the values in an object."""
    inside = [node] if node.items is None else object_of(node).values()
    yield from (str(each.value) for each in inside if is_value(each))


def _shape(name: str) -> str:
    return _DIGITS.sub("0", name.casefold())


def _one_of(keys: Iterable[Steps]) -> str:
    return f", where each KEY is one of {', '.join(map(written, islice(keys, 8)))}"


def _edges_typed(path: str, source: str = "KEY", target: str = "KEY") -> str:
    ends = f"--edge-source {shlex.quote(source)} --edge-target {shlex.quote(target)}"
    return f"--edges {shlex.quote(path)} {ends}"
