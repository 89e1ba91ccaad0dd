"""Data and front matter: YAML without what could grow, point or run.

Scalars mean what they mean to the reference's parser (YAML 1.2 with numbers such
as `1_000`); a date stays the text it is. Aliases, tags, merge keys and structures
of over 50 levels are refused, and so are keys given twice.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.errors import ArgmapError

_DEEPEST: Final = 64
_MERGE: Final = "<<"
_INT = re.compile(
    r"[-+]?(?:0b(?P<b>[01_]*[01])|0o(?P<o>[0-7_]*[0-7])|0x(?P<x>[\da-fA-F_]*[\da-fA-F])"
    r"|(?P<d>\d(?:[\d_]*\d)?))",
    re.ASCII,
)
_FLOAT = re.compile(
    r"[-+]?\d[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.[\d_]+(?:[eE][-+]?\d+)?", re.ASCII
)
_BASES = {"b": 2, "o": 8, "x": 16, "d": 10}
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class DataError(ArgmapError, ValueError):
    """The YAML is not right; `offset` is where, in code points from its start."""

    def __init__(self, message: str, offset: int) -> None:
        """Keep the place."""
        super().__init__(message)
        self.offset = offset


def read_yaml(text: str) -> Any:
    """Return what a text in YAML holds; raises DataError.

    >>> read_yaml("{source: Gazette, page: [3, 0x10], checked: yes}")
    {'source': 'Gazette', 'page': [3, 16], 'checked': 'yes'}
    """
    import yaml  # noqa: PLC0415 - only where there is data

    try:
        return _built(_events(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "it is not YAML"
        offset = _offset(text, mark.line, mark.column) if mark else 0
        raise DataError(message, offset) from error
    except yaml.reader.ReaderError as error:
        message = f"the character {error.character!r} cannot stand in YAML"
        raise DataError(message, _place_of(text, error.character)) from error
    except UnicodeEncodeError as error:
        message = "a lone surrogate is no text"
        raise DataError(message, error.start) from error


def _events(text: str) -> Iterator[Any]:
    import yaml  # noqa: PLC0415 - only where there is data

    return yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line):
        end = text.find("\n", start)
        if end < 0:
            break
        start = end + 1
    return min(start + column, len(text))


def _place_of(text: str, character: object) -> int:
    sign = chr(character) if isinstance(character, int) else str(character)
    return max(0, text.find(sign))


def _built(events: Iterator[Any]) -> Any:
    """Build values without recursion: a stack of what is open."""
    import yaml  # noqa: PLC0415 - only where there is data

    root: list[Any] = []
    open_: list[Any] = [root]
    keys: list[str | None] = [None]
    documents = 0
    for event in events:
        kind = type(event)
        if kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _at(event, "there is a second document in it")
        elif kind is yaml.ScalarEvent:
            _refuse_tag(event, plain=event.implicit[0])
            value = _scalar(event.value) if not event.style else event.value
            _put(open_, keys, value, event)
        elif kind in {yaml.MappingStartEvent, yaml.SequenceStartEvent}:
            _refuse_tag(event, plain=event.implicit)
            if len(open_) > _DEEPEST:
                raise _at(event, f"it is more than {_DEEPEST} levels deep")
            value = {} if kind is yaml.MappingStartEvent else []
            _put(open_, keys, value, event)
            open_.append(value)
            keys.append(None)
        elif kind in {yaml.MappingEndEvent, yaml.SequenceEndEvent}:
            open_.pop()
            keys.pop()
        elif kind is yaml.AliasEvent:
            raise _at(event, f"the alias *{event.anchor} is not allowed here")
    return root[0] if root else None


def _at(event: Any, message: str) -> Exception:
    import yaml  # noqa: PLC0415 - only where there is data

    return yaml.MarkedYAMLError(problem=message, problem_mark=event.start_mark)


def _refuse_tag(event: Any, *, plain: bool) -> None:
    if event.tag is not None and not plain:
        raise _at(event, f"the tag {event.tag} is not allowed here")


def _put(open_: list[Any], keys: list[str | None], value: Any, event: Any) -> None:
    inside = open_[-1]
    if isinstance(inside, list):
        inside.append(value)
        return
    key = keys[-1]
    if key is not None:
        inside[key] = value
        keys[-1] = None
        return
    if isinstance(value, dict | list):
        raise _at(event, "a key must be text")
    key = value if isinstance(value, str) else key_of(value)
    if not event.style and key == _MERGE:
        raise _at(event, "the merge key << is not allowed here")
    if key in inside:
        raise _at(event, f"the key {key!r} is given twice")
    keys[-1] = key


def key_of(value: float | bool | None) -> str:  # noqa: FBT001 - a value among others
    """Return the text that JavaScript makes of a value when it is a key."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:  # noqa: PLR2004 - where JavaScript changes to exponents
        return str(int(value))
    return str(value)


def _scalar(text: str) -> str | int | float | bool | None:
    """Return what a plain scalar means."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    match = _INT.fullmatch(text)
    if match:
        digits = match[match.lastgroup or "d"].replace("_", "")
        try:
            value = int(digits, _BASES[match.lastgroup or "d"])
        except ValueError:  # more digits than Python converts
            return text
        return -value if text[0] == "-" else value
    if _FLOAT.fullmatch(text):
        number = float(text.replace("_", ""))
        return number if math.isfinite(number) else text
    return text


_WIDTH: Final = 80
_PLAIN_TEXT = re.compile(r"[^\W\d_][\w./-]*(?: [\w./()-]+)*")
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?"
    r"(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?",
    re.ASCII,
)
_NUMBERS_IN_WORDS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_ESCAPED_IN_TEXT = re.compile(
    r"[{}\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|={3,}|[\]>](?=:)|@(?=include\()"
)


def write_data(data: Mapping[str, Any]) -> str:
    """Return data in braces, in one line if it is short.

    >>> write_data({"source": "Gazette", "page": [3, 16]})
    '{source: Gazette, page: [3, 16]}'
    """
    flow = _flow(data)
    if len(flow) <= _WIDTH or _has_empty_mapping(data):
        return flow
    return "{\n" + "\n".join(_block(data, 4)) + "\n}"


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
        pairs = (f"{_scalar_text(key)}: {_flow(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return _scalar_text(value)


def _has_empty_mapping(value: Any) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value
    return not value or any(
        _has_empty_mapping(each)
        for each in inner
        if isinstance(each, Mapping) or (isinstance(each, list | tuple) and each)
    )


def _block(value: Any, indent: int) -> Iterator[str]:
    """Yield the lines of a mapping or a list that is not empty."""
    margin = " " * indent
    is_mapping = isinstance(value, Mapping)
    entries = value.items() if is_mapping else (("", each) for each in value)
    for key, each in entries:
        head = f"{margin}{_scalar_text(key)}:" if is_mapping else f"{margin}-"
        flow = "" if isinstance(each, Mapping) and each else _flow(each)
        if flow and (len(flow) <= _WIDTH or not _is_long(each)):
            yield f"{head} {flow}"
        elif is_mapping:
            yield head
            yield from _block(each, indent + 2)
        else:
            first, *rest = _block(each, indent + 2)
            yield f"{head} {first.lstrip()}"
            yield from rest


def _is_long(value: Any) -> bool:
    """Tell whether a value is better spread over lines; numbers never are."""
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
    is_plain = _PLAIN_TEXT.fullmatch(value) and _scalar(value) is value
    if is_plain or _DATE.fullmatch(value) or _NUMBERS_IN_WORDS.fullmatch(value):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED_IN_TEXT.sub(
        lambda match: "".join(f"\\u{ord(each):04x}" for each in match[0]), quoted
    )
