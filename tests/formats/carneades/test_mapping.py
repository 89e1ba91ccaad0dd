"""From an argument graph to a map: what Carneades decides, argmap decides alike."""

import json
from typing import Any

import pytest
from hypothesis import given

from argmap import ArgumentMap, Verdict, evaluate
from argmap.formats import loads, read
from tests.formats.carneades.caes import AT_ISSUE, Graph, graphs, labels_of


def is_alike(verdict: Verdict, label: str) -> bool:
    """Return whether a verdict says of a statement what a label says."""
    return {
        "in": verdict is Verdict.STANDS,
        "out": verdict.is_rejected,
        "undecided": verdict is Verdict.CONTESTED,
    }[label]


def verdicts(graph: Graph) -> dict[str, Verdict]:
    """Read a graph and return the verdicts on its statements."""
    document = read(json.dumps(graph), "carneades")
    assert document.diagnostics == ()
    found = evaluate(document.argument_map).verdicts
    return {name: found[name] for name in graph["statements"]}


@given(graphs(is_acyclic=True))
def test_without_cycles_verdicts_are_labels(graph: Graph) -> None:
    """Where nothing runs in a circle every verdict is Carneades' own label."""
    labels = labels_of(graph)
    found = verdicts(graph)

    assert "undecided" not in labels.values()
    assert all(is_alike(found[name], label) for name, label in labels.items())


@given(graphs(is_acyclic=False))
def test_labels_that_are_decided_are_verdicts(graph: Graph) -> None:
    """With cycles too argmap agrees with what Carneades decides.

    It decides more: what rests on itself is out, and an issue need not wait for
    arguments that cannot change it.
    """
    found = verdicts(graph)

    assert all(
        is_alike(found[name], label)
        for name, label in labels_of(graph).items()
        if label != "undecided"
    )


def rivals(text: str) -> ArgumentMap:
    """Return the map of a graph with two positions, p and q."""
    return loads(f"{AT_ISSUE}assumptions: [r, s]\n{text}", "carneades")


def test_an_argument_for_a_position_is_against_the_others() -> None:
    """Where two arguments may weigh the same a draw is a loss for both."""
    argument_map = rivals(
        "arguments: {a: {conclusion: p, premises: [r], undercutter: t},"
        " b: {conclusion: q, premises: [s]}}"
    )

    assert [
        ([one.claim for one in each.premises], each.target)
        for each in argument_map.counterpoints
    ] == [
        (["r"], "q"),
        (["t"], "a"),
        (["t"], "a-against-q"),
        (["s"], "p"),
    ]
    found = evaluate(argument_map).verdicts
    assert found["p"] == found["q"] == Verdict.DEFEATED


@pytest.mark.parametrize(
    "text",
    [
        "arguments: {a: {conclusion: p, premises: [r]}}",
        (
            "arguments: {a: {conclusion: p, premises: [r], weight: 0.5},"
            " b: {conclusion: q, premises: [s]}}"
        ),
    ],
)
def test_without_a_draw_the_contradiction_is_enough(text: str) -> None:
    """Nothing is said twice where one side must win."""
    argument_map = rivals(text)

    assert argument_map.counterpoints == ()
    assert [each.claims for each in argument_map.contradictions] == [("p", "q")]


def test_what_is_assumed_stands_whatever_is_against_it() -> None:
    """An assumed position wins, and the others fall."""
    argument_map = loads(
        f"{AT_ISSUE}assumptions: [p, s]\n"
        "arguments: {b: {conclusion: q, premises: [s]}}",
        "carneades",
    )

    assert argument_map.counterpoints == ()
    assert argument_map.claim("p").standard == "scintilla"
    found: dict[str, Any] = dict(evaluate(argument_map).verdicts)
    assert (found["p"], found["q"]) == (Verdict.STANDS, Verdict.DEFEATED)


def test_an_argument_without_premises_is_a_sketch() -> None:
    """It supports as an argument, and its undercutter strikes that."""
    argument_map = loads(
        "statements: {p: , u: }\n"
        "arguments: {a: {conclusion: p, undercutter: u}, b c: {conclusion: p}}",
        "carneades",
    )

    assert [(each.id, each.title) for each in argument_map.arguments] == [
        ("a", ""),
        ("b-c", "b c"),
    ]
    assert [each.id for each in argument_map.inferences] == ["a-so-p", "b-c-so-p"]
    assert [(each.id, each.target) for each in argument_map.counterpoints] == [
        ("u-against-a", "a")
    ]


@pytest.mark.parametrize(
    ("standard", "wanted"),
    [
        ("PE", "preponderance"),
        ("cce", "clear-and-convincing"),
        ("BRD", "beyond-reasonable-doubt"),
    ],
)
def test_standards(standard: str, wanted: str) -> None:
    """The standard of an issue is that of its positions."""
    argument_map = loads(
        f"issues: {{i: {{positions: [p, q], standard: {standard}}}}}\n"
        "statements: {p: , q: , r: }",
        "carneades",
    )

    assert [each.standard for each in argument_map.claims] == [wanted, wanted, None]
