"""The status of each step, in a word."""

import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Verdict,
    evaluate,
)
from argmap.evaluation.step_status import StepStatus, step_status
from tests.strategies import argument_maps

MAP = ArgumentMap.of(
    Claim("cap", "Cap rents."),
    Claim("fair", "It is fair."),
    Claim("quick", "It works at once."),
    Claim("rare", "Flats get rare."),
    Claim("ugly", "It looks bad."),
    Claim("new", "New flats are exempt."),
    Claim("bare", "Nothing.", presumed=False),
    Claim("open", "Perhaps."),
    Claim("shut", "Perhaps not."),
    Claim("weak", "A weak claim."),
    Argument("sketch", "A sketch"),
    Argument("whole", "In full", steps=["first"]),
    Inference(["fair"], conclusion="cap", id="first"),
    Inference(["quick"], conclusion="cap", id="second", strength=0.5),
    Inference(["open"], conclusion="cap", id="hanging"),
    Inference(["bare"], conclusion="cap", id="empty"),
    Inference(["new"], conclusion="first", id="backing"),
    Inference(["new"], conclusion="weak", id="vain", strength=0.2),
    Counterpoint(["rare"], target="cap", id="but"),
    Counterpoint(["new"], target="but", id="yet"),
    Counterpoint(["ugly"], target="cap", id="mild", strength=0.5),
    Counterpoint(["ugly"], target="sketch", id="sharp"),
    Counterpoint(["ugly"], target="weak", id="stronger"),
    Contradiction(["open", "shut"], id="either"),
)


@pytest.mark.parametrize(
    ("step", "word"),
    [
        ("first", "decides"),
        ("second", "holds"),
        ("hanging", "open"),
        ("empty", "fails"),
        ("backing", "holds"),
        ("but", "undercut"),
        ("yet", "decides"),
        ("mild", "not enough"),
        ("sharp", "decides"),
        ("vain", "not enough"),
        ("stronger", "decides"),
        ("either", None),
        ("gone", None),
    ],
)
def test_statuses(step: str, word: str | None) -> None:
    """A step decides, holds, fails or is undercut, or is open, or it is not enough."""
    assert step_status(evaluate(MAP), step) == word


def test_who_was_not_judged() -> None:
    """Without an evaluation there is no status; what it left out says so."""
    assert step_status(None, "first") is None
    assert step_status(evaluate(MAP, without=["first"]), "first") is StepStatus.LEFT_OUT


@given(argument_maps())
def test_a_status_is_a_verdict(argument_map: ArgumentMap) -> None:
    """What is rejected, or accepted all the same, does not count."""
    evaluation = evaluate(argument_map)
    for each in argument_map.steps:
        found, verdict = step_status(evaluation, each.id), evaluation.verdict(each)

        assert (found is StepStatus.OPEN) == (verdict is Verdict.CONTESTED)
        assert found is not None
        assert found is StepStatus.ACCEPTED or found.does_count == (
            verdict in {Verdict.STANDS, Verdict.CONTESTED}
        )


def test_accepted() -> None:
    """A counterpoint that is accepted is called so, whatever its target comes to."""
    drawback = Counterpoint(["b"], target="a", id="drawback", accepted=True)
    evaluation = evaluate(
        ArgumentMap([Claim("a"), Claim("b")], counterpoints=[drawback])
    )

    assert evaluation.verdicts["a"] is Verdict.STANDS
    assert step_status(evaluation, "drawback") is StepStatus.ACCEPTED
    assert not StepStatus.ACCEPTED.does_count
