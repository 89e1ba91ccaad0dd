"""Settings of a text about its own picture."""

import pytest

from argmap.diagnostics import Severity
from tests.formats.argdown.view.housing import housing


@pytest.mark.parametrize(
    ("setting", "place", "message", "help_"),
    [
        ("dot: {graphname: x}", "dot", "the setting 'dot' is not honoured", None),
        (
            "color: {relationColors: {attack: '#000'}}",
            "relationColors",
            "the setting 'color.relationColors' is not honoured",
            None,
        ),
        (
            "map:\n  statementSelectionMode: all",
            "statementSelectionMode",
            "the setting 'map.statementSelectionMode' is not honoured",
            "did you mean 'selection.statementSelectionMode'?",
        ),
        (
            "group:\n  groupDepth: deep",
            "groupDepth",
            "the setting 'group.groupDepth' is not honoured",
            "it must be a number from 0 on, not 'deep'",
        ),
        (
            "group: {regroup: [{statements: [Cap]}]}",
            "regroup",
            "the setting 'group.regroup' is not honoured",
            (
                "it must be a list of groups, each with a title and what is in it,"
                " not [{'statements': ['Cap']}]"
            ),
        ),
        (
            "parser: {syntax: argdwon+}",
            "syntax",
            "the setting 'parser.syntax' is not honoured",
            "it must be argdown or argdown+",
        ),
        (
            "selection: everything",
            "selection",
            "the setting 'selection' is not honoured",
            None,
        ),
        (
            "color: {colorScheme: nice}",
            "colorScheme",
            "the setting 'color.colorScheme' is not honoured",
            "it must be the name of a scheme or a list such as ['#1b9e77'], not 'nice'",
        ),
    ],
)
def test_what_is_not_honoured_is_reported(
    setting: str, place: str, message: str, help_: str | None
) -> None:
    """No setting is passed over in silence; findings point at its name."""
    document = housing(setting, body="[A]: a\n  + [B]: b\n")
    (finding,) = document.diagnostics

    assert (finding.message, finding.help) == (message, help_)
    assert finding.severity is Severity.INFO
    assert finding.span is not None
    assert finding.span.of(document.text) == place


def test_an_authors_own_data_is_no_setting() -> None:
    """What the front matter says of the document is data of the map."""
    assert housing("title: T\nauthor: A\nlicence: MIT").diagnostics == ()
