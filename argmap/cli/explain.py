"""`argmap explain`: why a finding matters, and what to do about it."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from textwrap import indent

import attrs
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
    if example := examples().get(code):
        for words, text in (("Before:", example.text), ("After:", example.mended)):
            yield f"\n{words}\n\n{indent(visible_lines(text.rstrip()), '    ')}"


@attrs.frozen
class Example:
    """A text with a finding, and the words that mend it in the place of others."""

    text: str
    mend: tuple[str, str]
    format: str = "argdown"

    @property
    def mended(self) -> str:
        """The text without the finding."""
        return self.text.replace(*self.mend)


@cache
def examples() -> dict[str, Example]:
    """Return the examples by the codes of their findings."""
    text = files("argmap.cli").joinpath("examples.toml").read_text("utf-8")
    return {code: Example(**each) for code, each in tomllib.loads(text).items()}
