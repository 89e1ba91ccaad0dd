"""Speakers in AIF: persons in locutions, each of which leads to a claim."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.formats.aif.graph import Graph, Node, free_numbers, key, new_edges, objects
from argmap.formats.ids import Ids
from argmap.model import Claim

_ACT: Final = "Asserting"
_LONGEST_NAME: Final = 60


def speakers(graph: Graph, document: Node) -> dict[str, str]:
    """Return the first who says what a claim says, by the id of its node."""
    types = graph.types
    locutions: dict[str, str] = {}
    illocutions: list[tuple[str, str]] = []
    for start, end in graph.ends:
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
            found[claim] = name or _speaker(graph.nodes[locution].get("text"))
    return found


def _people(document: Node) -> dict[str, str]:
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
    names = _people(document)
    return {
        key(each.get("nodeID")): names.get(key(each.get("personID")), "")
        for each in (objects(document.get("locutions")) if names else ())
    }


def _speaker(text: object) -> str:
    """Return who speaks in `Speaker : words`."""
    if not isinstance(text, str):
        return ""
    head, colon, words = text[: _LONGEST_NAME + 2].partition(":")
    is_apart = head[-1:].isspace() or words[:1].isspace()
    return head.strip() if colon and is_apart else ""


def write_speakers(
    document: dict[str, Any], claims: Mapping[Any, Claim], ids: Ids
) -> None:
    """Write whose claims these are into a document; `claims` are by ids of nodes.

    Where it names another speaker, what leads from there to the claim is taken out;
    what was said stays. `ids` are those that nodes have.
    """
    graph = Graph.of(document["nodes"], document["edges"])
    said = speakers(graph, document)
    changed = {
        key(node_id): (node_id, claim)
        for node_id, claim in claims.items()
        if claim.speaker != said.get(key(node_id), "")
    }
    if not changed:
        return
    document["edges"] = [
        edge
        for edge, (start, end) in zip(document["edges"], graph.ends, strict=True)
        if end not in changed or graph.types.get(start) != "YA"
    ]
    spoken = [each for each in changed.values() if each[1].speaker]
    _add_locutions(document, spoken, ids)


def _add_locutions(
    document: dict[str, Any],
    spoken: Iterable[tuple[Any, Claim]],
    ids: Ids,
) -> None:
    spoken_by: dict[str, str] = {}
    ends: list[tuple[Any, Any]] = []
    for node_id, claim in spoken:
        locution = ids.take(f"{claim.id}-locution")
        illocution = ids.take(f"{claim.id}-illocution")
        words = f"{claim.speaker} : {claim.name}"
        _append(
            document,
            "nodes",
            {"nodeID": locution, "text": words, "type": "L"},
            {"nodeID": illocution, "text": _ACT, "type": "YA", "scheme": _ACT},
        )
        ends += (locution, illocution), (illocution, node_id)
        spoken_by[locution] = claim.speaker
    _append(document, "edges", *new_edges(document["edges"], ends))
    _name_speakers(document, spoken_by)


def _name_speakers(document: dict[str, Any], spoken_by: Mapping[str, str]) -> None:
    """Write who speaks in locutions by name, for a name may have any letters."""
    known = {name: person for person, name in reversed(_people(document).items())}
    there = objects(document.get("participants"))
    numbers = free_numbers([each.get("participantID") for each in there])
    new: list[Node] = []
    for locution, name in spoken_by.items():
        if name not in known:
            known[name] = next(numbers)
            new.append({"participantID": known[name], "firstname": name, "surname": ""})
        said: Node = {"nodeID": locution, "personID": known[name]}
        when = dict.fromkeys(("start", "end", "source"))
        _append(document, "locutions", {**said, **when})
    _append(document, "participants", *new)


def _append(document: dict[str, Any], name: str, *values: Node) -> None:
    """Put values behind those in a list of the document; make one where it is none."""
    there = document.get(name)
    if isinstance(there, list):
        there.extend(values)
    elif values:
        document[name] = [*(there if isinstance(there, tuple) else ()), *values]
