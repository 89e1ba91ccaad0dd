"""`argmap check`: findings about maps."""

from collections import Counter
from collections.abc import Iterable, Sequence

import click

from argmap.cli.exit_codes import Exit, run_all
from argmap.cli.findings import STYLES, report
from argmap.cli.folders import expanded
from argmap.cli.inputs import read_with_sources
from argmap.cli.options import (
    from_option,
    inputs_argument,
    root_option,
)
from argmap.cli.outputs import print_message
from argmap.diagnostics import Severity
from argmap.passages import Standing
from argmap.quotations import verify
from argmap.rules import check_document, rule
from argmap.words import counted


def _codes(_: click.Context, __: click.Parameter, value: Iterable[str]) -> list[str]:
    """Return the codes in a list; raises UnknownRuleError, before any input is read."""
    codes = [code.strip() for each in value for code in each.split(",") if code.strip()]
    return [rule(code).code for code in codes]


@click.command()
@inputs_argument
@click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    callback=_codes,
    help="Run these rules too, which do not run by default.",
)
@click.option(
    "--ignore",
    metavar="CODES",
    multiple=True,
    callback=_codes,
    help="Do not run these rules.",
)
@click.option(
    "--output-format",
    type=click.Choice(list(STYLES)),
    default="full",
    show_default=True,
    help="How findings are shown.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for information too.")
@root_option
@from_option
@click.option("-q", "--quiet", is_flag=True, help="Print only the findings.")
def check(
    *,
    inputs: tuple[str, ...],
    select: list[str],
    ignore: list[str],
    output_format: str,
    strict: bool,
    from_: str | None,
    quiet: bool,
) -> None:
    """Find mistakes in maps.

    Quotations are looked up in the files that sources name. `argmap explain CODE` says
    why a finding matters and how to fix it.
    """
    files = expanded(inputs)
    is_summed_up = output_format == "full" and not quiet
    counts: list[int] = []
    standings: Counter[Standing] = Counter()

    def work(name: str) -> Exit:
        document = read_with_sources(name, from_)
        found = check_document(document, select=select, ignore=ignore)
        report(name, document, found, style=output_format, to_stdout=True)
        counts.append(len(set(found)))
        if document.has_errors and not quiet:
            print_message(f"{name}: rules not run, as the text has errors")
        elif is_summed_up:
            quotations = verify(document.argument_map)
            standings.update(each.standing for each in quotations)
        if code := Exit.of(document):
            return code
        counted = [each for each in found if strict or each.severity != Severity.INFO]
        return Exit.FINDINGS if counted else Exit.DONE

    try:
        run_all(files.names, work)
    finally:
        if is_summed_up:
            _sum_up_quotations(standings)
            _sum_up(counts, len(files.names))


def _sum_up_quotations(standings: Counter[Standing]) -> None:
    """Say how the quotations stand in their sources, if there are any."""
    if total := standings.total():
        found = [f"{standings[each]} {each}" for each in Standing if standings[each]]
        print_message(f"{counted(total, 'quotation')}: {', '.join(found)}")


def _sum_up(counts: Sequence[int], files: int) -> None:
    """Say how much was found where that is not to be seen: in none, or in several."""
    if files == 1 and counts != [0]:
        return
    message = counted(sum(counts), "finding") if any(counts) else "no findings"
    if files > 1:
        message += f" in {files} files"
    if unread := files - len(counts):
        message += f", of which {unread} could not be checked"
    print_message(message)
