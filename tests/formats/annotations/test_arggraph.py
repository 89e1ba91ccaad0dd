"""Reading of the XML of arg-microtexts."""

import re
from pathlib import Path

import pytest

from argmap.formats import load, read
from tests.console import REAL_FILES

FILES = sorted((REAL_FILES / "arggraph").rglob("*.xml"))


@pytest.mark.skipif(not FILES, reason="ARGMAP_REAL_FILES names no folder with them")
@pytest.mark.parametrize("path", FILES or [Path()], ids=lambda path: path.stem)
def test_every_relation_of_a_corpus_is_there(path: Path) -> None:
    """As many supports, attacks and added premises as the file has, and one thesis."""
    text = path.read_text("utf-8")
    count = {
        kind: len(re.findall(rf'type="{kind}"', text))
        for kind in ("sup", "exa", "reb", "und", "add")
    }

    found = load(path)

    assert len(found.inferences) == count["sup"] + count["exa"]
    assert len(found.counterpoints) == count["reb"] + count["und"]
    premises = [len(each.premises) for each in found.inferences]
    premises += [len(each.premises) for each in found.counterpoints]
    assert sum(premises) - len(premises) == count["add"]
    assert len(found.claims) == len(re.findall(r"<adu\b", text))
    assert found.thesis


def test_a_joint_is_of_one_unit() -> None:
    """So a text cannot be many times as long as its file."""
    text = (
        '<arggraph id="m"><edu id="e1">A</edu><joint id="j"/><adu id="a"/><adu id="b"/>'
        '<edge id="1" src="e1" trg="j" type="seg"/><edge id="2" src="j" trg="a"'
        ' type="seg"/><edge id="3" src="j" trg="b" type="seg"/></arggraph>'
    )
    document = read(text, "arggraph")

    assert [each.text for each in document.argument_map.claims] == ["A", ""]
    found = [each.code for each in document.diagnostics]
    assert found == ["repeated-member", "empty-text"]


def test_other_xml_is_none() -> None:
    """Another element outermost is an error, and so is nothing."""
    for text in ("<graph/>", "", "<arggraph"):
        assert len(read(text, "arggraph").diagnostics) == 1
        assert read(text, "arggraph").has_errors
