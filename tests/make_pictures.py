"""Draw the pictures that the README and a page about changes show.

Run `python -m tests.make_pictures` after a change of how maps are drawn, and look
at the pictures before keeping them.
"""

from pathlib import Path

import attrs

from argmap import draw, load
from argmap.model.selection import around
from tests.console import ROOT
from tests.examples import EXAMPLES

_ARTICLE = EXAMPLES["russia_in_syria"]
_OLD, _NEW = (
    load(ROOT / "examples" / name)
    for name in ("model_answer.argdown", "model_answer_2.argdown")
)
IMAGES = Path(__file__).parent.parent / "docs" / "images"
PICTURES = {
    "russia_in_syria": draw(_ARTICLE),
    "at_loggerheads": draw(
        attrs.evolve(around(_ARTICLE, "at-loggerheads", 2), sections=())
    ),
    "changes": draw(_NEW, since=_OLD),
}

if __name__ == "__main__":
    for name, diagram in PICTURES.items():
        (IMAGES / f"{name}.svg").write_bytes(diagram.render("svg"))
