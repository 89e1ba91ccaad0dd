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
from argmap.model.connections import reached


@attrs.frozen(eq=False)
class Planned:
    """A step, the ids of its premises, each once, and that of what it leads to."""

    step: Step
    premises: tuple[str, ...]
    end: str


def planned_steps(argument_map: ArgumentMap) -> dict[str, Planned]:
    """Return the steps by id, but for those that lead nowhere but to themselves."""
    steps = (*argument_map.steps, *_conflicts(argument_map))
    planned = {each.id: _planned(argument_map, each) for each in steps}
    leading_to: dict[str, list[str]] = {}
    for step_id, each in planned.items():
        leading_to.setdefault(each.end, []).append(step_id)
    circular = [step_id for step_id, each in planned.items() if each.end == step_id]
    gone = set(reached(circular, lambda step_id: leading_to.get(step_id, ())))
    return {step_id: each for step_id, each in planned.items() if step_id not in gone}


def planned_claims(
    argument_map: ArgumentMap, steps: dict[str, Planned]
) -> dict[str, Claim | Argument]:
    """Return what becomes information, by id."""
    used = {premise for each in steps.values() for premise in each.premises}
    return {
        each.id: each
        for each in argument_map.propositions
        if argument_map.counts_as_claim(each) or each.id in used
    }


def _conflicts(argument_map: ArgumentMap) -> Iterator[Counterpoint]:
    if not argument_map.contradictions:
        return
    ids = Ids()
    for part in argument_map.parts:
        ids.take(part.id)
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
