"""What a text wants drawn: Argdown's own map, and its author's colours."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

from argmap import ArgumentMap, Claim, Inference, draw
from argmap.diagnostics import Severity
from argmap.formats import Document, read
from argmap.formats.argdown.view.color_schemes import SCHEMES
from tests.formats.argdown.plain import elements_as_json, elements_with
from tests.formats.argdown.test_cases import (
    NAMES,
    answer_of,
    any_case,
    is_read,
    regroups,
    settings_of,
    text_of,
)
from tests.formats.argdown.texts import texts

HOUSING = """
# Housing

[Cap]: Cap rents. #policy
  + <Fairness>: It is fair. #pro
  - <Shortage>: Flats get rare. #con
  + They rose.

## Detail

<Fairness>

(1) Homes are needed.
(2) [Dignity]: All have dignity.
----
(3) Needs come first.
----
(4) [Cap]
  <_ <Needs>: They differ.
"""


def housing(*settings: str, body: str = HOUSING) -> Document:
    """Return what is read of the text with these settings, in YAML."""
    front = "\n".join(settings)
    return read(f"===\n{front}\n===\n\n{body}" if settings else body, "argdown")


def drawn(document: Document) -> list[str]:
    """Return the view in lines: boxes, groups, lines between boxes."""
    assert document.view is not None
    return list(_told(document.view.argument_map))


def _told(argument_map: ArgumentMap) -> Iterator[str]:
    for part in argument_map.propositions:
        box = "[{}]" if isinstance(part, Claim) else "<{}>"
        yield box.format(part.title or part.text)
    for section in argument_map.sections:
        yield f"# {section.title}: {' '.join(section.members)}"
    for step in argument_map.steps:
        sign = "+" if isinstance(step, Inference) else "-"
        yield f"{step.end} {sign} {step.premises[0].claim}"
    for each in argument_map.contradictions:
        yield " >< ".join(each.claims)


@pytest.mark.skipif(not NAMES, reason="ARGMAP_REAL_FILES names no folder with cases")
@any_case
def test_boxes_and_lines_are_those_of_the_reference(name: str) -> None:
    """Argdown's map has the nodes, groups and edges that the reference gives it."""
    answer, settings, text = answer_of(name), settings_of(name), text_of(name)
    if not is_read(answer) or "@include" in text or regroups(settings, answer):
        pytest.skip("not read, or moved about for the reference's map")
    if "LabelMode: none" in text:
        pytest.skip("a box without a word is no help")
    elements = elements_with(settings, text)

    ours = json.loads(elements_as_json(elements))["map"]

    assert _plain(ours) == _plain(answer["map"])


def _plain(picture: dict[str, Any]) -> Any:
    """Return nodes by where they are, and edges between them, in any order."""
    names: dict[str, tuple[str, str]] = {}
    nodes: list[Any] = []
    waiting: list[tuple[Any, tuple[str, ...]]] = [
        (each, ()) for each in picture["nodes"]
    ]
    while waiting:
        node, path = waiting.pop()
        if node["type"] == "group-map-node":
            inner = (*path, node["title"])
            nodes.append((inner, node["level"], bool(node.get("isClosed"))))
            waiting += [(each, inner) for each in node.get("children") or ()]
            continue
        names[node["id"]] = node["type"], node["title"]
        label = node.get("labelTitle") or None, node.get("labelText") or None
        nodes.append((path, *names[node["id"]], label, node.get("tags") or []))
    edges = set()
    for each in picture["edges"]:
        kind, ends = each["relationType"], (names[each["from"]], names[each["to"]])
        if kind in {"contrary", "contradictory"}:
            ends = (min(ends), max(ends))
        edges.add((kind, *ends))
    return sorted(nodes, key=repr), sorted(edges)


def test_without_settings_all_is_drawn() -> None:
    """A text that says nothing of its picture has no view of its own."""
    document = housing()

    assert document.view is None
    assert document.drawn.argument_map == document.argument_map


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


def test_what_is_in_a_closed_group_is_one_box() -> None:
    """Lines lead to and from the group; those inside it are gone."""
    body = HOUSING.replace("## Detail", "## Detail {isClosed: true}")

    lines = drawn(housing(body=body))

    assert "<Detail>" in lines
    assert "cap + detail" in lines
    assert not [each for each in lines if "fairness" in each]


def test_a_part_can_be_kept_out() -> None:
    """`isInMap` in the data of an element decides for it alone."""
    body = HOUSING.replace("#con", "#con {isInMap: false}")

    assert "<Shortage>" not in drawn(housing(body=body))
    assert "<Shortage>" in drawn(housing("selection: {ignoreIsInMap: true}", body=body))


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("hide-untitled", ("Cap", "Cap rents.")),
        ("title", ("Cap", "")),
        ("text", ("", "Cap rents.")),
    ],
)
def test_labels(mode: str, name: tuple[str, str]) -> None:
    """A label is title and text, or one of both."""
    document = housing(f"map: {{statementLabelMode: {mode}, addTags: false}}")
    assert document.view is not None
    claim = document.view.argument_map.claim("cap")

    assert (claim.title, claim.text) == name
    assert not claim.tags


def test_logical_relations_keep_their_meaning() -> None:
    """Entailment is strict, and contradictions stay between statements."""
    view = housing(
        "model: {mode: strict}",
        "selection: {statementSelectionMode: all}",
        body="[A]: a\n  + [B]: b\n  - [C]: c\n  >< [D]: d\n  >< [A]\n",
    ).view
    assert view is not None

    assert [each.strict for each in view.argument_map.inferences] == [True]
    assert [
        (each.claims, str(each.kind)) for each in view.argument_map.contradictions
    ] == [(("c", "a"), "contrary"), (("a", "d"), "contradictory")]


def test_where_nothing_is_selected_all_is_drawn() -> None:
    """An empty picture would help nobody; a finding says so."""
    document = housing("selection: {statementSelectionMode: all}", body="Alone.\n")

    assert document.view is None
    assert [each.message for each in document.diagnostics] == [
        "the settings leave nothing to draw; the whole is drawn"
    ]


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
        "shortage": SCHEMES["default"][2],
        "housing": "#ABC",
    }
    assert [each.message for each in document.diagnostics] == [
        "its steps are drawn, which have no colour"
    ]


@pytest.mark.parametrize(
    ("settings", "colors"),
    [
        (["statementColors: {Cap: 0}"], {"cap": "#1b9e77", "shortage": "#e7298a"}),
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
        (["colorizeGroupsByTag: true"], {"cap": "#d95f02", "shortage": "#e7298a"}),
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


@pytest.mark.parametrize(
    ("setting", "place", "message", "help_"),
    [
        ("dot: {graphname: x}", "dot", "the setting 'dot' is not honoured", None),
        (
            "color: {relationColors: {attack: '#000'}}",
            "color",
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
            "group",
            "the setting 'group.regroup' is not honoured",
            (
                "it must be a list of groups, each with a title and what is in it,"
                " not [{'statements': ['Cap']}]"
            ),
        ),
        (
            "selection: everything",
            "selection",
            "the setting 'selection' is not honoured",
            None,
        ),
        (
            "color: {colorScheme: nice}",
            "color",
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


def test_lines_are_bounded() -> None:
    """Statements without boxes do not multiply lines beyond what can be read."""
    shared = "\n\n".join(
        f"<A{number}>\n\n(1) [T]: t\n----\n(2) [S]: s" for number in range(60)
    )
    document = housing(
        "selection: {excludeStatements: [S, T]}", body=f"[T]\n  + [S]\n\n{shared}"
    )

    assert document.view is None
    assert "over" in document.diagnostics[0].message


@given(
    texts(),
    st.sampled_from(
        [
            "selection: {statementSelectionMode: all}",
            "selection: {excludeDisconnected: false}",
            "model: {explodeArguments: true}",
            "group: {groupDepth: 1}",
            "map: {argumentLabelMode: title}",
            "color: {colorScheme: default}",
        ]
    ),
)
def test_what_is_drawn_is_part_of_the_map(text: str, setting: str) -> None:
    """A view can be drawn, and its claims and colours are those of parts."""
    document = housing(setting, body=text)
    view = document.drawn

    assert {each.id for each in view.argument_map.claims} <= {
        each.id for each in document.argument_map.claims
    }
    assert set(view.colors) <= {each.id for each in view.argument_map.parts}
    assert draw(view.argument_map, colors=view.colors).plan.boxes or not text.strip()
