"""Writer of Kialo's text: a map as numbered claims, pros and cons below what they meet.

A claim that is one of several others is written once and referred to elsewhere.
"""

from collections import deque
from collections.abc import Iterator
from functools import cached_property
from typing import Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.kialo.wording import KEY, REMARK, REMARKS, escaped, says
from argmap.formats.losses import find_losses
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Question,
    Step,
)
from argmap.words import counted

_Kind: TypeAlias = type[Inference] | type[Counterpoint] | type[Question]

_STANCES: Final[dict[_Kind, str]] = {
    Inference: "Pro: ",
    Counterpoint: "Con: ",
    Question: "",
}
_DEEPEST: Final = 60
"""What is deeper is written as a thesis and referred to: numbers grow with depth."""


@attrs.frozen
class _Slot:
    """A place below a claim or a question: who stands there, as what, by which part."""

    claim: str
    kind: _Kind
    part: str


@attrs.frozen
class _Line:
    """A line: its number, and the slot; a reference where its claim has another."""

    number: str
    slot: _Slot


def write(argument_map: ArgumentMap) -> str:
    """Write a map as a discussion of Kialo.

    >>> from argmap.model import Claim, Inference
    >>> a, b = Claim("a", "Rents rose."), Claim("b", "Cap rents.")
    >>> print(write(ArgumentMap([b, a], [Inference([a], b)], title="Rents")), end="")
    Discussion Title: Rents
    <BLANKLINE>
    1. Cap rents.
    1.1. Pro: Rents rose.
    """
    layout = _Layout(argument_map)
    title = " ".join(argument_map.title.split())
    return f"Discussion Title: {title}\n{''.join(layout.written())}"


def losses(argument_map: ArgumentMap, back: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Return in what a map differs from what is read back, and whether in ids."""
    ids = _Layout(argument_map).ids(back)
    named = back.renamed({new: old for old, new in ids.items()})
    found = find_losses(argument_map, named, "Kialo")
    changed = sum(old != new for old, new in ids.items())
    if not changed:
        return found
    what = counted(changed, "part")
    message = f"Kialo numbers its claims, which changes the ids of {what}"
    return (Diagnostic("not-written", message, severity=Severity.INFO), *found)


class _Layout:
    """The numbers of claims, and the lines in their order."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._numbers: dict[str, str] = {}
        self._lines: list[_Line] = []
        self._later: deque[str] = deque()
        self._roots = 0
        self._lay_out()

    @cached_property
    def _order(self) -> dict[str, int]:
        """What can be a claim, and its turn."""
        listed = filter(self._map.counts_as_claim, self._map.propositions)
        return {each.id: at for at, each in enumerate(listed)}

    @cached_property
    def _slots(self) -> dict[str, list[_Slot]]:
        """What stands below each claim or question, each thing once."""
        found: dict[str, dict[tuple[str, _Kind], _Slot]] = {}
        for step in self._map.steps:
            starts = [each.claim for each in step.premises]
            if len(starts) == 1 and starts[0] != step.end:
                self._add(found, step.end, _Slot(starts[0], type(step), step.id))
        for question in self._map.questions:
            for answer in question.answers:
                self._add(found, question.id, _Slot(answer, Question, ""))
        return {end: list(each.values()) for end, each in found.items()}

    def _add(
        self,
        found: dict[str, dict[tuple[str, _Kind], _Slot]],
        end: str,
        slot: _Slot,
    ) -> None:
        if slot.claim in self._order and (end in self._order or not slot.part):
            found.setdefault(end, {}).setdefault((slot.claim, slot.kind), slot)

    def _lay_out(self) -> None:
        questions = [each.id for each in self._map.questions if each.id in self._slots]
        below = {each.claim for slots in self._slots.values() for each in slots}
        tops = [each for each in self._order if each not in below]
        thesis = self._map.thesis
        first = [thesis] if thesis in self._order and not questions else []
        for name in (*questions, *filter(None, first), *tops):
            self._place_root(name)
        left = iter(self._order)
        while True:
            while self._later:
                self._place_root(self._later.popleft())
            name = next((each for each in left if each not in self._numbers), "")
            if not name:
                break
            self._place_root(name)

    def _place_root(self, name: str) -> None:
        if name in self._numbers:
            return
        self._roots += 1
        stack = [_Line(str(self._roots), _Slot(name, Question, ""))]
        while stack:
            line = stack.pop()
            self._lines.append(line)
            name = line.slot.claim
            if name in self._numbers:
                continue
            if line.number.count(".") > _DEEPEST:
                self._later.append(name)
                continue
            self._numbers[name] = line.number
            stack += reversed(self._below(name, line.number))

    def _below(self, name: str, number: str) -> list[_Line]:
        slots = self._slots.get(name, ())
        if any(each.part for each in slots):
            slots = sorted(slots, key=lambda each: self._turn(each, number))
        return [_Line(f"{number}.{at}", each) for at, each in enumerate(slots, 1)]

    def _turn(self, slot: _Slot, number: str) -> tuple[bool, int, int]:
        """Return what sorts a slot: the number that it was read at, or its claim's."""
        for name in (slot.part, slot.claim):
            parent, _, own = name.rpartition(".")
            if parent == number and own.isdecimal() and own.isascii():
                return False, int(own), 0
        return True, self._order[slot.claim], slot.kind is Counterpoint

    def written(self) -> Iterator[str]:
        """Yield the lines, an empty one before each thesis."""
        for line in self._lines:
            before = "" if "." in line.number else "\n"
            stance = _STANCES[line.slot.kind]
            yield f"{before}{line.number}. {stance}{self._text(line)}\n"
            if self._numbers[line.slot.claim] == line.number:
                yield from self._remarks(line.slot.claim)

    def _remarks(self, name: str) -> Iterator[str]:
        data = self._map.part(name).data
        for each in REMARKS:
            remark = f"{each.title()}: {data.get(each)}"
            if isinstance(data.get(each), str) and REMARK.fullmatch(remark):
                yield f"{remark}\n"

    def _text(self, line: _Line) -> str:
        number = self._numbers[line.slot.claim]
        if number != line.number:
            return f"-> See {number}."
        part = self._map.part(line.slot.claim)
        if not isinstance(part, Claim | Argument | Question):
            raise TypeError(part)
        words = (part.text, part.title if isinstance(part, Claim | Argument) else "")
        text = next(filter(str.strip, words), part.id)
        kept = part.data.get(KEY)
        is_kept = isinstance(kept, str) and says(kept, text)
        return str(kept) if is_kept else escaped(text)

    def ids(self, back: ArgumentMap) -> dict[str, str]:
        """Return the ids that parts have when they are read back."""
        steps: dict[tuple[_Kind, str, str], str] = {
            (type(each), each.premises[0].claim, each.end): each.id
            for each in back.steps
        }
        found = dict(self._numbers)
        for end, slots in self._slots.items():
            for each in filter(lambda slot: slot.part, slots):
                ends = self._numbers[each.claim], self._numbers[end]
                found[each.part] = steps[each.kind, *ends]
        return found


def _steps(argument_map: ArgumentMap) -> Iterator[Step]:
    yield from argument_map.inferences
    yield from argument_map.counterpoints
