"""`argmap fmt`: texts in Argdown laid out anew, in place, on pages too."""

from pathlib import Path
from typing import Final

import click

from argmap.cli.exit_codes import Exit, InputError, run_all
from argmap.cli.findings import report
from argmap.cli.folders import files_of
from argmap.cli.inputs import NO_FENCE, text_of_input
from argmap.cli.options import check_option, diff_option, inputs_argument, quiet_option
from argmap.cli.outputs import (
    difference,
    print_data,
    print_message,
    with_mark_of,
)
from argmap.errors import FormatError
from argmap.formats import Document
from argmap.formats.argdown import ARGDOWN
from argmap.formats.files import write_file
from argmap.model import ArgumentMap
from argmap.pages import SUFFIXES as PAGES, PageMap, is_page, maps_on, with_texts

_SUFFIXES: Final = (*ARGDOWN.suffixes, *PAGES)


@click.command()
@inputs_argument
@check_option
@diff_option
@quiet_option
def fmt(*, inputs: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Lay out texts in Argdown.

    Files are written in place; standard input goes to standard output. Wording, order
    and comments stay as they are, and so does what the text means; line ends are those
    that most lines have. Of a page only the maps in its fences change. A text with
    errors is left alone, and so is a page with one.
    """

    def work(name: str) -> Exit:
        text = _text(name)
        if is_page(name) and name in inputs and not quiet and not maps_on(text, name):
            print_message(f"{name}: nothing to lay out: {NO_FENCE}")
        laid_out = _page_laid_out(name, text) if is_page(name) else format_text(text)
        if laid_out is None:
            return Exit.INPUT
        if diff:
            print_data("".join(difference(name, text, laid_out)), end="")
        elif not check:
            _write(name, text, laid_out, quiet=quiet)
        elif laid_out != text:
            print_message(f"{name} would change")
        return Exit.FINDINGS if check and laid_out != text else Exit.DONE

    from argmap.formats.argdown.formatter import format_text  # noqa: PLC0415

    run_all(files_of(inputs, _SUFFIXES).names, work)


def _write(name: str, text: str, laid_out: str, *, quiet: bool) -> None:
    """Write what has changed, to standard output if it came from standard input."""
    if name == "-":
        print_data(laid_out, end="")
    elif laid_out != text:
        write_file(Path(name), with_mark_of(Path(name), laid_out))
        if not quiet:
            print_message(f"laid out {name}")


def _text(name: str) -> str:
    if name != "-" and not name.lower().endswith(_SUFFIXES):
        msg = f"only {', '.join(_SUFFIXES)} can be laid out"
        raise InputError(msg)
    return text_of_input(name)


def _page_laid_out(name: str, text: str) -> str | None:
    """Return a page with its maps in Argdown laid out; None where one has errors."""
    laid_out: dict[str, str] = {}
    is_faulty = False
    for each in maps_on(text, name):
        found = _laid_out(each)
        if isinstance(found, Document):
            is_faulty = True
            report(name, found, found.diagnostics)
        else:
            laid_out[each.place] = found
    return None if is_faulty else with_texts(text, name, laid_out)


def _laid_out(found: PageMap) -> str | Document:
    """Return the text of a map, laid out if it is Argdown; what is wrong, if anything.

    A map that is in a file of its own has no text here.
    """
    from argmap.formats.argdown.formatter import format_text  # noqa: PLC0415

    if found.fault:
        return found.read()
    if found.file or found.format is not ARGDOWN:
        return found.text
    try:
        return format_text(found.text)
    except FormatError as error:
        faults = error.diagnostics
        return found.placed(Document(ArgumentMap(), error.text, diagnostics=faults))
