"""Output for notebooks: a picture that says in words what it is, or the words alone.

JupyterLab shows SVG as an image without a name, so the picture is given as HTML too.
"""

from base64 import b64encode
from itertools import count
from typing import Final

import attrs

from argmap.diagram.drawing import Diagram, draw
from argmap.diagram.figure import Figure
from argmap.diagram.svg_shapes import xml
from argmap.display import Bundle
from argmap.model import ArgumentMap
from argmap.words import first_lines

_PATIENCE: Final = 2.0
"""How many seconds a notebook waits for a picture at most."""
_MOST_PARTS: Final = 500
_MOST_LINES: Final = 200
_SHOWN = count(1)
"""Numbers the outputs of a notebook, which share one page."""


def show(shown: ArgumentMap | Diagram) -> Bundle:
    """Return a picture, or the outline where nobody could read or wait for one."""
    if isinstance(shown, Diagram):
        return _diagram(shown)
    diagram = draw(shown)
    size = len([*shown.propositions, *shown.steps])
    if size > _MOST_PARTS:
        return _in_words(diagram, f"{size:,} parts; draw() draws them all the same")
    return _diagram(diagram)


def _diagram(diagram: Diagram) -> Bundle:
    """Return the picture with its summary, or the outline and why; never raises."""
    quick = attrs.evolve(diagram, timeout=min(diagram.timeout, _PATIENCE))
    try:
        drawn = quick.numbered_svg(next(_SHOWN))
        alt = diagram.plan.summary
    except Exception as error:  # noqa: BLE001 - the cell has done its work
        return _in_words(diagram, str(error))
    source = f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
    image = f'<img alt="{xml(alt)}" style="max-width:100%" src="{source}">'
    data = {
        "text/html": image + Figure(diagram).words,
        "image/svg+xml": drawn,
        "text/plain": first_lines(diagram.outline, _MOST_LINES),
    }
    return data, {"image/svg+xml": {"alt": alt}}


def _in_words(diagram: Diagram, reason: str) -> Bundle:
    words = f"{first_lines(diagram.outline, _MOST_LINES)}\n\n(no picture: {reason})"
    return {"text/plain": words}, {}
