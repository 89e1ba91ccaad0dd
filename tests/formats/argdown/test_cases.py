"""Real texts, with what the reference implementation makes of them.

They are not part of the project: where ``ARGMAP_REAL_FILES`` names no folder with them,
these tests are skipped.
"""

import json
from typing import Any

import pytest

from argmap.diagnostics import Severity
from argmap.formats import dumps, loads, read
from argmap.formats.argdown.json.reader import elements_from_json
from tests.console import REAL_FILES
from tests.formats.argdown.plain import (
    as_document,
    elements_with,
    in_any_order,
    meaning,
    plain,
)

CASES = REAL_FILES / "argdown-cases"
NAMES = sorted(path.stem for path in CASES.glob("*.argdown"))
pytestmark = pytest.mark.skipif(
    not NAMES, reason="ARGMAP_REAL_FILES names no folder with cases"
)
_MEANT = ("misplaced-", "missing-", "empty-line-")
any_case = pytest.mark.parametrize("name", NAMES or [""])


def text_of(name: str) -> str:
    return (CASES / f"{name}.argdown").read_bytes().decode()


def answer_of(name: str) -> Any:
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


def settings_of(name: str) -> Any:
    path = CASES / f"{name}.set.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def is_read(answer: Any) -> bool:
    """Return whether the reference reads the text, and as it stands."""
    return not (answer["aborted"] or answer["parserErrors"])


def regroups(settings: Any, answer: Any) -> bool:
    """Return whether the reference moves elements for its map while it reads."""
    front = [settings, answer.get("frontMatter") or {}]
    return any(
        isinstance(each, dict)
        and (
            (each.get("group") or {}).get("regroup")
            or (each.get("model") or {}).get("explodeArguments")
        )
        for each in front
    )


@any_case
def test_elements_are_those_of_the_reference(name: str) -> None:
    """Without an error all is read as the reference reads it."""
    answer, settings, text = answer_of(name), settings_of(name), text_of(name)
    if not is_read(answer) or "@include" in text or regroups(settings, answer):
        pytest.skip("not read, or moved about for the reference's map")

    elements = elements_with(settings, text)

    theirs = elements_from_json(json.dumps(as_document(answer)))
    assert theirs.diagnostics == []
    assert in_any_order(plain(elements)) == in_any_order(plain(theirs))


@any_case
def test_the_reference_reads_the_same_from_what_is_written(name: str) -> None:
    """A text that is written means to the reference what its model meant to it."""
    answer, settings, text = answer_of(name), settings_of(name), text_of(name)
    if not is_read(answer) or "@include" in text:
        pytest.skip("not read")
    theirs = elements_with(settings, text)

    written = dumps(read(text, "argdown").argument_map, "argdown")

    again = elements_with(settings, written)
    assert not again.faults
    assert meaning(again) == meaning(theirs)


@any_case
@pytest.mark.parametrize("compatibility", ["argmap", "reference"])
def test_the_first_fault_is_where_the_reference_has_it(
    name: str, compatibility: str
) -> None:
    """What the reference cannot read is reported at the same line and column.

    Its column may be that of the indentation, ours is that of the first sign. So it is
    where it is read as it was meant.
    """
    answer, text = answer_of(name), text_of(name)
    document = read(text, "argdown", compatibility=compatibility)
    errors = [
        each
        for each in document.diagnostics
        if each.severity is Severity.ERROR or each.code.startswith(_MEANT)
    ]
    if not answer["parserErrors"]:
        syntactic = {"invalid-data", "several-reconstructions", "failed-include"}
        assert {each.code for each in errors} <= syntactic
        return
    wanted = answer["parserErrors"][0]
    assert errors[0].span is not None
    line, column = errors[0].span.position(text)
    if errors[0].code == "empty-line-inside":  # the line above what it wants there
        line += 1
    assert line == wanted["line"]
    written = text.split("\n")[line - 1]
    indented = len(written) - len(written.lstrip(" \t"))
    # the reference counts the indentation of a line as part of its first sign
    assert column == wanted["column"] or (wanted["column"], column) == (1, indented + 1)


@any_case
def test_maps_come_back(name: str) -> None:
    """What is read is written, and read again as the same map and the same text."""
    argument_map = read(text_of(name), "argdown").argument_map

    written = dumps(argument_map, "argdown")

    assert loads(written, "argdown") == argument_map
    assert dumps(loads(written, "argdown"), "argdown") == written
