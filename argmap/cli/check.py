"""`argmap check`: findings about maps."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import attrs
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
from argmap.cli.outputs import print_data, print_message
from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.document import Document, Relations
from argmap.passages import Standing
from argmap.quotations import verify
from argmap.rules import check_document, check_relations, rule
from argmap.rules.grounding import ungrounded_relation
from argmap.words import counted

_SUMMED_UP: Final = ("full", "json")
_TOGETHER: Final = ungrounded_relation.code
"""The rule that looks at all texts together."""
_NONE: Final = Relations()
_Table: TypeAlias = dict[str, tuple[int, int]]


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
@click.option(
    "--summary",
    is_flag=True,
    help="Print how many findings there are of each kind and in each map; with"
    " --output-format json as JSON.",
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
    summary: bool,
    strict: bool,
    from_: str | None,
    quiet: bool,
) -> None:
    """Find mistakes in maps.

    Quotations are looked up in the files that sources name. `argmap explain CODE` says
    why a finding matters and how to fix it.
    """
    if summary and output_format not in _SUMMED_UP:
        msg = f"--summary has no output format '{output_format}'"
        raise click.UsageError(msg)
    names = expanded(inputs, from_).names
    apart = [_TOGETHER] if len(names) > 1 else []
    work = _Check(
        from_, select, [*ignore, *apart], output_format, summary, strict, quiet
    )
    try:
        worst = worst_of(names, work)
        if apart and _TOGETHER not in ignore:
            worst = max(worst, work.together())
        if worst:
            raise click.exceptions.Exit(worst)
    finally:
        work.sum_up(len(names))


@attrs.define
class _Check:
    """The work on every input, and what comes of it."""

    from_: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    style: str
    is_summary: bool
    is_strict: bool
    is_quiet: bool
    counts: dict[str, Counter[str]] = attrs.field(factory=dict, init=False)
    _documents: dict[str, Document] = attrs.field(factory=dict, init=False)
    _standings: Counter[Standing] = attrs.field(factory=Counter, init=False)
    _pages_without: int = attrs.field(default=0, init=False)

    def __call__(self, name: str) -> Exit:
        """Check an input."""
        try:
            document = read_with_sources(name, self.from_)
        except NoMapError as error:
            self._pages_without += 1
            if not self.is_quiet:
                print_message(f"{name}: {error}")
            return Exit.DONE
        found = check_document(document, select=self.select, ignore=self.ignore)
        self._show(name, document, found)
        self._note(name, document)
        if code := Exit.of(document):
            return code
        counted = [
            each for each in found if self.is_strict or each.severity != Severity.INFO
        ]
        return Exit.FINDINGS if counted else Exit.DONE

    def together(self) -> Exit:
        """Report what no text bears out, once all are read."""
        found = check_relations(list(self._documents.values()))
        for (name, document), own in zip(self._documents.items(), found, strict=True):
            self._show(name, document, own)
        return Exit.FINDINGS if any(found) else Exit.DONE

    def sum_up(self, inputs: int) -> None:
        """Show how much was found of what, as far as that is wanted."""
        if self.is_summary:
            _print_summary(self.counts, self.style)
        if self._is_summed_up:
            _sum_up_quotations(self._standings)
            _sum_up(self.counts, inputs - self._pages_without)

    @property
    def _is_summed_up(self) -> bool:
        return self.style == "full" and not self.is_quiet

    def _show(self, name: str, document: Document, found: Sequence[Diagnostic]) -> None:
        of_map = self.counts.setdefault(name, Counter())
        of_map.update(each.code for each in dict.fromkeys(found))
        if not self.is_summary:
            report(name, document, found, style=self.style, to_stdout=True)

    def _note(self, name: str, document: Document) -> None:
        """Keep what is looked at once all maps are read."""
        if not document.has_errors and document.relations != _NONE:
            self._documents[name] = document
        if document.has_errors and not self.is_quiet:
            print_message(f"{name}: rules not run, as the text has errors")
        elif self._is_summed_up:
            quotations = verify(document.argument_map)
            self._standings.update(each.standing for each in quotations)


def _summary(counts: Mapping[str, Counter[str]]) -> tuple[_Table, _Table]:
    """Return how often each code was found and in how many maps, and each map's number.

    The greatest number comes first, and what has none is left out.
    """
    total = sum(counts.values(), Counter[str]())
    maps = Counter(code for each in counts.values() for code in each)
    by_code = {code: (number, maps[code]) for code, number in total.items()}
    by_map = {name: (each.total(), len(each)) for name, each in counts.items() if each}
    return _ordered(by_code), _ordered(by_map)


def _ordered(table: _Table) -> _Table:
    return dict(sorted(table.items(), key=lambda row: (-row[1][0], row[0])))


def _print_summary(counts: Mapping[str, Counter[str]], style: str) -> None:
    by_code, by_map = _summary(counts)
    if style == "json":
        codes = {
            code: {"findings": number, "maps": maps}
            for code, (number, maps) in by_code.items()
        }
        found = {name: dict(counts[name]) for name in by_map}
        print_data(json.dumps({"codes": codes, "maps": found}, indent=2))
    elif by_code:
        width = len(str(max(number for number, _ in by_code.values())))
        lines = [
            f"{number:{width}}  {code}, in {counted(maps, 'map')}"
            for code, (number, maps) in by_code.items()
        ]
        lines.append("")
        lines += [f"{number:{width}}  {name}" for name, (number, _) in by_map.items()]
        print_data("\n".join(lines))


def _sum_up_quotations(standings: Counter[Standing]) -> None:
    """Say how the quotations stand in their sources, if there are any."""
    if total := standings.total():
        found = [f"{standings[each]} {each}" for each in Standing if standings[each]]
        print_message(f"{counted(total, 'quotation')}: {', '.join(found)}")


def _sum_up(counts: Mapping[str, Counter[str]], maps: int) -> None:
    """Say how much was found where that is not to be seen: in none, or in several."""
    total = sum(each.total() for each in counts.values())
    if not maps or (maps == 1 and (total or not counts)):
        return
    message = counted(total, "finding") if total else "no findings"
    if maps > 1:
        message += f" in {maps} maps"
    if unread := maps - len(counts):
        message += f", of which {unread} could not be checked"
    print_message(message)
