"""Reports of findings: in full, in a line, as JSON, for GitHub."""

import json
from collections.abc import Callable, Iterable

import click

from argmap.cli.outputs import print_data, print_message
from argmap.diagnostics import Diagnostic, Span
from argmap.findings import abridged, as_dict, concise, for_github, show
from argmap.formats import Document


def _full(diagnostic: Diagnostic, text: str, path: str) -> str:
    color = click.get_current_context().color is not False
    return show(diagnostic, text, path, color=color)


def _json_line(diagnostic: Diagnostic, text: str, path: str) -> str:
    return json.dumps(as_dict(diagnostic, text, path), ensure_ascii=False)


STYLES: dict[str, Callable[[Diagnostic, str, str], str]] = {
    "full": _full,
    "concise": concise,
    "json": _json_line,
    "github": for_github,
}
"""The ways to show a finding, by name; all but the first take one line."""


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
    shown = []
    for each in found:
        path, text, _ = document.origin(each.span or Span(0, 0))
        placed = document.in_its_file(each)
        called = path or ("<stdin>" if name == "-" else name)
        shown.append(STYLES[style](placed, text, called))
    return ("\n\n" if style == "full" else "\n").join(shown)
