"""The plan of a picture: boxes, junctions, lines and groups, not laid out yet."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

import attrs

from argmap.diagram import style
from argmap.diagram.spans import Span, between
from argmap.diagram.style import PREMISES, LineColor, LineKind

_IN_KEY_IF_ANY: Final = {"in key": "if any"}
"""Of fields without which a picture has the key that it had before there were any."""


@attrs.frozen
class Text:
    """Words in a box, one after the other; a label says more of the box than it does.

    Labels, such as who speaks, are written smaller than what is said. `spans` are in
    the order of the words and do not overlap.
    """

    words: str
    is_label: bool = False
    is_bold: bool = False
    spans: tuple[Span, ...] = attrs.field(default=(), metadata=_IN_KEY_IF_ANY)

    def after(self, beginning: str) -> "Text":
        """Return it behind other words and a blank."""
        moved = between(self.spans, -len(beginning) - 1, len(self.words))
        return attrs.evolve(self, words=f"{beginning} {self.words}", spans=moved)


@attrs.frozen
class Box:
    """A claim, an argument or a question.

    `name` is the whole of it in words, for a tooltip and for a screen reader;
    `color` is the one that its author gave it, if any. It `is_rejected` if the
    verdict on it is that it does not stand, `is_contested` if the map decides nothing.
    `change` is what has become of it since another map, as in `CHANGES`.
    """

    part: str
    name: str
    texts: tuple[Text, ...] = ()
    is_thesis: bool = False
    is_implicit: bool = False
    is_sketch: bool = False
    is_question: bool = False
    color: str = ""
    is_rejected: bool = False
    is_contested: bool = False
    change: str = attrs.field(default="", metadata=_IN_KEY_IF_ANY)

    @property
    def fill(self) -> str:
        """The colour to fill it with, if it has one that is no border."""
        return self.color if self.is_sketch else ""


@attrs.frozen
class Junction:
    """Where the lines of a step or a contradiction meet.

    Its `texts` are the name of the argument that the step belongs to, what it says in
    short and by which rules. It `is_linked` if several premises lead to it. `border` is
    the colour that its author gave the argument, if any.
    """

    part: str
    name: str
    kind: LineKind
    texts: tuple[Text, ...] = ()
    is_linked: bool = False
    is_strict: bool = False
    is_rejected: bool = False
    border: str = attrs.field(default="", metadata=_IN_KEY_IF_ANY)
    change: str = attrs.field(default="", metadata=_IN_KEY_IF_ANY)

    @property
    def color(self) -> LineColor:
        """The colour to draw it in."""
        return LineColor.FAINT if self.is_rejected else self.kind.color

    @property
    def diameter(self) -> float:
        """The size of its sign: smaller where no premises are linked."""
        return style.JUNCTION if self.is_linked else style.SMALL_JUNCTION


@attrs.frozen
class Edge:
    """A line from one box or junction to another, both named by their part."""

    tail: str
    head: str
    part: str
    kind: LineKind
    is_rejected: bool = False

    @property
    def color(self) -> LineColor:
        """The colour to draw it in; its dashes and heads are always its kind's."""
        return LineColor.FAINT if self.is_rejected else self.kind.color


@attrs.frozen
class Group:
    """A section: its title, what is drawn in it, and the one around it."""

    part: str
    title: str
    members: tuple[str, ...]
    parent: str | None = None
    color: str = ""


@attrs.frozen
class Plan:
    """All that a diagram shows, in the order in which it is read.

    `key` tells diagrams apart by what they show. `summary` is the picture in a
    sentence, for who cannot see it. `decisive` are the parts on which some verdict
    rests. If it `has_verdicts`, what has no other mark stands. A page of a plan is a
    plan too, with the `whole` that it is a part of; its lines may lead elsewhere.
    """

    title: str
    author: str
    summary: str
    boxes: tuple[Box, ...]
    junctions: tuple[Junction, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    decisive: frozenset[str] = frozenset()
    has_verdicts: bool = False
    whole: "Plan | None" = attrs.field(default=None, repr=False, eq=False)

    @cached_property
    def boxes_by_part(self) -> Mapping[str, Box]:
        """The boxes, by the parts that they show."""
        return {box.part: box for box in self.boxes}

    @cached_property
    def at_junction(self) -> Mapping[str, Junction]:
        """The junctions, by the parts that they show."""
        return {junction.part: junction for junction in self.junctions}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the boxes, from 1 on."""
        return {box.part: number for number, box in enumerate(self.boxes, 1)}

    @cached_property
    def groups_by_part(self) -> Mapping[str, Group]:
        """The groups, by the parts that they show."""
        return {group.part: group for group in self.groups}

    @cached_property
    def homes(self) -> dict[str, str]:
        """The outermost group of every box and junction that is in one."""
        return {
            member: group.parent or group.part
            for group in self.groups
            for member in group.members
        }

    @cached_property
    def inner_homes(self) -> dict[str, str]:
        """The innermost group of every box and junction that is in one."""
        return {each: group.part for group in self.groups for each in group.members}

    @cached_property
    def groups_inside(self) -> Mapping[str | None, list[tuple[int, Group]]]:
        """The groups, each with its number, by the part of the one around them."""
        found = defaultdict(list)
        for index, group in enumerate(self.groups):
            found[group.parent].append((index, group))
        return found

    @cached_property
    def _edges_from(self) -> Mapping[str, list[Edge]]:
        return _grouped(self.edges, lambda edge: edge.tail)

    @cached_property
    def _edges_to(self) -> Mapping[str, list[Edge]]:
        return _grouped(self.edges, lambda edge: edge.head)

    def has(self, part: str) -> bool:
        """Return whether a box or junction is in it."""
        return part in self.boxes_by_part or part in self.at_junction

    def boxes_after(self, part: str) -> tuple[str, ...]:
        """Return the boxes that a junction leads to; of a box, itself."""
        seen = {part: None}
        waiting = [part]
        for at in waiting:  # which grows
            if at in self.at_junction:
                heads = [each.head for each in self._edges_from[at]]
                waiting += [each for each in dict.fromkeys(heads) if each not in seen]
                seen |= dict.fromkeys(heads)
        return tuple(each for each in seen if each not in self.at_junction)

    def premises_of(self, junction: str) -> tuple[str, ...]:
        """Return the boxes that lead to a junction as premises."""
        edges = self._edges_to[junction]
        return tuple(
            each.tail
            for each in edges
            if each.kind in PREMISES and each.tail not in self.at_junction
        )

    @property
    def is_a_tangle(self) -> bool:
        """Whether there are far too many lines to draw without crossings.

        By Euler's formula at most 3 n - 6 lines join n points in a plane.
        """
        joined = {frozenset((edge.tail, edge.head)) for edge in self.edges}
        most = 3 * (len(self.boxes) + len(self.junctions))
        return len(joined) > most + style.MOST_CROSSINGS

    def stroke(self, edge: Edge) -> float:
        """Return how thick a line is: a bold one decides, a thin one does not count."""
        if edge.is_rejected:
            return style.THIN_STROKE
        return style.THICK_STROKE if edge.part in self.decisive else style.STROKE

    @property
    def key(self) -> str:
        """A name for the picture, made from its content: a letter and ten digits."""
        # from values only, so that no name in this program changes the ids in an SVG
        drawn = (self.boxes, self.junctions, self.edges, self.groups)
        values = (self.title, drawn, sorted(self.decisive))
        content = json.dumps(values, default=_values)
        return "m" + blake2b(content.encode(), digest_size=5).hexdigest()


def _grouped(
    edges: Iterable[Edge], end: Callable[[Edge], str]
) -> Mapping[str, list[Edge]]:
    found = defaultdict(list)
    for edge in edges:
        found[end(edge)].append(edge)
    return found


def _values(part: Any) -> object:
    if isinstance(part, LineKind):
        return part.name
    values = ((each, getattr(part, each.name)) for each in attrs.fields(type(part)))
    return [value for each, value in values if value or not each.metadata]
