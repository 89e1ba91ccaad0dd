"""The outermost keys of a text in JSON, YAML or XML, read no further than they go.

Paths are written as in messages: `claims[]` is a list, `statements.*` an object,
`AIF.nodes` one of the first keys of an object, `nodes.*.atom` one of its first value,
`nodes[].nodeID` one of the first thing in a list, `nodes=[]` a list without any. Where
a text is broken, what stands before is there: its reader says what is wrong, and where.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, TypeAlias

Paths: TypeAlias = tuple[str, ...]

_STRING: Final = r'"(?:[^"\\]++|\\.)*+"'
_decoded: Final = json.JSONDecoder(strict=False).decode
_KEY: Final = re.compile(rf"[\s,]*+({_STRING})\s*+:\s*+", re.DOTALL)
_TO_BRACKET: Final = re.compile(
    rf'[^"{{}}\[\]]*+(?:{_STRING}[^"{{}}\[\]]*+)*+([{{}}\[\]])', re.DOTALL
)
_SCALAR: Final = re.compile(rf"{_STRING}|[^\s,{{}}\[\]]++", re.DOTALL)
_FIRST_ITEM: Final = re.compile(r"\[\s*+")
_BEGINS_LIST: Final = re.compile(r'\[\s*+(?:[{\["\d\]-]|true|false|null)')
_BROKEN: Final = -1
_BEGINS_MAPPING: Final = re.compile(r"(?:[ \t]*+(?:#.*+|---.*+)?+\r?\n)*+[\w\"'].*?:")
_ADDED_TO_PATH: Final = {
    "MappingStartEvent": (".*",),
    "SequenceStartEvent": ("[]",),
}
_ENDS: Final = frozenset({"MappingEndEvent", "SequenceEndEvent"})
_HEAD: Final = 1 << 16
_MOST: Final = 8


def json_paths(text: str, at: int = 0) -> Iterator[Paths]:
    """Yield the paths at each outermost key of the JSON object that opens here.

    >>> [*json_paths('{"nodes": [{"nodeID": 1}], "edges": [], "x": {"y": 1}}')]
    [('nodes', 'nodes[]', 'nodes[].nodeID'), ('edges', 'edges[]', 'edges=[]'), \
('x', 'x.*', 'x.y')]
    """
    for key, start in _members(text, at):
        yield (key, *(f"{key}{each}" for each in _inside(text, start)))


def _inside(text: str, at: int) -> Iterator[str]:
    """Yield what a value adds to the path that leads to it."""
    if text.startswith("{", at):
        yield ".*"
        first = [*islice(_members(text, at), _MOST)]
        yield from (f".{key}" for key, _ in first)
        for _, start in first[:1]:
            yield from (f".*.{key}" for key, _ in _members(text, start))
    elif match := _FIRST_ITEM.match(text, at):
        yield "[]"
        if text.startswith("]", match.end()):
            yield "=[]"
        yield from (f"[].{key}" for key, _ in _members(text, match.end()))


def _members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield each key of an object and where its value begins; none for no object."""
    if not text.startswith("{", at):
        return
    at += 1
    while at != _BROKEN and (match := _KEY.match(text, at)):
        key = match[1][1:-1]
        if "\\" in key:
            try:
                key = _decoded(match[1])
            except ValueError:
                return
        yield key, match.end()
        at = _end(text, match.end())


def _end(text: str, at: int) -> int:
    """Return where a value ends; it is not looked into."""
    depth = 0
    if text[at : at + 1] not in {"{", "["}:
        scalar = _SCALAR.match(text, at)
        return scalar.end() if scalar else _BROKEN
    while match := _TO_BRACKET.match(text, at):
        at = match.end()
        depth += 1 if match[1] in "{[" else -1
        if depth == 0:
            return at
    return _BROKEN


def is_json_list(text: str) -> bool:
    """Return whether a text is a list in JSON, and not a title in brackets.

    >>> is_json_list('[{"a": 1}]'), is_json_list("[1]: Rents rose.")
    (True, False)
    """
    if text.startswith(('[{"', "[\n")):
        return True
    end = _end(text, 0) if _BEGINS_LIST.match(text) else _BROKEN
    return end != _BROKEN and not text[end:].strip()


def is_json_object(text: str) -> bool:
    """Return whether a text begins with an object in JSON that has keys, and an end.

    >>> is_json_object('{"a": 1}'), is_json_object("{}"), is_json_object('{"a": 1')
    (True, False, False)
    """
    has_keys = next(_members(text, 0), None) is not None
    return has_keys and _end(text, 0) != _BROKEN


def yaml_paths(text: str) -> Iterator[Paths]:
    r"""Yield the paths at each outermost key of a mapping in YAML.

    Below a mapping, `*.text` are its own keys.

    >>> [*yaml_paths("statements:\n  p: Rents rose.\nassumptions: [p]\n")]
    [('statements', 'statements.*', '*.p'), ('assumptions', 'assumptions[]')]
    """
    if not _BEGINS_MAPPING.match(text):
        return
    import yaml  # noqa: PLC0415 - only where there may be some

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events = yaml.parse(text, Loader=loader)
    try:
        begins = [type(next(events)).__name__ for _ in range(3)]
        if begins[-1] == "MappingStartEvent":
            for key, kind, inner in _yaml_members(events, is_outermost=True):
                adds = _ADDED_TO_PATH.get(kind, ())
                yield (key, *(f"{key}{each}" for each in adds), *inner)
    except (yaml.YAMLError, UnicodeEncodeError):
        return


def _yaml_members(
    events: Iterator[Any], *, is_outermost: bool
) -> Iterator[tuple[str, str, Paths]]:
    """Yield each key of the mapping that has begun, its value's kind, paths below."""
    import yaml  # noqa: PLC0415 - as above

    while isinstance(key := next(events), yaml.ScalarEvent):
        kind = type(next(events)).__name__
        inner: Paths = ()
        if is_outermost and kind == "MappingStartEvent":
            below = _yaml_members(events, is_outermost=False)
            inner = tuple(f"*.{name}" for name, _, _ in below)
        elif kind in _ADDED_TO_PATH:
            _skip(events)
        yield key.value, kind, inner
    if not isinstance(key, yaml.MappingEndEvent):
        raise yaml.YAMLError  # a key that is no text


def _skip(events: Iterator[Any]) -> None:
    """Go past the end of the list or mapping that has begun."""
    depth = 1
    while depth:
        kind = type(next(events)).__name__
        depth += (kind in _ADDED_TO_PATH) - (kind in _ENDS)


def xml_root(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the name of the outermost element and its attributes' values.

    Both are empty where there is none near the beginning.

    >>> xml_root('<?xml version="1.0"?><lkif version="2.1">')
    ('lkif', ('2.1',))
    """
    from xml.parsers import expat  # noqa: PLC0415 - few texts are XML

    parser = expat.ParserCreate()
    parser.StartElementHandler = _found
    try:
        parser.Parse(text[:_HEAD], False)  # noqa: FBT003 - expat's own
    except _FoundError as found:
        name, attributes = found.args
        return name, tuple(attributes.values())
    except (expat.ExpatError, UnicodeEncodeError):
        pass
    return "", ()


class _FoundError(Exception):
    """An element begins; nothing behind it is parsed."""


def _found(name: str, attributes: dict[str, str]) -> None:
    raise _FoundError(name, attributes)
