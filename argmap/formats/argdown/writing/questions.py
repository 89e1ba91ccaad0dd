"""Questions as claims that their answers support, which is how a text says them."""

import attrs

from argmap.errors import InvalidMapError
from argmap.formats.argdown.fields import EXCLUSIVE, KEY, QUESTION
from argmap.formats.argdown.writing.names import argdown_data, items, other_data
from argmap.model import ArgumentMap, Claim, Inference, Question


def with_questions_as_claims(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map with a claim for each question, before the first of its answers.

    A map whose ids leave no room for that is returned as it is.
    """
    if not argument_map.questions:
        return argument_map
    claims: list[Claim] = []
    waiting = list(argument_map.questions)
    for claim in argument_map.claims:
        asked = [each for each in waiting if claim.id in each.answers]
        waiting = [each for each in waiting if each not in asked]
        claims += [*map(_claim, asked), claim]
    answered = [
        Inference([answer], conclusion=each.id)
        for each in argument_map.questions
        for answer in each.answers
    ]
    try:
        return attrs.evolve(
            argument_map,
            claims=[*claims, *map(_claim, waiting)],
            inferences=[*argument_map.inferences, *answered],
            questions=(),
        )
    except InvalidMapError:
        return argument_map


def _claim(question: Question) -> Claim:
    own = argdown_data(question)
    known = {key: value for key, value in own.items() if key not in {"title", "tags"}}
    data = {QUESTION: EXCLUSIVE if question.exclusive else True, **other_data(question)}
    return Claim(
        question.id,
        question.text,
        title=str(own.get("title", "")),
        tags=[str(each) for each in items(own.get("tags"))],
        utterances=question.utterances,
        data=data | ({KEY: known} if known else {}),
    )
