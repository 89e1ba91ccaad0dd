"""Draw the pictures that the README shows.

Run `python -m tests.make_pictures` after a change of how maps are drawn, and look
at the pictures before keeping them.
"""

from pathlib import Path

import attrs

from argmap import draw
from argmap.model.selection import around
from tests.examples import EXAMPLES

_ARTICLE = EXAMPLES["russia_in_syria"]
IMAGES = Path(__file__).parent.parent / "docs" / "images"
PICTURES = {
    "russia_in_syria": draw(_ARTICLE),
    "at_loggerheads": draw(
        attrs.evolve(around(_ARTICLE, "at-loggerheads", 2), sections=())
    ),
}

if __name__ == "__main__":
    for name, diagram in PICTURES.items():
        (IMAGES / f"{name}.svg").write_bytes(diagram.render("svg"))
