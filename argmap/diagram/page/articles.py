"""Articles about each claim: its words, its verdict and why, and where it is used."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import attrs

from argmap.diagram.page.elements import Content, Element, add, anchor, listed, tag
from argmap.diagram.page.quoted import Texts, cited
from argmap.diagram.summary import in_words
from argmap.evaluation import Evaluation, Explanation
from argmap.evaluation.questions import unanswered_questions
from argmap.evaluation.step_status import StepStatus, step_status
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Quotation,
    Step,
    Verdict,
)
from argmap.schemes import find_scheme
from argmap.words import one_line, truncate

_DEEPEST: Final = 4
"""How many steps behind each other of a verdict are shown; claims lead on."""
_LONGEST_NAME: Final = 240
"""How many code points of a claim are its link."""


@attrs.frozen
class Articles:
    """All that is said of the claims and arguments of a map, under their verdicts.

    If each `can_fall`, there is a link to what would be if it did.
    """

    argument_map: ArgumentMap
    evaluation: Evaluation
    texts: Texts
    can_fall: bool = attrs.field(default=False, kw_only=True)

    @cached_property
    def linked(self) -> dict[str, Claim | Argument]:
        """The claims and arguments with an article, by id."""
        return {each.id: each for each in self.argument_map.propositions}

    def all(self) -> Iterator[Element]:
        """Yield an article for each, then one for words that several claims quote."""
        for part in self.linked.values():
            yield self._article(part)
        for claims, number in self.texts.sets.items():
            yield tag(
                "article",
                tag("h2", f"{len(claims)} claims quote these words"),
                tag("ul", *(tag("li", self._link(each)) for each in claims)),
                id=anchor("quoted", number),
                tabindex="-1",
                data_parts=" ".join(claims),
            )

    def _article(self, part: Claim | Argument) -> Element:
        article = tag(
            "article",
            tag("p", *self._kind(part), class_="kind"),
            tag("h2", part.title or part.text or part.id, dir="auto"),
            id=anchor("part", part.id),
            tabindex="-1",
            data_parts=part.id,
        )
        if self.can_fall and part.id in self.evaluation.verdicts:
            target = f"#{anchor('part', part.id)}&aside={part.id}"
            words = "What if this fell?"
            add(article, tag("p", tag("a", words, href=target, class_="what-if")))
        if part.title and part.text:
            article.append(tag("p", part.text, class_="words", dir="auto"))
        against = [*self._steps(self.argument_map.counterpoints_against(part))]
        rivals = [*self._rivals(part)]
        for title, items in (
            ("Why", [*self._why(part)]),
            ("For it", [*self._steps(self.argument_map.inferences_for(part))]),
            ("Against it", against + rivals),
            ("What it is used for", [*self._uses(part)]),
        ):
            if items:
                heading = tag("h3", title, class_="why" if title == "Why" else None)
                add(article, heading, tag("ul", *items))
        if isinstance(part, Claim) and part.quotations:
            add(article, tag("h3", "Quoted from"), *map(self._quoted, part.quotations))
        return article

    def _kind(self, part: Claim | Argument) -> Iterator[Content]:
        """Yield what it is, whose, where, and the verdict on it."""
        is_main = part.id == self.argument_map.thesis
        kind = "main conclusion" if is_main else type(part).__name__.lower()
        if isinstance(part, Claim) and part.implicit:
            kind = f"unstated {kind}"
        yield kind[0].upper() + kind[1:]
        section = self.argument_map.section_of(part)
        for each in (
            f"by {part.speaker}" if isinstance(part, Claim) and part.speaker else "",
            f"in “{section.title or section.id}”" if section else "",
            *part.tags,
        ):
            if each:
                yield " · "
                yield tag("bdi", each)
        verdict = self.evaluation.verdicts.get(part.id)
        if verdict:
            yield " "
            yield _badge(verdict)

    def _why(self, part: Claim | Argument) -> Iterator[Element]:
        """Yield what a verdict rests on, as far as the next claims."""
        explanation = self.evaluation.explanations.get(part.id)
        if explanation is None:
            return
        if isinstance(part, Argument) and part.steps:
            yield self._reason(explanation)
            return
        more = self._beyond_name(explanation)
        if more and not more.startswith(" in "):
            more = f": it{more}"
        if more or not explanation.because:
            yield tag("li", f"It {in_words(explanation.verdict)}{more}.")
        for each in explanation.because:
            yield self._reason(each)

    def _beyond_name(self, explanation: Explanation) -> str:
        """Return what an explanation says of a part that it names."""
        if explanation.part not in self.evaluation.verdicts:
            return " is left out"
        words = explanation.words.removeprefix(f"[{explanation.verdict}] ")
        return words.removeprefix(self.evaluation.name(explanation.part))

    def _reason(self, explanation: Explanation, depth: int = 0) -> Element:
        part = self.evaluation.argument_map.part(explanation.part)
        more = self._beyond_name(explanation)
        if isinstance(part, Claim | Argument):
            is_judged = part.id in self.evaluation.verdicts
            badge = _badge(explanation.verdict) if is_judged else None
            return tag("li", badge, " ", self._link(part.id), more, dir="auto")
        kind = "The inference" if isinstance(part, Inference) else "The counterpoint"
        item = tag("li", kind, dir="auto")
        because = {each.part for each in explanation.because}
        if isinstance(part, Inference | Counterpoint) and not because.issuperset(
            each.claim for each in part.premises
        ):
            add(item, " from ", *self._premises(part))
        add(item, more)
        if depth < _DEEPEST and explanation.because:
            below = (self._reason(each, depth + 1) for each in explanation.because)
            item.append(tag("ul", *below))
        return item

    def _steps(self, steps: Iterable[Step]) -> Iterator[Element]:
        """Yield what leads to something, with what undercuts it and is left open.

        What undercuts that in turn is in the articles of the claims it comes from.
        """
        for step in steps:
            item = tag("li", *self._premises(step), *self._about(step), dir="auto")
            below = [
                *self._meta(
                    "Undercut by", self.argument_map.counterpoints_against(step)
                ),
                *self._meta("Backed by", self.argument_map.inferences_for(step)),
                *(
                    tag("li", "Nobody has answered: ", tag("q", question))
                    for question in unanswered_questions(
                        self.evaluation.argument_map, step
                    )
                ),
            ]
            if below:
                item.append(tag("ul", *below))
            yield item

    def _meta(self, words: str, steps: Iterable[Step]) -> Iterator[Element]:
        for step in steps:
            yield tag("li", f"{words} ", *self._premises(step), *self._about(step))

    def _premises(self, step: Step) -> list[Content]:
        if not step.premises:
            return ["contested, no reason given"]
        return listed(self._link(each.claim) for each in step.premises)

    def _about(self, step: Step) -> Iterator[Content]:
        """Yield the scheme of a step and its status, if they are known."""
        scheme = find_scheme(step.scheme) if step.scheme else None
        notes = [scheme.name if scheme else step.scheme or ""]
        if isinstance(step, Inference) and step.strict:
            notes.append("deductive")
        status = step_status(self.evaluation, step.id)
        if status not in (None, StepStatus.HOLDS, StepStatus.DECIDES):
            notes.append(status)
        if note := ", ".join(filter(None, notes)):
            yield " "
            yield tag("span", f"({note})", class_="note")

    def _rivals(self, part: Claim | Argument) -> Iterator[Element]:
        for contradiction in self.argument_map.contradictions_of(part.id):
            rivals = [each for each in contradiction.claims if each != part.id]
            links = listed(map(self._link, rivals), " or ")
            yield tag("li", "It cannot stand together with ", *links, dir="auto")

    def _uses(self, part: Claim | Argument) -> Iterator[Element]:
        for step in self.argument_map.uses_of(part):
            verb = "supports" if isinstance(step, Inference) else "counts against"
            item = tag("li", f"It {verb} ", *self._end(step), dir="auto")
            others = [each.claim for each in step.premises if each.claim != part.id]
            if others:
                add(item, ", together with ", *listed(map(self._link, others)))
            add(item, *self._about(step))
            yield item

    def _end(self, step: Step) -> Iterator[Content]:
        end = self.argument_map.part(step.end)
        if isinstance(end, Inference | Counterpoint):
            kind = "the inference" if isinstance(end, Inference) else "the counterpoint"
            yield f"{kind} from "
            yield from self._premises(end)
            if end.end in self.linked:
                yield " to " if isinstance(end, Inference) else " against "
                yield self._link(end.end)
        else:
            yield self._link(step.end)

    def _link(self, part_id: str) -> Element:
        """Return a link to a part, or only what it is called if it is not shown."""
        part = self.linked.get(part_id) or self.evaluation.argument_map.part(part_id)
        name = part.name if isinstance(part, Claim | Argument) else ""
        name = (truncate(one_line(name), _LONGEST_NAME) or part_id).removesuffix(".")
        if part_id not in self.linked:
            return tag("span", name)
        return tag("a", name, href=f"#{anchor('part', part_id)}")

    def _quoted(self, quotation: Quotation) -> Element:
        caption = tag("figcaption")
        add(caption, *cited(self.argument_map.source(quotation.source)))
        if place := self.texts.link_to(quotation):
            link = tag("a", "Show it there", href=f"#{place}", class_="seek")
            add(caption, " · ", link)
        words = tag("blockquote", quotation.exact, dir="auto")
        return tag("figure", words, caption)


def _badge(verdict: Verdict) -> Element:
    return tag("span", verdict, class_=f"verdict {verdict}")
