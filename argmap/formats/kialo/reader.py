"""Reader of Kialo's text: a claim a number, pros and cons by the numbers above them."""

import re
from collections.abc import Iterator
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.document import Document
from argmap.formats.kialo.lines import Item, discussion_of
from argmap.formats.kialo.wording import KEY, cited, escaped, plain
from argmap.formats.located import Findings, whole_characters
from argmap.formats.nodes import End, GraphEdge, GraphNode, Meaning, document_of
from argmap.model import Quotation, Source

_MEANINGS: Final = {
    "pro": Meaning.SUPPORT,
    "con": Meaning.ATTACK,
    "": Meaning.ANSWER,
}
_NEUTRAL: Final = "neutral"
_REFERENCE: Final = re.compile(r"->\s*See\s+([0-9.]*[0-9])\.?", re.IGNORECASE)
_URL: Final = re.compile(r"(https?://\S*)\s*", re.IGNORECASE)
_QUOTES: Final = " \t\r\n\"'“”„‟«»"
_DEEPEST_ANSWER: Final = 2


def read(text: str) -> Document:
    r"""Read a map from Kialo's text; never raises for what it says.

    >>> read("Discussion Title: Trams\n\n1. Build.\n1.1. Con: Dear.").argument_map
    <ArgumentMap 'Trams': 2 claims, 1 counterpoint>
    """
    whole, findings = whole_characters(text)
    return _Reading(whole, text, findings).document()


class _Reading:
    """A discussion on its way to a map."""

    def __init__(self, whole: str, text: str, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._found = discussion_of(whole, findings)
        self._sources = {
            number: _source(each) for number, each in self._found.sources.items()
        }
        self._questions = {
            each.parent
            for each in self._found.claims
            if not each.stance and each.number.count(".") == 1
        }

    def document(self) -> Document:
        """Return the map, with what is found."""
        found, findings = self._found, self._findings
        if not found.claims and (found.title is None or findings):
            message = "there is no claim; the first is numbered 1."
            findings.add("empty-text", message, Span(0, min(1, len(self._text))))
        claims = [each for each in found.claims if not self._target(each)]
        document = document_of(
            self._text,
            [self._node(each) for each in claims],
            self._edges(),
            findings,
            sources=[each for each, _ in self._sources.values()],
            title=found.title or "",
            thesis=(0, "1"),
            noun="claim",
        )
        listed = found.sources.items()
        spans = {f"source-{number}": each.span for number, each in listed}
        return attrs.evolve(document, source_spans=spans)

    def _node(self, item: Item) -> GraphNode:
        key, is_question = (0, item.number), item.number in self._questions
        text = plain(item.text, frozenset(self._sources))
        if not text:
            message = f"{item.number} has no text"
            add = self._findings.add
            add("empty-text", message, item.span, severity=Severity.WARNING)
        fields: dict[str, Any] = {"text": text, "data": dict(item.data)}
        if item.text != escaped(text):
            fields["data"][KEY] = item.text
        quotations = self._quotations(item)
        if quotations and is_question:  # which has none; their words are its data
            fields["data"]["quotations"] = [each.exact for each in quotations]
        elif quotations:
            fields["quotations"] = quotations
        return GraphNode(key, item.span, fields, is_question=is_question)

    def _quotations(self, item: Item) -> list[Quotation]:
        numbers = dict.fromkeys(cited(item.text))
        sources = (self._sources[each] for each in numbers if each in self._sources)
        return [Quotation(words, source=source) for source, words in sources if words]

    def _edges(self) -> Iterator[GraphEdge]:
        for each in self._found.claims:
            if each.stance == _NEUTRAL:
                message = f"{each.number} is neither for nor against {each.parent}"
                add = self._findings.add
                help_ = "it stands by itself; begin it with Pro or Con if it is either"
                add("left-out", message, each.span, help_, Severity.WARNING)
            elif each.parent:
                target = self._target(each)
                start = End((0, target or each.number), each.span)
                end = End((0, each.parent), each.span)
                key = (0, each.number) if target else None
                yield GraphEdge([start], end, each.span, self._meaning(each), key)

    @staticmethod
    def _meaning(item: Item) -> Meaning | None:
        is_deep = item.number.count(".") >= _DEEPEST_ANSWER
        return None if is_deep and not item.stance else _MEANINGS[item.stance]

    @staticmethod
    def _target(item: Item) -> str:
        """Return the number that stands in the place of a text, if one does."""
        match = _REFERENCE.fullmatch(item.text)
        return match[1] if match and item.parent else ""


def _source(item: Item) -> tuple[Source, str]:
    """Return a source, and what is quoted of it."""
    url = _URL.match(item.text)
    words = item.text[url.end() if url else 0 :].strip(_QUOTES)
    source_id = f"source-{item.number}"
    if url is None and "\n" not in item.text:
        return Source(source_id, words), ""
    return Source(source_id, url=url[1] if url else ""), words
