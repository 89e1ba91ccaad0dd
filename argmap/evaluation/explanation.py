"""Why a verdict fell, in words.

A verdict is explained only by verdicts of smaller rank, so that every explanation
ends, on maps with cycles too.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from argmap.evaluation.grounded import MEETS, Label, Labelling, Semantics
from argmap.evaluation.network import Network
from argmap.evaluation.order import Needs, components, dependencies, is_cycle
from argmap.evaluation.questions import unanswered_questions
from argmap.model import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    ProofStandard,
    Verdict,
)
from argmap.words import gist, plain

_FEW = 3


@attrs.frozen
class Explanation:
    """What a verdict rests on: a sentence, and the explanations of what it names.

    `questions` are critical questions that a step raises and nobody has answered. One
    explanation may stand under several others. `str()` tells each once.
    """

    part: str
    verdict: Verdict
    words: str
    because: "tuple[Explanation, ...]" = ()
    questions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return it in lines, each below what it explains."""
        told: set[str] = set()
        lines: list[str] = []
        waiting: list[tuple[Explanation, int]] = [(self, 0)]
        while waiting:
            each, depth = waiting.pop()
            again = " (see above)" if each.part in told and each.because else ""
            lines.append(f"{'  ' * depth}{each.words}{again}")
            if each.part not in told:
                asked = _asked(each.questions)
                lines += [f"{'  ' * (depth + 1)}{line}" for line in asked]
            if not again:
                waiting += [(one, depth + 1) for one in reversed(each.because)]
            told.add(each.part)
        return "\n".join(lines)


def _asked(questions: Sequence[str]) -> Iterator[str]:
    for question in questions[:_FEW]:
        yield f"nobody has answered: {question}"
    more = len(questions) - _FEW
    if more > 0:
        yield f"nor {more} more question{'s' * (more > 1)} of its scheme"


def strikers(net: Network, labelling: Labelling, part: int) -> list[int]:
    """Return what is in and stands against a part, of smaller rank, the first first.

    Against a claim these are counterpoints and rivals, against a step counterpoints;
    where a scintilla of evidence is enough nothing stands against a claim.
    """
    labels, ranks = labelling.labels, labelling.ranks
    if part < net.claims and net.standards[part] is ProofStandard.SCINTILLA:
        return []
    found = [
        each
        for each in (*net.attackers[part], *net.rivals_of(part))
        if labels[each] == Label.IN and ranks[each] < ranks[part]
    ]
    return sorted(found, key=lambda each: ranks[each])


def verdict_on(net: Network, labelling: Labelling, part: int) -> Verdict:
    """Return a label in words: an out part is refuted, unsupported or circular."""
    what = labelling.labels[part]
    if what == Label.IN:
        return Verdict.STANDS
    if what == Label.UNDECIDED:
        return Verdict.CONTESTED
    if part in labelling.circular:
        return Verdict.CIRCULAR
    if labelling.ranks[part] < 0:  # in every labelling, but not in each for one reason
        against = (*net.attackers[part], *net.rivals_of(part))
        is_refuted = any(labelling.labels[each] != Label.OUT for each in against)
    else:
        is_refuted = bool(strikers(net, labelling, part))
    return Verdict.REFUTED if is_refuted else Verdict.UNSUPPORTED


@attrs.frozen
class Teller:
    """What there is to say of the parts of a map."""

    argument_map: ArgumentMap
    net: Network
    labelling: Labelling

    def explanation(self, part: int) -> Explanation:
        """Return why a claim or a step, by its number, has its label."""
        causes: dict[int, list[int]] = {}
        waiting = [part]
        while waiting:
            each = waiting.pop()
            if each not in causes:
                causes[each] = self._causes(each)
                waiting += causes[each]
        told: dict[int, Explanation] = {}
        for each in sorted(causes, key=self._rank):
            told[each] = Explanation(
                self.net.ids[each],
                verdict_on(self.net, self.labelling, each),
                self._words(each),
                tuple(told[one] for one in causes[each]),
                self._questions(each),
            )
        return told[part]

    def decisive(self) -> frozenset[str]:
        """Return the ids of the steps and contradictions on which a verdict rests."""
        net = self.net
        found: set[str] = set()
        beaten_by: dict[int, int] = {}
        for part in range(len(net.ids)):
            for cause in self._causes(part):
                if self.labelling.labels[cause] != Label.IN:
                    continue
                if cause >= net.claims:
                    found.add(net.ids[cause])
                elif part < net.claims:
                    beaten_by[part] = cause
        for name, rivals in net.contradictions.items():
            if not {beaten_by.get(each) for each in rivals}.isdisjoint(rivals):
                found.add(name)
        return frozenset(found)

    def _causes(self, part: int) -> list[int]:
        """Return what a label follows from, all of it of smaller rank."""
        what = self.labelling.labels[part]
        if self._rank(part) < 0 or part in self.labelling.circular:
            return []
        if part in self.net.left_out:
            return []
        if part >= self.net.claims:
            return self._causes_of_step(part, is_in=what == Label.IN)
        if what == Label.IN:
            return self._causes_in(part)
        against = strikers(self.net, self.labelling, part)
        return against[:1] or self._failed(part)

    def _causes_in(self, claim: int) -> list[int]:
        net = self.net
        reasons = [
            each
            for each in net.reasons[claim]
            if self.labelling.labels[each] == Label.IN and self._is_before(each, claim)
        ]
        reasons.sort(key=lambda each: (-net.strengths[each], self._rank(each)))
        weight = net.presumptions[claim]
        best: list[int] = []
        if reasons and net.strengths[reasons[0]] > weight:
            best, weight = reasons[:1], net.strengths[reasons[0]]
        meets = MEETS[net.standards[claim]]
        answered = [
            each
            for each in net.attackers[claim]
            if not meets(weight, net.strengths[each])
        ]
        answered += [
            each
            for each in net.rivals_of(claim)
            if self.labelling.labels[each] == Label.OUT
        ]
        return best + [each for each in answered if self._is_before(each, claim)]

    def _failed(self, claim: int) -> list[int]:
        """Return the reasons for a claim that failed before it did."""
        return [
            each
            for each in self.net.reasons[claim]
            if self.labelling.labels[each] == Label.OUT and self._is_before(each, claim)
        ]

    def _causes_of_step(self, step: int, *, is_in: bool) -> list[int]:
        net = self.net
        if is_in:
            return [*net.premises[step], *net.attackers[step]]
        failing = [
            each
            for each in net.premises[step]
            if self.labelling.labels[each] == Label.OUT and self._is_before(each, step)
        ]
        found = failing + strikers(net, self.labelling, step)
        return sorted(found, key=self._rank)[:1]

    def _rank(self, part: int) -> int:
        return self.labelling.ranks[part]

    def _is_before(self, part: int, other: int) -> bool:
        return 0 <= self._rank(part) < self._rank(other)

    def _questions(self, part: int) -> tuple[str, ...]:
        """Return what a step that holds leaves open."""
        step = self.argument_map.part(self.net.ids[part])
        if self.labelling.labels[part] != Label.IN or isinstance(step, Claim):
            return ()
        if not isinstance(step, Inference | Counterpoint):
            return ()
        return tuple(unanswered_questions(self.argument_map, step))

    def _words(self, part: int) -> str:
        """Return a label as a sentence."""
        if part >= self.net.claims:
            return self._words_of_step(part)
        if part in self.net.left_out:
            return f"{self._quoted(part)} is left out"
        verdict = verdict_on(self.net, self.labelling, part)
        more = ""
        match verdict:
            case Verdict.CONTESTED:
                more = f" {self._conflict(part)}{self._possibility(part)}"
            case Verdict.CIRCULAR:
                more = " rests only on itself"
            case _ if self._rank(part) < 0:
                more = f" in {self._everywhere}"
            case Verdict.STANDS if not self._has_reason(part):
                more = " is granted"
            case Verdict.UNSUPPORTED if not self.net.reasons[part]:
                more = " has nothing that speaks for it"
            case Verdict.UNSUPPORTED if self._failed(part) != self.net.reasons[part]:
                more = " has too little that speaks for it"
        return f"[{verdict}] {self._quoted(part)}{more}"

    @property
    def _everywhere(self) -> str:
        semantics = self.labelling.semantics
        which = "the" if semantics is Semantics.IDEAL else "every"
        return f"{which} {semantics} labelling"

    def _possibility(self, claim: int) -> str:
        """Return whether an undecided claim stands in some of several labellings."""
        semantics = self.labelling.semantics
        if semantics in (Semantics.GROUNDED, Semantics.IDEAL):
            return ""
        which = "some" if claim in self.labelling.possible else "no"
        return f", and stands in {which} {semantics} labelling"

    def _has_reason(self, claim: int) -> bool:
        causes = self._causes_in(claim)
        return any(each in self.net.reasons[claim] for each in causes)

    def _conflict(self, claim: int) -> str:
        """Return the nearest conflict behind an undecided claim, in words."""
        seen, near = {claim}, deque([claim])
        while near[0] not in self._conflicts:
            new = set(self._open_needs(near.popleft())) - seen
            near += sorted(new)
            seen |= new
        conflict = self._conflicts[near[0]]
        claims = [each for each in conflict if each < self.net.claims] or conflict
        others = sorted(each for each in claims if each != claim)
        names = " and ".join(map(self.name, others[:_FEW]))
        names += f" and {len(others) - _FEW} more" if len(others) > _FEW else ""
        if claim not in conflict:
            between = "a conflict within" if len(others) == 1 else "the conflict of"
            return f"hangs on {between} {names}"
        return f"is in conflict with {names}" if others else "speaks against itself"

    @cached_property
    def _conflicts(self) -> dict[int, list[int]]:
        """The undecided parts that depend on each other, by each of them."""
        open_ = [
            part
            for part, label in enumerate(self.labelling.labels)
            if label == Label.UNDECIDED
        ]
        return {
            part: component
            for component in components(open_, self._open_needs)
            if is_cycle(component, self._open_needs)
            for part in component
        }

    def _open_needs(self, part: int) -> list[int]:
        labels = self.labelling.labels
        return [each for each in self._needs(part) if labels[each] == Label.UNDECIDED]

    @cached_property
    def _needs(self) -> Needs:
        return dependencies(self.net)

    def _words_of_step(self, step: int) -> str:
        labels = self.labelling.labels
        name = self.name(step)
        if step in self.net.left_out:
            return f"{name} is left out"
        if labels[step] == Label.UNDECIDED:
            return f"{name} is open"
        if self._rank(step) < 0:
            holds = "holds" if labels[step] == Label.IN else "fails"
            return f"{name} {holds} in {self._everywhere}"
        if labels[step] == Label.IN:
            return f"{name} holds"
        cause = self._causes_of_step(step, is_in=False)[0]
        return f"{name} {'fails' if cause in self.net.premises[step] else 'is struck'}"

    def name(self, part: int) -> str:
        """Return what to call a part in a sentence: claims by their words."""
        if part < self.net.claims:
            return self._quoted(part)
        step = self.argument_map.part(self.net.ids[part])
        kind = "counterpoint" if isinstance(step, Counterpoint) else "inference"
        names = " and ".join(map(self._quoted, self.net.premises[part]))
        return f"the {kind} from {names}" if names else f"the bare {kind}"

    def _quoted(self, part: int) -> str:
        if part >= self.net.claims:
            return f"the step “{self.net.ids[part]}”"
        found = self.argument_map.part(self.net.ids[part])
        words = found.text or found.title if isinstance(found, Claim) else ""
        words = words or getattr(found, "title", "") or getattr(found, "text", "")
        return f"“{gist(plain(words)) or found.id}”"
