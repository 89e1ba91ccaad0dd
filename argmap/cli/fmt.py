"""`argmap fmt`: texts in Argdown laid out anew, in place."""

import click

from argmap.cli.exit_codes import Exit, run_all
from argmap.cli.folders import expanded
from argmap.cli.options import check_option, diff_option, inputs_argument, quiet_option
from argmap.cli.rewriting import argdown_text, rewrite
from argmap.formats.argdown import ARGDOWN


@click.command()
@inputs_argument
@check_option
@diff_option
@quiet_option
def fmt(*, inputs: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Lay out texts in Argdown.

    Files are written in place; standard input goes to standard output. Wording, order
    and comments stay as they are, and so does what the text means; line ends are those
    that most lines have. A text with errors is left alone.
    """

    def work(name: str) -> Exit:
        from argmap.formats.argdown.formatter import format_text  # noqa: PLC0415

        text = argdown_text(name, "laid out")
        done = None if quiet else "laid out"
        return rewrite(name, text, format_text(text), check=check, diff=diff, done=done)

    run_all(expanded(inputs, ARGDOWN.suffixes).names, work)
