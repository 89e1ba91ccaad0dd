"""`argmap diff`: what has changed from one map to another."""

from typing import Any

import click

from argmap import diff as difference
from argmap.cli.changes import Report
from argmap.cli.exit_codes import Exit
from argmap.cli.options import (
    from_option,
    keep_going_option,
    max_size_option,
    quiet_option,
    refuse,
)
from argmap.cli.outputs import print_data, print_message
from argmap.cli.pairs import colored, read_pair
from argmap.cli.requests import request_options
from argmap.cli.verdicts import as_json
from argmap.diagram import draw
from argmap.diagram.drawing import format_of_suffix
from argmap.errors import UnknownFormatError
from argmap.formats.files import write_file

_WITHOUT_MARKS = ("text", "html")


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
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    help="Draw both maps in one picture, named as SVG, PNG, PDF, DOT or Mermaid.",
)
@request_options("layout", "width", "direction", "theme", "engine", "timeout")
@keep_going_option
@from_option
@quiet_option
def diff(
    *,
    old: str,
    new: str,
    is_json: bool,
    is_markdown: bool,
    output: str | None,
    keep_going: bool,
    from_: str | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Show what has changed from one map to another.

    OLD and NEW are INPUTs, in any two formats. Parts are the same if they have the same
    words, the same id, similar words, or the same neighbours. + is new, - is gone, ~
    has changed, = has only another id, and ! is a verdict that has changed, with what
    it rests on now. With --output there is a picture instead.

    Exits with 1 if there are differences, and with 0 if there are none.

    \b
    argmap diff old.argdown new.argdown
    argmap diff old.argdown new.argdown -o changes.svg
    git show HEAD:debate.argdown | argmap diff - debate.argdown
    """  # noqa: D301 - behind a real \\b click does not fill lines
    _refuse_several(is_json, is_markdown, output)
    kind = _picture(output) if output else ""
    if not output:
        refuse(options, "without --output")
    pair, code = read_pair((old, new), from_, keep_going=keep_going)
    if pair is not None:
        report = Report(*pair, difference(*pair))
        if output:
            drawn = draw(report.new, since=report.changes, whole=True, **options)
            write_file(output, drawn.render(kind))
            if not quiet:
                print_message(f"wrote {output}: {report.summary}")
        else:
            _print(report, is_json=is_json, is_markdown=is_markdown)
        code = max(code, Exit.FINDINGS if report.changes else Exit.DONE)
    if code:
        raise click.exceptions.Exit(code)


def _refuse_several(*forms: object) -> None:
    """Raise UsageError where more than one form of the report is asked for."""
    if sum(map(bool, forms)) > 1:
        msg = "--json, --markdown and --output are forms of one report: choose one"
        raise click.UsageError(msg)


def _print(report: Report, *, is_json: bool, is_markdown: bool) -> None:
    if is_json:
        print_data(as_json(report.data))
    elif is_markdown:
        print_data(report.markdown)
    elif report.changes:
        print_data(colored(report.lines), is_styled=True)


def _picture(output: str) -> str:
    """Return the format of a picture by the name of its file; raises UsageError."""
    try:
        kind = format_of_suffix(output)
    except UnknownFormatError as error:
        raise click.UsageError(str(error)) from error
    if kind in _WITHOUT_MARKS:
        msg = f"{kind} does not show changes: name a picture, such as changes.svg"
        raise click.UsageError(msg)
    return kind
