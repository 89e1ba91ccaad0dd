"""`argmap show`: the outline of a map."""

from typing import Any

import click

from argmap.cli.exit_codes import Exit, is_partial, report_errors, run_all
from argmap.cli.inputs import read_input
from argmap.cli.options import from_option, input_argument, keep_going_option
from argmap.cli.outputs import print_data
from argmap.cli.requests import request_options
from argmap.diagram import outline
from argmap.diagram.request import Request


@click.command()
@input_argument
@request_options("section", "focus", "depth")
@keep_going_option
@from_option
def show(*, input_: str, keep_going: bool, from_: str | None, **options: Any) -> None:
    """Show the outline of a map.

    Each claim is below the claim that it supports or counts against: + is a reason, -
    an objection, & one of several linked premises, x undercuts a step, ^ backs a step,
    and ! is a contradiction.
    """
    request = Request(**options)

    def work(name: str) -> Exit:
        document = read_input(name, from_)
        code = report_errors(name, document)
        if code and not (keep_going and is_partial(name, document)):
            return code
        print_data(outline(request.part_of(document.argument_map)))
        return Exit.FINDINGS if code else Exit.DONE

    run_all([input_], work)
