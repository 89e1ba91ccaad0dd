"""Verdicts by speaker: what each of several has to grant, and where they agree."""

from collections.abc import Mapping
from functools import cached_property

import attrs

from argmap.evaluation.verdicts import Evaluation, evaluate
from argmap.model import ArgumentMap, Verdict
from argmap.model.connections import grouped


@attrs.frozen
class Standpoints:
    """The evaluations of a map, by the speaker from whose standpoint they are.

    >>> from argmap.model import Claim, Inference
    >>> both = Claim("b", utterances=["Ada", "Bo"])
    >>> argument_map = ArgumentMap(
    ...     [Claim("a", speaker="Ada"), both, Claim("c")],
    ...     [Inference(["b"], conclusion="c")],
    ... )
    >>> by_speaker(argument_map).agreed
    ('b', 'c')
    """

    argument_map: ArgumentMap
    evaluations: Mapping[str, Evaluation]

    @cached_property
    def by_support(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The ids of the claims by the speakers from whose standpoints they stand.

        Those of most speakers come first.
        """
        found = (
            (
                tuple(
                    name
                    for name, evaluation in self.evaluations.items()
                    if evaluation.verdicts.get(each.id) == Verdict.STANDS
                ),
                each.id,
            )
            for each in self.argument_map.propositions
        )
        groups = grouped(found)
        return {names: groups[names] for names in sorted(groups, key=len, reverse=True)}

    @property
    def agreed(self) -> tuple[str, ...]:
        """The ids of the claims that stand from every standpoint."""
        everyone = tuple(self.evaluations)
        return self.by_support.get(everyone, ()) if everyone else ()


def by_speaker(argument_map: ArgumentMap) -> Standpoints:
    """Return the verdicts of a map from the standpoint of everyone who speaks in it."""
    return Standpoints(
        argument_map,
        {
            name: evaluate(argument_map, standpoint=name)
            for name in argument_map.speakers
        },
    )
