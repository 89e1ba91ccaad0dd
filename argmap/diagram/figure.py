"""A picture as a figure of a page in HTML: scrolling, captioned, with the outline.

Whatever comes from a map or a page is text in it, never markup.
"""

from collections.abc import Mapping
from typing import Final

import attrs

from argmap.diagram.drawing import Diagram
from argmap.diagram.outline import entries
from argmap.diagram.outline_html import OutlineDisplay, outline_html
from argmap.diagram.request import Reader, choice, text
from argmap.diagram.scrolling import (
    Publish,
    first_in_view,
    is_wide,
    links_beside,
    scroll_box,
    thesis_mark,
)
from argmap.diagram.svg_shapes import xml
from argmap.words import one_line

FIGURE_OPTIONS: Final[Mapping[str, Reader]] = {
    **dict.fromkeys(("file", "caption", "alt"), text),
    "outline": choice(OutlineDisplay),
}
"""What reads the options of a fence besides those of its picture, by their names."""
_UNSEEN: Final = (
    "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"
)


@attrs.frozen
class Figure:
    """A diagram as it stands on a page; without an `alt` its summary is said.

    >>> from argmap.diagram import draw
    >>> from argmap.model import ArgumentMap, Claim
    >>> diagram = draw(ArgumentMap([Claim("rose", "Rents rose.")]))
    >>> Figure(diagram, caption="Rents").html(1).count("<svg")
    1
    """

    diagram: Diagram
    alt: str = ""
    caption: str = ""
    outline: OutlineDisplay = OutlineDisplay.COLLAPSED

    @property
    def said(self) -> str:
        """The alternative text."""
        return one_line(self.alt) or self.diagram.plan.summary

    def html(self, number: int, publish: Publish | None = None) -> str:
        """Return the figure; those of one page have different numbers.

        Where texts can be published, a picture that a phone has to scroll for has
        links beside it. Raises what laying the diagram out raises.
        """
        diagram, svg, links = self.diagram, self.diagram.inline_svg(number), ""
        first = first_in_view(diagram.argument_map)
        mark = thesis_mark(svg, f"{diagram.plan.key}-{number}-{first}")
        if publish and is_wide(svg):
            links = links_beside(diagram.svg, diagram.page_as_list, publish)
        caption = xml(one_line(self.caption))
        return (
            '<div class="argmap-map"><figure class="argmap-figure"'
            ' style="width:auto;margin-left:0;margin-right:0">'
            f"{scroll_box(svg, self.said, mark)}"
            f"{f'<figcaption>{caption}</figcaption>' if caption else ''}"
            f"</figure>{links}{self.words}</div>"
        )

    @property
    def words(self) -> str:
        """The outline, displayed as wanted."""
        html = outline_html(
            entries(self.diagram.argument_map, self.diagram.evaluation),
            item=lambda entry: f"<li>{xml(entry.spoken)}",
            heading=lambda entry: f"<p><strong>{xml(entry.words)}</strong></p>",
        )
        if self.outline is OutlineDisplay.COLLAPSED:
            html = f"<summary>Outline</summary>{html}"
            return f'<details class="argmap-outline">{html}</details>'
        is_unseen = self.outline is OutlineDisplay.NONE
        style = f' style="{_UNSEEN}"' if is_unseen else ""
        return f'<div class="argmap-outline"{style}>{html}</div>'
