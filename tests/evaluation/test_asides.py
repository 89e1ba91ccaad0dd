"""Laws of verdicts with one part set aside."""

import pytest
from hypothesis import given

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Verdict, evaluate
from argmap.errors import LimitError
from argmap.evaluation import Evaluation
from argmap.model import Expectation
from tests.diagram.debates import debate
from tests.evaluation.trial import TRIAL
from tests.strategies import argument_maps


def outcomes(evaluation: Evaluation) -> dict[str, Expectation]:
    """Return what becomes of every claim and argument, whyever it falls."""
    parts = evaluation.argument_map.propositions
    verdicts = {each.id: evaluation.verdicts.get(each.id) for each in parts}
    return {
        part: Expectation("rejected" if verdict.is_rejected else verdict.value)
        for part, verdict in verdicts.items()
        if verdict
    }


def assert_true_of(argument_map: ArgumentMap) -> None:
    """Assert that what is found for each part is what an evaluation without it says."""
    evaluation = evaluate(argument_map)
    before = outcomes(evaluation)
    for each in argument_map.propositions:
        after = outcomes(evaluate(argument_map, without=[each]))
        then = before | dict(evaluation.without_each.get(each.id, {}))
        assert {part: then[part] for part in after} == after


@given(argument_maps())
def test_each_part_set_aside(argument_map: ArgumentMap) -> None:
    """What changes without a part is what `evaluate` says without it."""
    assert_true_of(argument_map)


def test_a_debate() -> None:
    """So it is in a debate of a hundred claims."""
    assert_true_of(debate(3, 100))


def test_only_what_changes() -> None:
    """What stays as it is is not told, nor what becomes of the part set aside."""
    found = evaluate(TRIAL).without_each

    verdicts = evaluate(TRIAL).verdicts
    for aside, changes in found.items():
        assert changes
        assert aside not in changes
        for part, then in changes.items():
            assert not then.is_met_by(verdicts[part])


def test_what_was_assumed_stays_so() -> None:
    """What an evaluation assumes and leaves out is so in each of its variants."""
    claims = [Claim("a", "A.", presumed=False), Claim("b", "B.")]
    evaluation = evaluate(ArgumentMap(claims), assume=["a"], without=["b"])

    assert evaluation.verdict("a") is Verdict.STANDS
    assert evaluation.without_each == {}


def test_very_many_strict_steps() -> None:
    """Where each claim would be a case of its own, very many are refused, not slow."""
    argument_map = ArgumentMap.of(
        Claim("end"),
        Counterpoint([], target="end"),
        *(Claim(f"c{at}") for at in range(300)),
        *(Inference([f"c{at}"], conclusion="end", strict=True) for at in range(300)),
    )

    with pytest.raises(LimitError, match="more than 300 claims"):
        _ = evaluate(argument_map).without_each
