"""A picture as a figure of a page in HTML: scrolling, captioned, with the outline.

Whatever comes from a map or a page is text in it, never markup.
"""

from typing import Final

import attrs

from argmap.diagram.drawing import Diagram
from argmap.diagram.outline import entries
from argmap.diagram.outline_html import OutlineDisplay, outline_html
from argmap.diagram.svg_shapes import xml
from argmap.words import one_line

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

    def html(self, number: int) -> str:
        """Return the figure; those of one page have different numbers.

        Raises what laying the diagram out raises.
        """
        caption = xml(one_line(self.caption))
        return (
            '<div class="argmap-map"><figure class="argmap-figure"'
            ' style="width:auto;margin-left:0;margin-right:0">'
            '<div class="argmap-scroll" style="overflow-x:auto" tabindex="0"'
            f' role="region" aria-label="{xml(self.said)}">'
            f"{self.diagram.inline_svg(number)}</div>"
            f"{f'<figcaption>{caption}</figcaption>' if caption else ''}"
            f"</figure>{self.words}</div>"
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
