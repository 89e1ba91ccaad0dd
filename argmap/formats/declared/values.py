"""Values that a declaration finds in nodes and edges, and all that it does not."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import Any, Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.declared.declaration import PLACE, Declaration
from argmap.formats.declared.paths import (
    Steps,
    each_found,
    is_value,
    keys_in,
    object_of,
    steps_of,
    written,
)
from argmap.formats.located import Findings, Node
from argmap.model.values import DEEPEST_DATA
from argmap.suggestions import did_you_mean
from argmap.words import named_option

_FLOAT_ID: Final = re.compile(r"(\d+)\.0+")
_BETWEEN: Final = r"\n;|,\[\]{}'\""
_SEVERAL: Final = (
    re.compile(rf"[^\s{_BETWEEN}](?:[^{_BETWEEN}]*[^\s{_BETWEEN}])?"),
    re.compile(rf"[^\s{_BETWEEN}/&+]+"),
)
"""The ids in a cell that has several, best those that only signs divide."""
_DEEPEST_DATA: Final = DEEPEST_DATA - 5
"""What is deeper is kept as JSON, so that what is around it can be data."""
_MOST_LOOKED_AT: Final = 50
_SHOWN: Final = 8


class Values:
    """The values in a text that a declaration leads to.

    Those that were taken have said what they say; the others are data.
    """

    def __init__(self, text: str, declared: Declaration, findings: Findings) -> None:
        """Take none yet."""
        self.findings = findings
        self.paths: dict[str, list[Steps]] = {
            field: [steps_of(path) for path in declared.listed(field)]
            for field in attrs.fields_dict(Declaration)
            if field not in {"relations", "source_file"}
        }
        self._text = text
        self._declared = declared
        self._taken: dict[int, Node] = {}
        self._hits: Counter[str] = Counter()
        self._examples: dict[str, list[Node]] = {"node": [], "edge": []}

    def take(self, *nodes: Node) -> None:
        """Note that what stands here is no data."""
        self._taken.update((id(each), each) for each in nodes)

    def leave(self, item: Node) -> None:
        """Note that all that stands in an edge is data, whatever was taken of it."""
        self._taken.pop(id(item), None)
        inside = item.items or ()
        for each in inside.values() if isinstance(inside, dict) else inside:
            self.leave(each)

    @contextmanager
    def set_apart(self) -> Iterator[Mapping[int, Node]]:
        """Yield what is taken meanwhile; it is data unless it is taken again."""
        before, self._taken = self._taken, {}
        yield self._taken
        self._taken = before

    def first(self, field: str, item: Node) -> list[Node]:
        """Return the first scalar that a field finds, if any; it is taken."""
        found = self.in_(field, item)[:1]
        self.take(*found)
        return found

    def in_(self, field: str, item: Node) -> list[Node]:
        """Return the scalars that a field finds in a node or edge."""
        values = []
        for each in self.at(field, item):
            if each.items is not None:
                self.findings.add_unwanted("text", each, self.said(field))
            elif is_value(each):
                values.append(each)
        self._hits[field] += len(values)
        return values

    def at(self, field: str, item: Node) -> Iterator[Node]:
        """Yield what a field leads to in a node or edge."""
        for path in self.paths[field]:
            for _, each in each_found(item, path):
                yield each

    def ends(self, path: Steps, item: Node) -> list[Node]:
        """Return the names of nodes that a path leads to; an object has an id inside.

        They are taken.
        """
        names = []
        for _, each in each_found(item, path):
            inside: Iterable[Node] = (each,)
            if each.items is not None:
                key = "node_id" if self.paths["node_id"] else "node_text"
                inside = self.at(key, each)
            named = [one for one in inside if is_value(one)][:1]
            if each.items and not named:
                where = f"'{written(path)}'"
                self.findings.add_unwanted("the id of a node", each, where)
            names += named
        self.take(*names)
        return names

    def texts_of_ends(self, field: str, item: Node) -> Iterator[Node | None]:
        """Yield the text of each end that is an object, None for another."""
        for each in self.at(field, item):
            if each.items is not None or is_value(each):
                yield next(self.at("node_text", each), None)

    def is_at(self, field: str, item: Node) -> bool:
        """Return whether a field leads to anything in a node or edge."""
        return any(each.items or is_value(each) for each in self.at(field, item))

    def word(self, node: Node) -> str:
        """Return a scalar as it is written."""
        if isinstance(node.value, str):
            return node.value
        return self._text[node.start : node.end]

    def name(self, node: Node) -> str:
        """Return an id as text; the 3.0 that tables make of 3 is 3."""
        word = self.word(node)
        return id_in(word)

    def said(self, field: str) -> str:
        """Return the paths of a field, for a message."""
        return " or ".join(f"'{each}'" for each in self._declared.listed(field))

    def saw(self, kind: str, item: Node) -> None:
        """Note a node or an edge, in which all that is declared is looked for."""
        if len(self._examples[kind]) < _MOST_LOOKED_AT:
            self._examples[kind].append(item)

    def report_missing(self) -> None:
        """Report what is declared and stands nowhere, with its likely spelling."""
        for field in self.paths:
            kind = "edge" if field.startswith("edge_") else "node"
            examples = self._examples[kind]
            is_inside = field.startswith((f"{kind}_", "children"))
            if is_inside and self._is_missing(field, examples):
                self._report_missing(field, kind, examples)

    def _is_missing(self, field: str, examples: list[Node]) -> bool:
        if self.paths[field] in ([], [(PLACE,)]) or self._hits[field]:
            return False
        return bool(examples) and not any([*self.at(field, x)] for x in examples)

    def hit(self, field: str) -> None:
        """Note that what a field leads to was found."""
        self._hits[field] += 1

    def _report_missing(self, field: str, kind: str, examples: list[Node]) -> None:
        known = dict.fromkeys(
            written(path) for each in examples for path, _ in keys_in(each)
        )
        paths = self._declared.listed(field)
        likely = next(filter(None, (did_you_mean(each, known) for each in paths)), None)
        named = ", ".join([*known][:_SHOWN])
        help_ = likely or (f"there are {named}" if named else None)
        message = f"no {kind} has {self.said(field)}, as {named_option(field)} has it"
        span, severity = examples[0].span, Severity.WARNING
        self.findings.add("missing-key", message, span, help_, severity)

    def rest(self, item: Node, depth: int = 0) -> dict[str, Any]:
        """Return what stands in a node or edge, without what was taken."""
        inside = object_of(item).items()
        rest = {key: self._rest(each, depth + 1) for key, each in inside}
        return {key: value for key, value in rest.items() if value not in _NOTHING}

    def _rest(self, node: Node, depth: int = 0) -> Any:
        if id(node) in self._taken or (node.faulty and node.items is None):
            return None
        if node.items and depth >= _DEEPEST_DATA:
            return json.dumps(node.value, ensure_ascii=False)
        if isinstance(node.items, dict):
            return self.rest(node, depth)
        if isinstance(node.items, list):
            rest = (self._rest(each, depth + 1) for each in node.items)
            return [each for each in rest if each not in _NOTHING]
        return node.value

    def beside(self, root: Node) -> dict[str, Any]:
        """Return what stands beside all nodes and edges."""
        rest = self._rest(root)
        if isinstance(rest, dict):
            return rest
        return {"records": rest} if rest else {}


_NOTHING: Final[tuple[Any, ...]] = (None, "", {}, [])


def id_in(word: str) -> str:
    """Return a word as an id: the 3.0 that tables make of 3 is 3."""
    match = _FLOAT_ID.fullmatch(word)
    return match[1] if match else word


def ids_in(word: str, is_known: Callable[[str], bool]) -> list[tuple[str, int]]:
    """Return the ids in a cell, and where they begin; the cell if none is known.

    >>> ids_in("['a', 'x']", {"a", "b"}.__contains__)
    [('a', 2), ('x', 7)]
    >>> ids_in("b a", {"a", "b"}.__contains__), ids_in("x;y", {"a"}.__contains__)
    ([('b', 0), ('a', 2)], [('x;y', 0)])
    """
    if is_known(id_in(word)):
        return [(id_in(word), 0)]
    for pattern in _SEVERAL:
        found = [(id_in(each[0]), each.start()) for each in pattern.finditer(word)]
        if not found or any(is_known(name) for name, _ in found):
            return found
    return [(word, 0)]


def merged(several: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return all data; what differs under one key is a list there.

    >>> merged([{"page": 3, "by": "Ada"}, {"page": 4, "by": "Ada"}])
    {'page': [3, 4], 'by': 'Ada'}
    """
    found: dict[str, list[Any]] = {}
    for key, value in chain.from_iterable(each.items() for each in several):
        if value not in found.setdefault(key, []):
            found[key].append(value)
    return {
        key: one if not more else [one, *more] for key, (one, *more) in found.items()
    }


def whole(node: Node) -> Span:
    """Return the span of all of a value, as far as it goes."""
    return Span(node.start, max(node.end, node.start + 1))


def number_of(node: Node) -> float | None:
    """Return a number, also one that is written in a cell or as text."""
    value = node.value
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int | float) else None
