"""Nodes and edges in any JSON, JSON lines or table, by a declaration of where they are.

What nobody declares is guessed, and reported.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.declared.declaration import (
    Declaration,
    DeclarationError,
    named_option,
)
from argmap.formats.declared.edge_list import DECLARED, edge_list, is_own, unguard
from argmap.formats.declared.guessing import GuessError, completed
from argmap.formats.declared.notations import json_lines, parsed, table
from argmap.formats.declared.reader import document_in
from argmap.formats.document import Document, Format
from argmap.formats.located import Findings, Node, whole_characters
from argmap.formats.losses import find_losses
from argmap.model import ArgumentMap

__all__ = [
    "CSV",
    "JSON_LINES",
    "NODE_LINK",
    "TSV",
    "Declaration",
    "DeclarationError",
    "declared",
    "named_option",
]

_NONE: Final = Declaration()


def _read(
    text: str,
    declaration: Declaration = _NONE,
    *,
    parse: Callable[[str, Findings], Node | None] = parsed,
) -> Document:
    """Read a map by a declaration; never raises for what the text says.

    >>> text = '[{"claim": "Rents rose."}]'
    >>> document = _read(text)
    >>> document.argument_map.claims
    (Claim('rents-rose', 'Rents rose.'),)
    >>> print(document.diagnostics[0])
    info[guessed]: read as if it were declared: --nodes '[*]' --node-text claim
    """
    clean, findings = whole_characters(text)
    root = (parse if clean.strip("\ufeff \t\r\n") else parsed)(clean, findings)
    if root is None:
        return Document(ArgumentMap(), text, {}, tuple(findings))
    if declaration == _NONE and is_own(clean):
        unguard(root)
        return _without_remarks(document_in(clean, root, DECLARED, findings), text)
    if root.items == []:
        message = "there is nothing in it, or no row below a header"
        findings.add("empty-text", message, root.span, severity=Severity.WARNING)
        return Document(ArgumentMap(), text, {}, tuple(findings))
    try:
        declaration, guessed = completed(root, declaration)
    except GuessError as error:
        help_ = "say where they are: --nodes PATH, --edges PATH"
        findings.add("nothing-declared", str(error), Span(0, 0), help_)
        return Document(ArgumentMap(), text, {}, tuple(findings))
    if guessed:
        message = f"read as if it were declared: {guessed}"
        help_ = "declare what is meant, if that is something else"
        span, severity = Span(0, 0), Severity.INFO
        findings.add("guessed", message, span, help_, severity)
    return attrs.evolve(document_in(clean, root, declaration, findings), text=text)


def _without_remarks(document: Document, text: str) -> Document:
    """Return the document of a table of ours, in which nothing is odd by mistake."""
    errors = [x for x in document.diagnostics if x.severity is Severity.ERROR]
    return attrs.evolve(document, text=text, diagnostics=tuple(errors))


def declared(declaration: Declaration) -> Format:
    """Return the format of data that a declaration describes, whatever its notation.

    >>> declared(Declaration(nodes="claims[*]")).title
    'declared data'
    """

    def read(text: str, path: Path | None = None) -> Document:
        suffix = path.suffix.lower() if path else ""
        parse = json_lines if suffix in JSON_LINES.suffixes else parsed
        return _read(text, declaration, parse=parse)

    return Format("declared", "declared data", (), read=read, has_includes=True)


def _table(name: str, title: str, delimiter: str) -> Format:
    def losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
        back = _read(edge_list(argument_map, delimiter), parse=table).argument_map
        return find_losses(argument_map, back, name.upper())

    return Format(
        name,
        title,
        (f".{name}",),
        read=partial(_read, parse=table),
        write=partial(edge_list, delimiter=delimiter),
        losses=losses,
    )


NODE_LINK: Final = Format(
    "node-link", "nodes and edges in JSON", (".node-link.json",), read=_read
)
JSON_LINES: Final = Format(
    "json-lines",
    "nodes and edges in JSON, an object a line",
    (".jsonl", ".ndjson"),
    read=partial(_read, parse=json_lines),
)
CSV: Final = _table("csv", "nodes or edges in a table", ",")
TSV: Final = _table("tsv", "nodes or edges in a table with tabs", "\t")
