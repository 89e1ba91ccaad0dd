"""Texts in Argdown put in the place of what was read, or only looked at."""

from pathlib import Path

from argmap.cli.exit_codes import Exit, InputError
from argmap.cli.inputs import text_of_input
from argmap.cli.outputs import difference, print_data, print_message, with_mark_of
from argmap.formats.argdown import ARGDOWN
from argmap.formats.files import write_file


def argdown_text(name: str, done: str) -> str:
    """Return the text of INPUT; raises InputError for one that cannot be `done`."""
    if name != "-" and not name.lower().endswith(ARGDOWN.suffixes):
        msg = f"only {', '.join(ARGDOWN.suffixes)} can be {done}"
        raise InputError(msg)
    return text_of_input(name)


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
