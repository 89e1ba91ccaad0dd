"""What the nodes and edges of AIF are to a map.

Information (I) is a claim, an inference (RA) or a conflict (CA) is a step. A locution
(L) is what somebody says; it leads to a claim through an illocution (YA).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Final, TypeAlias

import attrs

from argmap.model import Argument, Claim, Counterpoint, Inference

Node: TypeAlias = Mapping[str, Any]
"""An object of the document: a node, an edge, or one that tells of a locution."""

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

_LONGEST_NAME: Final = 60


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

    def speakers(self, document: Node) -> dict[str, str]:
        """Return the first who says what a claim says, by the id of its node."""
        types = self.types
        locutions: dict[str, str] = {}
        illocutions: list[tuple[str, str]] = []
        for start, end in self.ends:
            pair = types.get(start), types.get(end)
            if pair == ("L", "YA"):
                locutions.setdefault(end, start)
            elif pair == ("YA", "I"):
                illocutions.append((start, end))
        names = _named_locutions(document) if illocutions else {}
        found: dict[str, str] = {}
        for illocution, claim in illocutions:
            locution = locutions.get(illocution, "")
            if locution and not found.get(claim):
                name = names.get(locution)
                found[claim] = name or _speaker(self.nodes[locution].get("text"))
        return found


def people(document: Node) -> dict[str, str]:
    """Return the names of the participants, by their ids."""
    found: dict[str, str] = {}
    for each in objects(document.get("participants")):
        first, last = each.get("firstname"), each.get("surname")
        names = [first, None if last == "None" else last]
        name = " ".join(part for part in names if isinstance(part, str) and part)
        found.setdefault(key(each.get("participantID")), name)
    found.pop("", None)
    return found


def _named_locutions(document: Node) -> dict[str, str]:
    """Return who speaks, by the ids of locutions, where a participant is named."""
    names = people(document)
    return {
        key(each.get("nodeID")): names.get(key(each.get("personID")), "")
        for each in (objects(document.get("locutions")) if names else ())
    }


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


def _speaker(text: object) -> str:
    """Return who speaks in `Speaker : words`."""
    if not isinstance(text, str):
        return ""
    head, colon, words = text[: _LONGEST_NAME + 2].partition(":")
    is_apart = head[-1:].isspace() or words[:1].isspace()
    return head.strip() if colon and is_apart else ""
