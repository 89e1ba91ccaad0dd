"""Records in the form of MADR, versions 2 to 4: options, pros and cons, a choice."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from argmap.pages.prose import Passage
from argmap.pages.records import Option, Record
from argmap.pages.status import heading_of

_OPTIONS: Final = frozenset(
    {
        "considered options",
        "considered alternatives",
        "options considered",
        "alternatives considered",
        "options",
        "alternatives",
    }
)
_PROS_AND_CONS: Final = frozenset({"pros and cons of the options", "pros and cons"})
_DECISION: Final = frozenset({"decision outcome", "decision", "outcome"})
_CONSEQUENCES: Final = {"positive consequences": "good", "negative consequences": "bad"}
_REMARK: Final = re.compile(r"(good|bad|neutral),? because[\s,:]+(.+)", re.IGNORECASE)
_CHOICE: Final = re.compile(r"chosen options?\s*:\s*(.+)", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“‘«]([^\"”’»]*[^\"”’»,]),?[\"”’»]")
_BECAUSE: Final = re.compile(r"\bbecause\b")
_AROUND: Final = " ,.;:"
_JOINT: Final = re.compile(r"[,;]?\s+and$|[,;]$")
"""How an item of a list may end that is a part of a sentence."""
_SENTENCE: Final = re.compile(r"[^.?!]++[.?!]*+")
_SECTION: Final = 2
"""The level of a section's heading; those of options are deeper."""


@attrs.frozen
class _Placed:
    """A passage, and the headings of the section and of the part that it is in."""

    passage: Passage
    section: str
    part: Passage | None


def read_madr(found: Iterable[Passage]) -> Record:
    """Return what a page says of options, which is nothing if it is no such record."""
    placed = list(_placed(found))
    record = Record()
    for each in _options(placed):
        record.add(each.words, each.span)
    if record.options:
        _choose(record, placed)
        for one in placed:
            _remark(record, one)
        record.question = _question(placed)
    return record


def _placed(found: Iterable[Passage]) -> Iterator[_Placed]:
    """Yield what is no heading of a section."""
    section, part = "", None
    for each in found:
        if each.level > _SECTION:
            part = each
        elif each.level == _SECTION:
            section, part = heading_of(each), None
        yield _Placed(each, section, part)


def _options(placed: Iterable[_Placed]) -> list[Passage]:
    """Return the passages that name options: the items of their list, or headings."""
    own = [each for each in placed if each.section in _OPTIONS and each.passage.words]
    items = [
        each.passage
        for each in own
        if each.passage.is_item and not each.part and not _remark_in(each.passage)
    ]
    return items or [each.passage for each in own if each.part is each.passage]


def _remark_in(passage: Passage) -> re.Match[str] | None:
    return _REMARK.fullmatch(passage.words)


def _choose(record: Record, placed: Iterable[_Placed]) -> None:
    """Read which option is chosen, and why."""
    own = [
        each.passage
        for each in placed
        if each.section in _DECISION and not each.part and not each.passage.level
    ]
    for at, passage in enumerate(own):
        if choice := _CHOICE.fullmatch(passage.words):
            _take(record, passage, *_name_and_reason(choice[1]), own[at + 1 :])
            return


def _take(
    record: Record, passage: Passage, name: str, reason: str, below: Iterable[Passage]
) -> None:
    """Take an option for the chosen one, with the reason or the list of these."""
    record.chosen = chosen = record.find(name)
    if chosen is None:
        record.report(
            "unclear-choice",
            f"the chosen option '{name}' is not one of those that are listed",
            passage.span_of(name),
            "call it as it is called in the list",
        )
    elif reason:
        record.remark(chosen, "good", reason, passage.span_of(reason))
    else:
        for each in below:
            if each.is_item and not _remark_in(each):
                words = _JOINT.sub("", each.words)
                record.remark(chosen, "good", words, each.span_of(words))


def _name_and_reason(words: str) -> tuple[str, str]:
    """Return what is chosen, with or without quotation marks, and why."""
    because = _BECAUSE.search(words)
    reason = words[because.end() :].lstrip(_AROUND) if because else ""
    name = words[: because.start()].strip(_AROUND) if because else _sentence(words)
    quoted = _QUOTED.match(words)
    return quoted[1] if quoted else name, reason


def _sentence(words: str) -> str:
    return words.split(". ", 1)[0].strip(_AROUND)


def _remark(record: Record, placed: _Placed) -> None:
    """Read what is good or bad about an option."""
    passage, part = placed.passage, placed.part
    found = _remark_in(passage)
    heading = heading_of(part) if part else placed.section
    kind = found[1].lower() if found else _CONSEQUENCES.get(heading, "")
    words = found[2] if found else passage.words
    if not kind or passage.level or not (found or passage.is_item):
        return
    option = _option_of(record, placed)
    if option:
        record.remark(option, kind, words, passage.span)
    else:
        record.report(
            "unplaced-remark",
            f"it is not clear of which option this is said to be {kind}",
            passage.span,
            "put it below a heading that is the name of an option",
        )


def _option_of(record: Record, placed: _Placed) -> Option | None:
    """Return the option that a passage speaks of."""
    part = placed.part
    if placed.section in _OPTIONS | _PROS_AND_CONS:
        return _named(record, part) if part and part.words else None
    return record.chosen


def _named(record: Record, part: Passage) -> Option:
    """Return the option that a heading names, a new one if the list has none."""
    return record.find(part.words) or record.add(part.words, part.span)


def _question(placed: Iterable[_Placed]) -> tuple[str, Passage] | None:
    """Return the last question that the context ends with, if it asks any."""
    asked = [
        (sentence.strip(), each.passage)
        for each in placed
        if each.section.startswith("context") and not each.passage.level
        for sentence in _SENTENCE.findall(each.passage.words)
        if sentence.endswith("?")
    ]
    return asked[-1] if asked else None
