"""The nested form: claims with their reasons and objections around them."""

import pytest
from hypothesis import given, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    InvalidMapError,
    Premise,
    Question,
    argued,
    asked,
    headed,
    linked,
    model,
    premise,
)
from argmap.model import Argued
from tests.steps import calls

SENTENCES = st.sampled_from([f"Sentence {number} is so." for number in range(8)])


def nested(depth: int) -> st.SearchStrategy[Argued]:
    """Draw what is argued, up to some depth."""
    if not depth:
        return SENTENCES.map(argued)
    steps = st.lists(
        st.builds(lambda each: linked(*each), st.lists(nested(depth - 1), min_size=1))
        | nested(depth - 1)
        | SENTENCES,
        max_size=2,
    )
    return st.builds(argued, SENTENCES, because=steps, against=steps)


@given(nested(2))
def test_everything_that_is_argued_is_a_part(root: Argued) -> None:
    """Each claim and each step of a nested form is in the map, steps once each."""
    argument_map = ArgumentMap.of(root)

    claims, inferences, counterpoints = set(), 0, 0
    waiting = [root]
    while waiting:
        at = waiting.pop()
        claims.add(at.claim)
        inferences += len(at.because)
        counterpoints += len(at.against)
        for step in (*at.because, *at.against):
            waiting += [each for each in step.premises if isinstance(each, Argued)]
    assert set(argument_map.claims) == claims
    assert len(argument_map.inferences) == inferences
    assert len(argument_map.counterpoints) == counterpoints
    assert argument_map.thesis == root.id


def test_parts_of_the_nested_form() -> None:
    """The nested form is the same map as one that is written part by part."""
    relief = Claim("relief", "A cap brings relief.")
    root = argued(
        "The city should cap rents.",
        because=[linked("Rents rose.", relief, scheme="sign", against=["Not all."])],
        against=[argued("Caps slow building.", against=["It was slow before."])],
        id="cap",
        speaker="tenants",
    )

    cap = Claim("cap", "The city should cap rents.", speaker="tenants")
    rose, slow = Claim("Rents rose."), Claim("Caps slow building.")
    before, not_all = Claim("It was slow before."), Claim("Not all.")
    step = Inference([rose, relief], conclusion=cap, scheme="sign")
    assert ArgumentMap.of(root, title="Rents") == ArgumentMap(
        [cap, rose, relief, not_all, slow, before],
        [step],
        counterpoints=[
            Counterpoint([not_all], target=step),
            Counterpoint([slow], target=cap),
            Counterpoint([before], target=slow),
        ],
        title="Rents",
        thesis=cap,
    )


def test_sections_and_questions_of_the_nested_form() -> None:
    """A question comes with its answers, a section with what is first stated in it."""
    shared = Claim("shared", "Rents rose.")
    said = premise("Caps work.", attributed=True)

    argument_map = ArgumentMap.of(
        headed(
            "What now?",
            asked("What is to be done?", argued("Cap.", because=[shared]), "Build."),
            headed("Inner", linked_to := argued("It helps.", because=[said]), id="in"),
            id="now",
        ),
        headed("Later", argued("So be it.", because=[linked(shared, linked_to)])),
        title="Rents",
    )

    (question,) = argument_map.questions
    assert question == Question("What is to be done?", answers=["cap", "build"])
    assert [(each.id, each.members) for each in argument_map.sections] == [
        ("in", ("it-helps", "caps-work")),
        ("now", (question.id, "cap", "shared", "build")),
        ("later", ("so-be-it",)),
    ]
    assert argument_map.thesis is None
    (only,) = argument_map.inferences_for("it-helps")
    assert only.premises == (Premise("caps-work", attributed=True),)
    with pytest.raises(TypeError, match="a premise has no field 'attribute'; did you"):
        premise("Caps work.", attribute=True)


def test_what_stands_in_two_places_is_argued_once() -> None:
    """A value that is used twice brings its reasons once, with a premise's role too."""
    shared = argued("Rents rose.", because=["Flats are few."])

    argument_map = ArgumentMap.of(
        argued("Cap rents now.", because=[shared, linked(shared, "Wages fell.")]),
        argued("Build more flats.", because=[linked(Premise(shared, "minor"))]),
    )

    assert len(argument_map.claims) == 5
    assert [each.id for each in argument_map.inferences_for("rents-rose")] == [
        "flats-are-few-so-rents-rose"
    ]
    assert argument_map.thesis == "cap-rents-now"


def test_equal_steps_have_ids_of_their_own() -> None:
    """Two steps from the same premises to the same end do not collide."""
    argument_map = ArgumentMap.of(
        argued("Rents are too high.", against=["Wages rose too.", "Wages rose too."])
    )

    first, second = argument_map.counterpoints
    assert second.id == f"{first.id}-2"


def test_different_claims_with_one_id_are_refused() -> None:
    """Texts that make the same id are not taken for one claim."""
    with pytest.raises(InvalidMapError, match="two claims have the id 'rents-rose'"):
        ArgumentMap.of(argued("Rents rose.", against=["Rents rose?"]))


def test_deep_nesting() -> None:
    """A thousand levels unfold."""
    at = argued("Level 0 is so.")
    for level in range(1, 1000):
        at = argued(f"Level {level} is so.", because=[at])

    assert len(ArgumentMap.of(at).inferences) == 999


def test_a_text_makes_the_id() -> None:
    """A sentence in the place of an id is the text; what can be an id is one."""
    claim = Claim("Rents rose by a third.", speaker="tenants")

    assert (claim.id, claim.text) == (
        "rents-rose-by-a-third",
        "Rents rose by a third.",
    )
    assert [Claim(each).id for each in ("Why?", "租金太高。")] == ["why", "租金太高"]
    assert Claim("rents").text == Claim("v1.").text == ""
    with pytest.raises(ValueError, match="id must look like"):
        Claim("?? !!")
    with pytest.raises(ValueError, match="id must look like"):
        Claim("Rents rose.", "They did.")


def test_fields_of_steps() -> None:
    """A field goes to the step; one that it has not is refused where it stands."""
    root = argued("Cap rents now.", against=[linked("It is dear.", accepted=True)])

    assert ArgumentMap.of(root).counterpoints[0].accepted
    with pytest.raises(TypeError, match="an inference has no field 'accepted'"):
        argued("Cap rents now.", because=[linked("It is fair.", accepted=True)])
    with pytest.raises(TypeError, match="did you mean 'scheme'"):
        argued("Cap rents now.", because=[linked("It is fair.", sheme="sign")])
    with pytest.raises(TypeError, match="a text, a claim or what is argued is wanted"):
        linked(["It is fair."])  # type: ignore[arg-type]


def test_a_question_in_words() -> None:
    """A question makes its id of its text, as a claim does."""
    question = Question("May we eat meat?", answers=["yes"])

    assert (question.id, question.text) == ("may-we-eat-meat", "May we eat meat?")


@given(nested(2))
def test_repr(root: Argued) -> None:
    """What is argued shows itself as an expression that makes it again."""
    assert eval(repr(root), vars(model)) == root  # noqa: S307 - our own repr


def test_equal_steps_are_numbered_in_linear_time() -> None:
    """Four times as many equal reasons take about four times as many calls."""

    def work(count: int) -> int:
        return calls(
            lambda: ArgumentMap.of(argued("So it is.", because=["Yes."] * count))
        )

    assert work(400) < 5 * work(100)


def test_a_claim_that_is_argued_may_be_given_besides() -> None:
    """The same claim, argued and alone, is one claim."""
    claim = Claim("c", "C.")

    assert ArgumentMap.of(argued(claim), claim).claims == (claim,)
