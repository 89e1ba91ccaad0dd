"""What things on the page are called in links; no two kinds share a beginning."""

from collections.abc import Iterable

from argmap.diagram.page.elements import Content

MAP = "page-map"
OUTLINE = "page-outline"
SOURCES = "page-sources"


def of_part(part_id: str) -> str:
    """Return the name of what is said about a part."""
    return f"part-{part_id}"


def of_words(number: int) -> str:
    """Return the name of a quoted stretch of a source."""
    return f"words-{number}"


def of_set(number: int) -> str:
    """Return the name of what is said about a stretch that several claims quote."""
    return f"quoted-{number}"


def listed(items: Iterable[Content], last: str = " and ") -> list[Content]:
    """Return items with commas between them, and a word before the last."""
    every: list[Content] = []
    left = list(items)
    for index, each in enumerate(left):
        if index:
            every.append(last if index == len(left) - 1 else ", ")
        every.append(each)
    return every
