"""Parts of a map that are maps: a section, or what is round one part."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from argmap.model.argument_map import ArgumentMap
from argmap.model.parts import (
    Argument,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Part,
    Section,
    Step,
)
from argmap.model.values import id_of

_Link: TypeAlias = Step | Contradiction


def around(argument_map: ArgumentMap, part: str | Part, depth: int = 1) -> ArgumentMap:
    """Return what is within `depth` moves of a part.

    A move goes from a premise of a step to what it leads to, or back, from an
    argument to the claims of its steps, and between claims that contradict each
    other. Raises UnknownPartError, and ValueError for a negative depth.
    """
    if depth < 0:
        msg = f"depth must not be negative, not {depth}"
        raise ValueError(msg)
    centre = argument_map.part(id_of(part))
    parts = [centre]
    if isinstance(centre, Section):
        parts.extend(_members(argument_map, centre))
    reached = _propositions(argument_map, parts)
    rim = dict(reached)
    seen: set[str] = set()
    while rim and depth:
        near = _propositions(argument_map, _links_at(argument_map, rim, seen))
        rim = {each: None for each in near if each not in reached}
        reached |= rim
        depth -= 1
    return argument_map.restricted_to(reached)


def within(argument_map: ArgumentMap, section: str | Section) -> ArgumentMap:
    """Return a section with all that is inside it, and what its steps lead to.

    Claims of other sections come along where a step or a contradiction joins them
    to this one; of the sections only this one and those inside it remain. Raises
    UnknownPartError.
    """
    chosen = argument_map.section(id_of(section))
    members = list(_members(argument_map, chosen))
    inside = [each for each in members if isinstance(each, Claim | Argument)]
    links = _links_at(argument_map, (each.id for each in inside), set())
    kept = {each.id for each in _with_ends(argument_map, [*members, *links])}
    joined = _propositions(argument_map, map(argument_map.part, kept))
    kept.update(joined, (each.id for each in _nested(argument_map, chosen)))
    part = argument_map.restricted_to(joined)
    others = [
        each
        for each in part.parts
        if each.id not in kept
        and not (isinstance(each, Argument) and kept.issuperset(each.steps))
    ]
    return attrs.evolve(part.without(*others), title=chosen.title)


def _nested(argument_map: ArgumentMap, section: Section) -> Iterator[Section]:
    """Yield the section and those inside it."""
    waiting = [section]
    while waiting:
        each = waiting.pop()
        waiting.extend(argument_map.subsections(each))
        yield each


def _members(argument_map: ArgumentMap, section: Section) -> Iterator[Part]:
    for each in _nested(argument_map, section):
        yield from map(argument_map.part, each.members)


def _only_links(parts: Iterable[Part]) -> Iterator[_Link]:
    return (each for each in parts if isinstance(each, _Link))


def _propositions(argument_map: ArgumentMap, parts: Iterable[Part]) -> dict[str, None]:
    """Return the claims and arguments among the parts, or that they join."""
    found: dict[str, None] = {}
    for part in _with_ends(argument_map, parts):
        match part:
            case Claim() | Argument():
                found[part.id] = None
            case Contradiction():
                found.update(dict.fromkeys(part.claims))
            case Inference() | Counterpoint():
                found.update(dict.fromkeys(each.claim for each in part.premises))
    return found


def _with_ends(argument_map: ArgumentMap, parts: Iterable[Part]) -> Iterable[Part]:
    """Add what the steps among the parts lead to, through other steps too."""
    found = {each.id: each for each in parts}
    waiting = list(found.values())
    while waiting:
        part = waiting.pop()
        if isinstance(part, Inference | Counterpoint) and part.end not in found:
            found[part.end] = argument_map.part(part.end)
            waiting.append(found[part.end])
    return found.values()


def _links_at(
    argument_map: ArgumentMap, parts: Iterable[str], seen: set[str]
) -> list[_Link]:
    """Return the links of the parts, and replies to them, that were not seen yet."""
    waiting = list(parts)
    links: list[_Link] = []
    while waiting:
        for link in _links_of(argument_map, waiting.pop()):
            if link.id not in seen:
                seen.add(link.id)
                waiting.append(link.id)
                links.append(link)
    return links


def _links_of(argument_map: ArgumentMap, part_id: str) -> Iterator[_Link]:
    """Yield what joins a part to others, or an argument that the part is a step of."""
    part = argument_map.part(part_id)
    if isinstance(part, Argument):
        yield from _only_links(map(argument_map.part, part.steps))
    reconstructed = argument_map.arguments_with(part_id)
    for each in (part_id, *(argument.id for argument in reconstructed)):
        yield from argument_map.inferences_for(each)
        yield from argument_map.counterpoints_against(each)
        yield from argument_map.uses_of(each)
        yield from argument_map.contradictions_of(each)
