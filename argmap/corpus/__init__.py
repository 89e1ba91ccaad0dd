"""Many maps at once: read one after the other, counted, tabulated, or worked on."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from itertools import chain
from typing import Any, TypeVar

import attrs

from argmap.corpus.agreement import Agreement, agreement
from argmap.corpus.counting import Counted, Stats
from argmap.corpus.items import Applied, Item, Reader, Result
from argmap.corpus.relations import Relation, RelationTable
from argmap.corpus.running import run
from argmap.folders import files_fitting, is_pattern, maps_in
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
    """

    paths: tuple[str, ...]
    _reader: Reader

    def __repr__(self) -> str:
        """Return how many files there are, never their names."""
        return f"<Corpus: {counted(len(self), 'file')}>"

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

    In a folder and below, files count by their suffixes, or else by what is in them,
    as for the commands; hidden ones, those of installed packages, and pages of prose
    are left out. Two asterisks in a pattern are any number of folders. Only the paths
    are looked up: a map is read when it is wanted, in the `format`, or as it is
    recognised, see `argmap.read`, which has the options too. Raises FileNotFoundError
    where there is nothing, and OSError for a folder that cannot be looked into.

    >>> import argmap.corpus
    >>> for item in argmap.corpus.load("examples/u*.argdown"):
    ...     print(item.path, item.error or item.argument_map.title)
    examples/undercut.argdown The red wall
    """
    found = _found(where) if isinstance(where, str | os.PathLike) else where
    paths = sorted({os.fspath(each) for each in found}, key=_by_folder)
    return Corpus(tuple(paths), Reader(os.getcwd(), format, options))  # noqa: PTH109 - a text


def _found(where: AnyPath) -> Iterable[AnyPath]:
    name = os.fspath(where)
    if os.path.isdir(name):  # noqa: PTH112 - no name is too long for it
        found: Iterable[AnyPath] = list(maps_in(name))
    elif is_pattern(name):
        found = files_fitting(name)
    else:
        found = [name] if os.path.lexists(name) else []
    if not found:
        raise FileNotFoundError(errno.ENOENT, "no map is there", name)
    return found


def _by_folder(path: str) -> list[str]:
    return path.split(os.sep)  # noqa: PTH206 - of ten million
