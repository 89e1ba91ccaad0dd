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

_STEPS: Final = ("RA", "CA")
_ANY: Final = ("I", *_STEPS)
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

_OURS: Final = frozenset({"I", *LINKS})


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


def type_of(node: Node) -> str:
    """Return the type of a node; "" where it has none, or is a claim without text."""
    kind = node.get("type")
    if type(kind) is not str or (kind == "I" and type(node.get("text")) is not str):
        return ""
    return kind


@attrs.frozen(eq=False)
class Graph:
    """Nodes and their types by id, and between which ids each edge leads.

    Where an id is given twice it is that of the first node. `keys` has the id of each
    node in its turn, "" for one that has none of its own.
    """

    nodes: dict[str, Node]
    types: dict[str, str]
    keys: list[str]
    ends: list[Pair]

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Node]) -> "Graph":
        """Look through a document."""
        by_key: dict[str, Node] = {}
        keys: list[str] = []
        for each in nodes:
            name = key(each.get("nodeID"))
            if name in by_key:
                name = ""
            elif name:
                by_key[name] = each
            keys.append(name)
        types = {name: type_of(each) for name, each in by_key.items()}
        return cls(by_key, types, keys, [ends_of(each) for each in edges])


def objects(values: object) -> Iterator[Node]:
    """Yield the objects in a list, if it is one."""
    for each in values if isinstance(values, list | tuple) else ():
        if isinstance(each, Mapping):
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


_MISPLACED: Final = frozenset(
    pair
    for pair in product(KNOWN, repeat=2)
    if pair[0] != "YA" and not _OURS.isdisjoint(pair)
)


class LinkGraph:
    """What links lead from and to, by ids of nodes, in the order of the edges.

    A link that leads to no claim and no step is unfinished, and one that leads to such
    only; it is not among the `ends`. Nor is one that must lead from something and does
    not (these are `groundless`), or that pairs several with several, in ways which are
    not said (`ambiguous`). `misplaced`, `repeated` and `dangling` are edges, counted
    from 0.
    """

    def __init__(self, graph: Graph) -> None:
        """Look at every edge."""
        self._graph = graph
        links = [name for name, kind in graph.types.items() if kind in LINKS]
        self.starts: dict[str, dict[str, None]] = {each: {} for each in links}
        self.ends: dict[str, dict[str, None]] = {each: {} for each in links}
        self.misplaced: list[int] = []
        self.repeated: list[int] = []
        self.dangling: list[int] = []
        self._sort_edges()
        self.ambiguous: set[str] = set()
        self.groundless: set[str] = {
            each
            for each in links
            if graph.types[each] != "CA" and not self.starts[each]
        }
        self._take_out_unfinished()

    def pairs(self, link: str) -> list[tuple[tuple[str, ...], str]]:
        """Return what each part that a finished link becomes leads from, and to."""
        starts = tuple(self.starts[link])
        is_paired = self._graph.types[link] in PAIRED
        groups = [(each,) for each in starts] if is_paired else [starts]
        return list(product(groups, self.ends[link]))

    def _sort_edges(self) -> None:
        types = self._graph.types
        for index, (start, end) in enumerate(self._graph.ends):
            pair = types.get(start, ""), types.get(end, "")
            if pair in STARTS:
                self._join(self.starts[end], start, index)
            elif pair in ENDS and start != end:
                self._join(self.ends[start], end, index)
            elif start not in types or end not in types:
                self.dangling.append(index)
            elif pair in _MISPLACED:
                self.misplaced.append(index)

    def _join(self, others: dict[str, None], other: str, index: int) -> None:
        if other in others:
            self.repeated.append(index)
        others[other] = None

    def _take_out_unfinished(self) -> None:
        leading_to = grouped(
            (end, link) for link, ends in self.ends.items() for end in ends
        )
        waiting = [
            link
            for link, ends in self.ends.items()
            if not ends or link in self.groundless
        ]
        while waiting:
            link = waiting.pop()
            del self.ends[link]
            for other in leading_to.get(link, ()):
                if other in self.ends:
                    del self.ends[other][link]
                    if not self.ends[other] and other not in self.groundless:
                        waiting.append(other)
        for link in [each for each in self.ends if self._graph.types[each] in PAIRED]:
            self._take_out_unpaired(link)

    def _take_out_unpaired(self, link: str) -> None:
        """Take out a link that no pairs of parts of the map can stand for."""
        for start in [*self.starts[link]]:
            if start not in self.ends and self._graph.types[start] != "I":
                del self.starts[link][start]
        if not self.starts[link]:
            self.groundless.add(link)
        elif len(self.starts[link]) > 1 and len(self.ends[link]) > 1:
            self.ambiguous.add(link)
        else:
            return
        del self.ends[link]
