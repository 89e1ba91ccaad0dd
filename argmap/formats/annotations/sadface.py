"""Reader of SADFace's JSON, before and since a node has its relation for a type."""

from collections.abc import Iterator
from typing import Any, Final

from argmap.formats.annotated import Texts, end_of, text_of
from argmap.formats.document import Document
from argmap.formats.located import Findings, shown
from argmap.formats.nodes import GraphEdge, GraphNode, Meaning, document_of
from argmap.formats.objects import Value
from argmap.model import Quotation

_MEANINGS: Final = {
    **dict.fromkeys(("support", "inference", "pro"), Meaning.SUPPORT),
    **dict.fromkeys(("attack", "con", "conflict", "disagree"), Meaning.ATTACK),
}
_STEPS: Final = ("scheme", "inference", "conflict")


def read(text: str) -> Document:
    """Read a map from SADFace's JSON; never raises for what the text says.

    >>> nodes = '[{"id": "a", "type": "atom", "text": "Rents rose."}]'
    >>> read(f'{{"nodes": {nodes}, "edges": []}}').argument_map.claims
    (Claim('a', 'Rents rose.'),)
    """
    root = Value.of(text, Findings())
    return _Reading(text, root).document()


class _Reading:
    """A document on its way to a map."""

    def __init__(self, text: str, root: Value) -> None:
        self._text = text
        self._root = root
        self._texts = Texts(root.findings)
        for each in root["resources"].objects:
            self._texts.add(each["id"].text, each["content"].text)

    def document(self) -> Document:
        """Return the map, with what is found."""
        root = self._root
        root.lacks("nodes")
        core = root["metadata"]["core"]
        return document_of(
            self._text,
            [*filter(None, map(self._node, root["nodes"].objects))],
            map(_edge, root["edges"].objects),
            root.findings,
            sources=self._texts.sources,
            thesis=(0, core["claim"].text),
            title=core["title"].text,
            author=core["analyst_name"].text,
            data=root.rest("nodes", "edges", "resources"),
        )

    def _node(self, value: Value) -> GraphNode | None:
        if value.lacks("id") or value.lacks("type"):
            return None
        key, kind = (0, value["id"].text), value["type"].text
        rest = value.rest("id", "type", "text", "name", "sources")
        if kind in _STEPS:
            return GraphNode(key, value.span, {"data": rest}, _meaning(value, kind))
        if kind != "atom":
            message = f"{shown(key[1])} is of a type {shown(kind)} that is not known"
            value["type"].warn("unknown-node-type", message)
            return None
        quotations = [*self._quotations(value["sources"])]
        fields: dict[str, Any] = {"text": text_of(value, key[1]), "data": rest}
        return GraphNode(key, value.span, {**fields, "quotations": quotations})

    def _quotations(self, sources: Value) -> Iterator[Quotation]:
        for each in sources.objects:
            start, length = each["offset"].number, each["length"].number
            end = None if start is None or length is None else start + length
            words = each["text"].text
            quotation = self._texts.quotation(each["resource_id"], words, start, end)
            if quotation:
                yield quotation


def _meaning(value: Value, kind: str) -> Meaning:
    name = value["name"].text.lower()
    if kind == "scheme" and name not in _MEANINGS:
        message = f"a scheme {shown(name)} does not say whether it supports or attacks"
        value.warn("unknown-relation", message)
    return _MEANINGS.get(name if kind == "scheme" else kind, Meaning.NONE)


def _edge(value: Value) -> GraphEdge:
    start, end = end_of(value, "source_id"), end_of(value, "target_id")
    return GraphEdge([start], end, value.span)
