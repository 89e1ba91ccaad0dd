"""Assessment of a student's map beside a model answer."""

import pytest
from hypothesis import given

from argmap import Argument, ArgumentMap, Claim, Counterpoint, Inference
from argmap.changes import Judgement, assess
from tests.strategies import argument_maps

CLAIMS = [
    Claim("cap", "The city should cap rents."),
    Claim("rose", "Rents rose by a third in five years."),
    Claim("fewer", "Where rents are capped, fewer flats are built."),
    Claim("exempt", "New buildings would be exempt."),
]
MODEL = ArgumentMap.of(
    *CLAIMS,
    Inference(["rose"], conclusion="cap"),
    Counterpoint(["fewer"], target="cap"),
    Counterpoint(["exempt"], target="fewer-against-cap"),
)


@given(argument_maps())
def test_the_model_answer_is_right(model: ArgumentMap) -> None:
    """A map beside itself has every relation, if its claims have different words."""
    texts = {each.id: f"Claim {each.id * 30}" for each in model.claims}
    claims = [Claim(each.id, texts[each.id]) for each in model.claims]
    arguments = [
        Argument(each.id, f"Argument {each.id * 30}", steps=each.steps)
        for each in model.arguments
    ]
    told_apart = model.with_parts(*claims, *arguments)

    found = assess(told_apart, told_apart)
    assert {*found.judgements.values()} <= {Judgement.RIGHT}
    assert found.is_right
    assert (found.missing, found.own, found.added) == ((), (), ())


@pytest.mark.parametrize(
    ("steps", "judgements"),
    [
        ([Inference(["x1"], conclusion="x0")], ["right", "missing", "missing"]),
        (
            [Counterpoint(["x1"], target="x0")],
            ["for and against confused", "missing", "missing"],
        ),
        (
            [Inference(["x0"], conclusion="x1")],
            ["in the other direction", "missing", "missing"],
        ),
        (
            [Inference(["x1", "x3"], conclusion="x0")],
            ["linked, not independent", "missing", "aimed at something else"],
        ),
        (
            [
                Counterpoint(["x2"], target="x0", id="but"),
                Counterpoint(["x3"], target="x2"),
            ],
            ["missing", "right", "aimed at something else"],
        ),
        (
            [
                Counterpoint(["x2"], target="x0", id="but"),
                Counterpoint(["x3"], target="but"),
            ],
            ["missing", "right", "right"],
        ),
    ],
)
def test_what_became_of_relations(
    steps: list[Inference | Counterpoint], judgements: list[str]
) -> None:
    """Each relation of the model answer has one judgement, whatever the ids."""
    claims = [Claim(f"x{at}", each.text) for at, each in enumerate(CLAIMS)]
    found = assess(ArgumentMap.of(*claims, *steps), MODEL)

    assert [each.value for each in found.judgements.values()] == judgements


def test_premises_that_belong_together() -> None:
    """Linked premises that stand on their own are named as independent."""
    model = ArgumentMap(CLAIMS, [Inference(["rose", "exempt"], conclusion="cap")])
    steps = [Inference([each], conclusion="cap") for each in ("rose", "exempt")]

    found = assess(ArgumentMap(CLAIMS, steps), model)
    assert {*found.judgements.values()} == {Judgement.INDEPENDENT}


def test_other_words_for_a_claim() -> None:
    """The order of words does not matter, and a claim of another topic is no match."""
    student = ArgumentMap(
        [
            Claim("rose", "Rents should be capped by the city."),
            Claim("cap", "Landlords are people, too."),
        ]
    )

    found = assess(student, MODEL)
    assert found.found == {"cap": "rose"}
    assert [each.id for each in found.missing] == ["rose", "fewer", "exempt"]
    assert [each.id for each in found.own] == ["cap"]
    assert {*found.judgements.values()} == {Judgement.CLAIM_MISSING}
    assert not found.is_right


def test_relations_that_only_the_student_has() -> None:
    """A relation that the model answer has not between its claims is the student's."""
    student = MODEL.with_parts(Inference(["exempt"], conclusion="rose"))

    (added,) = assess(student, MODEL).added
    assert (added.premise, added.end) == ("exempt", "rose")


def test_another_main_conclusion() -> None:
    """Where the student argues for another claim, it is not all right."""
    steps = [
        Inference([each.id], conclusion="rose") for each in CLAIMS if each.id != "rose"
    ]

    assert assess(MODEL, MODEL).has_main_conclusion
    assert assess(ArgumentMap(CLAIMS, steps), MODEL).has_main_conclusion is False
    assert assess(MODEL, ArgumentMap()).has_main_conclusion is None


def test_both_for_and_against_is_not_right() -> None:
    """Who says that a claim speaks for and against another has not understood it."""
    rose, cap = Claim("rose", "Rents rose."), Claim("cap", "Cap the rents.")
    reason = Inference([rose], conclusion=cap)
    model = ArgumentMap.of(rose, cap, reason)
    both = ArgumentMap.of(rose, cap, reason, Counterpoint([rose], target=cap))

    found = assess(both, model)
    assert [each.value for each in found.judgements.values()] == [
        "for and against at once"
    ]
    assert not found.is_right
    assert assess(both, both).is_right


def test_a_student_without_a_main_conclusion_has_not_the_same() -> None:
    """Where nothing or too much is a main conclusion, none is that of the model."""
    model = ArgumentMap.of(Claim("cap", "Cap the rents."))
    loose = ArgumentMap.of(Claim("a", "It rains."), Claim("b", "It is cold."))

    for student in (loose, ArgumentMap()):
        found = assess(student, model)
        assert (found.has_main_conclusion, found.main_of_student) == (False, None)


def test_a_sketched_argument_is_what_it_says() -> None:
    """Its words are compared with those of claims and arguments, not its name."""
    cap = Claim("cap", "Cap the rents.")
    sketched = Argument("rent", "Other name", text="Rents rose by a third.")
    claim = Claim("rose", "Rents rose by a third.")
    model = ArgumentMap.of(cap, claim, Inference([claim], conclusion=cap))
    student = ArgumentMap.of(cap, sketched, Inference([sketched], conclusion=cap))

    assert assess(student, model).is_right
    other = Argument("rent", "Other name", text="It is too cold.")
    student = ArgumentMap.of(cap, other, Inference([other], conclusion=cap))
    assert [each.id for each in assess(student, model).missing] == ["rose"]
