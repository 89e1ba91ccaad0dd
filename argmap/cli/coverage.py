"""`argmap coverage`: which sentences of a source no claim quotes."""

import click

from argmap.cli.exit_codes import Exit, report_errors, run_all
from argmap.cli.inputs import read_with_sources
from argmap.cli.options import from_option, input_argument, root_option
from argmap.cli.outputs import print_data
from argmap.errors import UnknownPartError
from argmap.quotations import coverage as coverage_of


@click.command()
@input_argument
@click.option(
    "--source", metavar="ID", help="The source; needed if the map has several."
)
@root_option
@from_option
def coverage(*, input_: str, source: str | None, from_: str | None) -> None:
    """Show which sentences of a source no claim quotes."""

    def work(name: str) -> Exit:
        document = read_with_sources(name, from_)
        if code := report_errors(name, document):
            return code
        argument_map = document.argument_map
        if source is None and len(argument_map.sources) != 1:
            names = ", ".join(each.id for each in argument_map.sources)
            msg = f"say which source: --source ID; there are {names}"
            if not names:
                msg = "the map names no source"
            raise UnknownPartError(msg)
        chosen = argument_map.source(source or argument_map.sources[0].id)
        print_data(str(coverage_of(argument_map, chosen)))
        return Exit.DONE

    run_all([input_], work)
