"""The critical questions that a step raises and nobody has answered.

An unanswered question changes no verdict (Walton, Reed and Macagno 2008): an answer is
a further part of the map, which does.
"""

from collections.abc import Iterator

from argmap.model import ArgumentMap, Counterpoint, Inference
from argmap.schemes import find_scheme


def unanswered_questions(
    argument_map: ArgumentMap, step: Inference | Counterpoint
) -> Iterator[str]:
    """Yield the questions about that of which nobody has said anything.

    A question about a premise counts as answered if something speaks for or against
    the claim in that role; one about the step or its conclusion if something strikes
    that. Which question a part answers is not known.
    """
    scheme = find_scheme(step.scheme) if step.scheme else None
    if scheme is None:
        return
    struck = {"inference": [step.id]}
    # whoever doubts the conclusion of a counterpoint doubts that it holds
    is_inference = isinstance(step, Inference)
    struck["conclusion"] = [step.end] if is_inference else [step.id]
    for premise in step.premises:
        struck.setdefault(premise.role or "", []).append(premise.claim)
    for question in scheme.questions:
        parts = struck.get(question.strikes, [])
        is_of_premise = question.strikes not in ("inference", "conclusion")
        if not any(
            argument_map.counterpoints_against(part)
            or (is_of_premise and argument_map.inferences_for(part))
            for part in parts
        ):
            yield question.text
