"""Texts in JSON edited: what the map says anew changes, and nothing else."""

import json
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, strategies as st

from argmap.errors import FormatError
from argmap.formats import dumps, loads, read
from argmap.formats.json.writer import write
from argmap.model import ArgumentMap, Claim, Inference
from tests.strategies import argument_maps

TEXT = """\
{
    "$schema": "argmap.schema.json",
    "argmap": 1,
    "claims": [
        {"text": "Cap rents.", "id": "cap", "tags": []},

        {"id": "dear", "text": "Rents are high."},
        {"id": "few", "text": "Homes are rare."}
    ],
    "inferences": [ {"conclusion": "cap", "premises": [{"claim": "dear"}]} ],
    "data": {"z": 1, "a": [1, 2]}
}
"""
LAYOUTS: list[Callable[[object], str]] = [
    json.dumps,
    lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False),
    lambda value: json.dumps(value, indent="\t"),
    lambda value: json.dumps(value, indent=3).replace("\n", "\r\n"),
    lambda value: json.dumps(value, indent=0) + "\n\n",
    lambda value: json.dumps(value, indent=2).replace(",\n", "\n,"),
    lambda value: json.dumps(value, indent=2).replace('"argmap"', '"\\u0061rgmap"'),
]


@given(argument_maps(), argument_maps(), st.sampled_from(LAYOUTS))
def test_an_edited_text_says_the_map(
    before: ArgumentMap, wanted: ArgumentMap, layout: Callable[[object], str]
) -> None:
    """A text in any layout can be edited to say any map, and says its own as it is."""
    text = layout(json.loads(write(before)))
    document = read(text, "json")
    assert document.edited(document.argument_map) == text
    edited = document.edited(wanted)
    assert loads(edited, "json") == wanted
    assert ("\r\n" in edited) == ("\r\n" in text and "\n" in edited)


@given(argument_maps(), st.sampled_from(LAYOUTS), st.data())
def test_a_reworded_claim_changes_its_words(
    argument_map: ArgumentMap, layout: Callable[[object], str], data: st.DataObject
) -> None:
    """All but the words stays byte for byte, the order of keys and pieces too."""
    worded = [each for each in argument_map.claims if each.text]
    if not worded:
        return
    claim = data.draw(st.sampled_from(worded))
    argument_map = argument_map.with_parts(attrs.evolve(claim, text="It was said."))
    turned = dict(reversed(json.loads(write(argument_map)).items()))
    text = layout(turned)
    wanted = argument_map.with_parts(attrs.evolve(claim, text="It is said."))
    edited = read(text, "json").edited(wanted)
    assert edited == text.replace('"It was said."', '"It is said."')


def _edited(**changes: object) -> str:
    return dumps(attrs.evolve(loads(TEXT), **changes), original=TEXT)  # type: ignore[arg-type]


def test_what_is_new_is_written_as_its_neighbours_are() -> None:
    """A new piece has the layout of others, and what the author wrote stays."""
    argument_map = loads(TEXT)
    cap, dear, few = argument_map.claims
    new = Claim("new", "Homes are few.", tags=["x"])
    one = '        {"id": "few", "text": "Homes are rare."}'
    words = '{"id": "new", "text": "Homes are few.", "tags": ["x"]}'
    assert _edited(claims=[cap, dear, few, new]) == TEXT.replace(
        one, f"{one},\n\n        {words}"
    )
    assert _edited(claims=[attrs.evolve(cap, tags=["y"]), dear, few]) == TEXT.replace(
        '"tags": []', '"tags": ["y"]'
    )
    assert _edited(thesis="cap") == TEXT.replace(
        '"argmap": 1,', '"argmap": 1,\n    "thesis": "cap",'
    )
    assert _edited(data={"z": 2, "a": [1, 3, 2]}) == TEXT.replace(
        '"z": 1, "a": [1, 2]', '"z": 2, "a": [1, 3, 2]'
    )


def test_pieces_keep_their_layout_wherever_they_go() -> None:
    """What is renamed, moved or left out takes nothing else with it."""
    argument_map = loads(TEXT)
    cap, dear, few = argument_map.claims
    renamed = argument_map.rename("cap", "ceiling")
    assert dumps(renamed, original=TEXT) == TEXT.replace('"cap"', '"ceiling"').replace(
        '[ {"conclusion"', '[ {"id": "dear-so-ceiling", "conclusion"'
    )
    turned = _edited(claims=[dear, few, cap])
    assert loads(turned).claims == (dear, few, cap)
    assert '{"text": "Cap rents.", "id": "cap", "tags": []}' in turned
    gone = _edited(claims=[dear, few], inferences=[])
    first = '        {"text": "Cap rents.", "id": "cap", "tags": []},\n\n'
    step = TEXT[TEXT.index('    "inferences"') : TEXT.index('    "data"')]
    assert gone == TEXT.replace(first, "").replace(step, "")


def test_a_newer_field_raises_the_version() -> None:
    """A map that needs version 2 of the format says so."""
    cap, dear, few = loads(TEXT).claims
    step = Inference([dear], conclusion=cap)
    spoken = attrs.evolve(cap, utterances=["Ada"])
    edited = _edited(claims=[spoken, dear, few], inferences=[step])
    assert edited.startswith(TEXT.partition("1,")[0] + "2,")


def test_a_truth_is_no_number() -> None:
    """What Python holds for equal is written anew if JSON has another word for it."""
    assert _edited(data={"z": True, "a": [1, 2]}) == TEXT.replace('"z": 1', '"z": true')


def test_what_is_no_part_of_the_map_is_not_lost() -> None:
    """Unknown keys stay, and a list with a piece that cannot be read is not changed."""
    unknown = TEXT.replace('"id": "dear",', '"id": "dear", "color": "red",')
    document = read(unknown, "json")
    dear = document.argument_map.claim("dear")
    new = attrs.evolve(dear, text="Rents are too high.")
    edited = document.edited(document.argument_map.with_parts(new))
    assert edited == unknown.replace("Rents are high.", "Rents are too high.")

    broken = TEXT.replace("[\n        {", '[\n        {"id": 3},\n        {', 1)
    document = read(broken, "json")
    with pytest.raises(FormatError, match="id"):
        document.edited(document.argument_map.with_parts(Claim("x")))
