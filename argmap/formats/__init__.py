"""Maps as text: one module or package a format, all of them in one tuple.

`load` and `loads` are strict and raise for the first text that is not right;
`read` places what it can and reports the rest. What format a text is in is looked up
in one table, see `recognition`.
"""

import os
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.errors import ArgmapError, FormatError, UnknownFormatError
from argmap.formats.declared import Declaration
from argmap.formats.document import Document, Format, View
from argmap.formats.files import AnyPath, decoded, read_text, write_bytes, write_text
from argmap.formats.json import json_schema
from argmap.formats.known import FORMATS, AnyFormat, format_for, readable_formats
from argmap.formats.recognition import (
    Recognition,
    format_of,
    format_on_page,
    recognise,
)
from argmap.formats.sources import source_text, with_source_texts
from argmap.gc_pause import gc_paused
from argmap.model import ArgumentMap
from argmap.model.required import require_map

__all__ = [
    "FORMATS",
    "AnyPath",
    "AnyText",
    "Declaration",
    "Document",
    "Format",
    "OpenFile",
    "Recognition",
    "View",
    "decoded",
    "dump",
    "dumps",
    "format_for",
    "format_of",
    "format_on_page",
    "json_schema",
    "load",
    "load_document",
    "loads",
    "read",
    "read_text",
    "recognise",
    "source_text",
    "with_source_texts",
    "write_bytes",
    "write_text",
]


class OpenFile(Protocol):
    """Whatever gives the whole of a text, or its bytes, by `read()`."""

    def read(self) -> str | bytes:
        """Return what it holds from here on."""


AnyText: TypeAlias = str | bytes | OpenFile
"""A text, its bytes in UTF-8, or an open file."""


def _text_of(source: AnyText) -> str:
    """Return the text; raises FormatError, located, for bytes that are none."""
    content = source
    if not isinstance(content, str | bytes):
        if not hasattr(content, "read"):
            kind = type(source).__name__
            msg = f"wanted text, bytes or an open file, not {kind}; `load` takes a path"
            raise TypeError(msg)
        content = content.read()
    return content if isinstance(content, str) else decoded(content)


def read(
    text: AnyText,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    *,
    path: AnyPath | None = None,
    **options: Any,
) -> Document:
    """Read what a text holds; what is wrong in it is in its `diagnostics`.

    A format that is not named is recognised, by the text and by `path`, which is that
    of the text's file, where it may include others. In its place a `Declaration` may
    say where in data nodes and edges are. Options are those of the format's own
    reader. Raises UnknownFormatError where no format is recognised, or one that is not
    read, and FormatError for bytes that are not UTF-8.

    >>> read("[Rents]: Rents rose.").argument_map
    <ArgumentMap: 1 claim>
    """
    text = _text_of(text)
    chosen = format_of(text, path or "") if format is None else format_for(format)
    if chosen.read is None:
        msg = f"{chosen.title} can be written but not read; {readable_formats()}"
        raise UnknownFormatError(msg)
    if chosen.has_includes and path is not None:
        options["path"] = Path(path)
    with gc_paused():
        document = chosen.read(text, **options)
    if not any(document.argument_map.parts):
        document = _with_emptiness(document)
    object.__setattr__(document, "format", chosen)  # it is nobody else's yet
    return document


def _with_emptiness(document: Document) -> Document:
    """Report that there is nothing in a map, where nothing else says why."""
    is_blank = not document.text.strip("\ufeff \t\r\n")
    said = {x.code for x in document.diagnostics if x.severity is not Severity.INFO}
    if "empty-text" in said or (said and not is_blank):
        return document
    severity = Severity.ERROR if is_blank else Severity.WARNING
    message = "the text is empty" if is_blank else "there is no claim in it"
    finding = Diagnostic("empty-text", message, severity=severity, span=Span(0, 0))
    others = () if is_blank else document.diagnostics
    return attrs.evolve(document, diagnostics=(*others, finding))


def loads(
    text: AnyText,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    *,
    path: AnyPath | None = None,
    **options: Any,
) -> ArgumentMap:
    """Return the map that a text holds, its bytes or an open file; see `read`.

    Raises FormatError with every finding when there is an error among them, and
    UnknownFormatError.

    >>> loads(b'{"argmap": 1, "claims": [{"id": "a", "text": "Rents rose."}]}')
    <ArgumentMap: 1 claim>
    """
    return _checked(read(text, format, path=path, **options)).argument_map


def _checked(document: Document) -> Document:
    if document.has_errors:
        raise FormatError(document.diagnostics, document.text)
    return document


def load(
    path: AnyPath | OpenFile,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    **options: Any,
) -> ArgumentMap:
    """Return the map in a file, given by its path or open.

    A format that is not named is recognised by the content and the suffix. Raises
    FormatError with every finding when there is an error among them,
    UnknownFormatError and OSError; a note of the error names the file.
    """
    return load_document(path, format, **options).argument_map


def load_document(
    path: AnyPath | OpenFile,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    **options: Any,
) -> Document:
    """Return the document in a file: the map, places, findings and view; see `load`.

    An open file does not say where it is: what it includes cannot be found.
    """
    if isinstance(path, str | os.PathLike):
        try:
            return _checked(read(read_text(path), format, path=path, **options))
        except ArgmapError as error:
            error.add_note(f"in {os.fspath(path)}")
            raise
    text, name = _text_of(path), getattr(path, "name", "")
    chosen = format or format_of(text, name if isinstance(name, str) else "")
    return _checked(read(text, chosen, **options))


def dumps(
    argument_map: ArgumentMap,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    *,
    original: AnyText | Document | None = None,
    with_source_text: bool = False,
) -> str:
    r"""Return a map as text, the same for the same map.

    The format is that of the `original`, or else JSON. An original, a text or what was
    read of it, is changed as little as can be: see `Document.edited`.

    The texts of sources are left out unless they are asked for, or the original has
    them: they can be long, or another's property, and their SHA-256 says which they
    are. What else the format cannot hold is in its `losses`, which `argmap convert`
    reports: looking for them takes as long as writing and reading again. As a framework
    (af, tgf, apx) only the attacks between claims are written;
    argmap.evaluation.projection makes one with the verdicts of the map, as `argmap
    convert` does. Raises UnknownFormatError, for a format that can only be read too.

    >>> loads(dumps(ArgumentMap())) == ArgumentMap()
    True
    >>> text = "[Cap]: Cap rents. // now\n  - <Building>: Fewer flats are built.\n"
    >>> print(dumps(loads(text).without("building"), original=text), end="")
    [Cap]: Cap rents. // now
    """
    require_map(argument_map, "dumps")
    if original is not None and not isinstance(original, Document):
        original = _text_of(original)
    chosen = format_for(format or _format_of(original))
    if chosen.write is None:
        writable = ", ".join(each.name for each in FORMATS if each.write)
        msg = f"{chosen.title} can be read but not written; argmap writes {writable}"
        raise UnknownFormatError(msg)
    if original is None:
        if not with_source_text:
            argument_map = _without_source_text(argument_map)
        return chosen.write(argument_map)
    if not isinstance(original, Document):
        found = recognise(original)
        if format and found.format and found.format is not chosen:
            kind = f"{found.format.title} ({found.why})"
            msg = f"the original is {kind}, not {chosen.title}"
            raise UnknownFormatError(msg)
        original = read(original, chosen)
    if not with_source_text:
        argument_map = _without_source_text(argument_map, original.argument_map)
    return _checked(original).edited(argument_map)


def _format_of(original: str | Document | None) -> AnyFormat:
    if isinstance(original, Document):
        return original.format or "json"
    return "json" if original is None else format_of(original, "")


def _without_source_text(
    argument_map: ArgumentMap, original: ArgumentMap | None = None
) -> ArgumentMap:
    """Return a map without the texts of sources that an original has not either."""
    if all(each.text is None for each in argument_map.sources):
        return argument_map
    listed = original.sources if original else ()
    known = {each.id for each in listed if each.text is not None}
    sources = [
        each if each.id in known else attrs.evolve(each, text=None)
        for each in argument_map.sources
    ]
    return attrs.evolve(argument_map, sources=sources)


def dump(
    argument_map: ArgumentMap,
    path: AnyPath,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    *,
    with_source_text: bool = False,
) -> None:
    """Write a map to a file, whole or not at all; see `dumps`.

    The suffix tells the format if nothing else does. Raises UnknownFormatError and
    OSError.
    """
    chosen = format_for(path if format is None else format)
    text = dumps(argument_map, chosen, with_source_text=with_source_text)
    write_text(path, text)
