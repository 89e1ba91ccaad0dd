"""Rules on what supports what."""

import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
)
from tests.rules.finding import messages, subjects
from tests.strategies import argument_maps

A, B, C, D = (Claim(name) for name in "abcd")


def _map(*inferences: Inference, **others: tuple[object, ...]) -> ArgumentMap:
    return ArgumentMap([A, B, C, D], inferences, **others)  # type: ignore[arg-type]


@given(argument_maps())
def test_self_support(argument_map: ArgumentMap) -> None:
    """An inference supports itself if its end is a premise of it, or itself."""
    assert subjects("self-support", argument_map) == [
        each.id
        for each in argument_map.inferences
        if each.conclusion in [each.id, *(premise.claim for premise in each.premises)]
    ]


def test_self_support_messages() -> None:
    """The finding names the step and, where it is one, the claim."""
    argument_map = _map(Inference([A, B], A, id="i"), Inference([A], "j", id="j"))

    assert messages("self-support", argument_map) == [
        "the inference 'i' has its conclusion 'a' as a premise",
        "the inference 'j' backs itself",
    ]


@given(argument_maps())
def test_counterpoint_against_itself(argument_map: ArgumentMap) -> None:
    """A counterpoint is against itself if its target is a premise of it, or itself."""
    assert subjects("counterpoint-against-itself", argument_map) == [
        each.id
        for each in argument_map.counterpoints
        if each.target in [each.id, *(premise.claim for premise in each.premises)]
    ]


def test_counterpoint_against_itself_messages() -> None:
    """The finding names the counterpoint and, where it is one, the target."""
    argument_map = _map(
        counterpoints=(Counterpoint([A], A, id="k"), Counterpoint([], "l", id="l"))
    )

    assert messages("counterpoint-against-itself", argument_map) == [
        "the counterpoint 'k' has its target 'a' as a premise",
        "the counterpoint 'l' has itself as its target",
    ]


def test_circular_support() -> None:
    """A circle is told once, from its first claim on, with the way round."""
    argument_map = _map(Inference([B, D], C), Inference([C], A), Inference([A], B))

    assert messages("circular-support", argument_map) == [
        "the reasons run in a circle: 'a' → 'b' → 'c' → 'a'"
    ]
    assert subjects("circular-support", argument_map) == ["a"]


def test_long_circle() -> None:
    """Of a long circle the beginning is told, and how much more there is."""
    claims = [Claim(f"c{at}") for at in range(12)]
    ring = [
        Inference([a], b) for a, b in zip(claims, [*claims[1:], claims[0]], strict=True)
    ]

    assert messages("circular-support", ArgumentMap(claims, ring)) == [
        (
            "the reasons run in a circle: 'c0' → 'c1' → 'c2' → 'c3' → 'c4' → 'c5'"
            " → 'c6' → … (5 more) → 'c0'"
        )
    ]


@pytest.mark.parametrize(
    "argument_map",
    [
        _map(Inference([A], B), Inference([A], C), Inference([B, C], D)),
        _map(Inference([A], A)),
        _map(Inference([A], B, id="i"), Inference([B], "i")),
        _map(counterpoints=(Counterpoint([A], B), Counterpoint([B], A))),
        _map(
            Inference([A], B, id="i"),
            Inference(["x"], B),
            arguments=(Argument("x", steps=["i"]),),
        ),
        _map(
            Inference([A], B, id="i"),
            Inference([B], "x"),
            arguments=(Argument("x", steps=["i"]),),
        ),
        _map(
            Inference([A], "j", id="i"),
            Inference([B], C, id="j"),
            arguments=(Argument("x", steps=["i"]),),
        ),
    ],
    ids=[
        "diamond",
        "self-support",
        "backing",
        "mutual attack",
        "an argument for its own conclusion",
        "an argument backed by its own conclusion",
        "an argument for a step",
    ],
)
def test_no_circle(argument_map: ArgumentMap) -> None:
    """What only looks like a circle of reasons is left alone."""
    assert messages("circular-support", argument_map) == []


def test_circle_through_an_argument() -> None:
    """An argument leans on what its last step concludes."""
    argument_map = _map(
        Inference([A], B, id="i"),
        Inference(["x"], A),
        arguments=(Argument("x", steps=["i"]),),
    )

    assert messages("circular-support", argument_map) == [
        "the reasons run in a circle: 'a' → 'b' → 'x' → 'a'"
    ]


def test_inconsistent_premises() -> None:
    """Two premises of one inference that contradict each other are found, once."""
    contradictions = (Contradiction([A, B, C]),)
    linked = Inference([A, D, A, B], "d", id="i")

    assert messages(
        "inconsistent-premises", _map(linked, contradictions=contradictions)
    ) == ["the premises 'a' and 'b' of the inference 'i' contradict each other"]
    for fine in (
        _map(Inference([A, D], B), contradictions=contradictions),
        _map(Inference([A], D), Inference([B], D), contradictions=contradictions),
        _map(counterpoints=(Counterpoint([A, B], D),), contradictions=contradictions),
    ):
        assert messages("inconsistent-premises", fine) == []


def test_duplicate_step() -> None:
    """Steps are the same with their premises in any order, not with two schemes."""
    argument_map = _map(
        Inference([A, B], C, id="i"),
        Inference([B, A], C, id="j"),
        Inference([A, B], C, id="other", scheme="sign"),
        Inference([A], C),
        Inference([A, B], D),
        counterpoints=(
            Counterpoint([A, B], C, id="k"),
            Counterpoint([A, B], C, id="l"),
        ),
    )

    assert messages("duplicate-step", argument_map) == [
        "the inferences 'i' and 'j' have the same premises and the same conclusion",
        "the counterpoints 'k' and 'l' have the same premises and the same target",
    ]
