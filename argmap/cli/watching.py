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
    """An INPUT, what became of it, and how its files were when it was read."""

    name: str
    files: frozenset[Path]
    has_failed: bool = False
    stamps: _Stamps = attrs.field(factory=dict)

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

    `work` leaves what it read in `documents`. One that failed may lack a file, and is
    tried again whatever is saved beside it. Ends with KeyboardInterrupt only; raises
    MissingExtraError, and UsageError for what is no file.
    """
    changes = _watcher()
    every = [_Watched(name, frozenset([_file(name)])) for name in names]
    sys.dont_write_bytecode = True  # Python takes a save within a second for the same
    for each in every:
        _build(each, work, documents)
    print_message("watching for changes; Ctrl-C ends it")
    while True:
        files = {file for each in every for file in each.files}
        folders = {file.parent for file in files}
        for is_told in changes(folders):
            for each in every:
                if each.is_stale or (is_told and each.has_failed):
                    _build(each, work, documents)
            if {file.parent for each in every for file in each.files} != folders:
                break


def _watcher() -> Callable[[Iterable[Path]], Iterator[bool]]:
    """Return what yields, for ever, whether something in the folders has changed."""
    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(wanted="--watch", extra="watch") from error

    def changes(folders: Iterable[Path]) -> Iterator[bool]:
        for found in watchfiles.watch(
            *folders,
            recursive=False,
            rust_timeout=_HEARTBEAT,
            yield_on_timeout=True,
        ):
            yield bool(found)

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
        watched.files = frozenset([_file(watched.name), *others])
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
