"""Reconstructions in a map, and the relations that are left."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import TypeAlias

import attrs

from argmap.formats.argdown.writing.names import argdown_data
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Data,
    Inference,
)

Relation: TypeAlias = Inference | Counterpoint | Contradiction

_ENDS = 2


@attrs.define(eq=False)
class Reconstruction:
    """A reconstruction: the steps of an argument, or a single one.

    For each step, `lists` has the claims that are numbered before its line, and
    `uses` the numbers of its premises, where the line must name them.
    """

    argument: Argument | None
    steps: list[Inference]
    lists: list[list[str]]
    uses: list[list[int] | None]

    @property
    def head(self) -> str:
        """The id of its argument, or of the conclusion of a single step."""
        return self.argument.id if self.argument else self.steps[-1].conclusion

    @property
    def claims(self) -> Iterator[str]:
        """All that is numbered in it."""
        for listed, step in zip(self.lists, self.steps, strict=True):
            yield from listed
            yield step.conclusion


class Reconstructions:
    """The reconstructions in a map, and the relations that are left.

    `of_step` leads from the id of an inference to its reconstruction, `home` from
    that of a claim to the one in which it can be defined.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Look at the steps of the map."""
        self._map = argument_map
        model = argument_map.data.get("model")
        self.is_strict: bool = isinstance(model, Data) and model.get("mode") == "strict"
        self.of_step: dict[str, Reconstruction] = {}
        self.home: dict[str, Reconstruction] = {}
        self._find()
        self.relations: list[Relation] = self._find_relations()
        self.times: Counter[str] = Counter(
            claim for each in self for claim in each.claims
        )

    def __iter__(self) -> Iterator[Reconstruction]:
        """Return every reconstruction once."""
        return iter(dict.fromkeys(self.of_step.values()))

    def _find(self) -> None:
        claims = {each.id for each in self._map.claims}
        titled = {each.id for each in self._map.claims if each.title}
        steps = {each.id: each for each in self._map.inferences}
        for argument in self._map.arguments:
            own = [steps[each] for each in dict.fromkeys(argument.steps)]
            if own and all(
                _is_numbered(each, claims)
                and self._map.arguments_with(each) == (argument,)
                for each in own
            ):
                self._add(_laid_out(argument, own, claims, titled))
        for each in self._map.inferences:
            if (
                not self._map.arguments_with(each)
                and _is_numbered(each, claims)
                and not self._is_plain(each)
            ):
                self._add(_laid_out(None, [each], claims, titled))

    def _add(self, structure: Reconstruction) -> None:
        for step in structure.steps:
            self.of_step[step.id] = structure
        for claim in structure.claims:
            self.home.setdefault(claim, structure)

    def _is_plain(self, inference: Inference) -> bool:
        """Return whether a relation says all there is of it."""
        return (
            len(inference.premises) == 1
            and (inference.strict or not self.is_logical(inference))
            and not inference.utterances
            and not inference.data
            and not self._map.counterpoints_against(inference)
        )

    def is_logical(self, step: Inference) -> bool:
        """Return whether a sign makes the step one between claims in strict mode."""
        ends = (self._map.part(step.premises[0].claim), self._map.part(step.end))
        return self.is_strict and all(isinstance(each, Claim) for each in ends)

    def _find_relations(self) -> list[Relation]:
        """Return what can be said by a sign, in the order of the map."""
        steps = [
            each
            for each in self._map.steps
            if each.id not in self.of_step
            and len(each.premises) == 1
            and (
                isinstance(self._map.part(each.end), Claim | Argument)
                or (isinstance(each, Counterpoint) and each.target in self.of_step)
            )
        ]
        pairs = [each for each in self._map.contradictions if len(each.claims) == _ENDS]
        return [*steps, *pairs]


def _is_numbered(inference: Inference, claims: set[str]) -> bool:
    """Return whether an inference can stand in a premise-conclusion structure."""
    return inference.conclusion in claims and all(
        each.claim in claims for each in inference.premises
    )


def _noted(
    step: Inference, claims: set[str], numbers: Iterable[str]
) -> list[str] | None:
    """Return the claims before a step as its text had them, if they still fit.

    A claim may be gone since, and the data may be from elsewhere.
    """
    noted = argdown_data(step).get("structure")
    if not isinstance(noted, tuple):
        return None
    listed = [each for each in noted if isinstance(each, str) and each in claims]
    fits = {*numbers, *listed}.issuperset(each.claim for each in step.premises)
    return listed if fits and len(listed) == len(noted) else None


def _laid_out(
    argument: Argument | None,
    steps: list[Inference],
    claims: set[str],
    titled: Container[str],
) -> Reconstruction:
    """Decide which statements stand before each line, and which the line names.

    What stands there a second time needs a title.
    """
    numbers: dict[str, int] = {}
    lists: list[list[str]] = []
    uses: list[list[int] | None] = []
    number = 0
    before: list[str] = []
    for step in steps:
        premises = [each.claim for each in step.premises]
        noted = _noted(step, claims, numbers)
        if noted is not None:
            listed = noted
        else:
            listed = premises[len(before) :]
            times = Counter(listed)
            if premises[: len(before)] != before or any(
                (each in numbers or times[each] > 1) and each not in titled
                for each in listed
            ):
                listed = [
                    each for each in dict.fromkeys(premises) if each not in numbers
                ]
        for claim in listed:
            number += 1
            numbers.setdefault(claim, number)
        lists.append(listed)
        is_default = noted is not None or premises == before + listed
        uses.append(None if is_default else [numbers[each] for each in premises])
        number += 1
        numbers.setdefault(step.conclusion, number)
        before = [step.conclusion]
    return Reconstruction(argument, steps, lists, uses)
