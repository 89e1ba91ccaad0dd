"""What becomes of claims when one of them is left out."""

from hypothesis import given

from argmap import ArgumentMap, Claim, Inference, evaluate
from argmap.model import Expectation
from tests.evaluation.trial import TRIAL
from tests.strategies import argument_maps


@given(argument_maps(max_claims=5))
def test_the_same_as_one_by_one(argument_map: ArgumentMap) -> None:
    """For every claim the rest has the verdicts that it has where that is left out."""
    before = evaluate(argument_map)
    judged = [
        each.id
        for each in argument_map.propositions
        if before.verdicts.get(each.id) and not getattr(each, "steps", ())
    ]

    assert before.changes_without.keys() == {*judged}
    for left_out, changes in before.changes_without.items():
        after = evaluate(argument_map, without=[left_out])
        for each in judged:
            if each != left_out:
                was, now = before.verdict(each), after.verdict(each)
                same = was == now or (was.is_rejected and now.is_rejected)
                assert (each not in changes) == same
                assert same or changes[each].is_met_by(now)


def test_a_trial() -> None:
    """Without the only good reason the thesis falls, without what it hangs on too."""
    changes = evaluate(TRIAL).changes_without

    assert changes["heard"] == {"guilty": Expectation.REJECTED}
    assert changes["blind"] == {"seen": Expectation.STANDS}
    assert changes["away"] == {}


def test_strict_steps() -> None:
    """Where a strict step leads back the rest is judged anew."""
    argument_map = ArgumentMap.of(
        Claim("a"), Claim("b"), Inference(["a"], conclusion="b", strict=True)
    )

    assert evaluate(argument_map).changes_without == {
        "a": {"b": Expectation.REJECTED},
        "b": {},
    }
