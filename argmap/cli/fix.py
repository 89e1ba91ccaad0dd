"""`argmap fix`: mends in texts in Argdown, in place, on pages too."""

import attrs
import click

from argmap.cli.exit_codes import Exit, report_errors, run_all
from argmap.cli.folders import files_of
from argmap.cli.options import (
    check_option,
    diff_option,
    inputs_argument,
    quiet_option,
    root_option,
    source_root,
)
from argmap.cli.outputs import print_message
from argmap.cli.rewriting import REWRITTEN, argdown_text, changed, rewrite
from argmap.formats import Document, read, with_source_texts
from argmap.formats.argdown import ARGDOWN
from argmap.formats.mending import mended
from argmap.model import ArgumentMap
from argmap.pages import is_page, maps_on


@click.command()
@inputs_argument
@click.option(
    "--quotations",
    is_flag=True,
    help="Replace a quotation that has a slip by the source's words.",
)
@check_option
@diff_option
@root_option
@quiet_option
def fix(
    *,
    inputs: tuple[str, ...],
    quotations: bool,
    check: bool,
    diff: bool,
    quiet: bool,
) -> None:
    """Mend Argdown where only one change can be meant.

    Files are written in place; standard input goes to standard output. In a page, only
    the maps in its fences change. A change is made if it removes a finding and leaves
    the map the same. All other findings are shown. A slip in a quotation is another
    punctuation mark, accent or case, one wrong letter in a longer word, or dots without
    brackets for words that are left out.
    """

    def work(name: str) -> Exit:
        path = None if name == "-" else name

        def read_again(text: str) -> Document:
            return read(text, ARGDOWN, path=path)

        def read_quoting(text: str) -> Document:
            return _with_unfound(read_again(text), path)

        def mend(text: str) -> str:
            new = mended(text, read_again, path)
            if quotations:
                reworded = mended(new, read_quoting, path, is_same=_say_the_same)
                _print_reworded(name, read_quoting(new), read_quoting(reworded))
                return reworded
            return new

        text = argdown_text(name, "mended")
        new = changed(name, text, mend, is_named=name in inputs and not quiet)
        if new is None:
            return Exit.INPUT
        done = None if quiet else "mended"
        code = rewrite(name, text, new, check=check, diff=diff, done=done)
        if (check or diff) and new != text:  # what is left is in a text not yet there
            return code
        if is_page(name):
            left = [each.read() for each in maps_on(new, name)]
        else:
            left = [read_again(new)]
        return max([code, *(report_errors(name, each) for each in left)])

    run_all(files_of(inputs, REWRITTEN).names, work)


def _with_unfound(document: Document, path: str | None) -> Document:
    """Return a document with the findings about quotations not in their source."""
    from argmap.rules.sourcing import quotation_not_in_source  # noqa: PLC0415

    document = with_source_texts(document, path, root=source_root())
    found = map(document.placed, quotation_not_in_source(document.argument_map))
    return attrs.evolve(document, diagnostics=(*document.diagnostics, *found))


def _say_the_same(one: ArgumentMap, other: ArgumentMap) -> bool:
    """Return whether maps are the same but for the words that are quoted."""
    return _unquoted(one) == _unquoted(other)


def _unquoted(argument_map: ArgumentMap) -> ArgumentMap:
    claims = [attrs.evolve(each, quotations=[]) for each in argument_map.claims]
    return attrs.evolve(argument_map, claims=claims)


def _print_reworded(name: str, before: Document, after: Document) -> None:
    """Say what was put for the words of quotations."""
    left = {each.rewording for each in after.diagnostics}
    for each in before.diagnostics:
        if (to := each.rewording) and to not in left:
            print_message(f'{name}: "{to.new}" for "{to.words}"')
