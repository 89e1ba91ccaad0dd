"""Meanings of edges, by their words, once all are known."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.declared.values import merged
from argmap.formats.declared.words import Relation, folded, is_role, usual
from argmap.formats.located import Findings, Node, shown
from argmap.formats.nodes import End, GraphEdge, Key, Meaning
from argmap.suggestions import did_you_mean
from argmap.words import counted

_WORDS: Final = ("support", "attack", "undercut", "contradiction", "rephrase")


@attrs.frozen(eq=False)
class Edge:
    """An edge whose meaning has not been looked up.

    The first of its `words` that means something counts, and those that only say what
    role a claim has come last; `said` is where the only one stands. What was `taken`
    for the edge is data if it becomes no part. One that leads from a node inside
    another to that does so too if a usual word says it the other way round.
    """

    starts: Sequence[End]
    end: End
    span: Span
    words: Sequence[str]
    key: Key | None = None
    fields: Mapping[str, Any] = attrs.field(factory=dict)
    item: Node | None = None
    said: Sequence[Node] = ()
    taken: Mapping[int, Node] = attrs.field(factory=dict)
    is_inside: bool = False


def with_meanings(
    edges: Iterable[Edge],
    declared: Mapping[str, Relation],
    steps: Container[Key],
    findings: Findings,
) -> Iterator[tuple[Edge, GraphEdge]]:
    """Yield edges with what they become by their meanings.

    A word without a meaning is reported once, and so is one that means none. `steps`
    are the nodes that say themselves what they mean.
    """
    edges = [*edges]
    known = usual({word for each in edges for word in each.words})
    inside = {word: (meaning, False) for word, (meaning, _) in known.items()}
    unknown: dict[str, list[Span]] = {}
    unrelated: dict[str, list[Span]] = {}
    for each in edges:
        words = sorted(each.words, key=lambda word: not word or is_role(word))
        usually = inside if each.is_inside else known
        found = [(word, _relation(word, declared, usually)) for word in words]
        meant = ((word, *relation) for word, relation in found if relation)
        word, meaning, is_backwards = next(meant, ("", None, False))
        if any(one.key in steps for one in (*each.starts, each.end)):
            yield each, _edge(each, each.starts, each.end, None)
        elif meaning is None:
            word = "" if "" in each.words else each.words[0]
            unknown.setdefault(word, []).append(each.span)
        elif meaning is Meaning.NONE:
            unrelated.setdefault(word, []).append(each.span)
        elif is_backwards:
            for start in each.starts:
                yield each, _edge(each, [each.end], start, meaning)
        else:
            yield each, _edge(each, each.starts, each.end, meaning)
    for word, spans in unknown.items():
        _report_unknown(word, spans, findings)
    for word, spans in unrelated.items():
        verb = "stays" if len(spans) == 1 else "stay"
        message = f"{counted(len(spans), 'edge')} with {shown(word)} {verb} as data"
        findings.add("left-out", message, spans[0], severity=Severity.INFO)


def _edge(
    edge: Edge, starts: Sequence[End], end: End, meaning: Meaning | None
) -> GraphEdge:
    return GraphEdge(starts, end, edge.span, meaning, edge.key, edge.fields)


def _relation(
    word: str, declared: Mapping[str, Relation], known: Mapping[str, Relation]
) -> Relation | None:
    return declared.get(folded(word) or word.strip()) or known.get(word)


def _report_unknown(word: str, spans: Sequence[Span], findings: Findings) -> None:
    count = counted(len(spans), "relation")
    if word:
        message = f"nothing says what {shown(word)} means, the word of {count}"
        help_ = (
            did_you_mean(word, _WORDS) or "declare it, as in --relation WORD=support"
        )
    else:
        verb = "means" if len(spans) == 1 else "mean"
        message = f"nothing says what {count} between nodes {verb}"
        help_ = "say --edge-relation PATH, or --relation =support of all"
    findings.add("unknown-relation", message, spans[0], help_)


def report_unused(
    declared: Iterable[str], edges: Iterable[Edge], findings: Findings
) -> None:
    """Report each declared word that no edge has, with its likely spelling."""
    words = {word for each in edges for word in each.words}
    known = {folded(word) or word.strip() for word in words}
    for each in declared:
        if (folded(each) or each.strip()) not in known:
            what = f"the word {shown(each)}" if each else "no word"
            message = f"no relation has {what}, as --relation has it"
            help_, severity = did_you_mean(each, words), Severity.WARNING
            findings.add("missing-key", message, Span(0, 0), help_, severity)


def said_once(
    related: Iterable[tuple[Edge, GraphEdge]],
) -> Iterator[tuple[Edge, GraphEdge]]:
    """Yield edges, but for those of one node that another above says of it, too."""
    above: dict[object, Span] = {}
    for edge, meant in related:
        starts = tuple(each.key for each in meant.starts)
        said: object = meant.meaning, starts, meant.end.key
        if meant.meaning is Meaning.CONTRADICTION:
            said = frozenset({*starts, meant.end.key})
        if edge.item or above.setdefault(said, edge.span) == edge.span:
            yield edge, meant


def joined(edges: Iterable[GraphEdge]) -> Iterator[GraphEdge]:
    """Yield edges, those with one id, one meaning and one end as one of all starts.

    Of data under one key that differ, there is then a list.
    """
    same: dict[tuple[object, ...], list[GraphEdge]] = {}
    for number, each in enumerate(edges):
        strength = each.fields.get("strength")
        linked = each.key, each.meaning, each.end.key, strength
        same.setdefault(linked if each.key else (number,), []).append(each)
    for first, *others in same.values():
        starts = [*first.starts, *(start for each in others for start in each.starts)]
        data = merged(each.fields.get("data", {}) for each in (first, *others))
        yield attrs.evolve(first, starts=starts, fields={**first.fields, "data": data})
