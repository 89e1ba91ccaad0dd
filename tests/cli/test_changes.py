"""Reports of changes: no line without a sign, in all forms the same."""

import json

import pytest
from hypothesis import given

from argmap import ArgumentMap, diff
from argmap.cli.changes import Report
from argmap.cli.verdicts import as_json
from argmap.formats import loads
from tests.strategies import argument_maps


@given(argument_maps(max_claims=3), argument_maps(max_claims=3))
def test_every_change_is_in_every_form(old: ArgumentMap, new: ArgumentMap) -> None:
    """Text, Markdown and JSON have a line or an object for each change."""
    report = Report(old, new, diff(old, new))
    lines = [*report.lines]
    heads = [each for each in lines if each[1:2] != " " or each[2:3] != " "]
    data = json.loads(as_json(report.data))

    assert all(each[0] in "+-~=!" for each in lines)
    assert len(heads) >= len(report.changes.changes) + len(report.verdicts)
    assert len(data["changes"]) == len(report.changes.changes)
    assert len(data["verdicts"]) == len(report.verdicts)
    assert report.summary in report.markdown


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[A]: a b", "[A]: a *b*", "~   in Argdown: emphasis, links or mentions"),
        ("# A\n\n[A]: a", "## A\n\n[A]: a", "~   in Argdown: level of the heading"),
        (
            "[A]: b\n\n[A]: a",
            "[A]: *c*\n\n[A]: a",
            '-   further text: "b"\n+   further text: "c"',
        ),
        (
            "(1) A\n-- X --\n(2) B",
            "(1) A\n-- Y --\n(2) B",
            "~   in Argdown: names of rules",
        ),
    ],
)
def test_what_only_argdown_has_is_said_in_words(old: str, new: str, line: str) -> None:
    """What Argdown knows of a part is named, and not shown as it is held."""
    pair = loads(old, "argdown"), loads(new, "argdown")
    report = Report(*pair, diff(*pair))
    _, *lines = report.lines
    assert "\n".join(lines) == line
