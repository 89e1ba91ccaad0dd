r"""A plan as a graph in DOT for others: to edit, to analyse, to draw with Graphviz.

Nodes have the ids of claims and steps, lines run the way that arrows lead, and
Graphviz makes boxes as large as their words. Every attribute is one of a fixed set,
and every text goes through one function. The `graphviz` package is imported only for
who asks for a graph to tweak: its quoting costs ten times as much as all the rest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from argmap.diagram import dot_looks, style
from argmap.diagram.boxes import broken
from argmap.diagram.legend import BOX_MEANINGS
from argmap.diagram.plan import Box, Edge, Group, Junction, Plan, Text
from argmap.diagram.planning import NOTHING
from argmap.diagram.positions import Line
from argmap.diagram.style import LINE_KINDS, Direction, Palette
from argmap.links import is_safe, link_of
from argmap.model import Argument, ArgumentMap, Claim

if TYPE_CHECKING:
    import graphviz

_BARE: Final = re.compile(r"[A-Za-z_]\w*|-?(?:\.\d+|\d+(?:\.\d*)?)", re.ASCII)
"""What needs no quotation marks: a name that is no keyword here, and a number."""
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_IN_URL: Final = str.maketrans(
    {'"': "%22", "<": "%3C", ">": "%3E", "&": "&amp;"}  # which Graphviz 2 leaves as is
)
_CHUNK: Final = re.compile(r"(?:\\.|[^\\]){1,3000}")
"""Graphviz 2 reads no string of more than 16,383 bytes."""
_TEXTS: Final = frozenset(["label", "tooltip", "URL"])
_LEGEND: Final = "legend "
"""What names in the legend begin with; no id has a blank."""


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


def graph(
    plan: Plan,
    direction: Direction,
    palette: Palette,
    *,
    urls: Mapping[str, str] = NOTHING,
    with_legend: bool = False,
) -> Graph:
    """Return the plan as a graph whose nodes are named by ids.

    Claims and arguments have their own ids, junctions those of their steps, and so
    has the `id` of a line that is a step by itself; the cluster of a section is named
    `cluster_` and its id. `class` says what each is. The tooltip of a box is all that
    it says; `urls`, by id, must be safe.
    """
    return Graph(
        graph={
            "rankdir": direction.flow,
            "bgcolor": palette.paper,
            "nodesep": "0.2",
            "ranksep": "0.25",
            "pad": "0.1",
            "labeljust": "r" if direction is Direction.LEFT else "l",
            "labelloc": "b" if direction is Direction.UP else "t",
            "newrank": "true",
            "fontname": style.DOT_FONT,
            "fontsize": f"{style.TEXT_SIZE:g}",
        },
        node={
            "shape": "box",
            "style": "filled,rounded",
            "margin": "0.14,0.07",
            "height": "0.3",
            "color": palette.border,
            "fillcolor": palette.box,
            "penwidth": f"{style.STROKE:g}",
            "fontname": style.DOT_FONT,
            "fontsize": f"{style.TEXT_SIZE:g}",
            "fontcolor": palette.text,
        },
        edge={"arrowsize": "0.7", "penwidth": f"{style.STROKE:g}"},
        body=tuple(_statements(plan, palette, urls, with_legend=with_legend)),
    )


def urls(argument_map: ArgumentMap) -> dict[str, str]:
    """Return by id where a claim or an argument leads to, if that is safe.

    That is what its data link it to, or else the first work that it is quoted from.
    """
    found = {each.id: _url(argument_map, each) for each in argument_map.propositions}
    return {part_id: url for part_id, url in found.items() if is_safe(url)}


def _url(argument_map: ArgumentMap, part: Claim | Argument) -> str:
    kind, target = link_of(part.data) or ("", "")
    if kind == "url" or isinstance(part, Argument):
        return target if kind == "url" else ""
    sources = [argument_map.find_source(each.source) for each in part.quotations]
    return next((each.url for each in sources if each and each.url), "")


def _statements(
    plan: Plan, palette: Palette, urls: Mapping[str, str], *, with_legend: bool
) -> Iterator[str]:
    for box in plan.boxes:
        yield _statement(_string(box.part), _box(box, palette, urls))
    for junction in plan.junctions:
        yield _statement(_string(junction.part), _junction(junction, palette))
    for edge in plan.edges:
        yield _statement(_ends(edge.tail, edge.head), _edge(plan, edge, palette))
    yield from _clusters(plan, palette)
    # at the top level, where readers that know no subgraphs find all of the above
    for box in plan.boxes:
        if box.is_thesis:
            yield f"\t{{ rank=max {_string(box.part)} }}\n"
    if with_legend:
        yield from _legend(plan, palette)


def _statement(subject: str, attributes: Mapping[str, str], indent: str = "\t") -> str:
    """Return a statement, a long text on a line of its own."""
    listed = ""
    for name, value in attributes.items():
        listed += f"\n{indent}\t" if name in _TEXTS else " " * bool(listed)
        listed += f"{name}={_string(value)}"
    return f"{indent}{subject} [{listed}]\n"


def _listed(attributes: Mapping[str, str]) -> str:
    """Return attributes as `graphviz` writes them: sorted, quoted if need be."""
    listed = (
        f"{name}={value}" if _BARE.fullmatch(value) else f'{name}="{value}"'
        for name, value in sorted(attributes.items())
    )
    return f" [{' '.join(listed)}]"


def _ends(tail: str, head: str) -> str:
    return f"{_string(tail)} -> {_string(head)}"


def _string(escaped: str) -> str:
    """Return what is escaped in quotation marks, in pieces if it is long."""
    return '"{}"'.format('"\n\t\t+ "'.join(_CHUNK.findall(escaped)))


def _escaped(text: str) -> str:
    """Return text in which nothing means anything to Graphviz."""
    return _ENTITY.sub("&amp;", text.replace("\\", r"\\").replace('"', r"\""))


def _label(lines: Iterable[Line]) -> str:
    r"""Return lines ranged as they are read; what ends in `\l` is never markup."""
    return "".join(
        _escaped(line.words) + (r"\r" if line.is_right_to_left else r"\l")
        for line in lines
    )


def _box(box: Box, palette: Palette, urls: Mapping[str, str]) -> dict[str, str]:
    attributes = dot_looks.of_box(box, palette)
    lines = broken(box.texts, widest=style.TEXT_MAX_WIDTH).all
    attributes |= {"label": _label(lines), "tooltip": _escaped(box.name)}
    if box.part in urls:
        attributes["URL"] = urls[box.part].translate(_IN_URL)
    return attributes


def _junction(junction: Junction, palette: Palette) -> dict[str, str]:
    attributes = dot_looks.of_junction(junction, palette)
    if junction.texts:
        first, *others = junction.texts
        signed = first.after(junction.kind.dot_sign)
        lines = broken([signed, *others], style.ARGUMENT_WIDTH).all
        attributes |= dot_looks.FRAME | {"label": _label(lines)}
    return attributes | {"tooltip": _escaped(junction.name)}


def _edge(plan: Plan, edge: Edge, palette: Palette) -> dict[str, str]:
    attributes = dot_looks.of_edge(edge, palette)
    stroke = plan.stroke(edge)
    if stroke != style.STROKE:
        attributes["penwidth"] = f"{stroke:g}"
    # boxes take every other rank, junctions those between
    if (edge.tail in plan.at_junction) == (edge.head in plan.at_junction):
        attributes["minlen"] = "2"
    if edge.part not in plan.at_junction and edge.part not in plan.boxes_by_part:
        attributes["id"] = edge.part
    return attributes


def _clusters(plan: Plan, palette: Palette) -> Iterator[str]:
    """Yield the groups, each with its members and then the groups in it."""

    def inside(parent: str | None, indent: str) -> Iterator[str]:
        for _, group in plan.groups_inside[parent]:
            yield f"{indent}subgraph {_string(f'cluster_{group.part}')} {{\n"
            yield _statement("graph", _cluster(group, palette), f"{indent}\t")
            yield from (f"{indent}\t{_string(each)}\n" for each in group.members)
            yield from inside(group.part, f"{indent}\t")
            yield f"{indent}}}\n"

    return inside(None, "\t")


def _cluster(group: Group, palette: Palette) -> dict[str, str]:
    return {
        "fontcolor": palette.quiet,
        "style": "filled,rounded",
        "color": group.color or palette.group_border,
        "fillcolor": palette.group,
        "margin": f"{style.GROUP_PADDING:g}",
        "label": _label(broken([Text(group.title)], style.TEXT_MAX_WIDTH).all),
        "tooltip": _escaped(group.title),
    }


def _legend(plan: Plan, palette: Palette) -> Iterator[str]:
    """Yield a cluster that shows what the boxes and lines that occur mean."""

    def sample(subject: str, looks: Mapping[str, str]) -> str:
        return _statement(subject, {**looks, "class": "legend"}, "\t\t")

    yield f'\tsubgraph "cluster_{_LEGEND}" {{\n'
    yield sample("graph", _cluster(Group("", "Legend", ()), palette))
    for flag, meaning in BOX_MEANINGS:
        if any(getattr(box, flag) for box in plan.boxes):
            look: dict[str, Any] = {flag: True}
            box = Box("", meaning, (Text(meaning),), **look)
            yield sample(_string(_LEGEND + flag), _box(box, palette, NOTHING))
    drawn = {edge.kind for edge in plan.edges}
    for kind in LINE_KINDS:
        if kind in drawn and kind.meaning:
            line = Edge(f"{_LEGEND}from {kind.name}", _LEGEND + kind.name, "", kind)
            yield sample(_string(line.tail), _POINT)
            yield sample(_string(line.head), {**_WORDS, "label": kind.meaning})
            looks = dot_looks.of_edge(line, palette)
            yield sample(_ends(line.tail, line.head), looks)
    yield "\t}\n"


_POINT: Final = {"shape": "point", "width": "0.05", "height": "0.05"}
_WORDS: Final = {"shape": "plaintext", "style": ""}
