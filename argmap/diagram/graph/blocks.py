"""Blocks of a sketch: what hangs together is laid out by itself, then packed.

A section whose border no line crosses is a frame round its blocks; one that lines
lead into or out of stays in one block with what they lead to. Boxes without lines
stand in rows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from math import sqrt
from types import MappingProxyType
from typing import TypeAlias

import attrs

from argmap.diagram import style
from argmap.diagram.boxes import Lines, broken, sized_junction
from argmap.diagram.engine import GraphvizLayout
from argmap.diagram.graph.columns import columns
from argmap.diagram.graph.engine_dot import (
    RANK_GAP,
    BlockGraph,
    BlockLayout,
    Cluster,
    Link,
    UnionFind,
)
from argmap.diagram.graph.sketch import Sketch
from argmap.diagram.plan import Group, Text
from argmap.diagram.positions import EdgePath, Placed, Point, Rectangle
from argmap.diagram.score import Polyline
from argmap.diagram.style import ArrowHead, Direction
from argmap.errors import EngineError

LayOut: TypeAlias = Callable[[str], GraphvizLayout]
_GAP = 10.0
COLUMN_GAP = style.JUNCTION + 2 * RANK_GAP
_FEW = 3
"""Boxes without lines, for which there is room on a row even if they are wide."""
_PROPORTION = 1.3
"""How much wider than high it is aimed at, where there is room."""


@attrs.frozen
class Block:
    """Things that are placed, from the left upper corner on.

    `frames` are the rectangles that nothing else may be in, round boxes and lines.
    """

    size: Point
    nodes: Mapping[str, Placed]
    paths: Mapping[int, EdgePath]
    groups: Mapping[str, Placed]
    frames: Sequence[Rectangle]

    @classmethod
    def of(
        cls,
        size: Point,
        nodes: Mapping[str, Placed],
        paths: Mapping[int, EdgePath] = MappingProxyType({}),
        groups: Mapping[str, Placed] = MappingProxyType({}),
    ) -> "Block":
        """Return a block that leaves room for others between its boxes and lines."""
        frames = [each.frame for each in chain(nodes.values(), groups.values())]
        for path in paths.values():
            for (x1, y1), (x2, y2) in pairwise(Polyline.of(path).points):
                frames.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
        return cls(size, nodes, paths, groups, frames)

    def moved(self, by: Point) -> "Block":
        """Return it elsewhere."""
        x, y = by
        return Block(
            self.size,
            {name: each.moved(by) for name, each in self.nodes.items()},
            {number: each.moved(by) for number, each in self.paths.items()},
            {name: each.moved(by) for name, each in self.groups.items()},
            [
                (left + x, top + y, right + x, bottom + y)
                for left, top, right, bottom in self.frames
            ],
        )


@attrs.frozen(kw_only=True)
class Arrangement:
    """How the blocks of a sketch are laid out.

    `room` is the width of the page in points. Boxes `fill` it where that is not too
    wide, and are never wider than fits. `keeps_order` and `is_turned` are as in
    `BlockGraph`.
    """

    sketch: Sketch
    direction: Direction
    fills: bool = False
    keeps_order: bool = True
    is_turned: bool = False
    room: float
    lay_out: LayOut

    def whole(self) -> Block:
        """Return everything in place, in reading order.

        Raises what `lay_out` raises, and EngineError for a layout that is none.
        """
        inside: dict[str | None, list[Block | str]] = {None: []}
        for component in self._components():
            frame = self._frame_of(component[0])
            self._open(frame, inside)
            is_framed = self.sketch.homes.get(component[0]) in self.clusters
            if self.sketch.loose.issuperset(component) and not is_framed:
                inside[frame] += self._alone(component)
            else:
                inside[frame].append(self._laid_out(component))
        return self._filled(None, inside)

    def _open(
        self, frame: str | None, inside: dict[str | None, list[Block | str]]
    ) -> None:
        """Put a frame where the first thing in it is read."""
        if frame is not None and frame not in inside:
            parent = self._groups[frame].parent
            self._open(parent, inside)
            inside[frame] = []
            inside[parent].append(frame)

    def _filled(
        self, frame: str | None, inside: Mapping[str | None, list[Block | str]]
    ) -> Block:
        blocks = [
            self._filled(each, inside) if isinstance(each, str) else each
            for each in inside[frame]
        ]
        if frame is None:
            return pack(blocks, self.room)
        return self._framed(frame, blocks)

    @property
    def _groups(self) -> Mapping[str, Group]:
        return self.sketch.plan.groups_by_part

    def _around(self, node: str) -> set[str]:
        """Return the groups that a node is in."""
        home = self.sketch.homes.get(node)
        parent = self._groups[home].parent if home else None
        return {each for each in (home, parent) if each is not None}

    @cached_property
    def clusters(self) -> frozenset[str]:
        """The groups whose frame the engine draws, since a line crosses it.

        So it does with those inside them.
        """
        crossed: set[str] = set()
        for tail, head in self.sketch.ends:
            crossed |= self._around(tail) ^ self._around(head)
        inner = (each.part for each in self._groups.values() if each.parent in crossed)
        return frozenset(crossed.union(inner))

    def _frame_of(self, node: str) -> str | None:
        """Return the innermost group of a node that is no cluster."""
        home = self.sketch.homes.get(node)
        while home in self.clusters:
            home = self._groups[home].parent
        return home

    def _components(self) -> Iterable[list[str]]:
        """Return the nodes that belong together, those first that are read first.

        Loose nodes belong together with those of their group.
        """
        sets = UnionFind()
        for tail, head in self.sketch.ends:
            sets.unite(tail, head)
        for node in self.sketch.nodes:
            for group in self._around(node) & self.clusters:
                sets.unite(node, f">{group}")
        for node in self.sketch.loose:
            sets.unite(node, f">loose>{self.sketch.homes.get(node, '')}")
        found: dict[str, list[str]] = defaultdict(list)
        for node in self.sketch.nodes:
            found[sets.root(node)].append(node)
        return found.values()

    def _laid_out(self, nodes: Sequence[str]) -> Block:
        """Lay out what belongs together; boxes without lines as rows in one node."""
        loose: dict[str, list[str]] = defaultdict(list)
        boxes: dict[str, Placed] = {}
        room = self._text_width(nodes)
        for node in nodes:
            if node in self.sketch.loose:
                loose[self.sketch.homes.get(node, "")].append(node)
            else:
                boxes[node] = self.sketch.sized(
                    node, room, is_column=self.direction.is_sideways
                )
        sizes = {node: box.size for node, box in boxes.items()}
        rows = {
            f">{home}": pack([*self._alone(each)], self.room)
            for home, each in loose.items()
        }
        sizes |= {name: block.size for name, block in rows.items()}
        homes = {**self.sketch.homes, **{f">{home}": home for home in loose if home}}
        graph = BlockGraph(
            sizes,
            [*self._links(sizes)],
            self._clustered(sizes, homes),
            self.direction,
            keeps_order=self.keeps_order,
            is_turned=self.is_turned,
        )
        layout = self._layout(graph)
        placed: dict[str, Placed] = {}
        for name, size in sizes.items():
            at = layout.centres[name]
            corner = round(at[0] - size[0] / 2, 1), round(at[1] - size[1] / 2, 1)
            if name in rows:
                placed |= rows[name].moved(corner).nodes
            else:
                placed[name] = boxes[name].moved(corner)
        return Block.of(
            layout.size,
            placed,
            layout.paths,
            {
                group: _titled(corner, size, self._title(group))
                for group, (corner, size) in layout.clusters.items()
            },
        )

    def _layout(self, graph: BlockGraph) -> BlockLayout:
        """Return the layout of a block, in any order if the engine fails at it."""
        try:
            return graph.read(self.lay_out(graph.dot()))
        except EngineError:
            if not graph.keeps_order:
                raise
            return self._layout(attrs.evolve(graph, keeps_order=False))

    def _links(self, nodes: Iterable[str]) -> Iterator[Link]:
        numbers = chain.from_iterable(self._numbers_from[node] for node in nodes)
        for number in sorted(numbers):
            tail, head = self.sketch.ends[number]
            kind = self.sketch.plan.edges[number].kind
            is_box = tail not in self.sketch.plan.at_junction
            is_back = self._order[tail] <= self._order[head]
            is_mutual = (head, tail) in self._pairs
            yield Link(
                number,
                tail,
                head,
                ranks=self.sketch.ranks_between(tail, head),
                from_box=is_box and not (is_back or is_mutual),
                has_start=kind.start is not ArrowHead.NONE,
                has_end=kind.end is not ArrowHead.NONE,
                is_back=is_back,
            )

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """The ends of all lines: what leads both ways would be drawn as one line."""
        return frozenset(self.sketch.ends)

    @cached_property
    def _numbers_from(self) -> Mapping[str, list[int]]:
        """The numbers of the lines, by their tails."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, (tail, _) in enumerate(self.sketch.ends):
            found[tail].append(number)
        return found

    def _clustered(
        self, nodes: Iterable[str], homes: Mapping[str, str]
    ) -> Sequence[Cluster]:
        """Return the clusters, with what of the nodes they hold."""
        members: dict[str, list[str]] = defaultdict(list)
        for node in nodes:
            if (home := homes.get(node)) in self.clusters:
                members[home].append(node)
        inside: dict[str | None, list[Cluster]] = defaultdict(list)
        inmost_first = sorted(self._groups.values(), key=lambda each: not each.parent)
        for group in inmost_first:
            part = group.part
            if members[part] or inside[part]:
                title = self._title(part)
                size = title.width, title.height
                cluster = Cluster(part, size, members[part], inside[part])
                is_inside = group.parent in self.clusters
                inside[group.parent if is_inside else None].append(cluster)
        return inside[None]

    def _title(self, group: str, room: float = style.TEXT_MAX_WIDTH) -> Lines:
        return broken([Text(self._groups[group].title, is_bold=True)], room)

    def _framed(self, home: str, blocks: Sequence[Block]) -> Block:
        """Return a group's blocks below its title, in a frame."""
        inside = pack(blocks, self.room - 2 * style.GROUP_PADDING)
        title = self._title(home, max(style.TEXT_MAX_WIDTH, inside.size[0]))
        top = style.GROUP_TITLE_TOP + title.height + style.GROUP_TITLE_GAP
        moved = inside.moved((style.GROUP_PADDING, top))
        size = (
            round(max(inside.size[0], title.width) + 2 * style.GROUP_PADDING, 1),
            round(top + inside.size[1] + style.GROUP_PADDING, 1),
        )
        frame = _titled((0.0, 0.0), size, title)
        groups = {home: frame, **moved.groups}
        return Block(size, moved.nodes, moved.paths, groups, [frame.frame])

    def _alone(self, nodes: Sequence[str]) -> Iterator[Block]:
        """Yield boxes without lines: narrow ones if there are many."""
        room = style.TEXT_WIDEST if len(nodes) <= _FEW else style.TEXT_WIDTH
        for node in nodes:
            box = self.sketch.sized(node, room, is_column=True)
            yield Block.of(box.size, {node: box})

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return columns(self.sketch)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        """The place of every node: behind all that it leads to but for circles."""
        return {node: place for place, node in enumerate(self._columns)}

    def _padding(self, nodes: Iterable[str]) -> float:
        """Return how much wider the frames round some nodes are."""
        frames = max((len(self._around(node)) for node in nodes), default=0)
        return 2 * style.GROUP_PADDING * frames

    def _text_width(self, nodes: Iterable[str]) -> float:
        """Return how wide the words of a block's boxes are."""
        if not self.direction.is_sideways:
            return style.TEXT_WIDTH
        most = 1 + max(self._columns[node] for node in nodes)
        junctions = self.sketch.plan.at_junction
        widest = max(
            (
                sized_junction(junctions[each]).size[0]
                for each in nodes
                if each in junctions
            ),
            default=style.JUNCTION,
        )
        gap = widest + 2 * RANK_GAP
        room = self.room - 2 * style.MARGIN - self._padding(nodes)
        fitting = (room + gap) / most - gap - 2 * style.PADDING_X
        widest = style.TEXT_WIDEST if self.fills else style.TEXT_WIDTH
        return max(style.TEXT_NARROWEST, min(fitting, widest))


def _titled(corner: Point, size: Point, title: Lines) -> Placed:
    return Placed(corner, size, title.all, style.GROUP_PADDING)


def pack(blocks: Sequence[Block], room: float) -> Block:
    """Return blocks side by side in rows, in their order.

    The rows are about as wide as makes a page of them, and never wider than the
    `room` unless one block is. A row is as high up as what stands above it allows,
    box by box and line by line.
    """
    if len(blocks) == 1:
        return blocks[0]
    if not blocks:
        return Block.of((0.0, 0.0), {})
    widest = max(block.size[0] for block in blocks)
    area = sum((each.size[0] + _GAP) * (each.size[1] + _GAP) for each in blocks)
    room = max(widest, min(room, sqrt(_PROPORTION * area)))
    above: list[Rectangle] = []
    rows: list[tuple[Point, Block]] = []
    y = 0.0
    for row in _in_rows(blocks, room):
        y = max(y, _lowest(above, row.frames))
        above = [each for each in above if each[3] + _GAP > y]
        above += [
            (left, y + top, right, y + bottom)
            for left, top, right, bottom in row.frames
        ]
        rows.append(((0.0, y), row))
    return _together(rows)


def _in_rows(blocks: Iterable[Block], room: float) -> Iterator[Block]:
    """Yield as many blocks as there is room for side by side, as one."""
    row: list[tuple[Point, Block]] = []
    x = 0.0
    for block in blocks:
        width, _ = block.size
        if row and x + width > room:
            yield _together(row)
            row, x = [], 0.0
        row.append(((x, 0.0), block))
        x += width + _GAP
    yield _together(row)


def _together(placed: Iterable[tuple[Point, Block]]) -> Block:
    """Return blocks as one, each at its place."""
    nodes: dict[str, Placed] = {}
    paths: dict[int, EdgePath] = {}
    groups: dict[str, Placed] = {}
    frames: list[Rectangle] = []
    right = bottom = 0.0
    for (x, y), block in placed:
        moved = block.moved((x, y))
        nodes |= moved.nodes
        paths |= moved.paths
        groups |= moved.groups
        frames += moved.frames
        right, bottom = max(right, x + block.size[0]), max(bottom, y + block.size[1])
    return Block((round(right, 1), round(bottom, 1)), nodes, paths, groups, frames)


def _lowest(above: Sequence[Rectangle], frames: Iterable[Rectangle]) -> float:
    """Return how far down things must go to stand free of those above them."""
    return max(
        (
            bottom + _GAP - top
            for left, top, right, _ in frames
            for x1, _, x2, bottom in above
            if x1 < right + _GAP and left < x2 + _GAP
        ),
        default=0.0,
    )
