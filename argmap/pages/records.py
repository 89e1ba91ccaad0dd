"""The map of a decision record: a question, its options, and what is said of them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, product
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.document import Document
from argmap.model import ArgumentMap, Claim, Counterpoint, Inference, Part, Question
from argmap.model.values import Ids, slug
from argmap.pages.prose import Passage

_NUMBER: Final = re.compile(
    r"(?:option\s+\w{1,2}\s*[.):–—-]|\w{1,2}[.):])\s+", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"\W?(?:option\s+(\w{1,2})\b|(\d{1,2}|\w)[.):]\s)", re.IGNORECASE
)
_NO_WORD: Final = re.compile(r"\W+")
_ASIDE: Final = "aside"
"""The tag of a claim that bears on nothing."""
_ASKED: Final = "Which option is chosen?"


@attrs.frozen
class Option:
    """An option, and the id of its claim."""

    id: str
    words: str


@attrs.frozen
class _Remark:
    """Something that is said of an option: good, bad or neutral."""

    option: Option
    kind: str
    words: str
    span: Span


@attrs.define
class Record:
    """A record on its way to a map.

    What is bad about the chosen option is accepted: it was chosen all the same.
    """

    options: list[Option] = attrs.field(factory=list)
    remarks: dict[tuple[str, str, str], _Remark] = attrs.field(factory=dict)
    chosen: Option | None = None
    question: tuple[str, Passage] | None = None
    spans: dict[str, Span] = attrs.field(factory=dict)
    findings: list[Diagnostic] = attrs.field(factory=list)
    _ids: Ids = attrs.field(factory=Ids)
    _named: dict[str, list[Option]] = attrs.field(factory=dict)
    _labelled: dict[str, list[Option]] = attrs.field(factory=dict)

    @property
    def is_one(self) -> bool:
        """Whether there are options, and something is said of them."""
        return bool(self.options and (self.remarks or self.chosen or self.findings))

    def add(self, words: str, span: Span, label: str = "") -> Option:
        """Add an option, with its number in the list."""
        option = Option(self._ids.take(slug(words)), words)
        self.options.append(option)
        for name in _names(words):
            self._named.setdefault(name, []).append(option)
        for each in filter(None, [label, _label(words)]):
            for name in (each, f"option {each}"):
                self._labelled.setdefault(name, []).append(option)
        self.spans[option.id] = span
        return option

    def find(self, words: str) -> Option | None:
        """Return the option that is called so, or the only one that begins so.

        Else it is the only one that the words begin with.
        """
        wanted = _names(words)
        known = (self._named, self._labelled)
        same = [names.get(each, ()) for each in wanted for names in known]
        found = dict.fromkeys(chain.from_iterable(same))
        for is_meant in (str.startswith, lambda name, one: one.startswith(name)):
            pairs = product(self._named, wanted) if not found else ()
            meant = (name for name, one in pairs if is_meant(f"{name} ", f"{one} "))
            found |= dict.fromkeys(chain(*(self._named[each] for each in meant)))
        if not found:
            found = dict.fromkeys(self._labelled.get(_label(words), ()))
        return next(iter(found)) if len(found) == 1 else None

    def remark(self, option: Option, kind: str, words: str, span: Span) -> None:
        """Add what is said of an option, unless it has been said."""
        key = option.id, kind, _key(words)
        self.remarks.setdefault(key, _Remark(option, kind, words, span))

    def document(self, text: str, title: Passage | None) -> Document:
        """Return the document: the options are answers that exclude each other.

        Where the record asks no question, its title stands for that.
        """
        words, passage = self.question or (title.words if title else _ASKED, title)
        asked = Question(
            self._ids.take(slug(words)),
            words,
            answers=[each.id for each in self.options],
            exclusive=True,
        )
        first = self.spans[self.options[0].id]
        self.spans[asked.id] = passage.span_of(words) if passage else first
        options = [Claim(each.id, each.words) for each in self.options]
        argument_map = ArgumentMap.of(
            *options,
            *self._remarked(),
            asked,
            title=title.words if title else "",
            thesis=self.chosen.id if self.chosen else None,
        )
        return Document(argument_map, text, self.spans, tuple(self.findings))

    def _remarked(self) -> Iterator[Part]:
        """Yield the claims that are said of options, and the steps from them."""
        times = Counter(said for *_, said in self.remarks)
        for (*_, said), each in self.remarks.items():
            is_clear = times[said] == 1 and each.kind != "neutral"
            words = each.words if is_clear else f"{each.option.words}: {each.words}"
            id_ = self._ids.take(f"{each.option.id}-{each.kind}")
            tags = [_ASIDE] if each.kind == "neutral" else []
            yield Claim(id_, words, tags=tags)
            self.spans[id_] = each.span
            if step := self._step(each, id_):
                yield step
                self.spans[step.id] = each.span

    def _step(self, remark: _Remark, claim: str) -> Inference | Counterpoint | None:
        option = remark.option
        if remark.kind == "good":
            return Inference([claim], conclusion=option.id)
        if remark.kind == "bad":
            is_accepted = option == self.chosen
            return Counterpoint([claim], target=option.id, accepted=is_accepted)
        return None

    def report(self, code: str, message: str, span: Span, help_: str) -> None:
        """Report what is not clear in a record."""
        self.findings.append(
            Diagnostic(code, message, severity=Severity.WARNING, span=span, help=help_)
        )


def _key(words: str) -> str:
    """Return what is the same for all ways to write a name or a sentence."""
    return _NO_WORD.sub(" ", words).strip().casefold()


def _names(words: str) -> set[str]:
    """Return an option's names as they are compared, with its number and without."""
    return {_key(words), _key(_NUMBER.sub("", words.strip(), count=1))} - {""}


def _label(words: str) -> str:
    """Return the number or the letter that an option begins with."""
    found = _LABEL.match(words)
    return (found[1] or found[2]).casefold() if found else ""
