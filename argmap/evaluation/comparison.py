"""Changes between two evaluations, of one map or of two editions of it."""

from collections.abc import Mapping
from textwrap import indent

import attrs

from argmap.evaluation.explanation import Explanation
from argmap.evaluation.verdicts import Evaluation
from argmap.model import Verdict


@attrs.frozen
class Change:
    """A part whose verdict is not what it was; None where there is none.

    `part` is the id that it has after the change. `because` explains the verdict after
    the change, or the one before where there is none after it.
    """

    part: str
    before: Verdict | None
    after: Verdict | None
    name: str
    because: Explanation

    def __str__(self) -> str:
        """Return what has changed in a line, and why in those below."""
        return f"{self.in_a_line}\n{indent(str(self.because), '  ')}"

    @property
    def in_a_line(self) -> str:
        """What has changed: the verdict before and after."""
        before, after = self.before or "not judged", self.after or "not judged"
        return f"{self.name}: {before} → {after}"

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the verdict rests on, and nothing further: a sentence for each part."""
        causes = [each.words for each in self.because.because]
        return tuple(causes or [self.because.words])


def compare(
    before: Evaluation, after: Evaluation, same: Mapping[str, str] | None = None
) -> tuple[Change, ...]:
    """Return the parts on which the verdict has changed, came or went, and why.

    `same` leads from the ids before to those after of parts that are the same in two
    editions of a map; by default they are what `argmap.changes.matches` finds. They
    come in the order of the later map, then in that of the earlier one.

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
    from argmap.changes import matches  # noqa: PLC0415 - seldom wanted

    ids = matches(before.argument_map, after.argument_map) if same is None else same
    former = {new: old for old, new in ids.items()}
    changes = []
    for part, verdict in after.verdicts.items():
        was = before.verdicts.get(former.get(part, ""))
        if was is not verdict:
            because = after.explain(part)
            changes.append(Change(part, was, verdict, after.name(part), because))
    for part, was in before.verdicts.items():
        if ids.get(part) not in after.verdicts:
            new_id, because = ids.get(part, part), before.explain(part)
            changes.append(Change(new_id, was, None, before.name(part), because))
    return tuple(changes)
