"""Verdicts as a value: one for every claim, argument and step."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from argmap.errors import UnknownPartError
from argmap.evaluation.explanation import (
    Explanation,
    decisive,
    explain,
    verdict_on,
)
from argmap.evaluation.grounded import Labelling, label
from argmap.evaluation.network import Network, network
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    ProofStandard,
    Verdict,
)

Judged = Claim | Argument | Inference | Counterpoint


@attrs.frozen(eq=False)
class Evaluation:
    """What becomes of the parts of a map.

    >>> from argmap import ArgumentMap, Claim, Counterpoint
    >>> argument_map = ArgumentMap.of(
    ...     Claim("rose", "Rents rose."),
    ...     Claim("fell", "The index fell."),
    ...     Counterpoint(["fell"], target="rose"),
    ... )
    >>> evaluation = evaluate(argument_map)
    >>> evaluation.verdict("rose").value
    'refuted'
    >>> print(evaluation.explain("rose"))
    [refuted] “Rents rose.”
      the counterpoint from “The index fell.” holds
        [stands] “The index fell.” is granted
    """

    argument_map: ArgumentMap
    _network: Network = attrs.field(repr=False)
    _labelling: Labelling = attrs.field(repr=False)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._network.ids)}

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict on every claim, argument and step, by id.

        What was left out of the evaluation has none; a reconstructed argument has
        that of its last step.
        """
        found = {
            name: verdict_on(self._network, self._labelling, number)
            for number, name in enumerate(self._network.ids)
            if number not in self._network.left_out
        }
        for argument in self.argument_map.arguments:
            if argument.steps and argument.steps[-1] in found:
                found[argument.id] = found[argument.steps[-1]]
        return found

    @cached_property
    def decisive(self) -> frozenset[str]:
        """The ids of the steps and contradictions on which some verdict rests.

        Those are the best reason for a claim that stands, what refutes a claim, and
        what strikes a step, as `explain` names them.
        """
        return decisive(self.argument_map, self._network, self._labelling)

    def verdict(self, part: str | Judged) -> Verdict:
        """Return the verdict on a part; raises UnknownPartError."""
        part_id = part if isinstance(part, str) else part.id
        try:
            return self.verdicts[part_id]
        except KeyError:
            msg = f"there is no verdict on '{part_id}'"
            raise UnknownPartError(msg) from None

    def rank(self, part: str | Judged) -> int | None:
        """Return the layer in which the verdict fell; None while it is contested.

        A verdict follows from verdicts of smaller rank. Raises UnknownPartError.
        """
        self.verdict(part)
        part_id = part if isinstance(part, str) else part.id
        found = self.argument_map.find_part(part_id)
        if isinstance(found, Argument) and found.steps:
            part_id = found.steps[-1]
        rank = self._labelling.ranks[self._numbers[part_id]]
        return None if rank < 0 else rank

    def explain(self, part: str | Judged) -> Explanation:
        """Return why a claim, a sketched argument or a step has its verdict.

        Raises UnknownPartError.
        """
        self.verdict(part)
        part_id = part if isinstance(part, str) else part.id
        found = self.argument_map.find_part(part_id)
        if isinstance(found, Argument) and found.steps:
            part_id = found.steps[-1]
        return explain(
            self.argument_map, self._network, self._labelling, self._numbers[part_id]
        )


def evaluate(
    argument_map: ArgumentMap,
    *,
    standard: ProofStandard | str = ProofStandard.PREPONDERANCE,
    assume: Iterable[str | Claim | Argument] = (),
    without: Iterable[str | Judged] = (),
) -> Evaluation:
    """Return the verdicts on the parts of a map.

    `standard` is the proof standard of claims that have none of their own. What is
    in `assume` is granted; what is in `without` is left out: steps altogether, claims
    with all that speaks for them. Raises UnknownPartError, and ValueError for a
    standard that there is not.
    """
    ids = {
        name: {each if isinstance(each, str) else each.id for each in parts}
        for name, parts in (("assume", assume), ("without", without))
    }
    for name in (*ids["assume"], *ids["without"]):
        argument_map.part(name)
    net = network(
        argument_map,
        standard=ProofStandard(standard),
        assume=ids["assume"],
        without=ids["without"],
    )
    return Evaluation(argument_map, net, label(net))
