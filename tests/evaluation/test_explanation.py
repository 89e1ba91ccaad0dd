"""Laws of the explanations of verdicts."""

from itertools import pairwise

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
from argmap.evaluation import Explanation, compare
from argmap.evaluation.explanation import in_words
from tests.diagram.shapes import chain
from tests.evaluation.maps import RENTS
from tests.strategies import argument_maps


def everything(explanation: Explanation) -> list[Explanation]:
    """Return an explanation and all that is in it, each once."""
    found: dict[str, Explanation] = {}
    waiting = [explanation]
    while waiting:
        each = waiting.pop()
        if each.part not in found:
            found[each.part] = each
            waiting += each.because
    return list(found.values())


@given(argument_maps())
def test_explanations_lead_downwards(argument_map: ArgumentMap) -> None:
    """A verdict is explained by verdicts that fell before it.

    A strict step is named where it leads back too, from its conclusion to a premise,
    which happens at another time than that it holds.
    """
    evaluation = evaluate(argument_map)
    strict = {each.id for each in argument_map.inferences if each.strict}
    for part in argument_map.claims:
        for each in everything(evaluation.explain(part)):
            if each.part in strict:
                continue
            rank = evaluation.rank(each.part)
            ranks = [
                evaluation.rank(cause.part)
                for cause in each.because
                if cause.part not in strict
            ]
            assert all(
                rank is not None and other is not None and other < rank
                for other in ranks
            )


@given(argument_maps())
def test_what_decides(argument_map: ArgumentMap) -> None:
    """The steps that decide are those that hold and explain a verdict, no others."""
    evaluation = evaluate(argument_map)
    explanations = [
        evaluation.explain(each)
        for each in (*argument_map.propositions, *argument_map.steps)
    ]
    causes = {
        cause.part
        for each in explanations
        for one in everything(each)
        for cause in one.because
    }
    steps = {each.id for each in argument_map.steps}

    assert evaluation.decisive & steps == {
        each for each in causes & steps if evaluation.verdict(each) is Verdict.STANDS
    }


@given(argument_maps())
def test_what_is_defeated_is_defeated_by_something(argument_map: ArgumentMap) -> None:
    """Of what is against a defeated claim something decides.

    A contradiction can name an argument that puts the claim forward. A claim that
    strictly leads to what it contradicts is defeated by nothing but itself.
    """
    if any(each.strict for each in argument_map.inferences):
        return
    evaluation = evaluate(argument_map)
    putting_forward = [each.id for each in argument_map.arguments if each.steps]
    for each in argument_map.claims:
        if evaluation.verdict(each) is Verdict.DEFEATED:
            against = {one.id for one in argument_map.counterpoints_against(each)}
            for name in (each.id, *putting_forward):
                against |= {one.id for one in argument_map.contradictions_of(name)}
            assert not evaluation.decisive.isdisjoint(against)


def test_what_decides_in_a_map() -> None:
    """A reason, an answer, and a contradiction with a claim that stands."""
    argument_map = RENTS.with_parts(
        Claim("none", "It is not so."),
        Inference(["rare"], conclusion="none", strength=0.5),
        Contradiction(["none", "fair"], id="either"),
        Contradiction(["open", "none"], id="neither"),
    )

    assert evaluate(RENTS).decisive == {"because", "yet"}
    assert evaluate(argument_map).decisive == {"because", "yet", "either"}
    assert evaluate(argument_map, without=["either"]).decisive == {"because", "yet"}


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (
            "cap",
            (
                "[stands] “Cap rents.”\n"
                "  the inference from “It is fair.” holds\n"
                "    [stands] “It is fair.” is granted\n"
                "  the counterpoint from “Flats get rare.” is undercut\n"
                "    the counterpoint from “New flats are exempt.” holds\n"
                "      [stands] “New flats are exempt.” is granted"
            ),
        ),
        (
            "round",
            "[circular] “It is so.” rests on “So it is.”, “So it is.” on “It is so.”",
        ),
        ("open", "[contested] “Perhaps.” is in conflict with “Perhaps not.”"),
        ("bare", "[unsupported] “Nothing.”, as nothing speaks for it"),
        (
            "case",
            (
                "the inference from “It is fair.” holds\n"
                "  [stands] “It is fair.” is granted"
            ),
        ),
    ],
)
def test_explanations(part: str, words: str) -> None:
    """An explanation quotes claims, and says why an answer does not count."""
    assert str(evaluate(RENTS).explain(part)) == words


def test_what_rests_on_a_circle_is_not_one() -> None:
    """Only what rests on itself is circular; what rests on that has no support."""
    argument_map = ArgumentMap.of(
        Claim("tale", "So they say."),
        Claim("news", "It is in the news."),
        Claim("true", "It is true."),
        Inference(["tale"], conclusion="tale"),
        Inference(["tale"], conclusion="news"),
        Inference(["news"], conclusion="true"),
        Counterpoint(["true"], target="tale"),
    )

    assert str(evaluate(argument_map).explain("true")) == (
        "[unsupported] “It is true.”\n"
        "  the inference from “It is in the news.” fails\n"
        "    [unsupported] “It is in the news.”\n"
        "      the inference from “So they say.” fails\n"
        "        [circular] “So they say.” rests only on itself"
    )


def test_long_circles() -> None:
    """Of a long circle the beginning is named, and what closes it."""
    claims = [Claim(f"c{at}", f"{at}.") for at in range(9)]
    pairs = pairwise([*claims, claims[0]])
    steps = [Inference([one], conclusion=other) for one, other in pairs]

    words = evaluate(ArgumentMap(claims, steps)).explain("c2").words

    assert words == (
        "[circular] “2.” rests on “1.”, “1.” on “0.”, “0.” on “8.”, “8.” on “7.”,"
        " … (4 more), “3.” on “2.”"
    )


def test_a_reason_that_adds_nothing() -> None:
    """A rival that would win by what it lends itself is named where it does not."""
    argument_map = ArgumentMap.of(
        Claim("safe", "It is safe."),
        Claim("creaks", "It creaks."),
        Claim("unsafe", "It is not safe."),
        Inference(["creaks"], conclusion="unsafe", strength=0.6),
        Inference(["unsafe"], conclusion="unsafe", strength=3, id="begs"),
        Contradiction(["safe", "unsafe"]),
    )

    assert evaluate(argument_map).explain("safe").words == (
        "[stands] “It is safe.” is granted; the inference from “It is not safe.” adds"
        " nothing to “It is not safe.”, on which it rests"
    )
    assert evaluate(argument_map, without=["begs"]).verdict("unsafe") == "defeated"


def test_a_step_that_rests_on_itself() -> None:
    """An argument that puts forward its own step falls, and all that rests on it."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["loop"], conclusion="so", id="why"),
        Inference(["b"], conclusion="a", id="so"),
        Inference(["loop"], conclusion="a", id="and"),
        Argument("loop", steps=["why"]),
    )
    evaluation = evaluate(argument_map, without=["so"])

    assert evaluation.verdict("loop") is Verdict.CIRCULAR
    assert str(evaluation.explain("a")) == (
        "[unsupported] “A.”\n"
        "  the inference from “B.” is left out\n"
        "  the inference from the step “why” fails\n"
        "    the inference from the step “why” rests only on itself"
    )


@pytest.mark.parametrize(
    ("standard", "strength", "sentence"),
    [
        (None, 0.8, "[stands] “A.”; {con} is not strong enough"),
        (None, 0.4, "[defeated] “A.”; {pro} is not strong enough"),
        (
            "clear-and-convincing",
            0.8,
            (
                "[defeated] “A.”; {pro} is not strong enough"
                " (its standard is clear-and-convincing)"
            ),
        ),
        (
            "scintilla",
            0.1,
            "[stands] “A.”; {con} is not strong enough (its standard is scintilla)",
        ),
    ],
)
def test_what_is_not_strong_enough(
    standard: str | None, strength: float, sentence: str
) -> None:
    """What holds and does not prevail is named, with a standard that is not usual."""
    argument_map = ArgumentMap.of(
        Claim("a", "A.", standard=standard),
        Claim("b", "B."),
        Claim("c", "C."),
        Inference(["b"], conclusion="a", strength=strength),
        Counterpoint(["c"], target="a", strength=0.5),
    )

    explanation = evaluate(argument_map).explain("a")
    pro, con = "the inference from “B.”", "the counterpoint from “C.”"
    assert explanation.words == sentence.format(pro=pro, con=con)


def test_what_is_accepted_is_named() -> None:
    """An accepted counterpoint that holds is said of what it strikes."""
    step = Inference(["b"], conclusion="a", id="so")
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Claim("c", "C."),
        Claim("d", "D."),
        step,
        Counterpoint(["c"], target="a", accepted=True),
        Counterpoint(["d"], target="a", accepted=True),
        Counterpoint(["c"], target="case", accepted=True, id="under"),
        Argument("case", steps=["so"]),
    )

    assert evaluate(argument_map).explain("a").words == (
        "[stands] “A.”; the counterpoint from “C.” and the counterpoint from “D.” are"
        " accepted"
    )
    assert evaluate(argument_map).explain("so").words == (
        "the inference from “B.” holds; the counterpoint from “C.” is accepted"
    )
    fallen = evaluate(argument_map, without=["c"])
    assert fallen.explain("so").words == "the inference from “B.” holds"


def test_what_contradicts() -> None:
    """A claim that another one contradicts is said to be defeated by that."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Claim("c", "C."),
        Claim("d", "D."),
        Inference(["c"], conclusion="a", strength=0.9),
        Inference(["d"], conclusion="b", strength=0.4),
        Contradiction(["a", "b"]),
    )

    assert evaluate(argument_map).explain("b").words == (
        "[defeated] “B.”, contradicted by “A.”;"
        " the inference from “D.” is not strong enough"
    )


def test_too_little() -> None:
    """A reason that holds may not be enough for the standard of its claim."""
    argument_map = ArgumentMap.of(
        Claim("a", "A.", standard="clear-and-convincing"),
        Claim("b", "B."),
        Inference(["b"], conclusion="a", strength=0.5),
    )

    explanation = evaluate(argument_map).explain("a")
    assert str(explanation) == (
        "[unsupported] “A.”, as too little speaks for it"
        " (its standard is clear-and-convincing)"
    )


def test_a_step_that_is_left_out() -> None:
    """What rests on it fails with it."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["b"], conclusion="a", id="step"),
    )

    explanation = evaluate(argument_map, without=["step"]).explain("a")
    assert str(explanation) == (
        "[unsupported] “A.”\n  the inference from “B.” is left out"
    )


def test_a_claim_that_is_left_out() -> None:
    """It says so where another verdict rests on it."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."), Claim("b", "B."), Inference(["b"], conclusion="a")
    )

    explanation = evaluate(argument_map, without=["b"]).explain("a")
    assert str(explanation).endswith("  “B.” is left out")


def test_what_was_told_is_not_told_again() -> None:
    """A part that explains several others is explained once."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Claim("c", "C."),
        Claim("d", "D."),
        Claim("e", "E."),
        Inference(["b", "c"], conclusion="a"),
        Inference(["d"], conclusion="b"),
        Inference(["d"], conclusion="c"),
        Inference(["e"], conclusion="d"),
    )

    assert str(evaluate(argument_map).explain("a")).count("“E.” is granted") == 1
    assert "(see above)" in str(evaluate(argument_map).explain("a"))


@given(argument_maps())
def test_what_was_explained_is_referred_to(argument_map: ArgumentMap) -> None:
    """All explanations together have a line for each part and each of its causes."""
    explanations = evaluate(argument_map).explanations.values()

    lines = [each.strip() for each in in_words(explanations).split("\n") if each]

    known = {each.part: each for each in explanations}
    most = sum(1 + len(each.because) + len(each.questions) for each in known.values())
    assert len(lines) <= most + len(explanations)
    for each in known.values():
        assert each.words in lines or f"{each.words} (see above)" in lines


def test_explanations_of_a_chain() -> None:
    """A chain of claims is explained in a text that is as long as the chain."""
    lengths = [
        len(in_words(evaluate(chain(count)).explanations.values()))
        for count in (200, 800)
    ]

    assert lengths[1] < 5 * lengths[0]


@given(argument_maps())
def test_all_is_explained_as_each_is(argument_map: ArgumentMap) -> None:
    """The explanations of all parts in one go are those of each on its own."""
    evaluation = evaluate(argument_map)

    assert evaluation.explanations.keys() == evaluation.verdicts.keys()
    for part, explanation in evaluation.explanations.items():
        assert str(explanation) == str(evaluate(argument_map).explain(part))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([Contradiction(["a", "gone"])], "hangs on the conflict of “U.” and “V.”"),
        ([Counterpoint(["a"], target="a")], "speaks against itself"),
        (
            [
                Counterpoint(["b"], target="a", id="but"),
                Counterpoint(["a"], target="but"),
            ],
            "depends on itself",
        ),
    ],
)
def test_conflicts(parts: list[Contradiction | Counterpoint], words: str) -> None:
    """An undecided claim is told with what is undecided, not with what has fallen."""
    argument_map = ArgumentMap.of(
        *map(Claim, ("a", "b", "gone"), ("A.", "B.", "G.")),
        Claim("u", "U."),
        Claim("v", "V."),
        Contradiction(["u", "v"]),
        Counterpoint([], target="gone"),
        Counterpoint(["u"], target="a"),
        *parts,
    )

    assert str(evaluate(argument_map).explain("a")) == f"[contested] “A.” {words}"


def test_open_questions() -> None:
    """Questions that a step raises are told below it; those after three are counted."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Inference(["b"], conclusion="a", scheme="expert-opinion", id="step"),
    )
    explanation = evaluate(argument_map).explain("step")
    asked = [f"  nobody has answered: {each}" for each in explanation.questions]
    more = len(asked) - 3

    assert more > 1
    assert str(explanation).splitlines() == [
        "the inference from “B.” holds",
        *asked[:3],
        f"  nor {more} more questions of its scheme",
        "  [stands] “B.” is granted",
    ]


def test_a_conflict_that_involves_a_reason() -> None:
    """Of a claim that supports another it is not said to be in conflict with that."""
    argument_map = ArgumentMap.of(
        Claim("a", "A."),
        Claim("b", "B."),
        Claim("c", "C."),
        Inference(["a"], conclusion="b"),
        Counterpoint(["b"], target="c"),
        Counterpoint(["c"], target="a"),
    )

    assert evaluate(argument_map).explain("b").words == (
        "[contested] “B.” is in a conflict that involves “A.” and “C.”"
    )


def test_names_in_a_row() -> None:
    """Several are told with commas, and too many are counted."""
    many = ArgumentMap.of(
        *(Claim(each, f"{each.upper()}.") for each in "abcde"),
        Contradiction(["a", "b", "c", "d"], id="four"),
        Contradiction(["a", "b", "c", "d", "e"], id="five"),
    )
    step = Inference(["a", "b", "c"], conclusion="d", id="step")

    assert str(evaluate(many).explain("e")) == (
        "[contested] “E.” is in a conflict that involves “A.”, “B.”, “C.” and 1 more"
    )
    assert evaluate(many.with_parts(step)).name(step) == (
        "the inference from “A.”, “B.” and “C.”"
    )


def test_long_explanations() -> None:
    """Neither words, nor comparing them, nor showing them outgrow a chain."""
    count = 3_000
    chain = ArgumentMap(
        [Claim(f"c{number}", f"{number}.") for number in range(count)],
        [
            Inference([f"c{number + 1}"], conclusion=f"c{number}", id=f"i{number}")
            for number in range(count - 1)
        ],
    )
    evaluation = evaluate(chain)
    explanation = evaluation.explain("c0")

    assert max(map(len, str(explanation).splitlines())) < 200
    assert len(repr(explanation)) < 200
    assert explanation != evaluate(chain).explain("c0")
    assert explanation is evaluation.explain("c0")
    fallen = evaluate(chain, without=[f"c{count - 1}"])
    assert len(compare(evaluation, fallen)) == 2 * count - 1


def test_long_chains_of_causes() -> None:
    """A line names the first causes, however many there are behind them."""
    count = 2_000
    chain = ArgumentMap.of(
        Claim("c0", presumed=False),
        *(Claim(f"c{each}") for each in range(1, count)),
        *(Inference([f"c{each}"], f"c{each + 1}") for each in range(count - 1)),
    )
    found = evaluate(chain).answer()
    (point,) = found.subjects[0].points
    assert point.because.startswith(" is unsupported, as “c1997” (c1997) is")
    assert point.because.endswith(" …")
    assert found.rejected[0].because == ", as nothing speaks for it"


@pytest.mark.parametrize("premises", [[], ["q"], ["q", "r"]])
def test_what_falls_by_way_of_what_strictly_follows(premises: list[str]) -> None:
    """A line names what a claim leads to, whatever is said against that."""
    argument_map = ArgumentMap(
        [Claim("a", "A."), Claim("b", "B.", presumed=True), Claim("q"), Claim("r")],
        [Inference(["b"], conclusion="a", strict=True)],
        counterpoints=[Counterpoint(premises, target="a")],
    )
    points = evaluate(argument_map).answer("a").subjects[0].points
    led = "as it leads strictly to “A.” (a), which is defeated"
    assert [each.because for each in points if each.is_reason] == [
        f" is defeated, {led}"
    ]
