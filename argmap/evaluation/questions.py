"""The critical questions that a step raises and nobody has answered.

An unanswered question changes no verdict (Walton, Reed and Macagno 2008): an answer is
a further part of the map, which does.
"""

from collections.abc import Iterator

from argmap.model import ArgumentMap, Counterpoint, Inference, Step
from argmap.schemes import CriticalQuestion, find_scheme


def unanswered_questions(argument_map: ArgumentMap, step: Step) -> Iterator[str]:
    """Yield the questions about that of which nobody has said anything.

    A question about a premise counts as answered if something speaks for or against
    the claim in that role; one about the step or its conclusion if something strikes
    that. A counterpoint that says which question it raises leaves the others open.
    """
    scheme = find_scheme(step.scheme) if step.scheme else None
    for question in scheme.questions if scheme else ():
        is_of_premise = question.strikes not in ("inference", "conclusion")
        if not any(
            any(
                each.raises in (None, question.id)
                for each in argument_map.counterpoints_against(part)
            )
            or (is_of_premise and argument_map.inferences_for(part))
            for part in struck(step, question)
        ):
            yield question.text


def raisable(argument_map: ArgumentMap, counterpoint: Counterpoint) -> Iterator[str]:
    """Yield the ids of the critical questions that a counterpoint can raise.

    Those are the questions of the step that it strikes, or of the steps that lead to
    or start from the claim that it is against.
    """
    target = counterpoint.target
    steps = [argument_map.find_part(target), *argument_map.inferences_for(target)]
    for step in [*steps, *argument_map.uses_of(target)]:
        scheme = find_scheme(getattr(step, "scheme", None) or "")
        for question in scheme.questions if scheme else ():
            yield question.id


def struck(step: Step, question: CriticalQuestion) -> list[str]:
    """Return the ids of what a bad answer strikes: the step, its end, or premises."""
    if question.strikes == "inference":
        return [step.id]
    if question.strikes == "conclusion":
        # whoever doubts the conclusion of a counterpoint doubts that it holds
        return [step.end if isinstance(step, Inference) else step.id]
    return [each.claim for each in step.premises if each.role == question.strikes]
