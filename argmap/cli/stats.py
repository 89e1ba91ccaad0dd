"""`argmap stats`: counts of what is in many maps."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from statistics import median_low
from typing import Final

import attrs
import click

from argmap.cli.exit_codes import Exit, InputError, report_error
from argmap.cli.folders import expanded
from argmap.cli.inputs import read_input
from argmap.cli.options import from_option, inputs_argument
from argmap.cli.outputs import print_data
from argmap.cli.progress import with_progress
from argmap.corpus.counting import Stats
from argmap.corpus.items import Item, item_of
from argmap.words import counted, visible

_MOST: Final = 10
"""How many of each count a person is shown; JSON has all."""
_COUNTS: Final = ("parts", "relations", "schemes", "speakers", "findings")


@click.command()
@inputs_argument
@click.option("--json", "is_json", is_flag=True, help="Print all counts as JSON.")
@from_option
def stats(*, inputs: tuple[str, ...], is_json: bool, from_: str | None) -> None:
    """Count what is in many maps.

    It counts parts, relations, schemes, speakers, and findings of reading. Each premise
    of an inference or a counterpoint counts as one relation. Files that cannot be read
    are counted too, and reported on standard error.
    """
    codes = [Exit.DONE]
    try:
        files = expanded(inputs, from_)
    except InputError as error:
        if is_json:
            _print_json(Stats.of([]), error.left_out)
        raise

    def items() -> Iterator[Item]:
        for name in with_progress(files.names):
            item = item_of(name, lambda name: read_input(name, from_))
            yield item
            if item.error:
                codes.append(report_error(name, item.error))

    found = Stats.of(items())
    if is_json:
        _print_json(found, files.left_out)
    else:
        print_data(_shown(found))
    if worst := max(codes):
        raise click.exceptions.Exit(worst)


def _print_json(found: Stats, left_out: Sequence[str]) -> None:
    counts = {"files": found.files, "maps": found.maps, **attrs.asdict(found)}
    print_data(json.dumps({**counts, "left_out": left_out}, indent=2))


def _shown(found: Stats) -> str:
    """Return the counts as lines, of each kind the greatest."""
    tables = {name: getattr(found, name) for name in _COUNTS}
    blocks = [f"{name}:\n{_table(each)}" for name, each in tables.items() if each]
    return "\n\n".join([_summary(found), *blocks])


def _summary(found: Stats) -> str:
    words = counted(found.maps, "map")
    if found.errors:
        words += f"; {counted(len(found.errors), 'file')} could not be read"
    if not found.maps:
        return words
    sizes = sorted(Counter(found.sizes).elements())
    if sizes[0] == sizes[-1]:
        return f"{words}\n{counted(sizes[0], 'claim')} in a map"
    span = f"{sizes[0]:,} to {sizes[-1]:,} claims in a map"
    return f"{words}\n{span}, median {median_low(sizes):,}"


def _table(counts: Mapping[str, int]) -> str:
    width = len(f"{max(counts.values()):,}") + 2
    lines = [
        f"{number:>{width},}  {visible(each)}"
        for each, number in islice(counts.items(), _MOST)
    ]
    if (more := len(counts) - _MOST) > 0:
        lines.append(f"{'…':>{width}}  {more:,} more")
    return "\n".join(lines)
