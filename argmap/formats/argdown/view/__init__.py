"""The view of a text: Argdown's own map, in its author's colours.

From settings to a selection, from there to groups, edges and colours, and from
these to a view.
"""

from typing import Final

import attrs

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.elements import Elements
from argmap.formats.argdown.mapping import Mapped
from argmap.formats.document import View

__all__ = ["view"]

_OF_A_PICTURE: Final = frozenset({"isInMap", "isGroup", "isClosed", "color"})
"""The keys in data that say something of the picture."""


def view(
    elements: Elements, mapped: Mapped
) -> tuple[View | None, tuple[Diagnostic, ...]]:
    r"""Return what a text wants drawn of the map made of it, and what is not honoured.

    There is no view where the text says nothing of its picture, neither by a setting
    nor by data such as `isInMap`, `isGroup` and `color`; where it speaks of nothing
    but colours, all of the map is drawn. What is given stays as it is.

    >>> from argmap.formats.argdown.mapping import to_map
    >>> from argmap.formats.argdown.parser import parse
    >>> from argmap.formats.argdown.tokens import tokenize
    >>> text = "[Cap]: Cap rents. {color: '#1b9e77'}\n  + <Relief>: It helps.\n"
    >>> elements = parse(tokenize(text))
    >>> view(elements, to_map(elements))[0].colors
    {'cap': '#1b9e77'}
    """
    wishes = {
        key
        for each in (*elements.all, *elements.sections)
        for key in each.data
        if key in _OF_A_PICTURE
    }
    if not (wishes or elements.settings):
        return None, ()
    # most texts want nothing of the kind, and need none of this
    from argmap.formats.argdown.view import parts, settings  # noqa: PLC0415

    wanted, findings = settings.read_settings(elements)
    selects = wanted.selects or not wishes <= {"color"}
    if not (selects or wanted.has_colors or wishes):
        return None, tuple(findings)
    relations = [each.plain for each in elements.relations]
    plain = attrs.evolve(elements, relations=relations)
    builder = parts.ViewBuilder(plain, mapped, wanted)
    drawn = builder.selected() if selects else builder.colored()
    return drawn, (*findings, *builder.findings)
