"""What of a document is no part of the map, or only by halves; all of it is kept."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.aif.graph import KNOWN, STEPS, Graph, Node, key
from argmap.formats.aif.parsed import Parsed
from argmap.formats.aif.places import Places
from argmap.formats.aif.structure import Structure
from argmap.formats.scanner import shown

_BESIDE: Final = {"MA": "rephrases", "PA": "preferences"}
_NOUNS: Final = {"RA": "inference", "CA": "conflict"}
_ENDS: Final = ("fromID", "toID")
_INFOS: Final = frozenset({"several-conclusions", "repeated-relation"})


class Findings:
    """The findings about a document that could be parsed to its end."""

    def __init__(
        self, parsed: Parsed, graph: Graph, structure: Structure, places: Places
    ) -> None:
        """Find nothing yet."""
        self._parsed = parsed
        self._graph = graph
        self._structure = structure
        self._places = places

    def all(self) -> Iterator[Diagnostic]:
        """Yield what there is to tell of nodes, then of edges."""
        types = self._graph.types
        for index, name in enumerate(self._graph.keys):
            kind = types.get(name, "")
            if kind not in KNOWN:
                yield self._unusable(index)
            elif kind == "I" and not self._graph.nodes[name]["text"]:
                message = f"the claim {shown(name)} has no text"
                yield self._of_node("empty-text", message, index, "text")
            elif kind in STEPS:
                yield from self._of_step(name, index)
        yield from chain(self._dangling(), self._misplaced(), self._repeated())
        yield from self._beside()

    def _beside(self) -> Iterator[Diagnostic]:
        """Tell how much there is that a map could say, and ours does not."""
        kinds = list(self._graph.types.values())
        for kind, noun in _BESIDE.items():
            if kind in kinds:
                count = f"{kinds.count(kind)} of the nodes are {noun} ({kind})"
                message = f"{count}, which are kept beside the map"
                severity, span = Severity.INFO, Span(0, 1)
                yield Diagnostic("kept-beside", message, severity=severity, span=span)

    def _of_node(self, code: str, message: str, index: int, name: str) -> Diagnostic:
        return self._find(code, message, "nodes", index, name)

    def _of_edge(self, code: str, message: str, index: int, name: str) -> Diagnostic:
        return self._find(code, message, "edges", index, name)

    def _find(
        self, code: str, message: str, list_: str, index: int, name: str
    ) -> Diagnostic:
        span = self._places.of_value(list_, index, name)
        severity = Severity.INFO if code in _INFOS else Severity.WARNING
        return Diagnostic(code, message, severity=severity, span=span)

    def _unusable(self, index: int) -> Diagnostic:
        """Tell why a node says nothing: it lacks an id of its own, a type, a text."""
        node = self._parsed.nodes[index]
        name, kind = key(node.get("nodeID")), node.get("type")
        what = f"the node {shown(name)}"
        if not name:
            return self._of_node(*_lacking("a node", node, "nodeID"), index, "nodeID")
        if not self._graph.keys[index]:
            message = f"a node above has the id {shown(name)} too"
            return self._of_node("duplicate-id", message, index, "nodeID")
        if not isinstance(kind, str):
            return self._of_node(*_lacking(what, node, "type"), index, "type")
        if kind == "I":
            return self._of_node(*_lacking(what, node, "text"), index, "text")
        message = f"{what} is of a type {shown(kind)}, which there is not"
        return self._of_node("unknown-node-type", message, index, "type")

    def _of_step(self, name: str, index: int) -> Iterator[Diagnostic]:
        ends = self._structure.ends.get(name)
        what = f"the {_NOUNS[self._graph.types[name]]} {shown(name)}"
        if name in self._structure.groundless:
            message = f"{what} has no premise that is a claim"
            yield self._of_node("unfinished-step", message, index, "nodeID")
        elif ends is None:
            message = f"{what} leads to no claim and no step of the map"
            yield self._of_node("unfinished-step", message, index, "nodeID")
        elif len(ends) > 1:
            message = f"{what} leads to {len(ends)}, and is a step to each of them"
            yield self._of_node("several-conclusions", message, index, "nodeID")

    def _dangling(self) -> Iterator[Diagnostic]:
        for index in self._structure.dangling:
            edge = self._parsed.edges[index]
            for name, node in zip(_ENDS, self._graph.ends[index], strict=True):
                if not node:
                    yield self._of_edge(*_lacking("an edge", edge, name), index, name)
                elif node not in self._graph.types:
                    message = f"no node has the id {shown(node)}"
                    yield self._of_edge("unknown-id", message, index, name)

    def _misplaced(self) -> Iterator[Diagnostic]:
        for index in self._structure.misplaced:
            start, end = self._graph.ends[index]
            kinds = self._graph.types[start], self._graph.types[end]
            other = "itself" if start == end else f"{shown(end)} ({kinds[1]})"
            joins = f"an edge leads from {shown(start)} ({kinds[0]}) to {other}"
            message = f"{joins}, which no map can say"
            yield self._of_edge("misplaced-edge", message, index, "toID")

    def _repeated(self) -> Iterator[Diagnostic]:
        for index in self._structure.repeated:
            message = "an edge above joins the same nodes"
            yield self._of_edge("repeated-relation", message, index, "toID")


def _lacking(what: str, holder: Node, name: str) -> tuple[str, str]:
    """Return the code and the message for what is not right under a key."""
    if name not in holder:
        return "missing-key", f"{what} has no {name}"
    if holder[name] == "":
        return "bad-id", f"{what} has an empty {name}"
    return "wrong-type", f"{what} has a {name} that is no text"
