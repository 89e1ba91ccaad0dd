"""From AIF JSON to a document.

Whatever cannot be a part of the map, and whatever a part does not say, is kept beside
it, so that writing gives the document back.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.diagnostics import Span
from argmap.formats.aif.findings import Findings
from argmap.formats.aif.graph import Graph, key
from argmap.formats.aif.kept import KEY, left_over
from argmap.formats.aif.names import scheme_of
from argmap.formats.aif.parsed import QUICKLY, Parsed
from argmap.formats.aif.structure import Structure
from argmap.formats.aif.writer import document_of
from argmap.formats.document import Document
from argmap.formats.ids import Ids, is_id, slug
from argmap.formats.scanner import fault
from argmap.model import ArgumentMap, Claim, Counterpoint, Inference, Step


def read(text: str) -> Document:
    """Read a map from AIF JSON; never raises for what the text says.

    >>> document = read('{"nodes": [{"nodeID": 1, "text": "A", "type": "I"}]}')
    >>> print(document.diagnostics[0])
    error[missing-key]: $.edges is missing
    >>> document.argument_map
    <ArgumentMap: 1 claim>
    """
    if not text.strip("\ufeff \t\r\n"):
        smallest = 'the smallest document is {"nodes": [], "edges": []}'
        empty = fault("empty-text", "the text is empty", Span(0, 0), smallest)
        return Document(ArgumentMap(), text, {}, (empty,))
    try:
        return _Reading(Parsed(text, QUICKLY)).document(text)
    except ValueError:  # no part and no data can hold it; walking leaves it out
        return _Reading(Parsed(text, {})).document(text)


class _Reading:
    """A document on its way to a map; `parts` has the ids of the parts of a node."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._members = {name: each.value for name, each in parsed.members.items()}
        self._graph = Graph.of(parsed.nodes.values, parsed.edges.values)
        self._structure = Structure(self._graph)
        self._parts = self._part_ids()

    def _part_ids(self) -> dict[str, list[str]]:
        """Return the ids of parts by those of nodes; the first is like the node's."""
        ids = Ids()
        parts = {
            name: [ids.take(name if is_id(name) else slug(name))]
            for name, kind in self._graph.types.items()
            if kind == "I" or name in self._structure.ends
        }
        for name, ends in self._structure.ends.items():
            parts[name] += [ids.take(parts[name][0]) for _ in range(1, len(ends))]
        return parts

    def document(self, text: str) -> Document:
        """Return the map, where its parts stand, and what is found."""
        diagnostics = list(self._parsed.diagnostics)
        argument_map = self._argument_map()
        if not self._parsed.is_broken:  # else what is missing may stand further on
            diagnostics += Findings(self._parsed, self._graph, self._structure).all()
        diagnostics.sort(key=lambda each: each.span.start if each.span else 0)
        return Document(argument_map, text, self._spans(), tuple(diagnostics))

    def _spans(self) -> dict[str, Span]:
        nodes = self._parsed.nodes
        return {
            part_id: Span(place.start, place.end)
            for node, place in zip(nodes.values, nodes.places, strict=True)
            for part_id in self._parts_of(node)
        }

    def _parts_of(self, node: dict[str, Any]) -> Sequence[str]:
        node_id = key(node.get("nodeID"))
        if self._graph.nodes.get(node_id) is not node:
            return ()
        return self._parts.get(node_id, ())

    def _argument_map(self) -> ArgumentMap:
        """Return the map with what is kept, unless writing makes that by itself."""
        steps = list(self._steps())
        pieces: dict[str, Any] = {
            "claims": self._claims(),
            "inferences": [each for each in steps if isinstance(each, Inference)],
            "counterpoints": [each for each in steps if isinstance(each, Counterpoint)],
        }
        nodes = [
            left_over(parts, node) if (parts := self._parts_of(node)) else node
            for node in self._parsed.nodes.values
        ]
        if all(map(_is_made_anyway, nodes)):
            plain = ArgumentMap(**pieces)
            if not self._members or document_of(plain) == self._members:
                return plain
        kept = {**self._members, "nodes": nodes, "edges": self._parsed.edges.values}
        return ArgumentMap(**pieces, data={KEY: kept})

    def _claims(self) -> list[Claim]:
        speakers = self._graph.speakers(self._members)
        return [
            Claim(
                self._parts[name][0],
                self._graph.nodes[name]["text"],
                speaker=speakers.get(name, ""),
            )
            for name, kind in self._graph.types.items()
            if kind == "I"
        ]

    def _steps(self) -> Iterator[Step]:
        parts = self._parts
        for name, ends in self._structure.ends.items():
            scheme = scheme_of(self._graph.nodes[name])
            premises = [parts[each][0] for each in self._structure.premises[name]]
            for part_id, end in zip(parts[name], ends, strict=True):
                kind = Inference if self._graph.types[name] == "RA" else Counterpoint
                yield kind(premises, parts[end][0], id=part_id, scheme=scheme)


def _is_made_anyway(kept: Mapping[str, Any] | list[Any]) -> bool:
    """Tell whether what is kept of a node may be no more than what writing makes."""
    return not isinstance(kept, list) or not kept[-1] or "type" in kept[-1]
