"""Reader of BRAT's standoff, as the Argument Annotated Essays have it.

A line is a span of the text (T), an attribute of one (A) or a relation between two (R).
A claim is for or against the major claim by its stance; where there are several major
claims they say the same thing (Stab and Gurevych 2017).
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from argmap.diagnostics import Severity, Span
from argmap.formats.document import Document
from argmap.formats.located import Findings, shown, whole_characters
from argmap.formats.nodes import End, GraphEdge, GraphNode, Meaning, document_of
from argmap.model import Locator, Quotation, Source

_LINE: Final = re.compile(r"([^\r\n]+)")
_SPAN: Final = re.compile(
    r"(T[0-9]+)\t(\S+) ([0-9]{1,12} [0-9]{1,12}(?:;[0-9]{1,12} [0-9]{1,12})*)\t(.*)"
)
_RELATION: Final = re.compile(r"(R[0-9]+)\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*")
_STANCE: Final = re.compile(r"(A[0-9]+)\tStance (\S+) (\S+)\s*")
_MEANINGS: Final = {
    **dict.fromkeys(("supports", "support"), Meaning.SUPPORT),
    **dict.fromkeys(("attacks", "attack"), Meaning.ATTACK),
}
_STANCES: Final = {"for": Meaning.SUPPORT, "against": Meaning.ATTACK}
_MAJOR: Final = "majorclaim"
_SOURCE: Final = "text"


def read(text: str, path: Path | None = None) -> Document:
    r"""Read a map from BRAT's standoff; the text of its spans is in a file beside it.

    Never raises for what the text says.

    >>> read("T1\tClaim 0 11\tRents rose.\n").argument_map.claims[0].text
    'Rents rose.'
    """
    whole, findings = whole_characters(text)
    return _Reading(text, whole, findings, path).document()


class _Reading:
    """Lines on their way to a map."""

    def __init__(
        self, text: str, whole: str, findings: Findings, path: Path | None
    ) -> None:
        self._text = text
        self._findings = findings
        name = path.with_suffix(".txt").name if path else ""
        self._source = Source(_SOURCE, path=name)
        self._nodes: list[GraphNode] = []
        self._edges: list[GraphEdge] = []
        self._major: list[End] = []
        self._stances: list[tuple[End, Meaning, Span]] = []
        for match in _LINE.finditer(whole):
            self._take(match[1], match.start())

    def document(self) -> Document:
        """Return the map, with what is found."""
        if not self._nodes and not self._findings:
            message = "there is no span; a line of one begins with T1"
            self._findings.add("empty-text", message, Span(0, min(1, len(self._text))))
        return document_of(
            self._text,
            self._nodes,
            [*self._edges, *self._to_major()],
            self._findings,
            sources=[self._source] if self._nodes else [],
            thesis=self._major[0].key if self._major else None,
            noun="span",
        )

    def _warn(self, code: str, message: str, span: Span) -> None:
        self._findings.add(code, message, span, severity=Severity.WARNING)

    def _take(self, line: str, at: int) -> None:
        span = Span(at, at + len(line))
        if match := _SPAN.fullmatch(line):
            self._add_node(match, span)
        elif match := _RELATION.fullmatch(line):
            self._add_relation(match, span)
        elif match := _STANCE.fullmatch(line):
            self._add_stance(match, span)
        elif line.strip("\ufeff \t"):
            code = "left-out" if line[0] in "AENM#*" else "brat-syntax"
            self._warn(code, "this says nothing of a map; it is left out", span)

    def _add_node(self, match: re.Match[str], span: Span) -> None:
        key, kind, places, words = match.groups()
        if kind.lower() == _MAJOR:
            self._major.append(End((0, key), span))
        text = words.strip()
        if not text:
            self._warn("empty-text", f"the span {shown(key)} has no text", span)
        fields: dict[str, Any] = {"text": text, "tags": [kind]}
        pairs = [(int(a), int(b)) for a, b in map(str.split, places.split(";"))]
        if any(end < start for start, end in pairs):
            self._warn("bad-value", f"{shown(key)} ends before it begins", span)
        elif len(pairs) == 1 or sum(b - a + 1 for a, b in pairs) == len(words) + 1:
            fields["quotations"] = [*_quotations(words, pairs)]
        else:
            message = f"the words of {shown(key)} are not as long as its places"
            self._warn("bad-value", f"{message}; they are not quoted", span)
        self._nodes.append(GraphNode((0, key), span, fields))

    def _add_relation(self, match: re.Match[str], span: Span) -> None:
        meaning = _MEANINGS.get(match[2].lower())
        if meaning is None:
            message = f"nothing says what the relation {shown(match[2])} means"
            self._findings.add("unknown-relation", message, span)
            return
        start, end = (End((0, match[group]), span) for group in (3, 4))
        key = (0, match[1])
        self._edges.append(GraphEdge([start], end, span, meaning, key))

    def _add_stance(self, match: re.Match[str], span: Span) -> None:
        meaning = _STANCES.get(match[3].lower())
        if meaning is None:
            message = f"a stance is For or Against, not {shown(match[3])}"
            self._warn("bad-value", message, span)
        else:
            self._stances.append((End((0, match[2]), span), meaning, span))

    def _to_major(self) -> Iterator[GraphEdge]:
        """Yield what is for or against the first major claim, or says it again."""
        for start, meaning, span in self._stances:
            if self._major:
                yield GraphEdge([start], self._major[0], span, meaning)
            else:
                self._warn("unknown-id", "there is no major claim", span)
        for each in self._major[1:]:
            yield GraphEdge([each], self._major[0], each.span, Meaning.REPHRASE)


def _quotations(words: str, ranges: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """Yield the words in each range; a blank stands between those of two ranges."""
    at = 0
    for start, end in ranges:
        piece = words[at : at + end - start] if len(ranges) > 1 else words
        at += end - start + 1
        # an annotator's span may begin or end with a blank, which is no word
        if exact := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            locator = Locator(begin, begin + len(exact))
            yield Quotation(exact, source=_SOURCE, locator=locator)
