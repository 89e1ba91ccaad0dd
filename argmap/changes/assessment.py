"""Assessment of an answer to an exercise: a student's map beside a model answer.

Both were made apart from each other, so that only words say which claims are the same,
and what is compared is what a teacher looks at: the claims, the reasons and objections
between them, and the main conclusion.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Final

import attrs

from argmap.changes.matching import matches
from argmap.model import ArgumentMap, Claim, Inference, Step
from argmap.model.required import require_map

SIMILAR_ANSWERS: Final = 65.0
"""How alike two texts are, of 100, that may be two people's words for one claim."""


class Judgement(StrEnum):
    """What the student made of a relation in the model answer."""

    RIGHT = "right"
    OTHER_KIND = "for and against confused"
    BOTH_KINDS = "for and against at once"
    REVERSED = "in the other direction"
    LINKED = "linked, not independent"
    INDEPENDENT = "independent, not linked"
    ELSEWHERE = "aimed at something else"
    MISSING = "missing"
    CLAIM_MISSING = "a claim is missing"


@attrs.frozen
class Relation:
    """A claim that speaks for or against another, or against a step to it.

    `is_linked` is whether it does so only together with other premises.
    """

    premise: str
    end: str
    is_support: bool
    is_linked: bool = False
    is_about_step: bool = False

    @property
    def aim(self) -> tuple[str, bool]:
        """What it leads to."""
        return self.end, self.is_about_step


@attrs.frozen
class Assessment:
    """A student's map beside a model answer; all ids are those of the model answer.

    In both maps a sketched argument is a claim, since what it says is all that counts.
    `found` are the student's claims, by the ids of the model answer's. `added` are the
    student's own relations between claims that the model answer has, too.
    """

    student: ArgumentMap
    model: ArgumentMap
    found: Mapping[str, str] = attrs.field(hash=False)
    judgements: Mapping[Relation, Judgement] = attrs.field(hash=False)
    added: tuple[Relation, ...]

    @property
    def missing(self) -> tuple[Claim, ...]:
        """The claims of the model answer that the student does not have."""
        return tuple(each for each in self.model.claims if each.id not in self.found)

    @property
    def own(self) -> tuple[Claim, ...]:
        """The student's claims that the model answer does not have."""
        found = {*self.found.values()}
        return tuple(each for each in self.student.claims if each.id not in found)

    @property
    def has_main_conclusion(self) -> bool | None:
        """Whether both have the same main conclusion; None if the model has none."""
        wanted = _main(self.model)
        if wanted is None:
            return None
        return self.main_of_student is not None and (
            self.found.get(wanted) == self.main_of_student
        )

    @property
    def main_of_student(self) -> str | None:
        """The id in the student's map of its main conclusion, if it has just one."""
        return _main(self.student)

    @property
    def is_right(self) -> bool:
        """Whether the student has all that the model answer has, and as it has it."""
        relations = all(each is Judgement.RIGHT for each in self.judgements.values())
        return relations and not self.missing and self.has_main_conclusion is not False


def assess(
    student: ArgumentMap, model: ArgumentMap, *, similar: float = SIMILAR_ANSWERS
) -> Assessment:
    """Return what a student's map has of a model answer.

    `similar` is how alike two texts must be, from 0 to 100, to be the same claim.

    >>> from argmap import ArgumentMap, Claim, Counterpoint, Inference
    >>> rose, cap = Claim("rose", "Rents rose."), Claim("cap", "Cap the rents.")
    >>> model = ArgumentMap.of(rose, cap, Inference([rose], conclusion=cap))
    >>> student = ArgumentMap.of(rose, cap, Counterpoint([rose], target=cap))
    >>> [each.value for each in assess(student, model).judgements.values()]
    ['for and against confused']
    """
    require_map(student, "assess")
    require_map(model, "assess")
    student, model = _with_claims_only(student), _with_claims_only(model)
    ids = matches(student, model, similar=similar, only_words=True)
    return _Assessing(student, model, ids).result()


@attrs.frozen
class _Assessing:
    """Two maps, and the ids in the model answer of the student's claims."""

    student: ArgumentMap
    model: ArgumentMap
    ids: Mapping[str, str]

    def result(self) -> Assessment:
        claims = {each.id for each in self.model.claims}
        pairs = {frozenset((each.premise, each.end)) for each in self._wanted}
        return Assessment(
            self.student,
            self.model,
            {new: old for old, new in self.ids.items() if new in claims},
            {each: self._judgement(each) for each in self._wanted},
            tuple(
                each
                for each in self._made
                if {each.premise, each.end} <= claims
                and frozenset((each.premise, each.end)) not in pairs
            ),
        )

    @cached_property
    def _found(self) -> frozenset[str]:
        """The ids in the model answer of what the student has, too."""
        return frozenset(self.ids.values())

    @cached_property
    def _made(self) -> Sequence[Relation]:
        """The student's relations; a claim of its own has an id that is none."""
        return [
            attrs.evolve(
                each,
                premise=self.ids.get(each.premise, ""),
                end=self.ids.get(each.end, ""),
            )
            for each in dict.fromkeys(_relations(self.student))
        ]

    @cached_property
    def _from(self) -> Mapping[str, list[Relation]]:
        """The student's relations by their premises."""
        found = defaultdict(list)
        for each in self._made:
            found[each.premise].append(each)
        return found

    def _judgement(self, wanted: Relation) -> Judgement:
        if not {wanted.premise, wanted.end} <= self._found:
            return Judgement.CLAIM_MISSING
        made = self._from.get(wanted.premise, [])
        same = [each for each in made if self._is_like(each, wanted)]
        opposite = attrs.evolve(wanted, is_support=not wanted.is_support)
        has_both = attrs.evolve(opposite, is_linked=False) in self._unlinked
        there = not has_both and any(self._is_like(each, opposite) for each in made)
        if same:
            return Judgement.BOTH_KINDS if there else self._on_links(wanted, same)
        if there:
            return Judgement.OTHER_KIND
        if any(each.end == wanted.premise for each in self._from.get(wanted.end, [])):
            return Judgement.REVERSED
        return Judgement.ELSEWHERE if self._strays(made) else Judgement.MISSING

    @staticmethod
    def _is_like(one: Relation, other: Relation) -> bool:
        """Return whether two relations differ at most in what else is linked."""
        return attrs.evolve(one, is_linked=other.is_linked) == other

    @staticmethod
    def _on_links(wanted: Relation, same: Sequence[Relation]) -> Judgement:
        if any(each.is_linked is wanted.is_linked for each in same):
            return Judgement.RIGHT
        return Judgement.INDEPENDENT if wanted.is_linked else Judgement.LINKED

    def _strays(self, made: Sequence[Relation]) -> bool:
        """Return whether any of a claim's relations is none of the model answer's."""
        return any((each.premise, *each.aim) not in self._aims for each in made)

    @cached_property
    def _aims(self) -> set[tuple[str, str, bool]]:
        return {(each.premise, *each.aim) for each in self._wanted}

    @cached_property
    def _unlinked(self) -> set[Relation]:
        """The relations of the model answer, whatever else is linked."""
        return {attrs.evolve(each, is_linked=False) for each in self._wanted}

    @cached_property
    def _wanted(self) -> Sequence[Relation]:
        """The relations of the model answer."""
        return [*dict.fromkeys(_relations(self.model))]


def _with_claims_only(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map in which a claim says what an argument sketched."""
    sketched = (each for each in argument_map.arguments if not each.steps)
    said = (Claim(each.id, each.text, title=each.title) for each in sketched)
    return attrs.evolve(
        argument_map,
        claims=[*argument_map.claims, *said],
        arguments=[each for each in argument_map.arguments if each.steps],
    )


def _relations(argument_map: ArgumentMap) -> Iterator[Relation]:
    """Yield what each premise of each step speaks for or against.

    Where arguments or steps lead only to each other in a circle, there is no claim.
    """
    claims = {each.id for each in argument_map.claims}
    for step in argument_map.steps:
        end, is_about_step = _end(argument_map, step)
        for each in step.premises:
            premise = argument_map.as_premise(each.claim).id
            if {premise, end} <= claims:
                yield Relation(
                    premise,
                    end,
                    isinstance(step, Inference),
                    len(step.premises) > 1,
                    is_about_step,
                )


def _end(argument_map: ArgumentMap, step: Step) -> tuple[str, bool]:
    """Return the claim that a step is about, and whether it is by way of another."""
    part, seen = argument_map.as_end(step.end), {step.id}
    is_about_step = isinstance(part, Step)
    while isinstance(part, Step) and part.id not in seen:
        seen.add(part.id)
        part = argument_map.as_end(part.end)
    return part.id, is_about_step


def _main(argument_map: ArgumentMap) -> str | None:
    """Return the thesis, or the only claim that is a premise of nothing, if any."""
    roots = [each.id for each in argument_map.roots]
    main = argument_map.thesis or (roots[0] if len(roots) == 1 else None)
    part = main and argument_map.as_premise(main)
    return part.id if isinstance(part, Claim) else None
