"""The keys in data follow the fields of the model."""

import attrs

from argmap.formats.argdown.fields import (
    CLAIM_FIELDS,
    COUNTERPOINT_FIELDS,
    INFERENCE_FIELDS,
    PREMISE_FIELDS,
    STEP_KEYS,
    split,
)
from argmap.model import Claim, Counterpoint, Inference, Premise


def test_each_field_is_a_key_or_said_in_the_text() -> None:
    """No field of a claim, a step or a premise is forgotten."""
    said = {
        "text",
        "title",
        "tags",
        "data",
        "premises",
        "conclusion",
        "target",
        "claim",
    }
    for kind, keys in (
        (Claim, CLAIM_FIELDS),
        (Inference, INFERENCE_FIELDS),
        (Counterpoint, COUNTERPOINT_FIELDS),
        (Premise, PREMISE_FIELDS),
    ):
        names = {each.name for each in attrs.fields(kind)}
        assert names - said - {"id"} == {*keys}


def test_a_key_is_of_the_claim_or_of_its_use() -> None:
    """What a claim has is of the claim, wherever it stands."""
    assert STEP_KEYS.isdisjoint(CLAIM_FIELDS)
    assert {"scheme", "strength", "accepted", "attributed"} <= STEP_KEYS
    assert split({"scheme": "sign", "speaker": "Ada"}, STEP_KEYS) == (
        {"scheme": "sign"},
        {"speaker": "Ada"},
    )
