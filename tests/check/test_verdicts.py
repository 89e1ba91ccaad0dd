"""Rules on verdicts."""

from hypothesis import given, settings

from argmap import ArgumentMap, Claim, Contradiction, Counterpoint, Inference, evaluate
from tests.check.finding import helps, messages, subjects
from tests.strategies import argument_maps

FLATS = ArgumentMap.of(
    Claim("cap", "Cap rents.", expected="stands"),
    Claim("fair", "It is fair.", expected="refuted"),
    Claim("unfair", "It is not."),
    Inference(["fair"], conclusion="cap"),
    Counterpoint(["unfair"], target="fair"),
)


@settings(deadline=None)
@given(argument_maps())
def test_unexpected_verdict(argument_map: ArgumentMap) -> None:
    """A claim is found if it says another verdict than it gets."""
    evaluation = evaluate(argument_map)

    assert subjects("unexpected-verdict", argument_map) == [
        each.id
        for each in argument_map.claims
        if each.expected
        and not (
            each.expected == evaluation.verdict(each).value
            or (each.expected == "rejected" and evaluation.verdict(each).is_rejected)
        )
    ]


def test_what_is_said_of_an_unexpected_verdict() -> None:
    """Both verdicts are named, and what tells why."""
    assert messages("unexpected-verdict", FLATS) == [
        "the verdict on 'cap' is unsupported, not stands"
    ]
    assert helps("unexpected-verdict", FLATS) == [
        "argmap evaluate --explain cap tells why"
    ]


def test_lost_presumption() -> None:
    """A claim has lost its presumption to a reason that fails."""
    assert subjects("lost-presumption", FLATS) == ["cap"]
    assert subjects("lost-presumption", ArgumentMap([Claim("a", "A.")])) == []


def test_presumed_contradiction() -> None:
    """Claims that contradict each other cannot all be presumed."""
    argument_map = ArgumentMap.of(
        Claim("a", "A.", presumed=True),
        Claim("b", "B.", presumed=True),
        Claim("c", "C."),
        Contradiction(["a", "b"]),
        Contradiction(["b", "c"]),
    )

    assert messages("presumed-contradiction", argument_map) == [
        "'a' and 'b' contradict each other and are presumed"
    ]
