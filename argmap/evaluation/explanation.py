"""Explanations of verdicts, in words.

A verdict is explained only by verdicts of smaller rank, so that every explanation
ends, on maps with cycles too.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

import attrs

from argmap.evaluation.answer import shortened, some_of
from argmap.evaluation.causes import Causes
from argmap.evaluation.components import Needs, components, dependencies, is_cycle
from argmap.evaluation.grounded import Label, Labelling
from argmap.evaluation.network import Network
from argmap.evaluation.questions import unanswered_questions
from argmap.evaluation.strict import strict_steps
from argmap.model import (
    ArgumentMap,
    Counterpoint,
    Inference,
    ProofStandard,
    Semantics,
    Verdict,
)
from argmap.model.connections import reached
from argmap.words import ELLIPSIS, counted, one_line, quoted

_FEW = 3
_LONGEST_CIRCLE = 5
_LONGEST_CHAIN = 5
_MANY = 12
_DEEPEST = 50


@attrs.frozen(eq=False)
class Explanation:
    """What a verdict rests on: a sentence, and the explanations of what it names.

    `questions` are critical questions that a step raises and nobody has answered. One
    explanation may stand under several others. `str()` gives each once.
    """

    part: str
    verdict: Verdict
    words: str
    because: "tuple[Explanation, ...]" = attrs.field(default=(), repr=False)
    questions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return it in lines, each below what it explains."""
        return in_words([self])


def in_words(explanations: Iterable[Explanation]) -> str:
    """Return explanations in blocks of lines; of what stands above, one line.

    What several rest on is explained once, so that the text is linear in the map.
    """
    seen: set[tuple[str, str]] = set()
    return "\n\n".join("\n".join(_lines(each, seen)) for each in explanations)


def _lines(explanation: Explanation, seen: set[tuple[str, str]]) -> Iterator[str]:
    waiting: list[tuple[Explanation, int]] = [(explanation, 0)]
    while waiting:
        each, depth = waiting.pop()
        key = each.part, each.words
        again = " (see above)" if key in seen and each.because else ""
        yield f"{_indent(depth)}{each.words}{again}"
        if key not in seen:
            for line in _asked(each.questions):
                yield f"{_indent(depth + 1)}{line}"
            waiting += [(one, depth + 1) for one in reversed(each.because)]
        seen.add(key)


def _indent(depth: int) -> str:
    """Return blanks; deeper than anybody follows they would outgrow the words."""
    return "  " * min(depth, _DEEPEST)


def _asked(questions: Sequence[str]) -> Iterator[str]:
    for question in questions[:_FEW]:
        yield f"nobody has answered: {question}"
    more = len(questions) - _FEW
    if more > 0:
        yield f"nor {counted(more, 'more question')} of its scheme"


def _joined(names: Sequence[str]) -> str:
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last


@attrs.frozen
class Explainer:
    """What there is to say of the parts of a map."""

    argument_map: ArgumentMap
    causes: Causes

    @property
    def net(self) -> Network:
        """The map as numbers."""
        return self.causes.net

    @property
    def labelling(self) -> Labelling:
        """The label of every part."""
        return self.causes.labelling

    @cached_property
    def _explained(self) -> dict[int, Explanation]:
        """The explanations that were asked for, and those inside."""
        return {}

    def explanation(self, part: int) -> Explanation:
        """Return why a claim or a step, by its number, has its label."""
        net, found = self.net, self._explained
        causes: dict[int, list[int]] = {}
        waiting = [part]
        while waiting:
            each = waiting.pop()
            if each not in causes and each not in found:
                causes[each] = self.causes.of(each)
                waiting += causes[each]
        for each in sorted(causes, key=self.labelling.ranks.__getitem__):
            found[each] = Explanation(
                net.ids[each],
                self.causes.verdict(each),
                self._leading_back(each) if each in net.made else self._words(each),
                tuple(
                    found[one]
                    for one in causes[each]
                    if one not in net.made or found[one].because
                ),
                self._questions(each),
            )
        return found[part]

    def decisive(self) -> frozenset[str]:
        """Return the ids of the steps and contradictions on which a verdict rests."""
        net = self.net
        found: set[str] = set()
        beaten_by: dict[int, int] = {}
        given = (each for each in range(len(net.ids)) if each not in net.made)
        causes_of = cache(self.causes.of)
        for part in reached(given, causes_of):
            for cause in causes_of(part):
                if self.labelling.labels[cause] != Label.IN or cause in net.made:
                    continue
                if cause >= net.claims:
                    found.add(net.ids[cause])
                elif part < net.claims:
                    beaten_by[part] = cause
        for name, rivals in net.as_given.contradictions.items():
            if not {beaten_by.get(each) for each in rivals}.isdisjoint(rivals):
                found.add(name)
        return frozenset(found)

    def _questions(self, part: int) -> tuple[str, ...]:
        """Return what a step that holds leaves open."""
        step = self.argument_map.part(self.net.ids[part])
        if self.labelling.labels[part] != Label.IN or part in self.net.made:
            return ()
        if not isinstance(step, Inference | Counterpoint):
            return ()
        return tuple(unanswered_questions(self.argument_map, step))

    def _words(self, part: int) -> str:
        """Return a label as a sentence."""
        if part >= self.net.claims:
            return f"{self._words_of_step(part)}{self._accepted(part)}"
        if part in self.net.excluded:
            return f"{self._quoted(part)} is left out"
        verdict = self.causes.verdict(part)
        more = ""
        match verdict:
            case Verdict.CONTESTED:
                more = f" {self._conflict(part)}{self._possibility(part)}"
            case Verdict.CIRCULAR:
                more = f" rests {self._circle(part)}"
            case _ if not self.causes.is_grounded(part):
                more = f" in {self._everywhere}"
            case Verdict.STANDS if self.causes.best_reason(part) is None:
                more = " is granted"
            case Verdict.UNSUPPORTED:
                more = self._lack(part)
            case Verdict.DEFEATED if rivals := self.causes.standing_rivals(part):
                more = f", contradicted by {self._names(rivals, len(rivals))}"
        notes = f"{self._outweighed(part)}{self._idle(part)}{self._accepted(part)}"
        notes += self._to_give_up(part)
        return f"[{verdict}] {self._quoted(part)}{more}{notes}"

    def _lack(self, claim: int) -> str:
        """Return why nothing that speaks for a claim is enough, if that is short."""
        if claim in self.net.unheld:
            return f", {unargued(self.net.unheld[claim])}"
        if not self.net.as_given.reasons[claim]:
            return ", as nothing speaks for it"
        if self._is_too_little(claim):
            return f", as too little speaks for it{self._standard(claim)}"
        return ""

    def because(self, part: int) -> str:
        """Return what makes a part fail, and that, and so on, in a line.

        It goes on after the name of the part.
        """
        words: list[str] = []
        while part >= 0 and len(words) < _LONGEST_CHAIN:
            said, part = self._cause(part)
            words.append(said)
        return "".join(words) + (f" {ELLIPSIS}" if part >= 0 else "")

    def _cause(self, part: int) -> tuple[str, int]:
        """Return what makes a part fail, and the part to go on with, or -1."""
        net, causes = self.net.as_given, self.causes.of(part)
        is_claim = part < net.claims
        is_unsupported = self.causes.verdict(part) is Verdict.UNSUPPORTED
        lack = self._lack(part) if is_claim and is_unsupported else ""
        if lack or not causes:
            return lack, -1
        first = causes[0]
        if first in net.attackers[part]:
            lead = "because of" if is_claim else "undercut by"
            return f", {lead} {self._premises(first)}", -1
        if is_claim and first < net.claims:
            return f", contradicted by {self._brief(first)}", -1
        if (step := self.net.made.get(first, -1)) >= 0:  # by way of what it leads to
            end = net.ends[step]
            lead = f", as it leads strictly to {self._brief(end)}"
            return f"{lead}, which is {self.causes.verdict(end)}", -1
        if is_claim:
            return self._failed_reason(first)
        lead = f": {self._brief(first)}" if len(net.premises[part]) > 1 else ""
        return f"{lead} is {self.causes.verdict(first)}", first

    def _failed_reason(self, reason: int) -> tuple[str, int]:
        causes, step = self.causes.of(reason), self._premises(reason)
        if not causes:
            return f", as the step from {step} is left out", -1
        first = causes[0]
        if first in self.net.as_given.attackers[reason]:
            by = self._premises(first)
            return f", as the step from {step} is undercut by {by}", -1
        return f", as {self._brief(first)} is {self.causes.verdict(first)}", first

    def _premises(self, step: int) -> str:
        """Return what speaks in a step, as part of a sentence."""
        premises = list(map(self._brief, self.net.as_given.premises[step]))
        return some_of(premises, between=" and ") or self.net.ids[step]

    def _brief(self, part: int) -> str:
        """Return a part by the first of its words, with its id."""
        if part >= self.net.claims:
            return self._quoted(part)
        name = self.net.ids[part]
        words = one_line(self.argument_map.proposition(name).name)
        return f"“{shortened(words)}” ({name})"

    def premises_to_give_up(self, claim: int) -> list[int]:
        """Return the claims of which whoever rejects a claim has to give up one."""
        from argmap.evaluation.pivots import (  # noqa: PLC0415 - seldom wanted
            premises_to_give_up,
        )

        strict = strict_steps(self.argument_map, self.net)
        return premises_to_give_up(self.net, self.labelling, claim, strict)

    def _to_give_up(self, claim: int) -> str:
        """Return what it takes to reject the thesis, where it strictly follows."""
        is_thesis = self.net.ids[claim] == self.argument_map.thesis
        names = self.premises_to_give_up(claim) if is_thesis else ()
        words = " or ".join(map(self.name, names))
        return f"; whoever rejects it has to give up {words}" if words else ""

    def _outweighed(self, claim: int) -> str:
        """Return what speaks for another verdict, is not rejected and is too weak."""
        steps = self.causes.outweighed(claim)
        return self._note(steps, f"not strong enough{self._standard(claim)}")

    def _accepted(self, part: int) -> str:
        """Return what is against a part, holds, and is accepted: it defeats nothing."""
        labels, steps = self.labelling.labels, self._accepted_against.get(part, ())
        holding = [each for each in steps if labels[each] == Label.IN]
        return self._note(holding, "accepted")

    def _note(self, steps: Sequence[int], what: str) -> str:
        """Return what there is to say of steps beside a verdict, if there are any."""
        if not steps:
            return ""
        verb = "is" if len(steps) == 1 else "are"
        return f"; {self._names(steps, len(steps))} {verb} {what}"

    @cached_property
    def _accepted_against(self) -> dict[int, list[int]]:
        """The accepted counterpoints against each part: the network has them not."""
        numbers = self.net.numbers
        found: dict[int, list[int]] = {}
        for each in self.argument_map.counterpoints:
            if each.accepted:
                end = self.argument_map.as_end(self.argument_map.part(each.target))
                found.setdefault(numbers[end.id], []).append(numbers[each.id])
        return found

    def _standard(self, claim: int) -> str:
        standard = self.net.standards[claim]
        is_usual = standard is ProofStandard.PREPONDERANCE
        return "" if is_usual else f" (its standard is {standard})"

    def _circle(self, claim: int) -> str:
        """Return what a claim rests on, and that, and so on back to the claim."""
        circle = self.causes.circle(claim)
        if len(circle) < 2:  # noqa: PLR2004 - a claim alone
            return "only on itself"
        names = [self.name(each) for each in [*circle, claim]]
        links = [f"{one} on {other}" for one, other in pairwise(names)]
        links[0] = f"on {names[1]}"
        if len(links) > _LONGEST_CIRCLE:
            more = len(links) - _LONGEST_CIRCLE
            links[_LONGEST_CIRCLE - 1 : -1] = [f"… ({more} more)"]
        return ", ".join(links)

    def _idle(self, claim: int) -> str:
        """Return that reasons for a rival add nothing, where they would be enough."""
        return "".join(
            f"; {self.name(each)} adds nothing to"
            f" {self._quoted(self.net.ends[each])}, on which it rests"
            for each in self.causes.idle(claim)
        )

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

    def _is_too_little(self, claim: int) -> bool:
        if claim in self.net.opposites:
            reasons = self.net.as_given.reasons[claim]
            return any(self.labelling.labels[each] == Label.IN for each in reasons)
        return self.causes.failed(claim) != self.net.reasons[claim]

    def _conflict(self, claim: int) -> str:
        """Return the nearest conflict behind an undecided claim, in words."""
        conflict = self._nearest[claim]
        is_inside = self._conflicts.get(claim) is conflict
        count = len(conflict) - is_inside
        others = [each for each in conflict[: _FEW + 1] if each != claim][:_FEW]
        names = self._names(others, count)
        if not is_inside:
            between = "a conflict within" if count == 1 else "the conflict of"
            return f"hangs on {between} {names}"
        if others:
            # some of several may support the claim
            link = "conflict with" if count == 1 else "a conflict that involves"
            return f"is in {link} {names}"
        is_struck = any(
            claim in self.net.premises[each]
            for each in self.net.as_given.attackers[claim]
        )
        return "speaks against itself" if is_struck else "depends on itself"

    def _names(self, parts: Sequence[int], count: int) -> str:
        """Return the names of the first parts of so many."""
        more = [f"{count - _FEW} more"] if count > _FEW else []
        return _joined([*map(self.name, parts[:_FEW]), *more])

    @cached_property
    def _conflicts(self) -> dict[int, list[int]]:
        """The undecided claims, or else steps, of those that depend on each other.

        By each of them: there is one list for all that hang together.
        """
        found: dict[int, list[int]] = {}
        for component in components(self._undecided, self._needs):
            if is_cycle(component, self._needs):
                labels, made = self.labelling.labels, self.net.made
                meant = {made.get(each, each) for each in component} - {-1}
                parts = sorted(
                    each for each in meant if labels[each] == Label.UNDECIDED
                )
                claims = [each for each in parts if each < self.net.claims]
                found.update(dict.fromkeys((*component, *parts), claims or parts))
        return found

    @cached_property
    def _nearest(self) -> dict[int, list[int]]:
        """The nearest conflict behind every undecided part."""
        used_by: dict[int, list[int]] = {part: [] for part in self._undecided}
        for part in self._undecided:
            for each in self._needs(part):
                used_by[each].append(part)
        found = dict(sorted(self._conflicts.items()))
        near = list(found)
        for part in near:
            for each in used_by[part]:
                if each not in found:
                    found[each] = found[part]
                    near.append(each)
        return found

    @cached_property
    def _undecided(self) -> list[int]:
        return [
            part
            for part, label in enumerate(self.labelling.labels)
            if label == Label.UNDECIDED
        ]

    @cached_property
    def _needs(self) -> Needs:
        return dependencies(self.net, self.labelling.labels)

    def _words_of_step(self, step: int) -> str:
        labels = self.labelling.labels
        name = self.name(step)
        if step in self.net.excluded:
            return f"{name} is left out"
        if labels[step] == Label.UNDECIDED:
            return f"{name} is open"
        if not self.causes.is_grounded(step):
            holds = "holds" if labels[step] == Label.IN else "fails"
            return f"{name} {holds} in {self._everywhere}"
        if labels[step] == Label.IN:
            return f"{name} holds"
        if step in self.labelling.circular:
            return f"{name} rests only on itself"
        is_undercut = self.causes.of(step)[0] in self.net.attackers[step]
        return f"{name} {'is undercut' if is_undercut else 'fails'}"

    def _leading_back(self, step: int) -> str:
        """Return what becomes of a premise by way of what strictly follows from it."""
        name = self.name(step)
        conclusion = self._quoted(self.net.as_given.ends[self.net.made[step]])
        if self.labelling.labels[step] == Label.IN:
            return f"{name} leads strictly to {conclusion}, which is ruled out"
        return f"{name} rules nothing out by way of {conclusion}"

    def name(self, part: int) -> str:
        """Return what to call a part in a sentence: claims by their words."""
        if part < self.net.claims:
            return self._quoted(part)
        step = self.argument_map.part(self.net.ids[part])
        kind = "counterpoint" if isinstance(step, Counterpoint) else "inference"
        premises = self.net.premises[self.net.made.get(part, part)]
        more = len(premises) - _MANY
        shown = premises if more <= 1 else premises[:_MANY]
        names = [*map(self._quoted, shown), *([f"{more} more"] if more > 1 else [])]
        if isinstance(step, Inference | Counterpoint):
            names += [
                f"{self._called(each.claim)} as said"
                for each in step.premises
                if each.attributed
            ]
        return f"the {kind} from {_joined(names)}" if names else f"the bare {kind}"

    def _quoted(self, part: int) -> str:
        if part >= self.net.claims:
            return f"the step “{self.net.ids[part]}”"
        return self._called(self.net.ids[part])

    def _called(self, name: str) -> str:
        return quoted(self.argument_map.proposition(name).name, name)


def unargued(holders: Sequence[str]) -> str:
    r"""Return whose claim it is that nobody argues for, in words.

    >>> unargued(["Russia"]), unargued(["Some observers"])
    ("Russia's claim, not argued here", "Some observers' claim, not argued here")
    >>> unargued(["Ada\n  Lovelace"])
    "Ada Lovelace's claim, not argued here"
    """
    name = _joined([one_line(each) or "the author" for each in holders])
    ending = "'" if name.endswith("s") else "'s"
    return f"{name}{ending} claim, not argued here"
