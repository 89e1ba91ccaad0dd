"""Meanings of edges, by their words, once all are known."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.declared.words import Relation, folded, usual
from argmap.formats.located import Findings, shown
from argmap.formats.nodes import End, GraphEdge, Key
from argmap.suggestions import did_you_mean
from argmap.words import counted

_WORDS: Final = ("support", "attack", "undercut", "contradiction", "rephrase")


@attrs.frozen(eq=False)
class Edge:
    """An edge whose meaning has not been looked up.

    The first of its `words` that means something counts.
    """

    starts: Sequence[End]
    end: End
    span: Span
    words: Sequence[str]
    key: Key | None = None
    fields: Mapping[str, Any] = attrs.field(factory=dict)


def with_meanings(
    edges: Iterable[Edge],
    declared: Mapping[str, Relation],
    steps: Container[Key],
    findings: Findings,
) -> Iterator[GraphEdge]:
    """Yield edges with their meanings; a word without one is reported once.

    `steps` are the nodes that say themselves what they mean.
    """
    edges = [*edges]
    known = usual({word for each in edges for word in each.words})
    unknown: dict[str, list[Span]] = {}
    for each in edges:
        relations = (_relation(word, declared, known) for word in each.words)
        relation = next(filter(None, relations), None)
        is_of_step = any(one.key in steps for one in (*each.starts, each.end))
        if relation is None and not is_of_step:
            word = "" if "" in each.words else each.words[0]
            unknown.setdefault(word, []).append(each.span)
        elif relation is not None and relation[1] and not is_of_step:
            for start in each.starts:
                yield GraphEdge(
                    [each.end], start, each.span, relation[0], each.key, each.fields
                )
        else:
            meaning = relation[0] if relation else None
            yield GraphEdge(
                each.starts, each.end, each.span, meaning, each.key, each.fields
            )
    for word, spans in unknown.items():
        _report_unknown(word, spans, findings)


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


def joined(edges: Iterable[GraphEdge]) -> Iterator[GraphEdge]:
    """Yield edges, those with one id, one meaning and one end as one of all starts."""
    first: dict[tuple[object, ...], GraphEdge] = {}
    for number, each in enumerate(edges):
        same = (each.key, each.meaning, each.end.key) if each.key else (number,)
        if (known := first.get(same)) is None:
            first[same] = each
        else:
            starts = [*known.starts, *each.starts]
            first[same] = attrs.evolve(known, starts=starts)
    yield from first.values()
