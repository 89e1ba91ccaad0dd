"""From AIF JSON to a document.

Whatever cannot be a part of the map, and whatever a part does not say, is kept beside
it, so that writing gives the document back.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.diagnostics import Span
from argmap.formats.aif.findings import Findings
from argmap.formats.aif.graph import Graph
from argmap.formats.aif.names import scheme_of
from argmap.formats.aif.parsed import Parsed
from argmap.formats.aif.passthrough import KEY, shortened, unmapped_fields
from argmap.formats.aif.places import PartSpans, Places
from argmap.formats.aif.structure import Structure
from argmap.formats.aif.writer import document_of, encoded
from argmap.formats.document import Document
from argmap.formats.ids import Ids, slug
from argmap.formats.scanner import fault
from argmap.model import ArgumentMap, Claim, Counterpoint, Inference, Step
from argmap.model.kinds import is_id


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
        return _Reading(Parsed.quickly(text)).document()
    except ValueError:  # whatever is wrong is found out and left out by walking
        return _Reading(Parsed.patiently(text)).document()


class _Reading:
    """A document on its way to a map; `parts` has the ids of the parts of a node."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._graph = Graph.of(parsed.nodes, parsed.edges)
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

    def document(self) -> Document:
        """Return the map, where its parts stand, and what is found."""
        parsed, graph = self._parsed, self._graph
        places = Places(parsed.text)
        diagnostics = list(parsed.diagnostics)
        argument_map = self._argument_map()
        if not parsed.is_broken:  # else what is missing may stand further on
            diagnostics += Findings(parsed, graph, self._structure, places).all()
        diagnostics.sort(key=lambda each: each.span.start if each.span else 0)
        spans = PartSpans(places, graph.keys, self._parts)
        return Document(argument_map, parsed.text, spans, tuple(diagnostics))

    def _argument_map(self) -> ArgumentMap:
        """Return the map with what is kept, unless writing makes that by itself."""
        steps = list(self._steps())
        pieces: dict[str, Any] = {
            "claims": self._claims(),
            "inferences": [each for each in steps if isinstance(each, Inference)],
            "counterpoints": [each for each in steps if isinstance(each, Counterpoint)],
        }
        members, parts = self._parsed.members, self._parts
        nodes = [
            unmapped_fields(parts[name], node) if name in parts else node
            for name, node in zip(self._graph.keys, self._parsed.nodes, strict=True)
        ]
        if all(map(_is_made_anyway, nodes)):
            plain = ArgumentMap(**pieces)
            if not members or encoded(document_of(plain)) == encoded(members):
                return plain
        edges = [shortened(each) for each in self._parsed.edges]
        kept = {**members, "nodes": nodes, "edges": edges}
        return ArgumentMap(**pieces, data={KEY: kept})

    def _claims(self) -> list[Claim]:
        speakers = self._graph.speakers(self._parsed.members)
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
    """Return whether what is kept of a node may be no more than what writing makes."""
    return not isinstance(kept, list) or not kept[-1] or "type" in kept[-1]
