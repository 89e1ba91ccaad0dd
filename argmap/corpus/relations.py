"""The relations of a corpus as rows of a table, for statistics and for training."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from argmap.corpus.items import Item, Reader
from argmap.corpus.running import run
from argmap.diagnostics import Span
from argmap.errors import MissingExtraError, UnreadFilesWarning
from argmap.model import ArgumentMap
from argmap.model.parts import (
    Claim,
    Contradiction,
    Counterpoint,
    Inference,
    Link,
    Preference,
    Question,
    Rephrase,
)
from argmap.words import counted

if TYPE_CHECKING:
    import pandas as pd

_MOST_NAMED: Final = 5
_Read: TypeAlias = "tuple[list[Relation], list[str]]"


@attrs.frozen
class Relation:
    """A premise and what it leads to, in one of the maps of a corpus.

    `relation` is the kind of the part that joins them, in lower case, `step` its id. An
    inference or a counterpoint with several premises has a row for each; a counterpoint
    without any has one whose premise is empty. Of a contradiction each two claims are
    a row, of a question each answer is one that leads to it. A rephrase leads from the
    claim to the original, a preference from what is preferred. `premise` and
    `conclusion` are the words of the two, empty where one is a step itself.
    `speakers` are those who put the step forward, or else those who hold the premise.
    `map` is the path of the file, `span` the place of the step in its text.
    """

    map: str
    relation: str
    step: str
    premise_id: str
    premise: str
    conclusion_id: str
    conclusion: str
    scheme: str | None
    speakers: tuple[str, ...]
    span: Span | None


@attrs.frozen
class RelationTable:
    """The relations of a corpus, read when somebody goes through them.

    A file that cannot be read has no rows: an UnreadFilesWarning in the end names
    those files.
    """

    _reader: Reader = attrs.field(repr=False)
    _paths: tuple[str, ...] = attrs.field(repr=False)
    _executor: Executor | None = attrs.field(default=None, repr=False)

    def __iter__(self) -> Iterator[Relation]:
        """Yield the rows, map by map."""
        unread: list[str] = []
        for rows, bad in self._chunks():
            yield from rows
            unread += bad
        if unread:
            warnings.warn(_unread(unread, len(self._paths)), stacklevel=2)

    def _chunks(self) -> Iterable[_Read]:
        work = Tabulated(self._reader)
        if self._executor is None:
            return (work([each]) for each in self._paths)
        return run(work, self._paths, self._executor, self._reader.folder)

    def to_pandas(self) -> "pd.DataFrame":
        """Return the rows as a table of pandas; needs the extra `pandas`.

        It has a column for each field of `Relation`; `start` and `end` are those of
        the span, missing where there is none. Raises MissingExtraError.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an extra, imported when it is used
        except ImportError as error:
            raise MissingExtraError(wanted="a table", extra="pandas") from error
        names = [each.name for each in attrs.fields(Relation)][:-1]
        rows = [
            (*(getattr(each, name) for name in names), *_place(each)) for each in self
        ]
        table = pd.DataFrame(rows, columns=[*names, "start", "end"])
        return table.astype({"start": "Int64", "end": "Int64"})


@attrs.frozen
class Tabulated:
    """The rows of files as work on paths: the rows, and the files that have none."""

    reader: Reader

    def __call__(self, paths: Sequence[str]) -> _Read:
        """Return the rows of some files, and which of these could not be read."""
        items = list(map(self.reader, paths))
        rows = [row for item in items if not item.error for row in relations_of(item)]
        return rows, [item.path for item in items if item.error]

    def failed(self, path: str, _: Exception) -> _Read:
        """Return that a file has no rows since no worker came to the end of it."""
        return [], [path]


def relations_of(item: Item) -> Iterator[Relation]:
    r"""Yield the rows of a map.

    >>> from argmap import read
    >>> document = read("[Rents]: Rents rose.\n  + [Index]: So it says.")
    >>> item = Item("m.argdown", document)
    >>> [(each.premise, each.relation, each.conclusion) for each in relations_of(item)]
    [('So it says.', 'inference', 'Rents rose.')]
    """
    argument_map = item.argument_map
    spans = item.document.spans if item.document else {}
    for link in argument_map.links:
        said = [each.speaker for each in getattr(link, "utterances", ())]
        for premise, conclusion in pairs(link):
            yield Relation(
                item.path,
                type(link).__name__.lower(),
                link.id,
                premise,
                _words(argument_map, premise),
                conclusion,
                _words(argument_map, conclusion),
                getattr(link, "scheme", None),
                tuple(dict.fromkeys(said)) or _holders(argument_map, premise),
                spans.get(link.id),
            )


def pairs(link: Link) -> Iterator[tuple[str, str]]:
    """Yield what a part joins: the ids of a premise and of what it leads to."""
    match link:
        case Inference() | Counterpoint():
            for each in link.premises:
                yield each.claim, link.end
            if not link.premises:
                yield "", link.end
        case Contradiction():
            yield from combinations(link.claims, 2)
        case Question():
            for answer in link.answers:
                yield answer, link.id
        case Rephrase():
            yield link.claim, link.original
        case Preference():
            yield link.preferred, link.over


def _words(argument_map: ArgumentMap, part_id: str) -> str:
    return getattr(argument_map.find_part(part_id), "name", "")


def _holders(argument_map: ArgumentMap, premise: str) -> tuple[str, ...]:
    if not isinstance(argument_map.find_part(premise), Claim):
        return ()
    return tuple(filter(None, argument_map.holders(premise)))


def _place(row: Relation) -> tuple[int | None, int | None]:
    return (row.span.start, row.span.end) if row.span else (None, None)


def _unread(paths: Sequence[str], number: int) -> UnreadFilesWarning:
    more = ", …" if len(paths) > _MOST_NAMED else ""
    named = ", ".join(paths[:_MOST_NAMED])
    return UnreadFilesWarning(
        f"{len(paths)} of {counted(number, 'file')} could not be read and have no"
        f" rows: {named}{more}"
    )
