"""Build again whatever is saved, until somebody interrupts."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn, TypeAlias

import attrs
import click

from argmap.cli.exit_codes import Exit, run_one
from argmap.cli.inputs import page_name, python_name
from argmap.cli.outputs import print_message
from argmap.errors import MissingExtraError
from argmap.formats import Document

_HEARTBEAT = 1000
"""After how many milliseconds files are looked at though nothing was told."""

_Stamps: TypeAlias = dict[Path, tuple[int, int] | None]


@attrs.define
class _Watched:
    """An INPUT, its files, and how they were when it was read.

    Where a Python file failed, what it imports from beside it may be what is wrong.
    """

    name: str
    named_files: frozenset[Path]
    has_failed: bool = False
    stamps: _Stamps = attrs.field(factory=dict)

    @property
    def files(self) -> frozenset[Path]:
        """All files that it may be read from."""
        file = _file(self.name)
        if self.has_failed and file.suffix == ".py":
            return self.named_files.union(file.parent.glob("*.py"))
        return self.named_files

    @property
    def is_stale(self) -> bool:
        """Whether a file has changed since."""
        return _stamps(self.files) != self.stamps


def watch(
    names: Iterable[str],
    work: Callable[[str], Exit],
    documents: Mapping[str, Document],
) -> NoReturn:
    """Work on every input, and again whenever a file that it is read from is saved.

    `work` leaves what it read in `documents`, with the files that it lacks. Ends with
    KeyboardInterrupt only; raises MissingExtraError, and UsageError for no file.
    """
    changes = _watcher()
    every = [_Watched(name, frozenset([_file(name)])) for name in names]
    sys.dont_write_bytecode = True  # Python takes a save within a second for the same
    for each in every:
        _build(each, work, documents)
    print_message("watching for changes; Ctrl-C ends it")
    while True:
        folders = _folders(every)
        for _ in changes(folders):
            for each in every:
                if each.is_stale:
                    _build(each, work, documents)
            if _folders(every) != folders:
                break


def _folders(every: Iterable[_Watched]) -> set[Path]:
    """Return the folders that the files are in, or above one that is not there."""
    parents = (file.parents for each in every for file in each.files)
    return {next(filter(Path.is_dir, each)) for each in parents}


def _watcher() -> Callable[[Iterable[Path]], Iterator[None]]:
    """Return what yields, for ever, when files in some folders are to be looked at."""
    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(wanted="--watch", extra="watch") from error

    def changes(folders: Iterable[Path]) -> Iterator[None]:
        for _ in watchfiles.watch(
            *folders,
            recursive=False,
            rust_timeout=_HEARTBEAT,
            yield_on_timeout=True,
        ):
            yield

    return changes


def _file(name: str) -> Path:
    found = python_name(name)
    page, _ = page_name(name) or (name, "")
    path = Path(found[0] if found else page)
    if name == "-" or (found and path.suffix != ".py"):
        msg = f"--watch watches files, and '{name}' is none; say path/to/file.py:NAME"
        raise click.UsageError(msg)
    return path.resolve()


def _build(
    watched: _Watched,
    work: Callable[[str], Exit],
    documents: Mapping[str, Document],
) -> None:
    """Work on one input; how its files were before is how they were read."""
    before = _stamps(watched.files)
    watched.has_failed = run_one(watched.name, work) is not Exit.DONE
    if document := documents.get(watched.name):
        others = {Path(path).resolve() for path in document.files}
        watched.named_files = frozenset([_file(watched.name), *others])
    new = watched.files - before.keys()
    watched.stamps = _stamps(new) | {
        file: stamp for file, stamp in before.items() if file in watched.files
    }


def _stamps(files: Iterable[Path]) -> _Stamps:
    return {file: _stamp(file) for file in files}


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
