"""The marks a picture is made of, each as SVG: boxes, words, lines, junctions.

What can change with the reader's colour scheme hangs on a class: `paper`,
`group`, `box`, `quiet`, and the name of an ink.
"""

import re
from collections.abc import Iterable, Iterator
from math import hypot

from argmap.diagram import style
from argmap.diagram.paint import text_on
from argmap.diagram.places import Course, Point
from argmap.diagram.plan import Line
from argmap.diagram.style import DASHES, Head, Ink, Palette

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_MEANINGFUL = re.compile('[&<>"]')
_RISE = 0.76
"""From the top of a line to the foot of its letters, as a part of its leading."""


def xml(text: str) -> str:
    """Return text with nothing in it that means anything to XML."""
    return text.translate(_ENTITIES) if _MEANINGFUL.search(text) else text


def rectangle(
    corner: Point,
    size: Point,
    palette: Palette,
    *,
    is_thesis: bool = False,
    is_implicit: bool = False,
    is_sketch: bool = False,
    is_rejected: bool = False,
    color: str = "",
) -> str:
    """Draw a box; a colour of its own fills an argument and borders a claim."""
    corners = "" if is_thesis else f' rx="{style.CORNER:g}"'
    dashes = ' stroke-dasharray="5 3"' if is_implicit else ""
    if is_rejected:
        dashes = ' stroke-dasharray="1.5 2.5"'
    stroke = style.THICK_STROKE if is_thesis else style.STROKE
    name, fill = ("group", palette.group) if is_sketch else ("box", palette.box)
    own = ""
    if color and is_sketch:
        name, fill = "painted", color
    elif color:
        own = border(color)
    return (
        f'<rect class="{name}" x="{corner[0]:g}" y="{corner[1]:g}"'
        f' width="{size[0]:g}" height="{size[1]:g}"{corners} fill="{fill}"'
        f' stroke="{palette.border}" stroke-width="{stroke:g}"{dashes}{own}/>'
    )


def border(color: str) -> str:
    """Return a border's own colour as what no style sheet overrules."""
    return f' style="stroke:{color};stroke-width:{style.THICK_STROKE:g}"'


def words(
    lines: Iterable[Line],
    corner: Point,
    palette: Palette,
    background: str = "",
    *,
    is_quiet: bool = False,
) -> Iterator[str]:
    """Write lines of text below each other, from the left upper corner on.

    On a background that the palette does not know they are black or white.
    """
    x, y = corner
    for line in lines:
        foot = y + _RISE * line.leading
        looks = ' font-weight="bold"' if line.is_bold else ""
        if background:
            looks += f' fill="{text_on(background)}"'
        elif line.is_label or is_quiet:
            looks += f' class="quiet" fill="{palette.quiet}"'
        if line.is_label:
            looks += f' font-size="{line.size:g}"'
        yield f'<text x="{x:g}" y="{foot:.1f}"{looks}>{xml(line.words)}</text>'
        y += line.leading


def inked(ink: Ink, palette: Palette) -> str:
    """Return the attributes of a group drawn in one ink."""
    return (
        f'class="{ink}" color="{palette.inks[ink]}" stroke="currentColor" fill="none"'
    )


def line(
    course: Course, ink: Ink, end: Head = Head.NONE, start: Head = Head.NONE
) -> str:
    """Draw a line with its heads, in the colour of the group it is in."""
    points = list(course.points)
    heads = ""
    if course.end:
        heads += _head(end, points[-1], course.end)
        points += [course.end] * 3 if end is Head.TEE else []
    if course.start:
        heads += _head(start, points[0], course.start)
        points[:0] = [course.start] * 3 if start is Head.TEE else []
    dashes = " ".join(f"{length:g}" for length in DASHES[ink])
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    first, *rest = (f"{x:g} {y:g}" for x, y in points)
    return (
        f'<path class="line" stroke-width="{style.STROKE:g}"{dashed}'
        f' d="M{first}C{" ".join(rest)}"/>{heads}'
    )


def _head(head: Head, neck: Point, tip: Point) -> str:
    along = tip[0] - neck[0], tip[1] - neck[1]
    length = hypot(*along) or 1.0
    across = -along[1] / length, along[0] / length
    at, half = (neck, 3.2) if head is Head.ARROW else (tip, 5.5)
    x1, y1 = at[0] + half * across[0], at[1] + half * across[1]
    x2, y2 = at[0] - half * across[0], at[1] - half * across[1]
    if head is Head.ARROW:
        return (
            f'<path fill="currentColor" stroke="none"'
            f' d="M{tip[0]:g} {tip[1]:g}L{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}z"/>'
        )
    return f'<path stroke-width="2.4" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>'


def junction(
    centre: Point, ink: Ink, palette: Palette, *, is_strict: bool = False
) -> str:
    """Draw a junction: a disc with a plus, or a diamond with a minus or a cross."""
    x, y = centre
    half, arm = style.JUNCTION / 2, style.JUNCTION * 0.24
    if ink is Ink.SUPPORT:
        shape = f'<circle cx="{x:g}" cy="{y:g}" r="{half:g}" fill="currentColor"/>'
        sign = f"M{x - arm:g} {y:g}h{2 * arm:g}M{x:g} {y - arm:g}v{2 * arm:g}"
    else:
        shape = (
            f'<path fill="currentColor" d="M{x:g} {y - half:g}l{half:g} {half:g}'
            f' {-half:g} {half:g} {-half:g} {-half:g}z"/>'
        )
        sign = f"M{x - arm:g} {y:g}h{2 * arm:g}"
    if ink is Ink.UNDERCUT:
        arm *= 0.7
        sign = (
            f"M{x - arm:g} {y - arm:g}l{2 * arm:g} {2 * arm:g}"
            f"M{x - arm:g} {y + arm:g}l{2 * arm:g} {-2 * arm:g}"
        )
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="{half + 2.5:g}"/>' if is_strict else ""
    return (
        f'{shape}{ring}<path class="sign" stroke="{palette.paper}"'
        f' stroke-width="2" d="{sign}"/>'
    )
