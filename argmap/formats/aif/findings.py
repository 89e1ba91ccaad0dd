"""What of a document is no part of the map, or only by halves; all of it is kept."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.aif.graph import KNOWN, Graph, key
from argmap.formats.aif.parsed import Parsed
from argmap.formats.aif.structure import Structure
from argmap.formats.scanner import Node, shown

_BESIDE: Final = {"MA": "rephrases (MA)", "PA": "preferences (PA)"}
_NOUNS: Final = {"RA": "inference", "CA": "conflict"}


class Findings:
    """The findings about a document that could be parsed to its end."""

    def __init__(self, parsed: Parsed, graph: Graph, structure: Structure) -> None:
        """Find nothing yet."""
        self._parsed = parsed
        self._graph = graph
        self._structure = structure

    def all(self) -> Iterator[Diagnostic]:
        """Yield what there is to tell of nodes, then of edges."""
        nodes = self._parsed.nodes
        steps: dict[str, Node] = {}
        beside: dict[str, list[Node]] = {}
        for node, place in zip(nodes.values, nodes.places, strict=True):
            node_id = key(node.get("nodeID"))
            kind = self._graph.types.get(node_id, "")
            if self._graph.nodes.get(node_id) is not node:
                yield self._unidentified(node, place)
            elif kind in _NOUNS:
                steps[node_id] = place
            elif kind in _BESIDE:
                beside.setdefault(kind, []).append(place)
            elif kind not in KNOWN:
                yield self._untyped(node, place)
            elif kind == "I" and not node["text"]:
                message = f"the claim {shown(node_id)} has no text"
                yield self._find("empty-text", message, place, "text")
        yield from chain(self._steps(steps), self._beside(beside), self._edges())

    def _find(
        self,
        code: str,
        message: str,
        place: Node,
        at: str,
        severity: Severity = Severity.WARNING,
    ) -> Diagnostic:
        span = self._parsed.span_of(place, at)
        return Diagnostic(code, message, severity=severity, span=span)

    def _unidentified(self, node: dict[str, Any], place: Node) -> Diagnostic:
        node_id = key(node.get("nodeID"))
        if not node_id:
            return self._lacking("a node", node, place, "nodeID")
        message = f"a node above has the id {shown(node_id)} too"
        return self._find("duplicate-id", message, place, "nodeID")

    def _untyped(self, node: dict[str, Any], place: Node) -> Diagnostic:
        what = f"the node {shown(key(node['nodeID']))}"
        kind = node.get("type")
        if not isinstance(kind, str):
            return self._lacking(what, node, place, "type")
        if kind == "I":
            return self._lacking(what, node, place, "text")
        message = f"{what} is of a type {shown(kind)}, which there is not"
        return self._find("unknown-node-type", message, place, "type")

    def _lacking(
        self, what: str, holder: dict[str, Any], place: Node, name: str
    ) -> Diagnostic:
        """Tell that there is nothing right under a key."""
        if name not in holder:
            code, message = "missing-key", f"{what} has no {name}"
        elif holder[name] == "":
            code, message = "bad-id", f"{what} has an empty {name}"
        else:
            code, message = "wrong-type", f"{what} has a {name} that is no text"
        return self._find(code, message, place, name)

    def _steps(self, places: dict[str, Node]) -> Iterator[Diagnostic]:
        structure = self._structure
        for step, place in places.items():
            what = f"the {_NOUNS[self._graph.types[step]]} {shown(step)}"
            ends = structure.ends.get(step)
            if ends is None:
                lacks = "leads to no claim and no step of the map"
                if step in structure.groundless:
                    lacks = "has no premise that is a claim"
                yield self._find("unfinished-step", f"{what} {lacks}", place, "nodeID")
            elif len(ends) > 1:
                message = f"{what} leads to {len(ends)}, and is a step to each of them"
                code, severity = "several-conclusions", Severity.INFO
                yield self._find(code, message, place, "nodeID", severity)

    def _beside(self, places: dict[str, list[Node]]) -> Iterator[Diagnostic]:
        for kind, nodes in places.items():
            message = f"{_BESIDE[kind]} are kept beside the map; there are {len(nodes)}"
            yield self._find("kept-beside", message, nodes[0], "type", Severity.INFO)

    def _edges(self) -> Iterator[Diagnostic]:
        structure = self._structure
        for index in structure.dangling:
            yield from self._dangling(index)
        for index in structure.misplaced:
            start, end = self._graph.ends[index]
            kinds = [self._graph.types[each] for each in (start, end)]
            joins = f"{shown(start)} ({kinds[0]}) to {shown(end)} ({kinds[1]})"
            if start == end:
                joins = f"{shown(start)} ({kinds[0]}) to itself"
            message = f"an edge leads from {joins}, which is nothing that a map says"
            yield self._find("misplaced-edge", message, self._edge(index), "toID")
        for index in structure.repeated:
            message = "there is an edge between the same nodes above"
            code, severity = "repeated-relation", Severity.INFO
            yield self._find(code, message, self._edge(index), "edgeID", severity)

    def _dangling(self, index: int) -> Iterator[Diagnostic]:
        edge, place = self._parsed.edges.values[index], self._edge(index)
        for name, node_id in zip(
            ("fromID", "toID"), self._graph.ends[index], strict=True
        ):
            if not node_id:
                yield self._lacking("an edge", edge, place, name)
            elif node_id not in self._graph.types:
                message = f"no node has the id {shown(node_id)}"
                yield self._find("unknown-id", message, place, name)

    def _edge(self, index: int) -> Node:
        return self._parsed.edges.places[index]
