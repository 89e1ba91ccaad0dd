"""`argmap fmt`: texts in Argdown laid out anew, in place."""

from pathlib import Path

import click

from argmap.cli.exit_codes import Exit, InputError, run_all
from argmap.cli.folders import expanded
from argmap.cli.inputs import text_of_input
from argmap.cli.options import check_option, diff_option, inputs_argument, quiet_option
from argmap.cli.outputs import (
    difference,
    print_data,
    print_message,
    with_mark_of,
)
from argmap.formats.argdown import ARGDOWN
from argmap.formats.files import write_file


@click.command()
@inputs_argument
@check_option
@diff_option
@quiet_option
def fmt(*, inputs: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Format Argdown files.

    Files are changed in place; standard input is written to standard output. Wording,
    order, comments and the meaning of the text do not change; line ends become those
    that most lines have. A text with errors is not changed.
    """

    def work(name: str) -> Exit:
        from argmap.formats.argdown.formatter import format_text  # noqa: PLC0415

        text = _text(name)
        laid_out = format_text(text)
        if diff:
            print_data("".join(difference(name, text, laid_out)), end="")
        elif check:
            if laid_out != text:
                print_message(f"{name} would change")
        elif name == "-":
            print_data(laid_out, end="")
        elif laid_out != text:
            write_file(Path(name), with_mark_of(Path(name), laid_out))
            if not quiet:
                print_message(f"laid out {name}")
        return Exit.FINDINGS if check and laid_out != text else Exit.DONE

    run_all(expanded(inputs, ARGDOWN.suffixes).names, work)


def _text(name: str) -> str:
    if name != "-" and not name.lower().endswith(ARGDOWN.suffixes):
        msg = f"only {', '.join(ARGDOWN.suffixes)} can be laid out"
        raise InputError(msg)
    return text_of_input(name)
