"""The outline of a map as lists in HTML: an item stands below the one it is about."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import Final

import attrs

from argmap.diagram.outline import Entry

_DEEPEST: Final = 12
"""How many levels are lists in lists; those below say their number instead."""


class OutlineDisplay(StrEnum):
    """The outline beside a picture on a page; with none it is at most read aloud."""

    COLLAPSED = "collapsed"
    VISIBLE = "visible"
    NONE = "none"


def list_tags(depths: Iterable[int], list_tag: str = "<ul>") -> Iterator[str]:
    """Yield what stands before each `<li>` of lists in lists, then after the last one.

    >>> list(list_tags([0, 1, 0]))
    ['<ul>', '<ul>', '</li></ul></li>', '</li></ul>']
    """
    levels: list[int] = []
    for depth in depths:
        if not levels or depth > levels[-1]:
            levels.append(depth)
            yield list_tag
        else:
            closed = 0
            while len(levels) > 1 and depth <= levels[-2]:
                levels.pop()
                closed += 1
            levels[-1] = depth
            yield f"</li>{'</ul></li>' * closed}"
    yield "</li></ul>" * len(levels)


def outline_html(
    entries: Iterable[Entry],
    item: Callable[[Entry], str],
    heading: Callable[[Entry], str],
) -> str:
    """Return an outline as HTML; `item` writes a line as an `<li>` that is left open.

    >>> entries = [Entry(0, "", "Cap rents.", "a"), Entry(1, "+", "They rose.", "b")]
    >>> outline_html(entries, lambda entry: f"<li>{entry.words}", heading=str)
    '<ul><li>Cap rents.<ul><li>They rose.</li></ul></li></ul>'
    """
    pieces: list[str] = []
    for is_heading, run in groupby(entries, lambda entry: entry.sign.startswith("#")):
        if is_heading:
            pieces += map(heading, run)
            continue
        lines = list(run)
        tags = list_tags(min(each.depth, _DEEPEST) for each in lines)
        for each in lines:
            pieces += next(tags), item(_numbered(each))
        pieces += tags
    return "".join(pieces)


def _numbered(entry: Entry) -> Entry:
    if entry.depth <= _DEEPEST:
        return entry
    return attrs.evolve(entry, words=f"{entry.depth}: {entry.words}")
