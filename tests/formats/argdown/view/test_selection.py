"""What of a text is drawn, as its settings and its data say."""

import pytest

from tests.formats.argdown.view.housing import HOUSING, drawn, housing


@pytest.mark.parametrize(
    ("settings", "lines"),
    [
        (
            ["selection:", "  excludeDisconnected: true"],
            [
                *("[Cap]", "[They rose.]", "[Dignity]"),
                *("<Fairness>", "<Shortage>", "<Needs>"),
                "# Housing: cap untitled-1 shortage",
                "# Detail: dignity fairness needs",
                *("cap + fairness", "cap + untitled-1", "fairness + dignity"),
                *("cap - shortage", "fairness - needs"),
            ],
        ),
        (
            ["selection:", "  selectedTags: [pro, policy]"],
            [
                "[Cap]",
                "<Fairness>",
                "# Housing: cap",
                "# Detail: fairness",
                "cap + fairness",
            ],
        ),
        (
            [
                "selection:",
                "  selectedSections: [Housing]",
                "group:",
                "  groupDepth: 0",
            ],
            [
                "[Cap]",
                "[They rose.]",
                "<Shortage>",
                "cap + untitled-1",
                "cap - shortage",
            ],
        ),
        (
            [
                "selection:",
                "  excludeArguments: [Fairness, Needs]",
                "  statementSelectionMode: with-relations",
                "group:",
                "  groupDepth: 0",
            ],
            [
                "[Cap]",
                "[They rose.]",
                "<Shortage>",
                "cap + untitled-1",
                "cap - shortage",
            ],
        ),
        (
            ["model:", "  explodeArguments: true", "group:", "  groupDepth: 1"],
            [
                *("[Cap]", "[They rose.]", "[Dignity]"),
                *("<Fairness - 1>", "<Fairness - 2>", "<Shortage>", "<Needs>"),
                "# Detail: dignity fairness-1 fairness-2 needs",
                *("fairness-2 + fairness-1", "cap + fairness-2", "cap + untitled-1"),
                "fairness-1 + dignity",
                *("cap - shortage", "fairness-2 - needs"),
            ],
        ),
        (
            ["group:", "  sections: {Detail: {isClosed: true}}"],
            [
                *("[Cap]", "[They rose.]", "<Shortage>", "<Detail>"),
                *("cap + detail", "cap + untitled-1", "cap - shortage"),
            ],
        ),
        (
            [
                "group:",
                "  regroup: [{title: All, statements: [Cap], children:",
                "    [{title: Some, arguments: [Fairness]}]}]",
                "selection: {excludeArguments: [Shortage, Needs]}",
            ],
            [
                *("[Cap]", "[They rose.]", "[Dignity]", "<Fairness>"),
                *("# All: cap", "# Some: fairness"),
                *("cap + fairness", "cap + untitled-1", "fairness + dignity"),
            ],
        ),
    ],
)
def test_what_is_drawn(settings: list[str], lines: list[str]) -> None:
    """Settings choose boxes, groups and lines; arguments are one box each."""
    assert sorted(drawn(housing(*settings))) == sorted(lines)


def test_a_part_can_be_kept_out() -> None:
    """`isInMap` in the data of an element decides for it alone."""
    body = HOUSING.replace("#con", "#con {isInMap: false}")

    assert "<Shortage>" not in drawn(housing(body=body))
    assert "<Shortage>" in drawn(housing("selection: {ignoreIsInMap: true}", body=body))


def test_where_nothing_is_selected_all_is_drawn() -> None:
    """An empty picture would help nobody; a finding says so."""
    document = housing("selection: {statementSelectionMode: all}", body="Alone.\n")

    assert document.view is None
    assert [each.message for each in document.diagnostics] == [
        "the settings leave nothing to draw; the whole is drawn"
    ]
