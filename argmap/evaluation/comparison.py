"""Changes between two evaluations, of one map or of two editions of it."""

from textwrap import indent

import attrs

from argmap.evaluation.explanation import Explanation
from argmap.evaluation.verdicts import Evaluation
from argmap.model import Verdict


@attrs.frozen
class Change:
    """A part whose verdict is not what it was; None where there is none.

    `because` explains the verdict after the change, or the one before where there is
    none after it.
    """

    part: str
    before: Verdict | None
    after: Verdict | None
    name: str
    because: Explanation

    def __str__(self) -> str:
        """Return what has changed in a line, and why in those below."""
        before, after = self.before or "not judged", self.after or "not judged"
        return f"{self.name}: {before} → {after}\n{indent(str(self.because), '  ')}"


def compare(before: Evaluation, after: Evaluation) -> tuple[Change, ...]:
    """Return the parts on which the verdict has changed, came or went, and why.

    They come in the order of the later map, then in that of the earlier one.

    >>> from argmap import ArgumentMap, Claim, Counterpoint, evaluate
    >>> earlier = ArgumentMap([Claim("rose", "Rents rose.")])
    >>> later = earlier.with_parts(Counterpoint([], target="rose", id="doubt"))
    >>> for change in compare(evaluate(earlier), evaluate(later)):
    ...     print(change)
    “Rents rose.”: stands → defeated
      [defeated] “Rents rose.”
        the bare counterpoint holds
    the bare counterpoint: not judged → stands
      the bare counterpoint holds
    """
    changes = []
    for part in {**after.verdicts, **before.verdicts}:
        verdicts = before.verdicts.get(part), after.verdicts.get(part)
        if verdicts[0] is not verdicts[1]:
            judged = before if verdicts[1] is None else after
            name, because = judged.name(part), judged.explain(part)
            changes.append(Change(part, *verdicts, name, because))
    return tuple(changes)
