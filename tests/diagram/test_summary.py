"""The picture in a sentence or two."""

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
from argmap.diagram.summary import summary
from tests.strategies import argument_maps

a, b = Claim("a", "A."), Claim("b", "B.")


def test_the_summary_counts() -> None:
    """The thesis comes first, then what there is of each kind."""
    argument_map = ArgumentMap.of(
        a, b, Inference([a], conclusion=b), Contradiction([a, b]), thesis=b
    )

    assert summary(argument_map) == (
        "Argument map: B. 1 reason, 1 contradiction; 2 claims."
    )
    assert summary(ArgumentMap()) == "Argument map: no claims."


def test_verdicts_are_counted() -> None:
    """The verdict on the main conclusion is told, and how many share each."""
    against = Counterpoint([a], target=b)
    argument_map = ArgumentMap.of(a, b, Claim("c", "C."), against, thesis=b)

    assert summary(argument_map, evaluate(argument_map)) == (
        "Argument map: B. 1 objection; 3 claims. The main conclusion is defeated."
        " Of the claims 2 stand, 1 is defeated."
    )


def test_arguments_count_where_they_have_boxes() -> None:
    """A reconstructed argument is drawn as its steps, and is not counted."""
    argument_map = ArgumentMap.of(
        a,
        b,
        Inference([a], conclusion=b, id="step"),
        Argument("whole", steps=["step"]),
        Argument("sketch"),
    )

    assert summary(argument_map, evaluate(argument_map)).endswith(
        " The main conclusion stands. All claims and arguments stand."
    )


def test_a_thesis_may_be_an_argument() -> None:
    """It is named, and what becomes of it is told."""
    argument_map = ArgumentMap.of(Argument("sketch", text="It is so."), thesis="sketch")

    assert summary(argument_map, evaluate(argument_map)) == (
        "Argument map: <It is so.>. no claims. The main conclusion stands."
    )


def test_of_a_part_the_verdicts_on_the_whole_are_told() -> None:
    """What is not drawn is not counted, but counts."""
    whole = ArgumentMap.of(a, b, Counterpoint([a], target=b))

    assert summary(ArgumentMap([b]), evaluate(whole)) == (
        "Argument map: B. 1 claim. The main conclusion is defeated."
    )


@given(argument_maps())
def test_nothing_judged_is_left_out(argument_map: ArgumentMap) -> None:
    """Every verdict on a claim has its word."""
    evaluation = evaluate(argument_map)
    told = summary(argument_map, evaluation).rpartition("; ")[2]

    for verdict in Verdict:
        if len(argument_map.claims) > 1 and any(
            evaluation.verdict(each) is verdict for each in argument_map.claims
        ):
            assert str(verdict).removesuffix("s") in told
