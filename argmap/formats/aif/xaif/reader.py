"""Reader of xAIF: the AIF in it, and quotations from the text beside it."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.aif import read as read_aif
from argmap.formats.aif.xaif.anchors import Anchors
from argmap.formats.aif.xaif.beside import KEY, SOURCE, without_made
from argmap.formats.aif.xaif.highlights import Highlight, highlights_of
from argmap.formats.annotated import quoted
from argmap.formats.document import Document
from argmap.formats.located import Findings, Node, by_place, shown
from argmap.formats.scanner import Scanner
from argmap.model import ArgumentMap, Quotation, Source

_Pair: TypeAlias = tuple[int, int]

_DEEPEST: Final = 48
_MOST_COMPARED: Final = 2_000_000_000
"""So many letters times texts are compared where nothing is highlighted, no more."""


def read(text: str, *, edges_as_reasons: bool = False) -> Document:
    """Read a map from xAIF; never raises for what the text says.

    See the reader of AIF for `edges_as_reasons`.

    >>> read('{"AIF": {"nodes": [], "edges": []}, "text": ""}').argument_map
    <ArgumentMap: empty>
    """
    found = Findings()
    top = Scanner(text, found, deepest=_DEEPEST).scan()
    items = top.items if top and isinstance(top.items, dict) else {}
    name = "AIF" if "AIF" in items or "aif" not in items else "aif"
    graph = items.get(name)
    if graph is None or not isinstance(graph.items, dict):
        if not found:
            span = graph.span if graph else Span(0, min(1, len(text)))
            message = "$.AIF must be an object with nodes and edges"
            found.add("missing-key", message, span)
        return Document(ArgumentMap(), text, {}, by_place(found))
    end = _end_of(graph, text)
    document = read_aif(
        " " * graph.start + text[graph.start : end], edges_as_reasons=edges_as_reasons
    )
    beside = {name: each for name, each in items.items() if each is not graph}
    return _Reading(text, document, name, graph, beside, found).document()


def _end_of(graph: Node, text: str) -> int:
    """Return where the AIF ends, which may be broken off."""
    return graph.end if graph.end > 0 else len(text)


class _Reading:
    """A document of AIF that is given what stands beside it."""

    def __init__(
        self,
        text: str,
        document: Document,
        name: str,
        graph: Node,
        beside: dict[str, Node],
        found: Findings,
    ) -> None:
        self._text = text
        self._document = document
        self._name = name
        self._graph = graph
        self._anchors = Anchors(graph, document)
        self._beside = beside
        self._found = found

    def document(self) -> Document:
        """Return all of it."""
        argument_map = self._document.argument_map
        rest = {name: each.value for name, each in self._beside.items()}
        data = {**argument_map.data, KEY: rest}
        argument_map = attrs.evolve(argument_map, data=data)
        source = self._source()
        if source:
            argument_map = self._with_quotations(argument_map, source)
        return attrs.evolve(
            self._document,
            argument_map=without_made(argument_map),
            text=self._text,
            diagnostics=self._diagnostics(),
            source_spans={SOURCE: self._at} if source else {},
        )

    @cached_property
    def _at(self) -> Span:
        return self._beside["text"].span

    @cached_property
    def _shown(self) -> tuple[str, list[Highlight]]:
        """The text, and what is highlighted in it; it may stand under `txt`."""
        around = self._beside.get("text")
        value = around.value if around else None
        html = value.get("txt") if isinstance(value, dict) else value
        return highlights_of(html) if isinstance(html, str) else ("", [])

    def _source(self) -> Source | None:
        text, _ = self._shown
        if not text.strip():
            return None
        around = self._beside["text"].value
        url = str(around.get("url")) if isinstance(around, dict) else ""
        is_link = url.startswith(("http://", "https://"))
        return Source(SOURCE, url=url if is_link else "", text=text)

    def _with_quotations(
        self, argument_map: ArgumentMap, source: Source
    ) -> ArgumentMap:
        """Return the map with what each claim is highlighted as, or what it says."""
        spans = self._highlighted()
        self._add_found(argument_map, spans)
        claims = [
            attrs.evolve(each, quotations=_quotations(source, spans.get(each.id, ())))
            for each in argument_map.claims
        ]
        return attrs.evolve(argument_map, claims=claims, sources=[source])

    def _highlighted(self) -> dict[str, list[_Pair]]:
        """Return what is highlighted of each claim; report what is of no node."""
        found: dict[str, list[_Pair]] = {}
        for each in self._shown[1]:
            if each.node not in self._anchors.nodes:
                message = f"words are highlighted as {shown(each.node)}, no node"
                severity = Severity.WARNING
                self._found.add("unknown-id", message, self._at, severity=severity)
            for claim in self._anchors.claims_of(each.node):
                found.setdefault(claim, []).append((each.start, each.end))
        return found

    def _add_found(
        self, argument_map: ArgumentMap, spans: dict[str, list[_Pair]]
    ) -> None:
        """Add where a claim that is not highlighted stands, or who says it says so."""
        text, _ = self._shown
        left = [each for each in argument_map.claims if each.id not in spans]
        if len(left) * len(text) > _MOST_COMPARED:
            message = "the text is too long to look for claims that are not highlighted"
            severity = Severity.INFO
            self._found.add("not-searched", message, self._at, severity=severity)
            return
        for claim in left:
            for words in (claim.text, *self._anchors.words_of(claim.id)):
                if span := _only_place(text, words.strip()):
                    spans[claim.id] = [span]
                    break

    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is found, inside the AIF by its own reader."""
        start, end = self._graph.start, _end_of(self._graph, self._text)
        outside = [
            each
            for each in self._found
            if each.span and not start <= each.span.start < end
        ]
        inside = map(self._with_path, self._document.diagnostics)
        return by_place([*inside, *outside])

    def _with_path(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding whose path begins where the xAIF does, and not its AIF."""
        if not finding.message.startswith("$"):
            return finding
        message = f"$.{self._name}{finding.message.removeprefix('$')}"
        return attrs.evolve(finding, message=message)


def _quotations(source: Source, spans: Iterable[_Pair]) -> list[Quotation]:
    found = (quoted(source, *span) for span in dict.fromkeys(spans))
    return [*filter(None, found)]


def _only_place(text: str, words: str) -> _Pair | None:
    """Return where words stand in a text, whole, if they stand there once."""
    start = text.find(words) if words else -1
    end = start + len(words)
    if start < 0 or text.find(words, start + 1) >= 0:
        return None
    is_whole = not (text[start - 1 : start].isalnum() and words[0].isalnum())
    is_whole &= not (text[end : end + 1].isalnum() and words[-1].isalnum())
    return (start, end) if is_whole else None
