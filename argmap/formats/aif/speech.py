"""Who speaks, in AIF: a person in a locution, which leads to a claim."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from argmap.formats.aif.graph import (
    Graph,
    Node,
    free_numbers,
    key,
    new_edges,
    objects,
    people,
)
from argmap.model import Claim

_ACT: Final = "Asserting"


def let_speak(
    document: dict[str, Any], claims: Mapping[Any, Claim], take_id: Callable[[str], str]
) -> None:
    """Have a document say whose claims these are; `claims` are by ids of nodes.

    Where it names another speaker, what leads from there to the claim is taken out;
    what was said stays. `take_id` makes an id that no node has.
    """
    graph = Graph.of(document["nodes"], document["edges"])
    said = graph.speakers(document)
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
    _add_locutions(document, spoken, take_id)


def _add_locutions(
    document: dict[str, Any],
    spoken: Iterable[tuple[Any, Claim]],
    take_id: Callable[[str], str],
) -> None:
    speakers: dict[str, str] = {}
    ends: list[tuple[Any, Any]] = []
    for node_id, claim in spoken:
        locution = take_id(f"{claim.id}-locution")
        illocution = take_id(f"{claim.id}-illocution")
        words = f"{claim.speaker} : {claim.name}"
        _append(
            document,
            "nodes",
            {"nodeID": locution, "text": words, "type": "L"},
            {"nodeID": illocution, "text": _ACT, "type": "YA", "scheme": _ACT},
        )
        ends += (locution, illocution), (illocution, node_id)
        speakers[locution] = claim.speaker
    _append(document, "edges", *new_edges(document["edges"], ends))
    _name_speakers(document, speakers)


def _name_speakers(document: dict[str, Any], speakers: Mapping[str, str]) -> None:
    """Tell who speaks in locutions by name, for a name may have any letters."""
    known = {name: person for person, name in reversed(people(document).items())}
    there = objects(document.get("participants"))
    numbers = free_numbers([each.get("participantID") for each in there])
    new: list[Node] = []
    for locution, name in speakers.items():
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
