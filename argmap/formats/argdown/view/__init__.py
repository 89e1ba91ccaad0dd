"""What a text wants drawn: Argdown's own map, in its author's colours.

From settings to a selection, from there to groups, edges and colours, and from
these to a view.
"""

from itertools import chain
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.mapping import Mapped
from argmap.formats.document import View

__all__ = ["view"]

_WISHES: Final = frozenset({"isInMap", "isGroup", "isClosed", "color"})


def view(
    elements: Elements, mapped: Mapped, text: str
) -> tuple[View | None, tuple[Diagnostic, ...]]:
    r"""Return what a text wants drawn of the map made of it, and what is not honoured.

    There is no view where the text says nothing of its picture, neither by a setting
    nor by data such as `isInMap`, `isGroup` and `color`; where it speaks of nothing
    but colours, all of the map is drawn. What is given stays as it is. Findings point
    into `text`.

    >>> from argmap.formats.argdown.builder import build
    >>> from argmap.formats.argdown.mapping import to_map
    >>> from argmap.formats.argdown.parser import parse
    >>> from argmap.formats.argdown.tokens import tokenize
    >>> text = "[Cap]: Cap rents. {color: '#1b9e77'}\n  + <Relief>: It helps.\n"
    >>> elements = build(parse(tokenize(text)))
    >>> view(elements, to_map(elements), text)[0].colors
    {'cap': '#1b9e77'}
    """
    wishes = _wishes(elements)
    if not (wishes or elements.settings):
        return None, ()
    from argmap.formats.argdown.view import picture  # noqa: PLC0415 - most want none

    return picture.view(elements, mapped, text, wishes)


def _wishes(elements: Elements) -> set[str]:
    """Return the keys in data that say something of the picture."""
    data = (
        each.data
        for group in (elements.statements, elements.arguments)
        for each in group.values()
        if each.data
    )
    of_sections = (each.data for each in elements.sections)
    return {key for each in chain(data, of_sections) for key in each if key in _WISHES}
