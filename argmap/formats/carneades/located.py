"""Located values: what stands in the YAML of a graph as what is wanted, or findings."""

import sys
from collections.abc import Collection, Mapping
from typing import Any, Final, Self, TypeVar

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.carneades.graph import KEY, Graph
from argmap.formats.codec import decode_value, suggestion
from argmap.formats.located import Node, shown
from argmap.formats.objects import NOTHING, Value
from argmap.model.kinds import Scalar

_Value = TypeVar("_Value")

_META: Final = ("meta", "metadata")
_NUMBER: Final = Scalar(
    "a number",
    (int, float),
    {},
    lambda value: abs(value) <= sys.float_info.max,
    "wrong-type",
)


@attrs.frozen(eq=False, slots=False)
class Located(Value):
    """A value in the text of a graph; whatever is found is a finding of the graph."""

    graph: Graph

    @classmethod
    def of_graph(cls, node: Node | None, graph: Graph) -> "Located":
        """Return what stands in the text of a graph, which may be nothing."""
        return cls(node or NOTHING, "$", graph.findings, graph)

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.node.items, dict)

    @property
    def key_span(self) -> Span:
        """The span of its key, or of itself where it has none."""
        return self.node.key or self.node.span

    @property
    def members(self) -> list[Self]:
        """The values of a list; one word may stand for a list of it."""
        return [self] if self and self.node.items is None else super().members

    def word(self) -> str | None:
        """Return a scalar as it is written, a number too; None for anything else."""
        if isinstance(self.node.value, str):
            return self.node.value
        if self.node.items is None and self.node.value is not None:
            return self.graph.text[self.node.start : self.node.end]
        if self.node is not NOTHING:  # null, which stands there, is no word either
            self.findings.add_unwanted("text", self.node, self.path)
        return None

    def real_number(self) -> float | None:
        """Return a number, None for anything else."""
        if not self:
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
