"""Laws of maps as numbers: what leads to what, what is granted and what is left out."""

from collections.abc import Iterable

import attrs
import pytest
from hypothesis import given

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Inference,
    Question,
    Section,
    Verdict,
    evaluate,
)
from argmap.errors import UnknownPartError
from tests.evaluation.maps import RENTS
from tests.evaluation.trial import is_granted
from tests.strategies import argument_maps


def test_what_if() -> None:
    """Claims can be granted and parts left out, for the sake of argument."""
    without = evaluate(RENTS, without=["yet"])
    assert without.verdict("cap") is Verdict.DEFEATED
    assert "yet" not in without.verdicts
    assert evaluate(RENTS, without=["fair"]).verdict("cap") is Verdict.UNSUPPORTED
    assert evaluate(RENTS, assume=["bare"]).verdict("bare") is Verdict.STANDS


def test_what_is_left_out() -> None:
    """A reconstructed argument goes with its last step, a contradiction alone."""
    without = evaluate(RENTS, without=["case", "open-or-shut"])

    assert without.verdict("cap") is Verdict.UNSUPPORTED
    assert without.verdicts.keys().isdisjoint({"case", "because"})
    assert without.verdict("open") is Verdict.STANDS


def test_what_cannot_be_left_out_or_granted() -> None:
    """Nothing is passed over in silence, and a bare string is no list of ids."""
    argument_map = RENTS.with_parts(Section("part", members=["cap"]))

    with pytest.raises(UnknownPartError, match="'part' is no part that can be left"):
        evaluate(argument_map, without=["part"])
    with pytest.raises(UnknownPartError, match="'but' is no part that can be granted"):
        evaluate(argument_map, assume=["but"])
    with pytest.raises(ValueError, match="a list is wanted, not 'cap'"):
        evaluate(argument_map, assume="cap")


def test_an_argument_is_granted_with_what_it_puts_forward() -> None:
    """That is the conclusion of its last step."""
    argument_map = RENTS.with_parts(
        Inference(["bare"], conclusion="cap", id="weak"),
        Argument("poor", steps=["weak"]),
    )
    without = ["because", "but"]

    assert evaluate(argument_map, without=without).verdict("cap").is_rejected
    granted = evaluate(argument_map, assume=["poor"], without=without)
    assert granted.verdict("cap") is Verdict.STANDS


@given(argument_maps())
def test_granted(argument_map: ArgumentMap) -> None:
    """Granted is what is presumed, and, where nobody says, what has no reason."""
    expected = {
        each.id
        for each in argument_map.propositions
        if argument_map.counts_as_claim(each)
        and (
            not argument_map.inferences_for(each)
            if isinstance(each, Argument)
            else is_granted(argument_map, each)
        )
    }
    expected -= {
        answer
        for each in argument_map.questions
        if each.exclusive
        for answer in each.answers
        if argument_map.find_part(answer) in argument_map.arguments
    }
    assert evaluate(argument_map).granted == expected

    for each in expected:
        rest = evaluate(argument_map, without=[each])
        assert rest.granted == expected - {each}


def test_arguments_in_a_chain() -> None:
    """Each puts forward what the last one does, in a circle its own last step."""
    count = 2_000
    arguments = [
        Argument(f"a{number}", steps=[f"s{number}"]) for number in range(count)
    ]
    steps = [
        Inference(["p"], conclusion=f"a{number + 1}", id=f"s{number}")
        for number in range(count - 1)
    ]
    last = Inference(["p"], conclusion="end", id=f"s{count - 1}")
    use = Inference(["a0"], conclusion="use", id="so")
    ends = Claim("end", presumed=False), Claim("use")
    chain = ArgumentMap.of(Claim("p"), *ends, *steps, last, use, *arguments)

    assert evaluate(chain).verdict("use") is Verdict.STANDS
    assert evaluate(chain, without=[last]).verdict("use") is Verdict.UNSUPPORTED
    back = Inference(["p"], conclusion="a1", id=last.id)
    circle = evaluate(chain.with_parts(back), without=["s1"])
    assert circle.verdict("use") is Verdict.UNSUPPORTED


@given(argument_maps())
def test_an_accepted_counterpoint_changes_nothing(argument_map: ArgumentMap) -> None:
    """Verdicts are those of the map without its accepted counterpoints."""
    accepted = [each.id for each in argument_map.counterpoints if each.accepted]

    with_them = evaluate(argument_map).verdicts
    without = evaluate(argument_map, without=accepted).verdicts

    assert {name: with_them[name] for name in without} == without


def test_answers_that_exclude_each_other() -> None:
    """One with a reason stands, none is granted, and two reasons leave it open."""
    options = [Claim("redis"), Claim("postgres"), Claim("broker")]
    question = Question("queue", answers=options, exclusive=True)
    known, fast = Claim("known"), Claim("fast")
    argument_map = ArgumentMap.of(
        *options, known, fast, question, Inference([known], conclusion="postgres")
    )
    both = argument_map.with_parts(Inference([fast], conclusion="redis"))

    def standing(argument_map: ArgumentMap, without: Iterable[str] = ()) -> set[str]:
        found = evaluate(argument_map, without=without)
        return {each.id for each in options if found.verdict(each) == "stands"}

    assert standing(argument_map) == {"postgres"}
    assert standing(both) == set()
    assert evaluate(both).verdict("redis") is Verdict.CONTESTED
    assert standing(both, ["queue"]) == {"redis", "postgres"}
    inclusive = attrs.evolve(question, exclusive=False)
    assert standing(argument_map.with_parts(inclusive)) == {each.id for each in options}
