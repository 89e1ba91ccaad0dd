"""`argmap fmt`: texts in Argdown laid out anew, in place."""

import sys
from pathlib import Path

import click

from argmap.cli.inputs import InputError
from argmap.cli.options import inputs_argument
from argmap.cli.outcome import Exit, each_input
from argmap.cli.outputs import difference, write_file
from argmap.formats import decoded, read_text
from argmap.formats.argdown import ARGDOWN


@click.command()
@inputs_argument
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if a file would change."
)
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was written.")
def fmt(*, inputs: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Lay out texts in Argdown.

    Files are written in place; standard input goes to standard output. Wording, order
    and comments stay as they are, and so does what the text means. A text with errors
    is left alone.
    """

    def work(name: str) -> Exit:
        from argmap.formats.argdown.formatter import format_text  # noqa: PLC0415

        text = _text(name)
        laid_out = format_text(text)
        if diff:
            click.echo("".join(difference(name, text, laid_out)), nl=False)
        elif check:
            if laid_out != text:
                click.echo(f"{name} would change", err=True)
        elif name == "-":
            click.echo(laid_out, nl=False)
        elif laid_out != text:
            write_file(Path(name), laid_out.encode())
            if not quiet:
                click.echo(f"laid out {name}", err=True)
        return Exit.FINDINGS if check and laid_out != text else Exit.DONE

    each_input(inputs, work)


def _text(name: str) -> str:
    if name == "-":
        return decoded(sys.stdin.buffer.read())
    if not name.lower().endswith(ARGDOWN.suffixes):
        msg = f"only {', '.join(ARGDOWN.suffixes)} can be laid out"
        raise InputError(msg)
    return read_text(name)
