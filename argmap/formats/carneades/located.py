"""Located values: what stands in the YAML of a graph as what is wanted, or findings."""

import sys
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, Final, TypeVar

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.carneades.graph import KEY, Graph
from argmap.formats.codec import decode_value, suggestion
from argmap.formats.located import Node, inner, shown
from argmap.model.kinds import Scalar

_Value = TypeVar("_Value")

_NOTHING: Final = Node(None, 0, 0)
_META: Final = ("meta", "metadata")
_NUMBER: Final = Scalar(
    "a number",
    (int, float),
    {},
    lambda value: abs(value) <= sys.float_info.max,
    "wrong-type",
)


@attrs.frozen(eq=False, slots=False)
class Located:
    """A value in the text of a graph, and the path to it.

    Whatever it is not though it is asked for is a finding of the graph. Nothing is an
    empty mapping and an empty list.
    """

    graph: Graph
    path: str
    node: Node = _NOTHING

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.node.items, dict)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing stands here."""
        return self.node.items is None and self.node.value is None

    @property
    def span(self) -> Span:
        """The whole of a scalar, the bracket that opens anything else."""
        return self.node.span

    @property
    def key_span(self) -> Span:
        """The span of its key, or of itself where it has none."""
        return self.node.key or self.node.span

    @cached_property
    def items(self) -> dict[str, "Located"]:
        """The values of a mapping by their keys, also those that are nothing."""
        inside = self.node.items
        if isinstance(inside, dict):
            return {
                key: Located(self.graph, inner(self.path, key), each)
                for key, each in inside.items()
            }
        if not self.is_nothing:
            self._refuse("an object")
        return {}

    def __getitem__(self, key: str) -> "Located":
        """Return what stands under a key of a mapping; nothing is no finding there."""
        found = self.items.get(key)
        if found is None or found.is_nothing:
            return Located(self.graph, inner(self.path, key))
        return found

    @property
    def members(self) -> list["Located"]:
        """The values of a list; one word may stand for a list of it."""
        if isinstance(self.node.items, list):
            return [
                Located(self.graph, inner(self.path, index), each)
                for index, each in enumerate(self.node.items)
            ]
        if self.node.items is not None:
            self._refuse("a list")
        elif not self.is_nothing:
            return [self]
        return []

    def word(self) -> str | None:
        """Return a scalar as it is written, a number too; None for anything else."""
        if isinstance(self.node.value, str):
            return self.node.value
        if self.node.items is None and self.node.value is not None:
            return self.graph.text[self.node.start : self.node.end]
        self._refuse("text")
        return None

    def number(self) -> float | None:
        """Return a number, None for anything else."""
        if self.node is _NOTHING:
            return None
        value = decode_value(_NUMBER, self.node, self.path, self.graph.findings)
        return float(value) if isinstance(value, int | float) else None

    def choice(self, choices: Mapping[str, _Value]) -> _Value | None:
        """Return what one of these words means, in whatever case it is written."""
        word = self.word()
        if word is not None and word.lower() not in choices:
            wanted = f"{self.path} must be one of {', '.join(choices)}"
            message = f"{wanted}, not {shown(word)}"
            self.graph.find("bad-value", message, self.span)
        return None if word is None else choices.get(word.lower())

    def _refuse(self, wanted: str) -> None:
        if self.node is not _NOTHING:
            self.graph.findings.add_unwanted(wanted, self.node, self.path)

    def data(
        self, known: Collection[str], data_keys: Collection[str] = ()
    ) -> dict[str, Any]:
        """Return what stands under `meta`, and under keys that no part has.

        The latter are `data_keys` and, with a finding, those that nobody knows.
        """
        own: dict[str, Any] = {}
        for key, each in self.items.items():
            if key in data_keys:
                own[key] = each.node.value
            elif key not in known and key not in _META:
                own[key] = each.node.value
                path, findings = self.path, self.graph.findings
                message = f"{path} has no key {shown(key)}; what is there stays as data"
                help_ = suggestion(key, known, findings)
                severity = Severity.WARNING
                self.graph.find("unknown-key", message, each.key_span, severity, help_)
        meta: dict[str, Any] = {}
        for key in _META:
            meta |= {name: each.node.value for name, each in self[key].items.items()}
        if KEY in meta:
            own["meta"] = {KEY: meta.pop(KEY)}
        return meta | ({KEY: own} if own else {})
