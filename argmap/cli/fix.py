"""`argmap fix`: mends in texts in Argdown, in place."""

import click

from argmap.cli.exit_codes import Exit, report_errors, run_all
from argmap.cli.folders import expanded
from argmap.cli.options import check_option, diff_option, inputs_argument, quiet_option
from argmap.cli.rewriting import argdown_text, rewrite
from argmap.formats import Document, read
from argmap.formats.argdown import ARGDOWN
from argmap.formats.mending import mended


@click.command()
@inputs_argument
@check_option
@diff_option
@quiet_option
def fix(*, inputs: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Mend texts in Argdown where only one change can be meant.

    Files are written in place; standard input goes to standard output. A change is made
    if the map stays the same and the finding is gone. What is left is shown.
    """

    def work(name: str) -> Exit:
        path = None if name == "-" else name

        def read_again(text: str) -> Document:
            return read(text, ARGDOWN, path=path)

        text = argdown_text(name, "mended")
        new = mended(text, read_again, path)
        done = None if quiet else "mended"
        code = rewrite(name, text, new, check=check, diff=diff, done=done)
        if check or diff:  # what is left has its place in a text that is not there
            return code
        return max(code, report_errors(name, read_again(new)))

    run_all(expanded(inputs, ARGDOWN.suffixes).names, work)
