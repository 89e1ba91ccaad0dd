"""A page of prose and the maps that it holds, each with where it stands there."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, groupby
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import ArgmapError, UnknownFormatError
from argmap.formats import (
    Document,
    Format,
    format_for,
    format_on_page,
    read,
)
from argmap.formats.document import Excerpt
from argmap.model import ArgumentMap
from argmap.pages.blocks import NAMES, Block
from argmap.pages.directives import directives
from argmap.pages.fences import fences
from argmap.pages.lines import Line, excerpts, lines_of
from argmap.pages.madr import read_madr
from argmap.pages.notebooks import cells, with_cells
from argmap.pages.prose import passages
from argmap.pages.status import status_of, title_of
from argmap.pages.suffixes import MARKDOWN, NOTEBOOK, RST
from argmap.pages.y_statements import read_statement
from argmap.words import replaced, truncate

_SIGNS: Final = re.compile(
    r"chosen option|(?:good|bad),? because|in the context of", re.IGNORECASE
)
"""Words without one of which no page is a record that is read as a map."""
_SHORT: Final = 40
_BOTH: Final = "it holds a map and names a file: leave one of them out"
_NEITHER: Final = "it holds no map, and names no file that does"


class UnplacedError(ArgmapError):
    """A text that would not be the text of its map where that stands on the page."""


@attrs.frozen
class PageMap:
    """A map on a page: its place there in words, and how to read it.

    The place is the number of the line in which it begins, in a notebook after that
    of the cell: `cell 3:1`. `page` is the text that it stands in, of the page or the
    cell, which is called `path` in findings.
    """

    block: Block
    path: str
    page: str = attrs.field(repr=False)
    cell: int = 0

    @property
    def place(self) -> str:
        """Where on the page it begins."""
        line = self.block.line + 1
        return f"cell {self.cell}:{line}" if self.cell else str(line)

    @property
    def file(self) -> str:
        """The file that the map is in, if that is not the page."""
        return "" if self.fault else self.block.file

    @property
    def text(self) -> str:
        """The text of the map, without the margin that it has on the page."""
        return self.block.text

    @property
    def first_words(self) -> str:
        """The line of the text that says most about it: its title, or its first."""
        lines = [each.strip() for each in self.text.splitlines()]
        titles = (each for each in lines if each.startswith("title:"))
        worded = (each for each in lines if each.strip("= "))
        return truncate(next(titles, "") or next(worded, self.block.file), _SHORT)

    @cached_property
    def fault(self) -> str:
        """Why it cannot be read."""
        if self.block.fault:
            return self.block.fault
        has_text = bool(self.text.strip())
        if has_text == bool(self.block.file):
            return _BOTH if has_text else _NEITHER
        try:
            _ = self.format
        except UnknownFormatError as error:
            return str(error)
        return ""

    @property
    def format(self) -> Format:
        """The format of the text; raises UnknownFormatError."""
        named = self.block.format
        return format_for(named) if named else format_on_page(self.text)

    def read(self) -> Document:
        """Return the document, whose findings and parts stand in the page."""
        if self.fault:
            return self._unread()
        document = self.placed(read(self.text, self.format, path=self.path))
        is_markdown = self.path.lower().endswith(MARKDOWN)
        return _with_status(document, self.page) if is_markdown else document

    def _unread(self) -> Document:
        """Return a document without a map: why it cannot be read, where it opens."""
        opening = self.block.opening.text
        finding = Diagnostic(
            "unreadable-fence",
            self.fault,
            severity=Severity.ERROR,
            span=Span(0, len(opening.rstrip())),
        )
        return self.placed(Document(ArgumentMap(), opening, diagnostics=(finding,)))

    def placed(self, document: Document) -> Document:
        """Return a document of the map's text, placed on the page."""
        lines = [self.block.opening] if self.fault else self.block.lines
        own = excerpts(lines, self.path, self.page)
        pieces = (
            _within(own, each) if each.path == self.path else [each]
            for each in document.excerpts
        )
        placed = tuple(chain.from_iterable(pieces)) or tuple(own)
        return attrs.evolve(document, excerpts=placed)


def _with_status(document: Document, page: str) -> Document:
    """Return a document whose map has the status, and the title, of its page.

    A page without a status is no record, and its title that of more than a map.
    """
    title, status = _standing(page)
    if not status:
        return document

    def of_record(argument_map: ArgumentMap) -> ArgumentMap:
        data = {"status": status, **argument_map.data}
        title_ = argument_map.title or title
        return attrs.evolve(argument_map, title=title_, data=data)

    view = document.view
    return attrs.evolve(
        document,
        argument_map=of_record(document.argument_map),
        view=view and attrs.evolve(view, argument_map=of_record(view.argument_map)),
    )


@lru_cache(maxsize=4)
def _standing(page: str) -> tuple[str, str]:
    """Return the title and the status of a page."""
    lines = lines_of(page)
    title = title_of(lines)
    return title.words if title else "", status_of(lines)


def may_have_maps(text: str) -> bool:
    """Return whether a text has a word that fences of maps are called."""
    folded = text.lower()
    return any(each in folded for each in NAMES)


@lru_cache(maxsize=4)
def maps_on(text: str, path: str) -> tuple[PageMap, ...]:
    r"""Return the maps in the fences or directives of a page, in their order.

    `path` says whether it is Markdown, RST or a notebook. Raises FormatError for a
    notebook that is no JSON.

    >>> (found,) = maps_on("# Note\n\n```argdown\n[A]: Rents rose.\n```\n", "a.md")
    >>> found.place, found.read().argument_map
    ('3', <ArgumentMap: 1 claim>)
    """
    if not may_have_maps(text):
        return ()
    if _is_notebook(path):
        return tuple(
            PageMap(block, f"{path}:cell {cell.number}", cell.text, cell.number)
            for cell in cells(text)
            for block in _blocks(cell.text, fences)
        )
    find = directives if path.lower().endswith(RST) else fences
    return tuple(PageMap(block, path, text) for block in _blocks(text, find))


def _is_notebook(path: str) -> bool:
    return path.lower().endswith(NOTEBOOK)


def _blocks(
    text: str, find: Callable[[Sequence[Line]], Iterator[Block]]
) -> list[Block]:
    return sorted(find(lines_of(text)), key=lambda each: each.line)


@attrs.frozen
class PageRecord:
    """A decision record without a fence, whose options make a map."""

    document: Document
    place: str = "1"
    file: str = ""
    first_words: str = ""

    def read(self) -> Document:
        """Return the document, whose parts stand in the page."""
        return self.document


def readable_on(text: str, path: str) -> tuple[PageMap | PageRecord, ...]:
    """Return the maps on a page, or else the map that it is as a decision record.

    Raises as `maps_on` does.
    """
    record = None if maps_on(text, path) else record_on(text, path)
    return (record,) if record else maps_on(text, path)


@lru_cache(maxsize=4)
def record_on(text: str, path: str) -> PageRecord | None:
    """Return the map of a decision record in Markdown; None for any other page."""
    if not _SIGNS.search(text) or not path.lower().endswith(MARKDOWN):
        return None
    lines = lines_of(text)
    found = list(passages(lines))
    for read_record in (read_madr, read_statement):
        record = read_record(found)
        if record.is_one:
            document = record.document(text, title_of(lines))
            return PageRecord(_with_status(document, text))
    return None


def with_texts(text: str, path: str, texts: Mapping[str, str]) -> str:
    r"""Return a page with other texts in its maps, by their places; the rest stays.

    Raises UnplacedError for a text that would not be read back from there.

    >>> with_texts("> ```argdown\n> [A]:  a\n> ```\n", "a.md", {"1": "[A]: a\n"})
    '> ```argdown\n> [A]: a\n> ```\n'
    """
    maps = maps_on(text, path)
    wanted = [texts.get(each.place, each.text) for each in maps]
    in_cells = groupby(maps, key=lambda each: each.cell)
    spliced = {cell: _spliced(list(found), texts) for cell, found in in_cells}
    changed = {each.cell: spliced[each.cell] for each in maps if each.place in texts}
    new = with_cells(text, changed) if _is_notebook(path) else changed.get(0, text)
    if [each.text for each in maps_on(new, path)] != wanted:
        msg = "its text cannot be laid out in the place where it stands on the page"
        raise UnplacedError(msg)
    return new


def _spliced(maps: Sequence[PageMap], texts: Mapping[str, str]) -> str:
    """Return the page or the cell of some maps with other texts in these."""
    pieces = (
        (lines[0].begin, lines[-1].behind, each.block.shown(texts[each.place]))
        for each in maps
        if each.place in texts and (lines := each.block.lines)
    )
    return replaced(maps[0].page, pieces)


def _within(own: Sequence[Excerpt], part: Excerpt) -> Iterator[Excerpt]:
    """Yield the excerpts that a part of the map's text consists of."""
    end = part.offset + part.span.end - part.span.start
    for each in own:
        start, stop = max(each.span.start, part.offset), min(each.span.end, end)
        if start < stop:
            shift = part.span.start - part.offset
            yield attrs.evolve(
                each,
                span=Span(start + shift, stop + shift),
                offset=each.offset + start - each.span.start,
            )
