"""Reports of verdicts, and of what they hang on, for the terminal and as JSON."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from shutil import get_terminal_size
from typing import Any

import attrs

from argmap.evaluation import (
    Answer,
    Evaluation,
    Explanation,
    Interval,
    Label,
    Standpoints,
)
from argmap.evaluation.answer import WIDTH, some_of
from argmap.evaluation.explanation import in_words
from argmap.evaluation.frameworks import grounded
from argmap.model import ArgumentMap, Verdict
from argmap.model.framework import Framework
from argmap.words import ELLIPSIS, counted, one_line, truncate

_WIDTH = max(map(len, Verdict))
_NARROWEST = 40
_LARGE = 10_000
"""More arguments and attacks than this are counted, where they are no map."""
_VERDICTS = {
    Label.IN: Verdict.STANDS,
    Label.UNDECIDED: Verdict.CONTESTED,
    Label.OUT: Verdict.DEFEATED,
}


@attrs.frozen
class Report:
    """An evaluation, and what of it is to be shown.

    With an `answer` there is nothing else in the text. `explained` are the ids of the
    parts whose verdicts are to be explained, `pivotal` those of the claims whose pivots
    are wanted.
    """

    evaluation: Evaluation
    answer: Answer | None
    is_listed: bool
    explained: Sequence[str]
    pivotal: Sequence[str]
    probabilities: Mapping[str, Interval] | None

    def __str__(self) -> str:
        """Return it as text to read."""
        if self.answer is not None:
            return "\n".join(self.answer.in_lines(_columns()))
        blocks = [in_words(map(self.evaluation.explain, self.explained))]
        if self.is_listed:
            blocks.insert(0, "\n".join(self._lines()))
        if self.probabilities is not None:
            blocks.append("\n".join(self._notes(self.probabilities)))
        blocks += ["\n".join(self._flips(each)) for each in self.pivotal]
        return "\n\n".join(filter(None, blocks))

    def _lines(self) -> Iterator[str]:
        probabilities = {
            name: str(each) for name, each in (self.probabilities or {}).items()
        }
        width = max((len(each) + 2 for each in probabilities.values()), default=0)
        words = {
            name: f"{verdict:{_WIDTH}}{probabilities.get(name, ''):>{width}}"
            for name, verdict in self.evaluation.verdicts.items()
        }
        return listed(self.evaluation.argument_map, words)

    def _notes(self, probabilities: Mapping[str, Interval]) -> Iterator[str]:
        """Yield what has to be known of probabilities, a line each."""
        if samples := _samples(probabilities):
            yield (
                f"Probabilities are shares of {samples:,} random worlds; the exact ones"
                " lie in the brackets with 95 % confidence."
            )
        for each in self.evaluation.unused_credences:
            name = self.evaluation.name(each)
            yield f"The credence of {name} is not used: the claim is not granted."

    def _flips(self, claim: str) -> Iterator[str]:
        """Yield what alone would flip whether a claim stands, a line each."""
        name = self.evaluation.name(claim)
        stands = self.evaluation.verdict(claim) is Verdict.STANDS
        flips = self.evaluation.pivots[claim]
        now, then = ("stands", "fall") if stands else ("does not stand", "stand")
        if not flips:
            yield f"{name} {now}: no single change would make it {then}"
            return
        yield f"{name} {now}, and would {then} without any one of"
        for each in flips:
            yield f"  {self.evaluation.name(each)} ({each})"

    @property
    def data(self) -> dict[str, Any]:
        """All of it as JSON has it."""
        shown: dict[str, Any] = {
            "semantics": self.evaluation.semantics,
            "verdicts": self.evaluation.verdicts,
        }
        if self.answer is not None:
            shown["answer"] = self.answer.data
        if self.explained:
            shown["explanations"] = dict(self._explanations())
        if self.pivotal:
            pivots = self.evaluation.pivots
            shown["pivots"] = {each: pivots[each] for each in self.pivotal}
        if self.probabilities is not None:
            shown["probabilities"] = {
                name: [each.low, each.high] for name, each in self.probabilities.items()
            }
            shown |= self._about(self.probabilities)
        return shown

    def _about(self, probabilities: Mapping[str, Interval]) -> dict[str, Any]:
        """Return what has to be known of probabilities: how they were found."""
        samples = _samples(probabilities)
        found: dict[str, Any] = {"exact": not samples}
        if samples:
            found["samples"] = samples
            found["confidence"] = {
                name: each.confidence for name, each in probabilities.items()
            }
        found["unused_credences"] = self.evaluation.unused_credences
        return found

    def _explanations(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield what explains a part, and what explains that, each once."""
        waiting: list[Explanation] = [
            self.evaluation.explain(each) for each in reversed(self.explained)
        ]
        seen: set[str] = set()
        while waiting:
            each = waiting.pop()
            if each.part not in seen:
                seen.add(each.part)
                waiting += reversed(each.because)
                yield (
                    each.part,
                    {
                        "verdict": each.verdict,
                        "words": each.words,
                        "because": [one.part for one in each.because],
                        "questions": each.questions,
                    },
                )


def is_cut(text: str) -> bool:
    """Return whether the text of an answer counts what it leaves out."""
    cut = f"{ELLIPSIS} "
    return any(each.lstrip().startswith(cut) for each in text.splitlines())


@attrs.frozen
class Agreement:
    """What stands from whose standpoint."""

    found: Standpoints

    def __str__(self) -> str:
        """Return it as text to read, what most agree on first."""
        if not self.found.evaluations:
            return "The map names no author and no speaker."
        return "\n\n".join(self._blocks())

    def _blocks(self) -> Iterator[str]:
        if not self.found.agreed:
            yield f"Nothing stands from every standpoint ({_row(self._everyone)})."
        for names, ids in self.found.by_support.items():
            yield "\n".join([self._heading(names), *self._claims(ids)])
        if not self.found.argument_map.author:
            yield (
                "The map names no author: claims without a speaker are granted from no"
                " standpoint."
            )

    @property
    def _everyone(self) -> tuple[str, ...]:
        return tuple(self.found.evaluations)

    def _heading(self, names: Sequence[str]) -> str:
        if names == self._everyone:
            return f"Stands from every standpoint ({_row(names)}):"
        if names:
            return f"Stands from the standpoint of {_row(names)}:"
        return "Stands from no standpoint:"

    def _claims(self, ids: Sequence[str]) -> Iterator[str]:
        wanted = frozenset(ids)
        for each in self.found.argument_map.propositions:
            if each.id in wanted:
                yield f"  {truncate(one_line(each.text or each.name))} ({each.id})"

    @property
    def data(self) -> Mapping[str, object]:
        """The verdicts by speaker, and what stands for all."""
        return {
            "agreed": self.found.agreed,
            "standpoints": {
                name: each.verdicts for name, each in self.found.evaluations.items()
            },
        }


def _row(names: Sequence[str]) -> str:
    return ", ".join(map(one_line, names))


def is_terminal() -> bool:
    """Return whether somebody reads standard output as it comes."""
    return sys.stdout.isatty()


def _columns() -> int:
    """Return how wide text may be; a pipe or a file gets the same on every machine."""
    if not is_terminal():
        return WIDTH
    return min(max(get_terminal_size((WIDTH, 0)).columns, _NARROWEST), WIDTH)


def _samples(probabilities: Mapping[str, Interval]) -> int:
    """Return how many worlds were drawn, none where probabilities are exact."""
    return max((each.samples or 0 for each in probabilities.values()), default=0)


def listed(argument_map: ArgumentMap, words: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for every claim and argument of which there is something to say."""
    for each in argument_map.propositions:
        if each.id in words:
            yield _line(words[each.id], each.text or each.name)


def of_framework(framework: Framework) -> str:
    """Return the listing of a framework's map, without making that."""
    words = {label: f"{verdict:{_WIDTH}}" for label, verdict in _VERDICTS.items()}
    labels = map(words.__getitem__, grounded(framework))
    return "\n".join(map(_line, labels, framework.names))


def is_large(framework: Framework) -> bool:
    """Return whether nobody would read what speaks for and against its arguments."""
    return len(framework.names) + len(framework.tails) > _LARGE


def in_short(framework: Framework) -> str:
    """Return what stands of a large framework, and what does not, without its map."""
    found: dict[Label, list[str]] = {label: [] for label in _VERDICTS}
    for label, name in zip(grounded(framework), framework.names, strict=True):
        found[label].append(name)
    return "\n".join(
        f"[{_VERDICTS[label]}] {counted(len(names), 'argument')}:"
        f" {some_of([truncate(one_line(each)) for each in names])}"
        for label, names in found.items()
        if names
    )


def _line(word: str, text: str) -> str:
    return f"{word}  {truncate(one_line(text))}"


def as_json(shown: Mapping[str, Any]) -> str:
    """Return an object as JSON to read."""
    return json.dumps(shown, indent=2, ensure_ascii=False)
