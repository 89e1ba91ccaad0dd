"""A plan as a graph for Graphviz: safe names, sizes of our own, nothing else.

Every attribute is one of a fixed set and its value is quoted by one function. The
`graphviz` package is imported only for who asks for a graph to tweak: its quoting
costs ten times as much as all the rest, and its import a tenth of a whole run.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from argmap.diagram import style
from argmap.diagram.boxes import broken, sized
from argmap.diagram.color import text_on
from argmap.diagram.plan import Box, Edge, Group, Junction, Plan, Text
from argmap.diagram.positions import Line
from argmap.diagram.style import ArrowHead, Direction, Palette

if TYPE_CHECKING:
    import graphviz

_BARE: Final = re.compile(r"[A-Za-z_]\w*|-?(?:\.\d+|\d+(?:\.\d*)?)", re.ASCII)
"""What needs no quotation marks: a name that is no keyword here, and a number."""


@attrs.frozen
class Graph:
    """A graph in DOT: what holds for all that is in it, and its statements."""

    graph: Mapping[str, str]
    node: Mapping[str, str]
    edge: Mapping[str, str]
    body: tuple[str, ...]

    @property
    def source(self) -> str:
        """The graph as text."""
        heads = (
            f"\t{name}{_listed(attributes)}\n"
            for name, attributes in attrs.asdict(self, recurse=False).items()
            if name != "body"
        )
        return "".join(("digraph {\n", *heads, *self.body, "}\n"))

    @property
    def digraph(self) -> "graphviz.Digraph":
        """The graph as one of the `graphviz` package."""
        import graphviz  # noqa: PLC0415 - see above

        return graphviz.Digraph(
            graph_attr=self.graph,
            node_attr=self.node,
            edge_attr=self.edge,
            body=self.body,
        )


def graph(plan: Plan, direction: Direction, palette: Palette) -> Graph:
    """Return the plan as a graph with sizes in points fixed.

    Boxes are named `n0`, `n1`, … in the order of the plan, junctions `j0`, …, and
    edges have the ids `e0`, …. An edge runs from a conclusion to what speaks for it
    and is drawn backwards: so the conclusions of all sections line up. Boxes take
    every other rank, junctions those between.
    """
    return Graph(
        graph={
            "rankdir": direction.rankdir,
            "bgcolor": palette.paper,
            "nodesep": "0.18",
            "ranksep": "0.24",
            "pad": "0.1",
            "labeljust": "l",
            "newrank": "true",
        },
        node={
            "shape": "box",
            "style": "filled,rounded",
            "fixedsize": "true",
            "color": palette.border,
            "fillcolor": palette.box,
            "penwidth": f"{style.STROKE:g}",
            "fontname": style.DOT_FONT,
            "fontsize": f"{style.TEXT_SIZE:g}",
            "fontcolor": palette.text,
        },
        edge={
            "dir": "both",
            "arrowhead": ArrowHead.NONE.value,
            "arrowtail": ArrowHead.ARROW.value,
            "arrowsize": "0.7",
            "penwidth": f"{style.STROKE:g}",
        },
        body=tuple(_statements(plan, palette)),
    )


def _statements(plan: Plan, palette: Palette) -> Iterator[str]:
    names = node_names(plan)
    yield from _clusters(plan, names, palette)
    for box in plan.boxes:
        yield _statement(names[box.part], _box(box, palette))
    for junction in plan.junctions:
        yield _statement(names[junction.part], _junction(junction, palette))
    for index, edge in enumerate(plan.edges):
        ends = f"{names[edge.head]} -> {names[edge.tail]}"
        yield _statement(ends, {"id": f"e{index}", **_edge(plan, edge, palette)})


def _statement(subject: str, attributes: dict[str, str]) -> str:
    listed = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f"\t{subject} [{listed}]\n"


def _listed(attributes: Mapping[str, str]) -> str:
    """Return attributes as `graphviz` writes them: sorted, quoted if need be."""
    listed = (
        f"{name}={value}" if _BARE.fullmatch(value) else f'{name}="{value}"'
        for name, value in sorted(attributes.items())
    )
    return f" [{' '.join(listed)}]"


def node_names(plan: Plan) -> dict[str, str]:
    """Return the name in DOT of every box and junction, by its part."""
    return {box.part: f"n{index}" for index, box in enumerate(plan.boxes)} | {
        junction.part: f"j{index}" for index, junction in enumerate(plan.junctions)
    }


def _text(lines: Iterable[Line]) -> str:
    r"""Return left-aligned lines in which nothing means anything to Graphviz.

    In quotation marks it is a plain label, never markup, and ends in `\l`.
    """
    return "".join(
        line.words.replace("\\", r"\\").replace('"', r"\"").replace("&", "&amp;")
        + r"\l"
        for line in lines
    )


def _box(box: Box, palette: Palette) -> dict[str, str]:
    inset = 2 * style.DOUBLE if box.is_contested else 0
    placed = sized(broken(box.texts, widest=style.TEXT_MAX_WIDTH))
    width, height = placed.size
    attributes = {
        "label": _text(placed.lines),
        "width": f"{(width - inset) / 72:.4f}",
        "height": f"{(height - inset) / 72:.4f}",
    }
    if box.is_contested:
        attributes["peripheries"] = "2"
    if box.is_implicit or box.is_thesis or box.is_rejected:
        looks = ["filled"]
        looks += ["dashed"] if box.is_implicit and not box.is_rejected else []
        looks += ["dotted"] if box.is_rejected else []
        looks += [] if box.is_thesis else ["rounded"]
        attributes["style"] = ",".join(looks)
    if box.is_thesis:
        attributes["penwidth"] = f"{style.THICK_STROKE:g}"
    if box.is_rejected:
        attributes["fontcolor"] = palette.quiet
    if box.is_sketch:
        attributes["fillcolor"] = palette.group
    if box.fill:
        attributes["fillcolor"] = box.fill
        attributes["fontcolor"] = text_on(box.fill)
    elif box.color:
        attributes["color"] = box.color
        attributes["penwidth"] = f"{style.THICK_STROKE:g}"
    return attributes


def _junction(junction: Junction, palette: Palette) -> dict[str, str]:
    size = f"{style.JUNCTION / 72:.4f}"
    colour = palette.lines[junction.color]
    fill, sign = colour, palette.paper
    if junction.is_rejected:
        fill, sign = sign, fill
    return {
        "shape": junction.kind.junction,
        "label": junction.kind.dot_sign,
        "width": size,
        "height": size,
        "color": colour,
        "fillcolor": fill,
        "fontcolor": sign,
        "style": "filled",
    }


def _edge(plan: Plan, edge: Edge, palette: Palette) -> dict[str, str]:
    kind = edge.kind
    attributes = {"color": palette.lines[edge.color]}
    stroke = plan.stroke(edge)
    if stroke != style.STROKE:
        attributes["penwidth"] = f"{stroke:g}"
    if kind.dot:
        attributes["style"] = kind.dot
    if kind.end is ArrowHead.ARROW and edge.is_rejected:
        attributes["arrowtail"] = "onormal"
    elif kind.end is not ArrowHead.ARROW:
        attributes["arrowtail"] = kind.end.value
    if kind.start is not ArrowHead.NONE:
        attributes["arrowhead"] = kind.start.value
    if (edge.tail in plan.at_junction) == (edge.head in plan.at_junction):
        attributes["minlen"] = "2"
    if plan.crosses(edge):
        attributes["constraint"] = "false"
    return attributes


def _clusters(plan: Plan, names: Mapping[str, str], palette: Palette) -> Iterator[str]:
    """Yield the groups, each with its members and then the groups in it."""

    def inside(parent: str | None, indent: str) -> Iterator[str]:
        for index, group in plan.groups_inside[parent]:
            yield f"{indent}subgraph cluster_{index} {{\n"
            yield f"{indent}\tgraph{_listed(_cluster(group, palette))}\n"
            yield from (f"{indent}\t{names[each]}\n" for each in group.members)
            yield from inside(group.part, f"{indent}\t")
            yield f"{indent}}}\n"

    return inside(None, "\t")


def _cluster(group: Group, palette: Palette) -> dict[str, str]:
    return {
        "label": _text(broken([Text(group.title)], style.TEXT_MAX_WIDTH).all),
        "fontname": style.DOT_FONT,
        "fontcolor": palette.quiet,
        "style": "filled,rounded",
        "color": group.color or palette.group_border,
        "fillcolor": palette.group,
        "margin": f"{style.GROUP_PADDING:g}",
    }
