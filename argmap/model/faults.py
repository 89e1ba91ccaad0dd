"""Why pieces do not make a map: every reason, each with the piece at fault."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from argmap.model.parts import Part, Section, Step
from argmap.model.sources import Source

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

Piece: TypeAlias = Part | Source
"""All that a map is put together from."""


@attrs.frozen
class Fault:
    """One reason why pieces do not make a map.

    `owner` is the piece at fault (None for the map itself), `field` the name of
    its field and `index` the place in that field where it holds several.
    """

    message: str
    owner: Piece | None = attrs.field(default=None, repr=False)
    field: str = "id"
    index: int | None = None

    def __str__(self) -> str:
        """Return the reason in words."""
        return self.message


def find_faults(argument_map: "ArgumentMap") -> Iterator[Fault]:
    """Find ids given twice and references that do not hold."""
    yield from _repeated_ids(argument_map)
    yield from _dangling_ids(argument_map)
    yield from _misplaced_members(argument_map)
    yield from _circular_sections(argument_map)


def _repeated_ids(argument_map: "ArgumentMap") -> Iterator[Fault]:
    for pieces in (argument_map.parts, argument_map.sources):
        first: dict[str, Piece] = {}
        for piece in pieces:
            other = first.get(piece.id)
            if other is None:
                first[piece.id] = piece
            elif type(other) is type(piece):
                noun = type(piece).__name__.lower()
                yield Fault(f"two {noun}s have the id '{piece.id}'", piece)
            else:
                nouns = f"{_noun(other)} and {_noun(piece)}"
                yield Fault(f"two parts have the id '{piece.id}': {nouns}", piece)


def _dangling_ids(argument_map: "ArgumentMap") -> Iterator[Fault]:
    claims = {each.id for each in argument_map.propositions}
    inferences = {each.id for each in argument_map.inferences}
    ends = claims | inferences | {each.id for each in argument_map.counterpoints}
    members = ends | {each.id for each in argument_map.contradictions}
    sections = {each.id for each in argument_map.sections}
    sources = {each.id for each in argument_map.sources}
    for each in argument_map.claims:
        named = [quotation.source for quotation in each.quotations]
        yield from _dangling(each, "quotations", named, sources, "source")
    for step in argument_map.steps:
        named = [premise.claim for premise in step.premises]
        yield from _dangling(step, "premises", named, claims, "claim or argument")
    for inference in argument_map.inferences:
        yield from _dangling_end(inference, "conclusion", inference.conclusion, ends)
    for counterpoint in argument_map.counterpoints:
        yield from _dangling_end(counterpoint, "target", counterpoint.target, ends)
    for contradiction in argument_map.contradictions:
        yield from _dangling(
            contradiction, "claims", contradiction.claims, claims, "claim"
        )
    for argument in argument_map.arguments:
        yield from _dangling(argument, "steps", argument.steps, inferences, "inference")
    for section in argument_map.sections:
        yield from _dangling(section, "members", section.members, members, "part")
        if section.parent is not None and section.parent not in sections:
            yield Fault(
                f"no section has the id '{section.parent}', which"
                f" section '{section.id}' names as its parent",
                section,
                "parent",
            )
    if argument_map.thesis is not None and argument_map.thesis not in claims:
        yield Fault(
            f"no claim or argument has the id '{argument_map.thesis}',"
            " which the map names as its thesis",
            None,
            "thesis",
        )


def _misplaced_members(argument_map: "ArgumentMap") -> Iterator[Fault]:
    first: dict[str, Section] = {}
    for section in argument_map.sections:
        for index, member in enumerate(section.members):
            other = first.get(member)
            if other is None:
                first[member] = section
            else:
                yield Fault(
                    f"'{member}' is a member of section '{other.id}'"
                    f" and again of section '{section.id}'",
                    section,
                    "members",
                    index,
                )


def _circular_sections(argument_map: "ArgumentMap") -> Iterator[Fault]:
    sections = {each.id: each for each in argument_map.sections}
    settled: set[str] = set()
    for section in argument_map.sections:
        path: set[str] = set()
        at: Section | None = section
        while at and at.id not in settled and at.id not in path:
            path.add(at.id)
            at = sections.get(at.parent or "")
        if at and at.id in path:
            yield Fault(f"section '{at.id}' is inside itself", at, "parent")
        settled |= path


def _noun(piece: Piece) -> str:
    noun = type(piece).__name__.lower()
    return f"{'an' if noun[0] in 'ai' else 'a'} {noun}"


def _dangling(
    owner: Piece, field: str, named: Iterable[str], known: set[str], wanted: str
) -> Iterator[Fault]:
    for index, name in enumerate(named):
        if name not in known:
            yield Fault(
                f"no {wanted} has the id '{name}', which"
                f" {type(owner).__name__.lower()} '{owner.id}' names in its {field}",
                owner,
                field,
                index,
            )


def _dangling_end(
    owner: Step, field: str, name: str, known: set[str]
) -> Iterator[Fault]:
    for fault in _dangling(
        owner, field, [name], known, "claim, argument, inference or counterpoint"
    ):
        yield attrs.evolve(fault, index=None)
