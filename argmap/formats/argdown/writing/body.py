"""The body of a text: blocks, section by section.

Every claim is written where it is first needed or in a block of its own, in the
order of the map. What cannot be said is left out.
"""

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, Final

from argmap.formats.argdown.elements import NO_DATA
from argmap.formats.argdown.writing.lines import Lines, with_data
from argmap.formats.argdown.writing.markup import write_text
from argmap.formats.argdown.writing.names import (
    Names,
    Part,
    argdown_data,
    ids_are_names,
    is_anonymous,
    is_only_definable,
)
from argmap.formats.argdown.writing.progress import Progress
from argmap.formats.argdown.writing.reconstructions import (
    Reconstruction,
    Reconstructions,
    Relation,
)
from argmap.formats.argdown.writing.relations import Below, Relations
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Premise,
    Section,
)
from argmap.model.connections import grouped

_DEEPEST: Final = 99
"""The deepest level of a heading that is taken from data."""


class Body:
    """A map on its way to text."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        named: Container[str] = (),
        *,
        is_ordered: bool = False,
    ) -> None:
        """Decide what is written how; nothing is written yet.

        Which parts must be `named` is known once a body of the map was written. In one
        that `is_ordered`, steps come in the order of the map wherever they can.
        """
        self._map = argument_map
        self._reconstructions = Reconstructions(argument_map)
        self._ids_are_names = ids_are_names(argument_map)
        self.names: Names = Names(argument_map, self._nameless(named))
        self._lines = Lines(argument_map, self.names)
        self._progress = Progress(
            argument_map, self._reconstructions, self.names, is_ordered=is_ordered
        )
        self._relations = Relations(
            argument_map, self._reconstructions, self.names, self._progress
        )
        self._blocks: list[str] = []
        self._later: list[str] = []
        self._referred: set[str] = set()
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

    def _nameless(self, named: Container[str]) -> set[str]:
        """Return what needs no name; the rest is not defined in reconstructions."""
        nameless: set[str] = set()
        for part in self._map.propositions:
            is_needless = self._is_needless(part) or self._is_defined_once(part)
            if part.id in named or not is_needless:
                continue
            if isinstance(part, Argument) or (
                self._reconstructions.times[part.id] <= 1 and write_text(part.text)
            ):
                nameless.add(part.id)
            else:
                self._reconstructions.home.pop(part.id, None)
        return nameless

    def _is_needless(self, part: Part) -> bool:
        """Return whether the place of a part, and its data, say all that a name would.

        An argument that heads no reconstruction has no place without a name.
        """
        if isinstance(part, Claim):
            return is_anonymous(part) or self._says_its_id(part)
        first = next(iter(part.steps), "")
        return is_anonymous(part) and first in self._reconstructions.of_step

    def _says_its_id(self, part: Claim) -> bool:
        """Return whether the data behind a claim is to say its id, and no name does.

        So it is where names are titles, and the claim is named but once.
        """
        if part.title or self._ids_are_names:
            return False
        links = self._map.links_of(part)
        are_steps = all(isinstance(each, Inference | Counterpoint) for each in links)
        return are_steps and len(self._map.uses_of(part)) <= 1

    def _is_defined_once(self, part: Part) -> bool:
        """Return whether a part can have a title to which nothing can refer."""
        if not (is_only_definable(part) and write_text(part.text)):
            return False
        is_heading = isinstance(part, Argument) and part.steps
        return not (is_heading and any(self._map.links_of(part)))

    @property
    def unsayable(self) -> set[str]:
        """The parts without a name that are referred to, or not for want of one."""
        return self._referred | {
            end
            for relation in self._reconstructions.relations
            if relation.id not in self._progress.related
            for end in self._relations.ends_apart(relation)
            if end not in self.names
        }

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
                self._write_arguments_before(reconstruction)
                self._write_reconstruction(reconstruction)
            else:
                self._write_member(claim)
            self._write_ready()
        while argument := progress.next(Argument):
            reconstruction = self._reconstructions.of_step.get(
                next(iter(argument.steps), "")
            )
            if reconstruction is not None and reconstruction.argument is argument:
                self._write_reconstruction(reconstruction)
            else:
                self._write_member(argument)
            self._write_ready_steps()
        for reconstruction in self._by_section.get(section, ()):
            if not progress.is_said(reconstruction):
                self._write_reconstruction(reconstruction)
                self._write_ready_steps()

    def _write_arguments_before(self, reconstruction: Reconstruction) -> None:
        """Write the arguments that come before that of a reconstruction, in order."""
        progress, own = self._progress, reconstruction.argument
        while own and own.id not in progress.written:
            first = progress.next(Argument)
            if first is None or first is own or first.id not in self.names:
                return
            self._write_member(first)

    def _write_ready(self) -> None:
        """Write what comes next in the order of the map, and has its ends."""
        if self._progress.turns:
            self._write_ready_steps()
        else:
            self._write_ready_reconstructions()

    def _write_ready_steps(self) -> None:
        """Write the steps whose turn it is in blocks of their own."""
        progress = self._progress
        count = -1
        while count < len(progress.related):
            count = len(progress.related)
            for step in progress.next_steps():
                reconstruction = self._reconstructions.of_step.get(step.id)
                if reconstruction is None:
                    if progress.written.issuperset(self._relations.ends_apart(step)):
                        self._write_apart(step)
                elif self._is_ready(reconstruction):
                    self._write_reconstruction(reconstruction)

    def _is_ready(self, reconstruction: Reconstruction) -> bool:
        """Return whether all claims of a reconstruction are written, in its section."""
        section = self._progress.sections.get(reconstruction.head)
        is_here = section == self._progress.section
        return is_here and self._progress.written.issuperset(reconstruction.claims)

    def _write_ready_reconstructions(self) -> None:
        """Write the reconstructions that come next in the order of inferences."""
        progress = self._progress
        while self._pending:
            following = self._pending[0]
            if following in progress.related:
                self._pending.popleft()
                continue
            reconstruction = self._reconstructions.of_step.get(following)
            if reconstruction is None or not self._is_ready(reconstruction):
                return
            self._write_reconstruction(reconstruction)

    def _write_reconstruction(self, reconstruction: Reconstruction) -> None:
        argument = reconstruction.argument
        if argument is None:
            if self._ends_with_argument:
                self._separate(reconstruction)
        elif self.names.is_defined(argument):
            self._write_member(argument)
        self._progress.related.update(each.id for each in reconstruction.steps)
        lines: list[str] = []
        number = 0
        for listed, step, uses in zip(
            reconstruction.lists, reconstruction.steps, reconstruction.uses, strict=True
        ):
            premises = {each.claim: each for each in step.premises}
            for claim in listed:
                number += 1
                self._numbered(lines, claim, number, premises.get(claim))
            lines += self._lines.inference(step, uses).split("\n")
            self._progress.has_inference = True
            self._write_undercuts(lines, step, "<_", is_last_chance=False)
            number += 1
            self._progress.concluded = step.conclusion
            self._numbered(lines, step.conclusion, number)
            self._progress.concluded = ""
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
            below = self._put_below(lines, (each, sign, source), 1)
            self._write_all(lines, [(source, below)], 2)

    def _separate(self, reconstruction: Reconstruction) -> None:
        """Keep a reconstruction from being taken for that of the argument above."""
        named = [each for each in reconstruction.claims if each in self.names]
        if named and named[0] in self._progress.written:
            self._add_block([self.names.reference(self._map.claim(named[0]))])

    def _numbered(
        self,
        lines: list[str],
        claim_id: str,
        number: int,
        premise: Premise | None = None,
    ) -> None:
        claim = self._map.claim(claim_id)
        own = self._lines.of_premise(premise) if premise else {}
        if claim.id in self._progress.written or not self._progress.is_definable(claim):
            lines.append(f"({number}) {self._lines.reference(claim, own)}")
            if claim.id not in self.names:
                self._referred.add(claim.id)
            return
        words = self._definition(claim, own).replace("\n", "\n  ")
        lines.append(f"({number}) {words}")
        self._write_relations(lines, claim)

    def _write_member(self, part: Part) -> None:
        """Write a block of a part and of what relates to it."""
        if part.id in self._progress.written:
            lines = [self.names.reference(part)]
        else:
            self._blocks += self._lines.other_texts(part)
            self._progress.define(part)
            lines = [self._lines.definition(part, begins_line=True)]
            self._write_relations(lines, part)
        self._add_block(lines, is_argument=isinstance(part, Argument))

    def _write_relations(self, lines: list[str], part: Part) -> None:
        """Write what relates to a part below it, however deep it goes."""
        self._write_all(lines, [(part, self._relations.below(part))], 1)

    def _write_all(
        self, lines: list[str], open_: list[tuple[Part, Iterator[Below]]], level: int
    ) -> None:
        progress = self._progress
        while open_:
            above, rest = open_[-1]
            following = next(rest, None)
            if following is None:
                open_.pop()
                continue
            each, sign, other = following
            depth = level + len(open_) - 1
            # below a sign, an undercut would strike that step
            is_sayable = depth == 1 or sign != "_" or not _strikes(each, above)
            if (
                is_sayable
                and each.id not in progress.related
                and progress.is_turn(each)
                and (
                    progress.can_stand(other, depth)
                    or (above.id not in self.names and progress.must_stand(other))
                )
            ):
                progress.related.add(each.id)
                open_.append((other, self._put_below(lines, following, depth)))

    def _put_below(self, lines: list[str], below: Below, depth: int) -> Iterator[Below]:
        """Write the other end of a relation; return what is to be said below it."""
        relation, sign, part = below
        margin = "  " * depth
        own = self._own_data(relation)
        if part.id in self.names and not self._progress.is_nestable(part, depth):
            words = self._lines.reference(part, own)
            further = self._relations.replies(relation)
        else:
            words = self._definition(part, own)
            further = self._relations.below(part, relation)
        words = words.replace("\n", f"\n{margin}")
        lines.append(f"{margin}{sign} {words}")
        return further

    def _own_data(self, relation: Relation) -> dict[str, Any]:
        """Return what stands behind the text below its sign, of the step."""
        own = self._lines.of_step(relation)
        if isinstance(relation, Inference) and self._reconstructions.is_logical(
            relation
        ):
            own.pop("strict", None)
        return own

    def _definition(self, part: Part, own: Mapping[str, Any] = NO_DATA) -> str:
        """Return what defines a part within a block.

        Of several texts it is the first, as in the text that they come from; blocks
        with the others follow.
        """
        self._progress.define(part)
        others = self._lines.other_texts(part)
        if not others:
            return self._lines.definition(part, own)
        first, *rest = others
        self._later += [*rest, self._lines.definition(part)]
        return with_data(first, own)

    def _write_unmapped_fields(self) -> None:
        """Write what could not be said below either end in blocks of its own."""
        for relation in self._reconstructions.relations:
            if relation.id not in self._progress.related:
                self._write_apart(relation)

    def _write_apart(self, relation: Relation) -> None:
        """Write a relation in a block of its own, if that can be."""
        if apart := self._relations.apart(relation):
            self._progress.related.add(relation.id)
            above, sign, below = apart
            lines = [self.names.reference(above)]
            further = self._put_below(lines, (relation, sign, below), 1)
            self._write_all(lines, [(below, further)], 2)
            self._add_block(lines, is_argument=isinstance(above, Argument))

    def _add_block(self, lines: list[str], *, is_argument: bool = False) -> None:
        self._blocks += ["\n".join(lines), *self._later]
        self._later.clear()
        self._progress.end_block()
        self._ends_with_argument = is_argument


def _strikes(relation: Relation, part: Part) -> bool:
    """Return whether a relation is a counterpoint against a part itself."""
    return isinstance(relation, Counterpoint) and relation.target == part.id
