"""The parts of a map that become nodes of AIF, and where its links lead.

AIF knows claims, steps, rephrases and preferences. A contradiction is a conflict in
each direction between any two of its claims. An argument that is only sketched is a
claim; one that is reconstructed is struck at its last step, and puts forward what that
concludes.
"""

from collections.abc import Iterator
from itertools import permutations

import attrs

from argmap.formats.aif.graph import AnyLink, AnyPart
from argmap.formats.ids import Ids
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Preference,
    Rephrase,
)
from argmap.model.connections import grouped, reached


@attrs.frozen(eq=False)
class Planned:
    """A part that becomes a node.

    Of a link there are the ids of what it leads from, each once, and to.
    """

    part: AnyPart
    starts: tuple[str, ...] = ()
    end: str | None = None

    @property
    def core(self) -> object:
        """The same for all parts that one node can stand for."""
        match self.part:
            case Claim() | Argument():
                return self.part.id
            case Rephrase():
                return self.part.utterances
            case Preference():
                return None
        return self.starts, self.part.scheme, self.part.utterances


def planned_nodes(argument_map: ArgumentMap) -> dict[str, Planned]:
    """Return what becomes a node, by id: information, then links.

    Steps that lead nowhere but to themselves are left out, and preferences of these.
    """
    links = _planned_links(argument_map)
    used = {part for each in links.values() for part in (*each.starts, each.end)}
    information = {
        each.id: Planned(each)
        for each in argument_map.propositions
        if argument_map.counts_as_claim(each) or each.id in used
    }
    return information | links


def _planned_links(argument_map: ArgumentMap) -> dict[str, Planned]:
    steps = (*argument_map.steps, *_conflicts(argument_map))
    links = (*steps, *argument_map.rephrases, *argument_map.preferences)
    planned = {each.id: _planned(argument_map, each) for each in links}
    naming = grouped(
        (part, link_id)
        for link_id, each in planned.items()
        for part in (*each.starts, each.end)
    )
    circular = [link_id for link_id, each in planned.items() if each.end == link_id]
    gone = set(reached(circular, lambda link_id: naming.get(link_id, ())))
    return {link_id: each for link_id, each in planned.items() if link_id not in gone}


def _conflicts(argument_map: ArgumentMap) -> Iterator[Counterpoint]:
    if not argument_map.contradictions:
        return
    ids = Ids(each.id for each in argument_map.parts)
    for each in argument_map.contradictions:
        for claim, other in permutations(each.claims, 2):
            conflict = Counterpoint([claim], target=other)
            yield attrs.evolve(conflict, id=ids.take(conflict.id))


def _planned(argument_map: ArgumentMap, link: AnyLink) -> Planned:
    match link:
        case Rephrase():
            claim = _put_forward(argument_map, link.claim)
            return Planned(link, (claim,), _put_forward(argument_map, link.original))
        case Preference():
            preferred, over = map(argument_map.as_end, (link.preferred, link.over))
            return Planned(link, (preferred.id,), over.id)
    premises = (_put_forward(argument_map, each.claim) for each in link.premises)
    end = argument_map.as_end(link.end).id
    return Planned(link, tuple(dict.fromkeys(premises)), end)


def _put_forward(argument_map: ArgumentMap, part_id: str) -> str:
    """Return the id of what a premise is; of the argument itself if that is a step."""
    found = argument_map.as_premise(part_id)
    return found.id if argument_map.counts_as_claim(found) else part_id
