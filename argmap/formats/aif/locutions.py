"""Who says what in AIF: persons in locutions, which lead to claims and links.

A locution leads to what it says through an illocution, whose name says what is done by
that. What comes of two locutions, such as an argument, hangs on the transition (TA)
from one to the other, and the speaker is that of the other. A locution that leads to a
locution reports it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from argmap.formats.aif.graph import (
    AnyPart,
    Graph,
    Node,
    free_numbers,
    key,
    new_edges,
    objects,
)
from argmap.formats.ids import Ids
from argmap.model import Act, Argument, Claim, Preference, Rephrase, Step

Said: TypeAlias = tuple[str, Act | None]
"""Who says something, and what they do by that; None where it is not said."""
_Part: TypeAlias = Claim | Step | Rephrase

_NAMES: Final = {
    None: "Default Illocuting",
    Act.ASSERTS: "Asserting",
    Act.AGREES: "Agreeing",
    Act.DISAGREES: "Disagreeing",
    Act.ARGUES: "Arguing",
    Act.ASKS: "Pure Questioning",
    Act.CHALLENGES: "Challenging",
    Act.REPORTS: "Reporting",
    Act.RESTATES: "Restating",
}
_ACTS: Final = {
    name.rpartition(" ")[2].lower(): act for act, name in _NAMES.items()
} | {"conceding": Act.AGREES, "rejecting": Act.DISAGREES}
"""By the last word: whoever asks rhetorically asks."""
_LAST_WORD: Final = re.compile(r"[A-Z]?[a-z]+\Z")
_ANALYST: Final = "Analysing"
_LONGEST_NAME: Final = 60


def speech(graph: Graph, document: Node) -> dict[str, list[Said]]:
    """Return who says each claim and link, and what they do, by ids of nodes.

    Of several that an illocution hangs on, or that a transition leads to, the first
    counts, and so does the first illocution that leads to a locution.
    """
    found: dict[str, list[Said]] = {}
    contents = graph.joined("content")
    if not contents:
        return found
    anchors = {end: start for start, end in reversed(graph.joined("anchor"))}
    replies = dict(reversed(graph.joined("reply")))
    reports = {end: start for start, end in reversed(graph.joined("report"))}
    names = _named_locutions(document)

    def locution(illocution: str) -> str:
        anchor = anchors.get(illocution, "")
        return replies.get(anchor, anchor)

    def speaker(locution: str) -> str:
        if graph.types.get(locution) != "L":
            return ""
        return names.get(locution) or _speaker(graph.nodes[locution].get("text"))

    for illocution, content in dict.fromkeys(contents):
        at = locution(illocution)
        said = found.setdefault(content, [])
        if name := speaker(at):
            said.append((name, _act_of(graph.nodes[illocution])))
        report = reports.get(at, "")
        is_report = report and graph.nodes[report].get("text") != _ANALYST
        if is_report and (name := speaker(locution(report))):
            said.append((name, Act.REPORTS))
    return found


def spoken(said: Iterable[Said], kind: str) -> tuple[str, list[Said]]:
    """Return the speaker of a node of a kind, and what else is said, each once.

    The speaker of a claim is the first who asserts it; a link has none.
    """
    speaker = ""
    others: list[Said] = []
    for name, act in dict.fromkeys(said):
        is_asserting = act is None or act is Act.ASSERTS
        if is_asserting and kind == "I" and not speaker:
            speaker = name
        elif name.strip() and not (is_asserting and name == speaker):
            others.append((name, act))
    return speaker, others


def _act_of(illocution: Node) -> Act | None:
    """Return what is done by an illocution, as far as its name says."""
    names = (illocution.get("scheme"), illocution.get("text"))
    return next(
        (act for each in names if type(each) is str and (act := _act(each))), None
    )


@lru_cache(256)
def _act(name: str) -> Act | None:
    word = _LAST_WORD.search(name.rstrip())
    return _ACTS.get(word[0].lower()) if word else None


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


def write_speech(
    document: dict[str, Any], parts: Mapping[Any, AnyPart], ids: Ids
) -> None:
    """Write who says these parts into a document; `parts` are by ids of nodes.

    Where it says otherwise, what leads from there to the part is taken out; what was
    said stays. `ids` are those that nodes have.
    """
    graph = Graph.of(document["nodes"], document["edges"])
    said = speech(graph, document)
    changed = {
        name: (node_id, part)
        for node_id, part in parts.items()
        if not isinstance(part, Argument | Preference)
        and (name := key(node_id))
        and _spoken(part) != spoken(said.get(name, ()), graph.types[name])
    }
    if not changed:
        return
    document["edges"] = [
        edge
        for edge, (start, end) in zip(document["edges"], graph.ends, strict=True)
        if end not in changed or graph.types.get(start) != "YA"
    ]
    _add_locutions(document, changed.values(), ids)


def _spoken(part: _Part) -> tuple[str, list[Said]]:
    speaker = part.speaker if isinstance(part, Claim) else ""
    return speaker, [(each.speaker, each.act) for each in part.utterances]


def _add_locutions(
    document: dict[str, Any],
    parts: Iterable[tuple[Any, _Part]],
    ids: Ids,
) -> None:
    spoken_by: dict[str, str] = {}
    ends: list[tuple[Any, Any]] = []
    for node_id, part in parts:
        speaker, others = _spoken(part)
        voices = [(speaker, Act.ASSERTS), *others] if speaker else others
        for name, act in voices:
            locution = ids.take(f"{part.id}-locution")
            illocution = ids.take(f"{part.id}-illocution")
            words = part.name if isinstance(part, Claim) else part.id
            done = _NAMES[act]
            _append(
                document,
                "nodes",
                {"nodeID": locution, "text": f"{name} : {words}", "type": "L"},
                {"nodeID": illocution, "text": done, "type": "YA", "scheme": done},
            )
            ends += (locution, illocution), (illocution, node_id)
            spoken_by[locution] = name
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
