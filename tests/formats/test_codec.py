"""The codec of parts: plain data, values of the model, and back."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Inference, Locator, Quotation
from argmap.formats.codec import MISSING, record_of
from argmap.formats.located import Findings
from argmap.formats.scanner import Scanner
from argmap.model import Premise, Utterance
from tests.strategies import argument_maps


@given(argument_maps())
def test_what_is_written_is_made_again(argument_map: ArgumentMap) -> None:
    """Every part, and every source, is made again of its plain data."""
    for piece in argument_map.pieces:
        record = record_of(type(piece))
        fields = dict(record.written(piece))

        assert record.made_of(fields) == piece
        assert record.build(json.loads(json.dumps(fields))) == piece


@given(argument_maps())
def test_a_version_is_needed_for_what_is_new(argument_map: ArgumentMap) -> None:
    """Without what version 2 has, a map is one of version 1."""
    record = record_of(ArgumentMap)
    old = attrs.evolve(
        argument_map,
        claims=[_without_news(each) for each in argument_map.claims],
        inferences=[_without_news(each) for each in argument_map.inferences],
        counterpoints=[_without_news(each) for each in argument_map.counterpoints],
        questions=(),
        rephrases=(),
        preferences=(),
        sections=(),
        author="",
    )

    versions = [
        record.version(dict(record.written(each))) for each in (old, argument_map)
    ]
    assert versions == [1, 1 if _has_no_news(argument_map) else 2]


def _without_news(part: Any) -> Any:
    changes: dict[str, Any] = {"utterances": ()}
    if isinstance(part, Claim):
        changes["quotations"] = ()
    else:
        changes["premises"] = [Premise(each.claim) for each in part.premises]
    if hasattr(part, "accepted"):
        changes["accepted"] = False
    return attrs.evolve(part, **changes)


def _has_no_news(argument_map: ArgumentMap) -> bool:
    shown = repr([*argument_map.parts])
    parts = ["Question(", "Rephrase(", "Preference("]
    fields = ["utterances=", "attributed=", "accepted=", "page=", "section='"]
    return not argument_map.author and not any(
        each in shown for each in [*parts, *fields, 'section="']
    )


def test_what_is_short() -> None:
    """A premise with nothing but its claim is written as that."""
    step = Inference(["a", Premise("b", "minor")], conclusion="c")

    assert dict(record_of(Inference).written(step))["premises"] == [
        "a",
        {"claim": "b", "role": "minor"},
    ]
    assert record_of(Inference).fields[0].name == "id"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": "a", "speakr": "x"}, "no field 'speakr'; did you mean 'speaker'"),
        ({"text": "A."}, "a claim: id is missing"),
        ({"id": "two words"}, "id must look like 'rent-control', not 'two words'"),
        ({"id": "a", "quotations": ["x"]}, "a quotation must be a mapping, not 'x'"),
        (
            {"id": "a", "utterances": [{"speaker": "x", "act": "sings"}]},
            "an utterance: Act must be one of",
        ),
        ({"id": "a", "credence": 7}, "credence must be a number from 0 to 1, not 7"),
        (3, "a claim must be a mapping, not 3"),
    ],
)
def test_plain_data_that_is_no_claim(fields: object, message: str) -> None:
    """One error says where in the data it is, and what is wanted."""
    with pytest.raises(ValueError, match=message):
        record_of(Claim).made_of(fields)


def test_decoding_keeps_what_is_right() -> None:
    """What is wrong is reported at its place; the rest of the fields is decoded."""
    text = '{"exact": "So.", "source": "g", "locator": {"start": 3, "end": "x"}}'
    findings = Findings()
    node = Scanner(text, findings).scan()
    assert node is not None

    decoded = record_of(Quotation).decode(node, "$", findings)

    assert decoded == Quotation("So.", source="g")
    assert [str(each) for each in findings] == [
        'error[wrong-type]: $.locator.end must be a count of code points, not "x"',
        "error[bad-value]: $.locator: start and end must both be given, or neither",
    ]
    assert record_of(Utterance).decode(node, "$", Findings()) is MISSING
    assert record_of(Locator).name == "locator"
