"""Reader of Carneades' YAML: a text becomes an argument graph, and that a map."""

from typing import Final

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
from argmap.formats.carneades.located import Located
from argmap.formats.carneades.mapping import to_document
from argmap.formats.carneades.terms import in_words, normal
from argmap.formats.codec import suggestion
from argmap.formats.document import Document
from argmap.formats.located import shown
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
        self._labels: list[tuple[str, Located]] = []
        self._at_issue: set[str] = set()
        self._undecided_issues: dict[str, object] = {}

    def read(self) -> None:
        """Read all of it, what others name before them."""
        root = self._root()
        theory.read(root, self._graph)
        data = root.data(_KEYS, _KEPT)
        for key, each in root["statements"].items.items():
            self._read_statement(key, each)
        for each in root["assumptions"].members:
            name = self._named(each)
            if name is not None:
                self._graph.statements[name].is_assumed = True
        for key, each in root["arguments"].items.items():
            if each.node.end >= 0:  # it is not broken off
                self._read_reason(key, each)
        for key, each in root["issues"].items.items():
            if each.node.end >= 0:
                self._read_issue(key, each)
        self._read_labels(root)
        if (word := root["meta"]["title"].word()) is not None:
            self._graph.title = word
            del data["title"]
        if self._undecided_issues:
            data.setdefault(KEY, {})["issues"] = self._undecided_issues
        self._graph.data = data

    def _root(self) -> Located:
        try:
            node = parse(self._graph.text, deepest=_DEEPEST)
        except DataError as error:
            span = Span(error.offset, error.offset + 1)
            self._graph.find("yaml-syntax", str(error), span)
            return Located.of_graph(error.node, self._graph)
        if node is None:
            self._graph.find("empty-text", "there is nothing in it", Span(0, 0))
        return Located.of_graph(node, self._graph)

    def _read_statement(self, key: str, value: Located) -> None:
        name, span = normal(key), value.key_span
        if name in self._graph.statements:
            message = f"there is a statement {shown(name)} already"
            self._graph.find("duplicate-id", message, span)
            return
        statement = Statement(key, span)
        self._graph.statements[name] = statement
        if value.is_mapping:
            self._read_details(name, statement, value)
        elif value:
            statement.text = value.word() or ""
        statement.text = statement.text or in_words(name, self._graph.language)

    def _read_details(self, name: str, statement: Statement, value: Located) -> None:
        statement.data = value.data(_OF_STATEMENTS)
        statement.text = value["text"].word() or ""
        statement.is_assumed = bool(value["assumed"].choice(_TRUTH))
        for key in ("label", "value"):
            if value[key]:
                self._labels.append((name, value[key]))

    def _named(self, value: Located) -> str | None:
        """Return the statement that a value names; it is added if it is not there."""
        word = value.word()
        if word is None:
            return None
        name = normal(word)
        if name not in self._graph.statements:
            self._add_undeclared(name, word, value.span)
        return name

    def _add_undeclared(self, name: str, word: str, span: Span) -> None:
        graph = self._graph
        text = in_words(name, graph.language)
        graph.find(
            "undeclared-statement",
            f"{shown(word)} is not among the statements; it is added to them",
            span,
            Severity.INFO if text else Severity.WARNING,
            None if text else suggestion(word, graph.statements, graph.findings),
        )
        graph.statements[name] = Statement(word, span, text)

    def _read_reason(self, key: str, value: Located) -> None:
        """Read an argument; without its conclusion or a premise it is left out."""
        data = value.data(_OF_REASONS, ("parameters",))
        premises = self._premises(value["premises"])
        if "conclusion" not in value.items:
            message = f"{value.path}.conclusion is missing"
            self._graph.find("missing-key", message, value.key_span)
            return
        conclusion = self._named(value.items["conclusion"])
        if conclusion is None or premises is None:
            return
        reason = Reason(
            key,
            value.key_span,
            conclusion,
            premises,
            scheme=value["scheme"].word(),
            weight=value["weight"].real_number(),
            undercutter=self._undercutter(value["undercutter"]),
            data=data,
        )
        self._graph.reasons.append(reason)

    def _undercutter(self, value: Located) -> Undercutter | None:
        name = self._named(value)
        return None if name is None else Undercutter(name, value.span)

    def _premises(self, value: Located) -> tuple[Support, ...] | None:
        """Return premises, None if one of them cannot be read."""
        if value.is_mapping:
            listed = list(value.items.items())
        else:
            listed = [("", each) for each in value.members]
        found = [(self._named(each), role) for role, each in listed]
        premises = tuple(
            Support(name, role if role.strip() else None)
            for name, role in found
            if name is not None
        )
        return premises if len(premises) == len(found) else None

    def _read_issue(self, key: str, value: Located) -> None:
        data = value.data(_OF_ISSUES)
        standard = value["standard"].choice(_STANDARDS)
        positions = self._positions(value["positions"])
        if len(positions) < _FEWEST:
            message = f"an issue with fewer than {_FEWEST} positions decides nothing"
            self._graph.find("undecided-issue", message, value.key_span, Severity.INFO)
            self._undecided_issues[key] = value.node.value
            return
        self._graph.issues.append(Issue(key, value.key_span, positions, standard, data))

    def _positions(self, value: Located) -> tuple[str, ...]:
        """Return positions, each once."""
        found: dict[str, None] = {}
        for each in value.members:
            name = self._named(each)
            if name in self._at_issue:
                message = f"{shown(name)} is a position already"
                severity = Severity.INFO if name in found else Severity.WARNING
                span = each.span
                self._graph.find("repeated-position", message, span, severity)
            if name is not None:
                found[name] = None
                self._at_issue.add(name)
        return tuple(found)

    def _read_labels(self, root: Located) -> None:
        """Read what tests expect, then labels that somebody computed."""
        for key in ("tests", "labels"):
            for label, value in root[key].items.items():
                if label not in _LABELS:
                    message = f"$.{key} has no label {shown(label)}"
                    span = value.key_span
                    self._graph.find("unknown-key", message, span, Severity.WARNING)
                    continue
                for each in value.members:
                    self._expect(self._named(each), _LABELS[label], each)
        for name, value in self._labels:
            self._expect(name, value.choice(_LABELS), value)

    def _expect(
        self, name: str | None, wanted: Expectation | None, value: Located
    ) -> None:
        if name is None or wanted is None:
            return
        statement = self._graph.statements[name]
        if statement.expected not in {None, wanted}:
            message = f"{shown(name)} is expected to be {statement.expected} already"
            span = value.span
            self._graph.find("conflicting-labels", message, span, Severity.WARNING)
        statement.expected = statement.expected or wanted
