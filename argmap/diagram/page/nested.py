"""The list of a map as lists in HTML: each claim below what it speaks for or against.

It has the rows that the list as a picture has, in the same order and with the same
numbers. What is below a claim can be folded away without a script.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final

import attrs

from argmap.diagram import style
from argmap.diagram.listing.rows import Row, Shown, rows
from argmap.diagram.listing.steps import ListedStep, claim_behind, listed_steps
from argmap.diagram.page.elements import Content, Element, add, anchor, tag
from argmap.diagram.plan import Box, Plan, Text
from argmap.diagram.style import LineKind
from argmap.model import ArgumentMap, Claim, Verdict
from argmap.words import counted, one_line, truncate

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation

_DEEPEST: Final = 8
"""How many levels are lists in lists; what is below those goes on at the left."""
_WAYS: Final = {
    style.SUPPORT: "for",
    style.OBJECTION: "against",
    style.ACCEPTED: "against",
    style.UNDERCUT: "against",
}
"""The kinds of lines that speak for or against something."""
_NAMED: Final = frozenset({*_WAYS, style.ANSWER})
"""The kinds of lines that are counted by their name."""


@attrs.frozen
class NestedList:
    """The list of a plan, with the verdicts of an evaluation.

    `changes` are, by part, those of verdicts if it is set aside.
    """

    plan: Plan
    argument_map: ArgumentMap
    evaluation: "Evaluation"
    changes: Mapping[str, Mapping[str, str]]
    _further: deque[str] = attrs.field(factory=deque, init=False)

    def all(self) -> Iterator[Element]:
        """Yield an element a section, with its title and its claims."""
        part = tag("div", class_="part")
        tops = (row for row in self._rows if not row.host)
        for is_title, run in groupby(tops, lambda row: row.shown is Shown.TITLE):
            if is_title:
                if len(part):
                    yield part
                part = tag("div", *map(self._title, run), class_="part")
            else:
                part.append(tag("ol", *self._tops(run)))
        if len(part):
            yield part

    @cached_property
    def _steps(self) -> Mapping[str, ListedStep]:
        return listed_steps(self.plan)

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return rows(self.plan, self._steps)

    @cached_property
    def _about(self) -> Mapping[str, list[str]]:
        """The steps that are about each part, in the order of the list."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for row in self._rows:
            if row.host:
                found[row.host][row.step] = None
        return {host: list(steps) for host, steps in found.items()}

    @cached_property
    def _premises(self) -> Mapping[str, list[Row]]:
        """The claims and mentions that each step starts from."""
        found = defaultdict(list)
        for row in self._rows:
            if row.step and row.shown is not Shown.WORDS:
                found[row.step].append(row)
        return found

    @cached_property
    def _aims(self) -> Mapping[str, list[tuple[LineKind, str, bool]]]:
        """The claims that each leads to, how, and whether it stands there."""
        found = defaultdict(list)
        for row in self._rows:
            goal = row.step and claim_behind(self._steps, row.step, self.plan.numbers)
            if goal and row.shown is not Shown.WORDS:
                is_here = row.shown is Shown.CLAIM
                found[row.part].append((self._steps[row.step].kind, goal, is_here))
        return found

    def _title(self, row: Row) -> Element:
        group = self.plan.groups_by_part[row.part]
        return tag("h4" if group.parent else "h3", group.title, dir="auto")

    def _tops(self, run: Iterator[Row]) -> Iterator[Element]:
        """Yield claims, and steps that are about nothing else than each other."""
        for step, several in groupby(run, lambda row: row.step):
            if step:
                yield self._step(step, 0)
            else:
                for row in several:
                    yield tag("li", *self._claim(row.part, 0))
                    yield from self._rest()
            yield from self._rest()

    def _rest(self) -> Iterator[Element]:
        """Yield what was too deep so far, below a mention of what it is about."""
        while self._further:
            part = self._further.popleft()
            mention = tag("p", self._mention(part), class_="mention")
            below = self._below(part, 0)
            yield tag("li", mention, below, id=anchor("further", part))

    def _claim(self, part: str, level: int) -> Iterator[Content]:
        """Yield the row of a claim, and what is about it, to be folded away."""
        yield self._row(self.plan.boxes_by_part[part])
        if part not in self._about:
            return
        if level < _DEEPEST:
            yield self._below(part, level)
        else:
            self._further.append(part)
            link = tag("a", self._count(part), href=f"#{anchor('further', part)}")
            yield tag("p", link, " further below", class_="note")

    def _below(self, part: str, level: int) -> Element:
        steps = (self._step(each, level + 1) for each in self._about[part])
        summary = tag("summary", self._count(part))
        below = tag("ol", *steps)
        return tag("details", summary, below, open="open", data_below=part)

    def _count(self, part: str) -> str:
        kinds = (self._steps[each].kind for each in self._about[part])
        count = Counter(_noun(kind) for kind in kinds)
        return ", ".join(counted(number, noun) for noun, number in count.items())

    def _step(self, step: str, level: int) -> Element:
        """Return a step: its sign, its words, its premises, and what is about it."""
        listed, premises = self._steps[step], self._premises[step]
        kind = listed.kind
        item = tag("li", class_=f"step {kind.color}")
        add(item, tag("span", kind.sign, class_="sign", aria_hidden="true"))
        linked = " of claims together" * (len(premises) > 1)
        if kind is style.CONTRADICTION:
            words = "Cannot stand together with:"
        else:
            words = f"{_noun(kind)}{linked}:".capitalize()
        add(item, tag("span", words, class_="unseen"))
        if listed.texts:
            add(item, tag("p", *_texts(listed.texts), class_="words", dir="auto"))
        if len(premises) > 1:
            each = (tag("li", *self._premise(row, level)) for row in premises)
            add(item, tag("ol", *each, class_="linked"))
        else:
            for row in premises:
                add(item, *self._premise(row, level))
        if step in self._about and level < _DEEPEST:
            about = (self._step(each, level + 1) for each in self._about[step])
            add(item, tag("ol", *about, class_="about"))
        elif step in self._about:
            self._further.append(step)
            link = tag("a", self._count(step), href=f"#{anchor('further', step)}")
            add(item, tag("p", link, " further below", class_="note"))
        return item

    def _premise(self, row: Row, level: int) -> Iterator[Content]:
        if row.shown is Shown.CLAIM:
            yield from self._claim(row.part, level)
        else:
            mention = self._mention(row.part)
            yield tag("p", mention, class_="mention", data_parts=row.part)

    def _mention(self, part: str) -> Element:
        """Return the number and the first words of what stands elsewhere."""
        if part not in self.plan.numbers:
            return tag("span", truncate(self.plan.at_junction[part].name), dir="auto")
        box = self.plan.boxes_by_part[part]
        said = (each.words for each in box.texts if not each.is_label)
        words = truncate(": ".join(said))
        return tag("a", f"→ {self.plan.numbers[part]} {words}", href=self._href(box))

    def _row(self, box: Box) -> Element:
        verdict = self.evaluation.verdicts.get(box.part)
        number = tag("span", str(self.plan.numbers[box.part]), class_="number")
        # but for the verdict, which has a place of its own
        texts = [each for each in box.texts if not (each.is_label and each.is_bold)]
        link = tag("a", number, " ", *_texts(texts), href=self._href(box), dir="auto")
        looks = {"thesis": box.is_thesis, "implicit": box.is_implicit}
        looks |= {"sketch": box.is_sketch, "question": box.is_question}
        row = tag(
            "div",
            link,
            class_=" ".join(["row", *(look for look, has in looks.items() if has)]),
            id=anchor("row", self.plan.numbers[box.part]),
            data_parts=box.part,
            **self._data(box, verdict),
        )
        if verdict:
            add(row, " ", tag("span", verdict, class_=f"verdict {verdict}"))
        add(row, *self._elsewhere(box.part))
        return row

    def _href(self, box: Box) -> str:
        if box.is_question:  # of which there is no more to say
            return f"#{anchor('row', self.plan.numbers[box.part])}"
        return f"#{anchor('part', box.part)}"

    def _elsewhere(self, part: str) -> Iterator[Content]:
        """Yield what else a claim leads to."""
        for kind, goal, is_here in self._aims.get(part, ()):
            if not is_here:
                number = str(self.plan.numbers[goal])
                link = tag("a", number, href=self._href(self.plan.boxes_by_part[goal]))
                yield " "
                yield tag("span", f"→ {kind.toward} ", link, class_="note")

    @cached_property
    def verdicts(self) -> frozenset[Verdict]:
        """The verdicts that rows have."""
        judged = self.evaluation.verdicts
        parts = (box.part for box in self.plan.boxes)
        return frozenset(judged[part] for part in parts if part in judged)

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Who says anything in a row, in the order of the list."""
        said = chain.from_iterable(map(self._speakers, self.plan.boxes))
        return tuple(dict.fromkeys(said))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of rows that there are."""
        return frozenset(chain.from_iterable(map(self._kinds, self.plan.boxes)))

    def _speakers(self, box: Box) -> list[str]:
        part = self.argument_map.part(box.part)
        if not isinstance(part, Claim):
            return []
        said = [part.speaker, *(each.speaker for each in part.utterances)]
        return [name for name in map(one_line, said) if name]

    def _kinds(self, box: Box) -> list[str]:
        """Return what a row is: itself, and to what it leads to."""
        part = self.argument_map.part(box.part)
        kinds = [type(part).__name__.lower(), *["unstated"] * box.is_implicit]
        leading = (kind for kind, _, _ in self._aims.get(box.part, ()))
        kinds += (_noun(kind) for kind in leading if kind in _NAMED)
        return list(dict.fromkeys(kinds))

    def _goals(self, box: Box) -> Mapping[str, list[str]]:
        """Return the numbers of what a row leads to, by the way in which it does."""
        found = defaultdict(list)
        for kind, goal, _ in self._aims.get(box.part, ()):
            found[_WAYS.get(kind, "with")].append(str(self.plan.numbers[goal]))
        return found

    def _data(self, box: Box, verdict: Verdict | None) -> dict[str, str]:
        """Return what the script looks for in a row, as attributes."""
        changes = self.changes.get(box.part, {})
        data = {
            f"data_{way}": " ".join(dict.fromkeys(goals))
            for way, goals in self._goals(box).items()
        }
        data["data_kinds"] = " ".join(
            each.replace(" ", "-") for each in self._kinds(box)
        )
        data["data_verdict"] = verdict or ""
        data["data_section"] = self.plan.inner_homes.get(box.part, "")
        data["data_speakers"] = "\n".join(self._speakers(box))
        data["data_aside"] = " ".join(
            f"{self.plan.numbers[part]}-{then}"
            for part, then in changes.items()
            if part in self.plan.numbers
        )
        return {name: value for name, value in data.items() if value}


def _noun(kind: LineKind) -> str:
    if kind is style.CONTRADICTION:
        return "contradiction"
    return kind.noun if kind in _NAMED else "other link"


def _texts(texts: list[Text] | tuple[Text, ...]) -> Iterator[Content]:
    for at, each in enumerate(texts):
        looks = ["label"] * each.is_label + ["strong"] * each.is_bold
        yield " " * bool(at)
        yield tag("span", each.words, class_=" ".join(looks) or "said", dir="auto")
