"""`argmap new`: a debate or a decision record to begin with."""

import os
from importlib.resources import files
from pathlib import Path
from typing import Final

import click

from argmap.cli.options import quiet_option
from argmap.cli.outputs import print_data, print_message
from argmap.cli.targets import OutputError
from argmap.formats.files import write_file

_TEMPLATES: Final = {"debate": "debate.argdown", "adr": "adr.md"}


@click.command()
@click.argument("kind", type=click.Choice(list(_TEMPLATES)))
@click.option(
    "-o",
    "--output",
    metavar="OUT|-",
    default="-",
    help="A new file, or - for standard output (the default).",
)
@quiet_option
def new(*, kind: str, output: str, quiet: bool) -> None:
    """Write a template: a debate, or a decision record (adr).

    A debate is a text in Argdown; a record is a page of Markdown with its argument in a
    fence. `argmap check` has no findings in either. Replace the words by your own.

    \b
    argmap new debate -o sundays.argdown
    argmap new adr -o docs/decisions/0008-queue.md
    """  # noqa: D301 - click takes a real \\b for lines to be kept
    name = _TEMPLATES[kind]
    template = files("argmap.cli").joinpath("templates", name)
    text = template.read_text(encoding="utf-8")
    if output == "-":
        print_data(text, end="")
        return
    suffix = Path(name).suffix
    if Path(output).suffix.lower() != suffix:
        msg = f"it is for a file whose name ends in {suffix}, not as '{output}' does"
        raise click.UsageError(msg)
    if os.path.lexists(output):
        msg = f"'{output}' is there already; name another OUT"
        raise OutputError(msg)
    write_file(output, text.encode())
    if not quiet:
        print_message(f"wrote {output}")
