"""Looks of boxes, junctions and lines in DOT, as attributes of Graphviz."""

from typing import Final

from argmap.diagram import style
from argmap.diagram.color import text_on
from argmap.diagram.plan import Box, Edge, Junction
from argmap.diagram.style import ArrowHead, Palette

FRAME: Final = {
    "shape": "box",
    "style": "filled,rounded",
    "fixedsize": "false",
    "margin": "0.1,0.05",
    "fontsize": f"{style.SPEAKER_SIZE:g}",
}
"""A junction with words in it, which take more room than a sign."""

_SIGN: Final = 0.6
"""The size of a sign's letters in one of its junction."""


def of_box(box: Box, palette: Palette) -> dict[str, str]:
    """Return how a box differs from others, and as `class` what it is."""
    what = "argument" if box.is_sketch else "question" if box.is_question else "claim"
    kinds = {
        what: True,
        "thesis": box.is_thesis,
        "implicit": box.is_implicit,
        "rejected": box.is_rejected,
        "contested": box.is_contested,
    }
    attributes = {"class": " ".join(name for name, is_so in kinds.items() if is_so)}
    if box.is_question:
        attributes["shape"] = "ellipse"
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
    return attributes | _border(box.color if not box.fill else "")


def _border(color: str) -> dict[str, str]:
    """Return the border that an author gave a colour, if there is one."""
    return {"color": color, "penwidth": f"{style.THICK_STROKE:g}"} if color else {}


def of_junction(junction: Junction, palette: Palette) -> dict[str, str]:
    """Return the look of a junction: a small circle or diamond with a sign in it."""
    size = f"{junction.diameter / 72:.2f}"
    colour = palette.lines[junction.color]
    fill, sign = colour, palette.paper
    if junction.is_rejected:
        fill, sign = sign, fill
    strict = {"peripheries": "2"} if junction.is_strict else {}
    return {
        "class": junction.kind.name + " rejected" * junction.is_rejected,
        "shape": junction.kind.junction,
        **strict,
        "fixedsize": "true",
        "margin": "0",
        "fontsize": f"{junction.diameter * _SIGN:.0f}",
        "width": size,
        "height": size,
        "color": colour,
        "fillcolor": fill,
        "fontcolor": sign,
        "style": "filled",
        "label": junction.kind.dot_sign,
        **_border(junction.border),
    }


def of_edge(edge: Edge, palette: Palette) -> dict[str, str]:
    """Return the colour, dashes and heads of a line, and as `class` its kind."""
    kind = edge.kind
    attributes = {
        "class": kind.name + " rejected" * edge.is_rejected,
        "color": palette.lines[edge.color],
    }
    if kind.dot:
        attributes["style"] = kind.dot
    if kind.end is ArrowHead.ARROW and edge.is_rejected:
        attributes["arrowhead"] = "onormal"
    elif kind.end is not ArrowHead.ARROW:
        attributes["arrowhead"] = kind.end.value
    if kind.start is not ArrowHead.NONE:
        attributes |= {"dir": "both", "arrowtail": kind.start.value}
    return attributes
