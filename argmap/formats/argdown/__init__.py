"""Argdown, the text language of argument maps.

A text goes from tokens to a syntax tree, from there to elements (what it says in
Argdown's own terms), and from these to a map; see `read`.
"""

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.builder import build
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.argdown.tree import Fault, Tree
from argmap.formats.document import Document


def read(text: str, *, compatibility: str = "argmap") -> Document:
    """Read a map from Argdown; never raises for what the text says."""
    is_reference = compatibility == "reference"
    tree = parse(tokenize(text, is_reference=is_reference))
    elements = build(tree, is_reference=is_reference)
    mapped = to_map(elements)
    diagnostics = [
        *(_finding(each, tree) for each in tree.faults),
        *elements.diagnostics,
        *mapped.diagnostics,
    ]
    diagnostics.sort(key=lambda each: each.span.start if each.span else 0)
    return Document(mapped.argument_map, text, mapped.spans, tuple(diagnostics))


def _finding(fault: Fault, tree: Tree) -> Diagnostic:
    return Diagnostic(
        fault.code,
        fault.message,
        severity=Severity.ERROR,
        span=_span(fault.token, tree),
        help=fault.help,
    )


def _span(index: int, tree: Tree) -> Span:
    """Return the place of a token; the end of the text is its last character."""
    text, tokens = tree.tokens.text, tree.tokens
    if tokens.kinds[index] == t.EOF:
        end = len(text.rstrip())
        return Span(max(0, end - 1), end)
    return Span(tokens.starts[index], tokens.ends[index])
