"""What relates to a part, and by which sign it is said below it."""

from collections import deque
from collections.abc import Iterator
from typing import Final, TypeAlias

from argmap.formats.argdown.writing.names import Names, Part
from argmap.formats.argdown.writing.own import sign_of
from argmap.formats.argdown.writing.progress import Progress
from argmap.formats.argdown.writing.structures import Relation, Structures
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Inference,
)

Told: TypeAlias = tuple[Relation, str, Part]
"""A relation, the sign that says it below one end, and the other end."""

_ENDS: Final = 2


class Relations:
    """The relations of a map, as they are said below each part."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        structures: Structures,
        names: Names,
        progress: Progress,
    ) -> None:
        """Keep what decides about signs: names, and how far the text has come."""
        self._map = argument_map
        self._structures = structures
        self._names = names
        self._progress = progress

    def below(self, part: Part) -> Iterator[Told]:
        """Yield what is said below a part.

        Of inferences, counterpoints and contradictions the one comes first whose
        other end is the next to be defined.
        """
        queues = [deque(each) for each in self._by_kind(part)]
        while any(queues):
            ready = [
                each
                for each in queues
                if each and self._progress.is_nestable(each[0][2], 1)
            ]
            yield (ready or [each for each in queues if each])[0].popleft()

    def undercuts(
        self, step: Inference, *, is_last_chance: bool
    ) -> Iterator[tuple[Counterpoint, Part]]:
        """Yield what can be said below the line of a step, and from where."""
        progress = self._progress
        for each in self._map.counterpoints_against(step):
            if each.id not in progress.related and len(each.premises) == 1:
                source = self.source(each.premises[0].claim)
                if progress.can_stand(source, 1) or (
                    is_last_chance and progress.must_stand(source)
                ):
                    yield each, source

    def source(self, part_id: str) -> Part:
        """Return what stands for a premise: a nameless conclusion's argument."""
        part = self.proposition(part_id)
        structure = self._structures.home.get(part_id)
        if (
            part_id in self._names
            or structure is None
            or structure.argument is None
            or structure.argument.id not in self._names
            or structure.steps[-1].conclusion != part_id
        ):
            return part
        return structure.argument

    def proposition(self, part_id: str) -> Part:
        """Return the claim or the argument with an id."""
        part = self._map.part(part_id)
        assert isinstance(part, Claim | Argument)  # noqa: S101 - the map has seen to it
        return part

    def _by_kind(self, part: Part) -> Iterator[list[Told]]:
        is_anonymous = self.source(part.id).id not in self._names
        uses = list(self._uses(part, is_anonymous=is_anonymous))
        inferences: list[Told] = [
            (each, "+", self.source(each.premises[0].claim))
            for each in self._map.inferences_for(part)
            if each.id not in self._structures.of_step and len(each.premises) == 1
        ]
        counterpoints: list[Told] = [
            (each, sign, self.source(each.premises[0].claim))
            for each in self._map.counterpoints_against(part)
            if len(each.premises) == 1
            and (
                (sign := sign_of(each)) == "-"
                or (sign == "_" and self._is_struck_itself(part))
            )
        ]
        for told, kind in ((inferences, Inference), (counterpoints, Counterpoint)):
            yield told + [each for each in uses if isinstance(each[0], kind)]
        yield [
            relation
            for each in self._map.contradictions_of(part.id)
            for relation in self._contradiction(each, part, is_anonymous=is_anonymous)
        ]

    def _is_struck_itself(self, part: Part) -> bool:
        """Tell whether an undercut below a part is one of it, for the reference too.

        Below a claim it strikes the last inference, once there is any.
        """
        return isinstance(part, Argument) or not self._progress.has_inference

    def _uses(self, part: Part, *, is_anonymous: bool) -> Iterator[Told]:
        """Yield relations from the part that are best said below it."""
        for step in self._map.uses_of(part):
            end = self._map.part(step.end)
            if (
                len(step.premises) == 1
                and step.id not in self._structures.of_step
                and isinstance(end, Claim | Argument)
            ):
                sign = "+" if isinstance(step, Inference) else sign_of(step)
                is_special = sign not in {"+", "-"}
                is_late = end.id in self._progress.closed
                is_waiting = self._progress.is_waiting_anonymously(end)
                if is_anonymous or is_special or is_late or is_waiting:
                    yield step, "><" if sign == "><" else f"{sign}>", end

    def _contradiction(
        self, contradiction: Contradiction, part: Part, *, is_anonymous: bool
    ) -> Iterator[Told]:
        if len(contradiction.claims) != _ENDS:
            return
        first, second = map(self.proposition, contradiction.claims)
        if contradiction.kind is ContradictionKind.CONTRARY:
            if not self._structures.is_strict:
                return
            if second is part:
                yield contradiction, "-", self.source(first.id)
            elif is_anonymous or self._progress.is_waiting_anonymously(second):
                yield contradiction, "->", second
        elif first is part and isinstance(second, Claim):
            yield contradiction, "><", second
        elif is_anonymous and isinstance(first, Claim):
            yield contradiction, "><", first

    def apart(self, relation: Relation) -> tuple[Part, str] | None:
        """Return how to say a relation in a block of its own: an end, and what below.

        None if it cannot be said: both ends need names.
        """
        ends, sign = self._ends_apart(relation)
        if not all(each in self._names for each in ends):
            return None
        above, below = map(self.proposition, ends)
        if sign == "><" and isinstance(below, Argument):
            return None
        return above, f"{sign} {self._names.reference(below)}"

    def _ends_apart(self, relation: Relation) -> tuple[tuple[str, str], str]:
        nobody = "", ""
        if isinstance(relation, Contradiction):
            first, second = relation.claims
            if relation.kind is not ContradictionKind.CONTRARY:
                return (first, second), "><"
            return ((second, first) if self._structures.is_strict else nobody), "-"
        source = self.source(relation.premises[0].claim).id
        structure = self._structures.of_step.get(relation.end)
        if structure is not None:
            is_last = structure.steps[-1].id == relation.end
            if structure.argument is None or not is_last:
                return nobody, ""
            return (source, structure.argument.id), "_>"
        sign = "+" if isinstance(relation, Inference) else sign_of(relation)
        if sign == "_":
            return (source, relation.end), "_>"
        return (relation.end, source), sign
