"""Questions are written as claims that their answers support."""

import pytest

from argmap import ArgumentMap, Claim, Inference, Question, dumps, loads
from argmap.formats.argdown.writing.questions import with_questions_as_claims

ANSWERS = [Claim("a", "A."), Claim("b", "B.")]


@pytest.mark.parametrize("exclusive", [True, False])
def test_a_question_is_read_back(*, exclusive: bool) -> None:
    """Its words, its answers and that they exclude each other are lines of the text."""
    question = Question("q", "Which?", answers=ANSWERS, exclusive=exclusive)
    argument_map = ArgumentMap(ANSWERS, questions=[question])

    text = dumps(argument_map, "argdown")

    value = "exclusive" if exclusive else "true"
    assert f"[q]: Which? {{question: {value}}}\n  + [a]: A.\n  + [b]: B.\n" in text
    assert loads(text, "argdown") == argument_map


def test_no_room_for_a_question() -> None:
    """Where an id is taken, the question stands in the front matter."""
    taken = Inference(["b"], conclusion="a", id="a-so-q")
    argument_map = ArgumentMap(
        ANSWERS, [taken], questions=[Question("q", "Which?", answers=["a"])]
    )

    assert with_questions_as_claims(argument_map) is argument_map
    assert loads(dumps(argument_map, "argdown"), "argdown") == argument_map
