"""Mapping of frameworks to maps: claims, and counterpoints between two of them."""

from collections.abc import Iterable, Sequence

from argmap.formats.ids import Ids, slug
from argmap.model import ArgumentMap, Claim, Counterpoint, Inference, Step, values
from argmap.model.framework import Framework

Pair = tuple[int, int]


def as_map(
    framework: Framework,
    *,
    supports: Iterable[Pair] = (),
    texts: Sequence[str] = (),
) -> ArgumentMap:
    """Return a framework as a map: claims, and counterpoints from one premise each.

    A claim has the argument's name as title and one of `texts` as its text, if there
    are any. What supports, by indexes of names, is an inference; what it is
    between is granted.

    >>> as_map(Framework.of(["rose", "fell"], [("fell", "rose")])).counterpoints[0].id
    'fell-against-rose'
    """
    ids = Ids()
    supports = [*supports]
    granted = {index for pair in supports for index in pair}
    names = [ids.take(slug(name)) for name in framework.names]
    claims = [
        Claim(
            part_id,
            texts[index] if texts else "",
            title=framework.names[index],
            presumed=True if index in granted else None,
        )
        for index, part_id in enumerate(names)
    ]

    def step(kind: type[Step], tail: int, verb: str, head: int) -> Step:
        step_id = ids.take(values.made_id(names[tail], verb, names[head]))
        return kind([names[tail]], names[head], id=step_id)

    inferences = [step(Inference, tail, "so", head) for tail, head in supports]
    attacks = zip(framework.tails, framework.heads, strict=True)
    counterpoints = [
        step(Counterpoint, tail, "against", head) for tail, head in attacks
    ]
    return ArgumentMap.of(*claims, *inferences, *counterpoints)
