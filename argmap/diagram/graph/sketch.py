"""A plan as rectangles and lines between them, some ending at references.

A line that would run far ends at a reference: a small rectangle with the number and
the first words of the claim that stands elsewhere. That claim has a note of where it
leads.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

import attrs

from argmap.diagram import style
from argmap.diagram.boxes import (
    broken,
    reference,
    sized,
    sized_junction,
)
from argmap.diagram.plan import Box, Edge, Plan, Text
from argmap.diagram.positions import Placed
from argmap.diagram.style import PREMISES


@attrs.frozen
class Sketch:
    """What is to be laid out; nodes go by names, those of boxes are their parts.

    `far` lines end at references. `ends` are the tail and the head of every line of
    the plan, in its order. `homes` has the innermost group of each node that is in one.
    `references` leads from the names of references to the parts that they stand for.
    With references, boxes have `numbers`; `notes` say what is elsewhere.
    """

    plan: Plan
    far: Collection[int]
    ends: tuple[tuple[str, str], ...]
    homes: Mapping[str, str]
    references: Mapping[str, str]
    numbers: Mapping[str, int]
    notes: Mapping[str, Text]
    max_lines: int | None

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """All boxes, junctions and references, in reading order."""
        return *self._boxes, *self.plan.at_junction, *self.references

    @cached_property
    def _boxes(self) -> Mapping[str, Box]:
        return {box.part: box for box in self.plan.boxes}

    @cached_property
    def loose(self) -> frozenset[str]:
        """The nodes that no line leads to or from."""
        return frozenset(self.nodes).difference(*self.ends)

    def ranks_between(self, tail: str, head: str) -> int:
        """Return how far behind a head a tail stands: boxes take every other rank."""
        junctions = self.plan.at_junction
        return 2 if (tail in junctions) == (head in junctions) else 1

    def sized(self, node: str, room: float, *, is_column: bool) -> Placed:
        """Return a node with its words broken to fit; in a column all are as wide."""
        if node in self.plan.at_junction:
            return sized_junction(self.plan.at_junction[node])
        if node in self.references:
            part = self.references[node]
            return reference(self._boxes[part].texts, self.numbers[part])
        note = [self.notes[node]] if node in self.notes else []
        lines = broken(
            [*self._boxes[node].texts, *note],
            room,
            widest=room if is_column else style.TEXT_MAX_WIDTH,
            max_lines=self.max_lines,
            number=str(self.numbers.get(node, "")),
        )
        return sized(lines, room if is_column else 0.0)


def far_lines(plan: Plan, homes: Mapping[str, str]) -> frozenset[int]:
    """Return the numbers of the lines between nodes that are not at home together.

    A line between two junctions is none: there is no claim to refer to.
    """
    return frozenset(
        index
        for index, edge in enumerate(plan.edges)
        if homes.get(edge.tail) != homes.get(edge.head)
        and not (edge.tail in plan.at_junction and edge.head in plan.at_junction)
    )


def sketch(
    plan: Plan, far: Collection[int] = (), *, max_lines: int | None = None
) -> Sketch:
    """Return the plan as what is to be laid out; `far` lines end at references."""
    homes = dict(plan.inner_homes)
    ends = [(edge.tail, edge.head) for edge in plan.edges]
    references: dict[str, str] = {}
    for index in sorted(far):
        tail, head = ends[index]
        here, away = (tail, head) if tail in plan.at_junction else (head, tail)
        name = f"{away}>{homes.get(here, '')}"
        references[name] = away
        if here in homes:
            homes[name] = homes[here]
        ends[index] = (tail, name) if away == head else (name, head)
    numbers = {box.part: index for index, box in enumerate(plan.boxes, 1)}
    return Sketch(
        plan,
        far,
        tuple(ends),
        homes,
        references,
        numbers if far else {},
        _notes(plan, far, numbers),
        max_lines,
    )


def _notes(
    plan: Plan, far: Collection[int], numbers: Mapping[str, int]
) -> Mapping[str, Text]:
    """Return, for each box, what it leads to elsewhere and what leads to it."""
    notes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for index in sorted(far):
        at, sign, others, more = _note(plan, plan.edges[index])
        listed = ", ".join(str(numbers[each]) for each in others)
        notes[at][f"{sign} {listed}{more}"] = None
    return {at: Text("; ".join(each), is_label=True) for at, each in notes.items()}


def _note(plan: Plan, edge: Edge) -> tuple[str, str, tuple[str, ...], str]:
    if edge.tail in plan.at_junction:
        return edge.head, f"← {edge.kind.noun}", plan.premises_of(edge.tail), ""
    kind, more = edge.kind, ""
    if kind in PREMISES:
        junction = plan.at_junction[edge.head]
        kind, more = junction.kind, ", linked" * junction.is_linked
    return edge.tail, f"→ {kind.toward}", plan.boxes_after(edge.head), more
