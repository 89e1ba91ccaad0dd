"""What of a document is to be drawn."""

import attrs

from argmap.formats import Document, View
from argmap.model import ArgumentMap
from argmap.model.selection import around, within


@attrs.frozen
class Selection:
    """Which part of a map is wanted; all of it unless something is said."""

    focus: str | None
    depth: int
    section: str | None
    is_whole: bool = False

    def of(self, argument_map: ArgumentMap) -> ArgumentMap:
        """Return that part; raises UnknownPartError."""
        if self.section is not None:
            argument_map = within(argument_map, self.section)
        if self.focus is not None:
            argument_map = around(argument_map, self.focus, self.depth)
        return argument_map

    def view_of(self, document: Document) -> View:
        """Return what is to be drawn: what the text wants where nobody says else."""
        drawn = document.drawn
        if self.is_whole or self.focus is not None or self.section is not None:
            return attrs.evolve(drawn, argument_map=self.of(document.argument_map))
        return drawn
