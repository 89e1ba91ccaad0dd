"""Recognition of what a text is, and why: every way into argmap asks here.

JSON, YAML and XML are recognised by what stands outermost, other notations by how
they begin. The table of known formats is searched in its order; the first row that
fits counts.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Final

import attrs

from argmap.errors import UnknownFormatError
from argmap.formats.argdown import ARGDOWN
from argmap.formats.declared import CSV, NODE_LINK, TSV
from argmap.formats.document import Format
from argmap.formats.files import AnyPath
from argmap.formats.json import JSON
from argmap.formats.known import (
    ROWS,
    Row,
    format_by_suffix,
    listed,
    readable_formats,
)
from argmap.formats.outermost import (
    Paths,
    is_json_list,
    is_json_object,
    json_paths,
    xml_root,
    yaml_paths,
)

_YAML_SUFFIXES: Final = ("", ".yml", ".yaml")
_PLAIN_SUFFIXES: Final = ("", ".txt")
_BLANKS: Final = "\ufeff \t\r\n"
_JSON_OBJECT: Final = re.compile(r'\{\s*(?:["}]|\Z)')
_NO_ARGDOWN: Final = (
    "no line begins with [, <, (1), === or an indented + or -, as in Argdown"
)
_LIST: Final = "it is JSON with a list outermost"
_NO_FORMAT: Final = "it begins as no known format does"
_MOST_NAMED: Final = 5
_JSON_SIGNS: Final = attrgetter("json")
_XML_SIGNS: Final = attrgetter("xml")
_YAML_SIGNS: Final = attrgetter("yaml")
_TABLES: Final = (CSV, TSV)
"""Formats whose names are given to other texts, too, which then begin as such do."""


@attrs.frozen
class Recognition:
    """The format of a text, None if it is not recognised, and `why`, in words.

    `help` says what to do where the format is not read; `is_guess` is whether only the
    name of the file, or a line or a key as in many other texts, says which it is.
    """

    format: Format | None
    why: str
    help: str = ""
    is_guess: bool = False

    @property
    def readable(self) -> Format:
        """The format, if it can be read; else raises UnknownFormatError."""
        if self.format is None:
            msg = f"unknown format: {self.why}"
            raise UnknownFormatError(msg)
        if self.format.read is None:
            help_ = f"; {self.help}" if self.help else ""
            msg = f"this is {self.format.title} ({self.why}); {readable_formats()}"
            raise UnknownFormatError(msg + help_)
        return self.format


def recognise(text: str, path: AnyPath = "") -> Recognition:
    """Return what a text is, by the name of its file and by its content.

    What JSON, YAML or XML shows counts more than the name, unless that is one of
    Argdown; other notations go by the name first. YAML is looked for where the
    suffix is one of it or there is none, Argdown where it is `.txt` or there is none.

    >>> found = recognise('{"nodes": [{"nodeID": "1"}]}', "debate.json")
    >>> found.format.name, found.why
    ('aif', 'it is JSON with nodes[].nodeID')
    """
    name = Path(path).name.lower()
    named, suffix = _of_suffixes(name[name.find(".") :] if "." in name else "")
    by_name = Recognition(named, f"its name ends in {suffix}", is_guess=True)
    if named is ARGDOWN:
        return by_name
    text = text.lstrip(_BLANKS)
    found = _by_structure(text, may_be_yaml=suffix in _YAML_SUFFIXES)
    if found and found.format:
        return found
    if named is JSON and (is_json_list(text) or is_json_object(text)):
        return Recognition(NODE_LINK, found.why if found else _LIST, is_guess=True)
    if named and (named.read or named.write) and named not in _TABLES:
        return by_name
    found = found or _by_beginning(text, is_plain=suffix in _PLAIN_SUFFIXES)
    return by_name if named and not found.format else found


@lru_cache
def _of_suffixes(suffixes: str) -> tuple[Format | None, str]:
    """Return the format that is named so, and the last of the suffixes."""
    named = format_by_suffix(f"x{suffixes}", (each.format for each in ROWS))
    return named, Path(f"x{suffixes}").suffix


def format_of(text: str, path: AnyPath = "") -> Format:
    """Return the format of a text, to read it; see `recognise`.

    Raises UnknownFormatError, which says what the text is if that is known.

    >>> format_of("[Rents]: Rents rose.").name, format_of('{"argmap": 1}').name
    ('argdown', 'json')
    """
    return recognise(text, path).readable


def format_on_page(text: str, path: AnyPath = "") -> Format:
    """Return the format of a text on a page or in an editor.

    What is not recognised counts as Argdown, or argmap's own JSON: their readers say
    what is wrong, and where. Raises UnknownFormatError for what is known, but not read.

    >>> format_on_page("Rents rose.").name, format_on_page('{"clams": []}').name
    ('argdown', 'json')
    """
    found = recognise(text, path)
    if found.format:
        return found.readable
    return JSON if _JSON_OBJECT.match(text.lstrip(_BLANKS)) else ARGDOWN


def _by_structure(text: str, *, may_be_yaml: bool) -> Recognition | None:
    """Recognise JSON, YAML and XML; None for what is none of them."""
    if "\0\0" in {text[:3:2], text[1:4:2]}:
        return Recognition(None, "every other character is null: save it as UTF-8")
    if _JSON_OBJECT.match(text):
        return _by_paths("JSON", json_paths(text), _JSON_SIGNS)
    if is_json_list(text):
        return Recognition(None, _LIST)
    if text.startswith("<"):
        name, values = xml_root(text)
        found = _by_paths("XML", iter([(name, *values)]), _XML_SIGNS)
        is_xml = found.format or text.startswith(("<?xml", "<!DOCTYPE", "<!doctype"))
        return found if is_xml else None
    if not may_be_yaml:
        return None
    found = _by_paths("YAML", yaml_paths(text), _YAML_SIGNS)
    return found if found.format else None


def _by_paths(
    notation: str, paths: Iterator[Paths], signs: Callable[[Row], tuple[str, ...]]
) -> Recognition:
    """Recognise a format by its signs, looking no further than the first that fits."""
    rows, known = _signed(signs)
    seen: dict[str, None] = {}
    for each in paths:
        seen.update(dict.fromkeys(each))
        if known.isdisjoint(each):
            continue
        for row, own in rows:
            if found := _fitting(notation, row, own, seen):
                return found
    for row, _ in rows:
        if found := _fitting(notation, row, map(str.split, row.whole), seen):
            return attrs.evolve(found, is_guess=notation == "YAML")
    named = [f"'{each}'" for each in seen if each.isidentifier()]
    keys = listed(named[:_MOST_NAMED])
    why = f"it is {notation} with {keys or 'no key'} outermost"
    return Recognition(None, f"{why}, which is of no known format")


@cache
def _signed(
    signs: Callable[[Row], tuple[str, ...]],
) -> tuple[list[tuple[Row, list[list[str]]]], frozenset[str]]:
    """Return the formats that have such signs, with the paths of each, and all."""
    rows = [(row, [*map(str.split, signs(row))]) for row in ROWS if signs(row)]
    named = chain.from_iterable(own for _, own in rows)
    return rows, frozenset(chain.from_iterable(named))


def _fitting(
    notation: str, row: Row, signs: Iterable[list[str]], seen: Container[str]
) -> Recognition | None:
    for paths in signs:
        if all(each in seen for each in paths):
            why = f"it is {notation} with {' and '.join(paths)}"
            return Recognition(row.format, why, row.help)
    return None


def _by_beginning(text: str, *, is_plain: bool) -> Recognition:
    """Recognise a notation that has a structure of its own."""
    if not text:
        return Recognition(None, "it is empty")
    for row in ROWS:
        if why := row.begins(text):
            return Recognition(row.format, why, row.help)
    for row in ROWS:
        if is_plain and (why := row.plain(text)):
            return Recognition(row.format, why, is_guess=True)
    return Recognition(None, _NO_ARGDOWN if is_plain else _NO_FORMAT)
