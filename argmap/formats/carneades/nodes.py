"""Nodes of a text in YAML as what is wanted of them, or findings."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final, TypeAlias, TypeVar

from argmap.diagnostics import Severity
from argmap.formats.carneades.graph import KEY, Graph
from argmap.formats.scanner import Node, inner, shown, unwanted
from argmap.suggestions import did_you_mean

Items: TypeAlias = Mapping[str, Node]
Entry: TypeAlias = tuple[str, Node]
"""A path, and the node there."""

_Value = TypeVar("_Value")

_META: Final = ("meta", "metadata")
_MOST_COMPARED: Final = 2_000


def _is_nothing(node: Node) -> bool:
    return node.items is None and node.value is None


class Nodes:
    """What the nodes of a graph's text hold; what they should not is told there."""

    def __init__(self, graph: Graph) -> None:
        """Tell it that graph."""
        self._graph = graph

    def _refuse(self, wanted: str, node: Node, path: str) -> None:
        finding = unwanted(wanted, node, path)
        self._graph.find(finding.code, finding.message, node.span)

    def given(
        self,
        path: str,
        items: Items,
        key: str,
        read: Callable[[str, Node], _Value | None],
    ) -> _Value | None:
        """Read what stands under a key, if anything does."""
        node = items.get(key)
        if node is None or _is_nothing(node):
            return None
        return read(inner(path, key), node)

    def items(self, path: str, node: Node | None) -> dict[str, Node]:
        """Return what a mapping holds; nothing is an empty one."""
        if node is None or _is_nothing(node):
            return {}
        if isinstance(node.items, dict):
            return node.items
        self._refuse("an object", node, path)
        return {}

    def entries(self, path: str, node: Node | None) -> Iterator[tuple[str, str, Node]]:
        """Yield the keys of a mapping, each with the path and the node there."""
        for key, each in self.items(path, node).items():
            yield key, inner(path, key), each

    def members(self, path: str, node: Node | None) -> list[Entry]:
        """Return what a list holds; one word may stand for a list of it."""
        if node is None or _is_nothing(node):
            return []
        if isinstance(node.items, list):
            return [(inner(path, at), each) for at, each in enumerate(node.items)]
        if node.items is None:
            return [(path, node)]
        self._refuse("a list", node, path)
        return []

    def word(self, path: str, node: Node) -> str | None:
        """Return a scalar as it is written, a number too; None for anything else."""
        if isinstance(node.value, str):
            return node.value
        if node.items is None and node.value is not None:
            return self._graph.text[node.start : node.end]
        self._refuse("text", node, path)
        return None

    def number(self, path: str, node: Node) -> float | None:
        """Return a number, None for anything else."""
        if isinstance(node.value, int | float) and not isinstance(node.value, bool):
            try:
                return float(node.value)
            except OverflowError:  # an integer beyond what a strength can be
                pass
        self._refuse("a number", node, path)
        return None

    def one_of(
        self, choices: Mapping[str, _Value]
    ) -> Callable[[str, Node], _Value | None]:
        """Return what reads one of these words, in whatever case, as what it means."""

        def read(path: str, node: Node) -> _Value | None:
            word = self.word(path, node)
            if word is not None and word.lower() not in choices:
                wanted = f"{path} must be one of {', '.join(choices)}"
                message = f"{wanted}, not {shown(word)}"
                self._graph.find("bad-value", message, node.span)
            return None if word is None else choices.get(word.lower())

        return read

    def data(
        self,
        path: str,
        items: Items,
        known: Collection[str],
        kept: Collection[str] = (),
    ) -> dict[str, Any]:
        """Return what stands under `meta`, and under keys that no part has.

        The latter are those to be kept and, with a finding, those that nobody knows.
        """
        own: dict[str, Any] = {}
        for key, node in items.items():
            if key in kept:
                own[key] = node.value
            elif key not in known and key not in _META:
                own[key] = node.value
                message = f"{path} has no key {shown(key)}; what is there stays as data"
                span, help_ = node.key or node.span, self.suggestion(key, known)
                self._graph.find("unknown-key", message, span, Severity.WARNING, help_)
        meta: dict[str, Any] = {}
        for key in _META:
            entries = self.entries(inner(path, key), items.get(key))
            meta |= {name: node.value for name, _, node in entries}
        if KEY in meta:
            own["meta"] = {KEY: meta.pop(KEY)}
        return meta | ({KEY: own} if own else {})

    def suggestion(self, word: str, known: Collection[str]) -> str | None:
        """Return help for a misspelt word, while that is not too much work."""
        if len(known) * (len(self._graph.diagnostics) + 1) > _MOST_COMPARED:
            return None
        return did_you_mean(word, known)
