"""Causes of verdicts: verdicts of smaller rank, enough to apply the rules.

Whoever knows the causes of a label and nothing else comes to the same label.
"""

from collections.abc import Iterator

import attrs

from argmap.evaluation.components import shortest_loop
from argmap.evaluation.grounded import MEETS, Label, Labelling
from argmap.evaluation.network import Network
from argmap.model import Verdict


@attrs.frozen
class Causes:
    """A network with its labels, and why they are so."""

    net: Network
    labelling: Labelling

    def verdict(self, part: int) -> Verdict:
        """Return a label in words: what is out is defeated, unsupported or circular."""
        label = self.labelling.labels[part]
        if label == Label.IN:
            return Verdict.STANDS
        if label == Label.UNDECIDED:
            return Verdict.CONTESTED
        if part in self.labelling.circular:
            return Verdict.CIRCULAR
        is_defeated = self._is_defeated(part)
        return Verdict.DEFEATED if is_defeated else Verdict.UNSUPPORTED

    def of(self, part: int) -> list[int]:
        """Return what a label follows from; nothing if it rests on no other.

        Of what is made for strict steps there are only those that lead back from a
        conclusion: what the others follow from stands in their place.
        """
        if not self.net.made:
            return self._from(part)
        found: dict[int, None] = {}
        seen: set[int] = set()
        waiting = self._from(part)[::-1]
        while waiting:
            each = self._as_given(waiting.pop(), part)
            if each not in self.net.made or self.net.made[each] >= self.net.claims:
                found[each] = None
            elif each not in seen:
                seen.add(each)
                waiting += self._from(each)[::-1]
        return list(found)

    def _as_given(self, part: int, later: int) -> int:
        """Return the claim that a made one stands for, if it has the same label."""
        given = self.net.made.get(part, -1)
        is_claim = 0 <= given < self.net.claims
        same = is_claim and self._was(Label(self.labelling.labels[part]), given, later)
        return given if same else part

    def _from(self, part: int) -> list[int]:
        """Return what a label follows from, be it made."""
        is_in = self.labelling.labels[part] == Label.IN
        if (
            not self.is_grounded(part)
            or part in self.labelling.circular
            or part in self.net.excluded
        ):
            return []
        if part < self.net.claims and is_in:
            idle = self.idle(part)
            return [each for each in self._accepting(part) if each not in idle]
        if part < self.net.claims:
            return self._rejecting(part)
        if is_in:
            return [*self.net.premises[part], *self.net.attackers[part]]
        return [self._failure(part)]

    def idle(self, claim: int) -> list[int]:
        """Return reasons that would change a verdict if they did not need a claim.

        That is the claim they are for, the same or a rival: they add nothing to it.
        """
        if not self.labelling.idle or not self.is_grounded(claim):
            return []
        is_in = self.labelling.labels[claim] == Label.IN
        reasons = self._accepting(claim) if is_in else self.net.reasons[claim]
        return [each for each in reasons if self._is_idle(each, claim)]

    def _is_idle(self, reason: int, later: int) -> bool:
        """Return whether a reason was known to add nothing before a part fell."""
        ranks = self.labelling.ranks
        is_known = self.labelling.idle.get(reason, ranks[later]) < ranks[later]
        return is_known and not self._was(Label.OUT, reason, later)

    def circle(self, part: int) -> list[int]:
        """Return the shortest way from a circular part back to it, by what it rests on.

        The way goes through claims, if there are any on it.
        """
        net, ranks, circular = self.net, self.labelling.ranks, self.labelling.circular

        def needs(at: int) -> list[int]:
            if at < net.claims:
                return [each for each in net.reasons[at] if ranks[each] >= ranks[part]]
            return [
                each
                for each in net.premises[at]
                if each >= net.claims
                or (each in circular and ranks[each] == ranks[part])
            ]

        loop = shortest_loop(part, needs)
        return [each for each in loop if each < net.claims] or loop

    def is_grounded(self, part: int) -> bool:
        """Return whether the grounded labelling decides on a part."""
        return self.labelling.ranks[part] >= 0

    def failed(self, claim: int) -> list[int]:
        """Return the reasons for a claim that were out before it was decided."""
        reasons = self.net.reasons[claim]
        return [each for each in reasons if self._was(Label.OUT, each, claim)]

    def best_reason(self, claim: int) -> int | None:
        """Return what makes a claim stand; None if that is that it is granted."""
        found = self._strongest_in(claim, claim)
        is_stronger = (
            found is not None
            and self.net.strengths[found] > self.net.presumptions[claim]
        )
        return found if is_stronger else None

    def standing_rivals(self, claim: int) -> list[int]:
        """Return the claims that defeat a claim by contradicting it."""
        return [each for each in self.of(claim) if each < self.net.claims]

    def outweighed(self, claim: int) -> list[int]:
        """Return what is not rejected and yet not strong enough for another verdict.

        That is counterpoints against a claim that stands, reasons for one that is
        defeated.
        """
        match self.verdict(claim):
            case Verdict.STANDS:
                steps = self.net.as_given.attackers[claim]
            case Verdict.DEFEATED:
                steps = self.net.as_given.reasons[claim]
            case _:
                return []
        if not self.is_grounded(claim):
            return []
        labels, idle = self.labelling.labels, self.idle(claim)
        return [
            each for each in steps if labels[each] != Label.OUT and each not in idle
        ]

    def _is_defeated(self, part: int) -> bool:
        """Return whether something strikes a part that is out."""
        if part in self.net.opposites:
            opposite = self.labelling.labels[self.net.opposites[part]]
            if not self.is_grounded(part):
                return opposite != Label.OUT
            is_first = self.labelling.ranks[part] == 0  # nothing could speak for it
            return opposite == Label.IN and not is_first
        if not self.net.attackers[part] and part not in self.net.rivals:
            return False
        if not self.is_grounded(part):  # each labelling may have its own reason
            labels = self.labelling.labels
            against = (*self.net.attackers[part], *self.net.rivals_of(part))
            return any(labels[each] != Label.OUT for each in against)
        if part < self.net.claims:
            return bool(self._defeating(part))
        return any(self._was(Label.IN, each, part) for each in self.net.attackers[part])

    def _was(self, label: Label, part: int, later: int) -> bool:
        """Return whether a part had a label before another had its own."""
        labels, ranks = self.labelling.labels, self.labelling.ranks
        return labels[part] == label and 0 <= ranks[part] < ranks[later]

    def _strongest_in(self, claim: int, later: int) -> int | None:
        """Return the strongest reason for a claim that was in before a part fell."""
        strengths, ranks = self.net.strengths, self.labelling.ranks
        reasons = [
            each
            for each in self.net.reasons[claim]
            if self._was(Label.IN, each, later) and self._counts(each, later)
        ]
        return min(
            reasons, key=lambda each: (-strengths[each], ranks[each]), default=None
        )

    def _counts(self, reason: int, later: int) -> bool:
        """Return whether a reason was counted before a part fell."""
        counted = self.labelling.counted.get(reason, -1)
        return counted is not None and counted < self.labelling.ranks[later]

    def _accepting(self, claim: int) -> list[int]:
        """Return the best reason for a claim, and all that is not strong enough."""
        net, meets = self.net, MEETS[self.net.standards[claim]]
        reason = self.best_reason(claim)
        weight = net.presumptions[claim] if reason is None else net.strengths[reason]
        found = [] if reason is None else [reason]
        found += [
            each
            for each in net.attackers[claim]
            if not meets(weight, net.strengths[each])
        ]
        for rival in net.rivals_of(claim):
            if self._was(Label.OUT, rival, claim):
                found.append(rival)
                continue
            found += [
                each
                for each in net.reasons[rival]
                if not meets(weight, net.strengths[each])
            ]
        return found

    def _rejecting(self, claim: int) -> list[int]:
        return self._defeating(claim) or self.failed(claim)

    def _defeating(self, claim: int) -> list[int]:
        """Return what outweighs a claim, first what fell first; nothing if none does.

        Reasons that would have outweighed it but failed come along, unless all failed.
        """
        if not (against := [*self._against(claim)]):
            return []
        net, meets = self.net, MEETS[self.net.standards[claim]]
        failed = self.failed(claim)
        others = (
            each
            for each in net.reasons[claim]
            if each not in failed and not self._is_idle(each, claim)
        )
        left = [net.strengths[each] for each in others]
        if net.presumptions[claim]:
            left.append(net.presumptions[claim])
        for weight, causes in against:
            stronger = [each for each in failed if meets(net.strengths[each], weight)]
            is_enough = not any(meets(each, weight) for each in left)
            if is_enough and (left or not stronger):
                return [*causes, *stronger]
        return []

    def _against(self, claim: int) -> Iterator[tuple[float, list[int]]]:
        """Yield the weight of what is in against a claim, and what that comes from."""
        net, ranks = self.net, self.labelling.ranks
        for each in sorted(
            (*net.attackers[claim], *net.rivals_of(claim)), key=ranks.__getitem__
        ):
            if not self._was(Label.IN, each, claim):
                continue
            if each >= net.claims:
                yield net.strengths[each], [each]
                continue
            reason = self._strongest_in(each, claim)
            granted = net.presumptions[each]
            if reason is None or net.strengths[reason] <= granted:
                yield granted, [each]
            else:
                yield net.strengths[reason], [each, reason]

    def _failure(self, step: int) -> int:
        """Return what made a step fail first: a premise, or what strikes it."""
        premises, attackers = self.net.premises[step], self.net.attackers[step]
        found = [each for each in premises if self._was(Label.OUT, each, step)]
        found += [each for each in attackers if self._was(Label.IN, each, step)]
        return min(found, key=self.labelling.ranks.__getitem__)
