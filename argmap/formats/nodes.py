"""A map made of nodes and edges, as most other tools have them.

A reader collects both with their locations. Here they get ids, what edges name is
looked up, and what no map can hold is reported and left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Any, Final, TypeAlias

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.codec import suggestion
from argmap.formats.document import Document
from argmap.formats.ids import Ids, slug
from argmap.formats.located import Findings, by_place, shown
from argmap.model import (
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Inference,
    Part,
    Preference,
    Question,
    Rephrase,
    Source,
)
from argmap.model.connections import grouped
from argmap.model.kinds import is_id
from argmap.words import with_article


class Meaning(StrEnum):
    """What a relation says of the part that it leads from, and the one it leads to.

    `none` is that they are compared, and unrelated.
    """

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTION = "contradiction"
    REPHRASE = "rephrase"
    PREFERENCE = "preference"
    ANSWER = "answer"
    NONE = "none"


Key: TypeAlias = tuple[int, str]
"""The id of a node or an edge in the file, behind the number of its name space."""

_STEPS: Final = frozenset({Meaning.SUPPORT, Meaning.ATTACK, Meaning.UNDERCUT})
"""The meanings with which a relation can lead to a step, and is one."""
_TO_QUESTIONS: Final = frozenset({Meaning.SUPPORT, Meaning.ANSWER})


@attrs.frozen(eq=False)
class End:
    """The node or edge that an edge names, and where it does."""

    key: Key
    span: Span


@attrs.frozen(eq=False)
class GraphNode:
    """A node: a claim, a question or, with a `meaning`, a step from others to others.

    `fields` are those of the part that it becomes, without the id. That is like the
    key, or made from a text, `made_from`, where the file has none.
    """

    key: Key
    span: Span
    fields: Mapping[str, Any] = attrs.field(factory=dict)
    meaning: Meaning | None = None
    is_question: bool = False
    made_from: str = ""


@attrs.frozen(eq=False)
class GraphEdge:
    """An edge: what it leads from, all together, and what to.

    It has a `meaning` unless it joins a node that is a step; with a `key`, other edges
    can lead to it.
    """

    starts: Sequence[End]
    end: End
    span: Span
    meaning: Meaning | None = None
    key: Key | None = None
    fields: Mapping[str, Any] = attrs.field(factory=dict)


@attrs.define(eq=False)
class _Step:
    """A step on its way to a part, from a node or an edge."""

    span: Span
    meaning: Meaning
    key: Key | None
    fields: Mapping[str, Any]
    premises: list[End] = attrs.field(factory=list)
    ends: list[End] = attrs.field(factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether it leads to something, from something if it must."""
        needs_premises = self.meaning not in {Meaning.ATTACK, Meaning.UNDERCUT}
        return bool(self.ends and (self.premises or not needs_premises))


def document_of(
    text: str,
    nodes: Iterable[GraphNode],
    edges: Iterable[GraphEdge],
    findings: Findings,
    *,
    sources: Iterable[Source] = (),
    thesis: Key | None = None,
    noun: str = "node",
    **fields: Any,
) -> Document:
    """Return the document of nodes and edges; `fields` are those of its map.

    Its thesis is the claim that the node with this key becomes. The `noun` is what the
    format calls its nodes.

    >>> at = Span(0, 1)
    >>> nodes = [GraphNode((0, name), at, {"text": f"{name}."}) for name in "ab"]
    >>> edge = GraphEdge([End((0, "a"), at)], End((0, "b"), at), at, Meaning.SUPPORT)
    >>> document_of("…", nodes, [edge], Findings()).argument_map.inferences
    (Inference(['a'], 'b'),)
    """
    builder = _Builder(findings, noun)
    builder.add_nodes(nodes)
    builder.add_edges(edges)
    parts = [*builder.parts()]
    fields["thesis"] = builder.claim_id(thesis)
    argument_map = ArgumentMap.of(*parts, *sources, **fields)
    return Document(argument_map, text, builder.spans, by_place(findings))


class _Builder:
    """Nodes and steps by their keys, and the ids of the parts that they become."""

    def __init__(self, findings: Findings, noun: str) -> None:
        self._noun = noun
        self.spans: dict[str, Span] = {}
        self._findings = findings
        self._nodes: dict[Key, GraphNode] = {}
        self._steps: list[_Step] = []
        self._by_key: dict[Key, _Step] = {}
        self._of_nodes: set[Key] = set()
        self._ids = Ids()
        self._part_ids: dict[Key, str] = {}
        self._answers: list[tuple[Key, Key]] = []
        self._seen: set[tuple[Meaning, tuple[str, ...], str]] = set()

    def claim_id(self, key: Key | None) -> str | None:
        """Return the id of the claim that a node has become, if it is one."""
        node = self._nodes.get(key) if key else None
        return self._part_ids[node.key] if node and not node.is_question else None

    def add_nodes(self, nodes: Iterable[GraphNode]) -> None:
        """Add nodes; of several with one id the first counts."""
        for each in nodes:
            if each.key in self._nodes or each.key in self._by_key:
                message = f"a {self._noun} above has the id {shown(each.key[1])} too"
                self._findings.add("duplicate-id", message, each.span)
            elif each.meaning is None:
                self._nodes[each.key] = each
            else:
                step = _Step(each.span, each.meaning, each.key, each.fields)
                self._add(step)
                self._of_nodes.add(each.key)

    def add_edges(self, edges: Iterable[GraphEdge]) -> None:
        """Add edges; those at a node that is a step say what that joins."""
        of_nodes = {key: self._by_key[key] for key in self._of_nodes}
        for each in edges:
            starts = [of_nodes[one.key] for one in each.starts if one.key in of_nodes]
            for step in starts:
                step.ends.append(each.end)
            if 0 < len(starts) < len(each.starts):
                self._refuse("it leads from claims and from a step", each.span)
            if starts:
                continue
            if each.end.key in of_nodes:
                of_nodes[each.end.key].premises += each.starts
            elif each.meaning is None and self._are_known(*each.starts, each.end):
                message = "nothing says what the relation between the two is"
                self._findings.add("unknown-relation", message, each.span)
            elif each.meaning is not None:
                self._add_edge(each, each.meaning)

    def _are_known(self, *ends: End) -> bool:
        """Return whether all of these are nodes; report those that are not."""
        unknown = [
            x for x in ends if x.key not in self._nodes and x.key not in self._by_key
        ]
        for each in unknown:
            self._refuse_end(each, "")
        return not unknown

    def _add_edge(self, edge: GraphEdge, meaning: Meaning) -> None:
        if is_double := edge.key in self._by_key:
            message = f"a relation above has the id {shown(edge.key[1])} too"
            add = self._findings.add
            add("duplicate-id", message, edge.span, severity=Severity.WARNING)
        is_taken = is_double or edge.key in self._nodes
        key = None if is_taken else edge.key
        starts, ends = [*edge.starts], [edge.end]
        self._add(_Step(edge.span, meaning, key, edge.fields, starts, ends))

    def _add(self, step: _Step) -> None:
        self._steps.append(step)
        if step.key:
            self._by_key[step.key] = step

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the map, once all is added."""
        steps = self._held()
        for key in chain(self._nodes, (each.key for each in steps if each.key)):
            made_from = key in self._nodes and self._nodes[key].made_from
            name = made_from or key[1]
            is_own = is_id(name) and not made_from
            self._part_ids[key] = self._ids.take(name if is_own else slug(name))
        answers = grouped(
            (question, self._part_ids[each]) for question, each in self._answers
        )
        for node in self._nodes.values():
            yield self._of_node(node, answers.get(node.key, ()))
        for step in steps:
            yield from self._of_step(step)

    def _of_node(self, node: GraphNode, answers: Iterable[str]) -> Part:
        part_id = self._part_ids[node.key]
        self.spans[part_id] = node.span
        fields = node.fields
        if not node.made_from:
            fields = _with_name(fields, node.key[1], part_id)
        if node.is_question:
            own = _fitting(Question, fields)
            return Question(part_id, answers=[*dict.fromkeys(answers)], **own)
        return Claim(part_id, **fields)

    def _of_step(self, step: _Step) -> Iterator[Part]:
        """Yield a part for each end; the first has the id of the step, if any."""
        own, fields = "", step.fields
        if step.key:
            own = self._part_ids[step.key]
            fields = _with_name(fields, step.key[1], own)
        premises = [self._part_ids[each.key] for each in step.premises]
        for end in step.ends:
            target = self._part_ids[end.key]
            self._find_odd(step, premises, target, end)
            for part in _parts_of(step.meaning, premises, target, fields):
                is_first = own and own not in self.spans
                part_id = own if is_first else self._ids.take(own or part.id)
                self.spans[part_id] = step.span
                yield part if part.id == part_id else attrs.evolve(part, id=part_id)

    def _is_question(self, key: Key) -> bool:
        return key in self._nodes and self._nodes[key].is_question

    def _find_odd(
        self, step: _Step, premises: list[str], target: str, end: End
    ) -> None:
        """Report what a map can hold, though hardly anybody means it."""
        add = self._findings.add
        if target in premises:
            message = f"{shown(target)} is related to itself"
            add("self-relation", message, step.span, severity=Severity.WARNING)
        if step.meaning is Meaning.UNDERCUT and end.key in self._nodes:
            message = f"what is undercut is a step; {shown(target)} is a claim"
            help_ = "it is read as an objection to the claim"
            add("undercut-claim", message, end.span, help_, Severity.WARNING)
        relation = step.meaning, tuple(premises), target
        if relation in self._seen:
            message = "a relation above says the same"
            add("repeated-relation", message, step.span, severity=Severity.INFO)
        self._seen.add(relation)

    def _held(self) -> list[_Step]:
        """Return the steps that a map can hold; why not is said of the others."""
        for each in self._steps:
            self._check(each)
        naming = grouped(
            (one.key, each)
            for each in self._steps
            for one in (*each.premises, *each.ends)
        )
        waiting = [each for each in self._steps if not each.is_whole]
        gone = set(map(id, waiting))
        while waiting:
            step = waiting.pop()
            for other in naming.get(step.key, ()) if step.key else ():
                is_premise = any(each.key == step.key for each in other.premises)
                left = [each for each in other.ends if each.key != step.key]
                other.ends = [] if is_premise else left
                if not other.ends and id(other) not in gone:
                    self._refuse("a step that this names is left out", other.span)
                    gone.add(id(other))
                    waiting.append(other)
        return [each for each in self._steps if id(each) not in gone]

    def _check(self, step: _Step) -> None:
        """Report what cannot be; a step without one of its premises leads nowhere."""
        was_whole = step.is_whole
        if not was_whole:
            message = "the step does not lead from something to something"
            self._findings.add("unfinished-step", message, step.span)
        can_begin = [self._can_begin(step, each) for each in step.premises]
        ends = [each for each in step.ends if self._can_end(step, each)]
        step.ends = []
        held = ends if all(can_begin) else []
        if was_whole and not held and step.key in self._of_nodes:
            self._refuse("the step is left out because of one of its ends", step.span)
        for end in held:
            if self._is_question(end.key):
                self._answers += [(end.key, each.key) for each in step.premises]
            else:
                step.ends.append(end)

    def _can_begin(self, step: _Step, start: End) -> bool:
        if start.key in self._nodes and not self._is_question(start.key):
            return True
        if step.meaning is Meaning.PREFERENCE and self._is_step(start.key):
            return True
        return self._refuse_end(start, f"cannot be where {_a(step)} begins")

    def _can_end(self, step: _Step, end: End) -> bool:
        to_itself = any(each.key == end.key for each in step.premises)
        if self._is_question(end.key):
            allowed = step.meaning in _TO_QUESTIONS
        elif end.key in self._nodes:
            allowed = step.meaning is not Meaning.ANSWER
        else:
            can_be = step.meaning in _STEPS or step.meaning is Meaning.PREFERENCE
            allowed = can_be and self._is_step(end.key)
        allowed &= not (to_itself and step.meaning is Meaning.CONTRADICTION)
        return allowed or self._refuse_end(end, f"cannot be where {_a(step)} ends")

    def _is_step(self, key: Key) -> bool:
        return key in self._by_key and self._by_key[key].meaning in _STEPS

    def _refuse_end(self, end: End, why: str) -> bool:
        name = shown(end.key[1])
        if end.key in self._nodes or end.key in self._by_key:
            self._refuse(f"{name} {why}", end.span)
        else:
            known = self._names.get(end.key[0], ())
            help_ = suggestion(end.key[1], known, self._findings)
            message = f"no {self._noun} has the id {name}"
            self._findings.add("unknown-id", message, end.span, help_)
        return False

    @cached_property
    def _names(self) -> dict[int, tuple[str, ...]]:
        return grouped(self._nodes)

    def _refuse(self, message: str, span: Span) -> None:
        self._findings.add("impossible-relation", message, span)


def _a(step: _Step) -> str:
    return with_article(step.meaning)


def _parts_of(
    meaning: Meaning, premises: Sequence[str], end: str, fields: Mapping[str, Any]
) -> Iterator[Part]:
    """Yield the part that a step to one end is; several where it holds one each."""
    match meaning:
        case Meaning.SUPPORT:
            yield Inference(premises, end, **_fitting(Inference, fields))
        case Meaning.ATTACK | Meaning.UNDERCUT:
            yield Counterpoint(premises, end, **_fitting(Counterpoint, fields))
        case Meaning.CONTRADICTION:
            own, kind = _fitting(Contradiction, fields), ContradictionKind.CONTRARY
            yield Contradiction([*dict.fromkeys([*premises, end])], kind, **own)
        case Meaning.REPHRASE:
            own = _fitting(Rephrase, fields)
            yield from (Rephrase(each, original=end, **own) for each in premises)
        case Meaning.PREFERENCE:
            own = _fitting(Preference, fields)
            yield from (Preference(each, over=end, **own) for each in premises)


def _fitting(kind: type[Part], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a kind of part has, with the others as its data."""
    known = attrs.fields_dict(kind)
    own = {key: value for key, value in fields.items() if key in known}
    others = {key: value for key, value in fields.items() if key not in known}
    return {**own, "data": {**others, **fields.get("data", {})}}


def _with_name(fields: Mapping[str, Any], name: str, part_id: str) -> Mapping[str, Any]:
    """Return the fields of a part, with the id in its data if that is another."""
    if name == part_id:
        return fields
    return {**fields, "data": {"id": name, **fields.get("data", {})}}
