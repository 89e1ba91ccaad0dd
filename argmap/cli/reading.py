"""`argmap show` and `argmap convert`: the map in words, and in other formats."""

from pathlib import Path

import click

from argmap.cli.findings import report, report_errors
from argmap.cli.inputs import read_input
from argmap.cli.options import from_option, input_argument, selection_options
from argmap.cli.outcome import Exit, each_input
from argmap.cli.outputs import write_file
from argmap.diagram.selection import Selection
from argmap.formats import Format, dumps, format_for, loads
from argmap.formats.frameworks import FRAMEWORKS, write_framework
from argmap.model import ArgumentMap


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
        if report_errors(name, document):
            return Exit.INPUT
        from argmap.diagram import outline  # noqa: PLC0415 - `convert` draws nothing

        argument_map = Selection(focus, depth, section).of(document.argument_map)
        click.echo(outline(argument_map))
        return Exit.DONE

    each_input([input_], work)


@click.command()
@input_argument
@click.option("-o", "--output", metavar="OUT|-", default="-", help="Where to write.")
@from_option
@click.option("--to", metavar="FORMAT", help="What to write, if not by OUT's suffix.")
@click.option(
    "--with-source-text", is_flag=True, help="Include the text of the sources (JSON)."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was written.")
def convert(
    *,
    input_: str,
    output: str,
    from_: str | None,
    to: str | None,
    with_source_text: bool,
    quiet: bool,
) -> None:
    """Write a map in another format.

    What the format cannot hold is said on standard error. A map that is more than
    attacks between claims becomes an abstract framework with the same verdicts, and
    comments or labels tell what its arguments are.
    """

    def work(name: str) -> Exit:
        target = format_for(to or ("json" if output == "-" else output))
        document = read_input(name, from_)
        if report_errors(name, document):
            return Exit.INPUT
        argument_map = document.argument_map
        text = dumps(argument_map, target.name, with_source_text=with_source_text)
        if target in FRAMEWORKS and not _weighs_the_same(argument_map, text, target):
            text = _as_framework(argument_map, target)
        else:
            report(name, document, target.losses(argument_map))
        if output == "-":
            click.echo(text, nl=False)
            return Exit.DONE
        write_file(Path(output), text.encode())
        if not quiet:
            click.echo(f"wrote {output}", err=True)
        return Exit.DONE

    each_input([input_], work)


def _weighs_the_same(argument_map: ArgumentMap, text: str, target: Format) -> bool:
    from argmap.evaluation.projection import weigh_the_same  # noqa: PLC0415

    return weigh_the_same(argument_map, loads(text, target))


def _as_framework(argument_map: ArgumentMap, target: Format) -> str:
    """Return what a map comes to as a framework, where it is none as it stands."""
    from argmap.evaluation.projection import as_framework  # noqa: PLC0415

    projection = as_framework(argument_map)
    click.echo(
        "the map is more than a framework: its reasons, counterpoints and claims"
        f" become {len(projection.meanings)} arguments",
        err=True,
    )
    texts = [each.words for each in projection.meanings]
    return write_framework(projection.framework, target, texts=texts)
