"""Several layouts of a plan, the best of them by its score.

How many are tried depends on the plan alone, so that a map has one picture.
"""

from collections.abc import Sequence
from functools import cache

import attrs

from argmap.diagram import style
from argmap.diagram.graph.blocks import COLUMN_GAP, Arrangement, Block, LayOut
from argmap.diagram.graph.columns import columns, deep_lines
from argmap.diagram.graph.direction import width_upwards
from argmap.diagram.graph.ends import (
    with_ends_apart,
    with_ends_at_sides,
    with_heads_apart,
)
from argmap.diagram.graph.engine_dot import is_tangle
from argmap.diagram.graph.sketch import Sketch, can_be_far, far_lines, sketch
from argmap.diagram.plan import Plan
from argmap.diagram.positions import Placed, Positions, Reference
from argmap.diagram.score import Polyline, Score, score, shared_tracks, title_of
from argmap.diagram.style import Direction

_MOST_COMPARED = 400
"""Lines; a plan with more is laid out once, and so is a tangle."""
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 5
_MOST_SHARED = 3
"""How often lines that lie on others are taken out."""
_LOW = 600.0
"""In pixels: a picture that is no higher has boxes of the usual width."""
_FAR_WORSE = 1.6
_TITLE_STEP = 12.0
_TOO_WIDE = 1.3
"""How many times as wide as the page a picture may be to be worth a try."""


def lay_out_graph(
    plan: Plan,
    lay_out: LayOut,
    *,
    direction: Direction = Direction.AUTO,
    page_width: float = style.PAGE_WIDTH,
    max_lines: int | None = None,
) -> Positions:
    """Return the best of several layouts.

    `page_width` is in pixels; `max_lines` is how many lines of a claim are shown.
    Raises what `lay_out` raises, and EngineError for a layout that is none.
    """
    room = page_width * style.TEXT_SIZE / style.SMALLEST_TEXT - 1
    search = _Search(plan, cache(lay_out), room, max_lines, page_width)
    far = far_lines(plan, plan.inner_homes)
    is_narrow = width_upwards(plan, far) <= _TOO_WIDE * room
    directions = [direction]
    if direction is Direction.AUTO:
        directions = [Direction.UP, Direction.LEFT] if is_narrow else [Direction.LEFT]
    ends = [(edge.tail, edge.head) for edge in plan.edges]
    if len(ends) > _MOST_COMPARED or is_tangle(ends):
        return search.only(directions[0], far)
    for each in directions:
        search.all_of(each, far)
    search.in_any_order()
    search.without_shared_tracks()
    search.with_ends_at_sides()
    search.with_ends_apart()
    assert search.best  # noqa: S101 - there is at least one direction
    return with_heads_apart(plan, search.best.positions)


@attrs.frozen
class _Tried:
    score: Score
    positions: Positions
    arrangement: Arrangement


@attrs.define
class _Search:
    """The best layout of a plan so far; the page is measured in points."""

    plan: Plan
    lay_out: LayOut
    room: float
    max_lines: int | None
    page_width: float
    best: _Tried | None = None

    def only(self, direction: Direction, far: frozenset[int]) -> Positions:
        """Return one layout of a plan that is too large to compare several."""
        if direction.is_sideways:
            far |= deep_lines(self.plan, far, _FEWEST_COLUMNS + 1)
        arrangement = self._arrangement(direction, far, fills=True)
        return _positions(arrangement.sketch, arrangement.whole())

    def all_of(self, direction: Direction, far: frozenset[int]) -> None:
        """Try layouts in a direction, first the ones that are likely to be good."""
        less_far = far_lines(self.plan, self.plan.homes)
        for lines in dict.fromkeys([far, less_far, frozenset[int]()]):
            if lines == far or self._is_worth(direction, lines):
                self._try(direction, lines)

    def in_any_order(self) -> None:
        """If lines cross in the best, try it without the author's order."""
        if self.best and self.best.score.crossings:
            self._measured(attrs.evolve(self.best.arrangement, keeps_order=False))

    def without_shared_tracks(self) -> None:
        """If lines lie on others in the best, try mentions in their place."""
        tried = self.best
        for _ in range(_MOST_SHARED):
            if tried is None:
                return
            far = tried.arrangement.sketch.far
            lines = {
                number
                for number, _ in shared_tracks(self.plan, tried.positions)
                if can_be_far(self.plan, number) and number not in far
            }
            if not lines:
                return
            drawn = sketch(self.plan, lines.union(far), max_lines=self.max_lines)
            tried = self._tried(attrs.evolve(tried.arrangement, sketch=drawn))

    def with_ends_at_sides(self) -> None:
        """Take all ends of the best away from the corners of boxes."""
        if best := self.best:
            self.best = None
            at_sides = with_ends_at_sides(self.plan, best.positions)
            self._scored(at_sides, best.arrangement, best.score.disorder)

    def with_ends_apart(self) -> None:
        """If lines end on each other in the best, try them side by side."""
        best = self.best
        if best is None or not best.score.shared:
            return
        pairs = shared_tracks(self.plan, best.positions)
        for fixed in (0.5, 0, 1):
            apart = with_ends_apart(self.plan, best.positions, pairs, fixed)
            self._scored(apart, best.arrangement, best.score.disorder)

    def _is_worth(self, direction: Direction, lines: frozenset[int]) -> bool:
        if direction.is_sideways:
            column = style.TEXT_NARROWEST + 2 * style.PADDING_X + COLUMN_GAP
            return _depth(self.plan, lines) * column <= self._widest
        return width_upwards(self.plan, lines) <= self._widest

    @property
    def _widest(self) -> float:
        """How wide a picture may seem to be to be worth a try."""
        is_good = self.best is not None and self.best.score.is_readable
        return self.room if is_good else _TOO_WIDE * self.room

    def _try(self, direction: Direction, lines: frozenset[int]) -> None:
        """Try it as it is, then as wide as the page, then in fewer columns."""
        arrangement = self._arrangement(direction, lines)
        first = self._measured(arrangement)
        if arrangement.clusters and first.disorder:
            turned = attrs.evolve(arrangement, is_turned=True)
            first = min(first, self._measured(turned), key=lambda each: each.total)
        is_hopeless = self.best and first.total > _FAR_WORSE * self.best.score.total
        is_small = first.is_readable and first.height <= _LOW
        if is_small or is_hopeless or not direction.is_sideways:
            return
        last = self._measured(self._arrangement(direction, lines, fills=True))
        deepest = _depth(self.plan, lines) - 1
        for most in range(min(deepest, _MOST_COLUMNS), _FEWEST_COLUMNS - 1, -1):
            cut = lines | deep_lines(self.plan, lines, most)
            found = self._measured(self._arrangement(direction, cut, fills=True))
            if found.total > last.total:
                return
            last = found

    def _arrangement(
        self, direction: Direction, lines: frozenset[int], *, fills: bool = False
    ) -> Arrangement:
        return Arrangement(
            sketch=sketch(self.plan, lines, max_lines=self.max_lines),
            direction=direction,
            fills=fills,
            room=self.room,
            lay_out=self.lay_out,
        )

    def _measured(self, arrangement: Arrangement) -> Score:
        return self._tried(arrangement).score

    def _tried(self, arrangement: Arrangement) -> _Tried:
        drawn = arrangement.sketch
        positions = _positions(drawn, arrangement.whole())
        disorder = _disorder(drawn, positions, arrangement.direction)
        return self._scored(positions, arrangement, disorder)

    def _scored(
        self, positions: Positions, arrangement: Arrangement, disorder: int
    ) -> _Tried:
        found = score(
            self.plan, positions, disorder=disorder, page_width=self.page_width
        )
        tried = _Tried(found, positions, arrangement)
        if self.best is None or found.total < self.best.score.total:
            self.best = tried
        return tried


def _depth(plan: Plan, lines: frozenset[int]) -> int:
    """Return how many columns there are."""
    return 1 + max(columns(sketch(plan, lines)).values(), default=0)


def _positions(drawn: Sketch, block: Block) -> Positions:
    moved = block.moved((style.MARGIN, style.MARGIN))
    width, height = block.size
    lines = [Polyline.of(path) for path in moved.paths.values()]
    return Positions(
        (round(width + 2 * style.MARGIN, 1), round(height + 2 * style.MARGIN, 1)),
        {box.part: moved.nodes[box.part] for box in drawn.plan.boxes},
        {part: moved.nodes[part] for part in drawn.plan.at_junction},
        tuple(moved.paths[number] for number in range(len(drawn.ends))),
        {
            group.part: _with_free_title(moved.groups[group.part], lines)
            for group in drawn.plan.groups
            if group.part in moved.groups
        },
        tuple(
            Reference(part, moved.nodes[name], drawn.referred(name).name)
            for name, part in drawn.references.items()
        ),
    )


def _with_free_title(group: Placed, lines: Sequence[Polyline]) -> Placed:
    """Return a group with its title where no line runs over it, if there is room."""
    width = max(line.width for line in group.lines)
    room = group.size[0] - style.GROUP_PADDING - width
    at = style.GROUP_PADDING
    while at <= room:
        moved = attrs.evolve(group, indent=at)
        title = title_of(moved)
        if not any(line.over([title]) for line in lines):
            return moved
        at += _TITLE_STEP
    return group


def _disorder(drawn: Sketch, positions: Positions, direction: Direction) -> int:
    """Return how often what leads to a box does not come in the author's order."""
    nodes = {**positions.boxes, **positions.junctions}
    last: dict[str, float] = {}
    count = 0
    for tail, head in drawn.ends:
        if tail in nodes:
            at = nodes[tail].centre[direction.is_sideways]
            count += at < last.get(head, at)
            last[head] = at
    return count
