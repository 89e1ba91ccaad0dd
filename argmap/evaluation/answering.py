"""Finding what a map comes to: what its thesis or its roots stand on."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs

from argmap.errors import UnknownPartError
from argmap.evaluation.answer import (
    Answer,
    Asked,
    Change,
    Changes,
    Judged,
    Point,
    Question,
    Statement,
    Subject,
    Voice,
    together,
)
from argmap.evaluation.causes import Causes
from argmap.evaluation.components import supports
from argmap.evaluation.explanation import Explainer
from argmap.evaluation.grounded import Label
from argmap.evaluation.network import EVERYONE, Network
from argmap.evaluation.pivots import joined, smallest_changes
from argmap.evaluation.questions import unanswered_questions
from argmap.evaluation.step_status import StepStatus, step_status
from argmap.model import (
    Act,
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Question as MapQuestion,
    Semantics,
    Verdict,
)
from argmap.model.connections import reached
from argmap.model.parts import Premise, Step
from argmap.words import one_line

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation

_MOST_SUBJECTS: Final = 3
"""Of how many roots all is said."""
_MOST_VISITED: Final = 3_000_000
"""How many parts are visited, at most, to find out which roots are argued the most."""
_MOST_TRIED: Final = 12
"""Of how many reasons and objections it is found what each hangs on."""


def answer(
    evaluation: "Evaluation",
    explainer: Explainer,
    of: Sequence[str],
    only: Collection[int] | None,
) -> Answer:
    """Return what a map comes to, or what there is to say of some of its claims.

    With `only`, nothing else may change. Raises UnknownPartError for what is no claim.
    """
    return _Answering(evaluation, explainer, only).answer(of)


@attrs.frozen(eq=False)
class _Answering:
    """An evaluation, and what is looked up in it."""

    evaluation: "Evaluation"
    explainer: Explainer
    only: Collection[int] | None

    @property
    def causes(self) -> Causes:
        return self.explainer.causes

    @property
    def argument_map(self) -> ArgumentMap:
        return self.evaluation.argument_map

    @property
    def net(self) -> Network:
        return self.causes.net.as_given

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return self.causes.net.numbers

    @cached_property
    def _used_by(self) -> dict[int, list[int]]:
        return self.net.uses()

    def answer(self, of: Sequence[str]) -> Answer:
        wanted = [self._claim(each) for each in of] or self._roots
        chosen = wanted if of else wanted[:_MOST_SUBJECTS]
        subjects = tuple(map(self._subject, chosen))
        others = tuple(self._statement(each) for each in wanted[len(chosen) :])
        related = [each for each in self._judged if self._is_related(each)]
        verdicts = {each: self.causes.verdict(each) for each in related}
        conflicts = tuple(self._conflicts())
        in_conflict = {one.id for each in conflicts for one in each}
        rest = [each for each in related if each not in chosen]
        granted = [self.net.ids[each] for each in related if self._is_granted(each)]
        return Answer(
            subjects=subjects,
            others=others,
            verdicts=Counter(verdicts.values()),
            apart=len(self._judged) - len(related),
            granted=tuple(granted),
            implicit=tuple(each for each in granted if self._is_implicit(each)),
            rejected=tuple(
                Judged(self._statement(each), self.explainer.because(each))
                for each in rest
                if verdicts[each].is_rejected and each not in self.net.unheld
            ),
            contested=tuple(
                self._statement(each)
                for each in rest
                if verdicts[each] is Verdict.CONTESTED
                and self.net.ids[each] not in in_conflict
            ),
            conflicts=conflicts,
            asked=tuple(map(self._asked, self.argument_map.questions)),
            standpoint=self._standpoint,
            voices=tuple(self._voices()),
            **self._objections(),
            questions=tuple(self._questions(chosen)),
            inconsistencies=tuple(
                (
                    each,
                    together(
                        [self._statement(self._numbers[one]) for one in each.claims]
                    ),
                )
                for each in self.evaluation.inconsistencies
            ),
        )

    @cached_property
    def _judged(self) -> list[int]:
        without = self.net.excluded.union(self.causes.net.made)
        return [each for each in range(self.net.claims) if each not in without]

    def _is_related(self, claim: int) -> bool:
        """Return whether something is said for or against a claim, or by it."""
        net = self.net
        return bool(
            net.reasons[claim]
            or net.attackers[claim]
            or claim in self._used_by
            or claim in net.rivals
        )

    def _is_granted(self, claim: int) -> bool:
        """Return whether a claim stands, and no reason for it is the stronger."""
        return (
            bool(self.net.presumptions[claim])
            and self.causes.verdict(claim) is Verdict.STANDS
            and (
                not self.causes.is_grounded(claim)
                or self.causes.best_reason(claim) is None
            )
        )

    def _is_implicit(self, claim: str) -> bool:
        part = self.argument_map.part(claim)
        return isinstance(part, Claim) and part.implicit

    def _claim(self, name: str) -> int:
        """Return the claim that is meant: of an argument what it puts forward."""
        part = self.argument_map.as_premise(name)
        number = self._numbers.get(part.id, len(self.net.ids))
        if number >= self.net.claims or number in self.net.excluded:
            msg = f"'{name}' is no claim that is judged"
            raise UnknownPartError(msg)
        return number

    @cached_property
    def _roots(self) -> list[int]:
        """The thesis, or the claims that the map comes to, the most argued first.

        In a map too large to count all that is behind each, only what is said of it
        counts. Those are the claims that something is said of and that are a premise of
        nothing; where all go in circles, those that something is said of.
        """
        thesis = self._numbers.get(self.argument_map.thesis or "")
        if thesis is not None and thesis not in self.net.excluded:
            return [thesis]
        net, judged = self.net, self._judged
        argued = [each for each in judged if net.reasons[each] or net.attackers[each]]
        argued = argued or [each for each in judged if each in net.rivals]
        roots = [each for each in argued if each not in self._used_by] or argued
        roots.sort(key=lambda each: -len(net.reasons[each]) - len(net.attackers[each]))
        if 1 < len(roots) <= _MOST_VISITED // len(net.ids):
            behind = {each: len(self._behind(each)) for each in roots}
            roots.sort(key=lambda each: -behind[each])
        return roots

    def _behind(self, part: int) -> list[int]:
        """Return what leads to a part, be it for or against it, the nearest first."""
        net, before = self.net, supports(self.net)
        return reached([part], lambda each: [*before(each), *net.attackers[each]])

    def _subject(self, claim: int) -> Subject:
        statement = self._statement(claim)
        part = self.argument_map.part(statement.id)
        steps: list[Step] = [
            *self.argument_map.inferences_for(part),
            *self.argument_map.counterpoints_against(part),
        ]
        points = [
            self._point(each) for each in steps if each.id in self.evaluation.verdicts
        ]
        points.sort(key=lambda each: (not each.does_count, -each.strength))
        tried = [
            attrs.evolve(each, hangs_on=self._changes(each.id, at_most=1))
            if each.does_count and each.status is not StepStatus.OPEN
            else each
            for each in points[:_MOST_TRIED]
        ]
        note = ""
        rivals = tuple(map(self._statement, self.net.rivals_of(claim)))
        verdicts = {each.verdict for each in rivals}
        is_said = self.evaluation.semantics is Semantics.GROUNDED and (
            Verdict.CONTESTED in verdicts
        )
        if statement.verdict in (Verdict.CONTESTED, Verdict.CIRCULAR) and not is_said:
            name = f"[{statement.verdict}] {self.evaluation.name(statement.id)}"
            note = self.evaluation.explain(statement.id).words.removeprefix(name)
        return Subject(
            statement,
            statement.id == self.argument_map.thesis,
            note,
            (*tried, *points[_MOST_TRIED:]),
            rivals,
            self._changes(statement.id),
            tuple(map(self._statement, self._rests_on(claim))),
        )

    def _rests_on(self, claim: int) -> Iterator[int]:
        """Yield the granted claims behind what counts for or against one."""
        net, labels = self.net, self.causes.labelling.labels

        def counting(part: int) -> Iterable[int]:
            if part >= net.claims:
                return net.premises[part]
            before = net.reasons[part]
            if part == claim:
                before = [*before, *net.attackers[part]]
            return [each for each in before if labels[each] != Label.OUT]

        for each in reached([claim], counting):
            if each < net.claims and each != claim and self._is_granted(each):
                yield each

    def _point(self, step: Step) -> Point:
        status = step_status(self.evaluation, step.id)
        assert status is not None  # noqa: S101 - it has a verdict
        arguments = self.argument_map.arguments_with(step.id)
        number = self._numbers[step.id]
        point = Point(
            step.id,
            isinstance(step, Inference),
            status,
            self.net.strengths[number],
            tuple(map(self._premise, step.premises)),
            ", ".join(each.id for each in arguments),
            is_answered=any(
                self.net.attackers[each]
                for each in (number, *self.net.premises[number])
            ),
        )
        if point.does_count:
            return point
        return attrs.evolve(point, because=self.explainer.because(number))

    def _premise(self, premise: Premise) -> Statement:
        part = self.argument_map.as_premise(premise.claim)
        number = self._numbers[part.id]
        statement = self._statement(number)
        return attrs.evolve(statement, is_attributed=premise.attributed)

    def _statement(self, number: int) -> Statement:
        name = self.net.ids[number]
        part = self.argument_map.part(name)
        verdict = self.evaluation.verdicts.get(name)
        if isinstance(part, Claim):
            return Statement(
                name,
                one_line(part.name),
                verdict,
                self._is_granted(number),
                part.implicit,
                credence=part.credence,
                speakers=tuple(_said(part)),
            )
        if isinstance(part, Argument):
            title, text = one_line(part.title), one_line(part.text)
            if not text.startswith(title):
                text = f"{title}: {text}" if text else title
            granted = self._is_granted(number)
            return Statement(name, text or name, verdict, granted)
        # a step that is left out has no verdict, and no words
        words = self.evaluation.name(name) if verdict else name
        return Statement(name, words, verdict)

    def _conflicts(self) -> Iterator[tuple[Statement, ...]]:
        """Yield the claims of each contradiction that the map does not decide."""
        for claims in self.net.contradictions.values():
            verdict = self.causes.verdict
            rivals = [each for each in claims if verdict(each) is Verdict.CONTESTED]
            if len(rivals) > 1:
                yield tuple(map(self._statement, rivals))

    def _asked(self, question: MapQuestion) -> Asked:
        """Return a question and its answers with their verdicts, what stands first."""
        numbers = [
            number
            for each in question.answers
            if (number := self._numbers[self.argument_map.as_premise(each).id])
            not in self.net.excluded
        ]
        numbers.sort(key=lambda each: self.causes.verdict(each) is not Verdict.STANDS)
        answers = [
            Judged(
                self._statement(each), self._because(each) + self._also_against(each)
            )
            for each in numbers
        ]
        return Asked(question.id, one_line(question.text), tuple(answers))

    def _because(self, claim: int) -> str:
        """Return what makes a claim fail, if it does."""
        is_rejected = self.causes.verdict(claim).is_rejected
        return self.explainer.because(claim) if is_rejected else ""

    def _also_against(self, claim: int) -> str:
        """Return what else defeats a claim than the objection that is named first."""
        name = self.net.ids[claim]
        named = [
            self.net.ids[each]
            for cause in self.causes.of(claim)[:1]
            for each in self.net.premises[cause] or [cause]
        ]
        others = []
        for step in self.argument_map.counterpoints_against(name):
            premises = [each.claim for each in step.premises]
            does_defeat = self._does_hold(step) and not self._without_effect(step)
            if does_defeat and premises != named:
                others.append(" and ".join(premises) or step.id)
        return f"; also against it: {', '.join(others)}" if others else ""

    def _does_hold(self, step: Step) -> bool:
        return self.evaluation.verdicts.get(step.id) is Verdict.STANDS

    def _without_effect(self, step: Counterpoint) -> str:
        """Return why an objection that holds defeats nothing; nothing if it does."""
        if step.accepted:
            return "accepted"
        target = self.evaluation.verdicts.get(step.target)
        return "outweighed" if target is Verdict.STANDS else ""

    def _objections(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the objections that hold: by kind, from their premises to targets."""
        found: dict[str, dict[str, list[str]]] = {
            kind: {} for kind in ("unanswered", "outweighed", "accepted")
        }
        for step in self.argument_map.counterpoints:
            if not self._does_hold(step):
                continue
            number = self._numbers[step.id]
            parts = (number, *self.net.premises[number])
            kind = self._without_effect(step) or "unanswered"
            if kind == "unanswered" and any(map(self.net.attackers.__getitem__, parts)):
                continue
            premises = " and ".join(each.claim for each in step.premises)
            found[kind].setdefault(premises or step.id, []).append(step.target)
        return {
            kind: {name: tuple(ends) for name, ends in objections.items()}
            for kind, objections in found.items()
        }

    def _changes(self, name: str, at_most: int | None = None) -> Changes | None:
        """Return what flips a part; None where another semantics decides."""
        if self.evaluation.semantics is not Semantics.GROUNDED:
            return None
        flips = smallest_changes(
            self.causes.net,
            self.causes.labelling,
            self._numbers[name],
            only=self.only,
            at_most=at_most,
        )
        sets = sorted(joined(flips.sets, self._kind), key=self._weight)
        return Changes(
            tuple(tuple(map(self._change, each)) for each in sets),
            flips.searched,
            is_limited=self.only is not None,
        )

    def _kind(self, change: Sequence[int]) -> float | None:
        """Return the weight of claims: those of one weight may be named together."""
        return self._weight([change]) if max(change) < self.net.claims else None

    def _weight(self, changes: Iterable[Iterable[int]]) -> float:
        return sum(min(map(self.evaluation.weigh, each)) for each in changes)

    def _change(self, alike: Sequence[int]) -> Change:
        """Return a change: an objection is answered, or a claim not granted."""
        answered = [each for each in alike if each >= self.net.claims]
        parts = dict.fromkeys([*answered, *alike])
        shown = self.net.premises[answered[0]] if answered else alike
        return Change(
            tuple(self.net.ids[each] for each in parts),
            tuple(map(self._statement, shown)),
            is_answer=bool(answered),
        )

    @cached_property
    def _standpoint(self) -> str:
        standpoint = self.net.standpoint
        return "" if standpoint == EVERYONE else one_line(standpoint)

    def _voices(self) -> Iterator[Voice]:
        """Yield who else says something, those with most claims first."""
        found: dict[str, list[Claim]] = {}
        for each in self.argument_map.claims:
            names = [each.speaker, *(one.speaker for one in each.utterances)]
            for name in dict.fromkeys(map(one_line, filter(None, names))):
                if name not in (self._standpoint, one_line(self.argument_map.author)):
                    found.setdefault(name, []).append(each)
        for name, claims in sorted(found.items(), key=lambda each: -len(each[1])):
            shared = [each.id for each in claims if self._is_shared(each)]
            numbers = [self._numbers[each.id] for each in claims]
            yield Voice(
                name,
                tuple(self._statement(x) for x in numbers if x in self.net.unheld),
                tuple(
                    self.net.ids[each]
                    for each in numbers
                    if each not in self.net.unheld and self.net.ids[each] not in shared
                ),
                tuple(shared),
            )

    def _is_shared(self, claim: Claim) -> bool:
        holders = map(one_line, self.argument_map.holders(claim))
        return bool(self._standpoint) and self._standpoint in holders

    def _questions(self, subjects: Iterable[int]) -> Iterator[Question]:
        """Yield the open questions about what counts, of what is near first."""
        asked = dict(self._open_steps())
        near = [
            each
            for subject in (subjects if asked else ())
            for each in self._behind(subject)
            if each in asked
        ]
        found: dict[str, list[Step]] = {}
        for number in dict.fromkeys([*near, *asked]):
            step, texts = asked[number]
            for text in texts:
                found.setdefault(text, []).append(step)
        for text, steps in found.items():
            yield Question(
                text,
                tuple(each.id for each in steps),
                tuple(dict.fromkeys(each.end for each in steps)),
            )

    def _open_steps(self) -> Iterator[tuple[int, tuple[Step, Sequence[str]]]]:
        """Yield the steps that count and leave questions open, by number."""
        for step in self.argument_map.steps:
            number = self._numbers[step.id]
            if self.causes.labelling.labels[number] != Label.OUT:
                texts = tuple(unanswered_questions(self.argument_map, step))
                if texts:
                    yield number, (step, texts)


def _said(claim: Claim) -> Iterator[str]:
    """Yield whose claim it is, in words."""
    if claim.speaker:
        yield f"said by {one_line(claim.speaker)}"
    for each in claim.utterances:
        act = each.act or Act.ASSERTS
        name = one_line(each.speaker)
        yield f"said by {name}" if act is Act.ASSERTS else f"{name} {act}"
