"""Reader of AIF JSON.

Whatever cannot be a part of the map, and whatever a part does not say, passes through
the map's data, so that writing gives the document back.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs

from argmap.diagnostics import Span
from argmap.formats.aif.findings import Findings
from argmap.formats.aif.graph import STEPS, AnyLink, Graph, LinkGraph
from argmap.formats.aif.locutions import Said, speech, spoken
from argmap.formats.aif.parsed import Parsed, PartSpans
from argmap.formats.aif.passthrough import KEY, shortened, unmapped_fields
from argmap.formats.aif.scheme_names import scheme_of
from argmap.formats.aif.writer import document_of, encoded
from argmap.formats.document import Document
from argmap.formats.ids import Ids, slug
from argmap.formats.located import by_place, fault
from argmap.model import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Data,
    Inference,
    Preference,
    Premise,
    Rephrase,
    Utterance,
)
from argmap.model.kinds import is_id
from argmap.model.values import EMPTY, decoded_data
from argmap.unchecked import maker

_claim = maker(Claim, "id", "text", "speaker", "utterances")
_utterance = maker(Utterance, "speaker", "act")
_premise = maker(Premise, "claim")
_make: Final[dict[str, Callable[..., AnyLink]]] = {
    "RA": maker(Inference, "id", "utterances", "premises", "conclusion", "scheme"),
    "CA": maker(Counterpoint, "id", "utterances", "premises", "target", "scheme"),
    "MA": maker(Rephrase, "id", "utterances", "claim", "original"),
    "PA": maker(Preference, "id", "preferred", "over"),
}
_map = maker(
    ArgumentMap,
    *("claims", "inferences", "counterpoints", "rephrases", "preferences"),
    is_lazy=True,
)


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

    def reading() -> _Reading:
        try:
            parsed = Parsed.parse_strict(text)
        except ValueError:  # whatever is wrong is found out and left out by walking
            parsed = Parsed.parse_tolerant(text)
        return _Reading(parsed.with_edges_as_reasons() if edges_as_reasons else parsed)

    # the text is smaller than what is made of it, and few ask for what passes through
    return reading().document(lambda made: reading().passed_through(made))


class _Reading:
    """A document on its way to a map.

    `ids` are those of the parts that nodes are, `others` those of further ones.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._graph = Graph.of(parsed.nodes, parsed.edges)
        self._links = LinkGraph(self._graph)
        ids, pairs = Ids(), self._links.pairs
        self._ids = {
            name: ids.take(name if is_id(name) else slug(name))
            for name, kind in self._graph.types.items()
            if kind == "I" or name in pairs
        }
        self._others = {
            name: [ids.take(self._ids[name]) for _ in each[1:]]
            for name, each in pairs.items()
            if len(each) > 1
        }

    def document(self, passed_through: Callable[[ArgumentMap], Data]) -> Document:
        """Return the map, where its parts stand, and what is found."""
        parsed, graph = self._parsed, self._graph
        said = _Said(speech(graph, parsed.members))
        ids, nodes = self._ids, graph.nodes
        claims = [
            _claim(ids[name], nodes[name]["text"], *said.of(name, kind))
            for name, kind in graph.types.items()
            if kind == "I"
        ]
        found = [*parsed.diagnostics]
        if not parsed.is_broken:  # else what is missing may stand further on
            found += Findings(parsed, graph, self._links).all()
        diagnostics = by_place(found) if parsed.diagnostics else tuple(found)
        return Document(
            _map(tuple(claims), *self._link_lists(said), passed_through),
            parsed.locations.text,
            PartSpans(parsed.locations, graph.keys, ids, self._others),
            diagnostics,
        )

    def _link_lists(self, said: "_Said") -> Iterator[tuple[AnyLink, ...]]:
        """Return the links in the lists that the map has them in."""
        made: dict[str, list[AnyLink]] = {each: [] for each in _make}
        ids, types, nodes = self._ids, self._graph.types, self._graph.nodes
        for name, pairs in self._links.pairs.items():
            kind = types[name]
            make = _make[kind]
            utterances = said.of(name, kind)[1]
            names = (ids[name], *self._others.get(name, ()))
            for part_id, (starts, end) in zip(names, pairs, strict=True):
                if kind in STEPS:
                    premises = tuple([_premise(ids[each]) for each in starts])
                    scheme = scheme_of(nodes[name])
                    part = make(part_id, utterances, premises, ids[end], scheme)
                elif kind == "MA":
                    part = make(part_id, utterances, ids[starts[0]], ids[end])
                else:
                    part = make(part_id, ids[starts[0]], ids[end])
                made[kind].append(part)
        return map(tuple, made.values())

    def passed_through(self, argument_map: ArgumentMap) -> Data:
        """Return the data of the map: what passes through it, if there is anything."""
        members, ids = self._parsed.members, self._ids
        nodes = [
            unmapped_fields([ids[name], *self._others.get(name, ())], node)
            if name in ids
            else node
            for name, node in zip(self._graph.keys, self._parsed.nodes, strict=True)
        ]
        # nothing passes through if writing the bare map gives the document anyway,
        # and whether it does only writing knows: so a map that we wrote is read as
        # it was, without data of its own
        if all(map(_may_be_made, nodes)):
            bare = attrs.evolve(argument_map, data=None)
            if not members or encoded(document_of(bare)) == encoded(members):
                return EMPTY
        edges = [shortened(each) for each in self._parsed.edges]
        data: Data = decoded_data({KEY: {**members, "nodes": nodes, "edges": edges}})
        return data


class _Said:
    """Who says what, by the ids of nodes; the same saying is one value."""

    def __init__(self, said: Mapping[str, list[Said]]) -> None:
        self._said = said
        self._made: dict[Said, Utterance] = {}

    def of(self, name: str, kind: str) -> tuple[str, tuple[Utterance, ...]]:
        """Return the speaker of a node, and the utterances of others."""
        said = self._said.get(name)
        if not said:
            return "", ()
        speaker, others = spoken(said, kind)
        return speaker, tuple([self._utterance(each) for each in others])

    def _utterance(self, said: Said) -> Utterance:
        if said not in self._made:
            self._made[said] = _utterance(*said)
        return self._made[said]


def _may_be_made(node: Mapping[str, Any] | list[Any]) -> bool:
    """Return whether a node can be one that writing makes, which is quickly seen."""
    return not isinstance(node, list) or not node[-1] or "type" in node[-1]
