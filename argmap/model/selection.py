"""Parts of a map that are maps: a section, or what is round one claim."""

from collections.abc import Iterable

import attrs

from argmap.model.argument_map import ArgumentMap
from argmap.model.parts import (
    Argument,
    Claim,
    Counterpoint,
    Inference,
    Part,
    Section,
    Step,
)


def around(argument_map: ArgumentMap, part: str | Part, depth: int = 1) -> ArgumentMap:
    """Return what is within `depth` steps of a claim, argument or step.

    A step goes from the premises of an inference or counterpoint to its end, or
    back. Raises UnknownPartError, and ValueError for a negative depth.
    """
    if depth < 0:
        msg = f"depth must not be negative, not {depth}"
        raise ValueError(msg)
    centre = argument_map.part(part if isinstance(part, str) else part.id)
    reached: dict[str, None] = {}
    if isinstance(centre, Inference | Counterpoint):
        frontier = _claims_of(argument_map, [centre])
    elif isinstance(centre, Section):
        frontier = _members(argument_map, centre)
    else:
        frontier = dict.fromkeys([centre.id])
    for _ in range(depth):
        reached |= frontier
        frontier = _claims_of(argument_map, _steps_at(argument_map, frontier))
        frontier = {claim: None for claim in frontier if claim not in reached}
    return argument_map.restricted_to(reached | frontier)


def within(argument_map: ArgumentMap, section: str | Section) -> ArgumentMap:
    """Return a section with all that is inside it, and what its steps lead to.

    Claims of other sections come along where a step joins them to this one;
    of the sections only this one and those inside it remain. Raises
    UnknownPartError.
    """
    chosen = argument_map.section(section if isinstance(section, str) else section.id)
    inside = _members(argument_map, chosen)
    joined = _claims_of(argument_map, _steps_at(argument_map, inside))
    part = argument_map.restricted_to(inside | joined)
    outside = [
        step
        for step in part.steps
        if inside.keys().isdisjoint(_claims_of(part, [step]))
    ]
    others = [
        each for each in part.sections if not _is_inside(argument_map, each, chosen)
    ]
    return attrs.evolve(part.without(*outside, *others), title=chosen.title)


def _is_inside(argument_map: ArgumentMap, section: Section, around: Section) -> bool:
    while section.id != around.id:
        if section.parent is None:
            return False
        section = argument_map.section(section.parent)
    return True


def _members(argument_map: ArgumentMap, section: Section) -> dict[str, None]:
    """Return the claims and arguments of a section and those inside it, in order."""
    members: dict[str, None] = {}
    waiting = [section]
    while waiting:
        each = waiting.pop()
        waiting.extend(argument_map.subsections(each))
        parts = map(argument_map.part, each.members)
        members.update(
            dict.fromkeys(
                part.id for part in parts if isinstance(part, Claim | Argument)
            )
        )
    return members


def _steps_at(argument_map: ArgumentMap, parts: Iterable[str]) -> list[Step]:
    """Return the steps from, to and against the parts, and those against these."""
    waiting = list(parts)
    steps: dict[str, Step] = {}
    while waiting:
        part_id = waiting.pop()
        touching: list[Step] = [
            *argument_map.inferences_for(part_id),
            *argument_map.counterpoints_against(part_id),
        ]
        if part_id not in steps:
            touching += argument_map.uses_of(part_id)
        for step in touching:
            if step.id not in steps:
                steps[step.id] = step
                waiting.append(step.id)
    return list(steps.values())


def _claims_of(argument_map: ArgumentMap, steps: Iterable[Step]) -> dict[str, None]:
    """Return the claims and arguments that the steps join, through other steps too."""
    claims: dict[str, None] = {}
    seen: set[str] = set()
    for step in steps:
        at: Part = step
        while isinstance(at, Inference | Counterpoint) and at.id not in seen:
            seen.add(at.id)
            claims.update(dict.fromkeys(each.claim for each in at.premises))
            at = argument_map.part(at.end)
        if not isinstance(at, Inference | Counterpoint):
            claims[at.id] = None
    return claims
