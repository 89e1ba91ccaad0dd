"""Hunks that put new parts and relations where an author would write them.

What leads to a part is written below it, with its sign; what leads to nothing is a
block at the end of its section.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeAlias

from argmap.formats.argdown.editing.reading import Node, Reading
from argmap.formats.argdown.editing.removing import block_hunk
from argmap.formats.argdown.editing.wording import Way
from argmap.formats.argdown.elements import Inference as Line, Relation, Section
from argmap.formats.argdown.hunks import Hunk
from argmap.formats.argdown.writing.lines import Lines
from argmap.formats.argdown.writing.names import Names, Part
from argmap.formats.argdown.writing.progress import section_ids
from argmap.formats.argdown.writing.relations import sign_of, sign_of_pair
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
)

_Link: TypeAlias = Inference | Counterpoint | Contradiction
_Below: TypeAlias = tuple[_Link, str, Part]
"""A link, the sign that says it below one end, and the other end."""


class Addition:
    """Parts and links that a text has not yet, on their way into it."""

    def __init__(
        self, reading: Reading, wanted: ArgumentMap, names: Names, lines: Lines
    ) -> None:
        """See what is new; nothing is written yet."""
        self._reading = reading
        self._map = wanted
        self._names = names
        self._lines = lines
        got = reading.argument_map
        self._new = {
            each.id: each for each in wanted.propositions if each.id not in got
        }
        links: list[_Link] = [*wanted.steps, *wanted.contradictions]
        self._pending: dict[str, _Link] = {
            each.id: each for each in links if each.id not in got
        }
        self._written: set[str] = set()
        self._sections = section_ids(wanted)

    def ways(self) -> Iterator[Way]:
        """Yield the way to make each addition."""
        while way := self._next():
            yield way

    def unnamed(self) -> Iterator[str]:
        """Yield the ids of parts in the text that new links need a name of."""
        for link in self._pending.values():
            if isinstance(link, Contradiction) or len(link.premises) == 1:
                part = self._other(link)
                if part.id not in self._new and part.id not in self._names:
                    yield part.id

    def _next(self) -> Way | None:
        """Return the next addition that can be written, and count it as made."""
        for link in list(self._pending.values()):
            anchor = self._anchor(link)
            if anchor is not None and (way := self._below(link, anchor)):
                return way
        for link in list(self._pending.values()):
            if way := self._inverted(link):
                return way
        inferences = [x for x in self._pending.values() if isinstance(x, Inference)]
        for inference in inferences:
            if len(inference.premises) > 1 and (way := self._structure(inference)):
                return way
        for part in self._new.values():
            if part.id not in self._written:
                return [self._block(part)]
        return next(filter(None, map(self._structure, inferences)), None)

    def _anchor(self, link: _Link) -> Node | Line | None:
        """Return below what in the text a link is to be written."""
        if isinstance(link, Contradiction):
            return self._home(link.claims[0])
        if len(link.premises) != 1:
            return None
        end = self._map.part(link.end)
        if isinstance(end, Claim | Argument):
            return self._home(end.id)
        origin = self._reading.relation(end.id)
        if isinstance(origin, Relation):
            return self._reading.node_of_sign(origin)
        return origin

    def _home(self, part_id: str) -> Node | None:
        element = self._reading.element(part_id)
        return self._reading.home(element) if element is not None else None

    def _below(self, link: _Link, anchor: Node | Line) -> Way | None:
        """Return the way to write a link below what it leads to."""
        source = self._other(link)
        if not self._can_be_named(source):
            return None
        apart: list[Hunk] = []
        if not self._fits(source, _section_of(anchor)):
            if source.id not in self._names:
                return [self._block(source)] if self._is_sayable_above(link) else None
            apart = [self._block(source)]
        del self._pending[link.id]
        sign = self._sign(link, anchor)
        lines = self._branch(link, sign, source, self._reading.margin_below(anchor))
        return [*apart, self._hunk_below(anchor, lines)]

    def _sign(self, link: _Link, anchor: Node | Line) -> str:
        if isinstance(link, Contradiction):
            return sign_of_pair(link)
        is_reply = not isinstance(self._map.part(link.end), Claim | Argument)
        sign = "_" if is_reply else sign_of(link)
        return self._reading.sign(sign, self._reading.below(anchor))

    def _hunk_below(self, anchor: Node | Line, lines: list[str]) -> Hunk:
        reading = self._reading
        end = (
            reading.tree_end(anchor)
            if isinstance(anchor, Node)
            else reading.inference_end(anchor)
        )
        words = "".join(f"{reading.line_break}{each}" for each in lines)
        return Hunk(end, end, words)

    def _other(self, link: _Link) -> Part:
        """Return what is written below the sign of a link."""
        part_id = (
            link.claims[1]
            if isinstance(link, Contradiction)
            else link.premises[0].claim
        )
        return self._map.proposition(part_id)

    def _unwritten(self) -> set[str]:
        return self._new.keys() - self._written

    def _can_be_named(self, part: Part) -> bool:
        return part.id in self._names or part.id in self._unwritten()

    def _fits(self, part: Part, section: Section | None) -> bool:
        """Return whether a part stands somewhere, or may be defined in a section."""
        if part.id not in self._unwritten():
            return True
        own = self._sections.get(part.id)
        here = self._reading.mapped.ids.get(section) if section else None
        return own is None or own == here

    def _branch(self, link: _Link, sign: str, part: Part, margin: str) -> list[str]:
        """Return the lines of what stands below a sign, and of what is new below it."""
        own = self._own(link)
        further = [*self._replies(link)]
        if part.id in self._unwritten():
            words = self._define(part, own)
            further = [*self._to(part), *further]
        else:
            words = self._lines.reference(part, own)
        reading = self._reading
        inner = margin + reading.indentation
        words = words.replace("\n", f"{reading.line_break}{margin}")
        lines = [f"{margin}{sign} {words}"]
        for each, below_sign, source in further:
            if self._pending.pop(each.id, None):
                lines += self._branch(each, below_sign, source, inner)
        return lines

    def _own(self, link: _Link) -> dict[str, Any]:
        """Return what the data behind a text says of the step above it."""
        own = self._lines.of_step(link)
        if self._reading.elements.is_strict and isinstance(link, Inference):
            ends = self._other(link), self._map.part(link.end)
            if all(isinstance(each, Claim) for each in ends):  # a step of logic
                own.pop("strict", None)
                return own if link.strict else {"strict": False, **own}
        return own

    def _define(
        self, part: Part, own: Mapping[str, Any], *, begins_line: bool = False
    ) -> str:
        self._written.add(part.id)
        return self._lines.definition(part, own, begins_line=begins_line)

    def _to(self, part: Part) -> Iterator[_Below]:
        """Yield the new links that are written below a new part."""
        for link in list(self._pending.values()):
            if isinstance(link, Contradiction):
                if link.claims[0] == part.id and self._can_be_named(self._other(link)):
                    yield link, sign_of_pair(link), self._other(link)
            elif len(link.premises) == 1:
                yield from self._step_below(link, part)

    def _step_below(
        self, link: Inference | Counterpoint, part: Part
    ) -> Iterator[_Below]:
        """Yield a step that leads to a part, or from one without a title."""
        source = self._other(link)
        if link.end == part.id:
            if self._can_be_named(source) and self._is_nestable(source, part):
                yield link, sign_of(link), source
        elif source is part and part.id not in self._names and link.end in self._names:
            yield link, f"{sign_of(link)}>", self._map.proposition(link.end)

    def _is_nestable(self, source: Part, part: Part) -> bool:
        own, section = self._sections.get(source.id), self._sections.get(part.id)
        return source.id not in self._unwritten() or own in {None, section}

    def _replies(self, link: _Link) -> Iterator[_Below]:
        """Yield what is new and strikes a new step."""
        for each in list(self._pending.values()):
            if (
                isinstance(each, Counterpoint)
                and each.target == link.id
                and len(each.premises) == 1
                and self._can_be_named(self._other(each))
            ):
                yield each, "_", self._other(each)

    def _inverted(self, link: _Link) -> Way | None:
        """Return the way to write a link below what it comes from."""
        if isinstance(link, Contradiction) or len(link.premises) != 1:
            return None
        source, end = link.premises[0].claim, self._map.part(link.end)
        anchor = self._home(source)
        if (
            anchor is None
            or not isinstance(end, Claim | Argument)
            or not self._can_be_named(end)
            or not self._fits(end, anchor.occurrence.section)
            or (end.id in self._unwritten() and source in self._names)
        ):
            return None
        del self._pending[link.id]
        margin = self._reading.margin_below(anchor)
        lines = self._branch(link, f"{sign_of(link)}>", end, margin)
        return [self._hunk_below(anchor, lines)]

    def _is_sayable_above(self, link: _Link) -> bool:
        """Return whether a link can be written below what it comes from."""
        return not isinstance(link, Contradiction) and link.end in self._names

    def _block(self, part: Part) -> Hunk:
        """Return the hunk of a block of a new part, at the end of its section."""
        reading = self._reading
        lines = [self._define(part, {}, begins_line=True)]
        for each, sign, other in self._to(part):
            if self._pending.pop(each.id, None):
                lines += self._branch(each, sign, other, reading.indentation)
        section = reading.section(self._sections.get(part.id))
        return self._block_in(section, lines)

    def _block_in(self, section: Section | None, lines: list[str]) -> Hunk:
        reading = self._reading
        block = reading.line_break.join(lines)
        return block_hunk(reading, reading.section_end(section), [block])

    def _structure(self, link: Inference) -> Way | None:
        """Return the way to write an inference as premises and a conclusion.

        Claims that are new are defined in it, and a new argument whose only step it is
        stands above it.
        """
        home = self._home(link.conclusion)
        section = home.occurrence.section if home else None
        named = [*(each.claim for each in link.premises), link.conclusion]
        claims = [
            each
            for each in map(self._map.part, named)
            if isinstance(each, Claim)
            and self._can_be_named(each)
            and self._fits(each, section)
        ]
        if len(claims) < len(named):
            return None
        del self._pending[link.id]
        lines = [*self._argument_above(link, section)]
        if not lines and self._reading.ends_with_argument(section):
            lines = [*self._separation(claims)]
        owns = [*map(self._lines.of_premise, link.premises), {}]
        for number, (claim, own) in enumerate(zip(claims, owns, strict=True), 1):
            if number == len(claims):
                lines += self._line(link)
            words = self._numbered(claim, own).replace("\n", "\n  ")
            lines += f"({number}) {words}".split("\n")
        return [self._block_in(section, lines)]

    def _line(self, link: Inference) -> Iterator[str]:
        """Yield the line of an inference, and what strikes it."""
        yield from self._lines.inference(link, None).split("\n")
        for each, _, source in self._replies(link):
            if self._pending.pop(each.id, None):
                yield from self._branch(each, "<_", source, self._reading.indentation)

    def _argument_above(
        self, link: Inference, section: Section | None
    ) -> Iterator[str]:
        """Yield the lines of a new argument whose only step a link is."""
        for argument in self._map.arguments_with(link):
            if (
                argument.steps == (link.id,)
                and argument.id in self._unwritten()
                and self._fits(argument, section)
            ):
                yield from self._define(argument, {}, begins_line=True).split("\n")
                yield ""

    def _separation(self, claims: Sequence[Claim]) -> Iterator[str]:
        """Yield the lines between an argument and a reconstruction of something else.

        They name one of its claims, the conclusion if that has a name.
        """
        named = (each for each in reversed(claims) if each.id in self._names)
        for claim in islice(named, 1):
            yield from self._numbered(claim, {}).split("\n")
            yield ""

    def _numbered(self, claim: Claim, own: Mapping[str, Any]) -> str:
        """Return what stands behind a number: a new claim, or a reference."""
        if claim.id in self._unwritten():
            return self._define(claim, own)
        return self._lines.reference(claim, own)


def _section_of(anchor: Node | Line) -> Section | None:
    if isinstance(anchor, Node):
        return anchor.occurrence.section
    return anchor.argument.section
