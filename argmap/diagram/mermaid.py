"""A plan as a Mermaid flowchart, which code-hosting sites draw in a README.

Mermaid wraps and places for itself; linked premises meet in a junction here too. The
colours can be seen on a light page and on a dark one, since nobody knows which it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.diagram import style
from argmap.diagram.color import text_on
from argmap.diagram.graph.direction import readable_direction
from argmap.diagram.plan import Box, Group, Junction, Plan
from argmap.diagram.style import Direction, LineColor, Palette
from argmap.words import is_right_to_left

_MEANINGFUL = re.compile(
    r"""["#&;<>\\`%|@$*_~]"""  # to Mermaid, HTML, Markdown and TeX
    r"|^[-+]|(?<=\d)[.)](?= )"  # in lists
    r"|:(?=//|fa-)|(?<=www)\.|\](?=\()",  # in links and icons
    re.IGNORECASE,
)
_NAME = re.compile(r"\w[\w.]*(?:-\w[\w.]*)*", re.ASCII)
"""What Mermaid reads as a name, whatever letters stand before it."""
_WIDTHS = {
    style.STROKE: "",
    style.THICK_STROKE: ",stroke-width:4px",
    style.THIN_STROKE: ",stroke-width:1px",
}
_JUNCTIONS = {"circle": '(("{}"))', "diamond": '{{"{}"}}'}


def mermaid(plan: Plan, direction: Direction = Direction.AUTO) -> str:
    """Return the plan as a Mermaid flowchart.

    >>> from argmap import ArgumentMap, Claim
    >>> from argmap.diagram.planning import plan
    >>> print(mermaid(plan(ArgumentMap([Claim("rose", 'Rents "rose".')]))), end="")
    flowchart BT
      accDescr: Argument map: Rents #34;rose#34;. 1 claim.
      n-rose["Rents #34;rose#34;."]:::claim
      classDef claim fill:#ffffff,color:#1b1f24,stroke:#6e7781
    """
    direction = readable_direction(plan, direction)
    return "".join(f"{line}\n" for line in _lines(plan, direction))


def _lines(plan: Plan, direction: Direction) -> Iterator[str]:
    names = _names(plan)
    nodes = {box.part: _box(names[box.part], box) for box in plan.boxes} | {
        each.part: f"{names[each.part]}{_junction(each)}:::{each.color}"
        for each in plan.junctions
    }
    yield f"flowchart {direction.flow}"
    if plan.title:
        yield f"  accTitle: {_escaped(plan.title)}"
    yield f"  accDescr: {_escaped(plan.summary)}"
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
    yield from _looks(plan, names)


def _names(plan: Plan) -> dict[str, str]:
    """Return a name for every node: `n-` and its id, or a number if it has to be.

    So a claim more changes few lines, and no id is taken for a word of Mermaid's.
    """
    parts = (*plan.boxes_by_part, *plan.at_junction)
    return {
        part: f"n-{part}" if _NAME.fullmatch(part) else f"n{index}"
        for index, part in enumerate(parts)
    }


def _opened(index: int, group: Group, indent: str) -> str:
    title = _shown(group.title)
    return f'{indent}subgraph s{index}["{title}"]'


def _box(name: str, box: Box) -> str:
    lines = "<br>".join(_shown(each.words) for each in box.texts)
    note = " [implicit]" * box.is_implicit
    start, end = ("([", "])") if box.is_question else "[]"
    return f'{name}{start}"{lines}{note}"{end}:::{_kind(box)}'


def _junction(junction: Junction) -> str:
    if not junction.texts:
        return _JUNCTIONS[junction.kind.junction].format(junction.kind.sign)
    lines = "<br>".join(_shown(each.words) for each in junction.texts)
    return f'("{junction.kind.sign} {lines}")'


def _kind(box: Box) -> str:
    if box.is_rejected:
        return "rejected"
    if box.is_contested:
        return "contested"
    return "thesis" if box.is_thesis else "implicit" if box.is_implicit else "claim"


def _shown(words: str) -> str:
    """Return text with its own base direction, for Mermaid sets that of the page."""
    escaped = _escaped(words)
    return f"#8235;{escaped}#8236;" if is_right_to_left(words) else escaped


def _escaped(words: str) -> str:
    """Return text in which nothing means anything to Mermaid or HTML."""
    return _MEANINGFUL.sub(lambda match: f"#{ord(match[0])};", words)


def _looks(plan: Plan, names: Mapping[str, str]) -> Iterator[str]:
    palette = style.ANY_PAGE
    box = f"fill:{palette.box},color:{palette.text},stroke:{palette.border}"
    looks = {
        "thesis": f"{box},stroke-width:4px",
        "claim": box,
        "rejected": f"{box},stroke-dasharray:2 3",
        "contested": f"{box},stroke-dasharray:8 3 2 3",
        "implicit": f"{box},stroke-dasharray:5 3",
        **{
            str(name): f"fill:{colour},color:{palette.paper},stroke:{colour}"
            for name, colour in palette.lines.items()
        },
    }
    used = {str(junction.color) for junction in plan.junctions}
    used |= {_kind(each) for each in plan.boxes}
    for name, look in looks.items():
        if name in used:
            yield f"  classDef {name} {look}"
    for each in plan.boxes:
        if each.fill:
            fill = f"fill:{each.fill},color:{text_on(each.fill)}"
            yield f"  style {names[each.part]} {fill}"
        elif each.color:
            yield f"  style {names[each.part]} stroke:{each.color},stroke-width:3px"
    for junction in plan.junctions:
        if junction.border:
            border = f"stroke:{junction.border},stroke-width:3px"
            yield f"  style {names[junction.part]} {border}"
    for index, group in enumerate(plan.groups):
        border = group.color or palette.group_border
        yield f"  style s{index} fill:none,color:{palette.quiet},stroke:{border}"
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
