"""Reader of AIF JSON.

Whatever cannot be a part of the map, and whatever a part does not say, passes through
the map's data, so that writing gives the document back.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.diagnostics import Span
from argmap.formats.aif.findings import Findings
from argmap.formats.aif.graph import AnyLink, Graph, LinkGraph
from argmap.formats.aif.locutions import Said, speech, spoken
from argmap.formats.aif.parsed import Parsed, PartSpans
from argmap.formats.aif.passthrough import KEY, shortened, unmapped_fields
from argmap.formats.aif.scheme_names import scheme_of
from argmap.formats.aif.writer import document_of, encoded
from argmap.formats.document import Document
from argmap.formats.ids import Ids, slug
from argmap.formats.located import by_place, fault
from argmap.model import (
    Act,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Preference,
    Premise,
    Rephrase,
    Utterance,
)
from argmap.model.kinds import is_id
from argmap.model.pieces import by_field
from argmap.model.unchecked import unchecked
from argmap.model.values import decoded_data


def read(text: str, *, edges_as_reasons: bool = False) -> Document:
    """Read a map from AIF JSON; never raises for what the text says.

    AIF has a node between any two claims. An edge that joins two claims itself, as
    language models write it, is left out of the map, or read as a reason: as if there
    were an inference there.

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

    def document(parsed: Parsed) -> Document:
        if edges_as_reasons:
            parsed = parsed.with_edges_as_reasons()
        return _Reading(parsed).document()

    try:
        return document(Parsed.parse_strict(text))
    except ValueError:  # whatever is wrong is found out and left out by walking
        return document(Parsed.parse_tolerant(text))


class _Reading:
    """A document on its way to a map; `parts` has the ids of the parts of a node."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._graph = Graph.of(parsed.nodes, parsed.edges)
        self._link_graph = LinkGraph(self._graph)
        self._parts = self._part_ids()
        self._said = speech(self._graph, parsed.members)
        self._utterances: dict[Said, Utterance] = {}

    def _part_ids(self) -> dict[str, list[str]]:
        """Return the ids of parts by those of nodes; the first is like the node's."""
        ids = Ids()
        parts = {
            name: [ids.take(name if is_id(name) else slug(name))]
            for name, kind in self._graph.types.items()
            if kind == "I" or name in self._link_graph.ends
        }
        for name in self._link_graph.ends:
            others = self._link_graph.pairs(name)[1:]
            parts[name] += [ids.take(parts[name][0]) for _ in others]
        return parts

    def document(self) -> Document:
        """Return the map, where its parts stand, and what is found."""
        parsed, graph = self._parsed, self._graph
        diagnostics = list(parsed.diagnostics)
        argument_map = self._argument_map()
        if not parsed.is_broken:  # else what is missing may stand further on
            diagnostics += Findings(parsed, graph, self._link_graph).all()
        spans = PartSpans(parsed.locations, graph.keys, self._parts)
        return Document(
            argument_map, parsed.locations.text, spans, by_place(diagnostics)
        )

    def _argument_map(self) -> ArgumentMap:
        """Return the map, with what passes through it if there is anything."""
        listed = by_field([*self._claims(), *self._links()])
        pieces = {field: tuple(parts) for field, parts in listed.items()}
        members, ids = self._parsed.members, self._parts
        nodes = [
            unmapped_fields(ids[name], node) if name in ids else node
            for name, node in zip(self._graph.keys, self._parsed.nodes, strict=True)
        ]
        # nothing passes through if writing the bare map gives the document anyway,
        # and whether it does only writing knows: so a map that we wrote is read as
        # it was, without data of its own
        if all(map(_may_be_made, nodes)):
            bare = unchecked(ArgumentMap, **pieces)
            if not members or encoded(document_of(bare)) == encoded(members):
                return bare
        edges = [shortened(each) for each in self._parsed.edges]
        data = {KEY: {**members, "nodes": nodes, "edges": edges}}
        return unchecked(ArgumentMap, **pieces, data=decoded_data(data))

    def _claims(self) -> Iterator[Claim]:
        for name, kind in self._graph.types.items():
            if kind == "I":
                speaker, utterances = self._spoken(name)
                yield unchecked(
                    Claim,
                    id=self._parts[name][0],
                    text=self._graph.nodes[name]["text"],
                    speaker=speaker,
                    utterances=utterances,
                )

    def _spoken(self, name: str) -> tuple[str, tuple[Utterance, ...]]:
        said = self._said.get(name)
        if not said:
            return "", ()
        speaker, others = spoken(said, self._graph.types[name])
        return speaker, tuple([self._utterance(*each) for each in others])

    def _utterance(self, speaker: str, act: Act | None) -> Utterance:
        """Return an utterance, the same one for the same saying."""
        made = self._utterances.get((speaker, act))
        if made is None:
            made = unchecked(Utterance, speaker=speaker, act=act)
            self._utterances[speaker, act] = made
        return made

    def _links(self) -> Iterator[AnyLink]:
        for name in self._link_graph.ends:
            pairs = self._link_graph.pairs(name)
            for part_id, (starts, end) in zip(self._parts[name], pairs, strict=True):
                from_ = [self._parts[each][0] for each in starts]
                yield self._link(name, part_id, from_, self._parts[end][0])

    def _link(self, name: str, part_id: str, starts: list[str], end: str) -> AnyLink:
        kind = self._graph.types[name]
        if kind == "PA":
            return unchecked(Preference, preferred=starts[0], over=end, id=part_id)
        known: dict[str, Any] = {"id": part_id, "utterances": self._spoken(name)[1]}
        if kind == "MA":
            return unchecked(Rephrase, claim=starts[0], original=end, **known)
        known["premises"] = tuple([unchecked(Premise, claim=each) for each in starts])
        known["scheme"] = scheme_of(self._graph.nodes[name])
        if kind == "RA":
            return unchecked(Inference, conclusion=end, **known)
        return unchecked(Counterpoint, target=end, **known)


def _may_be_made(node: Mapping[str, Any] | list[Any]) -> bool:
    """Return whether a node can be one that writing makes, which is quickly seen."""
    return not isinstance(node, list) or not node[-1] or "type" in node[-1]
