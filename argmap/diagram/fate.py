"""What becomes of a step, as the picture and the outline tell it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from argmap.model import Counterpoint, Inference, Verdict

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation


class Fate(StrEnum):
    """Whether a step counts, and whether it is enough for its end.

    One that holds decides if a verdict rests on it.
    """

    DECIDES = "decides"
    HOLDS = "holds"
    NOT_ENOUGH = "not enough"
    OPEN = "open"
    STRUCK = "struck"
    FAILS = "fails"
    LEFT_OUT = "left out"


LOST: Final = frozenset({Fate.STRUCK, Fate.FAILS, Fate.LEFT_OUT})
"""The fates of what does not count."""
_FATES: Final = {
    Verdict.CONTESTED: Fate.OPEN,
    Verdict.DEFEATED: Fate.STRUCK,
    Verdict.UNSUPPORTED: Fate.FAILS,
    Verdict.CIRCULAR: Fate.FAILS,
}


def fate(evaluation: "Evaluation | None", part_id: str) -> Fate | None:
    """Return what becomes of a step; None if nobody has judged it.

    Contradictions are not judged, but one can decide a verdict.
    """
    if evaluation is None:
        return None
    if part_id in evaluation.decisive:
        return Fate.DECIDES
    part = evaluation.argument_map.find_part(part_id)
    if not isinstance(part, Inference | Counterpoint):
        return None
    if part_id not in evaluation.verdicts:
        return Fate.LEFT_OUT
    verdict = evaluation.verdicts[part_id]
    if verdict is Verdict.STANDS:
        return Fate.NOT_ENOUGH if _is_in_vain(evaluation, part) else Fate.HOLDS
    return _FATES[verdict]


def _is_in_vain(evaluation: "Evaluation", step: Inference | Counterpoint) -> bool:
    """Return whether the verdict on a claim went against a step that holds."""
    end = evaluation.argument_map.part(step.end)
    verdict = evaluation.verdicts.get(end.id)
    if not evaluation.argument_map.counts_as_claim(end):
        return False
    if isinstance(step, Counterpoint):
        return verdict is Verdict.STANDS
    return verdict not in (Verdict.STANDS, Verdict.CONTESTED)
