"""What becomes of a step, as the picture and the outline tell it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from argmap.model import Counterpoint, Inference, Verdict

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation


class Fate(StrEnum):
    """Whether a step counts; one that holds decides if a verdict rests on it."""

    DECIDES = "decides"
    HOLDS = "holds"
    OPEN = "open"
    STRUCK = "struck"
    FAILS = "fails"
    LEFT_OUT = "left out"


LOST: Final = frozenset({Fate.STRUCK, Fate.FAILS, Fate.LEFT_OUT})
"""The fates of what does not count."""
_FATES: Final = {
    Verdict.STANDS: Fate.HOLDS,
    Verdict.CONTESTED: Fate.OPEN,
    Verdict.REFUTED: Fate.STRUCK,
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
    if part_id in evaluation.verdicts:
        return _FATES[evaluation.verdicts[part_id]]
    part = evaluation.argument_map.find_part(part_id)
    return Fate.LEFT_OUT if isinstance(part, Inference | Counterpoint) else None
