"""The status of a page, as records of decisions give it, and its title."""

import re
from collections.abc import Sequence
from typing import Final

from argmap.pages.commonmark import front_matter, plain
from argmap.pages.lines import Line
from argmap.pages.prose import Passage, passages

_STATUS: Final = re.compile(r"status\s*:\s*(.+)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.):]?\s+")
_LONGEST: Final = 200


def status_of(lines: Sequence[Line]) -> str:
    r"""Return the status of a page, "" where there is none.

    It stands in the front matter, above the first section in a list or a paragraph,
    or in a section of that name.

    >>> from argmap.pages.lines import lines_of
    >>> status_of(lines_of("# Use files\n\n* Status: superseded by [7](0007.md)\n"))
    'superseded by 7'
    """
    for line in front_matter(lines):
        if found := _STATUS.fullmatch(line.text.strip()):
            return _status(found[1].strip("\"'"))
    below: list[str] = []
    section = ""
    for each in passages(lines):
        if each.level > 1:
            section = heading_of(each)
        elif section == "status":
            below.append(each.words)
        elif not section and not each.level:
            said = map(_STATUS.fullmatch, map(plain, each.raw.split("\n")))
            if found := next(filter(None, said), None):
                return _status(found[1])
    return _status("; ".join(below))


def _status(text: str) -> str:
    """Return what is no template and no essay."""
    words = plain(text).strip(" .")
    return "" if words.startswith(("{", "[")) or len(words) > _LONGEST else words


def title_of(lines: Sequence[Line]) -> Passage | None:
    """Return the first heading of a page that says something."""
    found = (each for each in passages(lines) if each.level == 1 and each.words)
    return next(found, None)


def heading_of(passage: Passage) -> str:
    """Return a heading as it is compared, without its number."""
    return _NUMBER.sub("", passage.words.strip(" :").casefold())
