"""From a text in Carneades' YAML to its argument graph, and on to the map."""

from collections.abc import Iterator
from typing import Any, Final

from argmap.diagnostics import Severity, Span
from argmap.formats.carneades import theory
from argmap.formats.carneades.graph import (
    KEY,
    Graph,
    Issue,
    Reason,
    Statement,
    Support,
    Undercutter,
)
from argmap.formats.carneades.mapping import to_document
from argmap.formats.carneades.nodes import Items, Nodes
from argmap.formats.carneades.terms import in_words, normal
from argmap.formats.document import Document
from argmap.formats.scanner import Node, inner, shown
from argmap.formats.yaml import DataError, parse
from argmap.model import Expectation, ProofStandard

_DEEPEST: Final = 40
_KEPT: Final = (*theory.KEYS, "references")
_KEYS: Final = (
    *("meta", "statements", "assumptions", "issues", "arguments", "tests", "labels"),
    *_KEPT,
)
_OF_STATEMENTS: Final = ("text", "assumed", "label", "value", "meta")
_OF_REASONS: Final = (
    *("conclusion", "premises", "scheme", "undercutter", "weight", "meta"),
    "parameters",
)
_OF_ISSUES: Final = ("positions", "standard", "meta")
_LABELS: Final = {
    "in": Expectation.STANDS,
    "out": Expectation.REJECTED,
    "undecided": Expectation.CONTESTED,
}
_STANDARDS: Final = {
    "pe": ProofStandard.PREPONDERANCE,
    "cce": ProofStandard.CLEAR_AND_CONVINCING,
    "brd": ProofStandard.BEYOND_REASONABLE_DOUBT,
}
_TRUTH: Final = {"true": True, "false": False, "1": True, "0": False}
_FEWEST: Final = 2


def read(text: str) -> Document:
    r"""Read an argument graph of Carneades; never raises for what it says.

    >>> read("statements: {p: P., q: Q.}\nassumptions: [p]").argument_map
    <ArgumentMap: 2 claims>
    """
    graph = Graph(text)
    _Reader(graph).read()
    return to_document(graph)


class _Reader:
    """An argument graph that is being read."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._nodes = Nodes(graph)
        self._labels: list[tuple[str, str, Node]] = []
        self._at_issue: set[str] = set()
        self._undecided_issues: dict[str, object] = {}

    def read(self) -> None:
        """Read all of it, what others name before them."""
        items = self._nodes.items("$", self._root())
        theory.read(items, self._graph)
        data = self._nodes.data("$", items, _KEYS, _KEPT)
        for entry in self._nodes.entries("$.statements", items.get("statements")):
            self._read_statement(*entry)
        for member in self._nodes.members("$.assumptions", items.get("assumptions")):
            name = self._named(*member)
            if name is not None:
                self._graph.statements[name].is_assumed = True
        for entry in self._complete("$.arguments", items.get("arguments")):
            self._read_reason(*entry)
        for entry in self._complete("$.issues", items.get("issues")):
            self._read_issue(*entry)
        self._read_labels(items)
        self._graph.title = self._title(items, data)
        if self._undecided_issues:
            data.setdefault(KEY, {})["issues"] = self._undecided_issues
        self._graph.data = data

    def _root(self) -> Node | None:
        try:
            node = parse(self._graph.text, deepest=_DEEPEST)
        except DataError as error:
            span = Span(error.offset, error.offset + 1)
            self._graph.find("yaml-syntax", str(error), span)
            return error.node
        if node is None:
            self._graph.find("empty-text", "there is nothing in it", Span(0, 0))
        return node

    def _complete(
        self, path: str, node: Node | None
    ) -> Iterator[tuple[str, str, Node]]:
        """Yield the entries of a mapping, without one that is broken off."""
        for entry in self._nodes.entries(path, node):
            if entry[-1].end >= 0:
                yield entry

    def _title(self, items: Items, data: dict[str, Any]) -> str:
        """Return the title, and take it out of the data, if it is one."""
        meta = items.get("meta")
        if meta is None or not isinstance(meta.items, dict):
            return ""
        title = self._nodes.given("$.meta", meta.items, "title", self._nodes.word)
        if title is not None:
            del data["title"]
        return title or ""

    def _read_statement(self, key: str, path: str, node: Node) -> None:
        name, span = normal(key), node.key or node.span
        if name in self._graph.statements:
            message = f"there is a statement {shown(name)} already"
            self._graph.find("duplicate-id", message, span)
            return
        statement = Statement(key, span)
        self._graph.statements[name] = statement
        if isinstance(node.items, dict):
            self._read_details(name, statement, path, node)
        elif node.value is not None:
            statement.text = self._nodes.word(path, node) or ""
        statement.text = statement.text or in_words(name, self._graph.language)

    def _read_details(
        self, name: str, statement: Statement, path: str, node: Node
    ) -> None:
        items = self._nodes.items(path, node)
        statement.data = self._nodes.data(path, items, _OF_STATEMENTS)
        statement.text = self._nodes.given(path, items, "text", self._nodes.word) or ""
        statement.is_assumed = bool(
            self._nodes.given(path, items, "assumed", self._nodes.one_of(_TRUTH))
        )
        for key in ("label", "value"):
            if key in items and items[key].value is not None:
                self._labels.append((name, inner(path, key), items[key]))

    def _named(self, path: str, node: Node) -> str | None:
        """Return the statement that a node names; it is added if it is not there."""
        word = self._nodes.word(path, node)
        if word is None:
            return None
        name = normal(word)
        if name not in self._graph.statements:
            self._add_undeclared(name, word, node.span)
        return name

    def _add_undeclared(self, name: str, word: str, span: Span) -> None:
        text = in_words(name, self._graph.language)
        self._graph.find(
            "undeclared-statement",
            f"{shown(word)} is not among the statements; it is added to them",
            span,
            Severity.INFO if text else Severity.WARNING,
            None if text else self._nodes.suggestion(word, self._graph.statements),
        )
        self._graph.statements[name] = Statement(word, span, text)

    def _read_reason(self, key: str, path: str, node: Node) -> None:
        """Read an argument; without its conclusion or a premise it is left out."""
        items = self._nodes.items(path, node)
        span = node.key or node.span
        data = self._nodes.data(path, items, _OF_REASONS, ("parameters",))
        premises = self._premises(f"{path}.premises", items.get("premises"))
        if "conclusion" not in items:
            self._graph.find("missing-key", f"{path}.conclusion is missing", span)
            return
        conclusion = self._named(f"{path}.conclusion", items["conclusion"])
        if conclusion is None or premises is None:
            return
        scheme = self._nodes.given(path, items, "scheme", self._nodes.word)
        weight = self._nodes.given(path, items, "weight", self._nodes.number)
        undercutter = self._nodes.given(path, items, "undercutter", self._undercutter)
        self._graph.reasons.append(
            Reason(key, span, conclusion, premises, scheme, weight, undercutter, data)
        )

    def _undercutter(self, path: str, node: Node) -> Undercutter | None:
        name = self._named(path, node)
        return None if name is None else Undercutter(name, node.span)

    def _premises(self, path: str, node: Node | None) -> tuple[Support, ...] | None:
        """Return premises, None if one of them cannot be read."""
        if node is not None and isinstance(node.items, dict):
            listed = list(self._nodes.entries(path, node))
        else:
            listed = [("", *member) for member in self._nodes.members(path, node)]
        found = [(self._named(at, each), role) for role, at, each in listed]
        premises = tuple(
            Support(name, role if role.strip() else None)
            for name, role in found
            if name is not None
        )
        return premises if len(premises) == len(found) else None

    def _read_issue(self, key: str, path: str, node: Node) -> None:
        items = self._nodes.items(path, node)
        span = node.key or node.span
        data = self._nodes.data(path, items, _OF_ISSUES)
        standard = self._nodes.given(
            path, items, "standard", self._nodes.one_of(_STANDARDS)
        )
        positions = self._positions(f"{path}.positions", items.get("positions"))
        if len(positions) < _FEWEST:
            message = f"an issue with fewer than {_FEWEST} positions decides nothing"
            self._graph.find("undecided-issue", message, span, Severity.INFO)
            self._undecided_issues[key] = node.value
            return
        self._graph.issues.append(Issue(key, span, positions, standard, data))

    def _positions(self, path: str, node: Node | None) -> tuple[str, ...]:
        """Return positions, each once."""
        found: dict[str, None] = {}
        for inner_path, each in self._nodes.members(path, node):
            name = self._named(inner_path, each)
            if name in self._at_issue:
                message = f"{shown(name)} is a position already"
                severity = Severity.INFO if name in found else Severity.WARNING
                self._graph.find("repeated-position", message, each.span, severity)
            if name is not None:
                found[name] = None
                self._at_issue.add(name)
        return tuple(found)

    def _read_labels(self, items: Items) -> None:
        """Read what tests expect, then labels that somebody computed."""
        for key in ("tests", "labels"):
            for label, path, node in self._nodes.entries(f"$.{key}", items.get(key)):
                if label not in _LABELS:
                    message = f"$.{key} has no label {shown(label)}"
                    span = node.key or node.span
                    self._graph.find("unknown-key", message, span, Severity.WARNING)
                    continue
                for member in self._nodes.members(path, node):
                    self._expect(self._named(*member), _LABELS[label], member[1])
        for name, path, node in self._labels:
            self._expect(name, self._nodes.one_of(_LABELS)(path, node), node)

    def _expect(self, name: str | None, wanted: Expectation | None, node: Node) -> None:
        if name is None or wanted is None:
            return
        statement = self._graph.statements[name]
        if statement.expected not in {None, wanted}:
            message = f"{shown(name)} is expected to be {statement.expected} already"
            self._graph.find("conflicting-labels", message, node.span, Severity.WARNING)
        statement.expected = statement.expected or wanted
