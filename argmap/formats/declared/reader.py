"""From values with their locations, and a declaration, to the document of a map.

Whatever in a node or an edge says nothing to a map is kept in the `data` of its part,
and what stands beside them in that of the map.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from functools import cached_property
from itertools import islice, zip_longest
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.declared.declaration import PLACE, Declaration
from argmap.formats.declared.meanings import (
    Edge,
    joined,
    report_unused,
    said_once,
    with_meanings,
)
from argmap.formats.declared.paths import (
    Place,
    Steps,
    each_found,
    found,
    is_value,
    lists_in,
    written,
)
from argmap.formats.declared.quoted import Quoted
from argmap.formats.declared.values import Values, ids_in, merged, number_of, whole
from argmap.formats.declared.words import folded, is_inner, is_role
from argmap.formats.document import Document
from argmap.formats.located import Findings, Node, shown
from argmap.formats.nodes import (
    End,
    GraphEdge,
    GraphNode,
    Key,
    Meaning,
    document_of,
)
from argmap.model.kinds import STRENGTH, is_id
from argmap.suggestions import did_you_mean
from argmap.words import named_option

_STEPS: Final = {
    "ra": Meaning.SUPPORT,
    "ca": Meaning.ATTACK,
    "ma": Meaning.REPHRASE,
    "pa": Meaning.PREFERENCE,
}
_STEPS_WITHOUT_TEXT: Final = {
    **_STEPS,
    "inference": Meaning.SUPPORT,
    "support": Meaning.SUPPORT,
    "counterpoint": Meaning.ATTACK,
    "attack": Meaning.ATTACK,
    "conflict": Meaning.ATTACK,
    "undercut": Meaning.UNDERCUT,
    "rephrase": Meaning.REPHRASE,
    "preference": Meaning.PREFERENCE,
}
"""The kinds of node that are steps, if they have no text that they state."""
_QUESTIONS: Final = frozenset({"question", "issue"})
_BLANKS: Final = frozenset(
    {"nan", "NaN", "None", "null", "NULL", "NA", "N/A", "n/a", "#N/A", "<NA>"}
)
"""What programs write into a cell, or in the place of an id, that is blank."""
_PLAIN: Final = frozenset({"claim", "node", "statement", "proposition", "i", "inode"})


def _without_each(path: Steps) -> Steps:
    """Return a path to a list, without its last steps to each item."""
    while path[-1:] == (None,):
        path = path[:-1]
    return path


def document_in(
    text: str, root: Node, declared: Declaration, findings: Findings
) -> Document:
    """Return the document that a declaration finds in a tree.

    >>> from argmap.formats.declared.notations import parsed
    >>> findings = Findings()
    >>> text = '[{"id": 1, "text": "Rents rose.", "page": 3}]'
    >>> root = parsed(text, findings)
    >>> declared = Declaration(nodes="[*]", node_id="id", node_text="text")
    >>> document_in(text, root, declared, findings).argument_map.claims
    (Claim('1', 'Rents rose.', data={'page': 3}),)
    """
    reader = _Reader(text, root, declared, findings)
    reader.read_nodes()
    reader.read_edges()
    return reader.document()


@attrs.frozen(eq=False)
class _Read:
    """A node, what it was read from, and where: the path to it, or to those around."""

    node: GraphNode
    item: Node
    place: Place
    path: Steps


class _Reader:
    """Nodes and edges as they come, by the keys and the places of the nodes."""

    def __init__(
        self, text: str, root: Node, declared: Declaration, findings: Findings
    ) -> None:
        self._text = text
        self._root = root
        self._declared = declared
        self._findings = findings
        self._values = Values(text, declared, findings)
        self._paths = self._values.paths
        for field in ("nodes", "edges"):
            self._paths[field] = [self._each(field, x) for x in self._paths[field]]
        self._quoted = Quoted(declared, root, self._values)
        self._nodes: list[_Read] = []
        self._edges: list[Edge] = []
        self._alone: list[Mapping[int, Node]] = []
        self._mentioned: dict[Key, GraphNode] = {}
        self._by_place: dict[tuple[Steps | None, Place], Key] = {}
        self._keys: set[Key] = set()
        self._records: dict[Place, int] = {}
        self._depth = self._record_depth()

    def _each(self, field: str, path: Steps) -> Steps:
        """Return the path to each item where a path leads to a list of them.

        A path to nodes that leads nowhere is reported; edges may be in inner nodes.
        """
        last = _without_each(path)
        _, node = next(found(self._root, last), ((), None))
        if node is None and field == "nodes":
            self._report_nowhere(field, path)
        is_list = last == path and node is not None and isinstance(node.items, list)
        return (*path, None) if is_list else path

    def _report_nowhere(self, field: str, path: Steps) -> None:
        known = [written(each) for each in lists_in(self._root)]
        where = written(path)
        help_ = did_you_mean(where, known)
        message = f"nothing stands at '{where}', as {named_option(field)} has it"
        severity = Severity.ERROR if field == "nodes" else Severity.WARNING
        self._findings.add("missing-key", message, self._root.span, help_, severity)

    def _record_depth(self) -> int:
        """Return how many keys of a place name the record in which ids hold.

        That is the innermost list that has both nodes and edges inside its items.
        """
        paths = self._paths["nodes"] + self._paths["edges"]
        shared: list[object] = []
        for steps in zip(*paths, strict=False):
            if len(set(steps)) > 1:
                break
            shared.append(steps[0])
        is_whole = any(len(path) == len(shared) for path in paths)
        return max(0, sum(step is None for step in shared) - is_whole)

    def _key(self, place: Place, name: str) -> Key:
        number = self._records.setdefault(place[: self._depth], len(self._records))
        return number, name

    @property
    def _are_at_nodes(self) -> bool:
        """Whether edges lead from the nodes that they stand in, or to these."""
        ends = {self._declared.edge_source, *self._declared.edge_target}
        return not ends.isdisjoint({PLACE, self._declared.node_id})

    def read_nodes(self) -> None:
        """Read all nodes, and those inside them."""
        for path in self._paths["nodes"]:
            for place, item in found(self._root, path):
                if not self._is_edge_only(path, item):
                    self._add_node(item, place, path)

    def _is_edge_only(self, path: Steps, item: Node) -> bool:
        """Return whether this is an edge, in a list of nodes and edges."""
        is_mixed = path in self._paths["edges"] and not self._are_at_nodes
        ends = [self._values.is_at(x, item) for x in ("edge_source", "edge_target")]
        has_text = self._values.is_at("node_text", item)
        return is_mixed and (all(ends) or (any(ends) and not has_text))

    def _add_node(self, item: Node, place: Place, path: Steps) -> Key:
        self._values.take(item)
        self._values.saw("node", item)
        node = self._node(item, place)
        if not (node.meaning or node.fields.get("text")):
            noun = "a node" if node.made_from else f"the node {shown(node.key[1])}"
            message = f"{noun} has no text"
            severity = Severity.WARNING
            self._findings.add("empty-text", message, item.span, severity=severity)
        self._nodes.append(_Read(node, item, place, path))
        for around in (path, None):
            self._by_place.setdefault((around, place), node.key)
        self._add_children(self._nodes[-1])
        return node.key

    def _node(self, item: Node, place: Place) -> GraphNode:
        """Return what a node says: a claim, a question or a step."""
        values = self._values
        kinds, speakers = (values.in_(x, item) for x in ("node_kind", "node_speaker"))
        values.take(*kinds, *speakers)
        texts = [item] if item.items is None else values.first("node_text", item)
        text = values.word(texts[0]) if texts else ""
        quotation, said = self._quoted.quotation(item, place, text) or (None, ())
        text = text or (quotation.exact if quotation else "")
        words = [*map(values.word, kinds)]
        steps = _STEPS if text else _STEPS_WITHOUT_TEXT
        step = next(filter(steps.get, map(folded, words)), "")
        is_question = any(folded(each) in _QUESTIONS for each in words)
        fields: dict[str, Any] = {
            "text": text,
            "tags": [x for x in words if folded(x) not in {*_PLAIN, step}],
            "utterances": [*filter(str.strip, map(values.word, speakers))],
        }
        if not (step or is_question):
            fields["speaker"], *fields["utterances"] = fields["utterances"] or [""]
            fields["quotations"] = [quotation] if quotation else []
            values.take(*said)
        key, made_from = self._named(item, place, text)
        own = {name: value for name, value in fields.items() if value}
        return GraphNode(key, whole(item), own, steps.get(step), is_question, made_from)

    def _named(self, item: Node, place: Place, text: str) -> tuple[Key, str]:
        """Return the key of a node, and what to make its id from if it has none.

        Edges can name a node without an id by its text.
        """
        if self._declared.node_id == PLACE:
            return self._key(place, str(place[-1] if place else 0)), ""
        if names := self._values.first("node_id", item):
            return self._key(place, self._values.name(names[0])), ""
        key = self._key(place, text)
        if not text or key in self._keys:
            key = self._key(place, f"#{item.start}")
        self._keys.add(key)
        return key, text or "node"

    def _add_children(self, around: _Read) -> None:
        for number, path in enumerate(self._paths["children"]):
            for inside, child in each_found(around.item, path):
                if child.items is None and not is_value(child):
                    continue
                self._values.hit("children")
                place = (*around.place, -1 - number, *inside)
                key = self._add_node(child, place, around.path)
                ends = [End(key, child.span)], End(around.node.key, child.span)
                words, said = self._relation_words(child, path, is_node=True)
                edge = Edge(*ends, whole(child), words, said=said, is_inside=True)
                self._edges.append(edge)

    def _relation_words(
        self, item: Node, *paths: Steps, is_node: bool
    ) -> tuple[Sequence[str], Sequence[Node]]:
        """Return the words that say what an edge means, and where the only one stands.

        If it has none but those of roles, and of kinds of nodes, what lists and keys
        are called may say it before these.
        """
        said = self._values.in_("edge_relation", item)
        kinds = {id(x) for x in self._values.at("node_kind", item) if is_node}
        own = [x for x in said if id(x) not in kinds and not is_role(str(x.value))]
        names = [str(name) for path in paths for name in path[::-1] if name is not None]
        words = [*map(self._values.word, own or said)]
        return words if own else [*names, *words, ""], own if len(own) == 1 else ()

    def read_edges(self) -> None:
        """Read all edges."""
        for path in self._paths["edges"]:
            for place, item in self._edges_at(path):
                with self._values.set_apart() as taken:
                    self._read_edge(item, place, path, taken)

    def _edges_at(self, path: Steps) -> Iterator[tuple[Place, Node]]:
        """Yield what a path to edges leads to, in inner nodes too if it is in nodes.

        A path that leads nowhere is reported.
        """
        around = self._around(path)
        items: list[tuple[Place, Node]] = [((), self._root)]
        if around is not None:
            items = [(x.place, x.item) for x in self._nodes if x.path == around]
            path = path[len(around) :]
        if not any([*found(item, _without_each(path))] for _, item in items):
            self._report_nowhere("edges", (*(around or ()), *path))
        for place, item in items:
            yield from found(item, path, place)

    def _around(self, path: Steps) -> Steps | None:
        """Return the path to the nodes that edges at a path stand in, or are."""
        nodes = [x for x in self._paths["nodes"] if path[: len(x)] == x]
        return next((x for x in nodes if x != path or self._are_at_nodes), None)

    def _read_edge(
        self, item: Node, place: Place, path: Steps, taken: Mapping[int, Node]
    ) -> None:
        values, sources = self._values, self._paths["edge_source"]
        around = self._around(path)
        starts = self._ends("edge_source", item, around, place, sources)
        targets = [
            (target, self._ends("edge_target", item, around, place, [target]))
            for target in self._paths["edge_target"]
        ]
        ends = [end for _, found_there in targets for end in found_there]
        is_whole = bool(starts and ends)
        if not self._declared.nodes:
            self._mention(item, starts, "edge_source_text")
            self._mention(item, ends, "edge_target_text")
            is_node = starts and not values.is_at("edge_relation", item)
        else:
            is_node = path in self._paths["nodes"] and not self._is_edge_only(
                path, item
            )
        if is_node and not is_whole:
            if not self._declared.nodes:
                self._report_alone(starts[0])
                self._add_data(starts[0].key, values.rest(item))
                values.take(item)
                self._alone.append(taken)
            return
        is_own = not (path in self._paths["nodes"] and self._are_at_nodes)
        if is_own:
            values.saw("edge", item)
        if not is_whole:
            self._report_lacking("target" if starts else "source", item)
            return
        key, strength = self._details(item, place) if is_own else (None, None)
        fields = {} if strength is None else {"strength": strength}
        if is_own:
            values.take(item)
        for target, found_there in targets:
            paths = (target, *sources, path)
            words, said = self._relation_words(item, *paths, is_node=not is_own)
            own = item if is_own else None
            named = str(*_without_each(path if is_own else target)[-1:])
            is_inwards = self._are_at_nodes and is_inner(named)
            for end in found_there:
                span = whole(item)
                edge = Edge(starts, end, span, words, key, fields, own, said, taken)
                if is_inwards:
                    edge = attrs.evolve(edge, starts=[end], end=starts[0])
                self._edges.append(edge)

    def _details(self, item: Node, place: Place) -> tuple[Key | None, float | None]:
        """Return the key of an edge, and its strength, as far as it has them."""
        ids = self._values.first("edge_id", item)
        key = self._key(place, self._values.name(ids[0])) if ids else None
        for each in self._values.in_("edge_strength", item):
            strength = number_of(each)
            if STRENGTH.fits(strength):
                self._values.take(each)
                return key, strength
            message = f"a strength must be a positive number, not {shown(each.value)}"
            self._findings.add("bad-value", message, each.span)
        return key, None

    def _ends(
        self,
        field: str,
        item: Node,
        around: Steps | None,
        place: Place,
        paths: Sequence[Steps],
    ) -> list[End]:
        is_node = (around, place) in self._by_place
        if paths == [(PLACE,)] or (is_node and paths == self._paths["node_id"]):
            inside = ((around, place[:at]) for at in range(len(place), -1, -1))
            keys = filter(None, map(self._by_place.get, inside))
            return [End(key, item.span) for key in islice(keys, 1)]
        names = [each for path in paths for each in self._values.ends(path, item)]
        ends = [end for each in names for end in self._ends_at(place, each)]
        if ends:
            self._values.hit(field)
        return ends

    def _ends_at(self, place: Place, node: Node) -> Iterator[End]:
        """Yield what a value names: a node, or several if some of them are known."""

        def is_known(name: str) -> bool:
            return not self._declared.nodes or self._key(place, name) in self._known

        word = self._values.word(node)
        if word in _BLANKS and self._key(place, word) not in self._known:
            return
        at = self._text.find(word, node.start, node.end)
        for name, offset in ids_in(word, is_known):
            start = at + offset
            is_part = at >= 0 and len(name) < len(word)
            span = Span(start, start + len(name)) if is_part else node.span
            yield End(self._key(place, name), span)

    @cached_property
    def _known(self) -> AbstractSet[Key]:
        """What the nodes are called, once all are read."""
        return {each.node.key for each in self._nodes}

    def _report_lacking(self, noun: str, item: Node) -> None:
        where = self._values.said(f"edge_{noun}")
        message = f"an edge has no {noun}, which is to be at {where}"
        self._findings.add("missing-key", message, item.span)

    def _report_alone(self, end: End) -> None:
        where = self._values.said("edge_target")
        message = f"nothing stands at {where}: {shown(end.key[1])} is a claim by itself"
        severity = Severity.WARNING
        self._findings.add("missing-key", message, end.span, severity=severity)

    def _mention(self, item: Node, ends: Sequence[End], field: str) -> None:
        """Note what an edge names where there are no nodes: its ends are claims."""
        texts: list[Node | None] = [*self._values.in_(field, item)]
        if not self._paths[field]:
            texts += self._values.texts_of_ends(field.removesuffix("_text"), item)
        for end, said in zip_longest(ends, texts[: len(ends)]):
            name = end.key[1]
            own = "" if self._paths[field] else name
            text = self._values.word(said) if said else own
            known = self._mentioned.get(end.key)
            if known is None or (text and not known.fields["text"]):
                made_from = "" if is_id(name) else name
                fields = {**(known.fields if known else {}), "text": text}
                known = GraphNode(end.key, end.span, fields, made_from=made_from)
                self._mentioned[end.key] = known
            if said and text == known.fields["text"]:
                self._values.take(said)

    def _add_data(self, key: Key, data: Mapping[str, Any]) -> None:
        node = self._mentioned[key]
        fields = {**node.fields, "data": merged([node.fields.get("data", {}), data])}
        self._mentioned[key] = attrs.evolve(node, fields=fields)

    def document(self) -> Document:
        """Return the document, once all is read."""
        self._values.report_missing()
        report_unused(self._declared.relations, self._edges, self._findings)
        title = self._title()
        step_keys = {each.node.key for each in self._nodes if each.node.meaning}
        meanings = self._declared.meanings
        related = [*with_meanings(self._edges, meanings, step_keys, self._findings)]
        for taken in self._alone:
            self._values.take(*taken.values())
        for edge, meant in related:
            self._values.take(
                *edge.taken.values(), *(edge.said if meant.meaning else ())
            )
        edges = [*joined(self._with_data(*each) for each in said_once(related))]
        document = document_of(
            self._text,
            [*self._with_data_of_nodes(), *self._mentioned_nodes(edges)],
            edges,
            self._findings,
            sources=self._quoted.sources,
            title=title,
        )
        self._leave(edges, document)
        data = self._values.beside(self._root)
        argument_map = attrs.evolve(document.argument_map, data=data)
        return attrs.evolve(document, argument_map=argument_map)

    def _leave(self, edges: Iterable[GraphEdge], document: Document) -> None:
        """Leave edges as data that say more than parts have become of them."""
        made = {*document.spans.values()}
        left = {
            each.key or each.span
            for each in edges
            if each.span not in made and (each.key or any(each.fields.values()))
        }
        for each in self._edges:
            if each.item and (each.key or each.span) in left:
                self._values.leave(each.item)

    def _title(self) -> str:
        inside = self._root.items if isinstance(self._root.items, dict) else {}
        title = inside.get("title")
        if title is None or not isinstance(title.value, str):
            return ""
        self._values.take(title)
        return title.value

    def _with_data(self, edge: Edge, meant: GraphEdge) -> GraphEdge:
        rest = self._values.rest(edge.item) if edge.item else {}
        return attrs.evolve(meant, fields={**meant.fields, "data": rest})

    def _with_data_of_nodes(self) -> Iterator[GraphNode]:
        for each in self._nodes:
            fields = {**each.node.fields, "data": self._values.rest(each.item)}
            yield attrs.evolve(each.node, fields=fields)

    def _mentioned_nodes(self, edges: Sequence[GraphEdge]) -> Iterator[GraphNode]:
        """Yield claims for the ends of edges, but for those that are edges."""
        of_edges = {each.key for each in edges}
        questions = {each.end.key for each in edges if each.meaning is Meaning.ANSWER}
        for key, node in self._mentioned.items():
            if key not in of_edges or node.fields["text"] not in {"", key[1]}:
                yield attrs.evolve(node, is_question=key in questions)
