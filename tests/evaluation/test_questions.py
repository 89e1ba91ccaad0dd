"""Critical questions that nobody has answered."""

from argmap import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Premise,
    evaluate,
)
from argmap.evaluation.questions import unanswered_questions
from argmap.schemes import scheme

EXPERT = Inference(
    [Premise("says", "assertion"), Premise("knows", "expert")],
    conclusion="rises",
    scheme="expert-opinion",
    id="step",
)
WARMING = ArgumentMap.of(
    Claim("rises", "The sea rises."),
    Claim("says", "The geographer says so."),
    Claim("knows", "She is an expert."),
    Claim("paid", "She is paid for it."),
    EXPERT,
)
QUESTIONS = {each.text: each.strikes for each in scheme("expert-opinion").questions}


def asked(argument_map: ArgumentMap) -> set[str]:
    """Return what the questions strike of which nobody has said anything."""
    return {QUESTIONS[each] for each in unanswered_questions(argument_map, EXPERT)}


def test_all_are_open_at_first() -> None:
    """A step that only stands there has answered none."""
    assert list(unanswered_questions(WARMING, EXPERT)) == list(QUESTIONS)


def test_what_speaks_of_a_part_answers() -> None:
    """A question is answered by what speaks of the part that it strikes.

    Of a premise that is a reason too; a reason for the conclusion is not meant.
    """
    against_step = WARMING.with_parts(Counterpoint(["paid"], target="step"))
    for_premise = WARMING.with_parts(Inference(["paid"], conclusion="knows"))
    for_conclusion = WARMING.with_parts(Inference(["paid"], conclusion="rises"))
    against_conclusion = WARMING.with_parts(Counterpoint(["paid"], target="rises"))

    assert asked(against_step) == set(QUESTIONS.values()) - {"inference"}
    assert asked(for_premise) == set(QUESTIONS.values()) - {"expert"}
    assert asked(for_conclusion) == set(QUESTIONS.values())
    assert asked(against_conclusion) == set(QUESTIONS.values()) - {"conclusion"}


def test_other_steps() -> None:
    """A step without a scheme, or with one that nobody knows, raises no question."""
    plain = Inference(["says"], conclusion="rises", id="step")
    unknown = Inference(["says"], conclusion="rises", id="step", scheme="hearsay")
    answer = Counterpoint(["paid"], target="rises", scheme="expert-opinion")

    assert not list(unanswered_questions(WARMING, plain))
    assert not list(unanswered_questions(WARMING, unknown))
    assert list(unanswered_questions(WARMING.with_parts(answer), answer))


def test_words() -> None:
    """Three are told with the step that raises them, the rest are counted."""
    lines = str(evaluate(WARMING).explain("rises")).splitlines()
    first, *_ = QUESTIONS

    assert lines[2] == f"    nobody has answered: {first}"
    assert lines[5] == f"    nor {len(QUESTIONS) - 3} more questions of its scheme"
    assert evaluate(WARMING).explain("step").questions == tuple(QUESTIONS)


def test_a_counterpoint_leaves_other_questions_open() -> None:
    """One that says which question it raises answers no other one."""
    step = Inference(["a"], "b", id="i", scheme="practical-reasoning")
    plain = ArgumentMap([Claim("a"), Claim("b")], [step])

    def open_with(raises: str | None) -> set[str]:
        doubt = Counterpoint([], target="i", id="k", raises=raises)
        return {*unanswered_questions(plain.with_parts(doubt), step)}

    all_ = {*unanswered_questions(plain, step)}
    (answered,) = all_ - open_with("other-goals")
    assert answered.startswith("What other goals")
    assert len(all_ - open_with(None)) > 1
