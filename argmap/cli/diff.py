"""`argmap diff`: what has changed from one map to another."""

import os

import click

from argmap import diff as difference
from argmap.cli.changes import Report
from argmap.cli.exit_codes import Exit, is_partial, report_errors, worst_of
from argmap.cli.inputs import read_input
from argmap.cli.options import from_option, keep_going_option, max_size_option
from argmap.cli.outputs import print_data
from argmap.cli.verdicts import as_json
from argmap.formats import Document
from argmap.model import ArgumentMap


@click.command()
@click.argument("old")
@click.argument("new")
@max_size_option
@click.option("--json", "is_json", is_flag=True, help="Print JSON: one object.")
@click.option(
    "--markdown",
    "is_markdown",
    is_flag=True,
    help="Print Markdown, for a comment on a code host.",
)
@keep_going_option
@from_option
def diff(
    *,
    old: str,
    new: str,
    is_json: bool,
    is_markdown: bool,
    keep_going: bool,
    from_: str | None,
) -> None:
    """Show what has changed from one map to another.

    OLD and NEW are INPUTs, in any two formats. Parts are the same if they have the same words,
    the same id, similar words, or the same neighbours. + is new, - is gone, ~ has
    changed, = has only another id, and ! is a verdict that has changed, with what it
    rests on now.

    Exits with 1 if there are differences, and with 0 if there are none.

    \b
    argmap diff old.argdown new.argdown
    git show HEAD:debate.argdown | argmap diff - debate.argdown
    """  # noqa: D301 - click takes a real \\b for lines to be kept
    if is_json and is_markdown:
        msg = "--json and --markdown are two forms of one report: choose one"
        raise click.UsageError(msg)
    if old == new == "-":
        msg = "only one of OLD and NEW can be standard input"
        raise click.UsageError(msg)
    maps: dict[str, ArgumentMap] = {}

    def read(name: str) -> Exit:
        document = _read(name, from_)
        code = report_errors(name, document)
        if code and not (keep_going and is_partial(name, document)):
            return code
        maps[name] = document.argument_map
        return Exit.FINDINGS if code else Exit.DONE

    code = worst_of([*dict.fromkeys((old, new))], read)
    if old in maps and new in maps:
        report = Report(maps[old], maps[new], difference(maps[old], maps[new]))
        if is_json:
            print_data(as_json(report.data))
        elif is_markdown:
            print_data(report.markdown)
        elif report.changes:
            print_data(report.colored, is_styled=True)
        code = max(code, Exit.FINDINGS if report.changes else Exit.DONE)
    if code:
        raise click.exceptions.Exit(code)


def _read(name: str, format_name: str | None) -> Document:
    """Return the document that INPUT names; git names the null device for no file."""
    if name == os.devnull:
        return Document(ArgumentMap(), "")
    return read_input(name, format_name)
