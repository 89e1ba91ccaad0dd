"""Why a verdict fell, in words.

A verdict is explained only by verdicts of smaller rank, so that every explanation
ends, on maps with cycles too.
"""

import attrs

from argmap.evaluation.grounded import MEETS, Label, Labelling
from argmap.evaluation.network import Network
from argmap.model import ArgumentMap, Claim, Counterpoint, ProofStandard, Verdict
from argmap.words import gist, plain

_FEW = 3


@attrs.frozen
class Explanation:
    """What a verdict rests on: a sentence, and the explanations of what it names.

    One explanation may stand under several others. `str()` tells each once.
    """

    part: str
    verdict: Verdict
    words: str
    because: "tuple[Explanation, ...]" = ()

    def __str__(self) -> str:
        """Return it in lines, each below what it explains."""
        told: set[str] = set()
        lines: list[str] = []
        waiting: list[tuple[Explanation, int]] = [(self, 0)]
        while waiting:
            each, depth = waiting.pop()
            again = " (see above)" if each.part in told and each.because else ""
            lines.append(f"{'  ' * depth}{each.words}{again}")
            if not again:
                waiting += [(one, depth + 1) for one in reversed(each.because)]
            told.add(each.part)
        return "\n".join(lines)


def strikers(net: Network, labelling: Labelling, part: int) -> list[int]:
    """Return what is in and stands against a part, of smaller rank, the first first.

    Against a claim these are counterpoints and rivals, against a step counterpoints;
    where a scintilla of evidence is enough nothing stands against a claim.
    """
    labels, ranks = labelling.labels, labelling.ranks
    if part < net.claims and net.standards[part] is ProofStandard.SCINTILLA:
        return []
    if part >= net.claims:
        against = net.attackers[part]
    else:
        rivals = [one for each in net.rivals.get(part, ()) for one in each]
        against = [*net.objections[part], *(one for one in rivals if one != part)]
    found = [
        each
        for each in against
        if labels[each] == Label.IN and ranks[each] < ranks[part]
    ]
    return sorted(found, key=lambda each: ranks[each])


def explain(
    argument_map: ArgumentMap, net: Network, labelling: Labelling, part: int
) -> Explanation:
    """Return why a claim or a step, by its number, has its label."""
    teller = _Teller(argument_map, net, labelling)
    causes: dict[int, list[int]] = {}
    waiting = [part]
    while waiting:
        each = waiting.pop()
        if each not in causes:
            causes[each] = teller.causes(each)
            waiting += causes[each]
    told: dict[int, Explanation] = {}
    for each in sorted(causes, key=lambda one: labelling.ranks[one]):
        told[each] = Explanation(
            net.ids[each],
            verdict_on(net, labelling, each),
            teller.words(each),
            tuple(told[one] for one in causes[each]),
        )
    return told[part]


def decisive(
    argument_map: ArgumentMap, net: Network, labelling: Labelling
) -> frozenset[str]:
    """Return the ids of the steps and contradictions on which some verdict rests."""
    teller = _Teller(argument_map, net, labelling)
    found: set[str] = set()
    beaten_by: dict[int, int] = {}
    for part in range(len(net.ids)):
        for cause in teller.causes(part):
            if labelling.labels[cause] != Label.IN:
                continue
            if cause >= net.claims:
                found.add(net.ids[cause])
            elif part < net.claims:
                beaten_by[part] = cause
    for name, rivals in net.contradictions.items():
        if not {beaten_by.get(each) for each in rivals}.isdisjoint(rivals):
            found.add(name)
    return frozenset(found)


def verdict_on(net: Network, labelling: Labelling, part: int) -> Verdict:
    """Return a label in words: an out part is refuted, unsupported or circular."""
    what = labelling.labels[part]
    if what == Label.IN:
        return Verdict.STANDS
    if what == Label.UNDECIDED:
        return Verdict.CONTESTED
    if part in labelling.circular:
        return Verdict.CIRCULAR
    return Verdict.REFUTED if strikers(net, labelling, part) else Verdict.UNSUPPORTED


@attrs.frozen
class _Teller:
    """What there is to say of a claim and of a step."""

    argument_map: ArgumentMap
    net: Network
    labelling: Labelling

    def causes(self, part: int) -> list[int]:
        """Return what a label follows from, all of it of smaller rank."""
        what = self.labelling.labels[part]
        if what == Label.UNDECIDED or part in self.labelling.circular:
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
            for each in net.objections[claim]
            if not meets(weight, net.strengths[each])
        ]
        rivals = [one for each in net.rivals.get(claim, ()) for one in each]
        answered += [
            each
            for each in dict.fromkeys(rivals)
            if each != claim and self.labelling.labels[each] == Label.OUT
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

    def words(self, part: int) -> str:
        """Return a label as a sentence or two."""
        if part >= self.net.claims:
            return self._words_of_step(part)
        verdict = verdict_on(self.net, self.labelling, part)
        more = ""
        match verdict:
            case Verdict.STANDS if not self._has_reason(part):
                more = " is granted"
            case Verdict.CIRCULAR:
                more = " rests only on itself"
            case Verdict.UNSUPPORTED if not self.net.reasons[part]:
                more = " has nothing that speaks for it"
            case Verdict.UNSUPPORTED if self._failed(part) != self.net.reasons[part]:
                more = " has too little that speaks for it"
            case Verdict.CONTESTED:
                more = f" hangs on {self._open(part)}"
        return f"[{verdict}] {self._quoted(part)}{more}"

    def _has_reason(self, claim: int) -> bool:
        causes = self._causes_in(claim)
        return any(each in self.net.reasons[claim] for each in causes)

    def _open(self, claim: int) -> str:
        """Return the names of what is undecided around a claim."""
        net, labels = self.net, self.labelling.labels
        rivals = [one for each in net.rivals.get(claim, ()) for one in each]
        near = [*net.objections[claim], *rivals, *net.reasons[claim]]
        open_ = [
            each
            for each in dict.fromkeys(near)
            if each != claim and labels[each] == Label.UNDECIDED
        ]
        names = [
            self._quoted(each) if each < net.claims else self._name(each)
            for each in open_
        ]
        more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
        return ", ".join(names[:_FEW]) + more

    def _words_of_step(self, step: int) -> str:
        labels = self.labelling.labels
        name = self._name(step)
        if step in self.net.left_out:
            return f"{name} is left out"
        if labels[step] == Label.IN:
            return f"{name} holds"
        if labels[step] == Label.UNDECIDED:
            return f"{name} is open"
        cause = self._causes_of_step(step, is_in=False)[0]
        return f"{name} {'fails' if cause in self.net.premises[step] else 'is struck'}"

    def _name(self, step: int) -> str:
        part = self.argument_map.part(self.net.ids[step])
        kind = "counterpoint" if isinstance(part, Counterpoint) else "inference"
        names = " and ".join(map(self._quoted, self.net.premises[step]))
        return f"the {kind} from {names}" if names else f"the bare {kind}"

    def _quoted(self, part: int) -> str:
        if part >= self.net.claims:
            return f"the step “{self.net.ids[part]}”"
        found = self.argument_map.part(self.net.ids[part])
        words = found.text or found.title if isinstance(found, Claim) else ""
        words = words or getattr(found, "title", "") or getattr(found, "text", "")
        return f"“{gist(plain(words)) or found.id}”"
