"""Reader of OVA2's JSON: nodes of AIF under other keys, with the text they are about.

An edge holds copies of the nodes that it joins, of which only the ids count.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from argmap.diagnostics import Severity
from argmap.formats.aif.scheme_names import scheme_of
from argmap.formats.aif.xaif.highlights import Highlight, highlights_of
from argmap.formats.annotated import edge_data, end_of, quoted, text_of
from argmap.formats.document import Document
from argmap.formats.located import Findings, shown
from argmap.formats.nodes import GraphEdge, GraphNode, Meaning, document_of
from argmap.formats.objects import Value
from argmap.model import Quotation, Source
from argmap.model.connections import grouped

_MEANINGS: Final = {
    "RA": Meaning.SUPPORT,
    "CA": Meaning.ATTACK,
    "MA": Meaning.REPHRASE,
    "PA": Meaning.PREFERENCE,
}
_DIALOGUE: Final = ("L", "TA", "YA")
_KNOWN: Final = ("id", "text", "type", "scheme", "majorClaim", "visible")
_SOURCE: Final = "text"


def read(text: str) -> Document:
    """Read a map from OVA2's JSON; never raises for what the text says.

    >>> nodes = '[{"id": 1, "text": "Rents rose.", "type": "I"}]'
    >>> read(f'{{"nodes": {nodes}, "edges": [], "analysis": {{}}}}').argument_map.claims
    (Claim('1', 'Rents rose.'),)
    """
    return _Reading(text, Value.of(text, Findings())).document()


class _Reading:
    """A document on its way to a map."""

    def __init__(self, text: str, root: Value) -> None:
        self._text = text
        self._root = root
        root.lacks("nodes")
        nodes = [*root["nodes"].objects]
        self._spoken = [each for each in nodes if each["type"].text in _DIALOGUE]
        self._nodes = [each for each in nodes if each["type"].text not in _DIALOGUE]
        html = root["analysis"]["txt"].text
        text, self._highlights = highlights_of(html) if html else ("", [])
        self._source = Source(_SOURCE, text=text)

    def document(self) -> Document:
        """Return the map, with what is found."""
        root, analysis = self._root, self._root["analysis"]
        self._report_spoken()
        rest = analysis.rest("txt", "plain_txt", "documentTitle", "annotatorName")
        data = {
            **root.rest("nodes", "edges", "analysis"),
            **({"analysis": rest} if rest else {}),
            **edge_data(map(_named, root["edges"].objects), "from", "to"),
        }
        return document_of(
            self._text,
            [*filter(None, map(self._node, self._nodes))],
            self._edges(),
            root.findings,
            sources=[self._source] if (self._source.text or "").strip() else [],
            thesis=self._thesis(),
            title=analysis["documentTitle"].text,
            author=analysis["annotatorName"].text,
            data=data,
        )

    def _report_spoken(self) -> None:
        if self._spoken:
            count = len(self._spoken)
            message = f"{count} of the nodes are of a dialogue; they are left out"
            span, severity = self._spoken[0].span, Severity.WARNING
            self._root.findings.add("left-out", message, span, severity=severity)

    def _thesis(self) -> tuple[int, str] | None:
        """Return the major claim, if there is one."""
        major = [
            x["id"].text for x in self._nodes if x["majorClaim"].node.value is True
        ]
        return (0, major[0]) if len(major) == 1 else None

    def _node(self, value: Value) -> GraphNode | None:
        if value.lacks("id") or value.lacks("type"):
            return None
        name, kind = value["id"].text, value["type"].text
        fields: dict[str, Any] = {"data": value.rest(*_KNOWN)}
        if kind == "I":
            fields |= {"text": text_of(value, name)}
            fields["quotations"] = [*self._quotations(name)]
            return GraphNode((0, name), value.span, fields)
        if kind not in _MEANINGS:
            message = f"{shown(name)} is of a type {shown(kind)} that is not known"
            value["type"].warn("unknown-node-type", message)
            return None
        said = {key: value[key].node.value for key in ("text", "scheme")}
        fields["scheme"] = scheme_of(said)
        return GraphNode((0, name), value.span, fields, _MEANINGS[kind])

    @cached_property
    def _highlighted(self) -> dict[str, tuple[Highlight, ...]]:
        return grouped((each.node, each) for each in self._highlights)

    def _quotations(self, name: str) -> Iterator[Quotation]:
        found = self._highlighted.get(name, ())
        quotations = (quoted(self._source, each.start, each.end) for each in found)
        return filter(None, quotations)

    def _edges(self) -> Iterator[GraphEdge]:
        """Yield the edges, but for those of the dialogue."""
        spoken = {each["id"].text for each in self._spoken}
        for each in self._root["edges"].objects:
            if each.lacks("from") or each.lacks("to"):
                continue
            start, end = end_of(each["from"], "id"), end_of(each["to"], "id")
            if spoken.isdisjoint({start.key[1], end.key[1]}):
                yield GraphEdge([start], end, each.span)


def _named(edge: Value) -> tuple[str, Value]:
    return f"{edge['from']['id'].text}-{edge['to']['id'].text}", edge
