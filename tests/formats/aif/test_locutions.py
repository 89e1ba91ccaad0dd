"""Speakers: read from locutions, and written as such."""

import json

import attrs
import pytest

from argmap.formats import dumps, loads
from argmap.formats.aif import losses
from argmap.model import (
    ArgumentMap,
    Claim,
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
    """A locution without a text has no speaker; the next one has."""
    nodes = [
        each | {"text": 3} if each["nodeID"] == "3" else each for each in SAID["nodes"]
    ]
    found = read_document({**SAID, "nodes": nodes})

    assert found.argument_map.claims[0].speaker == "Bo"


def test_the_first_speaker() -> None:
    """A claim is whose locution first leads to it; dialogue is no finding."""
    found = read_document(SAID)

    assert found.diagnostics == ()
    assert found.argument_map.claims[0].speaker == "Ann"
    found = read_document({**SAID, "edges": SAID["edges"][::-1]})
    assert found.argument_map.claims[0].speaker == "Bo"


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

    mute = argument_map.with_parts(attrs.evolve(claim, speaker=""))
    assert joined(mute) == ["3>2", "5>4"]
    other = argument_map.with_parts(attrs.evolve(claim, speaker="Cy"))
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
        assert names == (["Ann", "Dee"] if known is people else ["Ann Low", "Dee"])
