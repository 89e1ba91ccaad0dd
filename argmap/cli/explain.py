"""`argmap explain`: why a finding matters, and what to do about it."""

import click

from argmap.cli.outputs import print_data
from argmap.formats.codes import CODES, DRAWING_CODES, SPHINX_CODES
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
        print_data(_explanation(code))
        return
    width = max(len(each.code) for each in RULES)
    for each in RULES:
        selected = "" if each.runs_by_default else " (only when selected)"
        print_data(f"{each.code:{width}}  {each.summary}{selected}")


def _explanation(code: str) -> str:
    for codes, where in _TABLES:
        if code in codes:
            return f"{code} ({where})\n\n{codes[code]}"
    found = rule(code)
    return f"{found.code} ({found.severity})\n\n{found.explanation}"
