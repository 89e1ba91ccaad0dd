"""The shapes that a picture is made of, each as SVG: boxes, words, lines, junctions.

What can change with the reader's colour scheme hangs on a class: `paper`,
`group`, `box`, `quiet`, and the name of a line's colour.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from math import hypot
from types import MappingProxyType
from typing import Final

from argmap.diagram import style
from argmap.diagram.color import text_on
from argmap.diagram.plan import Box
from argmap.diagram.positions import EdgePath, Line, Placed, Point, Rail
from argmap.diagram.spans import Span, pieces
from argmap.diagram.style import (
    CHANGES,
    ArrowHead,
    ChangeLook,
    LineColor,
    LineKind,
    Palette,
)
from argmap.links import is_safe

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_MEANINGFUL = re.compile('[&<>"]')
_SIZE = re.compile(r' width="([\d.e+]+)" height="([\d.e+]+)"')
RISE = 0.76
"""From the top of a line to the foot of its letters, as a part of its leading."""


_SIGNS: Final[Mapping[str, tuple[tuple[Point, ...], ...]]] = MappingProxyType(
    {
        "−": (((-1, 0), (1, 0)),),
        "+": (((-1, 0), (1, 0)), ((0, -1), (0, 1))),
        "×": (((-0.7, -0.7), (0.7, 0.7)), ((-0.7, 0.7), (0.7, -0.7))),
        "!": (((0, -1), (0, 0.1)), ((0, 0.5), (0, 1))),
        "=": (((-1, -0.5), (1, -0.5)), ((-1, 0.5), (1, 0.5))),
        "<": (((0.7, -1), (-0.7, 0), (0.7, 1)),),
        "•": (((-0.5, -0.25), (0.5, -0.25)), ((-0.5, 0.25), (0.5, 0.25))),
    }
)
"""The lines of each sign, from its middle on, in lengths of its arms."""
_TO_THE_TIP = (ArrowHead.TEE, ArrowHead.OPEN)
"""Heads that a line runs through."""


def natural_size(svg: str) -> tuple[float, float]:
    """Return the width and the height of a picture, in pixels.

    >>> natural_size('<svg id="m" width="80" height="60">')
    (80.0, 60.0)
    """
    found = _SIZE.search(svg)
    assert found  # noqa: S101 - every picture of ours says its size
    return float(found[1]), float(found[2])


def xml(text: str) -> str:
    """Return text with nothing in it that means anything to XML."""
    return text.translate(_ENTITIES) if _MEANINGFUL.search(text) else text


def rectangle(box: Box, placed: Placed, palette: Palette) -> str:
    """Draw a box; a colour of its own fills an argument and borders a claim.

    What is contested has two borders, one inside the other; an argument has a spine.
    """
    dashes = ' stroke-dasharray="5 3"' if box.is_implicit else ""
    if box.is_rejected:
        dashes = ' stroke-dasharray="1.5 2.5"'
    stroke = style.THICK_STROKE if box.is_thesis else style.STROKE
    name, fill = ("group", palette.group) if box.is_sketch else ("box", palette.box)
    own = ""
    if box.fill:
        name, fill = "painted", box.fill
    elif box.color:
        own = border(box.color)
    if box.change:
        own, dashes = _changed(CHANGES[box.change])
    looks = f' stroke="{palette.border}" stroke-width="{stroke:g}"{dashes}{own}/>'
    (x, y), (width, height) = placed.corner, placed.size
    rectangles = ""
    for inset in (0, style.DOUBLE) if box.is_contested else (0,):
        round_ = height / 2 if box.is_question else style.CORNER
        corners = "" if box.is_thesis else f' rx="{min(round_, 16) - inset / 2:g}"'
        rectangles += (
            f'<rect class="{name}" x="{x + inset:g}" y="{y + inset:g}"'
            f' width="{width - 2 * inset:g}" height="{height - 2 * inset:g}"'
            f'{corners} fill="{fill}"{looks}'
        )
    if box.is_sketch:
        spine = f"M{x + style.DOUBLE:g} {y:g}v{height:g}"
        rectangles += f'<path class="{name}" fill="none" d="{spine}"{looks}'
    if box.change:
        return colored(rectangles, CHANGES[box.change].color, palette)
    return rectangles


def _changed(look: ChangeLook) -> tuple[str, str]:
    """Return the border of what has changed, in the colour of its group, and dashes."""
    dashes = f' stroke-dasharray="{" ".join(f"{each:g}" for each in look.dashes)}"'
    return border("currentColor"), dashes * bool(look.dashes)


def reference(placed: Placed, palette: Palette) -> str:
    """Draw the rectangle of a mention, with a thin border."""
    (x, y), (width, height) = placed.corner, placed.size
    return (
        f'<rect class="paper" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
        f' rx="3" fill="{palette.paper}" stroke="{palette.border}"'
        ' stroke-width="0.7"/>'
    )


def argument(
    placed: Placed, palette: Palette, color: str = "", change: str = ""
) -> str:
    """Draw the frame round a junction and the name of its argument, in its colour.

    That of a step that has changed looks like the border of a box that has.
    """
    (x, y), (width, height) = placed.corner, placed.size
    own, dashes = border(color) if color else "", ""
    if change:
        own, dashes = _changed(CHANGES[change])
    frame = (
        f'<rect class="paper" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
        f' rx="{min(height / 2, 10):g}" fill="{palette.paper}" stroke-width="1"'
        f"{dashes}{own}/>"
    )
    return colored(frame, CHANGES[change].color, palette) if change else frame


def border(color: str) -> str:
    """Return a border's own colour as what no style sheet overrules."""
    return f' style="stroke:{color};stroke-width:{style.THICK_STROKE:g}"'


def words(
    lines: Iterable[Line],
    corner: Point,
    palette: Palette,
    background: str = "",
    *,
    right: float = 0,
    is_quiet: bool = False,
    is_struck: bool = False,
) -> Iterator[str]:
    """Write lines of text below each other, from the left upper corner on.

    What is written from right to left begins at the `right`. On a background that the
    palette does not know lines are black or white.
    """
    x, y = corner
    for line in lines:
        foot = y + RISE * line.leading
        looks = ' direction="rtl"' if line.is_right_to_left else ""
        looks += ' font-weight="bold"' if line.is_bold else ""
        if background:
            looks += f' fill="{text_on(background)}"'
        elif line.is_label or is_quiet:
            looks += f' class="quiet" fill="{palette.quiet}"'
        if is_struck and not line.is_label:
            looks += ' text-decoration="line-through"'
        if line.is_label:
            looks += f' font-size="{line.size:g}"'
        number = f'<tspan font-weight="bold">{line.number}</tspan> ' * bool(line.number)
        start = right if line.is_right_to_left else x
        content = number + "".join(
            _piece(*each) for each in pieces(line.words, line.spans)
        )
        yield f'<text x="{start:g}" y="{foot:.1f}"{looks}>{content}</text>'
        y += line.leading


def _piece(words: str, span: Span | None) -> str:
    """Write words of a line, as bold, italic, or a link that may be followed."""
    url = span.url if span and is_safe(span.url) else ""
    looks = ""
    if span:
        looks += ' font-weight="bold"' * span.is_bold
        looks += ' font-style="italic"' * span.is_italic
        looks += ' text-decoration="underline"' * bool(url)
    shown = f"<tspan{looks}>{xml(words)}</tspan>" if looks else xml(words)
    return f'<a href="{xml(url)}">{shown}</a>' if url else shown


def number(
    placed: Placed, corner: Point, palette: Palette, background: str = ""
) -> str:
    """Write the number of a box before its first line, which begins at the corner."""
    x, y = corner
    foot = y + RISE * placed.lines[0].leading
    looks = f'class="quiet" fill="{palette.quiet}"'
    if background:
        looks = f'fill="{text_on(background)}"'
    return (
        f'<text x="{x - style.NUMBER_GAP:g}" y="{foot:.1f}" text-anchor="end"'
        f' font-weight="bold" font-size="{style.SPEAKER_SIZE:g}" {looks}>'
        f"{placed.number}</text>"
    )


def rails(all_: Iterable[Rail]) -> str:
    """Draw lines down the side of a list, bars thicker."""
    shapes = ""
    for each in all_:
        stroke = style.BAR if each.is_bar else style.STROKE
        line = f"M{each.top[0]:g} {each.top[1]:g}V{each.bottom[1]:g}"
        shapes += f'<path class="rail" stroke-width="{stroke:g}" d="{line}"/>'
    return shapes


def colored(shapes: str, color: LineColor, palette: Palette) -> str:
    """Return shapes as a group with the colour of a line."""
    return (
        f'<g class="{color}" color="{palette.lines[color]}" stroke="currentColor"'
        f' fill="none">{shapes}</g>'
    )


def line(path: EdgePath, kind: LineKind, stroke: float = style.STROKE) -> str:
    """Draw a line with its heads, in the colour of the group it is in."""
    points = list(path.points)
    heads = ""
    if path.end and kind.end is not ArrowHead.NONE:
        tip = _before(path.end, points[-1])
        heads += _head(kind.end, points[-1], tip, stroke)
        points += [tip] * 3 if kind.end in _TO_THE_TIP else []
    if path.start and kind.start is not ArrowHead.NONE:
        tip = _before(path.start, points[0])
        heads += _head(kind.start, points[0], tip, stroke)
        points[:0] = [tip] * 3 if kind.start in _TO_THE_TIP else []
    dashes = " ".join(f"{length:g}" for length in kind.dashes)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    first, *rest = (f"{x:g} {y:g}" for x, y in points)
    return (
        f'<path class="line" stroke-width="{stroke:g}"{dashed}'
        f' d="M{first}C{" ".join(rest)}"/>{heads}'
    )


def _before(tip: Point, neck: Point) -> Point:
    """Return a point on the way to a tip, so that a head is clear of a border."""
    away = neck[0] - tip[0], neck[1] - tip[1]
    part = style.CLEARANCE / (hypot(*away) or 1.0)
    return round(tip[0] + part * away[0], 1), round(tip[1] + part * away[1], 1)


def _head(head: ArrowHead, neck: Point, tip: Point, stroke: float) -> str:
    """Draw a head; on a thin line an arrow's is hollow."""
    along = tip[0] - neck[0], tip[1] - neck[1]
    length = hypot(*along) or 1.0
    across = -along[1] / length, along[0] / length
    at, half = (tip, 5.5) if head is ArrowHead.TEE else (neck, 3.2)
    x1, y1 = at[0] + half * across[0], at[1] + half * across[1]
    x2, y2 = at[0] - half * across[0], at[1] - half * across[1]
    one, other = f"{x1:.1f} {y1:.1f}", f"{x2:.1f} {y2:.1f}"
    top = f"{tip[0]:g} {tip[1]:g}"
    outlined = f'stroke-width="{stroke:g}"'
    if head is ArrowHead.TEE:
        return f'<path stroke-width="{stroke + 1:g}" d="M{one}L{other}"/>'
    if head is ArrowHead.OPEN:
        return f'<path {outlined} d="M{one}L{top}L{other}"/>'
    if head is ArrowHead.DOT:
        x, y = (neck[0] + tip[0]) / 2, (neck[1] + tip[1]) / 2
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="currentColor"/>'
    is_hollow = head is ArrowHead.HOLLOW or stroke < style.STROKE
    looks = outlined if is_hollow else 'fill="currentColor" stroke="none"'
    return f'<path {looks} d="M{top}L{one} {other}z"/>'


def junction(
    centre: Point,
    kind: LineKind,
    palette: Palette,
    *,
    diameter: float = style.JUNCTION,
    is_strict: bool = False,
    is_hollow: bool = False,
    color: str = "",
) -> str:
    """Draw a junction: a circle or a diamond, with a sign in it if it is large.

    A hollow one does not count. A colour of its own borders it.
    """
    x, y = centre
    fill = 'fill="currentColor"'
    sign_looks = f'class="sign" stroke="{palette.paper}" stroke-width="2"'
    if is_hollow:
        fill = f'class="paper" fill="{palette.paper}"'
        sign_looks = 'stroke-width="1.2"'
    fill += border(color) if color else ""
    half, arm = diameter / 2, diameter * 0.24
    if kind.junction == "circle":
        shape = f'<circle cx="{x:g}" cy="{y:g}" r="{half:g}" {fill}/>'
    else:
        shape = (
            f'<path {fill} d="M{x:g} {y - half:g}l{half:g} {half:g}'
            f' {-half:g} {half:g} {-half:g} {-half:g}z"/>'
        )
    sign = f'<path {sign_looks} d="{_sign(kind.sign, centre, arm)}"/>'
    if diameter < style.JUNCTION:
        sign = ""
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="{half + 2.5:g}"/>' if is_strict else ""
    return f"{shape}{ring}{sign}"


def _sign(sign: str, centre: Point, arm: float) -> str:
    """Return the lines of a sign, of which each arm is so long."""
    x, y = centre
    return "".join(
        "M" + "L".join(f"{x + arm * u:.1f} {y + arm * v:.1f}" for u, v in line)
        for line in _SIGNS[sign]
    )
