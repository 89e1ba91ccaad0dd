"""The answer of a map: its thesis, what counts for it, and what would flip that.

Here are the values, and how they read; `answering` finds them.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

import attrs

from argmap.evaluation.consistency import Inconsistency
from argmap.evaluation.step_status import StepStatus
from argmap.model import Verdict
from argmap.words import ELLIPSIS, columns, counted, graphemes, plural, wrapped

WIDTH: Final = 100
"""The width of the text in columns, by default."""
_SHORT: Final = 58
_LONG_WORD: Final = 12
_FEW: Final = 3
_MOST_LINES: Final = 60
"""In `WIDTH` columns; more in fewer."""
_ROOMS: Final = (6, 6), (6, 4), (6, 3), (4, 2), (4, 1), (3, 1), (2, 1), (1, 1)
"""How many lines lists of a subject may have, and others: those that fit, or the last.
"""
_MOST_TOGETHER: Final = 6
_MOST_NAMES: Final = 8
_MOST_ALIKE: Final = 4
_MOST_ASKED: Final = 2
_ID: Final = re.compile(r"\((\S+?)\)")


@attrs.frozen
class Statement:
    """A claim as an answer has it, or a sketched argument.

    `speakers` are those whose claim it is, in words, if it is not the author's alone.
    """

    id: str
    words: str
    verdict: Verdict | None
    is_granted: bool = False
    is_implicit: bool = False
    is_attributed: bool = False
    credence: float | None = None
    speakers: tuple[str, ...] = ()

    @property
    def notes(self) -> Iterator[str]:
        """What is to be known of it, beside its words."""
        if self.is_attributed:
            yield "as said"
        elif self.is_granted and self.verdict is Verdict.STANDS:
            yield "granted"
        elif self.verdict is Verdict.STANDS:
            yield "argued"
        elif self.verdict is not None:
            yield self.verdict.value
        yield from self.speakers
        if self.is_implicit:
            yield "unstated"
        if self.credence is not None:
            yield f"credence {self.credence:g}"

    def __str__(self) -> str:
        """Return its words and its id."""
        return f"“{self.words}” ({self.id})"

    @property
    def brief(self) -> str:
        """The first of its words, and its id."""
        return f"“{shortened(self.words)}” ({self.id})"


@attrs.frozen
class Change:
    """A change: any one of these parts is no longer granted, or is answered.

    `statements` are the parts themselves, or, where the first part is an objection that
    is answered, its premises.
    """

    parts: tuple[str, ...]
    statements: tuple[Statement, ...]
    is_answer: bool

    def words(self, known: Container[str]) -> str:
        """Return what is to be changed, as the subject of a sentence.

        Claims that are known are named by their ids.
        """
        if self.is_answer:
            premises = [
                each.id if each.id in known else f"“{shortened(each.words)}”"
                for each in self.statements
            ]
            if not premises:
                return f"the bare objection ({self.parts[0]})"
            shown = some_of(premises, _MOST_TOGETHER, " and ")
            return f"the objection from {shown} ({self.parts[0]})"
        first, *others = self.statements
        lead = first.id if first.id in known else first.brief
        if not others:
            return lead
        names = [lead, *(each.id for each in others)]
        if len(names) <= _MOST_ALIKE:
            return f"one of {', '.join(names[:-1])} or {names[-1]}"
        return f"one of {some_of(names, _MOST_ALIKE)}"

    def named(self) -> Iterator[tuple[str, str]]:
        """Yield what can be changed: its id, its words and who says so."""
        if self.is_answer:
            yield self.parts[0], self.words(())
            return
        for each in self.statements:
            unstated = ["unstated"] if each.is_implicit else []
            yield each.id, ", ".join([each.brief, *each.speakers, *unstated])


@attrs.frozen
class Changes:
    """The smallest sets of changes that flip whether something stands.

    Those of less weight come first. `searched` is up to how many changes all sets were
    tried, None if there are no others. With `is_limited` not all could be changed.
    """

    sets: tuple[tuple[Change, ...], ...]
    searched: int | None
    is_limited: bool = False


@attrs.frozen
class Point:
    """A reason or an objection, and what it hangs on: what alone would flip it.

    An objection is answered if anything is said against it. `because` is what makes it
    fail, in words, if it does.
    """

    id: str
    is_reason: bool
    status: StepStatus
    strength: float
    statements: tuple[Statement, ...]
    argument: str = ""
    is_answered: bool = True
    hangs_on: Changes | None = None
    because: str = ""

    @property
    def does_count(self) -> bool:
        """Whether it is to be reckoned with."""
        return self.status.does_count or self.status is StepStatus.ACCEPTED


@attrs.frozen
class Subject:
    """A claim that the map comes to, and what there is to say of its verdict.

    `is_thesis` is whether it is what the map argues for. `note` says why it is
    contested or circular. `rivals` contradict it. `rests_on` are
    the granted claims behind what counts, the nearest first.
    """

    claim: Statement
    is_thesis: bool
    note: str
    points: tuple[Point, ...]
    rivals: tuple[Statement, ...]
    changes: Changes | None
    rests_on: tuple[Statement, ...]


@attrs.frozen
class Judged:
    """A claim, and what makes it so that it does not stand, in words."""

    claim: Statement
    because: str


@attrs.frozen
class Asked:
    """A question of the map, and its answers, those first that stand."""

    id: str
    words: str
    answers: tuple[Judged, ...]


@attrs.frozen
class Voice:
    """Somebody whose standpoint it is not, and their claims.

    `reported` are those that nobody argues for here, `argued` those that a reason is
    given for or that are granted, `shared` those that the standpoint holds, too.
    """

    name: str
    reported: tuple[Statement, ...]
    argued: tuple[str, ...]
    shared: tuple[str, ...]


@attrs.frozen
class Question:
    """A critical question that is open, and the steps that raise it.

    `ends` are the ids of what these lead to.
    """

    text: str
    steps: tuple[str, ...]
    ends: tuple[str, ...]


@attrs.frozen
class Answer:
    """What a map comes to. `str()` reads well in 100 columns, `in_lines` in others.

    `subjects` are its thesis, or else the claims that it comes to, the most argued
    first; `others` are the rest of these. `verdicts` counts the claims that something
    is said of, for, against or by, `apart` the rest; `granted` those that no reason
    holds for, `implicit` how many of these are unstated. `voices` are those who say
    something from elsewhere than the `standpoint`, which is empty if it is everyone's.
    `asked` are the questions of the map; objections that hold and nobody answers lead
    from their premises to what they count against, likewise those that are
    `outweighed` and those that are `accepted`.
    `contested` are the other claims that the map does not decide, `conflicts` those of
    them that contradict each other.

    >>> from argmap import ArgumentMap, Claim, Counterpoint, evaluate
    >>> argument_map = ArgumentMap.of(
    ...     Claim("rose", "Rents rose."),
    ...     Claim("fell", "The index fell."),
    ...     Counterpoint(["fell"], target="rose", id="index"),
    ... )
    >>> print(evaluate(argument_map).answer())
    [defeated] “Rents rose.” (rose)
    For it, nothing is said.
    <BLANKLINE>
    Against it, 1 objection:
      - “The index fell.” (fell): granted; unanswered
    <BLANKLINE>
    It would stand if the objection from fell (index) were answered.
    <BLANKLINE>
    Of 2 claims 1 stands, 1 is defeated; 1 is granted without a reason.
    """

    subjects: tuple[Subject, ...]
    others: tuple[Statement, ...]
    verdicts: Mapping[Verdict, int]
    apart: int
    granted: tuple[str, ...]
    implicit: tuple[str, ...]
    rejected: tuple[Judged, ...]
    unanswered: Mapping[str, tuple[str, ...]]
    outweighed: Mapping[str, tuple[str, ...]]
    accepted: Mapping[str, tuple[str, ...]]
    contested: tuple[Statement, ...]
    conflicts: tuple[tuple[Statement, ...], ...]
    asked: tuple[Asked, ...]
    standpoint: str
    voices: tuple[Voice, ...]
    questions: tuple[Question, ...]
    inconsistencies: tuple[tuple[Inconsistency, str], ...]

    def __str__(self) -> str:
        """Return it as text to read."""
        return "\n".join(self.in_lines())

    def in_lines(self, width: int = WIDTH) -> Iterator[str]:
        """Yield it as lines of at most so many columns.

        The more there is to say the more is only counted, so that it fits a screen.
        """
        most = _MOST_LINES * WIDTH // min(width, WIDTH)
        for room, rest in _ROOMS:
            lines = [*_folded(_Screen(self, room, rest).lines(), width)]
            if len(lines) <= most:
                break
        return iter(lines)

    @property
    def data(self) -> dict[str, Any]:
        """All of it as JSON has it."""
        found: dict[str, Any] = attrs.asdict(self)
        return found


def _folded(lines: Iterable[str], width: int) -> Iterator[str]:
    for line in lines:
        inner = line[: len(line) - len(line.lstrip())] + "    "
        yield from wrapped(line, width, inner)


@attrs.frozen
class _Screen:
    """An answer as it is written, in lists of so many lines, nothing said twice.

    `room` is that of what speaks for and against a claim, `rest` that of other lists.
    `shown` are the ids of what has been named in words.
    """

    answer: Answer
    room: int
    rest: int
    shown: set[str] = attrs.field(factory=set)
    _lines: list[str] = attrs.field(factory=list)

    def lines(self) -> list[str]:
        """Return all of it, with blank lines between blocks."""
        answer = self.answer
        full = answer.subjects[: max(1, self.room // 2)]
        for number, subject in enumerate(full):
            self._write_subject(subject, is_whole=not number)
        rest = [each.claim for each in answer.subjects[len(full) :]] + [*answer.others]
        final = " from which nothing follows" if answer.others else ""
        self._write(
            self._listed(
                f"{counted(len(rest), 'more claim')}{final}:",
                [f"[{each.verdict}] {each.brief}" for each in rest],
            )
        )
        self._write(chain.from_iterable(map(self._asked, answer.asked)))
        rejected = [_judged(each) for each in answer.rejected if self._is_new(each)]
        reported = [
            f"{voice.name}: {each.brief}"
            for voice in answer.voices
            for each in voice.reported
        ]
        self._write(
            self._listed("What else does not stand:", rejected),
            self._listed("Only reported, and not argued here:", reported),
        )
        seen = [{each.id for each in (one.claim, *one.rivals)} for one in full]
        conflicts = [
            together(each)
            for each in answer.conflicts
            if not any(ids.issuperset(one.id for one in each) for ids in seen)
        ]
        self._write(self._listed("The map does not decide between", conflicts))
        contested = [each.brief for each in answer.contested if self._is_new(each)]
        self._write(self._listed("What else is contested:", contested))
        self._write(
            _counts(answer),
            chain.from_iterable(map(self._rests_on, full)),
            self._speakers(),
            self._objections({each.claim.id for each in full}),
        )
        self._write(self._questions())
        words = [words for _, words in answer.inconsistencies]
        lead = "What stands leads to claims that contradict each other:"
        self._write(self._listed(lead, words))
        return self._lines

    def _write(self, *parts: Iterable[str]) -> None:
        """Write down a block."""
        lines = [*chain(*parts)]
        if lines and self._lines:
            self._lines.append("")
        self._lines.extend(lines)
        self.shown.update(_ID.findall("\n".join(lines)))

    def _is_new(self, one: "Statement | Judged") -> bool:
        claim = one if isinstance(one, Statement) else one.claim
        return claim.id not in self.shown

    def _listed(
        self, lead: str, lines: Sequence[str], most: int | None = None
    ) -> Iterator[str]:
        """Yield the first of some lines below what leads to them, if there are any."""
        if lines:
            yield lead
            yield from _first([f"  {each}" for each in lines], most or self.rest)

    def _rests_on(self, subject: Subject) -> Iterator[str]:
        """Yield what is granted behind a verdict and has not been named yet."""
        new = [each for each in subject.rests_on if self._is_new(each)]
        if new:
            names = [f"{each.brief}{_unstated([each])}" for each in new[:_FEW]]
            names += [each.id for each in new[_FEW:]]
            kind = "granted claim"
            kind = f"more {kind}" if len(new) < len(subject.rests_on) else kind
            lead = f"The verdict on {subject.claim.id} rests on"
            yield f"{lead} {counted(len(new), kind)}: {some_of(names)}."

    def _speakers(self) -> Iterator[str]:
        standpoint, voices = self.answer.standpoint, self.answer.voices
        lead = "Said by others, and argued here" if standpoint else "Whose claims"
        parts = [
            (lead, [(each.name, each.argued) for each in voices]),
            (
                f"{standpoint} agrees with",
                [(each.name, each.shared) for each in voices],
            ),
        ]
        said = [
            f"{words}: {some_of(names, 2 * self.rest)}"
            for words, claims in parts
            if (
                names := [
                    f"{name} ({some_of(ids, _FEW)})" for name, ids in claims if ids
                ]
            )
        ]
        if said:
            yield f"{'; '.join(said)}."

    def _objections(self, subjects: set[str]) -> Iterator[str]:
        """Yield the objections that hold and have not been named, by what they do."""
        answer = self.answer
        for kind, found in (
            ("that nobody answers", answer.unanswered),
            ("that are outweighed", answer.outweighed),
            ("that are accepted", answer.accepted),
        ):
            said = [
                f"{one} (to {some_of(ends)})"
                for one, ends in found.items()
                if not subjects.issuperset(ends)
                and not (found is answer.unanswered and self._are_shown(one))
            ]
            if said:
                others = "Objections" if len(said) == len(found) else "Other objections"
                yield f"{others} {kind}: {some_of(said, 2 * self.rest)}."

    def _are_shown(self, premises: str) -> bool:
        return self.shown.issuperset(premises.split(" and "))

    def _questions(self) -> Iterator[str]:
        by_end: dict[str, list[str]] = {}
        for each in self.answer.questions:
            by_end.setdefault(each.ends[0], []).append(each.text)
        return self._listed(
            "Critical questions that nobody has answered, the nearest first:",
            [f"of {end}: {' '.join(texts)}" for end, texts in by_end.items()],
            min(_MOST_ASKED, self.rest),
        )

    def _asked(self, asked: Asked) -> Iterator[str]:
        """Yield a question and its answers, those alike in one line."""
        question = f"“{asked.words}” ({asked.id})"
        asked_ids = {each.claim.id for each in asked.answers}
        stands = Verdict.STANDS
        if len(asked.answers) == 1 and not asked.answers[0].because:
            only = asked.answers[0].claim
            yield f"{question}: [{only.verdict}] {only.brief}{_unstated([only])}"
            return
        alike: dict[tuple[Verdict | None, str], list[Statement]] = {}
        for each in asked.answers:
            key = each.claim.verdict, each.because or each.claim.id
            alike.setdefault(key, []).append(each.claim)
        standing = [each for each in asked.answers if each.claim.verdict is stands]
        lines = []
        for (verdict, because), claims in alike.items():
            is_alone = len(standing) == 1 and verdict is stands
            names = str(claims[0]) if is_alone else together(claims)
            why = "" if because in asked_ids else because
            lines.append(f"[{verdict}] {names}{_unstated(claims)}{why}")
        if not lines:
            yield f"{question}: no answer"
        yield from self._listed(f"{question}:", lines, max(self.room, _MOST_ALIKE))

    def _write_subject(self, subject: Subject, *, is_whole: bool) -> None:
        """Write down what there is to say of a claim."""
        claim = subject.claim
        self.shown.add(claim.id)
        notes = [each for each in claim.notes if each not in ("argued", claim.verdict)]
        about = f": {', '.join(notes)}" if notes else ""
        called = f"thesis {claim}" if subject.is_thesis else str(claim)
        rivals = [f"  contradicts {one.brief}: {one.verdict}" for one in subject.rivals]
        head: Iterable[str] = chain(
            [f"[{claim.verdict}] {called}{about}{subject.note}"],
            _first(rivals, self.room),
        )
        for block in self._points(subject, is_whole=is_whole and self.room > _FEW):
            self._write(head, block)
            head = ()
        self._write(head)
        if subject.changes is not None:
            self._write(_flips(subject.changes, claim, self.shown, self.room))

    def _points(self, subject: Subject, *, is_whole: bool) -> Iterator[Iterable[str]]:
        """Yield the reasons and the objections, in blocks of lines."""
        for is_reason, lead, noun in (
            (True, "For it", "reason"),
            (False, "Against it", "objection"),
        ):
            points = [each for each in subject.points if each.is_reason is is_reason]
            counting = [each for each in points if each.does_count]
            if counting:
                words = f"{lead}, {counted(len(counting), noun)}:"
                yield [words, *self._counting(counting, is_whole=is_whole)]
            if failing := [each for each in points if not each.does_count]:
                verb = "fails" if len(failing) == 1 else "fail"
                words = f"{lead}, {counted(len(failing), noun)} that {verb}:"
                yield self._listed(words, [*map(_failing, failing)], self.room)
            if not points and subject.points:
                nothing = f"{lead}, nothing is said."
                if is_reason:
                    yield [nothing]
                else:  # below the reasons, which are written already
                    self._lines.append(nothing)

    def _counting(self, points: Sequence[Point], *, is_whole: bool) -> Iterator[str]:
        most = 2 * self.room
        first, more = points[:most], points[most:]
        named = {each.id: each for point in first for each in point.statements}
        whole = named.keys() - self.shown if is_whole else set[str]()
        self.shown.update(named)
        for each in first:
            yield from _point(each, whole, most)
            yield from self._hangs_on(each)
        if more:
            ids = some_of([each.id for each in more], most)
            yield f"  {ELLIPSIS} and {len(more)} more: {ids}"
        if shared := _shared(points):
            yield f"  All of these hang on {' and on '.join(shared)}."

    def _hangs_on(self, point: Point) -> Iterator[str]:
        """Yield what alone would flip a point, but for what is seen beside it."""
        if point.hangs_on is None:
            return
        own = {each.id for each in point.statements}
        changes = [each for (each,) in point.hangs_on.sets]
        pairs = [one for each in changes for one in each.named() if one[0] not in own]
        known = [part for part, _ in pairs if part in self.shown]
        new = [pair for pair in pairs if pair[0] not in self.shown]
        most = max(self.room, _FEW)
        most += len(new) == most + 1 and not known
        for part, name in new[:most]:
            self.shown.add(part)
            yield f"      hangs on {name}"
        known += [part for part, _ in new[most:]]
        if known:
            yield f"      hangs on {some_of(known)}{', too' if new else ''}"
        if not changes and point.hangs_on.searched == 0:
            yield "      what it hangs on was not looked for: that takes too long"
        elif not changes:
            yield "      no single change would make it fail"


def _counts(answer: Answer) -> Iterator[str]:
    """Yield how many claims have which verdict."""
    claims = sum(answer.verdicts.values())
    if not claims:
        apart = counted(answer.apart, "claim")
        yield f"Nothing is said for or against any claim ({apart})."
        return
    standing = answer.verdicts.get(Verdict.STANDS, 0)
    line = f"Of {counted(claims, 'claim')} {standing} "
    if answer.standpoint:
        line = f"From the standpoint of {answer.standpoint}, o{line[1:]}"
    line += "stands" if standing == 1 else "stand"
    for verdict, count in answer.verdicts.items():
        if verdict is not Verdict.STANDS:
            line += f", {count} {'is' if count == 1 else 'are'} {verdict}"
    if count := len(answer.granted):
        verb = "is" if count == 1 else "are"
        line += f"; {count} {verb} granted without a reason"
    if answer.implicit:
        line += f", {len(answer.implicit)} of them unstated"
    if answer.apart:
        more = counted(answer.apart, "more claim")
        line += f". Nothing is said for or against {more}"
    yield f"{line}."


def _unstated(claims: Iterable[Statement]) -> str:
    return ", unstated" if all(each.is_implicit for each in claims) else ""


def _judged(judged: Judged) -> str:
    return f"[{judged.claim.verdict}] {judged.claim.brief}{judged.because}"


def _shared(points: Sequence[Point]) -> list[str]:
    """Return what each of several points hangs on: they are not independent."""
    found = [
        {part for (one,) in each.hangs_on.sets for part, _ in one.named()}
        for each in points
        if each.hangs_on
    ]
    if len(found) < max(2, len(points)):
        return []
    return sorted(set.intersection(*found))


def _point(point: Point, whole: set[str], most: int) -> Iterator[str]:
    """Yield the premises of a point, those in whole that are still to be shown so."""
    sign = "+" if point.is_reason else "-"
    ends = []
    if point.status is StepStatus.NOT_ENOUGH:
        against = "against" if point.is_reason else "for"
        ends.append(f"not strong enough against what speaks {against} it")
    elif point.status in (StepStatus.OPEN, StepStatus.ACCEPTED):
        ends.append(point.status.value)
    if point.strength != 1:
        ends.append(f"strength {point.strength:g}")
    if point.argument:
        ends.append(f"the argument {point.argument}")
    if not (point.is_reason or point.is_answered):
        ends.append("unanswered")
    end = "".join(f"; {each}" for each in ends)
    lines = [
        f"{str(each) if each.id in whole else each.brief}: {', '.join(each.notes)}"
        for each in point.statements[:most]
    ]
    whole.difference_update(each.id for each in point.statements)
    if (more := len(point.statements) - len(lines)) > 0:
        lines.append(f"{more} more")
    for number, line in enumerate(lines):
        lead = "    and " if number else f"  {sign} "
        yield f"{lead}{line}{end if number == len(lines) - 1 else ''}"
    if not point.statements:
        yield f"  {sign} without a premise ({point.id}){end}"


def _failing(point: Point) -> str:
    sign = "+" if point.is_reason else "-"
    count = len(point.statements)
    names = together(point.statements, 2 if count < _FEW else 1) or f"({point.id})"
    if count >= _FEW and point.because.startswith(": "):
        names = counted(count, "premise")
    if point.argument:
        names += f", the argument {point.argument}"
    return f"{sign} {names}{point.because}"


def _flips(
    changes: Changes, claim: Statement, shown: Container[str], most_sets: int
) -> Iterator[str]:
    """Yield what would flip a verdict."""
    stands = claim.verdict is Verdict.STANDS
    then = "fall" if stands else "stand"
    if changes.sets:
        is_single = any(len(each) == 1 for each in changes.sets)
        lead = f"It would {then}"
        if not is_single:
            lead = f"No single change would make it {then}. It would"
        size = max(_FEW, len(changes.sets[0]))
        small = [each for each in changes.sets if len(each) <= size][:most_sets]
        conditions = [f"if {_condition(each, shown)}" for each in small]
        if len(conditions) == 1:
            yield f"{lead} {conditions[0]}."
        else:
            yield lead
            yield f"  {conditions[0]}"
            yield from (f"  or {each}" for each in conditions[1:])
        if sizes := [len(one) for one in changes.sets if one not in small]:
            sets = f"{len(sizes)} more {plural('set', len(sizes))}"
            most = counted(max(sizes), "change")
            yield f"  … or by {sets} of up to {most}"
        if changes.searched is not None:
            most = counted(changes.searched, "change")
            yield f"All sets of up to {most} were tried, and no larger ones."
    elif changes.searched == 0:
        yield f"It was not looked for what would make it {then}: that takes too long."
    elif changes.searched is not None:
        most = counted(changes.searched, "change")
        yield f"No set of up to {most} would make it {then}; no larger ones were tried."
    elif changes.is_limited:
        yield f"No change of what may be changed would make it {then}."
    elif claim.is_granted and stands:
        yield "It would fall if it were no longer granted."
    else:
        what = "objection" if stands else "reason"
        yield f"No change would make it {then}: that takes one more {what}."


def _condition(changes: Iterable[Change], shown: Container[str]) -> str:
    parts = []
    for is_answer, verb in ((False, "no longer granted"), (True, "answered")):
        alike = [each for each in changes if each.is_answer is is_answer]
        alike.sort(key=lambda each: len(each.parts) > 1)
        words = [each.words(shown) for each in alike]
        if (more := len(words) - _MOST_TOGETHER) > 0:
            words[_MOST_TOGETHER:] = [f"{more} more"]
        between = (
            ", and " if any(each.startswith("one of ") for each in words) else " and "
        )
        if words:
            parts.append(f"{between.join(words)} were {verb}")
    return ", and ".join(parts)


def _first(lines: Sequence[str], most: int) -> Iterator[str]:
    """Yield the first lines, and how many more there are: one more takes its place."""
    most += len(lines) == most + 1
    yield from lines[:most]
    if (more := len(lines) - most) > 0:
        yield f"  … and {more} more"


def some_of(names: Sequence[str], most: int = _MOST_NAMES, between: str = ", ") -> str:
    """Return the first of some names, and how many more there are."""
    if (more := len(names) - most) > 0:
        return f"{between.join(names[:most])} and {more} more"
    return between.join(names)


def together(statements: Sequence[Statement], most: int = _MOST_TOGETHER) -> str:
    """Return claims in a row, or the first of them and how many more there are."""
    return some_of([each.brief for each in statements], most, " and ")


def shortened(text: str, most: int = _SHORT) -> str:
    """Return a text cut to part of a line, between words unless one is long."""
    if columns(text) <= most:
        return text
    letters = graphemes(text)[:most]
    while columns("".join(letters)) >= most:
        letters.pop()
    cut = "".join(letters)
    whole, _, rest = cut.rpartition(" ")
    return f"{cut if len(rest) > _LONG_WORD else whole}".rstrip() + ELLIPSIS
