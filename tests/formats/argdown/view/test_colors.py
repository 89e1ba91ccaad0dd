"""Colours that the author of a text gives."""

import pytest

from argmap.formats.argdown.view.color_schemes import SCHEMES
from tests.formats.argdown.view.housing import housing

BY_TAG = {"cap": "#d95f02", "fairness": "#7570b3", "shortage": "#e7298a"}


def test_colours_alone_leave_all_of_the_map() -> None:
    """Who asks for nothing but colours gets them on the whole map."""
    document = housing(
        "color:",
        "  tagColors: {pro: '#1b9e77', con: 2}",
        "  groupColors: {Housing: '#ABC'}",
    )
    assert document.view is not None

    assert document.view.argument_map == document.argument_map
    assert document.view.colors == {
        "cap": SCHEMES["default"][1],
        "fairness": "#1b9e77",
        "shortage": SCHEMES["default"][2],
        "housing": "#ABC",
    }
    assert document.diagnostics == ()


@pytest.mark.parametrize(
    ("settings", "colors"),
    [
        (["statementColors: {Cap: 0}"], BY_TAG | {"cap": "#1b9e77"}),
        (
            ["statementColors: {Cap: {color: 1}}", "colorizeByTag: false"],
            {"cap": "#d95f02"},
        ),
        (
            ["argumentColors: {Shortage: '#fff'}", "colorizeByTag: false"],
            {"shortage": "#fff"},
        ),
        (
            ["colorScheme: colorbrewer-set2", "colorizeByTag: false"],
            dict.fromkeys(
                [
                    "cap",
                    "untitled-1",
                    "dignity",
                    "fairness",
                    "shortage",
                    "needs",
                    "untitled-2",
                    "untitled-3",
                ],
                "#66c2a5",
            ),
        ),
        (
            [
                "colorScheme: ['#000000']",
                "colorizeByTag: false",
                "statementColors: {Cap: 7}",
            ],
            dict.fromkeys(
                [
                    "untitled-1",
                    "dignity",
                    "fairness",
                    "shortage",
                    "needs",
                    "untitled-2",
                    "untitled-3",
                ],
                "#000000",
            ),
        ),
        (
            ["groupColorScheme: ['#111111', '#222222']", "colorizeByTag: false"],
            {"housing": "#111111", "detail": "#222222"},
        ),
        (["colorizeGroupsByTag: true"], BY_TAG),
    ],
)
def test_colours(settings: list[str], colors: dict[str, str]) -> None:
    """Titles, tags, data and schemes give colours, the most special one first."""
    view = housing("color:", *(f"  {each}" for each in settings)).view
    assert view is not None

    assert dict(view.colors) == colors


def test_a_tag_of_higher_priority_gives_the_colour() -> None:
    """Of several tags the first counts, unless another one has more weight."""
    colors = "color: {tagColors: {a: '#aaaaaa', b: {color: '#bbbbbb', priority: 1}}}"
    view = housing(colors, body="[A]: a #a #b\n\n[B]: b #a\n").view
    assert view is not None

    assert view.colors == {"a": "#bbbbbb", "b": "#aaaaaa"}


def test_colours_in_data() -> None:
    """Data speaks for its element; what is no colour is reported."""
    body = "# S {color: '#123456'}\n\n[A]: a {color: 3}\n\n[B]: b {color: red}\n"
    document = housing(body=body)
    assert document.view is not None

    assert document.view.colors == {"a": "#e7298a", "s": "#123456"}
    assert [(each.code, each.subject) for each in document.diagnostics] == [
        ("setting-not-honoured", "b")
    ]
    assert housing("color: {ignoreColorData: true}", body=body).view is None
