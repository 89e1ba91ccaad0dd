"""Maps as text: one module or package a format, all of them in one tuple.

`load` and `loads` are strict and raise for the first text that is not right;
`read` places what it can and tells the rest.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from argmap.errors import FormatError, UnknownFormatError
from argmap.formats.aif import AIF
from argmap.formats.argdown import ARGDOWN
from argmap.formats.argdown.json import ARGDOWN_JSON
from argmap.formats.carneades import CARNEADES
from argmap.formats.document import Document, Format, View
from argmap.formats.files import AnyPath, decoded, read_text, write_bytes, write_text
from argmap.formats.frameworks import AF, APX, TGF
from argmap.formats.json import JSON, json_schema
from argmap.formats.sources import source_text, with_source_texts
from argmap.model import ArgumentMap
from argmap.suggestions import did_you_mean
from argmap.uncollected import uncollected

__all__ = [
    "FORMATS",
    "AnyPath",
    "Document",
    "Format",
    "View",
    "decoded",
    "dump",
    "dumps",
    "format_for",
    "format_of",
    "format_of_json",
    "format_of_yaml",
    "json_schema",
    "load",
    "load_document",
    "loads",
    "read",
    "read_text",
    "source_text",
    "with_source_texts",
    "write_bytes",
    "write_text",
]

FORMATS: tuple[Format, ...] = (
    JSON,
    ARGDOWN,
    ARGDOWN_JSON,
    AIF,
    CARNEADES,
    AF,
    TGF,
    APX,
)
"""All formats, in the order in which they are listed."""

AnyFormat: TypeAlias = Format | str


def format_for(name_or_path: AnyFormat | AnyPath) -> Format:
    """Return the format with this name, or that of a file with this path.

    The longest suffix that fits decides. Raises UnknownFormatError.

    >>> format_for("map.json").name, format_for("json").name
    ('json', 'json')
    """
    if isinstance(name_or_path, Format):
        return name_or_path
    for each in FORMATS:
        if each.name == name_or_path:
            return each
    file = Path(name_or_path).name.lower()
    fitting = [
        (len(suffix), each)
        for each in FORMATS
        for suffix in each.suffixes
        if file.endswith(suffix)
    ]
    if not fitting:
        raise UnknownFormatError(_unknown(str(name_or_path)))
    return max(fitting, key=lambda pair: pair[0])[1]


_ARGDOWN_JSON: Final = re.compile(r'"statements"\s*+:\s*+\{')
_ARGMAP_JSON: Final = re.compile(r'"argmap"\s*+:\s*+\d')
_AIF: Final = (
    re.compile(r'"nodes"\s*+:\s*+\['),
    re.compile(r'"edges"\s*+:\s*+\['),
    re.compile(r'"nodeID"\s*+:|"nodes"\s*+:\s*+\[\s*+\]'),
)


def format_of_json(text: str) -> Format:
    """Return the format of a text in JSON, by the keys that only one of them has.

    >>> format_of_json('{"arguments": {}, "statements": {}, "relations": []}').name
    'argdown-json'
    """
    if _ARGMAP_JSON.search(text):
        return JSON
    if _ARGDOWN_JSON.search(text):
        return ARGDOWN_JSON
    return AIF if all(each.search(text) for each in _AIF) else JSON


_CARNEADES_YAML: Final = re.compile(
    r"^(?:meta|language|statements|assumptions|issues|arguments|argument_schemes"
    r"|issue_schemes|weighing_functions)[ \t]*+:",
    re.MULTILINE,
)


def format_of_yaml(text: str) -> Format | None:
    r"""Return the format of a text in YAML, by its outermost keys; None if none fits.

    >>> format_of_yaml("statements:\n  p: Rents rose.\n").name
    'carneades'
    """
    return CARNEADES if _CARNEADES_YAML.search(text) else None


def format_of(text: str, path: AnyPath = "") -> Format:
    """Return the format that a path's suffix tells, or else what the text looks like.

    A text that comes from no file is Argdown unless it is JSON. Raises
    UnknownFormatError.

    >>> format_of("[Rents]: Rents rose.").name, format_of('{"argmap": 1}').name
    ('argdown', 'json')
    """
    try:
        told = format_for(path)
    except UnknownFormatError:
        is_yaml = Path(path).suffix.lower() in {".yml", ".yaml"}
        found = format_of_yaml(text) if is_yaml else None
        if found:
            return found
        if text.lstrip().startswith("{"):
            return format_of_json(text)
        if not os.fspath(path):
            return ARGDOWN
        msg = "its format cannot be told from its name or its content"
        raise UnknownFormatError(msg) from None
    return format_of_json(text) if told is JSON else told


def _unknown(name: str) -> str:
    names = [each.name for each in FORMATS]
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    message = f"no format is called '{name}' or fits a file of that name"
    listing = f"there are {_listed(names)}, for files in {_listed(suffixes)}"
    suffix = Path(name).suffix
    likely = did_you_mean(suffix, suffixes) if suffix else did_you_mean(name, names)
    return f"{message}; {listing}" + (f"; {likely}" if likely else "")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def read(
    text: str,
    format: AnyFormat = "json",  # noqa: A002 - plainest
    *,
    path: AnyPath | None = None,
    **options: Any,
) -> Document:
    """Read what a text holds; what is wrong in it is told by `diagnostics`.

    `path` is that of the text's file, where it may include others; options are
    those of the format's own reader. Raises UnknownFormatError, for a format that
    can only be written too.
    """
    chosen = format_for(format)
    if chosen.read is None:
        readable = _listed(each.name for each in FORMATS if each.read)
        msg = f"{chosen.title} can be written but not read; {readable} can"
        raise UnknownFormatError(msg)
    if chosen.has_includes and path is not None:
        options["path"] = Path(path)
    with uncollected():
        return chosen.read(text, **options)


def loads(
    text: str,
    format: AnyFormat = "json",  # noqa: A002 - plainest
    *,
    path: AnyPath | None = None,
    **options: Any,
) -> ArgumentMap:
    """Return the map that a text holds; see `read`.

    Raises FormatError with every finding when there is an error among them, and
    UnknownFormatError.

    >>> loads('{"argmap": 1, "claims": [{"id": "a", "text": "Rents rose."}]}')
    <ArgumentMap: 1 claim>
    """
    return _checked(read(text, format, path=path, **options)).argument_map


def _checked(document: Document) -> Document:
    if document.has_errors:
        raise FormatError(document.diagnostics, document.text)
    return document


def load(
    path: AnyPath,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    **options: Any,
) -> ArgumentMap:
    """Return the map in a file; its suffix tells the format if nothing else does.

    Raises FormatError with every finding when there is an error among them,
    UnknownFormatError and OSError.
    """
    return load_document(path, format, **options).argument_map


def load_document(
    path: AnyPath,
    format: AnyFormat | None = None,  # noqa: A002 - plainest
    **options: Any,
) -> Document:
    """Return the document in a file: the map, places, findings and view; see `load`.

    Raises FormatError with every finding when there is an error among them,
    UnknownFormatError and OSError.
    """
    chosen = format_for(path if format is None else format)
    return _checked(read(read_text(path), chosen, path=path, **options))


def dumps(
    argument_map: ArgumentMap,
    format: AnyFormat = "json",  # noqa: A002 - plainest
    *,
    with_source_text: bool = False,
) -> str:
    """Return a map as text, the same for the same map.

    The texts of sources are left out unless they are asked for: they can be long,
    or another's property, and their SHA-256 says which they are. What else the
    format cannot hold is told by its `losses`. Raises UnknownFormatError, for a
    format that can only be read too.

    >>> loads(dumps(ArgumentMap())) == ArgumentMap()
    True
    """
    chosen = format_for(format)
    if chosen.write is None:
        writable = _listed(each.name for each in FORMATS if each.write)
        msg = f"{chosen.title} can be read but not written; {writable} can"
        raise UnknownFormatError(msg)
    if not with_source_text:
        argument_map = _without_source_text(argument_map)
    return chosen.write(argument_map)


def _without_source_text(argument_map: ArgumentMap) -> ArgumentMap:
    if all(each.text is None for each in argument_map.sources):
        return argument_map
    bare = [attrs.evolve(each, text=None) for each in argument_map.sources]
    return attrs.evolve(argument_map, sources=bare)


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
