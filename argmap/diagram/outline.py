"""The map in words: every claim under what it speaks for or against.

The outline is for a terminal, for a screen reader, and for wherever a picture
cannot go. It is also the order in which a diagram is read.
"""

from collections import defaultdict
from collections.abc import Iterator

import attrs

from argmap.diagram import text
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Member,
    Section,
    Step,
)


@attrs.frozen
class Entry:
    """One line of an outline.

    `depth` counts from 0. `sign` is empty for a claim that stands on its own, `+`
    for a reason, `-` for an objection, `x` for what strikes a step, `&` for one of
    several linked premises, `^` for what backs one, `!` for a contradiction and `#`
    for a section. `part` is the id of the claim, argument, contradiction or section,
    or of the step whose premises follow.
    """

    depth: int
    sign: str
    words: str
    part: str

    def __str__(self) -> str:
        """Return the line, indented by two blanks a level."""
        return f"{'  ' * self.depth}{self.sign}{' ' if self.sign else ''}{self.words}"


def outline(argument_map: ArgumentMap) -> str:
    """Return the outline as text, a line an entry.

    >>> print(outline(ArgumentMap.of(
    ...     Claim("high", "Rents are too high."), Claim("rose", "Rents rose."),
    ...     Inference(["rose"], conclusion="high"), title="Rents",
    ... )))
    Rents
    <BLANKLINE>
    Rents are too high.
      + Rents rose.
    """
    lines = [text.plain(argument_map.title), ""] if argument_map.title else []
    for entry in entries(argument_map):
        if entry.sign == "#" and lines and lines[-1]:
            lines.append("")
        lines.append(str(entry))
        if entry.sign == "#":
            lines.append("")
    return "\n".join(lines).rstrip("\n")


def entries(argument_map: ArgumentMap) -> Iterator[Entry]:
    """Yield the outline: section by section, from conclusions to their premises.

    What is in no section comes first; steps that only strike each other come last.
    """
    walk = _Walk(argument_map)
    propositions: tuple[Claim | Argument, ...]
    propositions = (*argument_map.claims, *argument_map.arguments)
    members: dict[str | None, list[Claim | Argument]] = defaultdict(list)
    for part in propositions:
        home = argument_map.section_of(part)
        members[home.id if home else None].append(part)
    for section, depth in _sections(argument_map):
        if section is not None:
            title = text.plain(section.title) or section.id
            yield Entry(0, "#" * (depth + 1), title, section.id)
        yield from walk.tell(section, members[section.id if section else None])
    for step in argument_map.steps:
        if step.id not in walk.told:
            yield from walk.tell_from(step, None)


def describe(part: Claim | Argument) -> str:
    """Return what a claim or argument says, who says it, and whether it is unstated."""
    if isinstance(part, Argument):
        gist = f": {part.text}" if part.title and part.text else ""
        return text.plain(f"<{part.title or part.text or part.id}>{gist}")
    speaker = f"{part.speaker}: " if part.speaker else ""
    unstated = " [implicit]" if part.implicit else ""
    return text.plain(f"{speaker}{part.name}{unstated}")


def _sections(argument_map: ArgumentMap) -> Iterator[tuple[Section | None, int]]:
    yield None, 0
    waiting = [(each, 0) for each in reversed(argument_map.subsections(None))]
    while waiting:
        section, depth = waiting.pop()
        yield section, depth
        inner = reversed(argument_map.subsections(section))
        waiting.extend((each, depth + 1) for each in inner)


@attrs.define
class _Walk:
    """The way through a map, and what has been told on it."""

    argument_map: ArgumentMap
    told: set[str] = attrs.field(factory=set)

    def tell(
        self, section: Section | None, parts: list[Claim | Argument]
    ) -> Iterator[Entry]:
        """Tell the parts of a section, its conclusions first, each part once."""
        tops = [part for part in parts if not self._leads_on(part, section)]
        tops.sort(key=lambda part: part.id != self.argument_map.thesis)
        for part in (*tops, *parts):
            if part.id not in self.told:
                yield from self.tell_from(part, section)

    def _leads_on(self, part: Claim | Argument, section: Section | None) -> bool:
        """Tell whether it speaks for or against something in its own section."""
        return part.id != self.argument_map.thesis and any(
            self._home(step.end) is section for step in self.argument_map.uses_of(part)
        )

    def _home(self, part_id: str) -> Section | None:
        part = self.argument_map.part(part_id)
        seen: set[str] = set()
        while isinstance(part, Inference | Counterpoint) and part.id not in seen:
            seen.add(part.id)
            part = self.argument_map.part(part.end)
        return self.argument_map.section_of(part)

    def tell_from(self, part: Member, section: Section | None) -> Iterator[Entry]:
        """Tell a part and what leads to it, as far as this section has it."""
        waiting = [(0, "x" if isinstance(part, Counterpoint) else "", part)]
        while waiting:
            depth, sign, at = waiting.pop()
            is_new = at.id not in self.told
            self.told.add(at.id)
            if isinstance(at, Claim | Argument):
                reasons = self._about(at)
                home = self.argument_map.section_of(at)
                note = ""
                if not is_new:
                    note = " (as above)"
                elif home is not section and home is not None:
                    note = f" (see “{text.plain(home.title) or home.id}”)"
                    self.told.discard(at.id)
                yield Entry(depth, sign, describe(at) + note * bool(reasons), at.id)
                below = [] if note else [(depth + 1, *each) for each in reasons]
            elif isinstance(at, Contradiction):
                names = map(self.argument_map.part, at.claims)
                words = " or ".join(f"“{describe(name)}”" for name in names)  # type: ignore[arg-type]
                yield Entry(depth, sign or "!", f"at most one: {words}", at.id)
                below = []
            else:
                premises = [self._premise(each.claim) for each in at.premises]
                about = (
                    [(depth + 1, *each) for each in self._about(at)] if is_new else []
                )
                if len(premises) == 1:
                    below = [(depth, sign, premises[0]), *about]
                else:
                    yield Entry(depth, sign, _step_words(at), at.id)
                    below = [*((depth + 1, "&", each) for each in premises), *about]
            waiting.extend(reversed(below))

    def _premise(self, part_id: str) -> Claim | Argument:
        part = self.argument_map.part(part_id)
        assert isinstance(part, Claim | Argument)  # noqa: S101 - the map has seen to it
        return part

    def _about(self, part: Member) -> list[tuple[str, Member]]:
        """Return what speaks for and against a part, each with its sign."""
        is_step = isinstance(part, Inference | Counterpoint)
        return [
            *(
                ("^" if is_step else "+", each)
                for each in self.argument_map.inferences_for(part)
            ),
            *(
                ("x" if is_step else "-", each)
                for each in self.argument_map.counterpoints_against(part)
            ),
            *(("!", each) for each in self.argument_map.contradictions_of(part.id)),
        ]


def _step_words(step: Step) -> str:
    scheme = f" ({step.scheme})" if step.scheme else ""
    return f"together{scheme}:" if step.premises else "contested, no reason given"
