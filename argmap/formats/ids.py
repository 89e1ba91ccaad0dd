"""Ids made from titles, the same every time."""

import re
from typing import Final

from argmap.model import values
from argmap.model.values import slug

__all__ = ["UNTITLED_ARGUMENT", "UNTITLED_CLAIM", "Ids", "slug"]

UNTITLED_CLAIM: Final = re.compile(r"untitled-[1-9]\d*")
UNTITLED_ARGUMENT: Final = re.compile(r"untitled-argument-[1-9]\d*")
"""The ids of what has no title, counted in the order of the text."""


class Ids:
    """The ids that are taken, and new ones that are not."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, wanted: str, kind: str = "") -> str:
        """Return the id if it is free, else one made from it."""
        taken = self._taken
        if wanted in taken:
            wanted = values.made_id(wanted, kind) if kind else wanted
            stem, number = wanted, self._numbers.get(wanted, 2)
            while wanted in taken:
                wanted = f"{stem}-{number}"
                number += 1
            self._numbers[stem] = number
        taken.add(wanted)
        return wanted
