"""Findings about what of a document is no part of the map, or only in part.

All of it passes through the map and is written back.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.aif.graph import KNOWN, PAIRED, Graph, LinkGraph, Node, key
from argmap.formats.aif.parsed import Parsed
from argmap.formats.located import fault, shown

_NOUNS: Final = {
    "RA": "inference",
    "CA": "conflict",
    "MA": "rephrase",
    "PA": "preference",
}
_GROUNDS: Final = {
    "RA": "has no premise that is a claim",
    "MA": "has no claim that restates another",
    "PA": "prefers no claim and no step of the map",
}
_DIRECT: Final = (
    "--edges-as-reasons, in Python edges_as_reasons=True, reads an edge between claims"
    " as a reason"
)
_FROM_SPEECH: Final = (
    "what is argued is a claim (I), to which the locution (L) leads by way of an"
    " illocution (YA)"
)
_ENDS: Final = ("fromID", "toID")
_INFOS: Final = frozenset({"several-conclusions", "repeated-relation"})


class Findings:
    """The findings about a document that could be parsed to its end."""

    def __init__(self, parsed: Parsed, graph: Graph, link_graph: LinkGraph) -> None:
        """Find nothing yet."""
        self._parsed = parsed
        self._graph = graph
        self._link_graph = link_graph

    def all(self) -> Iterator[Diagnostic]:
        """Yield the findings about nodes, then those about edges."""
        graph = self._graph
        nodes = self._parsed.nodes
        if nodes and not any("nodeID" in each for each in nodes):
            yield self._foreign()
            return
        for index, name in enumerate(graph.keys):
            if graph.types.get(name) not in KNOWN:
                yield self._unusable(index)
        for name, kind in graph.types.items():
            if kind == "I" and not graph.nodes[name]["text"]:
                message = f"the claim {shown(name)} has no text"
                yield self._of_node("empty-text", message, name, "text")
        yield from chain(self._unfinished(), self._several())
        yield from chain(self._dangling(), self._misplaced(), self._repeated())

    def _foreign(self) -> Diagnostic:
        """Say that these are no nodes of AIF: an empty map would pass for theirs."""
        count = len(self._parsed.nodes)
        nodes = "the only node has no" if count == 1 else f"none of {count} nodes has a"
        message = f"{nodes} nodeID, so this is another format than AIF"
        span = self._parsed.locations.value_span("nodes", 0, "nodeID")
        help_ = "`argmap formats FILE` says which, if it is known"
        return fault("missing-key", message, span, help_)

    def _of_node(self, code: str, message: str, name: str, at: str) -> Diagnostic:
        return self._find(code, message, "nodes", self._indexes[name], at)

    @cached_property
    def _indexes(self) -> dict[str, int]:
        return {name: index for index, name in enumerate(self._graph.keys)}

    def _find(
        self, code: str, message: str, values: str, index: int, at: str
    ) -> Diagnostic:
        span = self._parsed.locations.value_span(values, index, at)
        severity = Severity.INFO if code in _INFOS else Severity.WARNING
        return Diagnostic(code, message, severity=severity, span=span)

    def _unusable(self, index: int) -> Diagnostic:
        """Return why a node says nothing: it lacks an id of its own, a type, a text."""
        node = self._parsed.nodes[index]
        name, kind = key(node.get("nodeID")), node.get("type")
        what, lacking = f"the node {shown(name)}", "type"
        if not name:
            what, lacking = "a node", "nodeID"
        elif not self._graph.keys[index]:
            message = f"a node above has the id {shown(name)} too"
            return self._find("duplicate-id", message, "nodes", index, "nodeID")
        elif kind == "I":
            lacking = "text"
        elif isinstance(kind, str):
            message = f"{what} is of a type {shown(kind)} that is not known"
            return self._find("unknown-node-type", message, "nodes", index, "type")
        return self._find(*_lack(what, node, lacking), "nodes", index, lacking)

    def _unfinished(self) -> Iterator[Diagnostic]:
        links = self._link_graph
        for name in links.starts:
            if name in links.ends:
                continue
            lack = "leads to no claim and no step of the map"
            if name in links.groundless:
                lack = _GROUNDS[self._graph.types[name]]
            elif name in links.ambiguous:
                lack = "joins several with several, and does not say which with which"
            message = f"{self._named(name)} {lack}"
            yield self._of_node("unfinished-step", message, name, "nodeID")

    def _several(self) -> Iterator[Diagnostic]:
        for name in self._link_graph.ends:
            count = len(self._link_graph.pairs(name))
            if count > 1:
                leads = f"leads to {count}, to each by a step"
                if self._graph.types[name] in PAIRED:
                    leads = f"joins {count} pairs, each by one of its own"
                message = f"{self._named(name)} {leads}"
                yield self._of_node("several-conclusions", message, name, "nodeID")

    def _named(self, name: str) -> str:
        return f"the {_NOUNS[self._graph.types[name]]} {shown(name)}"

    def _of_edge(self, code: str, message: str, index: int, at: str) -> Diagnostic:
        return self._find(code, message, "edges", index, at)

    def _dangling(self) -> Iterator[Diagnostic]:
        for index in self._link_graph.dangling:
            edge = self._parsed.edges[index]
            for name, node in zip(_ENDS, self._graph.ends[index], strict=True):
                if not node:
                    yield self._of_edge(*_lack("an edge", edge, name), index, name)
                elif node not in self._graph.types:
                    message = f"no node has the id {shown(node)}"
                    yield self._of_edge("unknown-id", message, index, name)

    def _misplaced(self) -> Iterator[Diagnostic]:
        for index in self._link_graph.misplaced:
            ends = self._graph.ends[index]
            start, end = map(self._typed, ends)
            other = "itself" if start == end else end
            message = f"no map can say what leads from {start} to {other}"
            found = self._of_edge("misplaced-edge", message, index, "toID")
            types = {self._graph.types[each] for each in ends}
            is_direct = types == {"I"} and start != end
            help_ = _DIRECT if is_direct else _FROM_SPEECH if "L" in types else None
            yield attrs.evolve(found, help=help_)

    def _typed(self, name: str) -> str:
        return f"{shown(name)} ({self._graph.types[name]})"

    def _repeated(self) -> Iterator[Diagnostic]:
        for index in self._link_graph.repeated:
            message = "an edge above joins the same nodes"
            yield self._of_edge("repeated-relation", message, index, "toID")


def _lack(what: str, holder: Node, name: str) -> tuple[str, str]:
    """Return the code and the message for what is not right under a key."""
    if name not in holder:
        return "missing-key", f"{what} has no {name}"
    if holder[name] == "":
        return "bad-id", f"{what} has an empty {name}"
    return "wrong-type", f"{what} has a {name} that cannot be one"
