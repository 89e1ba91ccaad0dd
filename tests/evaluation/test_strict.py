"""Laws of strict steps and preferences; `test_aspic` compares them with ASPIC+."""

from functools import partial
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Preference,
    ProofStandard,
    Verdict,
    evaluate,
)
from argmap.evaluation.network import network
from argmap.evaluation.strict import with_strict_steps
from tests.steps import calls
from tests.strategies import argument_maps

WEDDING = ArgumentMap.of(
    Claim("ring", "John wears a wedding ring."),
    Claim("out", "John goes out every night."),
    Claim("wife", "John has a wife."),
    Claim("none", "John has no wife."),
    Inference(["ring"], conclusion="wife", strict=True, id="so-wife"),
    Inference(["out"], conclusion="none", strict=True, id="so-none"),
    Contradiction(["wife", "none"]),
)
RAIN = ArgumentMap.of(
    Claim("rain", "It rained."),
    Claim("open", "There was no roof."),
    Claim("wet", "The street is wet."),
    Claim("photo", "A photo shows it dry."),
    Inference(["rain", "open"], conclusion="wet", strict=True, id="so-wet"),
    Counterpoint(["photo"], target="wet", id="but"),
)


def test_both_premises_of_a_contradiction_are_contested() -> None:
    """Of claims that strictly lead to a contradiction not all stand."""
    evaluation = evaluate(WEDDING)

    assert set(evaluation.verdicts.values()) == {Verdict.CONTESTED}
    assert evaluation.inconsistencies == ()
    assert {*evaluate(WEDDING, "preferred").possible} == {*evaluation.verdicts}
    assert evaluate(WEDDING, without=["out"]).verdict("wife") is Verdict.STANDS
    assert str(evaluation.explain("ring")) == (
        "[contested] “John wears a wedding ring.” is in a conflict that involves “John"
        " goes out every night.”, “John has a wife.” and “John has no wife.”"
    )


def test_what_is_against_a_conclusion_is_against_its_premises() -> None:
    """One of them has to go; the weaker one does, and one alone does."""
    weak = Counterpoint([], target="rain", strength=0.5, id="weak")
    alone = Inference(["rain"], conclusion="wet", strict=True, id="so-wet")

    assert evaluate(RAIN).verdict("rain") is Verdict.CONTESTED
    assert evaluate(RAIN).verdict("wet") is Verdict.CONTESTED
    assert evaluate(RAIN.with_parts(alone)).verdict("rain") is Verdict.DEFEATED
    assert evaluate(RAIN.with_parts(alone)).verdict("wet") is Verdict.DEFEATED
    # the premise is granted, with strength 1, whatever else is too weak against it
    assert evaluate(RAIN.with_parts(weak)).verdict("rain") is Verdict.CONTESTED
    argued = RAIN.with_parts(
        Claim("drops"), Inference(["drops"], conclusion="rain", strength=0.5)
    )
    assert evaluate(argued).verdict("rain") is Verdict.DEFEATED
    assert evaluate(argued).verdict("open") is Verdict.STANDS


def test_a_strict_step_is_as_strong_as_what_it_comes_from() -> None:
    """Its own strength changes nothing, be it great or small."""
    for strength in (0.1, 9.0):
        step = Inference(
            ["rain", "open"],
            conclusion="wet",
            strict=True,
            strength=strength,
            id="so-wet",
        )
        assert evaluate(RAIN.with_parts(step)).verdicts == evaluate(RAIN).verdicts


def test_a_strict_step_that_is_struck_leads_nowhere() -> None:
    """Neither on to its conclusion nor back to its premises, nor if it is left out."""
    assert evaluate(RAIN, without=["so-wet"]).verdict("rain") is Verdict.STANDS
    assert evaluate(RAIN, without=["wet"]).verdict("rain") is Verdict.STANDS
    struck = evaluate(RAIN.with_parts(Counterpoint([], target="so-wet")))

    assert struck.verdict("rain") is struck.verdict("open") is Verdict.STANDS
    assert struck.verdict("wet") is Verdict.DEFEATED


@pytest.mark.parametrize(
    ("preferred", "over", "verdict"),
    [
        ("open", "but", Verdict.DEFEATED),
        ("rain", "but", Verdict.STANDS),
        ("but", "rain", Verdict.CONTESTED),
        ("so-wet", "but", Verdict.STANDS),
    ],
)
def test_a_preference_decides_which_premise_stands(
    preferred: str, over: str, verdict: Verdict
) -> None:
    """What is preferred over what is against the conclusion is not given up."""
    argument_map = RAIN.with_parts(Preference(preferred, over=over))

    assert evaluate(argument_map).verdict("rain") is verdict


def test_a_preference_decides_between_equals() -> None:
    """A reason prevails over a counterpoint, a claim over its rival, and no further.

    It changes nothing where strengths differ, and where it goes both ways.
    """
    safe, fairly = Claim("safe", presumed=False), Claim("fairly", presumed=False)
    told, counted = Claim("told"), Claim("counted")
    by_count = Inference([counted], conclusion=fairly, id="by-count")
    car = ArgumentMap.of(
        *(safe, fairly, told, counted, by_count),
        Inference([told], conclusion=safe, id="by-words"),
        Contradiction([safe, fairly]),
    )

    def verdicts(*preferences: Preference, step: Inference = by_count) -> list[str]:
        evaluation = evaluate(car.with_parts(step, *preferences))
        return [evaluation.verdict(each).value for each in (safe, fairly)]

    stronger = attrs.evolve(by_count, strength=2.0)
    assert verdicts() == ["contested", "contested"]
    assert verdicts(Preference("by-count", over="by-words")) == ["defeated", "stands"]
    assert verdicts(Preference(safe, over=fairly)) == ["stands", "defeated"]
    assert verdicts(Preference(safe, over=fairly), step=stronger) == [
        "defeated",
        "stands",
    ]
    both = Preference(safe, over=fairly), Preference(fairly, over=safe)
    assert verdicts(*both) == ["contested", "contested"]

    rent = ArgumentMap.of(
        Claim("cap", standard="dialectical-validity"),
        Claim("fair"),
        Inference(["fair"], conclusion="cap", id="because"),
        Counterpoint([], target="cap", id="but"),
        Preference("because", over="but"),
    )
    usual = rent.with_parts(Claim("cap"))
    assert evaluate(usual).verdict("cap") is Verdict.STANDS
    assert evaluate(rent).verdict("cap") is Verdict.DEFEATED


@pytest.mark.parametrize("is_argued", [False, True])
def test_a_step_is_preferred_with_its_premises(*, is_argued: bool) -> None:
    """What it is preferred to, and is against a premise of it, does not count."""
    quiet, loud, trams = Claim("quiet"), Claim("loud"), Claim("trams")
    argument_map = ArgumentMap.of(
        quiet,
        loud,
        trams,
        Inference([quiet], conclusion=trams, id="so"),
        Counterpoint([loud], target=quiet, id="but"),
    )
    if is_argued:
        measured = Claim("measured")
        argument_map = argument_map.with_parts(
            measured, Inference([measured], conclusion=quiet)
        )

    def verdicts(*preferences: Preference) -> list[str]:
        evaluation = evaluate(argument_map.with_parts(*preferences))
        return [evaluation.verdict(each).value for each in (quiet, trams)]

    without = verdicts()
    assert without[0] != "stands"
    assert verdicts(Preference("so", over="but")) == ["stands", "stands"]
    assert verdicts(Preference("but", over="so")) == ["defeated", "unsupported"]
    both = Preference("so", over="but"), Preference("but", over="so")
    assert verdicts(*both) == without


@st.composite
def preferring(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map with preferences between any claims and steps."""
    names = st.sampled_from("abcd")
    strength = st.sampled_from([None, None, 2.0])
    claims = [
        Claim(each, presumed=draw(st.sampled_from([None, True]))) for each in "abcd"
    ]
    steps: list[Inference | Counterpoint] = []
    for number in range(draw(st.integers(2, 5))):
        premises = draw(st.lists(names, min_size=1, max_size=2, unique=True))
        end, weight = draw(names), draw(strength)
        if draw(st.booleans()):
            step = Inference(premises, end, id=f"i{number}", strength=weight)
            steps.append(
                attrs.evolve(step, strict=weight is None and draw(st.booleans()))
            )
        else:
            target = draw(st.sampled_from([end, *(each.id for each in steps)]))
            steps.append(
                Counterpoint(premises, target, id=f"k{number}", strength=weight)
            )
    ends = st.sampled_from([each.id for each in (*claims, *steps)])
    pairs = draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=4, unique=True))
    rivals = [Contradiction(["a", "b"])] if draw(st.booleans()) else []
    preferences = [Preference(one, over=other) for one, other in pairs]
    return ArgumentMap.of(*claims, *steps, *rivals, *preferences)


@given(preferring())
def test_without_an_unused_preference_verdicts_are_the_same(
    argument_map: ArgumentMap,
) -> None:
    """What is said to decide nothing can be left out."""
    evaluation = evaluate(argument_map)
    for name in evaluation.unused_preferences:
        rest = [each for each in argument_map.preferences if each.id != name]
        others = attrs.evolve(argument_map, preferences=rest)
        assert evaluate(others).verdicts == evaluation.verdicts


@pytest.mark.parametrize(
    ("preferences", "why"),
    [
        ([("open", "but")], {}),
        ([("but", "photo")], {"but-over-photo": "'but' and 'photo' do not conflict"}),
        (
            [("weak", "but")],
            {"weak-over-but": "nothing of equal strength is on both sides"},
        ),
        (
            [("rain", "but"), ("but", "rain")],
            {},
        ),
        ([("rain", "open"), ("open", "but")], {}),
        ([("rain", "photo"), ("photo", "but")], {}),
    ],
)
def test_unused_preferences(
    preferences: list[tuple[str, str]], why: dict[str, str]
) -> None:
    """Where two sides do not conflict or differ in strength, nothing is decided.

    Unless one is preferred by way of the other over what it does conflict with.
    """
    argument_map = RAIN.with_parts(
        Inference(["open"], "wet", id="weak", strength=0.5),
        *(Preference(one, over=other) for one, other in preferences),
    )
    assert evaluate(argument_map).unused_preferences == why


def test_preferences_go_on() -> None:
    """What is preferred over one thing is so over what that is preferred over."""
    names = ("a", "b", "c")
    argument_map = ArgumentMap.of(
        *map(Claim, names),
        Contradiction(["a", "c"]),
        Preference("a", over="b"),
        Preference("b", over="c"),
    )

    assert evaluate(argument_map).verdict("a") is Verdict.STANDS
    assert evaluate(argument_map).verdict("c") is Verdict.DEFEATED


@given(argument_maps())
@settings(max_examples=50)
def test_maps_without_strict_steps_have_the_same_network(
    argument_map: ArgumentMap,
) -> None:
    """Nothing is made for them, nor where nothing is against what strictly follows."""
    loose = argument_map.with_parts(
        *(attrs.evolve(each, strict=False) for each in argument_map.inferences)
    ).without(*argument_map.preferences)
    net = network(loose)
    assert with_strict_steps(loose, net) is net

    backing = Inference(["rain"], conclusion="but", strict=True, strength=0.2)
    usual = RAIN.without("so-wet").with_parts(
        backing, Claim("last", standard="beyond-reasonable-doubt")
    )
    for each in (RAIN.without("but"), usual):
        net = network(each)
        assert with_strict_steps(each, net) is net


def test_a_strict_step_is_enough_for_any_standard() -> None:
    """Who accepts the premises accepts the conclusion, whatever the step is worth."""
    for standard in ProofStandard:
        argument_map = ArgumentMap.of(
            Claim("a"),
            Claim("b", standard=standard),
            Inference(["a"], conclusion="b", strict=True, strength=0.2),
        )
        assert evaluate(argument_map).verdict("b") is Verdict.STANDS


def test_it_is_explained_what_falls_by_a_conclusion() -> None:
    """The strict step leads back from what is ruled out to a premise."""
    argument_map = RAIN.with_parts(Preference("open", over="but"))

    assert str(evaluate(argument_map).explain("rain")) == (
        "[defeated] “It rained.”\n"
        "  the inference from “It rained.” and “There was no roof.” leads strictly to"
        " “The street is wet.”, which is ruled out\n"
        "    [stands] “There was no roof.” is granted\n"
        "    the counterpoint from “A photo shows it dry.” holds\n"
        "      [stands] “A photo shows it dry.” is granted"
    )
    assert evaluate(argument_map).decisive == {"but"}
    denied = RAIN.with_parts(Counterpoint([], target="photo"))
    assert "rules nothing out by way of “The street is wet.”\n" in str(
        evaluate(denied).explain("rain")
    )


def test_what_is_to_be_given_up() -> None:
    """Whoever rejects what strictly follows has to give up a premise; it is named.

    What follows in two ways does not fall with one premise, nor does what has another
    reason.
    """
    proof = attrs.evolve(RAIN.without("but", "photo"), thesis="wet")
    twice = proof.with_parts(
        Claim("hose", "There is a hose."),
        Inference(["hose"], conclusion="wet", strict=True),
    )
    chained = proof.with_parts(
        Claim("drops", "It dripped."),
        Inference(["drops"], conclusion="rain", strict=True),
    )

    assert evaluate(proof).premises_to_give_up("wet") == ("rain", "open")
    assert evaluate(proof).premises_to_give_up("rain") == ()
    assert str(evaluate(proof).explain("wet")).splitlines()[0] == (
        "[stands] “The street is wet.”; whoever rejects it has to give up “It rained.”"
        " or “There was no roof.”"
    )
    assert evaluate(twice).premises_to_give_up("wet") == ()
    assert {*evaluate(chained).premises_to_give_up("wet")} == {"open", "drops"}
    assert "give up" not in str(evaluate(RAIN).explain("wet"))


@given(argument_maps(max_claims=4))
def test_each_that_is_to_be_given_up_is_enough(argument_map: ArgumentMap) -> None:
    """Without any of these claims the other does not stand."""
    evaluation = evaluate(argument_map)
    for claim in argument_map.claims:
        for each in evaluation.premises_to_give_up(claim):
            rest = evaluate(argument_map, without=[each])
            assert evaluation.verdict(claim) is Verdict.STANDS
            assert rest.verdict(claim) is not Verdict.STANDS


def test_long_chains() -> None:
    """What is made for a chain of strict steps is in proportion to it."""

    def chain(count: int) -> ArgumentMap:
        names = [f"c{at}" for at in range(count)]
        return ArgumentMap(
            list(map(Claim, names)),
            [
                Inference([one], conclusion=other, strict=True)
                for one, other in pairwise(names)
            ],
            counterpoints=[Counterpoint([], target=names[-1], id="but")],
        )

    def judge(argument_map: ArgumentMap) -> object:
        return evaluate(argument_map).verdicts

    maps = [chain(count) for count in (500, 2_000)]
    short, long = (calls(partial(judge, each)) for each in maps)
    assert long < 5 * short
    evaluation = evaluate(maps[1])
    assert evaluation.verdict("c0") is Verdict.DEFEATED
    assert len(str(evaluation.explain("c0")).splitlines()) > 2_000


def test_a_preference_elsewhere_leaves_a_claim_unsupported() -> None:
    """For what nobody presumes there is nothing, whatever contradicts it."""
    argument_map = ArgumentMap(
        claims=[Claim("a"), Claim("b"), Claim("bare", presumed=False)],
        counterpoints=[Counterpoint([], target="a")],
        contradictions=[
            Contradiction(["a", "b"]),
            Contradiction(["a", "b", "bare"]),
        ],
    )
    preferred = argument_map.with_parts(Preference("a", over="b"))

    assert evaluate(argument_map).verdict("bare") is Verdict.UNSUPPORTED
    assert evaluate(preferred).verdict("bare") is Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("steps", "preferred", "over"),
    [
        ([Inference(["a"], "b"), Counterpoint(["a"], "b")], "b", "a-against-b"),
        (
            [Counterpoint(["a"], "b"), Counterpoint(["c"], "a")],
            *("a-against-b", "c-against-a"),
        ),
    ],
)
def test_a_preference_that_decides_is_used(
    steps: list[Inference | Counterpoint], preferred: str, over: str
) -> None:
    """Where a verdict changes without it, nothing is reported, whatever it leads to."""
    preference = Preference(preferred, over=over)
    claims = [Claim("a", presumed=True), Claim("b"), Claim("c")]
    argument_map = ArgumentMap.of(*claims, *steps, preference)
    evaluation = evaluate(argument_map)
    without = evaluate(argument_map.without(preference))

    assert evaluation.verdict("b") != without.verdict("b")
    assert not evaluation.unused_preferences
