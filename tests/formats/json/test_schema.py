"""The published schema accepts what the reader accepts."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import given, strategies as st
from jsonschema import Draft202012Validator

from argmap.formats import dumps, read
from argmap.formats.json import json_schema
from argmap.model import (
    ArgumentMap,
)
from tests import make_schema
from tests.strategies import argument_maps

SCHEMA = Draft202012Validator(json_schema())


def test_published_schema_is_that_of_the_model() -> None:
    """The file in the package is what `json_schema` gives, indented by 2."""
    assert make_schema.PATH.read_text(encoding="utf-8") == make_schema.written()


def test_schema_is_a_schema() -> None:
    """It is valid itself, by draft 2020-12."""
    Draft202012Validator.check_schema(json_schema())


@given(argument_maps())
def test_schema_accepts_what_we_write(argument_map: ArgumentMap) -> None:
    """Every map that is written validates."""
    SCHEMA.validate(json.loads(dumps(argument_map, with_source_text=True)))


ODD: list[Any] = [None, True, 0, -1, 0.5, 7, "", " ", "x", "a b", [], ["x"], {}]


KEYS = ["id", "text", "premises", "claim", "role", "kind", "data", "parent", "odd"]


ABOUT_SHAPE = {"unknown-key", "missing-key", "wrong-type", "bad-id"}


@st.composite
def misshapen(draw: st.DrawFn) -> Any:
    """Draw documents with one value put in, taken out or replaced."""
    document = json.loads(dumps(draw(argument_maps(max_claims=3))))
    at: Any = document
    while at and draw(st.booleans()):
        key = draw(
            st.sampled_from(list(at) if isinstance(at, dict) else range(len(at)))
        )
        if not isinstance(at[key], dict | list):
            break
        at = at[key]
    if isinstance(at, list):
        at.append(draw(st.sampled_from(ODD)))
    elif at and draw(st.booleans()):
        del at[draw(st.sampled_from(list(at)))]
    else:
        at[draw(st.sampled_from([*at, *KEYS]))] = deepcopy(draw(st.sampled_from(ODD)))
    return document


@given(misshapen())
def test_schema_and_reader_agree(document: Any) -> None:
    """What the schema refuses the reader refuses, and so back for keys and types."""
    codes = {each.code for each in read(json.dumps(document), "json").diagnostics}

    accepted = SCHEMA.is_valid(document)

    assert accepted or codes
    assert not accepted or not codes & ABOUT_SHAPE
