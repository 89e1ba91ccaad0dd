"""Relations of a map, with the signs that say them below each part."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from argmap.formats.argdown.writing.names import Names, Part, argdown_data
from argmap.formats.argdown.writing.progress import Progress
from argmap.formats.argdown.writing.reconstructions import Reconstructions, Relation
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    ContradictionKind,
    Counterpoint,
    Inference,
)

Below: TypeAlias = tuple[Relation, str, Part]
"""A relation, the sign that says it below one end, and the other end."""


def sign_of(step: Inference | Counterpoint) -> str:
    """Return the sign that says a step below what it leads to."""
    if isinstance(step, Inference):
        return "+"
    relation = str(argdown_data(step).get("relation"))
    return {"undercut": "_", "contradictory": "><"}.get(relation, "-")


def sign_of_pair(contradiction: Contradiction) -> str:
    """Return the sign that says a contradiction below its first claim."""
    is_contrary = contradiction.kind is ContradictionKind.CONTRARY
    return "-" if is_contrary else "><"


class Relations:
    """The relations of a map, as they are said below each part."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        reconstructions: Reconstructions,
        names: Names,
        progress: Progress,
    ) -> None:
        """Keep what decides about signs: names, and how far the text has come."""
        self._map = argument_map
        self._reconstructions = reconstructions
        self._names = names
        self._progress = progress
        self._to: dict[str, list[Inference | Counterpoint]] = {}
        self._from: dict[str, list[Inference | Counterpoint]] = {}
        self._contradictions: dict[str, list[Contradiction]] = {}
        self._places = {each.id: at for at, each in enumerate(argument_map.steps)}
        for each in reconstructions.relations:
            if isinstance(each, Contradiction):
                for claim in dict.fromkeys(each.claims):
                    self._contradictions.setdefault(claim, []).append(each)
            elif each.end not in reconstructions.of_step:
                self._to.setdefault(each.end, []).append(each)
                self._from.setdefault(each.premises[0].claim, []).append(each)

    def below(self, part: Part, step: Relation | None = None) -> Iterator[Below]:
        """Yield what is said below a part, which may stand below the sign of a step.

        Of inferences, counterpoints, contradictions and what strikes the step the one
        comes first whose other end is the next to be defined. Where steps come in the
        order of the map, one waits for what comes before the counterpoints against it.
        """
        yield from self._in_order([*self._by_kind(part), [*self.replies(step)]])

    def _in_order(self, kinds: Iterable[Iterable[Below]]) -> Iterator[Below]:
        queues = [deque(each) for each in kinds]
        while any(queues):
            ready = [
                each
                for each in queues
                if each and self._progress.is_nestable(each[0][2], 1)
            ]
            open_ = ready or [each for each in queues if each]
            yield min(open_, key=lambda each: self._place(each[0][0])).popleft()

    def _place(self, step: Relation) -> int:
        """Return the place of a step among all, or of the first that strikes it."""
        if not self._progress.turns:
            return 0
        if isinstance(step, Inference):
            step = next(iter(self._map.counterpoints_against(step)), step)
        return self._places.get(step.id, len(self._places))

    def replies(self, step: Relation | None) -> Iterator[Below]:
        """Yield what strikes a step, as it is said below what stands below its sign."""
        if step is None or isinstance(step, Contradiction):
            return
        for each in self._map.counterpoints_against(step):
            if len(each.premises) == 1:
                yield each, "_", self.source(each.premises[0].claim)

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
        part = self._map.proposition(part_id)
        reconstruction = self._reconstructions.home.get(part_id)
        if (
            part_id in self._names
            or reconstruction is None
            or reconstruction.argument is None
            or reconstruction.argument.id not in self._names
            or reconstruction.steps[-1].conclusion != part_id
        ):
            return part
        return reconstruction.argument

    def _by_kind(self, part: Part) -> Iterator[list[Below]]:
        is_anonymous = self.source(part.id).id not in self._names
        ends = self._steps_to(part), self._steps_from(part, is_anonymous=is_anonymous)
        said = self._progress.related
        steps = [each for each in chain(*ends) if each[0].id not in said]
        steps.sort(key=lambda each: self._places[each[0].id])
        for kind in (Inference, Counterpoint):
            yield [each for each in steps if isinstance(each[0], kind)]
        yield [
            below
            for each in self._contradictions.get(part.id, ())
            for below in self._contradiction(each, part, is_anonymous=is_anonymous)
        ]

    def _steps_to(self, part: Part) -> Iterator[Below]:
        for each in self._to.get(part.id, ()):
            sign = sign_of(each)
            if sign in "+-" or (sign == "_" and self._is_struck_itself(part)):
                yield each, sign, self.source(each.premises[0].claim)

    def _is_struck_itself(self, part: Part) -> bool:
        """Return whether an undercut below a part is one of it.

        For the reference it strikes the last inference below a claim, once there is
        any: that is said so only of a claim that nothing else could name.
        """
        if isinstance(part, Argument) or not self._progress.has_inference:
            return True
        return part.id not in self._names and part.id != self._progress.concluded

    def _steps_from(self, part: Part, *, is_anonymous: bool) -> Iterator[Below]:
        """Yield relations from the part that are best said below it."""
        for each in self._from.get(part.id, ()):
            end, sign = self._map.proposition(each.end), sign_of(each)
            if (
                is_anonymous
                or self._progress.turns
                or sign not in "+-"
                or end.id in self._progress.closed
                or self._progress.is_waiting_anonymously(end)
            ):
                yield each, "><" if sign == "><" else f"{sign}>", end

    def _contradiction(
        self, contradiction: Contradiction, part: Part, *, is_anonymous: bool
    ) -> Iterator[Below]:
        first, second = map(self._map.proposition, contradiction.claims)
        if contradiction.kind is ContradictionKind.CONTRARY:
            if not self._reconstructions.is_strict:
                return
            if second is part:
                yield contradiction, "-", self.source(first.id)
            elif is_anonymous or self._progress.is_waiting_anonymously(second):
                yield contradiction, "->", second
        elif first is part and isinstance(second, Claim):
            yield contradiction, "><", second
        elif is_anonymous and isinstance(first, Claim):
            yield contradiction, "><", first

    def apart(self, relation: Relation) -> tuple[Part, str, Part] | None:
        """Return how to say a relation in a block of its own: two ends and the sign.

        None if it cannot be said: both ends need names.
        """
        ends = self.ends_apart(relation)
        if not ends or not all(each in self._names for each in ends):
            return None
        above, below = map(self._map.proposition, ends)
        sign = self._sign_apart(relation)
        if sign == "><" and isinstance(below, Argument):
            return None
        return above, sign, below

    def ends_apart(self, relation: Relation) -> tuple[str, ...]:
        """Return the ids of what stands above and below; none if it cannot be said."""
        if isinstance(relation, Contradiction):
            is_contrary = relation.kind is ContradictionKind.CONTRARY
            if not is_contrary:
                return relation.claims
            return relation.claims[::-1] if self._reconstructions.is_strict else ()
        source = self.source(relation.premises[0].claim).id
        reconstruction = self._reconstructions.of_step.get(relation.end)
        if reconstruction is not None:
            argument, steps = reconstruction.argument, reconstruction.steps
            is_said = argument and steps[-1].id == relation.end
            return (source, argument.id) if argument and is_said else ()
        is_undercut = sign_of(relation) == "_"
        return (source, relation.end) if is_undercut else (relation.end, source)

    def _sign_apart(self, relation: Relation) -> str:
        """Return the sign between these ends."""
        if isinstance(relation, Contradiction):
            return sign_of_pair(relation)
        is_step = relation.end in self._reconstructions.of_step
        sign = sign_of(relation)
        return "_>" if is_step or sign == "_" else sign
