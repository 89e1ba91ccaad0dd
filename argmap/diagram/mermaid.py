"""A plan as a Mermaid flowchart, which code-hosting sites draw in a README.

Mermaid wraps and places for itself; linked premises meet in a junction here too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from argmap.diagram import style
from argmap.diagram.color import text_on
from argmap.diagram.dot import node_names
from argmap.diagram.graph.direction import readable_direction
from argmap.diagram.plan import Box, Group, Plan
from argmap.diagram.style import Direction, LineColor, LineKind, Palette

_MEANINGFUL = re.compile(
    r"""["#&;<>\\`%|@$*_~]"""  # to Mermaid, HTML, Markdown and TeX
    r"|^[-+]|(?<=\d)[.)](?= )"  # in lists
    r"|:(?=//|fa-)|(?<=www)\.|\](?=\()",  # in links and icons
    re.IGNORECASE,
)
_DIRECTIONS = {
    Direction.UP: "BT",
    Direction.DOWN: "TB",
    Direction.LEFT: "RL",
    Direction.RIGHT: "LR",
}
_WIDTHS = {
    style.STROKE: "",
    style.THICK_STROKE: ",stroke-width:4px",
    style.THIN_STROKE: ",stroke-width:1px",
}
_JUNCTIONS = {"circle": '(("{}"))', "diamond": '{{"{}"}}'}


def mermaid(plan: Plan, direction: Direction = Direction.AUTO) -> str:
    """Return the plan as a Mermaid flowchart.

    >>> from argmap import ArgumentMap, Claim
    >>> from argmap.diagram.plan import plan
    >>> print(mermaid(plan(ArgumentMap([Claim("rose", 'Rents "rose".')]))), end="")
    flowchart BT
      n0["Rents #34;rose#34;."]:::claim
      classDef claim fill:none,stroke:#57606a
    """
    if direction is Direction.AUTO:
        direction = readable_direction(plan)
    return "".join(f"{line}\n" for line in _lines(plan, direction))


def _lines(plan: Plan, direction: Direction) -> Iterator[str]:
    names = node_names(plan)
    nodes = {box.part: _box(names[box.part], box) for box in plan.boxes} | {
        each.part: f"{names[each.part]}{_junction(each.kind)}:::{each.color}"
        for each in plan.junctions
    }
    yield f"flowchart {_DIRECTIONS[direction]}"
    for index, group in plan.groups_inside[None]:
        yield _opened(index, group, "  ")
        for each in plan.groups_inside[group.part]:
            yield _opened(*each, "    ")
            yield from (f"      {nodes[member]}" for member in each[1].members)
            yield "    end"
        yield from (f"    {nodes[member]}" for member in group.members)
        yield "  end"
    grouped = {member for group in plan.groups for member in group.members}
    for part, node in nodes.items():
        if part not in grouped:
            yield f"  {node}"
    for edge in plan.edges:
        yield f"  {names[edge.tail]} {edge.kind.mermaid} {names[edge.head]}"
    yield from _looks(plan)


def _opened(index: int, group: Group, indent: str) -> str:
    title = _escaped(group.title)
    return f'{indent}subgraph s{index}["{title}"]'


def _box(name: str, box: Box) -> str:
    return f'{name}["{_escaped(box.name)}"]:::{_kind(box)}'


def _junction(kind: LineKind) -> str:
    return _JUNCTIONS[kind.junction].format(kind.sign)


def _kind(box: Box) -> str:
    if box.is_rejected:
        return "rejected"
    if box.is_contested:
        return "contested"
    return "thesis" if box.is_thesis else "implicit" if box.is_implicit else "claim"


def _escaped(words: str) -> str:
    """Return text in which nothing means anything to Mermaid or HTML."""
    return _MEANINGFUL.sub(lambda match: f"#{ord(match[0])};", words)


def _looks(plan: Plan) -> Iterator[str]:
    palette = style.LIGHT
    looks = {
        "thesis": f"fill:none,stroke:{palette.border},stroke-width:4px",
        "claim": f"fill:none,stroke:{palette.border}",
        "rejected": f"fill:none,stroke:{palette.border},stroke-dasharray:2 3",
        "contested": f"fill:none,stroke:{palette.border},stroke-dasharray:8 3 2 3",
        "implicit": f"fill:none,stroke:{palette.border},stroke-dasharray:5 3",
        **{
            str(name): f"fill:{colour},stroke:{colour},color:#ffffff"
            for name, colour in palette.lines.items()
        },
        str(LineColor.FAINT): f"fill:none,stroke:{palette.lines[LineColor.FAINT]}",
    }
    used = {str(junction.color) for junction in plan.junctions}
    used |= {_kind(box) for box in plan.boxes}
    for name, look in looks.items():
        if name in used:
            yield f"  classDef {name} {look}"
    for index, box in enumerate(plan.boxes):
        if box.fill:
            yield f"  style n{index} fill:{box.fill},color:{text_on(box.fill)}"
        elif box.color:
            yield f"  style n{index} stroke:{box.color},stroke-width:3px"
    for index, group in enumerate(plan.groups):
        if group.color:
            yield f"  style s{index} stroke:{group.color}"
    yield from _line_looks(plan, palette)


def _line_looks(plan: Plan, palette: Palette) -> Iterator[str]:
    """Yield a line for all edges that look alike: a second one would undo the first."""
    lines: defaultdict[tuple[LineColor, float], list[str]] = defaultdict(list)
    for index, edge in enumerate(plan.edges):
        lines[edge.color, plan.stroke(edge)].append(str(index))
    for name, colour in palette.lines.items():
        for stroke, width in _WIDTHS.items():
            if alike := lines[name, stroke]:
                yield f"  linkStyle {','.join(alike)} stroke:{colour}{width}"
