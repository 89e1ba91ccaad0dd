"""`argmap explain`: why a finding matters, and what to do about it."""

from collections.abc import Iterator
from textwrap import indent

import click

from argmap.cli.outputs import print_data
from argmap.formats.codes import (
    ADVICE,
    CODES,
    DRAWING_CODES,
    EXAMPLES,
    SPHINX_CODES,
)
from argmap.rules import RULES, rule

_TABLES = (
    (CODES, "in reading"),
    (DRAWING_CODES, "in drawing"),
    (SPHINX_CODES, "in Sphinx"),
)


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the finding with this CODE, or list the codes of check."""
    if code:
        print_data(_explanation(code.lower()))
        return
    width = max(len(each.code) for each in RULES)
    for each in RULES:
        selected = "" if each.runs_by_default else " (only when selected)"
        print_data(f"{each.code:{width}}  {each.summary}{selected}")


def _explanation(code: str) -> str:
    for codes, where in _TABLES:
        if code in codes:
            return "\n".join(_paragraphs(code, f"{code} ({where})", codes[code]))
    found = rule(code)
    return f"{found.code} ({found.severity})\n\n{found.explanation}"


def _paragraphs(code: str, heading: str, meaning: str) -> Iterator[str]:
    """Yield what a finding in a text means, what to do, and an example of that."""
    yield f"{heading}\n\n{meaning}"
    if advice := ADVICE.get(code):
        yield advice
    texts = EXAMPLES.get(code, ())
    for words, text in zip(("Before:", "After:"), texts, strict=False):
        yield f"\n{words}\n\n{indent(text.rstrip(), '    ')}"
