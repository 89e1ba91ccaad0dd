"""What a theory says of arguments that are there: their words and their weights.

Its schemes are no more than that here. Carneades would also instantiate them, which
makes arguments and issues that stand in no text.
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.formats.carneades.graph import (
    BASIC,
    LINKED,
    Graph,
    Order,
    Scheme,
    Weighing,
)
from argmap.formats.carneades.nodes import Items, Nodes
from argmap.formats.carneades.terms import places
from argmap.formats.scanner import Node, inner, shown

_DIRECTIONS: Final = {"ascending": True, "descending": False}
KEYS: Final = ("language", "argument_schemes", "issue_schemes", "weighing_functions")


def read(items: Items, graph: Graph) -> None:
    """Read what stands under these keys into a graph."""
    theory = _Theory(graph)
    theory.read_language(items.get("language"))
    theory.read_weighings(items.get("weighing_functions"))
    theory.read_schemes(items.get("argument_schemes"))
    theory.read_issue_schemes(items.get("issue_schemes"))


class _Theory:
    """A theory that is being read."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._nodes = Nodes(graph)
        self._weighings: dict[str, Weighing] = dict(BASIC)

    def read_language(self, node: Node | None) -> None:
        """Read the templates that say a predicate in words."""
        for key, path, each in self._nodes.entries("$.language", node):
            template = self._nodes.word(path, each)
            if template is None:
                continue
            if key.rpartition("/")[2] == str(places(template)):
                self._graph.language[key] = template
            else:
                message = f"{path} does not take as many arguments as its key says"
                self._graph.find(
                    "unusable-template", message, each.span, Severity.WARNING
                )

    def read_weighings(self, node: Node | None) -> None:
        """Read the weighing functions that have a name."""
        for key, path, each in self._nodes.entries("$.weighing_functions", node):
            self._weighings[key.lower()] = self._weighing(path, each)

    def read_schemes(self, node: Node | None) -> None:
        """Read schemes: a list of them, or a mapping with their names as keys."""
        generating: list[str] = []
        for name, path, each in self._named(node):
            items = self._nodes.items(path, each)
            meta = self._nodes.items(inner(path, "meta"), items.get("meta"))
            weighing = self._nodes.given(path, items, "weight", self._weighing)
            properties = {key: value.value for key, value in meta.items()}
            self._graph.schemes[name] = Scheme(weighing or LINKED, properties)
            if "conclusions" in items and items["conclusions"].value:
                generating.append(name)
        if node is not None and generating:
            message = f"no arguments are made of the scheme {shown(generating[0])}"
            if len(generating) > 1:
                message = f"no arguments are made of {len(generating)} schemes"
            self._tell_missing(message, node)

    def read_issue_schemes(self, node: Node | None) -> None:
        """Tell what they would make."""
        if node is not None and node.value:
            self._tell_missing("no issues are made of schemes", node)

    def _tell_missing(self, message: str, node: Node) -> None:
        span = node.key or node.span
        self._graph.find("not-generated", message, span, Severity.WARNING)

    def _named(self, node: Node | None) -> Iterator[tuple[str, str, Node]]:
        path = "$.argument_schemes"
        if node is not None and isinstance(node.items, dict):
            yield from self._nodes.entries(path, node)
            return
        for inner_path, each in self._nodes.members(path, node):
            items = self._nodes.items(inner_path, each)
            name = self._nodes.given(inner_path, items, "id", self._nodes.word)
            yield name or "", inner_path, each

    def _weighing(self, path: str, node: Node) -> Weighing:
        if node.items is None:
            name = self._nodes.word(path, node) or ""
            if name.lower() not in self._weighings:
                message = f"there is no weighing function {shown(name)}"
                help_ = self._nodes.suggestion(name, self._weighings)
                self._graph.find("bad-value", message, node.span, help_=help_)
            return self._weighings.get(name.lower(), LINKED)
        for kind, inner_path, each in self._nodes.entries(path, node):
            match kind.lower():
                case "constant":
                    weight = self._nodes.number(inner_path, each)
                    return LINKED if weight is None else Weighing("constant", weight)
                case "preference":
                    return Weighing("preference", orders=self._orders(inner_path, each))
                case "criteria":
                    return Weighing("criteria")
        message = f"{path} must have a key constant, criteria or preference"
        self._graph.find("bad-value", message, node.span)
        return LINKED

    def _orders(self, path: str, node: Node) -> tuple[Order, ...]:
        listed = (
            [(path, node)]
            if isinstance(node.items, dict)
            else self._nodes.members(path, node)
        )
        return tuple(self._order(*each) for each in listed)

    def _order(self, path: str, node: Node) -> Order:
        items = self._nodes.items(path, node)
        name = self._nodes.given(path, items, "property", self._nodes.word) or ""
        order = items.get("order")
        if order is not None and isinstance(order.items, list):
            return Order(
                name, tuple(each.value for each in order.items if each.items is None)
            )
        is_ascending = self._nodes.given(
            path, items, "order", self._nodes.one_of(_DIRECTIONS)
        )
        return Order(name, is_ascending=bool(is_ascending))
