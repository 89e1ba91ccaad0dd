"""Laws of verdicts."""

import pytest
from hypothesis import given

from argmap import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Premise,
    Verdict,
    evaluate,
)
from argmap.errors import UnknownPartError
from tests.evaluation.maps import RENTS
from tests.strategies import argument_maps


@given(argument_maps())
def test_every_part_has_a_verdict(argument_map: ArgumentMap) -> None:
    """So has every claim, argument, inference and counterpoint, and a reason for it."""
    evaluation = evaluate(argument_map)
    judged = (*argument_map.propositions, *argument_map.steps)

    assert evaluation.verdicts.keys() == {each.id for each in judged}
    for part in judged:
        explanation = evaluation.explain(part)
        assert explanation.verdict is evaluation.verdict(part)
        assert str(explanation).startswith(explanation.words)


def test_verdicts_in_words() -> None:
    """There are five of them."""
    evaluation = evaluate(RENTS)

    assert {name: str(what) for name, what in evaluation.verdicts.items()} == {
        **dict.fromkeys(["cap", "fair", "rare", "new", "sketch"], "stands"),
        **dict.fromkeys(["round", "about"], "circular"),
        **dict.fromkeys(["open", "shut"], "contested"),
        "bare": "unsupported",
        **dict.fromkeys(["because", "yet", "case"], "stands"),
        "but": "defeated",
        "round-so-about": "unsupported",
        "about-so-round": "unsupported",
    }


def test_standards() -> None:
    """A map's standard holds for claims that have none of their own."""
    strict = evaluate(RENTS, without=["yet"], standard="scintilla")

    assert strict.verdict("cap") is Verdict.STANDS
    with pytest.raises(ValueError, match="must be one of"):
        evaluate(RENTS, standard="beyond")


def test_what_there_is_not() -> None:
    """An id that leads nowhere is an error, wherever it is given."""
    with pytest.raises(UnknownPartError):
        evaluate(RENTS, assume=["gone"])
    with pytest.raises(UnknownPartError, match="no part has the id 'gone'"):
        evaluate(RENTS).verdict("gone")
    with pytest.raises(UnknownPartError, match="no verdict on 'fair'"):
        evaluate(RENTS, without=["fair"]).verdict("fair")
    assert evaluate(RENTS).rank("open") is None


def test_an_attributed_premise_is_granted() -> None:
    """That somebody says so is granted, whatever becomes of what they say."""
    said = Inference([Premise("view", attributed=True)], conclusion="they-disagree")
    argument_map = ArgumentMap.of(
        Claim("view", "The conflict is simple.", speaker="the West"),
        Claim("they-disagree", "They disagree."),
        said,
        Counterpoint([], target="view"),
    )

    evaluation = evaluate(argument_map)

    assert evaluation.verdicts["view"] is Verdict.DEFEATED
    assert evaluation.verdicts["they-disagree"] is Verdict.STANDS
    assert evaluation.name(said) == (
        "the inference from “The conflict is simple.” as said"
    )
