"""Findings about what of a document is no part of the map, or only in part.

All of it passes through the map and is written back.
"""

from functools import cached_property
from typing import Final, TypeAlias

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.aif.graph import KNOWN, PAIRED, Graph, LinkGraph, Node, key
from argmap.formats.aif.parsed import Parsed
from argmap.formats.located import fault, shown
from argmap.unchecked import maker

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
    "only claims (I) are argued for and from; the locution (L) leads to its claim by an"
    " illocution (YA)"
)
_ENDS: Final = ("fromID", "toID")
_INFOS: Final = frozenset({"several-conclusions", "repeated-relation"})


_made = maker(Diagnostic, "code", "message", "severity", "help", is_lazy=True)
_Place: TypeAlias = tuple[str, int, str]
"""A value: under which key of a node or an edge it stands, counted from 0."""


class Findings:
    """The findings about a document that could be parsed to its end."""

    def __init__(self, parsed: Parsed, graph: Graph, links: LinkGraph) -> None:
        """Look through all of it."""
        self._parsed = parsed
        self._graph = graph
        self._links = links
        self._found: list[tuple[_Place, Diagnostic]] = []
        nodes = parsed.nodes
        if nodes and not any("nodeID" in each for each in nodes):
            self._add_foreign()
            return
        self._look_at_nodes()
        self._look_at_links()
        self._look_at_edges()

    def all(self) -> list[Diagnostic]:
        """Return them in the order of the text."""
        if len(self._found) > 1:
            self._found.sort(key=self._rank)
        return [each for _, each in self._found]

    def _rank(self, found: tuple[_Place, Diagnostic]) -> tuple[int, int, int]:
        """Return what orders findings as the text does, without their spans."""
        (name, index, at), _ = found
        members = self._parsed.members
        keys = [*members[name][index]]
        return [*members].index(name), index, keys.index(at) if at in keys else -1

    def _add(
        self, place: _Place, code: str, message: str, help_: str | None = None
    ) -> None:
        severity = Severity.INFO if code in _INFOS else Severity.WARNING
        locations = self._parsed.locations
        found = _made(
            code, message, severity, help_, lambda _: locations.value_span(*place)
        )
        self._found.append((place, found))

    def _add_foreign(self) -> None:
        """Say that these are no nodes of AIF: an empty map would pass for theirs."""
        count = len(self._parsed.nodes)
        nodes = "the only node has no" if count == 1 else f"none of {count} nodes has a"
        message = f"{nodes} nodeID, so this is another format than AIF"
        place = "nodes", 0, "nodeID"
        help_ = "`argmap formats FILE` says which, if it is known"
        span = self._parsed.locations.value_span(*place)
        self._found = [(place, fault("missing-key", message, span, help_))]

    def _add_to(self, name: str, at: str, code: str, message: str) -> None:
        self._add(("nodes", self._indexes[name], at), code, message)

    @cached_property
    def _indexes(self) -> dict[str, int]:
        return {name: index for index, name in enumerate(self._graph.keys)}

    def _look_at_nodes(self) -> None:
        graph = self._graph
        for index, name in enumerate(graph.keys):
            kind = graph.types.get(name)
            if kind not in KNOWN:
                self._add_unusable(index)
            elif kind == "I" and not graph.nodes[name]["text"]:
                message = f"the claim {shown(name)} has no text"
                self._add(("nodes", index, "text"), "empty-text", message)

    def _add_unusable(self, index: int) -> None:
        """Say why a node says nothing: it lacks an id of its own, a type, a text."""
        node = self._parsed.nodes[index]
        name, kind = key(node.get("nodeID")), node.get("type")
        what, lacking, found = f"the node {shown(name)}", "type", None
        help_ = None
        if not name:
            what, lacking = "a node", "nodeID"
        elif not self._graph.keys[index]:
            lacking = "nodeID"
            found = "duplicate-id", f"a node above has the id {shown(name)} too"
        elif kind == "I":
            lacking = "text"
        elif isinstance(kind, str):
            message = f"{what} is of a type {shown(kind)} that is not known"
            likely = kind.strip().upper()
            help_ = f"did you mean '{likely}'?" if likely in KNOWN else None
            found = "unknown-node-type", message
        found = found or _lack(what, node, lacking)
        self._add(("nodes", index, lacking), *found, help_)

    def _look_at_links(self) -> None:
        links = self._links
        for name in links.starts:
            count = len(links.pairs.get(name, ()))
            if count == 1:  # as nearly all are
                continue
            kind = self._graph.types[name]
            code = "several-conclusions" if count else "unfinished-step"
            if count:
                lack = f"leads to {count}, to each by a step"
                if kind in PAIRED:
                    lack = f"joins {count} pairs, each by one of its own"
            elif name in links.groundless:
                lack = _GROUNDS[kind]
            elif name in links.ambiguous:
                lack = "joins several with several, and does not say which with which"
            else:
                lack = "leads to no claim and no step of the map"
            message = f"the {_NOUNS[kind]} {shown(name)} {lack}"
            self._add_to(name, "nodeID", code, message)

    def _look_at_edges(self) -> None:
        for index in self._graph.roles["dangling"]:
            self._add_dangling(index)
        for index in self._links.misplaced:
            self._add_misplaced(index)
        for index in self._links.repeated:
            message = "an edge above joins the same nodes"
            self._add(("edges", index, "toID"), "repeated-relation", message)

    def _add_dangling(self, index: int) -> None:
        edge = self._parsed.edges[index]
        for name, node in zip(_ENDS, self._graph.ends[index], strict=True):
            place = "edges", index, name
            if not node:
                self._add(place, *_lack("an edge", edge, name))
            elif node not in self._graph.types:
                self._add(place, "unknown-id", f"no node has the id {shown(node)}")

    def _add_misplaced(self, index: int) -> None:
        ends = self._graph.ends[index]
        types = {self._graph.types[each] for each in ends}
        start, end = (f"{shown(each)} ({self._graph.types[each]})" for each in ends)
        other = "itself" if start == end else end
        message = f"no map can say what leads from {start} to {other}"
        is_direct = types == {"I"} and start != end
        help_ = _DIRECT if is_direct else _FROM_SPEECH if "L" in types else None
        self._add(("edges", index, "toID"), "misplaced-edge", message, help_)


def _lack(what: str, holder: Node, name: str) -> tuple[str, str]:
    """Return the code and the message for what is not right under a key."""
    if name not in holder:
        return "missing-key", f"{what} has no {name}"
    if holder[name] == "":
        return "bad-id", f"{what} has an empty {name}"
    return "wrong-type", f"{what} has a {name} that cannot be one"
