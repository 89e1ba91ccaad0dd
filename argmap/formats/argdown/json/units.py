"""Ranges in the code units of UTF-16, as JavaScript counts, and in code points."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from argmap.formats.argdown.content import Range

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


def in_units(text: str, ranges: Sequence[Range]) -> Sequence[Range]:
    r"""Return ranges of a text counted in code units.

    >>> in_units("\U0001f600 yes", [{"type": "bold", "start": 2, "stop": 4}])
    [{'type': 'bold', 'start': 3, 'stop': 5}]
    """
    offsets = _offsets(text) if ranges else None
    if offsets is None:
        return ranges

    def unit(at: int) -> int:
        return offsets[min(at, len(text))] + max(0, at - len(text))

    return [
        each | {"start": unit(each["start"]), "stop": unit(each["stop"] + 1) - 1}
        for each in ranges
    ]


def in_code_points(text: str, ranges: Sequence[Range]) -> Sequence[Range]:
    r"""Return ranges of a text counted in code points.

    >>> in_code_points("\U0001f600 yes", [{"type": "bold", "start": 3, "stop": 5}])
    [{'type': 'bold', 'start': 2, 'stop': 4}]
    """
    offsets = _offsets(text) if ranges else None
    if offsets is None:
        return ranges

    def index(unit: int) -> int:
        return bisect_right(offsets, unit) - 1 + max(0, unit - offsets[-1])

    return [
        each | {"start": index(each["start"]), "stop": index(each["stop"])}
        for each in ranges
    ]


def _offsets(text: str) -> list[int] | None:
    """Return where each code point begins in units; None if all are one unit."""
    if not _TWO_UNITS.search(text):
        return None
    return list(accumulate((1 + (each > "\uffff") for each in text), initial=0))
