"""The status of each step of an evaluated map, as pictures and outlines show it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from argmap.model import Counterpoint, Inference, Verdict

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation


class StepStatus(StrEnum):
    """Whether a step counts, and whether it is enough for its end.

    One that holds decides if a verdict rests on it. An accepted counterpoint changes
    nothing.
    """

    DECIDES = "decides"
    HOLDS = "holds"
    NOT_ENOUGH = "not enough"
    OPEN = "open"
    UNDERCUT = "undercut"
    FAILS = "fails"
    LEFT_OUT = "left out"
    ACCEPTED = "accepted"

    @property
    def does_count(self) -> bool:
        """Whether the step is taken into account where it leads to."""
        return self in {
            StepStatus.DECIDES,
            StepStatus.HOLDS,
            StepStatus.NOT_ENOUGH,
            StepStatus.OPEN,
        }


_STATUSES: Final = {
    Verdict.STANDS: StepStatus.HOLDS,
    Verdict.CONTESTED: StepStatus.OPEN,
    Verdict.DEFEATED: StepStatus.UNDERCUT,
    Verdict.UNSUPPORTED: StepStatus.FAILS,
    Verdict.CIRCULAR: StepStatus.FAILS,
}


def step_status(evaluation: "Evaluation | None", part_id: str) -> StepStatus | None:
    """Return the status of a step; None if it is not evaluated.

    Contradictions have no verdict, but one can decide another.
    """
    part = evaluation and evaluation.argument_map.find_part(part_id)
    if evaluation and part_id in evaluation.decisive:
        return StepStatus.DECIDES
    if not evaluation or not isinstance(part, Inference | Counterpoint):
        return None
    verdict = evaluation.verdicts.get(part_id)
    if verdict is None:
        return StepStatus.LEFT_OUT
    is_accepted = isinstance(part, Counterpoint) and part.accepted
    if verdict is Verdict.STANDS and (is_accepted or _is_overruled(evaluation, part)):
        return StepStatus.ACCEPTED if is_accepted else StepStatus.NOT_ENOUGH
    return _STATUSES[verdict]


def _is_overruled(evaluation: "Evaluation", step: Inference | Counterpoint) -> bool:
    """Return whether the verdict on a claim went against a step that holds."""
    end = evaluation.argument_map.part(step.end)
    verdict = evaluation.verdicts.get(end.id)
    if not evaluation.argument_map.counts_as_claim(end):
        return False
    if isinstance(step, Counterpoint):
        return verdict is Verdict.STANDS
    return verdict not in (Verdict.STANDS, Verdict.CONTESTED)
