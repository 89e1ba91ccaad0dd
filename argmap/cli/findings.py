"""Reports of findings: in full, in a line, as JSON, for GitHub."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import attrs
import click

from argmap.cli.exit_codes import Exit
from argmap.cli.outputs import print_data, print_message
from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.findings import abridged, as_dict, concise, for_github, show
from argmap.formats import Document


def _full(found: Sequence[Diagnostic], text: str, path: str) -> str:
    color = click.get_current_context().color is not False
    return "\n\n".join(show(each, text, path, color=color) for each in found)


def _one_a_line(
    line: Callable[[Diagnostic, str, str], str],
) -> Callable[[Sequence[Diagnostic], str, str], str]:
    def lines(found: Sequence[Diagnostic], text: str, path: str) -> str:
        return "\n".join(line(each, text, path) for each in found)

    return lines


def _json_line(diagnostic: Diagnostic, text: str, path: str) -> str:
    return json.dumps(as_dict(diagnostic, text, path), ensure_ascii=False)


STYLES: dict[str, Callable[[Sequence[Diagnostic], str, str], str]] = {
    "full": _full,
    "concise": _one_a_line(concise),
    "json": _one_a_line(_json_line),
    "github": _one_a_line(for_github),
}
"""The ways to show findings, by name; JSON is an object a line."""


_BETWEEN = {"full": "\n\n", "concise": "\n", "json": "\n", "github": "\n"}


def report(
    name: str,
    document: Document,
    found: Iterable[Diagnostic],
    *,
    style: str = "full",
    to_stdout: bool = False,
) -> None:
    """Show findings: those of `check` as data, those met on the way as messages.

    In full, where people read them, each kind of finding ends after the first few;
    the other styles, which programs read, are complete.
    """
    distinct = dict.fromkeys(found)
    shown, more = abridged(distinct) if style == "full" else (distinct, [])
    if more:
        more.append("(argmap check --output-format concise lists them all)")
    blocks = [_shown(shown, document, name, style), "\n".join(more)]
    if shown:
        text = "\n\n".join(filter(None, blocks))
        print_findings = print_data if to_stdout else print_message
        print_findings(text, is_styled=style == "full")


def _shown(
    found: Iterable[Diagnostic], document: Document, name: str, style: str
) -> str:
    """Return findings in their style, each with the text of its own file."""
    placed = []
    for each in found:
        path, text, span = document.origin(each.span or Span(0, 0))
        shown = "<stdin>" if name == "-" else name
        evolved = attrs.evolve(each, span=span) if each.span else each
        placed.append((path or shown, text, evolved))
    groups = groupby(placed, key=lambda each: each[:2])
    return _BETWEEN[style].join(
        STYLES[style]([each[2] for each in group], text, path)
        for (path, text), group in groups
    )


def report_errors(name: str, document: Document) -> Exit:
    """Show what reading has found; return what its errors come to, DONE for none."""
    report(name, document, (*document.diagnostics, *document.source_findings))
    lacks_source = any(
        each.severity is Severity.ERROR for each in document.source_findings
    )
    return Exit.INPUT if lacks_source else Exit.of(document)
