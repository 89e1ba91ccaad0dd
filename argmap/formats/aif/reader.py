"""Reader of AIF JSON.

Whatever cannot be a part of the map, and whatever a part does not say, passes through
the map's data, so that writing gives the document back.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.diagnostics import Span
from argmap.formats.aif.findings import Findings
from argmap.formats.aif.graph import Graph, StepGraph
from argmap.formats.aif.locutions import speakers
from argmap.formats.aif.parsed import Parsed, PartSpans
from argmap.formats.aif.passthrough import KEY, shortened, unmapped_fields
from argmap.formats.aif.scheme_names import scheme_of
from argmap.formats.aif.writer import document_of, encoded
from argmap.formats.document import Document
from argmap.formats.ids import Ids, slug
from argmap.formats.located import by_place, fault
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
        return _Reading(Parsed.parse_strict(text)).document()
    except ValueError:  # whatever is wrong is found out and left out by walking
        return _Reading(Parsed.parse_tolerant(text)).document()


class _Reading:
    """A document on its way to a map; `parts` has the ids of the parts of a node."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._graph = Graph.of(parsed.nodes, parsed.edges)
        self._step_graph = StepGraph(self._graph)
        self._parts = self._part_ids()

    def _part_ids(self) -> dict[str, list[str]]:
        """Return the ids of parts by those of nodes; the first is like the node's."""
        ids = Ids()
        parts = {
            name: [ids.take(name if is_id(name) else slug(name))]
            for name, kind in self._graph.types.items()
            if kind == "I" or name in self._step_graph.ends
        }
        for name, ends in self._step_graph.ends.items():
            parts[name] += [ids.take(parts[name][0]) for _ in range(1, len(ends))]
        return parts

    def document(self) -> Document:
        """Return the map, where its parts stand, and what is found."""
        parsed, graph = self._parsed, self._graph
        diagnostics = list(parsed.diagnostics)
        argument_map = self._argument_map()
        if not parsed.is_broken:  # else what is missing may stand further on
            diagnostics += Findings(parsed, graph, self._step_graph).all()
        spans = PartSpans(parsed, graph.keys, self._parts)
        return Document(argument_map, parsed.text, spans, by_place(diagnostics))

    def _argument_map(self) -> ArgumentMap:
        """Return the map, with what passes through it if there is anything."""
        pieces = (*self._claims(), *self._steps())
        members, parts = self._parsed.members, self._parts
        nodes = [
            unmapped_fields(parts[name], node) if name in parts else node
            for name, node in zip(self._graph.keys, self._parsed.nodes, strict=True)
        ]
        # nothing passes through if writing the bare map gives the document anyway,
        # and whether it does only writing knows: so a map that we wrote is read as
        # it was, without data of its own
        if all(map(_may_be_made, nodes)):
            bare = ArgumentMap.of(*pieces)
            if not members or encoded(document_of(bare)) == encoded(members):
                return bare
        edges = [shortened(each) for each in self._parsed.edges]
        data = {KEY: {**members, "nodes": nodes, "edges": edges}}
        return ArgumentMap.of(*pieces, data=data)

    def _claims(self) -> list[Claim]:
        said_by = speakers(self._graph, self._parsed.members)
        return [
            Claim(
                self._parts[name][0],
                self._graph.nodes[name]["text"],
                speaker=said_by.get(name, ""),
            )
            for name, kind in self._graph.types.items()
            if kind == "I"
        ]

    def _steps(self) -> Iterator[Step]:
        parts = self._parts
        for name, ends in self._step_graph.ends.items():
            scheme = scheme_of(self._graph.nodes[name])
            premises = [parts[each][0] for each in self._step_graph.premises[name]]
            for part_id, end in zip(parts[name], ends, strict=True):
                kind = Inference if self._graph.types[name] == "RA" else Counterpoint
                yield kind(premises, parts[end][0], id=part_id, scheme=scheme)


def _may_be_made(node: Mapping[str, Any] | list[Any]) -> bool:
    """Return whether a node can be one that writing makes, which is quickly seen."""
    return not isinstance(node, list) or not node[-1] or "type" in node[-1]
