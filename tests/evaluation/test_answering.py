"""Laws of answers: every reason is named, and every set of changes does its work."""

from collections.abc import Iterator
from itertools import chain, combinations

import pytest
from hypothesis import example, given, settings

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Verdict,
    evaluate,
)
from argmap.errors import UnknownPartError
from argmap.evaluation import Evaluation
from argmap.evaluation.answer import Changes
from tests.evaluation.maps import RENTS
from tests.evaluation.test_pivots import changes_of
from tests.evaluation.trial import changed
from tests.strategies import argument_maps

any_number = [100, pytest.param(1_000, marks=pytest.mark.long)]
_LARGEST = 3
STILL_OPEN = ArgumentMap.of(
    Claim("a", "A.", presumed=True),
    Claim("b", "B."),
    Inference(["b"], conclusion="a", strict=True),
    Contradiction(["a", "b"], kind="contradictory"),
)
"""The first claim is contested, be it granted or no longer."""

MADE_CIRCLE = ArgumentMap.of(
    Claim("a", "A."),
    Claim("b", "B.", presumed=True),
    Inference(["b"], conclusion="b", strict=True),
    Counterpoint([], target="a", id="answered"),
    Contradiction(["a", "b"], kind="contrary"),
)
"""That the second claim is false follows from itself."""


def _one_by_one(changes: Changes) -> Iterator[frozenset[str]]:
    """Yield the sets with each of the parts that do the same."""
    for each in changes.sets:
        sets = [frozenset[str]()]
        for change in each:
            sets = [one | {part} for one in sets for part in change.parts]
        yield from sets


def _flips(evaluation: Evaluation, claim: str, parts: frozenset[str]) -> bool:
    before = evaluation.verdict(claim) is Verdict.STANDS
    after = changed(evaluation.argument_map, tuple(parts)).verdict(claim)
    return (after is Verdict.STANDS) is not before


def _enumerated(evaluation: Evaluation, claim: str) -> set[frozenset[str]]:
    """Return all sets of few changes that flip a claim and hold no smaller one."""
    parts = changes_of(evaluation, claim)
    found: set[frozenset[str]] = set()
    for changes in chain(*(combinations(parts, each) for each in range(1, 4))):
        new = frozenset(changes)
        if not any(one <= new for one in found) and _flips(evaluation, claim, new):
            found.add(new)
    return found


@pytest.mark.parametrize("count", any_number)
def test_sets_are_those_that_flip(count: int) -> None:
    """The sets are all that there are: replayed they flip the verdict, no less does."""

    @settings(max_examples=count)
    @given(argument_maps(max_claims=4))
    @example(STILL_OPEN)
    @example(MADE_CIRCLE)
    def law(argument_map: ArgumentMap) -> None:
        # what a sketched argument says can be no longer granted, but not in its data
        claims = argument_map.without(*argument_map.arguments)
        evaluation = evaluate(claims)
        for claim in claims.claims:
            changes = evaluation.answer(claim).subjects[0].changes
            assert changes is not None
            assert changes.searched is None
            shown = set(_one_by_one(changes))
            few = {each for each in shown if len(each) <= _LARGEST}
            assert few == _enumerated(evaluation, claim.id)
            for each in shown - few:
                assert _flips(evaluation, claim.id, each)

    law()


@given(argument_maps(max_claims=5))
def test_all_that_counts_is_named(argument_map: ArgumentMap) -> None:
    """Every reason and objection that holds is there, and its premises in the text."""
    evaluation = evaluate(argument_map)
    for claim in argument_map.claims:
        answer = evaluation.answer(claim)
        (subject,) = answer.subjects
        steps = [
            each
            for each in argument_map.steps
            if each.end == claim.id and evaluation.verdict(each) is Verdict.STANDS
        ]
        counting = [each for each in subject.points if each.does_count]
        assert {each.id for each in steps} <= {each.id for each in counting}
        strengths = [each.strength for each in counting]
        assert strengths == sorted(strengths, reverse=True)
        text = " ".join(str(answer).split())
        for point in counting:
            for each in point.statements:
                assert f"({each.id})" in text
        judged = sum(answer.verdicts.values())
        assert len(answer.granted) + len(answer.rejected) <= judged
        assert evaluation.granted.issuperset(each.id for each in subject.rests_on)


def _subjects(argument_map: ArgumentMap) -> list[str]:
    return [each.claim.id for each in evaluate(argument_map).answer().subjects]


def test_subjects() -> None:
    """Without a thesis they are the claims that all leads to, the most argued first."""
    assert _subjects(RENTS) == ["cap"]
    assert _subjects(ArgumentMap()) == []
    assert _subjects(ArgumentMap([Claim("a")])) == []
    assert _subjects(ArgumentMap([Claim("a")], thesis="a")) == ["a"]
    circle = ArgumentMap.of(
        Claim("a"), Claim("b"), Inference(["a"], "b"), Inference(["b"], "a")
    )
    assert _subjects(circle) == ["a", "b"]
    rivals = ArgumentMap.of(Claim("a"), Claim("b"), Contradiction(["a", "b"]))
    assert _subjects(rivals) == ["a", "b"]
    many = [Claim(f"c{each}") for each in range(9)]
    struck = [Counterpoint([], each, id=f"k{each.id}") for each in many]
    answer = evaluate(ArgumentMap.of(*many, *struck)).answer()
    assert len(answer.subjects) == 3
    assert len(answer.others) == 6
    assert "6 more claims from which nothing follows:" in str(answer)


def test_about() -> None:
    """What is asked about is a claim, or what an argument puts forward."""
    evaluation = evaluate(RENTS)

    assert evaluation.answer("case").subjects == evaluation.answer("cap").subjects
    for name in ("but", "gone"):
        with pytest.raises(UnknownPartError, match=name):
            evaluation.answer(name)
    with pytest.raises(UnknownPartError, match="'fair' is no claim that is judged"):
        evaluate(RENTS, without=["fair"]).answer("fair")
