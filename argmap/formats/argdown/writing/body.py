"""The body of a text: blocks, section by section.

Every claim is written where it is first needed or in a block of its own, in the
order of the map. What cannot be said is left out.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.formats.argdown.writing.lines import Lines
from argmap.formats.argdown.writing.markup import write_text
from argmap.formats.argdown.writing.names import (
    Names,
    Part,
    argdown_data,
    is_anonymous,
    items,
)
from argmap.formats.argdown.writing.progress import Progress
from argmap.formats.argdown.writing.reconstructions import (
    Reconstruction,
    Reconstructions,
)
from argmap.formats.argdown.writing.relations import Relations
from argmap.model import Argument, ArgumentMap, Claim, Inference, Section
from argmap.model.connections import grouped

_DEEPEST: Final = 99
"""The deepest level of a heading that is taken from data."""


class Body:
    """A map on its way to text."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Decide what is written how; nothing is written yet."""
        self._map = argument_map
        self._reconstructions = Reconstructions(argument_map)
        self.names: Names = Names(argument_map, self._nameless())
        self._lines = Lines(argument_map, self.names)
        self._progress = Progress(argument_map, self._reconstructions, self.names)
        self._relations = Relations(
            argument_map, self._reconstructions, self.names, self._progress
        )
        self._blocks: list[str] = []
        self._ends_with_argument = False
        section_of = self._progress.sections.get
        self._by_section = grouped(
            (section_of(each.head), each) for each in self._reconstructions
        )
        relations = {each.id for each in self._reconstructions.relations}
        self._pending = deque(
            each.id
            for each in argument_map.inferences
            if each.id in self._reconstructions.of_step or each.id in relations
        )

    def _nameless(self) -> set[str]:
        """Return what needs no name; the rest is not defined in reconstructions."""
        nameless: set[str] = set()
        for part in filter(is_anonymous, self._map.propositions):
            if isinstance(part, Argument) or (
                self._reconstructions.times[part.id] <= 1 and write_text(part.text)
            ):
                nameless.add(part.id)
            else:
                self._reconstructions.home.pop(part.id, None)
        return nameless

    def write(self) -> str:
        """Return the text, without front matter."""
        section_of = self._progress.sections.get
        by_section = grouped(
            (section_of(part.id), part) for part in self._map.propositions
        )
        self._write_section(None, by_section.get(None, ()))
        for section, level in self._sections_in_order():
            self._add_block([self._lines.heading(section, level)])
            self._write_section(section.id, by_section.get(section.id, ()))
        self._write_unmapped_fields()
        return "\n\n".join(self._blocks)

    def _sections_in_order(self) -> Iterator[tuple[Section, int]]:
        waiting = [(each, 1) for each in reversed(self._map.subsections(None))]
        while waiting:
            section, least = waiting.pop()
            level = argdown_data(section).get("level")
            if not (isinstance(level, int) and least <= level <= _DEEPEST):
                level = least
            yield section, level
            waiting += [
                (each, level + 1) for each in reversed(self._map.subsections(section))
            ]

    def _write_section(self, section: str | None, parts: Sequence[Part]) -> None:
        progress = self._progress
        progress.begin(section, parts)
        while claim := progress.next(Claim):
            reconstruction = self._reconstructions.home.get(claim.id)
            if reconstruction is not None and progress.is_next(reconstruction, claim):
                self._write_reconstruction(reconstruction)
            else:
                self._write_member(claim)
            self._write_ready_reconstructions()
        while argument := progress.next(Argument):
            reconstruction = self._reconstructions.of_step.get(
                next(iter(argument.steps), "")
            )
            if reconstruction is not None and reconstruction.argument is argument:
                self._write_reconstruction(reconstruction)
            else:
                self._write_member(argument)
        for reconstruction in self._by_section.get(section, ()):
            if not progress.is_said(reconstruction):
                self._write_reconstruction(reconstruction)

    def _write_ready_reconstructions(self) -> None:
        """Write the reconstructions that come next in the order of inferences."""
        progress = self._progress
        while self._pending:
            following = self._pending[0]
            if following in progress.related:
                self._pending.popleft()
                continue
            reconstruction = self._reconstructions.of_step.get(following)
            if (
                reconstruction is None
                or progress.sections.get(reconstruction.head) != progress.section
                or not progress.written.issuperset(reconstruction.claims)
            ):
                return
            self._write_reconstruction(reconstruction)

    def _write_reconstruction(self, reconstruction: Reconstruction) -> None:
        argument = reconstruction.argument
        if argument is None:
            if self._ends_with_argument:
                self._separate(reconstruction)
        elif argument.id in self.names:
            self._write_member(argument)
        self._progress.related.update(each.id for each in reconstruction.steps)
        lines: list[str] = []
        number = 0
        for listed, step, uses in zip(
            reconstruction.lists, reconstruction.steps, reconstruction.uses, strict=True
        ):
            for claim in listed:
                number += 1
                self._numbered(lines, claim, number)
            lines += self._lines.inference(step, uses).split("\n")
            self._progress.has_inference = True
            self._write_undercuts(lines, step, "<_", is_last_chance=False)
            number += 1
            self._numbered(lines, step.conclusion, number)
            self._write_undercuts(lines, step, "_", is_last_chance=True)
        if argument is not None:
            self._progress.define(argument)
        self._add_block(lines)

    def _write_undercuts(
        self, lines: list[str], step: Inference, sign: str, *, is_last_chance: bool
    ) -> None:
        """Write what undercuts a step, below its line or below its conclusion."""
        undercuts = self._relations.undercuts(step, is_last_chance=is_last_chance)
        for each, source in undercuts:
            self._progress.related.add(each.id)
            if self._put_below(lines, sign, source, 1):
                self._write_relations(lines, source, 2)

    def _separate(self, reconstruction: Reconstruction) -> None:
        """Keep a reconstruction from being taken for that of the argument above."""
        named = [each for each in reconstruction.claims if each in self.names]
        if named and named[0] in self._progress.written:
            self._add_block([self.names.reference(self._map.claim(named[0]))])

    def _numbered(self, lines: list[str], claim_id: str, number: int) -> None:
        claim = self._map.claim(claim_id)
        if claim.id in self._progress.written or not self._progress.is_definable(claim):
            lines.append(f"({number}) {self.names.reference(claim)}")
            return
        lines.append(f"({number}) {self._definition(claim)}")
        self._write_relations(lines, claim, 1)

    def _write_member(self, part: Part) -> None:
        """Write a block of a part and of what relates to it."""
        if part.id in self._progress.written:
            lines = [self.names.reference(part)]
        else:
            for each in items(argdown_data(part).get("texts")):
                self._blocks.append(self._lines.other_text(part, each))
            lines = [self._definition(part, begins_line=True)]
            self._write_relations(lines, part, 1)
        self._add_block(lines, is_argument=isinstance(part, Argument))

    def _write_relations(self, lines: list[str], part: Part, level: int) -> None:
        """Write what relates to a part below it, however deep it goes."""
        progress = self._progress
        open_ = [(part, self._relations.below(part))]
        while open_:
            above, rest = open_[-1]
            following = next(rest, None)
            if following is None:
                open_.pop()
                continue
            each, sign, other = following
            depth = level + len(open_) - 1
            if each.id not in progress.related and (
                progress.can_stand(other, depth)
                or (above.id not in self.names and progress.must_stand(other))
            ):
                progress.related.add(each.id)
                if self._put_below(lines, sign, other, depth):
                    open_.append((other, self._relations.below(other)))

    def _put_below(self, lines: list[str], sign: str, part: Part, depth: int) -> bool:
        """Write the other end of a relation; return whether it is defined there."""
        margin = "  " * depth
        if part.id in self.names and not self._progress.is_nestable(part, depth):
            lines.append(f"{margin}{sign} {self.names.reference(part)}")
            return False
        words = self._definition(part).replace("\n", f"\n{margin}")
        lines.append(f"{margin}{sign} {words}")
        return True

    def _definition(self, part: Part, *, begins_line: bool = False) -> str:
        self._progress.define(part)
        return self._lines.definition(part, begins_line=begins_line)

    def _write_unmapped_fields(self) -> None:
        """Write what could not be said below either end in blocks of its own."""
        for relation in self._reconstructions.relations:
            if relation.id in self._progress.related:
                continue
            if apart := self._relations.apart(relation):
                above, words = apart
                lines = [self.names.reference(above), f"  {words}"]
                self._add_block(lines, is_argument=isinstance(above, Argument))

    def _add_block(self, lines: list[str], *, is_argument: bool = False) -> None:
        self._blocks.append("\n".join(lines))
        self._progress.end_block()
        self._ends_with_argument = is_argument
