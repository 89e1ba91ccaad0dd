"""Ids made from titles, the same every time."""

import re
from typing import Final

from argmap.model.values import Ids, slug

__all__ = ["UNTITLED_ARGUMENT", "UNTITLED_CLAIM", "Ids", "slug"]

UNTITLED_CLAIM: Final = re.compile(r"untitled-[1-9]\d*")
UNTITLED_ARGUMENT: Final = re.compile(r"untitled-argument-[1-9]\d*")
"""The ids of what has no title, counted in the order of the text."""
