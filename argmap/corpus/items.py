"""The items of a corpus: a file each, with what was read of it or why nothing was."""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

import attrs

from argmap.corpus.running import portable
from argmap.diagnostics import Diagnostic
from argmap.errors import ArgmapError, FormatError
from argmap.formats import Document, decoded, read
from argmap.formats.files import LARGEST, read_regular
from argmap.formats.known import AnyFormat
from argmap.model import ArgumentMap
from argmap.words import system_reason

_Made = TypeVar("_Made")


@attrs.frozen
class Item:
    """A file of a corpus: its map, or the error that reading it ended with.

    `path` is the file's as it was found. `document` is what was read, with the places
    of parts; it is there, too, if its text has errors, and None if it could not be
    read at all. `error` is None where all is well.
    """

    path: str
    document: Document | None = attrs.field(default=None, repr=False)
    error: Exception | None = None

    @property
    def argument_map(self) -> ArgumentMap:
        """The map; raises the error where there is one, which names the file."""
        if self.error or self.document is None:
            raise self.error or ValueError(self.path)
        return self.document.argument_map

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """The findings of reading, be they errors or not."""
        if self.document is not None:
            return self.document.diagnostics
        return self.error.diagnostics if isinstance(self.error, FormatError) else ()


@attrs.frozen
class Result(Generic[_Made]):
    """What a function has made of a file's map, or the error that it ended with."""

    path: str
    _value: _Made | None = None
    error: Exception | None = None

    @property
    def value(self) -> _Made:
        """What the function returned; raises the error where there is one."""
        if self.error:
            raise self.error
        return self._value  # type: ignore[return-value] # it may well be None


def item_of(path: str, read_document: Callable[[str], Document]) -> Item:
    """Return what reading gives as an item; an exception is one."""
    try:
        document = read_document(path)
    except Exception as error:  # noqa: BLE001 - the other files are read
        return Item(path, None, _named(error, path))
    if document.has_errors:
        faults = FormatError(document.diagnostics, document.text)
        return Item(path, document, _named(faults, path))
    return Item(path, document)


@attrs.frozen
class Reader:
    """How the files of a corpus are read, from the folder that paths begin in."""

    folder: str
    format: AnyFormat | None
    options: Mapping[str, Any]

    def __call__(self, path: str) -> Item:
        """Return the item that a file is."""
        return item_of(path, self._document)

    def _document(self, path: str) -> Document:
        full = os.path.join(self.folder, path)  # noqa: PTH118 - of ten million
        text = decoded(read_regular(full, LARGEST))
        return read(text, self.format, path=full, **self.options)


@attrs.frozen
class Applied(Generic[_Made]):
    """A function of maps as work on paths: it and these are all that is shipped."""

    reader: Reader
    function: Callable[[ArgumentMap], _Made]

    def __call__(self, paths: Iterable[str]) -> list[Result[_Made]]:
        """Return the results for some files."""
        return list(map(self.result, paths))

    def result(self, path: str) -> Result[_Made]:
        """Return the result for a file; an exception is one."""
        item = self.reader(path)
        try:
            return Result(path, self.function(item.argument_map))
        except Exception as error:  # noqa: BLE001 - it is an item and not the end
            return Result(path, None, item.error or _named(error, path))

    def failed(self, path: str, error: Exception) -> list[Result[_Made]]:
        """Return the result for a file that no worker came to the end of."""
        return [Result(path, None, _named(error, path))]


def _named(error: Exception, path: str) -> Exception:
    """Return an error that says which file it is about, and that can be sent."""
    error = portable(error)
    error.add_note(f"in {path}")
    return error


def reason_of(error: Exception) -> str:
    """Return in one line why a file could not be read.

    >>> reason_of(OSError(2, "No such file or directory", "Rents.json"))
    'no such file or directory'
    """
    if isinstance(error, OSError) and not isinstance(error, ArgmapError):
        return system_reason(error)
    reason = next(iter(str(error).splitlines()), "")
    if isinstance(error, ArgmapError):
        return reason
    return f"{type(error).__name__}: {reason}"
