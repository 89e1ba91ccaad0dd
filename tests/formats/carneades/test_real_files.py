"""Carneades' own examples: what the documentation says of each is true."""

import re

import pytest

from argmap import evaluate
from argmap.formats import read
from argmap.model import Expectation
from argmap.rules import check
from tests.console import REAL_FILES, ROOT
from tests.formats.test_battery import assert_located

FOLDER = REAL_FILES / "carneades-yaml"
TABLE = {
    name: (count, re.findall("``(.+?)``", differing), reason.strip())
    for name, count, differing, reason in re.findall(
        r"   \* - ([\w-]+)\n     - (\w+)\n     -(.*)\n     -(.*)\n",
        (ROOT / "docs" / "carneades.rst").read_text("utf-8"),
    )
    if name != "example"
}

pytestmark = pytest.mark.skipif(
    not FOLDER.exists(), reason="ARGMAP_REAL_FILES names no folder with them"
)


def text_of(name: str) -> str:
    """Return the text of an example."""
    return (FOLDER / f"{name}.yml").read_text("utf-8")


@pytest.mark.parametrize("name", TABLE)
def test_examples_come_out_as_documented(name: str) -> None:
    """Every label is met but those that the table names; `check` names the same."""
    document = read(text_of(name), "carneades")
    argument_map = document.argument_map
    evaluation = evaluate(argument_map)
    expected = {
        each: each.expected for each in argument_map.claims if each.expected is not None
    }
    differing = {
        each.id: each.title or each.id
        for each, wanted in expected.items()
        if not wanted.is_met_by(evaluation.verdict(each))
    }
    count, named, reason = TABLE[name]

    assert str(len(expected) or "none") == count
    assert list(differing.values()) == named
    assert bool(reason) == bool(named)
    found = [
        each.subject
        for each in check(argument_map)
        if each.code == "unexpected-verdict"
    ]
    assert found == list(differing)


@pytest.mark.parametrize("name", TABLE)
def test_reasons_are_told(name: str) -> None:
    """Examples are read without an error, and a finding says what is not generated."""
    document = read(text_of(name), "carneades")
    codes = {each.code for each in document.diagnostics}

    assert_located(document)
    assert not document.has_errors
    is_empty = not any(document.argument_map.parts)
    assert codes <= {"undeclared-statement", "not-generated", "empty-text"}
    assert ("empty-text" in codes) is is_empty
    if TABLE[name][2] == "generated arguments":
        assert "not-generated" in codes
    if TABLE[name][2] == "a circle of support":
        wanted = {each.expected for each in document.argument_map.claims}
        assert wanted == {Expectation.CONTESTED}


@pytest.mark.parametrize("name", TABLE)
def test_statements_have_texts(name: str) -> None:
    """A statement has a text of its own or of its language, if it has one at all."""
    document = read(text_of(name), "carneades")
    without = [each for each in document.diagnostics if each.severity == "warning"]
    undeclared = [each for each in without if each.code == "undeclared-statement"]

    bare = [each for each in document.argument_map.claims if not each.text]
    assert len(bare) == len(undeclared)
