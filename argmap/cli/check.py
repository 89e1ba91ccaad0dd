"""`argmap check`: findings about maps."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

import click

from argmap.cli.exit_codes import Exit, worst_of
from argmap.cli.findings import STYLES, report
from argmap.cli.folders import expanded
from argmap.cli.inputs import NoMapError, read_with_sources
from argmap.cli.options import (
    from_option,
    inputs_argument,
    root_option,
)
from argmap.cli.outputs import print_message
from argmap.diagnostics import Severity
from argmap.formats.document import Relations
from argmap.passages import Standing
from argmap.quotations import verify
from argmap.rules import check_document, check_relations, rule
from argmap.rules.grounding import ungrounded_relation
from argmap.words import counted

if TYPE_CHECKING:
    from argmap.formats import Document

_TOGETHER: Final = ungrounded_relation.code
"""The rule that looks at all texts together."""
_NONE: Final = Relations()


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
    files = expanded(inputs, from_)
    are_several = len(files.names) > 1
    read: dict[str, Document] = {}
    is_summed_up = output_format == "full" and not quiet
    counts: dict[str, int] = {}
    pages_without: list[str] = []
    standings: Counter[Standing] = Counter()

    def work(name: str) -> Exit:
        document = _read(name, from_, quiet=quiet)
        if document is None:
            pages_without.append(name)
            return Exit.DONE
        apart = [_TOGETHER] if are_several else []
        found = check_document(document, select=select, ignore=[*ignore, *apart])
        report(name, document, found, style=output_format, to_stdout=True)
        counts[name] = len(set(found))
        if not document.has_errors and document.relations != _NONE:
            read[name] = document
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
        worst = worst_of(files.names, work)
        if are_several and _TOGETHER not in ignore:
            worst = max(worst, _check_together(read, counts, output_format))
        if worst:
            raise click.exceptions.Exit(worst)
    finally:
        if is_summed_up:
            _sum_up_quotations(standings)
            _sum_up(counts, len(files.names) - len(pages_without))


def _read(name: str, format_name: str | None, *, quiet: bool) -> "Document | None":
    """Return what INPUT holds; None for a page without a map, which is said."""
    try:
        return read_with_sources(name, format_name)
    except NoMapError as error:
        if not quiet:
            print_message(f"{name}: {error}")
        return None


def _check_together(
    documents: Mapping[str, "Document"], counts: dict[str, int], style: str
) -> Exit:
    """Report what no text bears out, once all are read."""
    found = check_relations(list(documents.values()))
    for (name, document), own in zip(documents.items(), found, strict=True):
        report(name, document, own, style=style, to_stdout=True)
        counts[name] += len(own)
    return Exit.FINDINGS if any(found) else Exit.DONE


def _sum_up_quotations(standings: Counter[Standing]) -> None:
    """Say how the quotations stand in their sources, if there are any."""
    if total := standings.total():
        found = [f"{standings[each]} {each}" for each in Standing if standings[each]]
        print_message(f"{counted(total, 'quotation')}: {', '.join(found)}")


def _sum_up(counts: Mapping[str, int], maps: int) -> None:
    """Say how much was found where that is not to be seen: in none, or in several."""
    total = sum(counts.values())
    if not maps or (maps == 1 and (total or not counts)):
        return
    message = counted(total, "finding") if total else "no findings"
    if maps > 1:
        message += f" in {maps} maps"
    if unread := maps - len(counts):
        message += f", of which {unread} could not be checked"
    print_message(message)
