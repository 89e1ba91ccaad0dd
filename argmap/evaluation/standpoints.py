"""Verdicts by speaker: what each of several has to grant, and where they agree."""

from collections.abc import Mapping

import attrs

from argmap.evaluation.verdicts import Evaluation, evaluate
from argmap.model import ArgumentMap


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

    evaluations: Mapping[str, Evaluation]

    @property
    def agreed(self) -> tuple[str, ...]:
        """The ids of the claims that stand from every standpoint."""
        first = next(iter(self.evaluations.values()), None)
        return tuple(
            each.id
            for each in (first.argument_map.propositions if first else ())
            if all(
                found.verdicts.get(each.id) == "stands"
                for found in self.evaluations.values()
            )
        )


def by_speaker(argument_map: ArgumentMap) -> Standpoints:
    """Return the verdicts of a map from the standpoint of everyone who speaks in it."""
    return Standpoints(
        {
            name: evaluate(argument_map, standpoint=name)
            for name in argument_map.speakers
        }
    )
