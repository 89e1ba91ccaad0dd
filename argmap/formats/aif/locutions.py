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
    LINKS,
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
_ASSERTING: Final = frozenset({None, Act.ASSERTS})
_SAID: Final = LINKS - {"PA"} | {"I"}
_LONGEST_NAME: Final = 60


class _Illocutions:
    """What leads to what in speech, by ids of nodes; of several the first counts."""

    def __init__(self, graph: Graph) -> None:
        self.anchors: dict[str, str] = {}  # of an illocution, a locution or transition
        self.replies: dict[str, str] = {}  # what a transition leads to
        self.reports: dict[str, str] = {}  # the illocution that leads to a locution
        self.contents: list[tuple[str, str]] = []
        types = graph.types
        for start, end in graph.ends:
            kind, other = types.get(start), types.get(end)
            if kind == "YA":
                if other in _SAID:
                    self.contents.append((start, end))
                elif other == "L":
                    self.reports.setdefault(end, start)
            elif other == "YA" and kind in {"L", "TA"}:
                self.anchors.setdefault(end, start)
            elif kind == "TA" and other == "L":
                self.replies.setdefault(start, end)

    def locution(self, illocution: str) -> str:
        """Return the locution that an illocution hangs on, "" for none."""
        anchor = self.anchors.get(illocution, "")
        return self.replies.get(anchor, anchor)


def speech(graph: Graph, document: Node) -> dict[str, list[Said]]:
    """Return who says each claim and link, and what they do, by ids of nodes."""
    illocutions = _Illocutions(graph)
    names = _named_locutions(document) if illocutions.contents else {}

    def speaker(locution: str) -> str:
        if graph.types.get(locution) != "L":
            return ""
        return names.get(locution) or _speaker(graph.nodes[locution].get("text"))

    found: dict[str, list[Said]] = {}
    for illocution, content in dict.fromkeys(illocutions.contents):
        locution = illocutions.locution(illocution)
        said = found.setdefault(content, [])
        if name := speaker(locution):
            said.append((name, _act_of(graph.nodes[illocution])))
        report = illocutions.reports.get(locution, "")
        is_report = report and graph.nodes[report].get("text") != _ANALYST
        if is_report and (name := speaker(illocutions.locution(report))):
            said.append((name, Act.REPORTS))
    return found


def spoken(said: Iterable[Said], kind: str) -> tuple[str, tuple[Said, ...]]:
    """Return the speaker of a node of a kind, and what else is said, each once.

    The speaker of a claim is the first who asserts it; a link has none.
    """
    all_ = tuple(dict.fromkeys(said))
    asserting = (name for name, act in all_ if act in _ASSERTING)
    speaker = next(asserting, "") if kind == "I" else ""
    return speaker, tuple(
        (name, act)
        for name, act in all_
        if name.strip() and not (name == speaker and act in _ASSERTING)
    )


def _act_of(illocution: Node) -> Act | None:
    """Return what is done by an illocution, as far as its name says."""
    names = (illocution.get("scheme"), illocution.get("text"))
    return next(filter(None, map(_act, filter(_is_text, names))), None)


def _is_text(name: object) -> bool:
    return type(name) is str


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


def _spoken(part: _Part) -> tuple[str, tuple[Said, ...]]:
    speaker = part.speaker if isinstance(part, Claim) else ""
    return speaker, tuple((each.speaker, each.act) for each in part.utterances)


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
