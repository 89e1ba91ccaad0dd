"""`argmap render`: from maps to pictures."""

import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from argmap.cli.exit_codes import Exit, is_partial, report_errors, run_all
from argmap.cli.folders import Inputs, expanded
from argmap.cli.inputs import read_input, read_with_sources
from argmap.cli.options import (
    from_option,
    inputs_argument,
    keep_going_option,
    output_option,
    quiet_option,
    refuse,
    root_option,
)
from argmap.cli.outputs import print_bytes, print_data, print_message
from argmap.cli.requests import request_options
from argmap.cli.targets import Target, is_folder, refuse_suffix
from argmap.diagram import PICTURES, Diagram, Engine
from argmap.diagram.drawing import SUFFIXES, format_of_suffix
from argmap.diagram.engine import has_embedded_engine
from argmap.diagram.request import REQUEST_OPTIONS, Request
from argmap.diagram.style import Direction, Layout
from argmap.errors import MissingGlyphsWarning, UnknownFormatError
from argmap.formats.files import write_file
from argmap.model import ArgumentMap, Semantics
from argmap.words import counted

if TYPE_CHECKING:
    from argmap.formats import Document

_BINARY = {"png", "pdf"}
_LAID_OUT = {"svg", "html"} | _BINARY
_OF_LAYOUTS = {"layout", "width", "columns", "max_lines", "heading"}
_OF_ENGINES = {"engine", "timeout"}
_WITHOUT_EFFECT = {
    **{each: {"legend"} for each in _LAID_OUT},
    "text": {"direction", "theme", "legend", "schemes"} | _OF_LAYOUTS | _OF_ENGINES,
    "mermaid": {"theme", "legend"} | _OF_LAYOUTS | _OF_ENGINES,
    "dot": _OF_LAYOUTS | _OF_ENGINES,
}
"""The options that change nothing in a format: others lay it out, or paint it."""


def _format(output: str, format_: str | None, inputs: Inputs) -> str:
    """Return what to write by --format and --output; raises UsageError."""
    if output == "-" or is_folder(output, inputs):
        return format_ or "svg"
    if format_ is not None:
        refuse_suffix(output, format_, _suffixes(format_), SUFFIXES)
        return format_
    try:
        return format_of_suffix(output)
    except UnknownFormatError as error:
        msg = f"{error}; say --format"
        raise click.UsageError(msg) from error


def _suffixes(format_: str) -> list[str]:
    return [key for key, value in SUFFIXES.items() if value == format_]


def _write(path: Path | None, diagram: Diagram, format_: str) -> None:
    """Write a picture to a file, or to standard output."""
    if path:
        write_file(path, diagram.render(format_))
    elif format_ not in _BINARY:
        print_data(diagram.render(format_).decode(), end="")
    elif sys.stdout.isatty():
        msg = f"{format_.upper()} is not for a terminal; say -o FILE"
        raise click.UsageError(msg)
    else:
        print_bytes(diagram.render(format_))


def _size(argument_map: ArgumentMap) -> str:
    claims = counted(len(argument_map.claims), "claim")
    arguments = len(argument_map.arguments)
    return f"{claims}, {counted(arguments, 'argument')}" if arguments else claims


def _refuse_without_effect(format_: str, request: Request) -> None:
    """Refuse options that change nothing in a format or layout; raises UsageError."""
    refuse(_WITHOUT_EFFECT[format_], f"in {format_}")
    if request.layout is Layout.LIST:
        refuse({"direction"}, "in a list")
    elif request.layout is Layout.GRAPH or request.direction is not Direction.AUTO:
        refuse({"columns"}, "in a graph")
    if request.paper is not None:
        refuse({"width"}, "on paper")
    if format_ == "html":
        refuse({"is_evaluated"}, "in html: a page always shows verdicts")
    else:
        refuse({"with_source"}, f"in {format_}: it is for a page: -f html")
    if format_ != "pdf":
        refuse({"paper", "landscape"}, f"in {format_}: it is for PDF: -f pdf")


def _remarks(diagram: Diagram, format_: str) -> Iterator[str]:
    """Yield what is not drawn, or not as one may have expected, and how to get it."""
    if count := diagram.left_out:
        are = "is" if count == 1 else "are"
        claims = counted(count, "claim")
        yield f"{claims} that nothing relates to {are} not drawn; --whole draws all"
    is_free = diagram.layout is Layout.AUTO and diagram.paper is None
    if is_free and format_ in _LAID_OUT and diagram.laid_out_as is Layout.LIST:
        yield (
            "drawn as a list, because a graph would not be legible at"
            f" {diagram.width} pixels; --layout graph draws one"
        )


@click.command()
@inputs_argument
@output_option
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(list(PICTURES)),
    help="The format to write; by default that of OUT's suffix, or svg.",
)
@request_options(*(each for each in REQUEST_OPTIONS if each != "evaluate"))
@click.option(
    "--evaluate",
    "is_evaluated",
    is_flag=True,
    help="Show the verdicts of the whole map.",
)
@click.option(
    "--semantics",
    type=click.Choice([each.value for each in Semantics]),
    help="Show the verdicts by this semantics; --evaluate uses the grounded one.",
)
@click.option(
    "-w",
    "--watch",
    "is_watching",
    is_flag=True,
    help="Draw again whenever INPUT, or a file that it includes or shows, is saved.",
)
@root_option
@keep_going_option
@from_option
@quiet_option
def render(  # noqa: PLR0913 - each is an option
    *,
    inputs: tuple[str, ...],
    output: str,
    format_: str | None,
    is_evaluated: bool,
    semantics: str | None,
    is_watching: bool,
    keep_going: bool,
    from_: str | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Draw maps as pictures, as text or as an HTML page.

    Pictures are SVG, PNG, PDF, DOT or Mermaid. An HTML page always shows verdicts.

    \b
    argmap render debate.json -o debate.svg
    argmap render debate.json --focus thesis --depth 2 -o thesis.png
    argmap render debate.json -o debate.html
    """  # noqa: D301 - click takes a real \\b for lines to be kept
    files = expanded(inputs, from_, apart_from=output)
    kind = _format(output, format_, files)
    target = Target.of(output, _suffixes(kind)[0], files, from_)
    is_page = kind == "html"
    verdicts = semantics or is_evaluated or is_page
    request = Request(evaluate=verdicts, **options)
    _refuse_without_effect(kind, request)
    if (
        request.engine in (None, Engine.AUTO)
        and request.layout is not Layout.LIST
        and not quiet
        and not has_embedded_engine()
    ):
        print_message("the embedded engine is not installed: trying dot")

    documents: dict[str, Document] = {}
    keeps_going = keep_going or is_watching

    def work(name: str) -> Exit:
        started = time.perf_counter()
        read = read_with_sources if request.with_source else read_input
        documents[name] = document = read(name, from_)
        code = report_errors(name, document)
        if code and not (keeps_going and is_partial(name, document)):
            return code
        path = target.path_for(name)
        diagram = Diagram.of(document, request)
        argument_map = diagram.argument_map
        if request.with_source and not any(each.text for each in argument_map.sources):
            print_message(f"{name}: the text of no source is at hand")
        with warnings.catch_warnings():  # they are reported as findings below
            warnings.simplefilter("ignore", MissingGlyphsWarning)
            _write(path, diagram, kind)
        if not quiet:
            for remark in _remarks(diagram, kind):
                print_message(f"{name}: {remark}")
        if path and not quiet:
            took = (time.perf_counter() - started) * 1000
            print_message(f"wrote {path} ({_size(argument_map)}, {took:.0f} ms)")
        found = diagram.missing_glyphs(kind) if kind in _BINARY else ()
        if found:
            from argmap.cli.findings import report  # noqa: PLC0415 - takes its time

            report(name, document, found)
        return Exit.FINDINGS if found or code else Exit.DONE

    if is_watching:
        _watch(target, work, documents)
    run_all(files.names, work)


def _watch(
    target: Target,
    work: Callable[[str], Exit],
    documents: Mapping[str, "Document"],
) -> NoReturn:
    from argmap.cli.watching import watch  # noqa: PLC0415 - seldom wanted

    if target.path is None:
        msg = "--watch needs a file or a folder to write to: -o map.svg"
        raise click.UsageError(msg)
    for name in target.inputs.names:  # watching would go on whatever is refused
        target.path_for(name)
    watch(target.inputs.names, work, documents)
