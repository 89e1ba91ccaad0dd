"""`argmap formats`: the formats there are, and which one a file is in."""

import click

from argmap.cli.exit_codes import Exit, run_all
from argmap.cli.inputs import NO_MAP, text_of_input
from argmap.cli.outputs import print_data
from argmap.diagram import PICTURES
from argmap.formats import FORMATS, Format, recognise
from argmap.pages import is_page, readable_on
from argmap.words import counted


@click.command()
@click.argument("files", metavar="[FILE|-]...", nargs=-1)
def formats(files: tuple[str, ...]) -> None:
    """List the formats, or show the format of FILE, and why.

    Exits with 3 if the format of FILE cannot be read.
    """
    if files:
        run_all(files, _say_what_it_is)
        return
    width = max(len(each.name) for each in FORMATS)
    for each in FORMATS:
        ways = " and ".join(
            way for way, done in (("read", each.read), ("written", each.write)) if done
        )
        suffixes = ", ".join(each.suffixes)
        print_data(f"{each.name:{width}}  {ways}: {each.title} ({suffixes})")
    for name in PICTURES:
        print_data(f"{name:{width}}  drawn")


def _say_what_it_is(name: str) -> Exit:
    if is_page(name):
        maps = readable_on(text_of_input(name), name)
        named = ", ".join(f"{name}:{each.place}" for each in maps)
        what = f"a page with {counted(len(maps), 'map')}: {named}"
        print_data(f"{name}: {what if maps else NO_MAP}")
        return Exit.DONE if maps else Exit.INPUT
    found = recognise(text_of_input(name), "" if name == "-" else name)
    help_ = f"; {found.help}" if found.help else ""
    match found.format:
        case None:
            what = "unknown"
        case Format(title=title, read=None):
            what = f"{title}, which is not read"
        case Format(name=short, title=title):
            what = f"{short} ({title})"
    print_data(f"{name}: {what}: {found.why}{help_}")
    is_readable = found.format is not None and found.format.read is not None
    return Exit.DONE if is_readable else Exit.INPUT
