"""A block as the engine gets it, and its answer.

The engine sees rectangles, lines and the room for titles, never a word of the map.
Graphviz counts y upwards; here it grows downwards, as SVG has it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from math import ceil
from typing import TypeAlias, TypeVar

import attrs

from argmap.diagram import style
from argmap.diagram.engine import GraphvizLayout
from argmap.diagram.positions import EdgePath, Point
from argmap.diagram.style import Direction
from argmap.errors import EngineError

Size: TypeAlias = tuple[float, float]
_T = TypeVar("_T")
_PORTS = {
    Direction.UP: "n",
    Direction.DOWN: "s",
    Direction.LEFT: "w",
    Direction.RIGHT: "e",
}
_TANGLE = 50_000
"""Lines times circles; from here on the usual layout may take several seconds."""
RANK_GAP = 10.0
_RANK_GAP_UPWARDS = 14.0
_NODE_GAP = 8.0
_TITLE_FONT = 13.75
"""In points: what Graphviz takes a title to be written in, whatever it is."""
_BLANK = 0.27
"""In ems, rounded down: how wide Graphviz takes a blank to be."""


@attrs.frozen
class Link:
    """A line from a head to a tail: so that conclusions come first.

    It reaches over `ranks` ranks; boxes take every other, junctions those between. If
    it leads on `from_box`, it leaves that in the middle of a side. One that closes a
    circle `is_back`: its tail comes first, and the engine gets no circle.
    """

    number: int
    tail: str
    head: str
    ranks: int
    from_box: bool
    has_start: bool
    has_end: bool
    is_back: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        """What it joins, that first which comes first."""
        return (self.tail, self.head) if self.is_back else (self.head, self.tail)


@attrs.frozen
class Cluster:
    """A group that lines lead into: the size of its title, and what is in it."""

    name: str
    title: Size
    nodes: Sequence[str]
    inside: "Sequence[Cluster]" = ()


@attrs.frozen
class BlockGraph:
    """What the engine is to lay out; nodes come in reading order.

    It `keeps_order` of what leads to a node as far as Graphviz does. What is in
    clusters may come out in the opposite order unless it `is_turned`.
    """

    nodes: Mapping[str, Size]
    links: Sequence[Link]
    clusters: Sequence[Cluster]
    direction: Direction
    keeps_order: bool = False
    is_turned: bool = False

    def dot(self) -> str:
        """Return it in DOT."""
        return "".join(("digraph {\n", *self._statements(), "}\n"))

    def _statements(self) -> Iterator[str]:
        names = {name: f"n{index}" for index, name in enumerate(self.nodes)}
        gap = RANK_GAP if self.direction.is_sideways else _RANK_GAP_UPWARDS
        order = " ordering=out" if self.keeps_order and self._do_orders_agree() else ""
        yield (
            f"graph [rankdir={self.direction.rankdir} nodesep={_NODE_GAP / 72:.3f}"
            f" ranksep={gap / 72:.3f} pad=0 labeljust=l newrank=true"
            f"{order}{self._effort()}]\n"
            'node [shape=box fixedsize=true label=""]\n'
            "edge [dir=both arrowhead=none arrowtail=none arrowsize=0.7]\n"
        )
        yield from self._clustered(self.clusters, names)
        turn = self._in_turn
        for name, (width, height) in turn([*self.nodes.items()]):
            yield f"{names[name]} [width={width / 72:.4f} height={height / 72:.4f}]\n"
        for link in turn(self.links):
            yield self._edge(link, names)

    def _edge(self, link: Link, names: Mapping[str, str]) -> str:
        tips = link.has_end, link.has_start
        has_first, has_last = tips[::-1] if link.is_back else tips
        head = " arrowtail=normal" if has_first else ""
        start = " arrowhead=normal" if has_last else ""
        port = f" headport={_PORTS[self.direction]}" if link.from_box else ""
        ranks = "" if link.ranks == 1 else f" minlen={link.ranks}"
        first, last = (names[each] for each in link.ends)
        return f"{first} -> {last} [id=e{link.number}{head}{start}{ranks}{port}]\n"

    def _do_orders_agree(self) -> bool:
        """Return whether no head has before another what some head has behind it.

        Where there are clusters, the engine may never end with orders that do not.
        """
        tails: dict[str, dict[str, None]] = defaultdict(dict)
        for link in self.links:
            first, last = link.ends
            tails[first][last] = None
        before: dict[str, set[str]] = defaultdict(set)
        for each in tails.values():
            for one, other in pairwise(each):
                before[other].add(one)
        try:
            TopologicalSorter(before).prepare()
        except CycleError:
            return False
        return True

    def _in_turn(self, all_: Sequence[_T]) -> Sequence[_T]:
        """Return things in their order, or in the opposite one if it is turned."""
        return all_[::-1] if self.is_turned else all_

    def _clustered(
        self, clusters: Sequence[Cluster], names: Mapping[str, str]
    ) -> Iterator[str]:
        for each in clusters:
            yield (
                f'subgraph "cluster_{each.name}" {{\n'
                f'graph [label="{_as_large(each.title)}" fontname=Helvetica'
                f" fontsize={_TITLE_FONT:g} margin={style.GROUP_PADDING:g}]\n"
            )
            yield from (f"{names[node]}\n" for node in each.nodes)
            yield from self._clustered(each.inside, names)
            yield "}\n"

    def _effort(self) -> str:
        """Return for how many rounds Graphviz looks for a better layout.

        Its time grows with the lines and with the circles that they close, so that a
        tangle gets fewer rounds. Counts decide, never the clock: a map has one
        picture.
        """
        if is_tangle([each.ends for each in self.links]):
            return " mclimit=0.1 nslimit=0.2"
        return " mclimit=4"

    def read(self, layout: GraphvizLayout) -> "BlockLayout":
        """Return where the engine put everything.

        Raises EngineError unless every node and line has a place.
        """
        try:
            return self._read(layout)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            msg = "the engine gave no layout that can be read"
            raise EngineError(msg) from error

    def _read(self, layout: GraphvizLayout) -> "BlockLayout":
        left, bottom, right, top = _numbers(layout["bb"])

        def at(x: float, y: float) -> Point:
            return round(x - left, 1), round(top - y, 1)

        def path(spline: str, *, is_back: bool) -> EdgePath:
            points: list[Point] = []
            tips: dict[str, Point] = {}
            for word in spline.split():
                if word[0] in "es":
                    tips[word[0]] = at(*_numbers(word[2:]))
                else:
                    points.append(at(*_numbers(word)))
            if is_back:
                return EdgePath(points, start=tips.get("s"), end=tips.get("e"))
            return EdgePath(points[::-1], start=tips.get("e"), end=tips.get("s"))

        objects = layout.get("objects", [])
        centres = {
            each["name"]: at(*_numbers(each["pos"]))
            for each in objects
            if "pos" in each
        }
        paths = {edge["id"]: edge["pos"] for edge in layout.get("edges", [])}
        if len(centres) != len(self.nodes) or len(paths) != len(self.links):
            msg = (
                f"the engine placed {len(centres)} of {len(self.nodes)} boxes and"
                f" junctions, and {len(paths)} of {len(self.links)} lines"
            )
            raise EngineError(msg)
        frames: dict[str, tuple[Point, Size]] = {}
        for each in objects:
            if "bb" in each:
                x1, y1, x2, y2 = _numbers(each["bb"])
                size = round(x2 - x1, 1), round(y2 - y1, 1)
                frames[each["name"].removeprefix("cluster_")] = at(x1, y2), size
        return BlockLayout(
            (round(right - left, 1), round(top - bottom, 1)),
            {name: centres[f"n{i}"] for i, name in enumerate(self.nodes)},
            {
                each.number: path(paths[f"e{each.number}"], is_back=each.is_back)
                for each in self.links
            },
            frames,
        )


@attrs.frozen
class BlockLayout:
    """The middle of every node, the lines by number, the corner and size of groups."""

    size: Size
    centres: Mapping[str, Point]
    paths: Mapping[int, EdgePath]
    clusters: Mapping[str, tuple[Point, Size]]


class UnionFind:
    """Sets that grow together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, element: str) -> str:
        """Return the element that stands for the whole set."""
        above = self._above
        while element in above:
            above[element] = above.get(above[element], above[element])
            element = above[element]
        return element

    def unite(self, one: str, other: str) -> bool:
        """Make one set of two; return whether they were two."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        self._above[first] = second
        return True


def is_tangle(ends: Collection[tuple[str, str]]) -> bool:
    """Return whether lines close so many circles that a layout may take seconds.

    Counted are lines beyond those that a forest would have.
    """
    forest = UnionFind()
    circles = sum(not forest.unite(*each) for each in ends)
    return len(ends) * circles > _TANGLE


def _as_large(size: Size) -> str:
    """Return a text that Graphviz takes to be as wide and high as a title."""
    width, height = size
    lines = max(round(height / style.TEXT_LEADING), 1)
    blanks = ceil(width / _TITLE_FONT / _BLANK)
    return r"\l".join([" " * blanks] + ["x"] * (lines - 1)) + r"\l"


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
