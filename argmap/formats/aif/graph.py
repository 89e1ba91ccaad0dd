"""The nodes and edges of a document in AIF, and the steps that they make.

Information (I) is a claim, an inference (RA) or a conflict (CA) is a step. A locution
(L) is what somebody says; it leads to a claim through an illocution (YA).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count, product
from typing import Any, Final, TypeAlias

import attrs

from argmap.model import Argument, Claim, Counterpoint, Inference
from argmap.model.connections import grouped

Node: TypeAlias = Mapping[str, Any]
"""An object of the document: a node, an edge, or what is said of a locution."""

Pair: TypeAlias = tuple[str, str]

TYPES: Final[dict[type[Any], str]] = {
    Claim: "I",
    Argument: "I",
    Inference: "RA",
    Counterpoint: "CA",
}
"""The types of the nodes that are parts of a map."""

STEPS: Final = frozenset({"RA", "CA"})
KNOWN: Final = STEPS | {"I", "L", "MA", "PA", "TA", "YA"}
PREMISES: Final = frozenset({("I", "RA"), ("I", "CA")})
ENDS: Final = frozenset((step, end) for step in STEPS for end in ("I", *STEPS))
JOINED: Final = PREMISES | ENDS
"""The types that an edge joins if it leads from a premise, to an end, or either."""

_OURS: Final = frozenset({"I", *STEPS})


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


def free_numbers(taken: Iterable[object]) -> Iterator[str]:
    """Return numbers to be ids, from 1 on, but for those that are taken."""
    known = set(map(key, taken))
    return (number for number in map(str, count(1)) if number not in known)


def _is_misplaced(start: str, end: str) -> bool:
    """Return whether an edge joins a claim or a step to anything in no known way."""
    pair = {start, end}
    is_ours = not pair.isdisjoint(_OURS)
    return is_ours and start != "YA" and "PA" not in pair and pair != {"I", "MA"}


_MISPLACED: Final = frozenset(
    pair for pair in product(KNOWN, repeat=2) if _is_misplaced(*pair)
)


class StepGraph:
    """Premises and ends of the steps, by ids of nodes, in the order of the edges.

    A step that leads to no claim and no other step is unfinished, and one that leads
    to such only; it is not among the `ends`. Nor are inferences without premises, which
    are `groundless`. `misplaced`, `repeated` and `dangling` are edges, counted from 0.
    """

    def __init__(self, graph: Graph) -> None:
        """Look at every edge."""
        self._graph = graph
        steps = [name for name, kind in graph.types.items() if kind in STEPS]
        self.premises: dict[str, dict[str, None]] = {each: {} for each in steps}
        self.ends: dict[str, dict[str, None]] = {each: {} for each in steps}
        self.misplaced: list[int] = []
        self.repeated: list[int] = []
        self.dangling: list[int] = []
        self._sort_edges()
        self.groundless: frozenset[str] = frozenset(
            each
            for each in steps
            if graph.types[each] == "RA" and not self.premises[each]
        )
        self._take_out_unfinished()

    def _sort_edges(self) -> None:
        types = self._graph.types
        for index, (start, end) in enumerate(self._graph.ends):
            pair = types.get(start, ""), types.get(end, "")
            if pair in PREMISES:
                self._join(self.premises[end], start, index)
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
            (end, step) for step, ends in self.ends.items() for end in ends
        )
        waiting = [
            step
            for step, ends in self.ends.items()
            if not ends or step in self.groundless
        ]
        while waiting:
            step = waiting.pop()
            del self.ends[step]
            for other in leading_to.get(step, ()):
                if other in self.ends:
                    del self.ends[other][step]
                    if not self.ends[other] and other not in self.groundless:
                        waiting.append(other)
