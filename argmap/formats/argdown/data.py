"""Data and front matter in YAML; what it means is what the reference makes of it."""

import re
from collections.abc import Iterator, Mapping
from sys import maxsize
from typing import Any, Final

from argmap.formats.located import Node
from argmap.formats.quoting import quoted_scalar
from argmap.formats.yaml import Scalar, parse, scalar

NOTHING: Final = Node(None, 0, 0)
"""The node that stands for no data."""


def parse_data(text: str) -> Node:
    """Return what a text in YAML holds; raises argmap.formats.yaml.DataError.

    >>> parse_data("{source: Gazette, page: [3, 0x10], checked: yes}").value
    {'source': 'Gazette', 'page': [3, 16], 'checked': 'yes'}
    """
    return parse(text, key_of=key_of) or NOTHING


def key_of(value: Scalar) -> str:
    """Return the text that JavaScript makes of a value when it is a key."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:  # noqa: PLR2004 - where JavaScript changes to exponents
        return str(int(value))
    return str(value)


_WIDTH: Final = 80
_INNER: Final = 4
"""The indentation from which on a short mapping in front matter has one line.

Data in braces ends at the first closing brace at the end of a line.
"""
_LONGEST_KEY: Final = 1000
"""The length of a key that no `?` announces; YAML has 1024 with its blanks."""
_PLAIN_TEXT = re.compile(r"[^\W\d_][\w./-]*(?: [\w./()-]+)*")
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?"
    r"(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?",
    re.ASCII,
)
_NUMBERS_IN_WORDS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def write_data(data: Mapping[str, Any]) -> str:
    """Return data in braces, in one line if it is short or nothing in it is deep.

    >>> write_data({"source": "Gazette", "page": [3, 16]})
    '{source: Gazette, page: [3, 16]}'
    """
    flow = _flow(data)
    is_shallow = not any(map(_is_deep, data.values()))
    if len(flow) <= _WIDTH or is_shallow or _has_empty_mapping(data):
        return flow
    return "{\n" + "\n".join(_block(data, 4, inner=maxsize)) + "\n}"


def write_front_matter(data: Mapping[str, Any]) -> str:
    """Return data between two fences.

    >>> print(write_front_matter({"title": "Rents"}))
    ===
    title: Rents
    ===
    """
    return "===\n" + "\n".join(_block(data, 0)) + "\n==="


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)}: {_flow(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return _scalar_text(value)


def _is_deep(value: Any) -> bool:
    """Return whether there are lists or mappings in a list or a mapping."""
    inner = value.values() if isinstance(value, Mapping) else value
    return isinstance(value, Mapping | list | tuple) and any(
        isinstance(each, Mapping | list | tuple) for each in inner
    )


def _has_empty_mapping(value: Any) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value
    return not value or any(
        _has_empty_mapping(each)
        for each in inner
        if isinstance(each, Mapping) or (isinstance(each, list | tuple) and each)
    )


def _block(value: Any, indent: int, *, inner: int = _INNER) -> Iterator[str]:
    """Yield the lines of a mapping or a list that is not empty.

    From the indentation `inner` on a short mapping stands in one line.
    """
    margin = " " * indent
    is_mapping = isinstance(value, Mapping)
    entries = value.items() if is_mapping else (("", each) for each in value)
    for key, each in entries:
        head = f"{margin}{_key(key, margin)}:" if is_mapping else f"{margin}-"
        flow = _flow(each)
        if isinstance(each, Mapping) and each:
            is_inner = indent >= inner and len(flow) <= _WIDTH
            flow = flow if is_inner else ""
        if flow and (len(flow) <= _WIDTH or not _is_long(each)):
            yield f"{head} {flow}"
        elif is_mapping:
            yield head
            yield from _block(each, indent + 2, inner=inner)
        else:
            first, *rest = _block(each, indent + 2, inner=inner)
            yield f"{head} {first.lstrip()}"
            yield from rest


def _key(key: str, margin: str | None = None) -> str:
    """Return a key without its colon; margin is that of a block."""
    text = _scalar_text(key)
    if len(text) <= _LONGEST_KEY:
        return text
    return f"? {text} " if margin is None else f"? {text}\n{margin}"


def _is_long(value: Any) -> bool:
    """Return whether a value is better spread over lines; numbers never are."""
    return isinstance(value, list | tuple) and not all(
        isinstance(each, int) for each in value
    )


def _scalar_text(value: Any) -> str:
    if not isinstance(value, str):
        return (
            {None: "null", True: "true", False: "false"}[value]
            if (value is None or isinstance(value, bool))
            else repr(value)
        )
    is_plain = _PLAIN_TEXT.fullmatch(value) and scalar(value) is value
    if is_plain or _DATE.fullmatch(value) or _NUMBERS_IN_WORDS.fullmatch(value):
        return value
    return quoted_scalar(value)
