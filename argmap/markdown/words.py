"""The outline of a map as lists in HTML: they wrap, and are read with their levels."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from argmap.diagram.outline import entries
from argmap.diagram.svg_shapes import xml
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation

_SIGNS: Final = {
    "": "",
    "+": "Reason: ",
    "-": "Objection: ",
    "x": "Undercut: ",
    "&": "Premise: ",
    "^": "Backing: ",
    "!": "Contradiction: ",
}
_DEEPEST: Final = 12
"""How many levels are indented; those below say their number instead."""


def words(argument_map: ArgumentMap, evaluation: "Evaluation | None" = None) -> str:
    """Return the outline; every list and item in it is closed.

    >>> from argmap import Claim
    >>> words(ArgumentMap([Claim("rose", "Rents rose.")]))
    '<ul><li>Rents rose.</li></ul>'
    """
    return "".join(_words(argument_map, evaluation))


def _words(argument_map: ArgumentMap, evaluation: "Evaluation | None") -> Iterator[str]:
    level = 0
    for entry in entries(argument_map, evaluation):
        if entry.sign.startswith("#"):
            yield "</li></ul>" * level
            yield f"<p><strong>{xml(entry.words)}</strong></p>"
            level = 0
            continue
        deep = min(entry.depth, _DEEPEST - 1) + 1
        yield "</li></ul>" * (level - deep)
        yield "<ul><li>" if deep > level else "</li><li>"
        number = f"({entry.depth + 1}) " if entry.depth >= _DEEPEST else ""
        yield f"{number}{_SIGNS[entry.sign]}{xml(entry.words)}"
        level = min(deep, level + 1)
    yield "</li></ul>" * level
