"""A plan as the rows of a list: every claim once, under what it speaks for or against.

A walk leads from each claim to the steps at it and on to their premises. A premise
that does not come next in the order of the plan stands elsewhere: it is mentioned.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

import attrs

from argmap.diagram.listing.steps import ListedStep
from argmap.diagram.plan import Plan


class Shown(Enum):
    """What a row shows."""

    TITLE = auto()
    CLAIM = auto()
    MENTION = auto()
    WORDS = auto()


@attrs.frozen
class Row:
    """The title of a section, a claim, a mention of one, or words about a step.

    `part` is the id of what is shown. What belongs to a step hangs on the step's
    host, below so many `boxes` and `steps`. `line` is the number in the plan of the
    line from a claim to its step.
    """

    shown: Shown
    part: str
    step: str = ""
    host: str = ""
    boxes: int = 0
    steps: int = 0
    line: int = -1

    @property
    def depth(self) -> int:
        """Under how many claims and steps it stands."""
        return self.boxes + self.steps


def rows(plan: Plan, steps: Mapping[str, ListedStep]) -> tuple[Row, ...]:
    """Return the rows from top to bottom; the claims come in the order of the plan."""
    about: defaultdict[str, list[str]] = defaultdict(list)
    for key, step in steps.items():
        about[step.host].append(key)
    walk = _Walk(
        plan,
        steps,
        about,
        deque(box.part for box in plan.boxes),
    )
    return tuple(walk.rows())


@attrs.define
class _Walk:
    """The way through a plan: the parts about each part, and the claims to come."""

    plan: Plan
    steps: Mapping[str, ListedStep]
    about: Mapping[str, Sequence[str]]
    coming: deque[str]
    seen: set[str] = attrs.field(factory=set)

    def rows(self) -> Iterator[Row]:
        """Yield all rows; steps that lead only to each other come last."""
        while self.coming:
            part = self.coming[0]
            home = self.plan.inner_homes.get(part)
            yield from self._titles(home)
            yield from self._from(Row(Shown.CLAIM, part), home)
        for part in self.steps:
            yield from self._from(Row(Shown.WORDS, part, part, boxes=1), None)

    def _titles(self, group: str | None) -> Iterator[Row]:
        """Yield the titles of a section and those around it, unless they were seen."""
        titles = []
        while group is not None and group not in self.seen:
            self.seen.add(group)
            titles.append(Row(Shown.TITLE, group))
            group = self.plan.groups_by_part[group].parent
        yield from reversed(titles)

    def _from(self, first: Row, home: str | None) -> Iterator[Row]:
        """Yield a row and what hangs on it, as far as that stands in its section."""
        waiting = [first]
        while waiting:
            row = waiting.pop()
            if row.shown is Shown.CLAIM and self._is_next(row.part, home):
                self.coming.popleft()
                yield row
                waiting += self._about(row, row.boxes + 1, row.steps)
            elif row.shown is not Shown.WORDS:
                yield attrs.evolve(row, shown=Shown.MENTION)
            elif row.part not in self.seen:
                self.seen.add(row.part)
                step = self.steps[row.part]
                if step.texts:
                    yield row
                waiting += self._about(row, row.boxes, row.steps + 1)
                waiting += self._premises(row, step)

    def _is_next(self, part: str, home: str | None) -> bool:
        return (
            bool(self.coming)
            and self.coming[0] == part
            and self.plan.inner_homes.get(part) == home
        )

    def _about(self, row: Row, boxes: int, steps: int) -> Iterator[Row]:
        for part in reversed(self.about.get(row.part, ())):
            yield Row(Shown.WORDS, part, part, row.part, boxes, steps)

    def _premises(self, row: Row, step: ListedStep) -> Iterator[Row]:
        shown = Shown.MENTION if step.is_contradiction else Shown.CLAIM
        for part, line in reversed(step.tails):
            yield attrs.evolve(row, shown=shown, part=part, line=line)
