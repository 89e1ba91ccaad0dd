"""Speakers: read from locutions, and written as such."""

import json

import attrs
import pytest

from argmap.formats import dumps, loads
from argmap.formats.aif import losses
from argmap.model import (
    Act,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Rephrase,
    Utterance,
)
from tests.formats.aif.maps import FELL, HIGH, ROSE, joined, written
from tests.formats.aif.nodes import (
    SAID,
    Node,
    document,
    node,
    read_document,
)


def test_locution_without_words() -> None:
    """A locution without a text has no speaker; another one has."""
    nodes = [
        each | {"text": 3} if each["nodeID"] == "3" else each for each in SAID["nodes"]
    ]
    found = read_document({**SAID, "nodes": nodes})

    assert found.argument_map.speakers == ("Bo",)


@pytest.mark.parametrize("edges", [SAID["edges"], SAID["edges"][::-1]])
def test_who_asserts_and_who_agrees(edges: list[Node]) -> None:
    """A claim is whoever's asserts it, not whoever's agrees; dialogue is no finding."""
    found = read_document({**SAID, "edges": edges})

    assert found.diagnostics == ()
    (claim,) = found.argument_map.claims
    assert claim.speaker == "Ann"
    assert claim.utterances == (Utterance("Bo", "agrees"),)


def heard(*illocutions: str, content: str = "I") -> tuple[Utterance, ...]:
    """Return the utterances of a node that locutions of Ann, Bo, … lead to."""
    said = [
        (
            node(f"y{number}", "YA", name),
            node(f"l{number}", "L", f"{who} : so"),
            f"l{number}>y{number} y{number}>1",
        )
        for number, (name, who) in enumerate(
            zip(illocutions, ("Ann", "Bo", "Cy"), strict=False)
        )
    ]
    found = read_document(
        document(
            *(node("1", content), node("2", "I"), node("3", "I")),
            *(each for ya, locution, _ in said for each in (ya, locution)),
            ends=" ".join(["2>1 1>3" * (content != "I"), *(ends for *_, ends in said)]),
        )
    )
    part = found.argument_map.part("1")
    assert isinstance(part, Claim | Inference | Counterpoint | Rephrase)
    speaker = part.speaker if isinstance(part, Claim) else ""
    first = (Utterance(speaker),) if speaker else ()
    return first + part.utterances


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("Agreeing", "agrees"),
        ("Popular Conceding", "agrees"),
        ("Disagreeing", "disagrees"),
        ("Rejecting", "disagrees"),
        ("Arguing", "argues"),
        ("PureQuestioning", "asks"),
        ("Assertive Questioning", "asks"),
        ("RhetoricalQuestioning ", "asks"),
        ("Challenging", "challenges"),
        ("Reporting", "reports"),
        ("Restating", "restates"),
        ("Asserting", None),
        ("Default Illocuting", None),
        ("YA_c8e3134a267a19d0838232b93a03172d", None),
        ("Offering", None),
    ],
)
def test_acts(name: str, act: str | None) -> None:
    """What is done is the last word of the name of the illocution.

    Whoever only asks, agrees or reports is not the claim's speaker.
    """
    assert heard(name) == (Utterance("Ann", act),)


def test_acts_on_links() -> None:
    """Steps and rephrases have utterances too, with what is done, if it is said."""
    names = ("Arguing", "Asserting", "Default Illocuting")
    said = (
        *(Utterance("Ann", "argues"), Utterance("Bo", "asserts")),
        Utterance("Cy"),
    )

    for kind in ("RA", "CA", "MA"):
        assert heard(*names, content=kind) == said


def test_everybody_counts_once() -> None:
    """Who asserts a claim again is not named again; another who asserts it is."""
    said = document(
        *(node("1", "I"), node("2", "YA", "Asserting"), node("3", "L", "Ann : so")),
        *(node("4", "YA", "Asserting"), node("5", "L", "Bo : so")),
        *(node("6", "YA", "Asserting"), node("7", "L", "Ann : yes, so")),
        ends="3>2 2>1 5>4 4>1 7>6 6>1",
    )
    (claim,) = read_document(said).argument_map.claims

    assert claim.speaker == "Ann"
    assert claim.utterances == (Utterance("Bo", "asserts"),)


def test_who_replies() -> None:
    """What hangs on a transition is done by whoever speaks in the second locution."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "I"), node("3", "RA"), node("4", "TA")),
            *(node("5", "L", "Ann : so"), node("6", "L", "Bo : for that")),
            *(node("7", "YA", "Arguing"), node("8", "YA", "Agreeing")),
            ends="1>3 3>2 5>4 4>6 4>7 7>3 4>8 8>2",
        )
    )

    assert found.diagnostics == ()
    (step,) = found.argument_map.inferences
    assert step.utterances == (Utterance("Bo", "argues"),)
    assert found.argument_map.claim("2").utterances == (Utterance("Bo", "agrees"),)


@pytest.mark.parametrize(("name", "reports"), [("Asserting", 1), ("Analysing", 0)])
def test_who_reports(name: str, reports: int) -> None:
    """A locution of a locution reports the claim of another, unless it analyses it."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "YA", "Asserting"), node("3", "L", "Bo : so")),
            *(node("4", "YA", name), node("5", "L", "Ann : Bo says so")),
            ends="5>4 4>3 3>2 2>1",
        )
    )

    (claim,) = found.argument_map.claims
    assert claim.speaker == "Bo"
    assert claim.utterances == (Utterance("Ann", "reports"),) * reports


def test_utterances_are_written() -> None:
    """Who says what, and what they do by that, is read again as it was written."""
    said = [Utterance("Ann"), *(Utterance("Bo", each) for each in Act)]
    others = [each for each in said if each.act not in {None, "asserts"}]
    spoken = ArgumentMap(
        [
            attrs.evolve(ROSE, speaker="Dee", utterances=said),
            *(FELL, HIGH, Claim("asked", "Why?", utterances=others)),
        ],
        [Inference([ROSE], HIGH, utterances=said)],
        counterpoints=[Counterpoint([FELL], HIGH, utterances=["Ann"])],
        rephrases=[Rephrase(FELL, original=ROSE, utterances=said)],
    )

    assert loads(dumps(spoken, "aif"), "aif") == spoken
    assert losses(spoken) == ()


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Ann Low : it is so", "Ann Low"),
        (" Ann: it is so", "Ann"),
        ("it is 10:30", ""),
        ("it is so", ""),
        (" : it is so", ""),
        (f"{'very ' * 12}late : it is so", ""),
    ],
)
def test_speaker_in_the_words(words: str, speaker: str) -> None:
    """Who speaks stands before a colon with a blank beside it, in few words."""
    found = read_document(
        document(
            *(node("1", "I"), node("2", "YA"), node("3", "L", words)), ends="3>2 2>1"
        )
    )

    assert found.argument_map.claims[0].speaker == speaker


@pytest.mark.parametrize(
    ("participant", "speaker"),
    [
        ({"participantID": 1, "firstname": "Cy", "surname": "Low"}, "Cy Low"),
        ({"participantID": "1", "firstname": "Cy", "surname": "None"}, "Cy"),
        ({"participantID": 1, "firstname": None, "surname": ""}, "Ann"),
        ({"participantID": 2, "firstname": "Cy"}, "Ann"),
    ],
)
def test_participants(participant: Node, speaker: str) -> None:
    """A participant's name goes before the words, if there is one."""
    found = read_document(
        {
            **SAID,
            "participants": [participant, 3],
            "locutions": [{"nodeID": "3", "personID": "1"}, None],
        }
    )

    assert found.argument_map.claims[0].speaker == speaker


@pytest.mark.parametrize("speaker", ["Ann", " : ", "None", "Ann Low\n"])
def test_speaker(speaker: str) -> None:
    """Who speaks is a participant in a locution that leads to the claim."""
    spoken = ArgumentMap(
        [attrs.evolve(ROSE, speaker=speaker), attrs.evolve(FELL, speaker=speaker), HIGH]
    )
    found = written(spoken)

    assert found["nodes"][3:5] == [
        node("rose-locution", "L", f"{speaker} : Rents rose."),
        node("rose-illocution", "YA", "Asserting", scheme="Asserting"),
    ]
    assert joined(spoken)[:2] == [
        *("rose-locution>rose-illocution", "rose-illocution>rose")
    ]
    assert found["participants"] == [
        {"participantID": "1", "firstname": speaker, "surname": ""}
    ]
    assert [each["personID"] for each in found["locutions"]] == ["1", "1"]
    assert loads(dumps(spoken, "aif"), "aif") == spoken
    assert losses(spoken) == ()


def test_changed_speaker() -> None:
    """What leads to a claim from another's locution is taken out; words stay."""
    argument_map = loads(json.dumps(SAID), "aif")
    (claim,) = argument_map.claims

    mute = argument_map.with_parts(attrs.evolve(claim, speaker="", utterances=[]))
    assert joined(mute) == ["3>2", "5>4"]
    other = argument_map.with_parts(attrs.evolve(claim, speaker="Cy", utterances=[]))
    assert joined(other) == ["3>2", "5>4", "1-locution>1-illocution", "1-illocution>1"]
    assert loads(dumps(other, "aif"), "aif").claims[0].speaker == "Cy"


def test_participants_are_known_by_name() -> None:
    """A participant who has been there speaks; a new one has a number of their own."""
    people = [{"participantID": 1, "firstname": "Ann", "surname": "Low"}]
    for known in (people, "nobody"):
        stored_ = {**SAID, "participants": known}
        argument_map = loads(json.dumps(stored_), "aif")
        (claim,) = argument_map.claims
        by_ann = argument_map.with_parts(attrs.evolve(claim, speaker="Ann Low"))
        by_dee = by_ann.with_parts(Claim("x", "X.", speaker="Dee"))

        assert loads(dumps(by_dee, "aif"), "aif").claims[0].speaker == "Ann Low"
        names = [each["firstname"] for each in written(by_dee)["participants"]]
        first = "Ann" if known is people else "Ann Low"
        assert names == [first, "Bo", "Dee"]
