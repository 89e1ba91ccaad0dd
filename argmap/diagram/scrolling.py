"""A picture on the page of a host, where a narrow column makes it scroll.

It begins at its thesis and fades at the sides where it goes on; links lead to the
picture alone, which a browser makes as large as its reader likes, and to the page to
read the argument on.
"""

import re
from collections.abc import Callable
from typing import Final

from argmap.diagram.style import MARGIN, SMALLEST_TEXT, TEXT_SIZE
from argmap.diagram.svg_shapes import natural_size, xml
from argmap.model import ArgumentMap

SHRINKS_TO: Final = SMALLEST_TEXT / TEXT_SIZE
"""How far a picture gets smaller in a narrow column before it scrolls."""
_NARROW: Final = 340
"""In pixels: the column of a page on a phone."""
_BOX: Final = re.compile(r'<rect [^>]*?\bx="([\d.e+-]+)"')
_DESCRIBED: Final = "</desc>\n"
_END: Final = "calc(100% - 3em)"
_RULES: Final = (
    ".argmap-thesis{position:absolute;left:0;scroll-initial-target:nearest}"
    "@supports (animation-timeline:scroll()){@media screen{.argmap-scroll{"
    "animation:argmap-fade linear both;animation-timeline:scroll(self inline)}}"
    "@keyframes argmap-fade{"
    f"from{{mask-image:linear-gradient(to right,#000 {_END},transparent)}}"
    "5%,95%{mask-image:linear-gradient("
    f"to right,transparent,#000 3em,#000 {_END},transparent)}}"
    "to{mask-image:linear-gradient(to right,transparent,#000 3em)}}}"
    "@media print{.argmap-alone{display:none}}"
)

Publish = Callable[[str, str], str]
"""Puts a text into a file with this suffix; returns the link to it."""


def is_wide(svg: str) -> bool:
    """Return whether a phone has to scroll for a picture.

    >>> is_wide('<svg width="736" height="60">')
    True
    """
    return natural_size(svg)[0] * SHRINKS_TO > _NARROW


def first_in_view(argument_map: ArgumentMap) -> str:
    """Return the id of what a picture begins at: the thesis, or else a conclusion.

    >>> from argmap.model import Claim
    >>> first_in_view(ArgumentMap([Claim("rose", "Rents rose.")]))
    'rose'
    """
    conclusions = (each.id for each in argument_map.roots)
    return argument_map.thesis or next(conclusions, "")


def thesis_mark(svg: str, box: str, width: str = "") -> str:
    """Return what a browser scrolls to at first: a place just before a box, by its id.

    An element of a picture cannot be scrolled to. The picture may have a width.

    >>> thesis_mark('<svg width="80" height="60">', "m-cap")
    ''
    """
    begin = f'<g id="{box}" class="claim"'
    found = _BOX.search(svg, svg.find(begin)) if begin in svg else None
    if found is None:
        return ""
    natural = natural_size(svg)[0]
    place = max(0, float(found[1]) - MARGIN) / natural
    shown = f"max({natural * SHRINKS_TO:.0f}px, min(100%, {natural:.0f}px))"
    if width and width[-1] != "%":
        shown = width
    looks = f"margin-left:calc({place:.3f} * {shown})"
    return f'<span class="argmap-thesis" style="{looks}"></span>'


def scroll_box(svg: str, said: str, mark: str) -> str:
    """Return a picture in a box that it scrolls in, with a mark where it begins.

    >>> scroll_box("<svg></desc></svg>", "A map.", "").startswith("<div")
    True
    """
    rules = f"{_DESCRIBED}<style>{_RULES}</style>\n"
    return (
        '<div class="argmap-scroll" style="overflow-x:auto;position:relative"'
        f' tabindex="0" role="region" aria-label="{xml(said)}">{mark}'
        f"{svg.replace(_DESCRIBED, rules, 1)}</div>"
    )


def links_beside(svg: str, page: str, publish: Publish) -> str:
    """Return the links to a picture alone and to its page, in files of their own.

    >>> html = links_beside("<svg/>", "<html/>", lambda _, suffix: f"m.{suffix}")
    >>> html.count('href="m.svg"'), html.count('href="m.html"')
    (1, 1)
    """
    links = (
        f'<a href="{xml(publish(text, suffix))}">{words}</a>'
        for text, suffix, words in (
            (page, "html", "Read the argument"),
            (svg, "svg", "Picture alone"),
        )
    )
    looks = "margin:0.3em 0;font-size:0.85em;text-align:right"
    return f'<p class="argmap-alone" style="{looks}">{" · ".join(links)}</p>'
