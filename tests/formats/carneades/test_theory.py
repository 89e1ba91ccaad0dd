"""Theories give words and weights."""

import pytest

from argmap.formats.carneades.graph import BASIC, LINKED, Graph, Order, Weighing
from argmap.formats.carneades.located import Located
from argmap.formats.carneades.theory import read
from argmap.formats.yaml import parse

LATEST_FIRST = Order("year", is_ascending=False)
WEIGHT = "$.argument_schemes.s.weight"


def graph_of(text: str) -> Graph:
    """Return a graph with what its theory says."""
    graph = Graph(text)
    top = parse(text)
    assert top is not None
    read(Located.of_graph(top, graph), graph)
    return graph


@pytest.mark.parametrize(
    ("weight", "weighing"),
    [
        ("{constant: 0.3}", Weighing("constant", 0.3)),
        ("{criteria: {}}", Weighing("criteria")),
        (
            "{preference: {property: year}}",
            Weighing("preference", orders=(LATEST_FIRST,)),
        ),
        (
            "{preference: [{property: year, order: Descending}, {order: [b, a]}]}",
            Weighing("preference", orders=(LATEST_FIRST, Order("", ("b", "a")))),
        ),
        ("Cumulative", BASIC["cumulative"]),
        ("mine", Weighing("constant", 2.0)),
    ],
)
def test_weighing_functions(weight: str, weighing: Weighing) -> None:
    """A scheme weighs as it says, or as a function does that has a name."""
    graph = graph_of(
        "weighing_functions: {Mine: {constant: 2}}\n"
        f"argument_schemes: [{{id: s, weight: {weight}, meta: {{year: 1999}}}}]\n"
    )

    assert graph.findings == []
    assert graph.schemes["s"].weighing == weighing
    assert graph.schemes["s"].properties == {"year": 1999}


@pytest.mark.parametrize(
    ("weight", "message"),
    [
        ("cumulativ", 'there is no weighing function "cumulativ"'),
        (
            "{constnt: 1}",
            f"{WEIGHT} must have a key constant, criteria or preference",
        ),
        (
            "{constant: a}",
            f'{WEIGHT}.constant must be a number, not "a"',
        ),
    ],
)
def test_what_is_no_weighing_function(weight: str, message: str) -> None:
    """It is a finding, and the scheme weighs as most do."""
    graph = graph_of(f"argument_schemes: {{s: {{weight: {weight}}}}}")

    assert [each.message for each in graph.findings] == [message]
    assert graph.schemes["s"].weighing == LINKED


def test_language() -> None:
    """A template that takes another number of arguments than its key says is none."""
    graph = graph_of("language: {a/1: 'The %s.', b/2: 'The %s.', c/0: '100 %%'}")

    assert list(graph.language) == ["a/1", "c/0"]
    assert [each.code for each in graph.findings] == ["unusable-template"]


def test_what_carneades_would_make_is_counted() -> None:
    """Schemes that make arguments or issues are reported, once of each kind."""
    graph = graph_of(
        "argument_schemes: {s: {conclusions: [p]}, t: {conclusions: [q]}}\n"
        "issue_schemes: {i: [p, q]}\n"
    )

    assert [each.message for each in graph.findings] == [
        "no arguments are made of 2 schemes",
        "no issues are made of schemes",
    ]
