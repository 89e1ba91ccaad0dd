"""The nodes and edges of a document in AIF, and what joins its claims.

Information (I) is a claim. An inference (RA) or a conflict (CA) is a step, a rephrase
(MA) or a preference (PA) another link. A locution (L) is what somebody says; it leads
to a claim or a link through an illocution (YA).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, product
from typing import Any, Final, TypeAlias

import attrs

from argmap.formats.aif.scheme_names import DEFAULT_NAMES
from argmap.formats.ids import Ids
from argmap.model import (
    Argument,
    Claim,
    Counterpoint,
    Inference,
    Preference,
    Rephrase,
    Step,
)
from argmap.model.connections import grouped
from argmap.model.values import made_id

Node: TypeAlias = Mapping[str, Any]
"""An object of the document: a node, an edge, or what is said of a locution."""

Pair: TypeAlias = tuple[str, str]
AnyLink: TypeAlias = Step | Rephrase | Preference
AnyPart: TypeAlias = Claim | Argument | AnyLink
"""What can be a node."""

TYPES: Final[dict[type[Any], str]] = {
    Claim: "I",
    Argument: "I",
    Inference: "RA",
    Counterpoint: "CA",
    Rephrase: "MA",
    Preference: "PA",
}
"""The types of the nodes that are parts of a map."""

STEPS: Final = ("RA", "CA")
_ANY: Final = ("I", *STEPS)
_STARTS: Final = {"RA": ("I",), "CA": ("I",), "MA": ("I",), "PA": _ANY}
_ENDS: Final = {"RA": _ANY, "CA": _ANY, "MA": ("I",), "PA": _ANY}
LINKS: Final[frozenset[str]] = frozenset(_ENDS)
PAIRED: Final = frozenset({"MA", "PA"})
"""The links that are one part for each pair of what they lead from and to."""

KNOWN: Final = LINKS | {"I", "L", "TA", "YA"}
STARTS: Final[frozenset[Pair]] = frozenset(
    (each, link) for link in LINKS for each in _STARTS[link]
)
ENDS: Final[frozenset[Pair]] = frozenset(
    (link, each) for link in LINKS for each in _ENDS[link]
)
JOINED: Final[frozenset[Pair]] = STARTS | ENDS
"""The types that an edge joins if it leads to a link, from a link, or either."""

_ROLES: Final[dict[tuple[str | None, ...], str]] = {
    **{
        pair: "misplaced"
        for pair in product(KNOWN, repeat=2)
        if pair[0] != "YA" and not {"I", *LINKS}.isdisjoint(pair)
    },
    **dict.fromkeys(STARTS, "start"),
    **dict.fromkeys(ENDS, "end"),
    **dict.fromkeys(product(["YA"], LINKS - {"PA"} | {"I"}), "content"),
    **dict.fromkeys(product(["L", "TA"], ["YA"]), "anchor"),
    ("YA", "L"): "report",
    ("TA", "L"): "reply",
}
"""What an edge is by the types that it joins; others say nothing here."""

_ROLE_NAMES: Final = ("dangling", *dict.fromkeys(_ROLES.values()))


def key(value: object) -> str:
    """Return an id as text, for in some files ids are numbers; "" for what is none."""
    if type(value) is str:
        return value
    return str(value) if type(value) is int else ""


def ends_of(edge: Node) -> Pair:
    """Return the ids of the nodes that an edge joins."""
    start, end = edge.get("fromID"), edge.get("toID")
    if type(start) is str and type(end) is str:
        return start, end
    return key(start), key(end)


@attrs.frozen(eq=False)
class Graph:
    """Nodes and their types by id, and between which ids each edge leads.

    Where an id is given twice it is that of the first node. A node has the type "" if
    it has none, or is a claim without text. `keys` has the id of each node in its turn,
    "" for one that has none of its own. `roles` has the edges, counted from 0, by what
    they are: `dangling` ones lead from or to no node.
    """

    nodes: dict[str, Node]
    types: dict[str, str]
    keys: list[str]
    ends: list[Pair]
    roles: dict[str, list[int]]

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Node]) -> "Graph":
        """Look through a document."""
        by_key: dict[str, Node] = {}
        keys: list[str] = []
        types: dict[str, str] = {}
        for each in nodes:
            name = each.get("nodeID")
            if type(name) is not str:
                name = key(name)
            if not name or name in by_key:
                keys.append("")
                continue
            keys.append(name)
            by_key[name] = each
            kind = each.get("type")
            is_right = kind != "I" or type(each.get("text")) is str
            types[name] = kind if type(kind) is str and is_right else ""
        ends = [ends_of(each) for each in edges]
        roles: dict[str, list[int]] = {each: [] for each in _ROLE_NAMES}
        for index, (start, end) in enumerate(ends):
            role = _ROLES.get((types.get(start), types.get(end)))
            if role:
                roles[role].append(index)
            elif start not in types or end not in types:
                roles["dangling"].append(index)
        return cls(by_key, types, keys, ends, roles)

    def joined(self, role: str) -> list[Pair]:
        """Return what is joined by the edges that are something."""
        return [self.ends[each] for each in self.roles[role]]


def objects(values: object) -> Iterator[Node]:
    """Yield the objects in a list, if it is one."""
    for each in values if isinstance(values, list | tuple) else ():
        if type(each) is dict or isinstance(each, Mapping):
            yield each


def new_edges(edges: Iterable[Node], ends: Iterable[tuple[Any, Any]]) -> list[Node]:
    """Return edges between the ends, with ids that the others do not have."""
    numbers = free_numbers(each.get("edgeID") for each in edges)
    return [
        {"edgeID": number, "fromID": start, "toID": end, "formEdgeID": None}
        for number, (start, end) in zip(numbers, ends, strict=False)
    ]


def as_reasons(
    nodes: list[Node], edges: list[Node]
) -> tuple[list[Node], list[Node], tuple[int, ...]]:
    """Return a document with an inference in the place of each edge between claims.

    Such an edge leads to the inference in its place, and a new one on from there; new
    nodes and edges come last. Return, too, which edges these were, counted from 0.
    """
    graph = Graph.of(nodes, edges)
    ids = Ids((*graph.keys, *chain.from_iterable(graph.ends)))
    changed = [*edges]
    made: dict[str, int] = {}
    for index, (start, end) in enumerate(graph.ends):
        if start != end and graph.types.get(start) == graph.types.get(end) == "I":
            name = ids.take(made_id(start, "so", end))
            made[name] = index
            changed[index] = {**edges[index], "toID": name}
    name = DEFAULT_NAMES["RA"]
    steps = [
        {"nodeID": each, "text": name, "type": "RA", "scheme": name} for each in made
    ]
    onward = new_edges(edges, ((each, edges[at]["toID"]) for each, at in made.items()))
    return [*nodes, *steps], [*changed, *onward], tuple(made.values())


def free_numbers(taken: Iterable[object]) -> Iterator[str]:
    """Return numbers to be ids, from 1 on, but for those that are taken."""
    known = set(map(key, taken))
    return (number for number in map(str, count(1)) if number not in known)


class LinkGraph:
    """What links lead from and to, by ids of nodes, in the order of the edges.

    A link that leads to no claim and no step is unfinished, and one that leads to such
    only; it is not among the `ends`, nor in `pairs`: what each part that a link becomes
    leads from, and to. Nor is one that must lead from something and does not (these are
    `groundless`), or that pairs several with several, in ways which are not said
    (`ambiguous`). `misplaced` and `repeated` are edges, counted from 0.
    """

    def __init__(self, graph: Graph) -> None:
        """Look at every edge."""
        self._types = graph.types
        links = [name for name, kind in graph.types.items() if kind in LINKS]
        self.starts: dict[str, dict[str, None]] = {each: {} for each in links}
        self.ends: dict[str, dict[str, None]] = {each: {} for each in links}
        self.misplaced: list[int] = [*graph.roles["misplaced"]]
        self.repeated: list[int] = []
        self._join(graph)
        self.ambiguous: set[str] = set()
        self.groundless: set[str] = {
            each
            for each, starts in self.starts.items()
            if not starts and graph.types[each] != "CA"
        }
        self._take_out_unfinished()
        self.pairs: dict[str, list[tuple[tuple[str, ...], str]]] = {
            link: self._pairs(link, ends) for link, ends in self.ends.items()
        }

    def _join(self, graph: Graph) -> None:
        for index in graph.roles["start"]:
            start, link = graph.ends[index]
            self._add(self.starts[link], start, index)
        for index in graph.roles["end"]:
            link, end = graph.ends[index]
            if link == end:
                self.misplaced.append(index)
            else:
                self._add(self.ends[link], end, index)

    def _add(self, others: dict[str, None], other: str, index: int) -> None:
        if other in others:
            self.repeated.append(index)
        others[other] = None

    def _pairs(
        self, link: str, ends: Iterable[str]
    ) -> list[tuple[tuple[str, ...], str]]:
        starts = tuple(self.starts[link])
        if len(starts) == 1:  # as mostly
            return [(starts, each) for each in ends]
        is_paired = self._types[link] in PAIRED
        groups = [(each,) for each in starts] if is_paired else [starts]
        return list(product(groups, ends))

    def _take_out_unfinished(self) -> None:
        waiting = [
            link
            for link, ends in self.ends.items()
            if not ends or link in self.groundless
        ]
        led_to = ((end, link) for link, ends in self.ends.items() for end in ends)
        leading_to = grouped(led_to if waiting else ())
        while waiting:
            link = waiting.pop()
            del self.ends[link]
            for other in leading_to.get(link, ()):
                if other in self.ends:
                    del self.ends[other][link]
                    if not self.ends[other] and other not in self.groundless:
                        waiting.append(other)
        for link in [each for each in self.ends if self._types[each] in PAIRED]:
            self._take_out_unpaired(link)

    def _take_out_unpaired(self, link: str) -> None:
        """Take out a link that no pairs of parts of the map can stand for."""
        for start in [*self.starts[link]]:
            if start not in self.ends and self._types[start] != "I":
                del self.starts[link][start]
        if not self.starts[link]:
            self.groundless.add(link)
        elif len(self.starts[link]) > 1 and len(self.ends[link]) > 1:
            self.ambiguous.add(link)
        else:
            return
        del self.ends[link]
