"""Annotations of other tools: what all their readers keep to."""

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from argmap.formats import Format, format_for, load_document, read, recognise
from argmap.quotations import verify
from tests.console import REAL_FILES
from tests.formats.annotations.files import FILES, File
from tests.formats.test_battery import assert_located, mutated

any_file = pytest.mark.parametrize(
    "file", FILES, ids=lambda each: f"{each.format}: {each.name}"
)
FOLDERS = {
    "arggraph": "arggraph",
    "arguebuf-json": "arguebuf",
    "ova": "ova",
    "sadface": "sadface",
}
REAL = [
    (path, name)
    for folder, name in FOLDERS.items()
    for path in sorted((REAL_FILES / folder).rglob("*.*"))
]


@any_file
def test_a_file_is_read_or_reported(file: File) -> None:
    """What a file says is in the map, and what a map cannot say has a finding."""
    document = read(file.text, file.format)

    argument_map = document.argument_map
    assert_located(document)
    assert [each.text for each in argument_map.claims] == file.claims
    assert [
        f"{' '.join(each.claim for each in step.premises)} {sign} {step.end}"
        for sign, steps in (
            ("+", argument_map.inferences),
            ("-", argument_map.counterpoints),
        )
        for step in steps
    ] == file.steps
    quotations = [each for claim in argument_map.claims for each in claim.quotations]
    assert [each.exact for each in quotations] == file.quotations
    assert argument_map.thesis == file.thesis
    assert [each.code for each in document.diagnostics] == file.codes


@any_file
def test_quotations_stand_where_they_say(file: File) -> None:
    """Each is the words of its text at its place, where the file has the text."""
    argument_map = read(file.text, file.format).argument_map

    standings = {str(each.standing) for each in verify(argument_map)}
    assert standings <= ({"unverified"} if file.format == "brat" else {"exact"})


@any_file
def test_a_file_is_recognised(file: File) -> None:
    """Its content says what it is, in standard input too."""
    assert recognise(file.text).format is format_for(file.format)


@any_file
@given(data=st.data())
def test_any_spoilt_file_can_be_read(file: File, data: st.DataObject) -> None:
    """Reading never raises for a text that is almost right."""
    assert_located(read(data.draw(mutated(file.text)), file.format))


@pytest.mark.parametrize("name", FOLDERS.values())
@pytest.mark.parametrize(
    "value", [None, True, 1.5, "x", [], {}, [[]], [{}], {"a": {}}, {"a": []}]
)
def test_any_value_may_stand_anywhere(name: str, value: object) -> None:
    """Whatever stands in the place of another thing is reported or harmless."""
    if name == "arggraph":
        return
    keys = ("nodes", "edges", "resources", "participants", "analysts", "metadata")
    for key in (*keys, "analysis", "majorClaim"):
        assert_located(read(json.dumps({"nodes": [], key: value}), name))
        assert_located(read(json.dumps({"nodes": {}, key: value}), name))


@pytest.mark.skipif(not REAL, reason="ARGMAP_REAL_FILES names no folder with them")
@pytest.mark.parametrize(
    ("path", "name"), REAL or [(Path(), "")], ids=lambda each: Path(each).stem
)
def test_real_file(path: Path, name: str) -> None:
    """A file by others is recognised and read; its quotations are in its texts."""
    document = load_document(path)

    chosen: Format | None = document.format
    assert chosen
    assert chosen.name == name
    assert document.diagnostics == ()
    assert document.argument_map.claims
    assert {each.standing for each in verify(document.argument_map)} <= {"exact"}
