"""Texts in Argdown, and those on pages, put in the place of what was read."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from argmap.cli.exit_codes import Exit, InputError
from argmap.cli.findings import report
from argmap.cli.inputs import NO_FENCE, text_of_input
from argmap.cli.outputs import difference, print_data, print_message, with_mark_of
from argmap.errors import FormatError
from argmap.formats import Document
from argmap.formats.argdown import ARGDOWN
from argmap.formats.files import write_file
from argmap.model import ArgumentMap
from argmap.pages import SUFFIXES as PAGES, PageMap, is_page, maps_on, with_texts

REWRITTEN: Final = (*ARGDOWN.suffixes, *PAGES)
"""The suffixes of files with Argdown."""


def argdown_text(name: str, done: str) -> str:
    """Return the text of INPUT; raises InputError for one that cannot be `done`."""
    if name != "-" and not name.lower().endswith(REWRITTEN):
        msg = f"only {', '.join(REWRITTEN)} can be {done}"
        raise InputError(msg)
    return text_of_input(name)


def changed(
    name: str, text: str, change: Callable[[str], str], *, is_named: bool
) -> str | None:
    """Return a text changed, of a page the maps in Argdown; None where one has errors.

    Those are reported, and so is a page without a map that `is_named` as INPUT.
    """
    if not is_page(name):
        return change(text)
    maps = maps_on(text, name)
    if is_named and not maps:
        print_message(f"{name}: nothing to change: {NO_FENCE}")
    new: dict[str, str] = {}
    is_faulty = False
    for each in maps:
        found = _changed(each, change)
        if isinstance(found, Document):
            is_faulty = True
            report(name, found, found.diagnostics)
        else:
            new[each.place] = found
    return None if is_faulty else with_texts(text, name, new)


def _changed(found: PageMap, change: Callable[[str], str]) -> str | Document:
    """Return the text of a map, changed if it is Argdown; what is wrong, if anything.

    A map that is in a file of its own has no text here.
    """
    if found.fault:
        return found.read()
    if found.file or found.format is not ARGDOWN:
        return found.text
    try:
        return change(found.text)
    except FormatError as error:
        faults = error.diagnostics
        return found.placed(Document(ArgumentMap(), error.text, diagnostics=faults))


def rewrite(
    name: str, text: str, new: str, *, check: bool, diff: bool, done: str | None
) -> Exit:
    """Write a new text in place, or show the difference, or say that there is one.

    What was read from standard input goes to standard output. `done` is what to say of
    a file that was written.
    """
    if diff:
        print_data("".join(difference(name, text, new)), end="")
    elif check:
        if new != text:
            print_message(f"{name} would change")
    elif name == "-":
        print_data(new, end="")
    elif new != text:
        write_file(Path(name), with_mark_of(Path(name), new))
        if done:
            print_message(f"{done} {name}")
    return Exit.FINDINGS if check and new != text else Exit.DONE
