"""Laws of what cannot be true together of what stands and follows from it."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

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
from argmap.evaluation import Inconsistency, Label
from argmap.model import ProofStandard

NAMES = "abcde"
names = st.sampled_from(NAMES)
anything = ProofStandard.SCINTILLA
premises = st.lists(names, min_size=1, max_size=2, unique=True)


@st.composite
def strict_maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw small maps with strict steps, some of which are struck."""
    steps = draw(st.lists(st.tuples(premises, names, st.booleans()), max_size=5))
    inferences = [
        Inference(start, conclusion=end, strict=is_strict or at > 1, id=f"i{at}")
        for at, (start, end, is_strict) in enumerate(steps)
    ]
    targets = st.sampled_from([*NAMES, *(each.id for each in inferences)])
    against = draw(st.lists(st.tuples(premises, targets), max_size=2))
    rivals = st.lists(names, min_size=2, max_size=3, unique=True)
    return ArgumentMap(
        [Claim(each, presumed=draw(st.sampled_from([None, True]))) for each in NAMES],
        inferences,
        counterpoints=[
            Counterpoint(start, target=target, id=f"k{at}")
            for at, (start, target) in enumerate(against)
        ],
        contradictions=[
            Contradiction(each, id=f"x{at}")
            for at, each in enumerate(draw(st.lists(rivals, min_size=1, max_size=3)))
        ],
    )


def is_consistent(argument_map: ArgumentMap, standard: ProofStandard) -> bool:
    """Return whether what stands can be true, by trying all that can."""
    evaluation = evaluate(argument_map, standard=standard)
    standing = {name for name in NAMES if evaluation.verdict(name) is Verdict.STANDS}
    strict = [
        each
        for each in argument_map.inferences
        if each.strict
        and not any(
            evaluation.verdict(one) is Verdict.STANDS
            for one in argument_map.counterpoints_against(each)
        )
    ]
    for choice in product((False, True), repeat=len(NAMES)):
        true = {name for name, is_true in zip(NAMES, choice, strict=True) if is_true}
        if (
            standing <= true
            and all(
                each.conclusion in true or not true.issuperset(start)
                for each in strict
                for start in [{one.claim for one in each.premises}]
            )
            and all(
                len(true.intersection(each.claims)) <= 1
                for each in argument_map.contradictions
            )
        ):
            return True
    return False


@pytest.mark.parametrize("count", [100, pytest.param(5_000, marks=pytest.mark.long)])
def test_all_that_is_inconsistent_is_found(count: int) -> None:
    """What stands cannot be true, by all strict steps, just where something is found.

    So it is where any reason will do. What is said to lead there stands, and by itself
    it leads there.
    """

    @settings(max_examples=count)
    @given(strict_maps())
    def law(argument_map: ArgumentMap) -> None:
        evaluation = evaluate(argument_map, standard=anything)
        found = evaluation.inconsistencies
        assert (not found) is is_consistent(argument_map, anything)
        for each in found:
            assert all(
                evaluation.verdict(one) is Verdict.STANDS for one in each.because
            )
            assert len(each.claims) > 1
            rivals = argument_map.part(each.contradiction)
            assert isinstance(rivals, Contradiction)
            assert set(each.claims) <= set(rivals.claims)

    law()


def follows(argument_map: ArgumentMap, labels: Mapping[str, Label]) -> bool:
    """Return whether all that strictly follows from what is in is in, unless struck."""
    return all(
        labels[each.conclusion] is Label.IN
        for each in argument_map.inferences
        if each.strict and labels[each.id] is Label.IN
    )


@pytest.mark.parametrize("count", [100, pytest.param(5_000, marks=pytest.mark.long)])
def test_what_stands_is_consistent_and_closed(count: int) -> None:
    """What is in in a labelling can be true, and all that strictly follows is in.

    So it is if the preponderance of reasons decides, in every preferred labelling too.
    """

    @settings(max_examples=count)
    @given(strict_maps())
    def law(argument_map: ArgumentMap) -> None:
        evaluation = evaluate(argument_map)
        assert evaluation.inconsistencies == ()
        assert is_consistent(argument_map, ProofStandard.PREPONDERANCE)
        for labels in (
            *evaluation.labellings(),
            *evaluation.labellings("preferred"),
        ):
            assert follows(argument_map, labels)
            for each in argument_map.contradictions:
                assert [labels[one] for one in each.claims].count(Label.IN) <= 1

    law()


def test_the_origins_are_named() -> None:
    """Of what stands only that is named which leads to the claims.

    A step that starts from a step does not transpose, so that it leads there.
    """
    argument_map = ArgumentMap.of(
        Claim("seen", "Nobody was seen."),
        Claim("alone", "She was alone."),
        Claim("voices", "Two voices were heard."),
        Claim("two", "They were two."),
        Claim("rain", "It rained."),
        Inference(["rain"], conclusion="alone", strength=0.5, id="weak"),
        Inference(["rain"], conclusion="weak", id="backing"),
        Argument("case", steps=["backing"]),
        Inference(["case", "seen"], conclusion="alone", strict=True, strength=0.5),
        Inference(["voices"], conclusion="two"),
        Contradiction(["alone", "two"], id="either"),
    )

    assert evaluate(argument_map).inconsistencies == (
        Inconsistency("either", ("alone", "two"), ("seen", "two", "backing")),
    )
    assert evaluate(argument_map, without=["case"]).inconsistencies == ()
