"""Parts of a map that are maps: a section, or what is round one part."""

from collections.abc import Iterable, Iterator

import attrs

from argmap.model.argument_map import ArgumentMap
from argmap.model.connections import reached
from argmap.model.parts import Argument, Claim, Link, Part, Section
from argmap.model.references import named
from argmap.model.values import id_of


def around(argument_map: ArgumentMap, part: str | Part, depth: int = 1) -> ArgumentMap:
    """Return what is within `depth` moves of a part.

    A move goes from a premise of a step to what it leads to, or back, from an
    argument to the claims of its steps, and between claims that contradict each
    other, answer one question or are said in other words. Sections come along with
    what is in them. Raises UnknownPartError, and ValueError for a negative depth.
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
    return _without_empty_sections(argument_map.restricted_to(reached), centre)


def _without_empty_sections(argument_map: ArgumentMap, centre: Part) -> ArgumentMap:
    """Leave out sections with nothing in them or below, but the one looked at."""
    sections = argument_map.sections
    wanted = (each.id for each in sections if each.members or each.id == centre.id)
    held = {*reached(wanted, lambda each: _parents(argument_map, each))}
    return argument_map.without(*(each for each in sections if each.id not in held))


def _parents(argument_map: ArgumentMap, section: str) -> list[str]:
    parent = argument_map.section(section).parent
    return [] if parent is None else [parent]


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
    kept = _with_named(argument_map, [*members, *links])
    joined = [each for each in kept.values() if isinstance(each, Claim | Argument)]
    kept |= {each.id: each for each in _nested(argument_map, chosen)}
    part = argument_map.restricted_to(joined)
    others = [
        each
        for each in part.parts
        if each.id not in kept
        and not (isinstance(each, Argument) and kept.keys() >= set(each.steps))
    ]
    return attrs.evolve(part.without(*others), title=chosen.title)


def without_prose(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map without claims that are no more than text between arguments.

    That is: nothing relates to them, and they have no title, speaker, tag or quotation.
    A map in which nothing relates to anything is returned as it is.

    >>> from argmap.model import Inference
    >>> argument_map = ArgumentMap.of(
    ...     Claim("intro", "First the costs."), Claim("a"), Claim("b"),
    ...     Inference(["a"], conclusion="b"),
    ... )
    >>> without_prose(argument_map)
    <ArgumentMap: 2 claims, 1 inference>
    """
    if next(argument_map.links, None) is None:
        return argument_map
    prose = [
        each
        for each in argument_map.claims
        if each.id != argument_map.thesis
        and not argument_map.links_of(each)
        and not (each.title or each.speaker or each.tags or each.quotations)
        and not each.utterances
    ]
    return argument_map.without(*prose) if prose else argument_map


def _nested(argument_map: ArgumentMap, section: Section) -> list[Section]:
    """Return the section and those inside it."""
    return reached([section], argument_map.subsections)


def _members(argument_map: ArgumentMap, section: Section) -> Iterator[Part]:
    for each in _nested(argument_map, section):
        yield from map(argument_map.part, each.members)


def _propositions(argument_map: ArgumentMap, parts: Iterable[Part]) -> dict[str, None]:
    """Return the claims and arguments among the parts and what their links name."""
    return {
        each.id: None
        for each in _with_named(argument_map, parts).values()
        if isinstance(each, Claim | Argument)
    }


def _with_named(argument_map: ArgumentMap, parts: Iterable[Part]) -> dict[str, Part]:
    """Return parts with what the links among them name, through other links too."""

    def named_by(part_id: str) -> Iterable[str]:
        part = argument_map.part(part_id)
        return named(part) if isinstance(part, Link) else ()

    ids = reached((each.id for each in parts), named_by)
    return {each: argument_map.part(each) for each in ids}


def _links_at(
    argument_map: ArgumentMap, parts: Iterable[str], seen: set[str]
) -> list[Link]:
    """Return the links of the parts, and replies to them, that were not seen yet."""
    waiting = list(parts)
    links: list[Link] = []
    while waiting:
        for link in _links_of(argument_map, waiting.pop()):
            if link.id not in seen:
                seen.add(link.id)
                waiting.append(link.id)
                links.append(link)
    return links


def _links_of(argument_map: ArgumentMap, part_id: str) -> Iterator[Link]:
    """Yield what joins a part to others, or an argument that the part is a step of."""
    part = argument_map.part(part_id)
    if isinstance(part, Argument):
        steps = map(argument_map.part, part.steps)
        yield from (each for each in steps if isinstance(each, Link))
    yield from argument_map.links_of(part_id)
    for each in argument_map.arguments_with(part_id):
        yield from argument_map.links_of(each)
