"""The outline of a map as lists in lists, each claim a link to what is said of it."""

from collections.abc import Container, Iterable, Iterator
from typing import Final

from argmap.diagram.outline import Entry
from argmap.diagram.page import names
from argmap.diagram.page.elements import Element, add, tag

_DEEPEST: Final = 12
"""How many levels are lists in lists; those below say their number instead."""
_SPOKEN: Final = {
    "+": "for it:",
    "-": "against it:",
    "&": "linked premise:",
    "x": "against that step:",
    "^": "backing that step:",
    "!": "contradiction:",
}


def listing(entries: Iterable[Entry], linked: Container[str]) -> Iterator[Element]:
    """Yield headings of sections and the lists below them."""
    lists: list[Element] = []
    for entry in entries:
        if entry.sign.startswith("#"):
            lists = []
            yield tag("h3", entry.words, dir="auto")
            continue
        depth = min(entry.depth, _DEEPEST)
        if not lists:
            lists = [tag("ul")]
            yield lists[0]
        del lists[depth + 1 :]
        while len(lists) <= depth:
            lists.append(tag("ul"))
            lists[-2][-1].append(lists[-1])
        lists[-1].append(_item(entry, linked))


def _item(entry: Entry, linked: Container[str]) -> Element:
    item = tag("li", dir="auto")
    if entry.depth > _DEEPEST:
        add(item, f"{entry.depth}: ")
    if entry.sign:
        sign = {"-": "−", "x": "×"}.get(entry.sign, entry.sign)
        add(item, tag("span", sign, class_="sign", aria_hidden="true"), " ")
        add(item, tag("span", _SPOKEN[entry.sign], class_="unseen"), " ")
    if entry.part in linked:
        add(item, tag("a", entry.words, href=f"#{names.of_part(entry.part)}"))
    else:
        add(item, entry.words)
    return item
