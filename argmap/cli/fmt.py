"""`argmap fmt`: texts in Argdown laid out anew, in place, on pages too."""

import click

from argmap.cli.exit_codes import Exit, run_all
from argmap.cli.folders import files_of
from argmap.cli.options import check_option, diff_option, inputs_argument, quiet_option
from argmap.cli.rewriting import REWRITTEN, argdown_text, changed, rewrite


@click.command()
@inputs_argument
@check_option
@diff_option
@quiet_option
def fmt(*, inputs: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Format Argdown files.

    Files are changed in place; standard input is written to standard output. Wording,
    order, comments and the meaning of the text do not change; line ends become those
    that most lines have. In a page, only the maps in its fences change. A text with
    errors is not changed, and neither is a page that has one.
    """
    from argmap.formats.argdown.formatter import format_text  # noqa: PLC0415

    def work(name: str) -> Exit:
        text = argdown_text(name, "laid out")
        is_named = name in inputs and not quiet
        new = changed(name, text, format_text, is_named=is_named)
        if new is None:
            return Exit.INPUT
        done = None if quiet else "laid out"
        return rewrite(name, text, new, check=check, diff=diff, done=done)

    run_all(files_of(inputs, REWRITTEN).names, work)
