"""`argmap render`: from maps to pictures."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from argmap.cli.findings import report_errors
from argmap.cli.inputs import read_input
from argmap.cli.options import (
    from_option,
    inputs_argument,
    selection_options,
)
from argmap.cli.outcome import Exit, each_input
from argmap.cli.outputs import OutputError, write_file
from argmap.diagram import PICTURES, Diagram, Direction, Engine, Theme, draw
from argmap.diagram.engine import has_embedded_engine
from argmap.diagram.selection import Selection
from argmap.model import ArgumentMap, Semantics

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation
    from argmap.formats import Document

_SUFFIXES = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
}
_BINARY = {"png", "pdf"}


@attrs.frozen
class _Target:
    """Where pictures go and as what: standard output, a file, or a folder."""

    path: Path | None
    format: str
    is_folder: bool
    taken: dict[Path, str] = attrs.field(factory=dict)

    @classmethod
    def of(cls, output: str, format_: str | None, inputs: tuple[str, ...]) -> "_Target":
        """Read --output and --format; raises UsageError where they do not fit."""
        path = None if output == "-" else Path(output)
        is_folder = path is not None and (
            path.is_dir() or output.endswith(("/", os.sep))
        )
        if len(inputs) > 1 and not is_folder:
            msg = "several INPUTs need a folder to go to: -o pictures/"
            raise click.UsageError(msg)
        if format_ is None and path is not None and not is_folder:
            format_ = _SUFFIXES.get(path.suffix.lower())
            if format_ is None:
                known = ", ".join(_SUFFIXES)
                msg = f"the suffix of '{output}' is none of {known}; say --format"
                raise click.UsageError(msg)
        return cls(path, format_ or "svg", is_folder)

    def write(self, name: str, diagram: Diagram) -> Path | None:
        """Write a picture; return the file, or None for standard output."""
        if self.path is None:
            if self.format in _BINARY and sys.stdout.isatty():
                msg = f"{self.format.upper()} is not for a terminal; say -o FILE"
                raise click.UsageError(msg)
            click.echo(diagram.render(self.format), nl=False)
            return None
        path = self.path
        if self.is_folder:
            stem = Path(name.rpartition(":")[0] or name).stem
            suffix = next(
                key for key, value in _SUFFIXES.items() if value == self.format
            )
            path = self.path / f"{'stdin' if name == '-' else stem}{suffix}"
        if self.taken.setdefault(path, name) != name:
            msg = f"'{path}' would be written twice"
            raise OutputError(msg)
        write_file(path, diagram.render(self.format))
        return path


def _evaluation(argument_map: ArgumentMap, semantics: str) -> "Evaluation":
    from argmap.evaluation import evaluate  # noqa: PLC0415 - most pictures have none

    return evaluate(argument_map, semantics)


def _size(argument_map: ArgumentMap) -> str:
    claims, arguments = len(argument_map.claims), len(argument_map.arguments)
    size = f"{claims} claim{'' if claims == 1 else 's'}"
    if not arguments:
        return size
    return f"{size}, {arguments} argument{'' if arguments == 1 else 's'}"


@click.command()
@inputs_argument
@click.option(
    "-o",
    "--output",
    metavar="OUT|DIR|-",
    default="-",
    help="A file, a folder for several, or - for standard output (the default).",
)
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(list(PICTURES)),
    help="What to write; by default what OUT's suffix says, else svg.",
)
@click.option(
    "-d",
    "--direction",
    type=click.Choice([each.value for each in Direction]),
    default="auto",
    show_default=True,
    help="Where arrows lead.",
)
@click.option(
    "-t",
    "--theme",
    type=click.Choice([each.value for each in Theme]),
    default="auto",
    show_default=True,
    help="The colours; auto follows the reader's.",
)
@selection_options
@click.option(
    "--whole", is_flag=True, help="All of the map, whatever its text wants drawn."
)
@click.option(
    "--evaluate", "is_evaluated", is_flag=True, help="With verdicts on the whole map."
)
@click.option(
    "--semantics",
    type=click.Choice([each.value for each in Semantics]),
    help="What counts as defended; with verdicts, by default grounded ones.",
)
@click.option(
    "--with-source",
    is_flag=True,
    help="Put the text of the sources beside the map (html), where it is at hand.",
)
@click.option(
    "--engine",
    type=click.Choice([each.value for each in Engine]),
    help="What lays out; by default $ARGMAP_ENGINE, else auto.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="The layout's deadline in seconds.",
)
@click.option(
    "-w",
    "--watch",
    "is_watching",
    is_flag=True,
    help="Draw again whenever INPUT or a file that it includes is saved.",
)
@from_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was written.")
def render(  # noqa: PLR0913 - each is an option
    *,
    inputs: tuple[str, ...],
    output: str,
    format_: str | None,
    direction: str,
    theme: str,
    section: str | None,
    focus: str | None,
    depth: int,
    whole: bool,
    is_evaluated: bool,
    semantics: str | None,
    with_source: bool,
    engine: str | None,
    timeout: float,
    is_watching: bool,
    from_: str | None,
    quiet: bool,
) -> None:
    """Draw maps as SVG, PNG, PDF, DOT, Mermaid or text, or as a page to read (html).

    For example: argmap render debate.json -o debate.svg, or, of a larger map,
    argmap render debate.py:ARGUMENT_MAP --focus thesis --depth 2 -o thesis.png
    A page always tells verdicts.
    """
    target = _Target.of(output, format_, inputs)
    is_page = target.format == "html"
    if (is_evaluated or is_page) and semantics is None:
        semantics = Semantics.GROUNDED
    if with_source and not is_page:
        msg = "--with-source is for a page: -f html"
        raise click.UsageError(msg)
    if is_watching and target.path is None:
        msg = "--watch needs a file or a folder to write to: -o map.svg"
        raise click.UsageError(msg)
    if engine in (None, "auto") and not has_embedded_engine() and not quiet:
        click.echo("the embedded engine is not installed: trying dot", err=True)

    documents: dict[str, Document] = {}

    def work(name: str) -> Exit:
        started = time.perf_counter()
        documents[name] = document = read_input(name, from_)
        if report_errors(name, document):
            return Exit.INPUT
        view = Selection(focus, depth, section, whole).view_of(document)
        diagram = draw(
            view.argument_map,
            colors=view.colors,
            evaluation=_evaluation(document.argument_map, semantics)
            if semantics
            else None,
            direction=direction,
            theme=theme,
            with_source=with_source,
            engine=engine,
            timeout=timeout,
        )
        if with_source and not any(each.text for each in view.argument_map.sources):
            click.echo(f"{name}: the text of no source is at hand", err=True)
        written = target.write(name, diagram)
        if written and not quiet:
            took = (time.perf_counter() - started) * 1000
            click.echo(
                f"wrote {written} ({_size(view.argument_map)}, {took:.0f} ms)",
                err=True,
            )
        return Exit.DONE

    if not is_watching:
        each_input(inputs, work)
        return
    from argmap.cli.watching import watch  # noqa: PLC0415 - seldom wanted

    each_input(inputs[:1], lambda _: watch(inputs, work, documents))
