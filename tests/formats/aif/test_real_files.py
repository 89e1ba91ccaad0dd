"""Real files in AIF, which others made."""

import json
from pathlib import Path

import pytest

from argmap import evaluate
from argmap.formats import dumps, format_of, load, loads, read
from argmap.formats.aif import losses
from argmap.rules import check
from tests.console import REAL_FILES
from tests.formats.aif.test_documents import strictly
from tests.formats.test_battery import assert_located

FILES = sorted((REAL_FILES / "aif").glob("**/*.json"))


@pytest.mark.skipif(not FILES, reason="ARGMAP_REAL_FILES names no folder with them")
@pytest.mark.parametrize(
    "path", FILES or [Path()], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_real_file(path: Path) -> None:
    """A file is known for what it is, read without an error, and written back whole."""
    text = path.read_text("utf-8")
    found = read(text, "aif")
    argument_map = found.argument_map

    assert format_of(text).name == "aif"
    assert load(path) == argument_map
    assert_located(found)
    document = json.loads(text)
    claims = [each for each in document["nodes"] if each["type"] == "I"]
    assert [each.text for each in argument_map.claims] == [x["text"] for x in claims]
    assert strictly(json.loads(dumps(argument_map, "aif"))) == strictly(document)
    assert losses(argument_map) == ()
    assert loads(dumps(argument_map), "json") == argument_map
    assert evaluate(argument_map).verdicts.keys() >= {x.id for x in argument_map.claims}
    ids = {each.id for each in argument_map.parts}
    assert {each.subject for each in check(argument_map)} <= {*ids, None}
