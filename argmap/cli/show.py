"""`argmap show`: a map in words."""

import click

from argmap.cli.exit_codes import Exit, run_all
from argmap.cli.findings import report_errors
from argmap.cli.inputs import read_input
from argmap.cli.options import from_option, input_argument, selection_options
from argmap.cli.outputs import print_data
from argmap.diagram import outline
from argmap.diagram.selection import Selection


@click.command()
@input_argument
@selection_options
@from_option
def show(
    *,
    input_: str,
    focus: str | None,
    depth: int,
    section: str | None,
    from_: str | None,
) -> None:
    """Show a map in words.

    Each claim stands under what it speaks for or against: + is a reason, - an
    objection, & one of several linked premises, x strikes a step, ^ backs one,
    and ! is a contradiction.
    """

    def work(name: str) -> Exit:
        document = read_input(name, from_)
        if code := report_errors(name, document):
            return code
        argument_map = Selection(focus, depth, section).of(document.argument_map)
        print_data(outline(argument_map))
        return Exit.DONE

    run_all([input_], work)
