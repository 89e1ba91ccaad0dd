"""Theories, as far as they give words and weights to arguments that are there.

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
from argmap.formats.carneades.located import Located
from argmap.formats.carneades.terms import count_arguments
from argmap.formats.codec import suggestion
from argmap.formats.located import shown

_DIRECTIONS: Final = {"ascending": True, "descending": False}
KEYS: Final = ("language", "argument_schemes", "issue_schemes", "weighing_functions")


def read(root: Located, graph: Graph) -> None:
    """Read what stands under these keys into a graph."""
    theory = _Theory(graph)
    theory.read_language(root["language"])
    theory.read_weighings(root["weighing_functions"])
    theory.read_schemes(root["argument_schemes"])
    if root["issue_schemes"].node.value:
        theory.report_missing("no issues are made of schemes", root["issue_schemes"])


class _Theory:
    """A theory that is being read."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._weighings: dict[str, Weighing] = dict(BASIC)

    def read_language(self, value: Located) -> None:
        """Read the templates that say a predicate in words."""
        for key, each in value.items.items():
            template = each.word()
            if template is None:
                continue
            if key.rpartition("/")[2] == str(count_arguments(template)):
                self._graph.language[key] = template
            else:
                message = f"{each.path} does not take as many arguments as its key says"
                self._graph.find(
                    "unusable-template", message, each.span, Severity.WARNING
                )

    def read_weighings(self, value: Located) -> None:
        """Read the weighing functions that have a name."""
        for key, each in value.items.items():
            self._weighings[key.lower()] = self._weighing(each)

    def read_schemes(self, value: Located) -> None:
        """Read schemes: a list of them, or a mapping with their names as keys."""
        generating: list[str] = []
        for name, each in self._named(value):
            properties = {
                key: meta.node.value for key, meta in each["meta"].items.items()
            }
            weight = each["weight"]
            weighing = self._weighing(weight) if weight else LINKED
            self._graph.schemes[name] = Scheme(weighing, properties)
            if each["conclusions"].node.value:
                generating.append(name)
        if generating:
            message = f"no arguments are made of the scheme {shown(generating[0])}"
            if len(generating) > 1:
                message = f"no arguments are made of {len(generating)} schemes"
            self.report_missing(message, value)

    def report_missing(self, message: str, value: Located) -> None:
        """Report what Carneades would make, and argmap does not."""
        self._graph.find("not-generated", message, value.key_span, Severity.WARNING)

    def _named(self, value: Located) -> Iterator[tuple[str, Located]]:
        if value.is_mapping:
            yield from value.items.items()
            return
        for each in value.members:
            yield each["id"].word() or "", each

    def _weighing(self, value: Located) -> Weighing:
        if value.node.items is None:
            name = value.word() or ""
            if name.lower() not in self._weighings:
                message = f"there is no weighing function {shown(name)}"
                known, findings = self._weighings, self._graph.findings
                help_ = suggestion(name, known, findings)
                self._graph.find("bad-value", message, value.span, help_=help_)
            return self._weighings.get(name.lower(), LINKED)
        for kind, each in value.items.items():
            match kind.lower():
                case "constant":
                    weight = each.real_number()
                    return LINKED if weight is None else Weighing("constant", weight)
                case "preference":
                    return Weighing("preference", orders=self._orders(each))
                case "criteria":
                    return Weighing("criteria")
        message = f"{value.path} must have a key constant, criteria or preference"
        self._graph.find("bad-value", message, value.span)
        return LINKED

    def _orders(self, value: Located) -> tuple[Order, ...]:
        listed = [value] if value.is_mapping else value.members
        return tuple(map(self._order, listed))

    def _order(self, value: Located) -> Order:
        name = value["property"].word() or ""
        order = value["order"]
        if isinstance(order.node.items, list):
            values = [each.value for each in order.node.items if each.items is None]
            return Order(name, tuple(values))
        return Order(name, is_ascending=bool(order.choice(_DIRECTIONS)))
