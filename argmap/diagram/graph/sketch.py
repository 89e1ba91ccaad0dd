"""A plan as rectangles and lines between them, some ending at references.

A line that would run far ends at a reference: a small rectangle with the number and
the first words of the claim that stands elsewhere. That claim has a note of where it
leads. So it is on a page of a plan for all that stands on other pages.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

import attrs

from argmap.diagram import style
from argmap.diagram.boxes import broken, page_label, reference, sized, sized_junction
from argmap.diagram.plan import Box, Edge, Plan, Text
from argmap.diagram.positions import Placed
from argmap.diagram.style import CONTRADICTION, PREMISES

_MANY_PAGES = 99


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
        return *self.plan.boxes_by_part, *self.plan.at_junction, *self.references

    def referred(self, reference: str) -> Box:
        """Return the box that a reference stands for."""
        whole = self.plan.whole or self.plan
        return whole.boxes_by_part[self.references[reference]]

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
            box = self.referred(node)
            number = str(self.numbers[box.part])
            if self.plan.whole:  # with room for the page, which nobody knows yet
                number = page_label(number, max(_MANY_PAGES, len(self.numbers)))
            return reference(box.texts, number)
        note = [self.notes[node]] if node in self.notes else []
        lines = broken(
            [*self.plan.boxes_by_part[node].texts, *note],
            room,
            widest=room if is_column else style.TEXT_MAX_WIDTH,
            max_lines=self.max_lines,
            number=str(self.numbers.get(node, "")),
        )
        return sized(lines, room if is_column else 0.0)


def far_lines(plan: Plan, homes: Mapping[str, str]) -> frozenset[int]:
    """Return the numbers of the lines between nodes that are not at home together."""
    return frozenset(
        index
        for index, edge in enumerate(plan.edges)
        if homes.get(edge.tail) != homes.get(edge.head) and can_be_far(plan, index)
    )


def can_be_far(plan: Plan, number: int) -> bool:
    """Return whether a line may end at a reference.

    Between two junctions it may not: there is no claim to refer to.
    """
    edge = plan.edges[number]
    return not (edge.tail in plan.at_junction and edge.head in plan.at_junction)


def sketch(
    plan: Plan, far: Collection[int] = (), *, max_lines: int | None = None
) -> Sketch:
    """Return the plan as what is to be laid out; `far` lines end at references."""
    homes = dict(plan.inner_homes)
    ends = [(edge.tail, edge.head) for edge in plan.edges]
    references: dict[str, str] = {}
    far = _leading_out(plan).union(far)
    for index in sorted(far):
        tail, head = ends[index]
        is_from = tail in plan.at_junction or not plan.has(head)
        here, away = (tail, head) if is_from else (head, tail)
        name = f"{away}>{homes.get(here, '')}"
        references[name] = away
        if here in homes:
            homes[name] = homes[here]
        ends[index] = (tail, name) if away == head else (name, head)
    numbers = (plan.whole or plan).numbers
    return Sketch(
        plan,
        far,
        tuple(ends),
        homes,
        references,
        numbers if far or (plan.whole and plan.whole.edges) else {},
        _notes(plan, far, numbers),
        max_lines,
    )


def _notes(
    plan: Plan, far: Collection[int], numbers: Mapping[str, int]
) -> Mapping[str, Text]:
    """Return, for each box, what it leads to elsewhere and what leads to it."""
    notes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    whole = plan.whole or plan
    for at, edge in _noted(plan, far):
        sign, others, more = _note(whole, edge, at)
        # linked premises are one reason, and commas would make them several
        between = "+" if sign.startswith("←") else ", "
        listed = between.join(str(numbers[each]) for each in others)
        notes[at][f"{sign} {listed}{more}"] = None
    return {at: Text("; ".join(each), is_label=True) for at, each in notes.items()}


def _noted(plan: Plan, far: Collection[int]) -> Iterator[tuple[str, Edge]]:
    """Yield the boxes that lines do not reach, each with the line."""
    for index in sorted(far):
        edge = plan.edges[index]
        at = edge.head if edge.tail in plan.at_junction else edge.tail
        if plan.has(edge.tail) and plan.has(edge.head):
            yield at, edge
    here = frozenset(plan.edges)
    for edge in plan.whole.edges if plan.whole else ():
        if edge not in here:
            yield from ((at, edge) for at in (edge.tail, edge.head) if plan.has(at))


def _leading_out(plan: Plan) -> frozenset[int]:
    """Return the numbers of the lines of a page that lead from or to another one."""
    return frozenset(
        index
        for index, edge in enumerate(plan.edges)
        if not (plan.has(edge.tail) and plan.has(edge.head))
    )


def _note(plan: Plan, edge: Edge, at: str) -> tuple[str, tuple[str, ...], str]:
    kind, more = edge.kind, ""
    if at == edge.head:
        junction = plan.at_junction.get(edge.tail)
        if (junction or edge).kind is CONTRADICTION:  # which leads both ways
            others = plan.boxes_after(edge.tail)
            sign = f"→ {CONTRADICTION.toward}"
            return sign, tuple(each for each in others if each != at), more
        tails = plan.premises_of(edge.tail) if junction else (edge.tail,)
        return f"← {kind.noun}", tails, more
    if kind in PREMISES:
        junction = plan.at_junction[edge.head]
        kind, more = junction.kind, ", linked" * junction.is_linked
    return f"→ {kind.toward}", plan.boxes_after(edge.head), more
