"""Documents of data, in whatever notation, by a declaration or by what is guessed."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.declared.declaration import Declaration
from argmap.formats.declared.edge_list import DECLARED, edge_list, is_own, unguard
from argmap.formats.declared.guessing import Guessed, completed
from argmap.formats.declared.lists import GuessError, is_bare
from argmap.formats.declared.notations import json_lines, parsed, table
from argmap.formats.declared.reader import document_in
from argmap.formats.document import Document
from argmap.formats.located import Findings, Node, whole_characters
from argmap.formats.losses import find_losses
from argmap.model import ArgumentMap

_NONE: Final = Declaration()
_NOTATIONS: Final[Mapping[str, Callable[[str, Findings], Node | None]]] = {
    "any": parsed,
    "lines": json_lines,
    "table": table,
}


def read(
    text: str, declaration: Declaration = _NONE, *, notation: str = "any"
) -> Document:
    """Read a map by a declaration; never raises for what the text says.

    >>> text = '[{"claim": "Rents rose."}]'
    >>> document = read(text)
    >>> document.argument_map.claims
    (Claim('rents-rose', 'Rents rose.'),)
    >>> print(document.diagnostics[0])
    info[guessed]: read as if it were declared: --nodes '[*]' --node-text claim
    """
    clean, findings = whole_characters(text)
    root = _NOTATIONS[notation](clean, findings)
    if root is None:
        return Document(ArgumentMap(), text, {}, tuple(findings))
    if declaration == _NONE and is_own(clean):
        unguard(root)
        return _without_remarks(document_in(clean, root, DECLARED, findings), text)
    if is_bare(root):
        return Document(ArgumentMap(), text, {}, tuple(findings))
    try:
        guessed = completed(root, declaration)
    except GuessError as error:
        findings.add("nothing-declared", str(error), Span(0, 0), error.help)
        return Document(ArgumentMap(), text, {}, tuple(findings))
    _report(guessed, findings)
    declaration = guessed.declaration
    return attrs.evolve(document_in(clean, root, declaration, findings), text=text)


def _report(guessed: Guessed, findings: Findings) -> None:
    """Report what was guessed, and what was not though it has a usual name."""

    def add(message: str, help_: str) -> None:
        findings.add("guessed", message, Span(0, 0), help_, Severity.INFO)

    if guessed.said:
        message = f"read as if it were declared: {guessed.said}"
        add(message, "declare what is meant, if that is something else")
    if guessed.left:
        listed = _listed(guessed.left)
        options = " ".join(f"--children {shlex.quote(each)}" for each in guessed.left)
        message = f"what stands at {listed} in nodes or edges is left as their data"
        named = "--edge-target if they are for or against what it names"
        add(message, f"type {options} if that speaks for or against them, {named}")
    if guessed.beside:
        listed = _listed(guessed.beside)
        message = f"what stands at {listed} beside the nodes is left as data of the map"
        add(message, "say --nodes or --edges if there are more of them")


def _listed(paths: Sequence[str]) -> str:
    return ", ".join(f"'{each}'" for each in paths)


def _without_remarks(document: Document, text: str) -> Document:
    """Return the document of a table of ours, in which nothing is odd by mistake."""
    errors = [x for x in document.diagnostics if x.severity is Severity.ERROR]
    return attrs.evolve(document, text=text, diagnostics=tuple(errors))


def losses(
    argument_map: ArgumentMap, name: str, delimiter: str
) -> tuple[Diagnostic, ...]:
    """Return what of a map its table of edges does not say."""
    back = read(edge_list(argument_map, delimiter), notation="table").argument_map
    return find_losses(argument_map, back, name.upper())
