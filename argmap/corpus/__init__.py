"""Many maps at once: read one after the other, counted, tabulated, or worked on."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from itertools import chain
from typing import Any, TypeVar

import attrs

from argmap.corpus.agreement import Agreement, agreement
from argmap.corpus.counting import Counted, Stats
from argmap.corpus.items import Applied, Item, Reader, Result
from argmap.corpus.relations import Relation, RelationTable
from argmap.corpus.running import run
from argmap.folders import files_fitting, find_maps, is_pattern, left_out_as
from argmap.formats import AnyPath
from argmap.formats.known import AnyFormat
from argmap.model import ArgumentMap
from argmap.words import counted

__all__ = [
    "Agreement",
    "Corpus",
    "Item",
    "Relation",
    "RelationTable",
    "Result",
    "Stats",
    "agreement",
    "load",
]

_Made = TypeVar("_Made")


@attrs.frozen(repr=False)
class Corpus:
    """Files with maps, each read when somebody goes through them: `Item` by `Item`.

    `paths` are in order. Where an `executor` is given, any of concurrent.futures or
    one that behaves so, the files are read and worked on by it, in chunks of about
    the same number of bytes: paths and functions are sent to it, and no maps. What
    comes back is the same and in the same order as without one.

    `left_out` are the files in a folder that have a suffix as maps have, but are not
    recognised as maps. They are not read.
    """

    paths: tuple[str, ...]
    _reader: Reader
    left_out: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return how many files there are, never their names."""
        left_out = f", {len(self.left_out)} left out" if self.left_out else ""
        return f"<Corpus: {counted(len(self), 'file')}{left_out}>"

    def __len__(self) -> int:
        """Return the number of files."""
        return len(self.paths)

    def __iter__(self) -> Iterator[Item]:
        """Yield the files with their maps, or with the errors of reading them."""
        return map(self._reader, self.paths)

    def stats(self, executor: Executor | None = None) -> Stats:
        """Return how many parts, relations, schemes, … there are.

        >>> import argmap.corpus
        >>> argmap.corpus.load("examples/undercut.argdown").stats().relations
        {'counterpoint': 2, 'inference': 1}
        """
        work = Counted(self._reader)
        if executor is None:
            return work(self.paths)
        return Stats.total(run(work, self.paths, executor, self._reader.folder))

    def relations(self, executor: Executor | None = None) -> RelationTable:
        """Return the relations as rows, which are read when they are gone through.

        >>> import argmap.corpus
        >>> first, *_ = argmap.corpus.load("examples/undercut.argdown").relations()
        >>> first.relation, first.map
        ('inference', 'examples/undercut.argdown')
        """
        return RelationTable(self._reader, self.paths, executor)

    def map(
        self,
        function: Callable[[ArgumentMap], _Made],
        executor: Executor | None = None,
    ) -> Iterator[Result[_Made]]:
        """Return what a function makes of each map, in the order of the files.

        A file that cannot be read, and an exception of the function, are results with
        an error. With an executor all work is begun at once; for one with processes
        the function and what it returns can be pickled.

        >>> import argmap.corpus
        >>> corpus = argmap.corpus.load("examples/undercut.argdown")
        >>> [(each.path, each.value) for each in corpus.map(argmap.check)]
        [('examples/undercut.argdown', ())]
        """
        work = Applied(self._reader, function)
        if executor is None:
            return map(work.result, self.paths)
        made = run(work, self.paths, executor, self._reader.folder)
        return chain.from_iterable(made)


def load(
    where: AnyPath | Iterable[AnyPath],
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    **options: Any,
) -> Corpus:
    """Return the maps in a folder, those that fit a pattern, or in the given files.

    In a folder and below these are the files that the commands find there: by their
    suffixes, or else by what is in them, or in a `format` that is named all files with
    its suffixes. What is not recognised is `left_out`; hidden files, those of installed
    packages, and pages of prose are passed over. A pattern or a list means each of its
    files, whatever is in it; two asterisks in a pattern are any number of folders. A
    map is read when it is wanted, in the `format`, or as it is recognised, see
    `argmap.read`, which has the options too. Raises FileNotFoundError where there is
    nothing, and OSError for a folder that cannot be looked into.

    >>> import argmap.corpus
    >>> for item in argmap.corpus.load("examples/u*.argdown"):
    ...     print(item.path, item.error or item.argument_map.title)
    examples/undercut.argdown The red wall
    """
    left_out: Iterable[AnyPath] = ()
    if isinstance(where, str | os.PathLike):
        where, left_out = _found(os.fspath(where), format)
    paths = sorted({os.fspath(each) for each in where}, key=_by_folder)
    reader = Reader(os.getcwd(), format, options)  # noqa: PTH109 - a text
    return Corpus(tuple(paths), reader, tuple(map(str, left_out)))


def _found(
    name: str, format_: AnyFormat | None
) -> tuple[Sequence[AnyPath], Sequence[AnyPath]]:
    """Return the files that a name stands for, and those left out of a folder."""
    found: Sequence[AnyPath] = ()
    left_out: Sequence[AnyPath] = ()
    if os.path.isdir(name):  # noqa: PTH112 - no name is too long for it
        in_folder = find_maps(name, format=format_)
        found, left_out = in_folder.maps, in_folder.left_out
    elif is_pattern(name):
        found = files_fitting(name)
    elif os.path.lexists(name):
        found = [name]
    if not found:
        others = f"; {left_out_as(left_out, format_)}" if left_out else ""
        raise FileNotFoundError(errno.ENOENT, f"no map is there{others}", name)
    return found, left_out


def _by_folder(path: str) -> list[str]:
    return path.split(os.sep)  # noqa: PTH206 - of ten million
