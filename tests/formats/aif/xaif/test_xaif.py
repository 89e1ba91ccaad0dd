"""xAIF, read and written."""

import json
from pathlib import Path

import pytest

from argmap.formats import dumps, load, loads, read, recognise
from argmap.formats.aif.xaif import XAIF
from tests.console import REAL_FILES
from tests.formats.aif.xaif.files import FILES, File
from tests.formats.test_battery import assert_located

REAL = sorted((REAL_FILES / "xaif").glob("**/*.json"))

any_file = pytest.mark.parametrize("file", FILES, ids=lambda each: each.name)


@any_file
def test_a_dialect_is_read_or_reported(file: File) -> None:
    """Each dialect gives what it says; what a map cannot say has a finding."""
    document = read(file.text, "xaif")

    argument_map = document.argument_map
    found = [each.exact for claim in argument_map.claims for each in claim.quotations]
    assert_located(document)
    assert len(argument_map.claims) == file.claims
    assert len(argument_map.inferences) == file.inferences
    assert len(argument_map.counterpoints) == file.counterpoints
    assert tuple(found) == file.quotations
    assert {each.code for each in document.diagnostics} == file.codes


@any_file
def test_a_dialect_is_recognised_and_written_back(file: File) -> None:
    """It needs no name, and nothing of it is lost."""
    document = read(file.text, "xaif")
    if document.has_errors:
        return

    again = dumps(document.argument_map, "xaif")

    assert recognise(file.text).format is XAIF
    assert XAIF.losses(document.argument_map) == ()
    assert json.loads(again) == {
        "AIF" if name == "aif" else name: value for name, value in file.document.items()
    }
    assert loads(again) == document.argument_map


@any_file
def test_quotations_stand_where_they_say(file: File) -> None:
    """Each is the words of the text at its place."""
    argument_map = read(file.text, "xaif").argument_map

    for claim in argument_map.claims:
        for each in claim.quotations:
            start, end = each.span or (0, 0)
            assert (argument_map.source("text").text or "")[start:end] == each.exact


@pytest.mark.skipif(not REAL, reason="ARGMAP_REAL_FILES names no folder with them")
@pytest.mark.parametrize("path", REAL or [Path()], ids=lambda path: path.stem)
def test_real_file(path: Path) -> None:
    """A file by others is read without an error and written back whole."""
    argument_map = load(path)

    assert recognise(path.read_text("utf-8")).format is XAIF
    assert json.loads(dumps(argument_map, "xaif")) == json.loads(path.read_text())
    assert XAIF.losses(argument_map) == ()
