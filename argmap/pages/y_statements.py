"""Records in one sentence, in the form of a Y-statement."""

import re
from collections.abc import Iterable
from typing import Final

from argmap.pages.prose import Passage
from argmap.pages.records import Record

_LEADS: Final = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        r"in the context of ",
        r",? facing ",
        r",? we (?:have )?(?:decided|chose|chosen|opted)(?: for| to use| to)? ",
        r",? (?:in order )?to achieve ",
        r",? accepting (?:that )?",
    )
)
"""What leads to the context, the concern, the choice, the goal and the cost."""
_AGAINST: Final = re.compile(
    r",? and (?:decided )?(?:against|neglected|rejected|not) ", re.IGNORECASE
)
_BECAUSE: Final = re.compile(r",? because ", re.IGNORECASE)


def read_statement(found: Iterable[Passage]) -> Record:
    """Return what a page says in a Y-statement, which is nothing if it has none."""
    record = Record()
    for each in found:
        parts = _parts(each.words)
        if parts:
            _read(record, each, *parts)
            break
    return record


def _parts(words: str) -> list[str]:
    """Return the parts of the sentence; none if one of them is missing."""
    ends = [0]
    starts: list[int] = []
    for lead in _LEADS:
        found = lead.search(words, ends[-1])
        if found is None:
            return []
        starts.append(found.start())
        ends.append(found.end())
    if starts[0]:
        return []
    pairs = zip(ends[1:], [*starts[1:], len(words)], strict=True)
    return [words[start:end].strip(" .") for start, end in pairs]


def _read(
    record: Record,
    passage: Passage,
    context: str,
    concern: str,
    choice: str,
    goal: str,
    cost: str,
) -> None:
    def add(kind: str, words: str) -> None:
        if words:
            record.remark(chosen, kind, words, passage.span_of(words))

    name, *others = _AGAINST.split(choice, maxsplit=1)
    drawback, *reason = _BECAUSE.split(cost, maxsplit=1)
    chosen = record.chosen = record.add(name, passage.span_of(name))
    for each in others:
        record.add(each, passage.span_of(each))
    add("good", goal)
    add("good", "".join(reason))
    add("bad", drawback)
    record.question = (f"{context}: {concern}", passage)
