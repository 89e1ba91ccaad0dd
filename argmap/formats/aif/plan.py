"""The parts of a map that become nodes of AIF, and where its steps lead.

AIF knows claims and steps. A contradiction is a conflict in each direction between any
two of its claims. An argument that is only sketched is a claim; one that is
reconstructed is struck at its last step, and puts forward what that concludes.
"""

from collections.abc import Iterator
from itertools import permutations

import attrs

from argmap.formats.ids import Ids
from argmap.model import Argument, ArgumentMap, Claim, Counterpoint, Step
from argmap.model.connections import grouped, reached


@attrs.frozen(eq=False)
class Planned:
    """A part that becomes a node.

    Of a step there are the ids of its premises, each once, and of what it leads to.
    """

    part: Claim | Argument | Step
    premises: tuple[str, ...] = ()
    end: str | None = None

    @property
    def core(self) -> object:
        """The same for all steps that one node can stand for."""
        if isinstance(self.part, Claim | Argument):
            return self.part.id
        return self.premises, self.part.scheme


def planned_nodes(argument_map: ArgumentMap) -> dict[str, Planned]:
    """Return what becomes a node, by id: information, then steps.

    Steps that lead nowhere but to themselves are left out.
    """
    steps = _planned_steps(argument_map)
    used = {premise for each in steps.values() for premise in each.premises}
    information = {
        each.id: Planned(each)
        for each in argument_map.propositions
        if argument_map.counts_as_claim(each) or each.id in used
    }
    return information | steps


def _planned_steps(argument_map: ArgumentMap) -> dict[str, Planned]:
    steps = (*argument_map.steps, *_conflicts(argument_map))
    planned = {each.id: _planned(argument_map, each) for each in steps}
    leading_to = grouped((each.end, step_id) for step_id, each in planned.items())
    circular = [step_id for step_id, each in planned.items() if each.end == step_id]
    gone = set(reached(circular, lambda step_id: leading_to.get(step_id, ())))
    return {step_id: each for step_id, each in planned.items() if step_id not in gone}


def _conflicts(argument_map: ArgumentMap) -> Iterator[Counterpoint]:
    if not argument_map.contradictions:
        return
    ids = Ids(each.id for each in argument_map.parts)
    for each in argument_map.contradictions:
        for claim, other in permutations(each.claims, 2):
            conflict = Counterpoint([claim], target=other)
            yield attrs.evolve(conflict, id=ids.take(conflict.id))


def _planned(argument_map: ArgumentMap, step: Step) -> Planned:
    premises = (_put_forward(argument_map, each.claim) for each in step.premises)
    end = argument_map.as_end(step.end).id
    return Planned(step, tuple(dict.fromkeys(premises)), end)


def _put_forward(argument_map: ArgumentMap, part_id: str) -> str:
    """Return the id of what a premise is; of the argument itself if that is a step."""
    found = argument_map.as_premise(part_id)
    return found.id if argument_map.counts_as_claim(found) else part_id
