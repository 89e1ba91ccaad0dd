"""Records in the form of MADR, versions 2 to 4: options, pros and cons, a choice."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from argmap.pages.prose import Passage
from argmap.pages.records import Record
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
_CONSEQUENCES: Final = {
    "consequences": "",
    "positive consequences": "good",
    "negative consequences": "bad",
}
_SECTIONS: Final = _OPTIONS | _PROS_AND_CONS | _DECISION
_OF_THE_CHOICE: Final = _DECISION | _CONSEQUENCES.keys()
_REMARK: Final = re.compile(
    r"(good|bad|neutral)(?:,? because[\s,:]+|[,:]\s+)(.+)", re.IGNORECASE
)
_CHOICE: Final = re.compile(r"chosen options?\s*:\s*(.*)", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“‘«]([^\"”’»]*[^\"”’»,]),?[\"”’»]")
_BECAUSE: Final = re.compile(r"\bbecause\b")
_AROUND: Final = " ,.;:"
_JOINT: Final = re.compile(r"[,;]?\s+and$|[,;]$")
"""How an item of a list may end that is a part of a sentence."""
_BOLD: Final = re.compile(r"(\*\*|__)[^*_]+\1:?")
"""A paragraph that stands for a heading."""
_LABEL: Final = re.compile(r"\s*(\d{1,2})[.)]\s*$")
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
        label = _LABEL.match(each.margin)
        record.add(each.words, each.span, label[1] if label else "")
    if record.options:
        _choose(record, placed)
        for one in _below_bold(record, placed):
            _remark(record, one)
        record.question = _question(placed)
    return record


def _placed(found: Iterable[Passage]) -> Iterator[_Placed]:
    """Yield passages with what they are in; no heading inside a part ends that."""
    section, part = "", None
    for each in found:
        name = heading_of(each) if each.level else ""
        if name in _SECTIONS or 0 < each.level <= _SECTION:
            section, part = name, None
        elif each.level and (part is None or each.level <= part.level):
            part = each
        yield _Placed(each, section, part)


def _below_bold(record: Record, placed: Iterable[_Placed]) -> Iterator[_Placed]:
    """Yield passages, those below a bold line as below the option that it names."""
    bold: Passage | None = None
    for each in placed:
        passage = each.passage
        if passage.level:
            bold = None
        elif _BOLD.fullmatch(passage.raw) and record.find(passage.words):
            bold = passage
        yield attrs.evolve(each, part=bold or each.part)


def _options(placed: Iterable[_Placed]) -> list[Passage]:
    """Return the passages that name options: the items of their list, or headings.

    Without a section of options these are the headings above what is good and bad.
    """
    named = [each for each in placed if each.section in _OPTIONS and each.passage.words]
    items = [each.passage for each in named if each.passage.is_item and not each.part]
    headings = [each.passage for each in named if each.part is each.passage]
    above = (
        each.part
        for each in placed
        if each.section in _PROS_AND_CONS and _remark_in(each.passage)
    )
    return items or headings or list(dict.fromkeys(filter(None, above)))


def _remark_in(passage: Passage) -> re.Match[str] | None:
    return _REMARK.fullmatch(passage.words)


def _choose(record: Record, placed: Iterable[_Placed]) -> None:
    own = [
        each.passage
        for each in placed
        if each.section in _DECISION and not each.part and not each.passage.level
    ]
    for at, passage in enumerate(own):
        if choice := _CHOICE.fullmatch(passage.words):
            below = own[at + 1 :]
            said = passage if choice[1] or not below else below[0]
            words = choice[1] or said.words
            _take(record, said, *_name_and_reason(words), below)
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
            if each.is_item and each is not passage and not _remark_in(each):
                words = _JOINT.sub("", each.words)
                record.remark(chosen, "good", words, each.span_of(words))


def _name_and_reason(words: str) -> tuple[str, str]:
    """Return what is chosen, with or without quotation marks, and why."""
    quoted = _QUOTED.match(words)
    rest = words[quoted.end() :] if quoted else words
    because = _BECAUSE.search(rest)
    reason = rest[because.end() :].lstrip(_AROUND) if because else ""
    name = rest[: because.start()].strip(_AROUND) if because else _sentence(rest)
    return quoted[1] if quoted else name, reason


def _sentence(words: str) -> str:
    return words.split(". ", 1)[0].strip(_AROUND)


def _remark(record: Record, placed: _Placed) -> None:
    """Read what is good or bad about an option."""
    passage, part, section = placed.passage, placed.part, placed.section
    found = _remark_in(passage)
    heading = heading_of(part) if part else section
    kind = found[1].lower() if found else _CONSEQUENCES.get(heading, "")
    if passage.level or not kind or not (found or passage.is_item):
        return
    if section in _OPTIONS and not part:
        return  # it is an option itself
    if section in _OF_THE_CHOICE:
        option = record.chosen
    elif section in _SECTIONS:
        option = record.find(part.words) if part else None
    else:
        return
    if option:
        words = found[2] if found else passage.words
        record.remark(option, kind, words, passage.span)
    else:
        record.report(
            "unplaced-remark",
            f"it is not clear of which option this is said to be {kind}",
            passage.span,
            "put it below a heading that is the name of an option in the list",
        )


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
