"""Answers to what editors ask about a text in Argdown, from what was read once.

Titles are looked up by where they stand. Offsets count code points in the text of
one file: the text itself, or one that it includes. Nothing here knows the protocol.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Span, line_starts
from argmap.diagram import outline
from argmap.errors import UnknownFormatError
from argmap.formats import Document, format_on_page, read, with_source_texts
from argmap.formats.argdown import ARGDOWN, titles, tokens as t
from argmap.formats.argdown.tokens import Tokens, tokenize
from argmap.formats.located import fault
from argmap.model import Argument, ArgumentMap, Claim, Section
from argmap.model.selection import around
from argmap.rules import check_document
from argmap.words import plural, truncate

Titled: TypeAlias = Claim | Argument

_DEEPEST: Final = 6
_MOST: Final = 40
_CLOSING: Final = {"[": "]", "<": ">"}
_LINE_END = re.compile(r"[\r\n]")
_TITLE_BEGUN = re.compile(r"[\[<][^\[\]<>]*\Z")
_TAG_BEGUN = re.compile(r"#(?:\([^()]*|[^\s#()]*)\Z")


class Use(Enum):
    """The use of a title where it stands: its signs before and after the words."""

    DEFINITION = titles.DEFINITION
    REFERENCE = titles.REFERENCE
    MENTION = titles.MENTION


@attrs.frozen
class Title:
    """The title of a claim, after the sign `[`, or of an argument, after `<`.

    >>> str(Title("[", "Rents rose"))
    '[Rents rose]'
    """

    sign: str
    words: str

    def __str__(self) -> str:
        """Return it as it is written to refer to it."""
        return f"{self.sign}{self.words}{_CLOSING[self.sign]}"


@attrs.frozen(eq=False)
class File:
    r"""A text by its lines, and its path; None for a text of no file.

    >>> file = File(None, "a\r\nbc")
    >>> file.position(4), file.offset(1, 1)
    ((1, 1), 4)
    """

    path: str | None
    text: str = attrs.field(repr=False)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return line_starts(self.text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines with their ends; only the last has none."""
        bounds = pairwise([*self._starts, len(self.text)])
        return [self.text[start:end] for start, end in bounds]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both counted from 0."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def offset(self, line: int, column: int) -> int:
        """Return the offset in a line, or of its end if it is not so long."""
        return self._starts[line] + min(column, len(self.lines[line]))


@attrs.frozen
class Occurrence:
    """A title where it stands; `span` is that of its words in `file`."""

    title: Title
    use: Use
    file: File
    span: Span

    @property
    def whole(self) -> Span:
        """The span with the signs around the words."""
        before, after = self.use.value
        return Span(self.span.start - before, self.span.end + after)


@attrs.frozen
class Proposal:
    """A completion of what is being typed."""

    label: str
    text: str
    span: Span
    part: Titled | None = None


@attrs.define(eq=False)
class Node:
    """A part in the outline of a text, and what it holds.

    Its `head` is the line it begins with, its `end` that of all it holds.
    """

    part: Titled | Section
    head: Span
    end: int
    inner: "list[Node]" = attrs.field(factory=list)

    @property
    def name(self) -> str:
        """Its title, or else what it says."""
        text = "" if isinstance(self.part, Section) else self.part.text
        return truncate(self.part.title) or truncate(text) or self.part.id


@attrs.frozen(eq=False)
class Index:
    r"""A text that was read, by its titles, tags and positions.

    >>> index = Index.of("[Rents]: They rose.\n  - <Index>: Not by @[Rents].\n")
    >>> [each.use.name for each in index.occurrences(Title("[", "Rents"))]
    ['DEFINITION', 'MENTION']
    """

    file: File
    is_argdown: bool
    _document: Document
    _tokens: Tokens

    @classmethod
    def of(cls, text: str, path: Path | None = None) -> "Index":
        """Read a text, and with the path of its file what it includes.

        Titles and tags are found in Argdown only.
        """
        file = File(str(path) if path else None, text)
        try:
            chosen = format_on_page(text, path or "")
        except UnknownFormatError as error:
            finding = fault("unread-format", str(error), Span(0, min(1, len(text))))
            document = Document(ArgumentMap(), text, diagnostics=(finding,))
            return cls(file, is_argdown=False, document=document, tokens=tokenize(""))
        document = read(text, chosen, path=path)
        is_argdown = chosen is ARGDOWN
        tokens = tokenize(document.text if is_argdown else "")
        return cls(file, is_argdown, document, tokens)

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All that `argmap check` finds, each with a span in the text.

        Only here are the texts of sources read: nothing else asks for them.
        """
        document = with_source_texts(self._document, self.file.path)
        return tuple(map(self._located, check_document(document)))

    def _located(self, finding: Diagnostic) -> Diagnostic:
        """Put a finding where it is; one in another file where that is included."""
        own = finding.span or Span(0, 0)
        path, text, span = self._document.origin(own)
        if path in {None, self.file.path}:
            return self._document.in_its_file(attrs.evolve(finding, span=own))
        line, _ = span.position(text)
        message = f"{Path(path or '').name}:{line}: {finding.message}"
        place = self._include(own)
        return attrs.evolve(finding, message=message, span=place, mend=None)

    def _include(self, span: Span) -> Span:
        """Return the span of the word that brought a piece of text in."""
        before = [
            each
            for each in self._document.excerpts
            if each.path == self.file.path and each.span.end <= span.start
        ]
        start = before[-1].offset + before[-1].span.end - before[-1].span.start
        return Span(start, self.file.text.index(")", start) + 1)

    @cached_property
    def _occurrences(self) -> dict[Title, list[Occurrence]]:
        files = {None: self.file, self.file.path: self.file}
        found: dict[Title, list[Occurrence]] = {}
        for title, use, words in _titles(self._tokens):
            path, text, span = self._document.origin(words)
            if span.of(text) == title.words:  # else it is in two files
                if path not in files:
                    files[path] = File(path, text)
                occurrence = Occurrence(title, use, files[path], span)
                found.setdefault(title, []).append(occurrence)
        return found

    def occurrences(self, title: Title) -> Sequence[Occurrence]:
        """Return where a title stands, in the order of the text."""
        return self._occurrences.get(title, ())

    @cached_property
    def _own(self) -> list[Occurrence]:
        """The titles in the text itself, in their order."""
        found = [
            each
            for found in self._occurrences.values()
            for each in found
            if each.file is self.file
        ]
        return sorted(found, key=_start)

    def occurrence_at(self, offset: int) -> Occurrence | None:
        """Return the title around an offset, or right before or after it."""
        before = bisect_right(self._own, offset, key=_start)
        if before and offset <= self._own[before - 1].whole.end:
            return self._own[before - 1]
        return None

    @cached_property
    def _parts(self) -> dict[Title, Titled]:
        """The claims and arguments of the map, by their titles."""
        document = self._document
        starts = {
            (type(each), document.spans[each.id].start): each
            for each in document.argument_map.propositions
        }
        found: dict[Title, Titled] = {}
        for title, use, words in _titles(self._tokens):
            kind = Claim if title.sign == "[" else Argument
            part = starts.get((kind, words.start - use.value[0]))
            if part is not None:
                found[title] = part
        return found

    def describe(self, title: Title) -> str:
        """Return what a title stands for, what is around it, and where it is used."""
        part = self._parts.get(title)
        tags = [f"#{tag}" for tag in part.tags] if part else []
        lines = [" ".join([str(title), *tags]), ""]
        if part is None:
            lines.append("not defined in this file or what it includes")
        else:
            near = around(self._document.argument_map, part)
            drawn = outline(attrs.evolve(near, title="", sections=())).splitlines()
            lines += [*drawn[:_MOST], *["…"] * (len(drawn) > _MOST)]
        used = [each for each in self.occurrences(title) if each.file is self.file]
        numbers = [str(self.file.position(each.span.start)[0] + 1) for each in used]
        numbers = list(dict.fromkeys(numbers))
        listed = ", ".join(numbers[:_MOST]) + ", …" * (len(numbers) > _MOST)
        return "\n".join([*lines, "", f"{plural('line', len(numbers))} {listed}"])

    def proposals(self, offset: int) -> list[Proposal]:
        """Return what could complete the title or the tag that ends at an offset."""
        line, column = self.file.position(offset)
        before = self.file.lines[line][:column]
        begun = _TITLE_BEGUN.search(before)
        if begun:
            return self._titles(begun[0][0], Span(offset - len(begun[0]) + 1, offset))
        begun = _TAG_BEGUN.search(before)
        if begun:
            return self._tags(Span(offset - len(begun[0]), offset))
        return []

    def _titles(self, sign: str, span: Span) -> list[Proposal]:
        """Propose all titles but the one that is being typed."""
        typed = self.occurrence_at(span.end)
        is_closed = self.file.text.startswith(_CLOSING[sign], span.end)
        return [
            Proposal(
                title.words,
                title.words + _CLOSING[sign] * (not is_closed),
                span,
                self._parts.get(title),
            )
            for title, found in self._occurrences.items()
            if title.sign == sign and found != [typed]
        ]

    def _tags(self, span: Span) -> list[Proposal]:
        """Propose all tags but the one that is being typed."""
        tokens, text = self._tokens, self._document.text
        images = [
            text[start:end].rstrip(" \t")
            for kind, start, end in zip(
                tokens.kinds, tokens.starts, tokens.ends, strict=True
            )
            if kind == t.TAG
        ]
        typed = span.of(self.file.text)
        if typed in images:
            images.remove(typed)
        return [Proposal(each, each, span) for each in dict.fromkeys(images)]

    @cached_property
    def outline(self) -> list[Node]:
        """The sections, claims and arguments of the text, one inside the other."""
        argument_map = self._document.argument_map
        depths: dict[str | None, int] = {None: 0}
        for section in argument_map.sections:
            depths[section.id] = min(depths[section.parent] + 1, _DEEPEST)
        roots: list[Node] = []
        open_: list[Node] = []
        for node in self._nodes():
            while open_ and not _holds(open_[-1], node, depths):
                open_.pop()
            (open_[-1].inner if open_ else roots).append(node)
            for each in open_:
                each.end = max(each.end, node.end)
            open_.append(node)
        return roots

    def _nodes(self) -> list[Node]:
        """Return the parts that stand in the text itself, in its order."""
        document, text = self._document, self.file.text
        nodes = []
        for part in (
            *document.argument_map.sections,
            *document.argument_map.propositions,
        ):
            path, _, span = document.origin(document.spans[part.id])
            if path in {None, self.file.path}:
                line_end = _LINE_END.search(text, span.start, span.end)
                end = line_end.start() if line_end else span.end
                nodes.append(Node(part, Span(span.start, end), span.end))
        return sorted(nodes, key=lambda node: node.head.start)

    def rename(self, title: Title, words: str) -> Sequence[Occurrence]:
        """Return the occurrences whose words are to be replaced to rename a title.

        Raises ValueError for words that are another's title, and for those that
        would not be read as the title everywhere.
        """
        new = attrs.evolve(title, words=words)
        if new in self._occurrences and new != title:
            msg = f"there is a {new} already"
            raise ValueError(msg)
        replaced = tokenize(_replaced(self._tokens, title, words))
        expected = [
            (new if each == title else each, use)
            for each, use, _ in _titles(self._tokens)
        ]
        found = [(each, use) for each, use, _ in _titles(replaced)]
        if replaced.kinds != self._tokens.kinds or found != expected:
            msg = f"'{words}' cannot be a title wherever {title} stands"
            raise ValueError(msg)
        return self.occurrences(title)


def _start(occurrence: Occurrence) -> int:
    return occurrence.whole.start


def _titles(tokens: Tokens) -> Iterator[tuple[Title, Use, Span]]:
    """Yield the titles among the tokens, with the span of their words."""
    for sign, words, kind, span in titles.titles(tokens):
        yield Title(sign, words), Use(titles.USES[kind]), span


def _replaced(tokens: Tokens, title: Title, words: str) -> str:
    """Return the text with other words for a title."""
    pieces, end = [], 0
    for each, _, span in _titles(tokens):
        if each == title:
            pieces += [tokens.text[end : span.start], words]
            end = span.end
    return "".join([*pieces, tokens.text[end:]])


def _holds(outer: Node, node: Node, depths: dict[str | None, int]) -> bool:
    """Return whether a part that comes later belongs inside one that came before."""
    if not isinstance(outer.part, Section):
        return outer.head.start < node.head.start < outer.end
    is_section = isinstance(node.part, Section)
    return not is_section or depths[node.part.id] > depths[outer.part.id]
