"""Kialo's text, read and written."""

from pathlib import Path

import pytest

from argmap.formats import dumps, load, loads, read, recognise
from argmap.formats.kialo import KIALO
from argmap.model import ArgumentMap, Step
from tests.console import REAL_FILES
from tests.formats.kialo.files import FILES, File
from tests.formats.test_battery import assert_located

REAL = sorted((REAL_FILES / "kialo").glob("*"))

any_file = pytest.mark.parametrize("file", FILES, ids=lambda each: each.name)


def ends(steps: tuple[Step, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((each.premises[0].claim, each.end) for each in steps)


@any_file
def test_a_dialect_is_read_or_reported(file: File) -> None:
    """Each dialect gives what it says; what fits no place has a finding."""
    document = read(file.text, "kialo")

    argument_map = document.argument_map
    claims = argument_map.claims
    assert_located(document)
    assert tuple(each.text for each in claims) == file.claims
    assert ends(argument_map.inferences) == file.pros
    assert ends(argument_map.counterpoints) == file.cons
    assert argument_map.title == file.title
    questions = argument_map.questions
    assert tuple(id_ for each in questions for id_ in each.answers) == file.answers
    found = tuple(each.exact for claim in claims for each in claim.quotations)
    assert found == file.quotations
    assert {each.code for each in document.diagnostics} == file.codes


@any_file
def test_a_dialect_is_written_as_it_is_read(file: File) -> None:
    """Written, a discussion without errors is the same map, or its losses say why."""
    document = read(file.text, "kialo")
    if document.has_errors:
        return
    back = loads(dumps(document.argument_map, "kialo"))

    assert KIALO.losses(document.argument_map) or back == document.argument_map
    found = {each.text for each in back.claims} - {each.id for each in back.claims}
    assert found == {*file.claims} - {""}
    if file.title:
        assert recognise(file.text).format is KIALO


@pytest.mark.skipif(not REAL, reason="ARGMAP_REAL_FILES names no folder with them")
@pytest.mark.parametrize("path", REAL or [Path()], ids=lambda path: path.stem)
def test_real_file(path: Path) -> None:
    """A discussion that others exported is written back to the letter."""
    text = path.read_text("utf-8")
    argument_map = load(path)

    assert read(text).diagnostics == ()
    assert dumps(argument_map, "kialo").rstrip() == text.rstrip()
    assert KIALO.losses(argument_map) == ()


def test_losses_are_by_the_ids_of_the_map() -> None:
    """What stands elsewhere under another id is compared with what it became."""
    argument_map = loads("[A]: A.\n  - [B]: B.\n  + [C]: C.\n", "argdown")

    assert loads(dumps(ArgumentMap(), "kialo")) == ArgumentMap()
    assert [str(each) for each in KIALO.losses(argument_map)] == [
        "info[not-written]: Kialo numbers its claims, which changes the ids of 5 parts",
        "info[made-field]: Kialo fills in 'thesis' of the map",
        "warning[not-written]: Kialo cannot hold 'title' of 3 claims ('a', 'b', 'c')",
    ]
