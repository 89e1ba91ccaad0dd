"""YAML with the place of every value, without what could grow, point or run.

Aliases, tags, merge keys, a second document and deep structures are refused, and so
are keys given twice. Scalars mean what they mean in YAML 1.2, with numbers such as
`1_000`; a date stays the text it is.
"""

import math
import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias, cast

from argmap.diagnostics import Span
from argmap.errors import ArgmapError
from argmap.formats.located import Items, Node
from argmap.model.values import encoding_fault

Scalar: TypeAlias = str | int | float | bool | None

DEEPEST: Final = 64
"""How many levels of lists and mappings are read, if nothing else is said."""

_MARK: Final = "\ufeff"
_MERGE: Final = "<<"
_MOST_DIGITS: Final = 3500  # even in base 16 Python can write such a number
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
    """The YAML is not right; `offset` is where, in code points from its start.

    `node` is what stands before it, as far as it goes.
    """

    def __init__(self, message: str, offset: int, node: Node | None = None) -> None:
        """Keep the place."""
        super().__init__(message)
        self.offset = offset
        self.node = node


def scalar(text: str) -> Scalar:
    """Return what a plain scalar means.

    >>> scalar("0x10"), scalar("yes"), scalar("~"), scalar("2001-01-01")
    (16, 'yes', None, '2001-01-01')
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789" or len(text) > _MOST_DIGITS:
        return text
    match = _INT.fullmatch(text)
    if match:
        digits = match[match.lastgroup or "d"].replace("_", "")
        value = int(digits, _BASES[match.lastgroup or "d"])
        return -value if text[0] == "-" else value
    if _FLOAT.fullmatch(text):
        number = float(text.replace("_", ""))
        return number if math.isfinite(number) else text
    return text


def parse(
    text: str,
    *,
    key_of: Callable[[Scalar], str] | None = None,
    deepest: int = DEEPEST,
) -> Node | None:
    r"""Return what a text in YAML holds, None if that is nothing; raises DataError.

    A key that is no text is what `key_of` makes of its value, or stays as it is
    written.

    >>> node = parse("source: Gazette\npage: [3, 16]")
    >>> node.value
    {'source': 'Gazette', 'page': [3, 16]}
    >>> node.items["page"].items[1].span
    Span(start=26, end=28)
    """
    import yaml  # noqa: PLC0415 - only where there is some

    shift = len(_MARK) * text.startswith(_MARK)
    builder = _Builder(shift, key_of, deepest)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text[shift:], Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "it is not YAML"
        offset = min(mark.index + shift, len(text)) if mark else 0
        raise DataError(message, offset, builder.root) from error
    except yaml.reader.ReaderError as error:
        message = f"the character {error.character!r} cannot stand in YAML"
        raise DataError(message, _place_of(text, error.character)) from error
    except UnicodeEncodeError as error:
        message = "a lone surrogate is no text"
        raise DataError(message, error.start + shift) from error
    return builder.root


def _place_of(text: str, character: object) -> int:
    sign = chr(character) if isinstance(character, int) else str(character)
    return max(0, text.find(sign))


class _Builder:
    """Values that are being built without recursion: a stack of what is open."""

    def __init__(
        self, shift: int, key_of: Callable[[Scalar], str] | None, deepest: int
    ) -> None:
        self.root: Node | None = None
        self._shift = shift
        self._key_of = key_of
        self._deepest = deepest
        self._open: list[Node] = []
        self._key: tuple[str, Span] | None = None

    def take(self, event: Any) -> None:
        """Go one event further; raises yaml.MarkedYAMLError."""
        match type(event).__name__:
            case "ScalarEvent":
                self._scalar(event)
            case "SequenceStartEvent":
                self._begin(event, [], [])
            case "MappingStartEvent":
                self._begin(event, {}, {})
            case "SequenceEndEvent" | "MappingEndEvent":
                self._open.pop().end = event.end_mark.index + self._shift
            case "AliasEvent":
                raise _at(event, f"the alias *{event.anchor} is not allowed here")
            case "DocumentStartEvent" if self.root is not None:
                raise _at(event, "there is a second document in it")

    def _scalar(self, event: Any) -> None:
        _refuse_tag(event, plain=event.implicit[0])
        if encoding_fault(event.value):
            raise _at(event, "a lone surrogate is no text")
        value = event.value if event.style else scalar(event.value)
        start = event.start_mark.index + self._shift
        end = event.end_mark.index + self._shift
        if self._awaits_key():
            self._key = self._named(event, value), Span(start, end)
        else:
            self._put(Node(value, start, end))

    def _begin(self, event: Any, value: object, items: Items) -> None:
        _refuse_tag(event, plain=event.implicit)
        if len(self._open) >= self._deepest:
            raise _at(event, f"it is more than {self._deepest} levels deep")
        if self._awaits_key():
            raise _at(event, "a key must be text")
        node = Node(value, event.start_mark.index + self._shift, items=items)
        self._put(node)
        self._open.append(node)

    def _awaits_key(self) -> bool:
        is_in_mapping = bool(self._open) and isinstance(self._open[-1].items, dict)
        return is_in_mapping and self._key is None

    def _named(self, event: Any, value: Scalar) -> str:
        if isinstance(value, str) or self._key_of is None:
            name: str = event.value
        else:
            name = self._key_of(value)
        if not event.style and name == _MERGE:
            raise _at(event, "the merge key << is not allowed here")
        if name in cast("dict[str, Node]", self._open[-1].items):
            raise _at(event, f"the key {name!r} is given twice")
        return name

    def _put(self, node: Node) -> None:
        """Put a value where it belongs: at the root, in a list, under the key."""
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        if isinstance(around.items, list):
            around.items.append(node)
            cast("list[object]", around.value).append(node.value)
        else:
            name, node.key = cast("tuple[str, Span]", self._key)
            cast("dict[str, Node]", around.items)[name] = node
            cast("dict[str, object]", around.value)[name] = node.value
            self._key = None


def _at(event: Any, message: str) -> Exception:
    import yaml  # noqa: PLC0415 - only where there is some

    return yaml.MarkedYAMLError(problem=message, problem_mark=event.start_mark)


def _refuse_tag(event: Any, *, plain: bool) -> None:
    if event.tag is not None and not plain:
        raise _at(event, f"the tag {event.tag} is not allowed here")
