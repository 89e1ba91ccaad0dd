"""A text as nodes and edges with their places."""

import json

import pytest
from hypothesis import given

from argmap.formats import read
from tests.formats.aif.documents import Document, documents
from tests.formats.aif.nodes import (
    SAID,
    read_document,
    told,
)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (" ", ["empty-text at "]),
        (" {}", ["missing-key at {", "missing-key at {"]),
        ("[]", ["wrong-type at ["]),
        ("3", ["wrong-type at 3"]),
        ("NaN", ["not-a-number at NaN"]),
        ('{"nodes": []}', ["missing-key at {"]),
        (
            '{"nodes": {}, "edges": NaN}',
            ["wrong-type at {", "not-a-number at NaN"],
        ),
        (
            '{"nodes": [3, [NaN]], "edges": []}',
            ["wrong-type at 3", "not-a-number at NaN"],
        ),
        (
            '{"nodes": [{"nodeID": "1", "nodeID": "2"}], "edges": []}',
            ["missing-key at {", 'duplicate-key at "nodeID"'],
        ),
        ('{"nodes": [], "edges": [{"fromID": "1"', ["json-syntax at "]),
        ('{"nodes": [{"nodeID": 1, "type": "I"}, {"no', ['json-syntax at "']),
        (
            '{"nodes": [{"nodeID": "\\ud800", "type": "I"}], "edges": []}',
            ['lone-surrogate at "\\ud800"', 'wrong-type at "\\ud800"'],
        ),
    ],
)
def test_errors(text: str, findings: list[str]) -> None:
    """What no document in AIF can have is an error."""
    found = read(text, "aif")

    assert told(found) == findings
    assert found.has_errors


@pytest.mark.parametrize(
    "inside",
    [
        '"\\ud800"',
        "1e999",
        "9" * 100_000,
        "[" * 100_000,
        "[" * 46 + "]" * 46,
        '{"\\ud800": 1}',
        '{"": 1, "": 2}',
    ],
    ids=lambda inside: inside[:12],
)
def test_what_data_cannot_hold(inside: str) -> None:
    """What cannot be kept is a located error, and costs nothing else."""
    text = (
        '{"nodes": [{"nodeID": "1", "text": "So.", "type": "I", "x": %s}], "edges": []}'
    )
    found = read(text % inside, "aif")

    (error,) = [each for each in found.diagnostics if each.severity == "error"]
    assert error.span is not None
    assert error.span.start >= text.index("%")
    assert found.spans.keys() == {each.id for each in found.argument_map.parts}
    assert read(text % ("[" * 45 + "]" * 45), "aif").diagnostics == ()


def test_places_are_a_mapping() -> None:
    """The places of parts can be looked up, counted, and gone through."""
    found = read_document(SAID)

    assert dict(found.spans) == {"1": found.spans["1"]}
    assert len(found.spans) == 1
    assert found.spans.get("2") is None


@given(document=documents())
def test_quick_and_patient_reading_agree(document: Document) -> None:
    """A mark at the start, which the quick way does not take, changes nothing."""
    text = json.dumps(document)
    quick, patient = read(text, "aif"), read("\ufeff" + text, "aif")

    assert quick.argument_map == patient.argument_map
    assert [str(each) for each in quick.diagnostics] == [
        str(each) for each in patient.diagnostics
    ]
    assert {name: span.of(text) for name, span in quick.spans.items()} == {
        name: span.of(patient.text) for name, span in patient.spans.items()
    }
