"""Argdown+: questions, references and excerpts among statements, and more relations.

What a map has a place for becomes what plain Argdown says with data: a question, an
answer, a restatement, a source and a quotation. Any other relation stays in the data
of what it starts from, and a finding says so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Final

import attrs

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.content import clipped, split_marker
from argmap.formats.argdown.elements import (
    Argument,
    Element,
    Elements,
    Occurrence,
    RelationKind,
)
from argmap.formats.argdown.fields import QUESTION, RESTATES
from argmap.formats.argdown.settings import with_settings
from argmap.formats.argdown.titles import titles
from argmap.formats.argdown.tokens import Tokens
from argmap.formats.codec import record_of
from argmap.formats.ids import Ids, slug
from argmap.formats.located import Findings
from argmap.model import Source
from argmap.model.kinds import is_id
from argmap.suggestions import did_you_mean
from argmap.words import with_article

SYNTAX: Final = "argdown+"
"""What `parser: {syntax: …}` says in the front matter of a text in Argdown+."""
_QUESTION, _REFERENCE, _EXCERPT, _STATEMENT, _ARGUMENT = "?@>!<"
_NOUNS: Final = {
    _QUESTION: "question",
    _REFERENCE: "reference",
    _EXCERPT: "excerpt",
    _STATEMENT: "statement",
    _ARGUMENT: "argument",
}
"""What an element is, by the sign before its title or the bracket around it."""
_RELATIONS: Final = {
    "=>": ("entails", "!", "!"),
    "!>": ("answers", "!", "?"),
    "==": ("equals", "!?@<", "!?@<"),
    "~=": ("may-equal", "!?@<", "!?@<"),
    "^>": ("presupposed-by", "!", "!?@<"),
    ":>": ("specifies", "!?", "!?"),
    "%>": ("example-of", "!", "!"),
    "?>": ("calls-in-question", "?", "!?@<"),
    "@>": ("cited-by", "@>", "!?@<>"),
}
"""The relations, as data calls them, with what they lead from and what they lead to."""
_IN_PLAIN: Final = {"=>": RelationKind.ENTAILS, "!>": RelationKind.SUPPORT}
"""Those that plain Argdown has, too: it has answers support their question."""
_CITES: Final = "cites"
_ADDRESS: Final = re.compile(r"(?:https?://|doi:)\S+")
_SOURCE_KEYS: Final = frozenset(each.name for each in record_of(Source).fields)
_SIGNS: Final = (
    re.compile(rf"\n[ \t]*+({t.PLUS_SIGN})"),
    re.compile(r"\][ \t]*+(>>)[ \t]*+\r?(?:\n|\Z)"),
)
"""Signs that only Argdown+ has, where they mean something."""
_MARKED: Final = re.compile(r"\[[?@>!][^\]\s]")
_ASK: Final = f"write parser: {{syntax: {SYNTAX}}} in the front matter"


def lookalike(tokens: Tokens) -> Diagnostic | None:
    """Return a finding about what plain Argdown reads, and Argdown+ otherwise."""
    sign = first_sign(tokens.text)
    begun = bisect_left(tokens.starts, sign.start) if sign else 0
    has_markers = _MARKED.search(tokens.text)
    title = "the title of a claim; in Argdown+ it is the {} '{}'"
    found = [
        (span, title.format(_NOUNS[marker], rest))
        for bracket, words, _, span in (titles(tokens) if has_markers else ())
        for marker, rest in [split_marker(words)]
        if bracket == "[" and marker
    ]
    if sign and (tokens.starts[begun], tokens.kinds[begun]) == (sign.start, t.TEXT):
        found.append((sign, "text; in Argdown+ it is the sign of a relation"))
    if not found:
        return None
    span, what = min(found, key=lambda each: each[0].start)
    return Diagnostic(
        "argdown-plus",
        f"'{span.of(tokens.text)}' is read as {what}",
        severity=Severity.INFO,
        span=span,
        help=f"if that is meant, {_ASK}",
    )


def unindented(tokens: Tokens) -> Iterator[Diagnostic]:
    """Find lines that follow those of a `>>` and are not deeper, as these must be."""
    kinds = tokens.kinds
    for at, kind in enumerate(kinds, 2):
        if kind == t.BLOCK and kinds[at - 1] == t.NEWLINE and kinds[at] in t.CONTENT:
            yield Diagnostic(
                "argdown-plus",
                "the line is no deeper than its '>>'; it is read as more text",
                severity=Severity.WARNING,
                span=tokens.span(at, at + 1),
                help="indent it if it is of the excerpt, or leave a line empty",
            )


def first_sign(text: str) -> Span | None:
    r"""Return where a text has the first sign that only Argdown+ has, if it has one.

    >>> first_sign("[Rents]: They rose.\n  => [Costs]")
    Span(start=22, end=24)
    """
    found = (pattern.search(text) for pattern in _SIGNS)
    spans = (Span(*match.span(1)) for match in found if match)
    return min(spans, key=lambda each: each.start, default=None)


def recognised(text: str, sign: Span, elements: Elements) -> Diagnostic:
    """Return the finding that a text is read as Argdown+, which it does not ask for."""
    return Diagnostic(
        "argdown-plus",
        f"the text is read as Argdown+, since plain Argdown has no '{sign.of(text)}'",
        span=sign,
        help=_ASK,
        mend=_asking(text, elements),
    )


def _asking(text: str, elements: Elements) -> Edit | None:
    """Return the change by which a text asks for it; front matter must be a mapping."""
    asking = {**elements.settings_of("parser"), "syntax": SYNTAX}
    wanted = {**elements.own_settings, "parser": asking}
    hunk = with_settings(text, elements, wanted)
    return Edit(Span(hunk.start, hunk.end), hunk.words) if hunk else None


@attrs.frozen
class _Said:
    """A relation as it is said: by which sign, between what, and what stands below."""

    sign: str
    subject: Element
    object: Element
    below: Occurrence
    span: Span


class Plus:
    """What a text in Argdown+ says beyond plain Argdown, while it is read."""

    def __init__(self, findings: Findings) -> None:
        """Begin with nothing; what is wrong is added to the findings."""
        self._findings = findings
        self._markers: dict[Element, str] = {}
        self._said: list[_Said] = []
        self._source_ids: dict[Element, str] = {}
        self._origins: dict[Element, list[str]] = {}

    def mark(self, element: Element, marker: str, span: Span) -> None:
        """Take note of the marker before the title of an element."""
        noun = _NOUNS[marker or _STATEMENT]
        known = _NOUNS[self._markers.setdefault(element, marker or _STATEMENT)]
        if known != noun:
            message = f"'{element.title}' is {with_article(known)} before, no {noun}"
            help_ = "give one of them another title"
            self._findings.add("argdown-plus", message, span, help_, Severity.WARNING)

    def begin(self, occurrence: Occurrence, kind: int, image: str) -> None:
        """Take note of what an occurrence without a title is: its first words say it.

        `kind` is that of its first token, `image` the sign that it stands below.
        """
        text = occurrence.text
        marker = _QUESTION if image.strip() == "!>" else _STATEMENT
        if kind == t.BLOCK:
            marker = _EXCERPT
        elif text.startswith((f"{_QUESTION} ", f"{_REFERENCE} ")):
            marker, occurrence.text = text[0], text[2:]
            occurrence.ranges = clipped(occurrence.ranges, 2, len(text))
        self._markers[occurrence.element] = marker

    def relate(
        self, image: str, parent: Element, below: Occurrence, span: Span
    ) -> tuple[RelationKind, Element, Element] | None:
        """Take a relation as it is said; return one that plain Argdown has, too."""
        sign = image.strip(" \t'")
        ends: tuple[Element, Element] = parent, below.element
        if sign not in _RELATIONS:  # the reverse of one, or short for that
            sign, ends = f"{sign.strip('<')}>", ends[::-1]
        said = _Said(sign, *ends, below, span)
        if sign in _IN_PLAIN and self._fits(said):
            return _IN_PLAIN[sign], *ends
        self._said.append(said)
        return None

    def finish(self, elements: Elements) -> None:
        """Turn what was said into data, sources and quotations."""
        for element in elements.all:
            _let_own_text_count(element)
            if self._marker(element) == _QUESTION:
                element.data = {QUESTION: True, **element.data}
        elements.sources = [*self._sources(elements)]
        for each in self._said:
            if self._marker(each.object) == _EXCERPT and self._fits(each):
                origins = self._origins.setdefault(each.object, [])
                origins.append(self._source_ids[each.subject])
        for each in self._said:
            self._settle(each)
        self._leave_out(elements)

    def _marker(self, element: Element) -> str:
        is_argument = isinstance(element, Argument)
        return _ARGUMENT if is_argument else self._markers.get(element, _STATEMENT)

    def _fits(self, said: _Said) -> bool:
        """Return whether a relation leads from what it can to what it can."""
        _, subjects, objects = _RELATIONS[said.sign]
        ends = self._marker(said.subject), self._marker(said.object)
        return ends[0] in subjects and ends[1] in objects and ends != (">", ">")

    def _sources(self, elements: Elements) -> Iterator[dict[str, Any]]:
        """Yield the references as sources, with the fields that their data gives."""
        ids = Ids()
        for each in elements.statements.values():
            if self._marker(each) != _REFERENCE:
                continue
            text, _ = each.body
            name = text if each.is_untitled else each.title
            source_id = ids.take(name if is_id(name) else slug(name))
            self._source_ids[each] = source_id
            title = text or ("" if name == source_id else name)
            field = "url" if _ADDRESS.fullmatch(text) else "title"
            own = {key: each.data[key] for key in each.data if key in _SOURCE_KEYS}
            yield {"id": source_id} | ({field: title} if title else {}) | own
            elements.source_spans.setdefault(source_id, _span(each))

    def _settle(self, said: _Said) -> None:
        """Put a relation where a map has a place for it, or else into data."""
        pair = [said.subject, said.object]
        upper, lower = pair if pair[1] is said.below.element else pair[::-1]
        ends = self._marker(said.subject), self._marker(said.object)
        if said.sign == "==" and ends == (_STATEMENT, _STATEMENT):
            if upper.is_untitled:
                upper, lower = lower, upper
            _add(lower, RESTATES, upper.title)
        elif not self._fits(said):
            self._keep(said)
        elif ends == (_EXCERPT, _STATEMENT) and self._is_quoted(said):
            self._quote(said)
        elif ends != (_REFERENCE, _EXCERPT):
            self._keep(said)

    def _is_quoted(self, said: _Said) -> bool:
        """Return whether there are words of a known origin to be quoted."""
        return said.subject in self._origins and bool(_words(said.subject, said.below))

    def _quote(self, said: _Said) -> None:
        """Add what is cited to the quotations of a claim."""
        words = _words(said.subject, said.below)
        for each in self._origins[said.subject]:
            _add(said.object, "quotations", {"exact": words, "source": each})

    def _keep(self, said: _Said) -> None:
        """Keep a relation in data, and say so."""
        key, subjects, objects = _RELATIONS[said.sign]
        holder, other = said.subject, said.object
        if said.sign == "@>":
            key, holder, other = _CITES, other, holder
        said_in_words = other.is_untitled or self._marker(other) == _EXCERPT
        words = _words(other, said.below) if said_in_words else ""
        name = self._source_ids.get(other) or words or other.title
        message = f"a map has no relation '{said.sign}'"
        help_: str | None = None
        if said.sign == "@>":
            message = "only words from a source, and their source, can be cited"
            help_ = "cite an excerpt, '<@ [>E]', that cites a reference, '<@ [@R]'"
            if self._marker(other) == _EXCERPT and not words:
                message = f"the excerpt '{name}' has no text"
                help_ = did_you_mean(name, self._excerpts) or f"write it: [>{name}] >>"
        if not self._fits(said):
            message = f"'{said.sign}' cannot stand between these"
            help_ = f"it leads from {_any(subjects)} to {_any(objects)}"
        if self._marker(holder) in {_REFERENCE, _EXCERPT}:
            message += "; it is left out"
        else:
            message += f"; it is kept in the data, as '{key}'"
            _add(holder, key, name)
        self._warn(message, said.span, help_)

    @property
    def _excerpts(self) -> Iterator[str]:
        """The titles of the excerpts that have a text."""
        for element, marker in self._markers.items():
            if marker == _EXCERPT and element.body[0] and not element.is_untitled:
                yield element.title

    def _leave_out(self, elements: Elements) -> None:
        """Take references and excerpts, and what relates to them, from what is said."""
        gone: set[object] = {
            each
            for each in elements.statements.values()
            if self._marker(each) in {_REFERENCE, _EXCERPT}
        }
        for argument in elements.arguments.values():
            for numbered in argument.structure:
                if numbered.element in gone:
                    gone.remove(numbered.element)
                    noun = _NOUNS[self._marker(numbered.element)]
                    self._warn(f"the {noun} is read as a statement", numbered.span)
        citing = {each.subject for each in self._said}
        for each in elements.statements.values():
            if each in gone and self._marker(each) == _EXCERPT and each not in citing:
                self._warn("no claim cites the excerpt; it is left out", _span(each))
        for relation in elements.relations:
            if not gone.isdisjoint({relation.source, relation.target}):
                gone.add(relation)
                message = "nothing supports or attacks a source; it is left out"
                self._warn(message, relation.spans[0])
        elements.relations = [each for each in elements.relations if each not in gone]
        elements.statements = {
            key: each for key, each in elements.statements.items() if each not in gone
        }

    def _warn(self, message: str, span: Span, help_: str | None = None) -> None:
        self._findings.add("unread-relation", message, span, help_, Severity.WARNING)


def _span(element: Element) -> Span:
    return element.members[0].span if element.members else Span(0, 0)


def _any(markers: str) -> str:
    return " or ".join(with_article(_NOUNS[each]) for each in markers)


def _words(element: Element, below: Occurrence) -> str:
    """Return the text of an element, or what stands below a sign in its place."""
    is_chosen = below.element is element and not below.is_reference
    return below.text.strip() if is_chosen else element.body[0]


def _add(element: Element, key: str, value: object) -> None:
    """Add something to a list in the data of an element, or to what is not yet one."""
    before = element.data.get(key, [])
    before = before if isinstance(before, list) else [before]
    element.data = {**element.data, key: [*before, value]}


def _let_own_text_count(element: Element) -> None:
    """Let the first text in a block of its own count, and not one below a sign.

    The text below a sign is that of the element in the light of what stands above.
    """
    own = [each for each in element.members if each.above is None]
    below = [each for each in element.members if each.above is not None]
    element.members = [*below, *reversed(own)]
