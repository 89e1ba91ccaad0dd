"""Answers to what editors ask about a text in Argdown, from what was read once.

Titles are looked up by where they stand. Offsets count code points in the text of
one file: the text itself, or one that it includes. Nothing here knows the protocol.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property, partial
from pathlib import Path
from typing import Final, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Edit, Span
from argmap.errors import UnknownFormatError
from argmap.evaluation import Evaluation, evaluate
from argmap.formats import Document, Format, format_on_page, read, with_source_texts
from argmap.formats.argdown import ARGDOWN, titles, tokens as t
from argmap.formats.argdown.tokens import Tokens, tokenize
from argmap.formats.located import fault
from argmap.formats.mending import mended
from argmap.language_server.files import File, difference
from argmap.model import Argument, ArgumentMap, Claim, Section
from argmap.rules import check_document
from argmap.words import truncate

Titled: TypeAlias = Claim | Argument

_DEEPEST: Final = 6
CLOSING: Final = {"[": "]", "<": ">"}
_LINE_END = re.compile(r"[\r\n]")


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
        return f"{self.sign}{self.words}{CLOSING[self.sign]}"


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

    @classmethod
    def of(cls, text: str, path: Path | None = None) -> "Index":
        """Read a text, and with the path of its file what it includes.

        Titles and tags are found in Argdown only.
        """
        return cls(File(str(path) if path else None, text))

    @cached_property
    def _format(self) -> Format | str:
        """The format of the text, or why that is not known."""
        try:
            return format_on_page(self.file.text, self.file.path or "")
        except UnknownFormatError as error:
            return str(error)

    @property
    def is_argdown(self) -> bool:
        """Whether it is a text in Argdown."""
        return self._format is ARGDOWN

    @cached_property
    def document(self) -> Document:
        """The text as it was read; colours and folds need none."""
        text, chosen = self.file.text, self._format
        if isinstance(chosen, str):
            finding = fault("unread-format", chosen, Span(0, min(1, len(text))))
            return Document(ArgumentMap(), text, diagnostics=(finding,))
        path = Path(self.file.path) if self.file.path else None
        return read(text, chosen, path=path)

    @cached_property
    def own_tokens(self) -> Tokens:
        """The tokens of the text itself."""
        return tokenize(self.file.text if self.is_argdown else "")

    @cached_property
    def _tokens(self) -> Tokens:
        """The tokens of the text with what it includes."""
        is_whole = not self.is_argdown or self.document.text == self.file.text
        return self.own_tokens if is_whole else tokenize(self.document.text)

    @cached_property
    def sourced(self) -> Document:
        """The document with the texts of its sources."""
        return with_source_texts(self.document, self.file.path)

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All that `argmap check` finds, each with a span in the text.

        Only here are the texts of sources read: nothing else asks for them.
        """
        return tuple(map(self._located, check_document(self.sourced)))

    def _located(self, finding: Diagnostic) -> Diagnostic:
        """Put a finding where it is; one in another file where that is included."""
        own = finding.span or Span(0, 0)
        path, text, span = self.document.origin(own)
        if path in {None, self.file.path}:
            return self.document.in_its_file(attrs.evolve(finding, span=own))
        line, _ = span.position(text)
        message = f"{Path(path or '').name}:{line}: {finding.message}"
        place = self._include(own)
        return attrs.evolve(finding, message=message, span=place, mend=None)

    def _include(self, span: Span) -> Span:
        """Return the span of the word that brought a piece of text in."""
        before = [
            each
            for each in self.document.excerpts
            if each.path == self.file.path and each.span.end <= span.start
        ]
        start = before[-1].offset + before[-1].span.end - before[-1].span.start
        return Span(start, self.file.text.index(")", start) + 1)

    @cached_property
    def titles(self) -> Mapping[Title, Sequence[Occurrence]]:
        """Where each title stands, in the order of the text."""
        files = {None: self.file, self.file.path: self.file}
        found: dict[Title, list[Occurrence]] = {}
        for title, use, words in titles_in(self._tokens):
            path, text, span = self.document.origin(words)
            if span.of(text) == title.words:  # else it is in two files
                if path not in files:
                    files[path] = File(path, text)
                occurrence = Occurrence(title, use, files[path], span)
                found.setdefault(title, []).append(occurrence)
        return found

    def occurrences(self, title: Title) -> Sequence[Occurrence]:
        """Return where a title stands, in the order of the text."""
        return self.titles.get(title, ())

    @cached_property
    def _own(self) -> list[Occurrence]:
        """The titles in the text itself, in their order."""
        found = [
            each
            for found in self.titles.values()
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
        document = self.document
        starts = {
            (type(each), document.spans[each.id].start): each
            for each in document.argument_map.propositions
        }
        found: dict[Title, Titled] = {}
        for title, use, words in titles_in(self._tokens):
            kind = Claim if title.sign == "[" else Argument
            part = starts.get((kind, words.start - use.value[0]))
            if part is not None:
                found[title] = part
        return found

    def part_of(self, title: Title) -> Titled | None:
        """Return the claim or the argument with a title, if it is in the map."""
        return self._parts.get(title)

    def part_at(self, offset: int) -> Titled | None:
        """Return the claim or argument in whose first line an offset is."""
        found = [
            each.part
            for each in self._nodes()
            if not isinstance(each.part, Section)
            and each.head.start <= offset <= each.head.end
        ]
        return found[-1] if found else None

    def title_of(self, part: Titled) -> Title | None:
        """Return the title by which a text refers to a part, if it has one."""
        return next(
            (title for title, each in self._parts.items() if each is part), None
        )

    @cached_property
    def tags(self) -> Mapping[str, Sequence[int]]:
        """The tags as they are written, and where each begins."""
        found: dict[str, list[int]] = {}
        tokens = self.own_tokens
        for at, kind in enumerate(tokens.kinds):
            if kind == t.TAG:
                image = tokens.image(at).rstrip(" \t")
                found.setdefault(image, []).append(tokens.starts[at])
        return found

    @cached_property
    def evaluation(self) -> Evaluation | None:
        """What stands, if the whole text could be read."""
        if self.document.has_errors:
            return None
        return evaluate(self.document.argument_map)

    @cached_property
    def mending(self) -> Edit:
        """The change of the text that `argmap fix` would make."""
        path, text = self.file.path, self.file.text
        new = mended(text, partial(read, format=ARGDOWN, path=path), path)
        return difference(text, new)

    @cached_property
    def outline(self) -> list[Node]:
        """The sections, claims and arguments of the text, one inside the other."""
        argument_map = self.document.argument_map
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
        document, text = self.document, self.file.text
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
        if new in self.titles and new != title:
            msg = f"there is a {new} already"
            raise ValueError(msg)
        replaced = tokenize(_replaced(self._tokens, title, words))
        expected = [
            (new if each == title else each, use)
            for each, use, _ in titles_in(self._tokens)
        ]
        found = [(each, use) for each, use, _ in titles_in(replaced)]
        if replaced.kinds != self._tokens.kinds or found != expected:
            msg = f"'{words}' cannot be a title wherever {title} stands"
            raise ValueError(msg)
        return self.occurrences(title)


def _start(occurrence: Occurrence) -> int:
    return occurrence.whole.start


def titles_in(tokens: Tokens) -> Iterator[tuple[Title, Use, Span]]:
    """Yield the titles among the tokens, with the span of their words."""
    for sign, words, kind, span in titles.titles(tokens):
        yield Title(sign, words), Use(titles.USES[kind]), span


def _replaced(tokens: Tokens, title: Title, words: str) -> str:
    """Return the text with other words for a title."""
    pieces, end = [], 0
    for each, _, span in titles_in(tokens):
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
