"""From an argument map to text in Argdown.

Section by section, every claim is written where it is first needed or in a block
of its own, in the order of the map; what Argdown cannot say is found by reading
the text again, and stands in the front matter.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final, TypeAlias

import attrs

from argmap.formats.argdown.builder import build
from argmap.formats.argdown.data import write_data, write_front_matter
from argmap.formats.argdown.ids import (
    UNTITLED_ARGUMENT,
    UNTITLED_CLAIM,
    is_id,
    slug,
)
from argmap.formats.argdown.mapping import (
    CLAIM_FIELDS,
    KEY,
    SETTINGS,
    to_map,
)
from argmap.formats.argdown.markup import write_rule, write_tag, write_text
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.patch import difference, plain_fields, thawed
from argmap.formats.argdown.tokens import tokenize
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Data,
    Inference,
    Section,
)

_DEEPEST: Final = 6
"""Levels of indentation below which a claim with a title gets a block of its own."""
_NO_CLAIM = re.compile(r"[\n\r\u2028\u2029\]]|^-")
_NO_ARGUMENT = re.compile(r"[\n\r\u2028\u2029>]|^[-+_!]")

_SUFFIX = re.compile(r"(?:-(?:claim|argument|section))?(?:-\d+)?")

Part: TypeAlias = Claim | Argument
Relation: TypeAlias = Inference | Counterpoint | Contradiction


def _own(part: Any) -> Mapping[str, Any]:
    """Return what only Argdown knows of a part."""
    own = part.data.get(KEY)
    return own if isinstance(own, Data) else {}


def _list(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _ranges(value: object) -> list[dict[str, Any]]:
    return [
        dict(each)
        for each in _list(value)
        if isinstance(each, Data) and isinstance(each.get("start"), int)
    ]


@attrs.define(eq=False)
class _Structure:
    """A reconstruction to be written: an argument's steps, or a single one."""

    argument: Argument | None
    steps: list[Inference]
    lists: list[list[str]]
    uses: list[list[int] | None]

    @property
    def claims(self) -> Iterator[str]:
        """All that is numbered in it."""
        for listed, step in zip(self.lists, self.steps, strict=True):
            yield from listed
            yield step.conclusion


class BodyWriter:
    """A map on its way to text: what has been written, and what comes next."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Look at the map; nothing is written yet."""
        self._map = argument_map
        self.names_are_ids = any(
            not part.title and not _is_anonymous(part)
            for part in argument_map.propositions
        )
        model = argument_map.data.get("model")
        self._is_strict = isinstance(model, Data) and model.get("mode") == "strict"
        self._blocks: list[str] = []
        self._ends_with_argument = False
        self._written: set[str] = set()
        self._open: list[str] = []
        self._closed: set[str] = set()
        self._related: set[str] = set()
        self._structures: dict[str, _Structure] = {}
        self._home: dict[str, _Structure] = {}
        self._find_structures()
        self._numbered_times = Counter(
            claim
            for structure in dict.fromkeys(self._structures.values())
            for claim in structure.claims
        )
        self._relations = self._find_relations()
        self._names = self._chosen_names()
        self._sections = {
            member: section.id
            for section in argument_map.sections
            for member in section.members
        }
        self._section: str | None = None
        self._structures_by_section: dict[str | None, list[_Structure]] = {}
        for structure in dict.fromkeys(self._structures.values()):
            place = self._place_of(structure)
            self._structures_by_section.setdefault(place, []).append(structure)
        relations = {each.id for each in self._relations}
        self._pending = deque(
            each.id
            for each in argument_map.inferences
            if each.id in self._structures or each.id in relations
        )
        self._next_claim: Iterator[Claim] = iter(())
        self._waiting: dict[type[Any], list[Any]] = {}

    def write(self) -> str:
        """Return the text, without front matter."""
        by_section: dict[str | None, list[Part]] = {}
        for part in self._map.propositions:
            by_section.setdefault(self._sections.get(part.id), []).append(part)
        self._write_section(None, by_section.get(None, []))
        for section, level in self._sections_in_order():
            self._add_block([self._heading(section, level)])
            self._write_section(section.id, by_section.get(section.id, []))
        for each in self._relations:
            if each.id not in self._related:
                self._write_left_over(each)
        return "\n\n".join(self._blocks)

    def _sections_in_order(self) -> Iterator[tuple[Section, int]]:
        waiting = [(each, 1) for each in reversed(self._map.subsections(None))]
        while waiting:
            section, least = waiting.pop()
            level = _own(section).get("level")
            level = level if isinstance(level, int) and level >= least else least
            yield section, level
            waiting += [
                (each, level + 1) for each in reversed(self._map.subsections(section))
            ]

    def _heading(self, section: Section, level: int) -> str:
        data = self._data(
            section, not self._is_derived(section.id, slug(section.title))
        )
        tail = f" {data}" if data else ""
        title = write_text(
            section.title, _ranges(_own(section).get("ranges")), tail=tail
        )
        return f"{'#' * level} {title or write_text(section.id, tail=tail)}{tail}"

    # What is written as a reconstruction, and what as a relation.

    def _find_structures(self) -> None:
        claims = {each.id for each in self._map.claims}
        in_arguments: dict[str, list[Argument]] = {}
        for argument in self._map.arguments:
            for step in argument.steps:
                in_arguments.setdefault(step, []).append(argument)
        steps = {each.id: each for each in self._map.inferences}
        for argument in self._map.arguments:
            own = [steps[each] for each in dict.fromkeys(argument.steps)]
            if own and all(
                _is_numbered(each, claims) and len(in_arguments[each.id]) == 1
                for each in own
            ):
                self._add_structure(_laid_out(argument, own))
        for each in self._map.inferences:
            if (
                each.id not in in_arguments
                and _is_numbered(each, claims)
                and not self._is_plain(each)
            ):
                self._add_structure(_laid_out(None, [each]))

    def _add_structure(self, structure: _Structure) -> None:
        for step in structure.steps:
            self._structures[step.id] = structure
        for claim in structure.claims:
            self._home.setdefault(claim, structure)

    def _is_plain(self, inference: Inference) -> bool:
        """Tell whether a relation says all there is of it."""
        premise = inference.premises[0]
        ends = (self._map.part(premise.claim), self._map.part(inference.conclusion))
        is_logical = self._is_strict and all(isinstance(each, Claim) for each in ends)
        default = Inference([premise.claim], conclusion=inference.conclusion).id
        return (
            len(inference.premises) == 1
            and premise.role is None
            and inference.scheme is None
            and inference.strength is None
            and inference.strict is is_logical
            and not inference.data
            and self._is_derived(inference.id, default)
            and not self._map.counterpoints_against(inference)
        )

    def _find_relations(self) -> list[Relation]:
        """Return what can be said by a sign, in the order of the map."""
        found: list[Relation] = [
            each
            for each in self._map.inferences
            if each.id not in self._structures
            and len(each.premises) == 1
            and isinstance(self._map.part(each.conclusion), Claim | Argument)
        ]
        found += [
            each
            for each in self._map.counterpoints
            if len(each.premises) == 1
            and (
                each.target in self._structures
                or isinstance(self._map.part(each.target), Claim | Argument)
            )
        ]
        found += [each for each in self._map.contradictions if len(each.claims) == 2]  # noqa: PLR2004
        return found

    # Names.

    def _chosen_names(self) -> dict[str, str]:
        """Return what stands in brackets for each part that is named there."""
        names: dict[str, str] = {}
        taken: set[tuple[type, str]] = set()
        for part in self._map.propositions:
            if _is_anonymous(part):
                if isinstance(part, Claim) and not self._can_be_anonymous(part):
                    self._home.pop(part.id, None)
                else:
                    continue
            unsayable = _NO_CLAIM if isinstance(part, Claim) else _NO_ARGUMENT
            for name in self._candidates(part):
                if (type(part), name) in taken or unsayable.search(name):
                    continue
                taken.add((type(part), name))
                names[part.id] = name
                break
        return names

    def _candidates(self, part: Part) -> Iterator[str]:
        if part.title:
            yield part.title
        yield part.id
        for number in count(2):
            yield f"{type(part).__name__.lower()}-{part.id}-{number}"

    def _can_be_anonymous(self, claim: Claim) -> bool:
        return self._numbered_times[claim.id] <= 1 and bool(write_text(claim.text))

    # Blocks.

    def _write_section(self, section: str | None, parts: Sequence[Part]) -> None:
        self._section = section
        claims = [each for each in parts if isinstance(each, Claim)]
        arguments = [each for each in parts if isinstance(each, Argument)]
        self._waiting = {
            Claim: list(reversed(claims)),
            Argument: list(reversed(arguments)),
        }
        while claim := self._next(Claim):
            structure = self._home.get(claim.id)
            if structure is not None and self._is_next(structure, claim):
                self._write_structure(structure)
            else:
                self._write_member(claim)
            self._write_ready_structures()
        while argument := self._next(Argument):
            structure = self._structures.get(next(iter(argument.steps), ""))
            if structure is not None and structure.argument is argument:
                self._write_structure(structure)
            else:
                self._write_member(argument)
        self._write_remaining_structures()

    def _next(self, kind: type[Any]) -> Any:
        waiting = self._waiting[kind]
        while waiting and waiting[-1].id in self._written:
            waiting.pop()
        return waiting[-1] if waiting else None

    def _is_here(self, part: Part) -> bool:
        return self._sections.get(part.id) == self._section

    def _is_next(self, structure: _Structure, claim: Claim) -> bool:
        """Tell whether a reconstruction defines the next claims, in their order."""
        if self._is_said(structure):
            return False
        if structure.argument is not None and not self._is_here(structure.argument):
            return False
        if claim.id not in self._names:
            return True
        new = [
            each
            for each in dict.fromkeys(structure.claims)
            if each not in self._written
        ]
        following = [
            each.id
            for each in reversed(self._waiting[Claim][-len(new) - 1 :])
            if each.id not in self._written
        ]
        return new == following[: len(new)] and not any(
            _own(self._map.claim(each)).get("texts") for each in new
        )

    def _is_said(self, structure: _Structure) -> bool:
        return structure.steps[0].id in self._related

    def _write_ready_structures(self) -> None:
        """Write the reconstructions that come next in the order of inferences."""
        while self._pending:
            following = self._pending[0]
            if following in self._related:
                self._pending.popleft()
                continue
            structure = self._structures.get(following)
            if (
                structure is None
                or self._place_of(structure) != self._section
                or not self._written.issuperset(structure.claims)
            ):
                return
            self._write_structure(structure)

    def _write_remaining_structures(self) -> None:
        for structure in self._structures_by_section.get(self._section, ()):
            if not self._is_said(structure):
                self._write_structure(structure)

    def _place_of(self, structure: _Structure) -> str | None:
        """Return the section in which a reconstruction is written."""
        place = structure.argument or self._map.claim(structure.steps[-1].conclusion)
        return self._sections.get(place.id)

    def _write_structure(self, structure: _Structure) -> None:
        argument = structure.argument
        if argument is None:
            if self._ends_with_argument:
                self._separate(structure)
        elif argument.id in self._names:
            self._write_member(argument)
        lines: list[str] = []
        self._related.update(each.id for each in structure.steps)
        number = 0
        for listed, step, uses in zip(
            structure.lists, structure.steps, structure.uses, strict=True
        ):
            for claim in listed:
                number += 1
                self._numbered(lines, claim, number)
            lines += self._inference_line(step, uses).split("\n")
            for each in self._map.counterpoints_against(step):
                if self._can_relate(each):
                    self._related.add(each.id)
                    source = self._source(each.premises[0].claim)
                    self._nest(lines, source, "<_", 1)
            number += 1
            self._numbered(lines, step.conclusion, number)
        if argument is not None:
            self._written.add(argument.id)
            self._open.append(argument.id)
        self._add_block(lines)

    def _add_block(self, lines: list[str], *, is_argument: bool = False) -> None:
        self._blocks.append("\n".join(lines))
        self._closed.update(self._open)
        self._open.clear()
        self._ends_with_argument = is_argument

    def _separate(self, structure: _Structure) -> None:
        """Keep a reconstruction from being taken for that of the argument above."""
        named = [each for each in structure.claims if each in self._names]
        if named and named[0] in self._written:
            self._add_block([f"[{self._names[named[0]]}]"])

    def _numbered(self, lines: list[str], claim_id: str, number: int) -> None:
        claim = self._map.claim(claim_id)
        if claim.id in self._written or not self._is_definable(claim):
            lines.append(f"({number}) {self._reference(claim)}")
            return
        lines.append(f"({number}) {self._definition(claim)}")
        self._write_relations(lines, claim, 1)

    def _inference_line(self, step: Inference, uses: list[int] | None) -> str:
        data = self._inference_data(step, uses)
        rules = ", ".join(
            write_rule(each) for each in _list(_own(step).get("rules")) if each
        )
        inner = " ".join(filter(None, (rules, data)))
        if not inner:
            return "----"
        if "\n" not in inner and len(inner) <= 80:  # noqa: PLR2004 - columns
            return f"-- {inner} --"
        return f"--\n{inner}\n--"

    def _inference_data(self, step: Inference, uses: list[int] | None) -> str:
        data: dict[str, Any] = {}
        default = Inference(step.premises, conclusion=step.conclusion).id
        if not self._is_derived(step.id, default):
            data["id"] = step.id
        if step.scheme is not None:
            data["scheme"] = step.scheme
        if step.strength is not None:
            data["strength"] = step.strength
        if step.strict:
            data["strict"] = True
        if any(each.role for each in step.premises):
            data["roles"] = [each.role for each in step.premises]
        if uses is not None:
            data["uses"] = uses
        data |= (
            {key: each for key, each in thawed(step.data).items() if key != KEY}
            if (step.data)
            else {}
        )
        return write_data(data) if data else ""

    def _write_member(self, part: Part) -> None:
        """Write a block of a part and of what relates to it."""
        if part.id in self._written:
            lines = [self._reference(part)]
        else:
            for each in _list(_own(part).get("texts")):
                self._blocks.append(self._other_text(part, each))
            lines = [self._definition(part, begins_line=True)]
            self._write_relations(lines, part, 1)
        self._add_block(lines, is_argument=isinstance(part, Argument))

    def _other_text(self, part: Part, other: Any) -> str:
        if isinstance(other, Data):
            text, ranges = other.get("text", ""), _ranges(other.get("ranges"))
        else:
            text, ranges = other, []
        words = write_text(str(text), ranges)
        return f"{self._reference(part)}: {words}" if words else self._reference(part)

    def _write_relations(self, lines: list[str], part: Part, level: int) -> None:
        """Write what relates to a part below it, however deep it goes."""
        open_ = [iter(self._relations_of(part))]
        while open_:
            relation = next(open_[-1], None)
            if relation is None:
                open_.pop()
                continue
            each, sign, other = relation
            depth = level + len(open_) - 1
            if each.id in self._related or not self._can_stand(other, depth):
                continue
            self._related.add(each.id)
            margin = "  " * depth
            if not self._is_nestable(other, depth):
                lines.append(f"{margin}{sign} {self._reference(other)}")
            else:
                lines.append(
                    f"{margin}{sign} {_indented(self._definition(other), margin)}"
                )
                open_.append(iter(self._relations_of(other)))

    def _nest(self, lines: list[str], part: Part, sign: str, level: int) -> None:
        margin = "  " * level
        if not self._is_nestable(part, level):
            lines.append(f"{margin}{sign} {self._reference(part)}")
        else:
            lines.append(f"{margin}{sign} {_indented(self._definition(part), margin)}")
            self._write_relations(lines, part, level + 1)

    def _can_stand(self, other: Part, depth: int) -> bool:
        """Tell whether the other end of a relation can be written here.

        It must have a name, or its place here. What is nowhere defined belongs to
        the section in which it is first named.
        """
        if other.id in self._names:
            is_defined = bool(other.text) or other.id in self._written
            return is_defined or self._is_here(other)
        return self._is_nestable(other, depth)

    def _can_relate(self, counterpoint: Counterpoint) -> bool:
        return (
            counterpoint.id not in self._related
            and len(counterpoint.premises) == 1
            and self._can_stand(self._source(counterpoint.premises[0].claim), 1)
        )

    def _is_definable(self, part: Part) -> bool:
        """Tell whether a part can be defined here: it is the next of its kind."""
        following = self._next(type(part))
        if part.id not in self._names:
            return following is part or part.id in self._home
        return following is part and not _own(part).get("texts")

    def _is_nestable(self, part: Part, depth: int) -> bool:
        """Tell whether a part can be defined below another one."""
        return (
            part.id not in self._written
            and part.id not in self._home
            and (depth <= _DEEPEST or part.id not in self._names)
            and self._is_definable(part)
        )

    def _relations_of(self, part: Part) -> Iterator[tuple[Relation, str, Part]]:
        """Yield relations with the sign that says them below the part.

        Of inferences, counterpoints and contradictions the one comes first whose
        other end is the next to be defined.
        """
        queues = [deque(each) for each in self._relations_by_kind(part)]
        while any(queues):
            ready = [
                each for each in queues if each and self._is_nestable(each[0][2], 1)
            ]
            yield (ready or [each for each in queues if each])[0].popleft()

    def _relations_by_kind(
        self, part: Part
    ) -> Iterator[list[tuple[Relation, str, Part]]]:
        is_anonymous = self._source(part.id).id not in self._names
        uses = list(self._uses(part, is_anonymous=is_anonymous))
        inferences: list[tuple[Relation, str, Part]] = [
            (each, "+", self._source(each.premises[0].claim))
            for each in self._map.inferences_for(part)
            if each.id not in self._structures and len(each.premises) == 1
        ]
        counterpoints: list[tuple[Relation, str, Part]] = [
            (each, sign, self._source(each.premises[0].claim))
            for each in self._map.counterpoints_against(part)
            if len(each.premises) == 1
            and (
                (sign := _sign_of(each)) == "-"
                or (sign == "_" and isinstance(part, Argument))
            )
        ]
        for relations, kind in ((inferences, Inference), (counterpoints, Counterpoint)):
            yield relations + [each for each in uses if isinstance(each[0], kind)]
        yield [
            relation
            for each in self._map.contradictions_of(part.id)
            for relation in self._contradiction(each, part, is_anonymous=is_anonymous)
        ]

    def _uses(
        self, part: Part, *, is_anonymous: bool
    ) -> Iterator[tuple[Relation, str, Part]]:
        """Yield relations from the part that are best said below it."""
        for step in self._map.uses_of(part):
            end = self._map.part(step.end)
            if (
                len(step.premises) == 1
                and step.id not in self._structures
                and isinstance(end, Claim | Argument)
            ):
                sign = "+" if isinstance(step, Inference) else _sign_of(step)
                is_special = sign not in {"+", "-"}
                is_late = end.id in self._closed
                is_waiting = self._is_waiting_anonymously(end)
                if is_anonymous or is_special or is_late or is_waiting:
                    yield step, "><" if sign == "><" else f"{sign}>", end

    def _contradiction(
        self, contradiction: Contradiction, part: Part, *, is_anonymous: bool
    ) -> Iterator[tuple[Relation, str, Part]]:
        if len(contradiction.claims) != 2:  # noqa: PLR2004 - a relation has two ends
            return
        first, second = map(self._proposition, contradiction.claims)
        if contradiction.kind is ContradictionKind.CONTRARY:
            if not self._is_strict:
                return
            if second is part:
                yield contradiction, "-", self._source(first.id)
            elif is_anonymous or self._is_waiting_anonymously(second):
                yield contradiction, "->", second
        elif first is part and isinstance(second, Claim):
            yield contradiction, "><", second
        elif is_anonymous and isinstance(first, Claim):
            yield contradiction, "><", first

    def _is_waiting_anonymously(self, part: Part) -> bool:
        return part.id not in self._names and part.id not in self._written

    def _proposition(self, part_id: str) -> Part:
        part = self._map.part(part_id)
        assert isinstance(part, Claim | Argument)  # noqa: S101 - the map has seen to it
        return part

    def _source(self, part_id: str) -> Part:
        """Return what stands for a premise: a nameless conclusion's argument."""
        part = self._proposition(part_id)
        structure = self._home.get(part_id)
        if (
            part_id in self._names
            or structure is None
            or structure.argument is None
            or structure.argument.id not in self._names
            or structure.steps[-1].conclusion != part_id
        ):
            return part
        return structure.argument

    def _write_left_over(self, relation: Relation) -> None:
        """Write a relation in a block of its own, if both its ends have names."""
        if isinstance(relation, Contradiction):
            source, target = relation.claims
            ends = [target, source] if self._is_strict else [source, target]
            sign = "-" if relation.kind is ContradictionKind.CONTRARY else "><"
            if sign == "-" and not self._is_strict:
                return
            if sign == "><":
                ends = [source, target]
        elif relation.end in self._structures:
            return
        else:
            ends = [relation.end, self._source(relation.premises[0].claim).id]
            sign = "+" if isinstance(relation, Inference) else _sign_of(relation)
            if sign == "_":
                ends, sign = ends[::-1], "_>"
        if all(each in self._names for each in ends):
            above, below = map(self._proposition, ends)
            if sign == "><" and isinstance(below, Argument):
                return
            self._add_block(
                [self._reference(above), f"  {sign} {self._reference(below)}"],
                is_argument=isinstance(above, Argument),
            )

    # Lines.

    def _reference(self, part: Part) -> str:
        name = self._names.get(part.id, part.id)
        return f"[{name}]" if isinstance(part, Claim) else f"<{name}>"

    def _definition(self, part: Part, *, begins_line: bool = False) -> str:
        self._written.add(part.id)
        self._open.append(part.id)
        data = self._data(part, self._is_unexpected(part))
        own = _own(part)
        ranges = _ranges(own.get("ranges"))
        inner = [each.get("tag") for each in (*ranges, *_other_ranges(own))]
        tags = [write_tag(each) for each in part.tags if each not in inner]
        tail = "".join(f" {each}" for each in (*tags, data) if each)
        if part.id not in self._names:
            return (
                write_text(part.text, ranges, begins_line=begins_line, tail=tail) + tail
            )
        words = write_text(part.text, ranges, tail=tail)
        reference = self._reference(part)
        return f"{reference}: {words}{tail}" if words else f"{reference}{tail}"

    def _is_derived(self, part_id: str, default: str) -> bool:
        """Tell whether reading gives the id: the usual one, or it with a number."""
        if part_id == default:
            return True
        return part_id.startswith(f"{default}-") and bool(
            _SUFFIX.fullmatch(part_id, len(default))
            and self._map.find_part(default) is not None
        )

    def _is_unexpected(self, part: Part) -> bool:
        """Tell whether the id of a part does not follow from its name."""
        name = self._names.get(part.id)
        if name is None:
            return False
        if self.names_are_ids and is_id(name):
            return name != part.id
        return not self._is_derived(part.id, slug(name))

    def _data(self, part: Part | Section, is_unexpected: object) -> str:
        data: dict[str, Any] = {}
        if is_unexpected:
            data["id"] = part.id
        if isinstance(part, Claim):
            data |= _claim_fields(part)
        if part.data:
            data |= {key: each for key, each in thawed(part.data).items() if key != KEY}
        return write_data(data) if data else ""


def write(argument_map: ArgumentMap) -> str:
    """Write a map in Argdown, with the texts of its sources where they are at hand.

    >>> from argmap.model import Claim
    >>> print(write(ArgumentMap([Claim("rents", "They rose.", title="Rents")])), end="")
    [Rents]: They rose.
    """
    return completed(argument_map, with_front_matter, read_map)


def completed(
    argument_map: ArgumentMap,
    written: Callable[[dict[str, Any], str], str],
    read: Callable[[str], ArgumentMap],
) -> str:
    """Return what `written` makes of a front matter and the rest of the text.

    The front matter holds what `read` does not find in it.
    """
    body = BodyWriter(argument_map)
    text = body.write() or "Nothing is claimed."
    front = (
        {
            key: value
            for key, value in thawed(argument_map.data).items()
            if key not in {SETTINGS, "title", KEY}
        }
        if argument_map.data
        else {}
    )
    if argument_map.title:
        front = {"title": argument_map.title, **front}
    settings: dict[str, Any] = {"names": "ids"} if body.names_are_ids else {}
    if argument_map.sources:
        settings["sources"] = [plain_fields(each) for each in argument_map.sources]
    got = read(written(_with_settings(front, settings), text))
    settings |= difference(argument_map, got)
    return written(_with_settings(front, settings), text)


def _indented(lines: str, margin: str) -> str:
    return lines.replace("\n", f"\n{margin}")


def _with_settings(front: dict[str, Any], settings: dict[str, Any]) -> dict[str, Any]:
    return front | ({SETTINGS: settings} if settings else {})


def with_front_matter(front: dict[str, Any], text: str) -> str:
    """Return a text below its front matter, where there is any."""
    return f"{write_front_matter(front)}\n\n{text}\n" if front else f"{text}\n"


def read_map(text: str) -> ArgumentMap:
    """Return the map that a text makes."""
    return to_map(build(parse(tokenize(text)))).argument_map


def _other_ranges(own: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for each in _list(own.get("texts")):
        if isinstance(each, Data):
            yield from _ranges(each.get("ranges"))


def _is_anonymous(part: Part) -> bool:
    pattern = UNTITLED_CLAIM if isinstance(part, Claim) else UNTITLED_ARGUMENT
    return not part.title and pattern.fullmatch(part.id) is not None


def _is_numbered(inference: Inference, claims: set[str]) -> bool:
    """Tell whether an inference can stand in a premise-conclusion structure."""
    return inference.conclusion in claims and all(
        each.claim in claims for each in inference.premises
    )


def _sign_of(counterpoint: Counterpoint) -> str:
    relation = _own(counterpoint).get("relation")
    return {"undercut": "_", "contradictory": "><"}.get(str(relation), "-")


def _laid_out(argument: Argument | None, steps: list[Inference]) -> _Structure:
    """Decide which statements stand before each line, and which the line names."""
    numbers: dict[str, int] = {}
    lists: list[list[str]] = []
    uses: list[list[int] | None] = []
    number = 0
    before: list[str] = []
    for step in steps:
        premises = [each.claim for each in step.premises]
        told = _own(step).get("structure")
        listed = (
            [str(each) for each in told]
            if isinstance(told, tuple)
            else [each for each in dict.fromkeys(premises) if each not in numbers]
        )
        for claim in listed:
            number += 1
            numbers.setdefault(claim, number)
        lists.append(listed)
        is_default = isinstance(told, tuple) or premises == before + listed
        uses.append(None if is_default else [numbers[each] for each in premises])
        number += 1
        numbers.setdefault(step.conclusion, number)
        before = [step.conclusion]
    return _Structure(argument, steps, lists, uses)


def _claim_fields(claim: Claim) -> dict[str, Any]:
    fields = plain_fields(claim)
    return {name: fields[name] for name in CLAIM_FIELDS if name in fields}
