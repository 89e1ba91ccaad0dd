"""JSON with the place of every value, read without recursion.

Structure is walked here, scalars are read by the standard library. Elements of
the lists named in `builders` are handed whole to its fast decoder first and only
walked when they cannot be built from what it gives.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, cast

import attrs

from argmap.diagnostics import Span
from argmap.formats.located import Findings, Node, encodable, inner
from argmap.model.values import encoding_fault

DEEPEST: Final = 60
"""How many levels of lists and objects are read, if nothing else is said."""

Builder: TypeAlias = Callable[[object], object]

_SPACE = re.compile(r"[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,[ \t\n\r]*")
_NUMBER = re.compile(r"-?\d+")
_CONTAINERS: Final = (dict, list)
_CLOSING = {"{": "}", "[": "]"}
_UNBUILDABLE = (ValueError, TypeError, LookupError, ArithmeticError, RecursionError)
_ELEMENT_DEPTH = 2


@attrs.define
class _Open:
    """A list or an object that the walk is inside, and the key it is at."""

    node: Node
    closing: str
    key: str = ""
    key_span: Span | None = None


class _BrokenError(Exception):
    """Nothing can be read from here on: the place, the reason and its code."""


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError(pairs)
    return values


def _refuse(constant: str) -> object:
    raise ValueError(constant)


def _finite(number: str) -> float:
    value = float(number)
    if math.isinf(value):
        raise ValueError(number)
    return value


_DECODER = json.JSONDecoder(
    object_pairs_hook=_without_duplicates, parse_float=_finite, parse_constant=_refuse
)
_ENCODED = json.JSONEncoder(ensure_ascii=False).encode
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_FAST = _DECODER.raw_decode
_SCALARS = json.JSONDecoder(parse_constant=lambda _: math.nan).raw_decode


def decode(text: str, deepest: int = DEEPEST) -> object:
    """Return what a text holds, without places, if a walk would find nothing wrong.

    Raises ValueError.
    """
    try:
        found: object = _DECODER.decode(text)
        # an escape can be half of a surrogate pair
        has_escapes = "\\" in text and _SURROGATE.search(text)
        (_ENCODED(found) if has_escapes else text).encode()
    except RecursionError as error:
        raise ValueError(text) from error
    inside: list[Any] = [found] if type(found) in _CONTAINERS else []
    for _ in range(deepest):
        inside = [
            each
            for around in inside
            for each in (around.values() if isinstance(around, dict) else around)
            if type(each) in _CONTAINERS
        ]
    if inside:
        raise ValueError(text)
    return found


class Scanner:
    """One walk through a text; what is wrong with it goes into `findings`.

    `is_broken` tells whether it could not be walked to its end; then what was
    complete before is there and the rest is not.
    """

    def __init__(
        self,
        text: str,
        findings: Findings,
        builders: Mapping[str, Builder] | None = None,
        *,
        deepest: int = DEEPEST,
    ) -> None:
        self.is_broken: bool = False
        self._text = text
        self._findings = findings
        self._builders = builders or {}
        self._deepest = deepest
        self._open: list[_Open] = []

    def scan(self) -> Node | None:
        """Read the whole text as one value; None if there is none."""
        try:
            node = self._value(self._skip(int(self._text.startswith("\ufeff"))))
        except _BrokenError as error:
            self._give_up(*error.args)
            return self._open[0].node if self._open else None
        at = self._skip(node.end)
        if at < len(self._text):
            self._give_up(at, "wanted the end of the text")
        return node

    def scan_at(self, start: int) -> Node:
        """Read the one value that starts here; it has been read before."""
        return self._value(start)

    def _give_up(self, at: int, reason: str, code: str = "json-syntax") -> None:
        self.is_broken = True
        span = Span(at, min(at + 1, len(self._text)))
        is_fenced = self._text.startswith("```", at)
        help_ = "take away the lines that begin with ```" if is_fenced else None
        self._findings.add(code, reason, span, help_)
        for each in self._open:
            each.node.faulty = True
        if len(self._open) > 1:
            self._add(self._open[0], self._open[1].node)

    def _skip(self, at: int) -> int:
        space = _SPACE.match(self._text, at)
        return space.end() if space else at

    def _value(self, at: int) -> Node:
        node = self._begin(at)
        while True:
            if node.end < 0:
                closing = _CLOSING[self._text[node.start]]
                self._open.append(_Open(node, closing))
                at = self._skip(node.start + 1)
                if self._text.startswith(closing, at):
                    node = self._close(at)
                else:
                    node = self._member(at)
            elif not self._open:
                return node
            else:
                around = self._open[-1]
                self._add(around, node)
                at = self._skip(node.end)
                if self._text.startswith(around.closing, at):
                    node = self._close(at)
                elif self._text.startswith(",", at):
                    node = self._member(self._skip(at + 1))
                else:
                    raise _BrokenError(at, f"wanted ',' or '{around.closing}'")

    def _close(self, at: int) -> Node:
        node = self._open.pop().node
        node.end = at + 1
        if isinstance(node.items, dict):
            node.value = {key: each.value for key, each in node.items.items()}
        else:
            node.value = [each.value for each in node.items or ()]
        return node

    def _add(self, around: _Open, node: Node) -> None:
        around.node.faulty |= node.faulty
        if isinstance(around.node.items, list):
            around.node.items.append(node)
            return
        node.key = around.key_span
        members = cast("dict[str, Node]", around.node.items)
        if members.setdefault(around.key, node) is not node:
            self._report("duplicate-key", "is given twice", node.key or node.span)

    def _member(self, at: int) -> Node:
        around = self._open[-1]
        if around.closing == "}":
            at = self._key(around, at)
        return self._begin(at)

    def _key(self, around: _Open, at: int) -> int:
        if not self._text.startswith('"', at):
            raise _BrokenError(at, "wanted a key in double quotation marks")
        around.key_span = None
        key = self._scalar(at)
        around.node.faulty |= key.faulty
        raw = self._text[at : key.end]
        around.key = encodable(raw) if key.faulty else str(key.value)
        around.key_span = key.span
        colon = self._skip(key.end)
        if not self._text.startswith(":", colon):
            raise _BrokenError(colon, "wanted ':'")
        return self._skip(colon + 1)

    def _begin(self, at: int) -> Node:
        opening = self._text[at : at + 1]
        if opening not in _CLOSING:
            return self._scalar(at)
        if len(self._open) == _ELEMENT_DEPTH:
            built = self._built(at)
            if built:
                return built
        if len(self._open) == self._deepest:
            message = f"is more than {self._deepest} levels deep"
            raise _BrokenError(at, f"{self._path()} {message}", "too-deep")
        return Node(None, at, items={} if opening == "{" else [])

    def _built(self, at: int) -> Node | None:
        """Build elements as long as that goes well; return the last, not yet added."""
        build = self._builders.get(self._open[0].key)
        siblings = self._open[1].node.items
        if build is None or not isinstance(siblings, list):
            return None
        last: Node | None = None
        while True:
            try:
                value, end = _FAST(self._text, at)
                node = Node(build(value), at, end, is_built=True)
            except _UNBUILDABLE:
                return last  # the walk will find out what is wrong, and where
            if last:
                siblings.append(last)
            last = node
            comma = _COMMA.match(self._text, end)
            if comma is None:
                return last
            at = comma.end()

    def _scalar(self, at: int) -> Node:
        try:
            value, end = _SCALARS(self._text, at)
        except json.JSONDecodeError as error:
            reason = error.msg.lower().removesuffix(" at").removesuffix(" starting")
            raise _BrokenError(error.pos, reason) from error
        except ValueError:
            number = _NUMBER.match(self._text, at)
            value, end = math.inf, number.end() if number else at
        node = Node(value, at, end)
        self._check(node)
        return node

    def _check(self, node: Node) -> None:
        match node.value:
            case float() if math.isnan(node.value):
                code, message = "not-a-number", "must be a number that JSON knows"
            case float() if math.isinf(node.value):
                code, message = "number-too-large", "is too large a number"
            case str() if encoding_fault(node.value):
                code, message = "lone-surrogate", "has a lone surrogate in it"
            case _:
                return
        self._report(code, message, node.span)
        node.value, node.faulty = None, True

    def _report(self, code: str, message: str, span: Span) -> None:
        self._findings.add(code, f"{self._path()} {message}", span)

    def _path(self) -> str:
        path = "$"
        for each in self._open:
            if isinstance(each.node.items, list):
                path = inner(path, len(each.node.items))
            elif each.key_span:
                path = inner(path, each.key)
        return path
