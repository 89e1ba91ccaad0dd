"""Reports of changes: no line without a sign, in all forms the same."""

import json

from hypothesis import given

from argmap import ArgumentMap, diff
from argmap.cli.changes import Report
from argmap.cli.verdicts import as_json
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
