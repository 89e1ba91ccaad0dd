"""`argmap explain`: why a finding matters, and what to do about it."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from textwrap import indent

import click

from argmap.cli.outputs import print_data
from argmap.formats.codes import (
    ADVICE,
    CODES,
    DRAWING_CODES,
    GROUPS,
    SPHINX_CODES,
)
from argmap.rules import RULES, rule
from argmap.words import visible_lines

_TABLES = (
    (CODES, "in reading"),
    (DRAWING_CODES, "in drawing"),
    (SPHINX_CODES, "in Sphinx"),
)


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the finding with this CODE, or list all codes."""
    print_data(_explanation(code.lower()) if code else "\n\n".join(_groups()))


def _groups() -> Iterator[str]:
    """Yield the codes of each group, with a sentence for each."""
    rules = {
        each.code: each.summary + " (only when selected)" * (not each.runs_by_default)
        for each in RULES
    }
    in_reading = {f"in reading: {name}": each for name, each in GROUPS.items()}
    others = {where: codes for codes, where in _TABLES[1:]}
    groups = {"in maps, by check": rules, **in_reading, **others}
    width = max(len(code) for each in groups.values() for code in each)
    for name, codes in groups.items():
        lines = [f"  {code:{width}}  {sentence}" for code, sentence in codes.items()]
        yield "\n".join([f"{name}:", *lines])


def _explanation(code: str) -> str:
    for codes, where in _TABLES:
        if code in codes:
            return "\n".join(_paragraphs(code, f"{code} ({where})", codes[code]))
    found = rule(code)
    heading = f"{found.code} ({found.severity})"
    return "\n".join(_paragraphs(found.code, heading, found.explanation))


def _paragraphs(code: str, heading: str, meaning: str) -> Iterator[str]:
    """Yield what a finding means, what to do, and an example of that."""
    yield f"{heading}\n\n{meaning}"
    if advice := ADVICE.get(code):
        yield advice
    example = examples().get(code, {})
    for name in ("before", "after"):
        if name in example:
            text = visible_lines(example[name].rstrip())
            yield f"\n{name.capitalize()}:\n\n{indent(text, '    ')}"


@cache
def examples() -> dict[str, dict[str, str]]:
    """Return a text with a finding, and that text mended, by the code of the finding.

    The texts are in Argdown unless they say their `format`.
    """
    return tomllib.loads(
        files("argmap.cli").joinpath("examples.toml").read_text("utf-8")
    )
