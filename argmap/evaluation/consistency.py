"""Consistency of what stands, by the strict steps that lead on from it.

Who accepts the premises of a strict step cannot but accept its conclusion, whatever
the verdict on that is. What stands is inconsistent if claims of which at most one can
stand follow from it in that way (Caminada and Amgoud 2007, indirect consistency).
That can be where a standard of proof lets rivals stand, or a strict step starts from
nothing that could be given up: all others transpose (`argmap.evaluation.strict`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from argmap.evaluation.grounded import Label, Labelling
from argmap.evaluation.network import Network
from argmap.model.connections import reached


@attrs.frozen
class Inconsistency:
    """Claims that follow from what stands, though at most one of them can be true.

    `contradiction` is the id of the part that says so, `claims` are the ids of those in
    it that stand or follow, and `because` those of what stands and leads to them.
    """

    contradiction: str
    claims: tuple[str, ...]
    because: tuple[str, ...]


def inconsistencies(
    net: Network, labelling: Labelling, strict: Iterable[int]
) -> Iterator[Inconsistency]:
    """Yield the contradictions that are violated by what stands, and strict steps.

    A strict step that something strikes and that is struck down leads nowhere.
    """
    follows = _closure(net, labelling.labels, strict)
    for name, rivals in net.contradictions.items():
        claims = [each for each in rivals if each in follows]
        if len(claims) > 1:
            yield Inconsistency(
                name,
                tuple(net.ids[each] for each in claims),
                tuple(net.ids[each] for each in _origins(net, follows, claims)),
            )


def _closure(
    net: Network, labels: list[int], strict: Iterable[int]
) -> dict[int, int | None]:
    """Return what stands or follows from that: by which step, or None if it stands."""
    missing = {
        step: len(net.premises[step])
        for step in strict
        if all(labels[each] != Label.IN for each in net.attackers[step])
        and step not in net.excluded
    }
    used_by = net.uses(missing)
    found: dict[int, int | None] = {
        part: None for part, label in enumerate(labels) if label == Label.IN
    }
    waiting = list(found)
    for part in waiting:  # grows on the way
        for step in used_by.get(part, ()):
            missing[step] -= 1
            end = net.ends[step]
            if not missing[step] and end >= 0 and end not in found:
                found[end] = step
                waiting.append(end)
    return found


def _origins(
    net: Network, follows: Mapping[int, int | None], claims: list[int]
) -> list[int]:
    """Return what stands and leads to these claims, in the order of the map."""

    def premises(part: int) -> Sequence[int]:
        step = follows[part]
        return () if step is None else net.premises[step]

    found = reached(claims, premises)
    return sorted(part for part in found if follows[part] is None)
