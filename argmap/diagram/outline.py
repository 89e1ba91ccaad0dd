"""The outline of a map: every claim below what it supports or counts against.

The outline is for a terminal, for a screen reader, and for wherever a picture
cannot go. It is also the order in which a diagram is read.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from argmap.diagram.annotations import is_called_undercut, rules_of
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Part,
    Question,
    Rephrase,
    Section,
    Step,
    Verdict,
)
from argmap.model.required import require_map
from argmap.words import one_line, quoted, truncate

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation
    from argmap.evaluation.step_status import StepStatus

_DEEPEST = 30
"""How many levels are indented; those below say their number instead."""
_DEEPEST_HEADING = 6
_KINDS: Final = {
    "+": "Reason",
    "-": "Objection",
    "x": "Undercut",
    "&": "Premise",
    "^": "Backing",
    "!": "Contradiction",
}
_MOST_NAMED = 8
"""How many claims of one contradiction, or speakers of one claim, are named."""
_ACTS: dict[type, str] = {
    Claim: "asserts",
    Inference: "argues",
    Counterpoint: "argues",
    Question: "asks",
    Rephrase: "restates",
}
"""By kind of part, what somebody does who says it and nothing else is known."""


@attrs.frozen
class Entry:
    """One line of an outline.

    `depth` counts from 0. `sign` is empty for a claim that stands on its own, `+`
    for a reason, `-` for an objection, `x` for what undercuts a step, `&` for one of
    several linked premises, `^` for what backs one, `!` for a contradiction and `#`
    for a section. `part` is the id of the claim, argument, contradiction or section,
    or of the step whose premises follow. It `is_mention` where the part is described
    elsewhere. Questions, rephrases and preferences come
    last, without a sign.
    """

    depth: int
    sign: str
    words: str
    part: str
    is_mention: bool = False

    @property
    def kind(self) -> str:
        """What the sign stands for, in words for who reads or hears it."""
        return _KINDS.get(self.sign, "")

    @property
    def spoken(self) -> str:
        """The words, and before them what the sign stands for."""
        return f"{self.kind}: {self.words}" if self.kind else self.words

    def __str__(self) -> str:
        """Return the line, indented by two blanks a level."""
        indent = "  " * min(self.depth, _DEEPEST)
        level = f"{self.depth}: " if self.depth > _DEEPEST else ""
        return f"{indent}{level}{self.sign}{' ' if self.sign else ''}{self.words}"


def outline(argument_map: ArgumentMap, evaluation: "Evaluation | None" = None) -> str:
    """Return the outline as text, a line an entry; with an evaluation, its verdicts.

    >>> print(outline(ArgumentMap.of(
    ...     Claim("high", "Rents are too high."), Claim("rose", "Rents rose."),
    ...     Inference(["rose"], conclusion="high"), title="Rents",
    ... )))
    Rents
    <BLANKLINE>
    Rents are too high.
      + Rents rose.
    """
    require_map(argument_map, "outline")
    title = one_line(argument_map.heading)
    lines = [title, ""] if title else []
    for entry in entries(argument_map, evaluation):
        is_heading = entry.sign.startswith("#")
        if is_heading and lines and lines[-1]:
            lines.append("")
        lines.append(str(entry))
        if is_heading:
            lines.append("")
    return "\n".join(lines).rstrip("\n")


def entries(
    argument_map: ArgumentMap, evaluation: "Evaluation | None" = None
) -> Iterator[Entry]:
    """Yield the outline: section by section, from conclusions to their premises.

    What is in no section comes first; steps that are only against each other come last.
    """
    walk = _Walk(argument_map, sections_of_parts(argument_map), evaluation)
    members: dict[str | None, list[Claim | Argument]] = defaultdict(list)
    for part in argument_map.propositions:
        home = argument_map.section_of(part)
        members[home.id if home else None].append(part)
    for section, depth in _sections(argument_map):
        if section is not None:
            title = one_line(section.title) or section.id
            sign = "#" * min(depth + 1, _DEEPEST_HEADING)
            yield Entry(0, sign, title, section.id)
        yield from walk.visit(section, members[section.id if section else None])
    for step in argument_map.steps:
        if step.id not in walk.seen:
            yield from walk.visit_from(step, None)
    yield from walk.other_links()


def quoted_name(argument_map: ArgumentMap, part_id: str) -> str:
    """Return what a part is called, or its id, in quotation marks.

    >>> quoted_name(ArgumentMap([Claim("rose", "Rents rose.")]), "rose")
    '“Rents rose.”'
    """
    name = getattr(argument_map.find_part(part_id), "name", "")
    return quoted(name, part_id)


def describe(part: Claim | Argument, verdict: Verdict | None = None) -> str:
    """Return what a claim or argument says, who says it, and the verdict on it.

    It says, too, whether it is unstated, and who else says it.
    """
    judged = _in_brackets(verdict)
    title, words = one_line(part.title), one_line(part.text)
    if isinstance(part, Argument):
        more = f": {words}" if title and words else ""
        return f"<{title or words or part.id}>{more}{judged}"
    speaker = one_line(part.speaker)
    notes = f"{' [implicit]' * part.implicit}{_said(part)}{judged}"
    return f"{speaker}{': ' * bool(speaker)}{words or title or part.id}{notes}"


def acts_of(part: Claim | Step | Question | Rephrase, author: str = "") -> list[str]:
    """Return who says a part, and what they do by that: the first few.

    Whoever is the `author` of the map is called that.

    >>> from argmap.model import Utterance
    >>> claim = Claim("rose", utterances=["Ann", Utterance("Bo", "agrees")])
    >>> acts_of(claim), acts_of(claim, author="Bo")
    (['Ann asserts', 'Bo agrees'], ['Ann asserts', 'the author agrees'])
    """
    names = (one_line(each.speaker) for each in part.utterances)
    acts = (each.act or _ACTS[type(part)] for each in part.utterances)
    said = [
        f"{'the author' if name == author else name} {act}"
        for name, act in islice(zip(names, acts, strict=True), _MOST_NAMED)
    ]
    if more := len(part.utterances) - len(said):
        said.append(f"{more} more")
    return said


def _said(part: Claim | Step | Question | Rephrase) -> str:
    return f" [{', '.join(acts_of(part))}]" if part.utterances else ""


def status_of(evaluation: "Evaluation | None", part_id: str) -> "StepStatus | None":
    """Return the status of a step, if it has been evaluated."""
    if evaluation is None:
        return None
    from argmap.evaluation.step_status import step_status  # noqa: PLC0415 - imports all of evaluation

    return step_status(evaluation, part_id)


def _in_brackets(verdict: Verdict | None) -> str:
    return f" [{verdict}]" if verdict else ""


def sections_of_parts(argument_map: ArgumentMap) -> dict[str, Section | None]:
    """Return the section that every part is listed in.

    A step without a section of its own is in that of the argument it is a step of, or
    else in its end's.
    """
    found: dict[str, Section | None] = {}
    for part in argument_map.parts:
        path: list[str] = []
        at = part
        while at.id not in found:
            arguments = argument_map.arguments_with(at.id)
            homes = map(argument_map.section_of, (at, *arguments))
            found[at.id] = next(filter(None, homes), None)
            path.append(at.id)
            if found[at.id] or not isinstance(at, Inference | Counterpoint):
                break
            at = argument_map.part(at.end)
        found.update(dict.fromkeys(path, found[at.id]))
    return found


def _sections(argument_map: ArgumentMap) -> Iterator[tuple[Section | None, int]]:
    yield None, 0
    waiting = [(each, 0) for each in reversed(argument_map.subsections(None))]
    while waiting:
        section, depth = waiting.pop()
        yield section, depth
        inner = reversed(argument_map.subsections(section))
        waiting.extend((each, depth + 1) for each in inner)


_Visited: TypeAlias = Claim | Argument | Step | Contradiction


@attrs.define
class _Walk:
    """The way through a map, and what has been seen on it."""

    argument_map: ArgumentMap
    homes: dict[str, Section | None]
    evaluation: "Evaluation | None"
    seen: set[str] = attrs.field(factory=set)
    named: set[str] = attrs.field(factory=set)

    def visit(
        self, section: Section | None, parts: list[Claim | Argument]
    ) -> Iterator[Entry]:
        """Yield the parts of a section, its conclusions first, each part once."""
        tops = [part for part in parts if not self._leads_on(part, section)]
        tops.sort(key=lambda part: part.id != self.argument_map.thesis)
        for part in (*tops, *parts):
            if part.id not in self.seen:
                yield from self.visit_from(part, section)

    def _leads_on(self, part: Claim | Argument, section: Section | None) -> bool:
        """Return whether it speaks for or against something in its own section."""
        return part.id != self.argument_map.thesis and any(
            self.homes[step.end] is section for step in self.argument_map.uses_of(part)
        )

    def visit_from(self, part: _Visited, section: Section | None) -> Iterator[Entry]:
        """Yield a part and what leads to it, as far as this section has it."""
        waiting = [(0, "x" if isinstance(part, Counterpoint) else "", part, "")]
        while waiting:
            depth, sign, at, status = waiting.pop()
            is_new = at.id not in self.seen
            self.seen.add(at.id)
            about = ((depth + 1, *each, "") for each in self._about(at))
            below: list[tuple[int, str, _Visited, str]]
            if isinstance(at, Claim | Argument):
                home = self.argument_map.section_of(at)
                note = ""
                if not is_new:
                    note = " (as above)"
                elif home is not section and home is not None:
                    note = f" (see “{one_line(home.title) or home.id}”)"
                    self.seen.discard(at.id)
                is_argued = any(True for _ in self._about(at))
                words = self._named(at) + status + note * is_argued
                yield Entry(depth, sign, words, at.id, is_mention=bool(note))
                below = [] if note else [*about]
            elif isinstance(at, Contradiction):
                words = f"at most one: {self._quoted(at.claims)}" + self._status(at)
                yield Entry(depth, sign, words, at.id)
                below = []
            else:
                premises = [
                    (
                        self.argument_map.proposition(each.claim),
                        " [that it is said]" * each.attributed,
                    )
                    for each in at.premises
                ]
                below = [*about] if is_new else []
                named = self._arguments(at)
                if len(premises) == 1 and not named:
                    [(premise, note)] = premises
                    below = [(depth, sign, premise, note + self._status(at)), *below]
                else:
                    words = _step_words(at, named) + self._status(at)
                    if premises:
                        words = f"{words.removesuffix('.')}:"
                    yield Entry(depth, sign, words, at.id)
                    linked = ((depth + 1, "&", *each) for each in premises)
                    below = [*linked, *below]
            waiting.extend(reversed(below))

    def _arguments(self, step: Step) -> str:
        """Return the names of a step's arguments, and at their last what they say.

        So they are seen where their steps are.
        """
        words = []
        for argument in self.argument_map.arguments_with(step.id):
            is_last = argument.steps[-1] == step.id
            name = one_line(argument.title or argument.text)
            if name:
                self.seen.add(argument.id)
                words.append(describe(argument) if is_last else f"<{name}>")
        return "; ".join(words)

    def _named(self, part: Claim | Argument) -> str:
        """Return what a part says, only its beginning where it was said before."""
        verdict = self.evaluation.verdicts.get(part.id) if self.evaluation else None
        if part.id in self.named:
            return truncate(describe(part)) + _in_brackets(verdict)
        self.named.add(part.id)
        return describe(part, verdict)

    def _status(self, part: Step | Contradiction) -> str:
        """Return the status of a step, unless it just holds, and who argues so."""
        word: str | None = status_of(self.evaluation, part.id)
        if isinstance(part, Contradiction):
            return f" ({word})" if word else ""
        if isinstance(part, Counterpoint) and part.accepted:
            word = word or "accepted"
        return _said(part) + (f" ({word})" if word and word != "holds" else "")

    def other_links(self) -> Iterator[Entry]:
        for each in self.argument_map.questions:
            answers = self._quoted(each.answers) or "no answer"
            only = "at most one: " if each.exclusive else ""
            words = f"question: {one_line(each.name)} {only}{answers}"
            yield Entry(0, "", words + _said(each), each.id)
        for same in self.argument_map.rephrases:
            ends = (self._quoted([each]) for each in (same.claim, same.original))
            yield Entry(0, "", " restates ".join(ends) + _said(same), same.id)
        for more in self.argument_map.preferences:
            ends = (self._quoted([each]) for each in (more.preferred, more.over))
            yield Entry(0, "", " counts for more than ".join(ends), more.id)

    def _quoted(self, part_ids: Sequence[str]) -> str:
        """Return parts in quotation marks, shortened: the first of them, if many."""
        parts = map(self.argument_map.part, part_ids[:_MOST_NAMED])
        names = [f"“{_short(each)}”" for each in parts]
        if more := len(part_ids) - len(names):
            names.append(f"{more} more")
        return " or ".join(names)

    def _about(self, part: _Visited) -> Iterator[tuple[str, _Visited]]:
        """Yield what speaks for and against a part, each with its sign."""
        is_step = isinstance(part, Inference | Counterpoint)
        for inference in self.argument_map.inferences_for(part):
            yield "^" if is_step else "+", inference
        for counterpoint in self.argument_map.counterpoints_against(part):
            is_undercut = is_step or is_called_undercut(counterpoint)
            yield "x" if is_undercut else "-", counterpoint
        for contradiction in self.argument_map.contradictions_of(part.id):
            yield "!", contradiction


def _short(part: Part) -> str:
    return truncate(describe(part)) if isinstance(part, Claim | Argument) else part.id


def _step_words(step: Step, named: str) -> str:
    scheme = f" ({step.scheme})" if step.scheme else ""
    rules = ", ".join(rules_of(step))
    words = f"{named}{f' by {rules}' * bool(rules)}{scheme}" if named else ""
    if step.premises:
        return words or f"together{scheme}"
    return words or "contested, no reason given"
