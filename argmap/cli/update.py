"""`argmap update`: diagrams between the markers of Markdown files, drawn anew."""

import os
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import attrs
import click

from argmap.cli.exit_codes import (
    Exit,
    InputError,
    report_error,
    report_errors,
    run_all,
)
from argmap.cli.inputs import text_of
from argmap.cli.options import check_option, diff_option, quiet_option
from argmap.cli.outputs import (
    difference,
    print_data,
    print_message,
    with_mark_of,
)
from argmap.cli.regions import Region, find_regions, refreshed
from argmap.cli.targets import OutputError
from argmap.diagram import Diagram
from argmap.diagram.request import read_options, text
from argmap.errors import ArgmapError, FormatError, OptionError, UnknownFormatError
from argmap.folders import files_fitting, is_pattern
from argmap.formats import Document, read
from argmap.formats.files import write_file
from argmap.formats.roots import PathError, inside
from argmap.words import one_line, system_reason

_OURS = b'class="argmap"'
_START = 300
"""How far into a picture one sees whose it is."""
_OWN = {"svg": text, "alt": text}
_MEANINGFUL = str.maketrans({each: f"&#{ord(each)};" for each in '\\`*_[]<>&$|~!"'})


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@check_option
@diff_option
@quiet_option
def update(*, files: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Update the diagrams in Markdown files.

    A diagram is between <!-- argmap: debate.argdown --> and <!-- /argmap -->. It is a
    Mermaid flowchart with the outline, or, with svg=debate.svg, a picture in that file.
    The other options of maps in MkDocs can be used too, such as section, focus, layout
    and evaluate, but not file, caption and outline. Paths are relative to the Markdown
    file. They must stay in its repository or, if there is none, in the current folder.
    Nothing outside the markers changes. FILE can be a pattern in quotes, in which **
    matches any number of folders. Of several patterns, some may match no file.
    """
    drawn: dict[Path, bytes] = {}

    def work(name: str) -> Exit:
        page = _Page.of(name, drawn)
        if page.worst:
            return page.worst
        if name in files and not quiet and not find_regions(page.text)[0]:
            print_message(f"{name}: no marker such as <!-- argmap: debate.argdown -->")
        changed = list(page.changed())
        if diff:
            shown = "".join(difference(name, page.text, page.new_text))
            print_data(shown, end="")
        for path, content in changed:
            if check or diff:
                print_message(f"{_shown(path)} would change")
            else:
                write_file(path, content)
                if not quiet:
                    print_message(f"wrote {_shown(path)}")
        return Exit.FINDINGS if check and changed else Exit.DONE

    names = list(_expanded(files))
    run_all(names, work)
    if not names:
        raise click.exceptions.Exit(Exit.INPUT)


def _expanded(names: Iterable[str]) -> Iterator[str]:
    """Yield names, and for patterns the files that fit; where none does, say so."""
    for name in names:
        if not is_pattern(name):
            yield name
            continue
        found = files_fitting(name)
        yield from found
        if not found:
            print_message(f"{name}: no file fits")


@attrs.define
class _Page:
    """A Markdown file, its text as it is to be, and the pictures that go with it.

    `drawn` holds the pictures of all files, so that none is two maps' at once.
    """

    path: Path
    text: str
    drawn: dict[Path, bytes]
    new_text: str = ""
    pictures: list[Path] = attrs.field(factory=list)
    worst: Exit = Exit.DONE

    @classmethod
    def of(cls, name: str, drawn: dict[Path, bytes]) -> "_Page":
        """Read a file and draw what is in it; say what is wrong, all of it."""
        text = text_of(name)
        page = cls(Path(name), text, drawn)
        for fault in find_regions(text)[1]:
            page.report(fault.line, fault.error)
        page.new_text = refreshed(text, page.filled)
        return page

    def report(self, line: int, error: Exception) -> None:
        """Say what is wrong in a line of the file."""
        self.worst = max(self.worst, report_error(f"{self.path}:{line}", error))

    def changed(self) -> Iterator[tuple[Path, bytes]]:
        """Yield the files that are not as they are to be, pictures before the text."""
        for path in self.pictures:
            if not path.exists() or path.read_bytes() != self.drawn[path]:
                yield path, self.drawn[path]
        if self.new_text != self.text:
            yield self.path, with_mark_of(self.path, self.new_text)

    def filled(self, region: Region) -> str:
        """Return what a region is to hold, or say what is wrong with it."""
        try:
            return region.filled(self._lines(region))
        except (ArgmapError, OSError) as error:
            self.report(region.line, error)
            return ""

    def _lines(self, region: Region) -> Iterator[str]:
        """Yield what the region is to hold; keep the picture that goes with it."""
        name, options = region.request
        request, own = read_options(options, _OWN)
        diagram = Diagram.of(self._document(name), request)
        alt = one_line(own.get("alt") or diagram.plan.summary)
        target = own.get("svg")
        if target is not None:
            yield self._picture(target, alt, diagram.render("svg"))
        elif "theme" in options:
            msg = "theme is for a picture; say svg=FILE, or leave it out"
            raise OptionError(msg)
        else:
            yield from _in_mermaid(diagram, alt)

    def _document(self, name: str) -> Document:
        path = self._inside(name)
        if path.exists() and not path.is_file():  # reading it may never end
            msg = f"'{name}' is no regular file"
            raise InputError(msg)
        try:
            document = read(text_of(str(path)), path=path)
        except UnknownFormatError as error:
            msg = f"'{name}': {error}"
            raise InputError(msg) from error
        except OSError as error:
            msg = f"'{name}' cannot be read: {system_reason(error)}"
            raise InputError(msg) from error
        except FormatError as error:
            report_error(_shown(path), error)
            msg = f"'{name}' is not text"
            raise InputError(msg) from error
        if report_errors(_shown(path), document):
            msg = f"'{name}' has errors"
            raise InputError(msg)
        return document

    def _picture(self, name: str, alt: str, content: bytes) -> str:
        path = self._inside(name)
        if path.suffix.lower() != ".svg":
            msg = f"a picture's name ends in .svg, not as '{name}' does"
            raise OutputError(msg)
        is_ours = path.is_file() and _OURS in path.read_bytes()[:_START]
        if path.exists() and not is_ours:
            msg = f"'{name}' is no picture of argmap's; choose another name"
            raise OutputError(msg)
        if self.drawn.setdefault(path, content) != content:
            msg = f"'{name}' is the picture of another region already"
            raise OutputError(msg)
        self.pictures.append(path)
        link = os.path.relpath(path, self.path.resolve().parent).replace(os.sep, "/")
        return f"![{alt.translate(_MEANINGFUL)}]({quote(link)})"

    def _inside(self, name: str) -> Path:
        """Return a path as the Markdown file names it; raises InputError."""
        folder = self.path.resolve().parent
        root = _root(folder)
        called = f"{_shown(root)}, the folder of all files here"
        try:
            return inside(root, folder, name, called)
        except PathError as error:
            msg = f"'{name}' {error}"
            raise InputError(msg) from error


def _root(folder: Path) -> Path:
    """Return what all files must be in: the repository, or the current folder."""
    for each in (folder, *folder.parents):
        if (each / ".git").exists():
            return each
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder


def _shown(path: Path) -> str:
    """Return a path as it is written here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _in_mermaid(diagram: Diagram, alt: str) -> Iterator[str]:
    yield "```mermaid"
    yield from diagram.render("mermaid").decode().splitlines()
    yield from (
        "```",
        "",
        "<details>",
        f"<summary>{escape(alt)}</summary>",
        "",
        "<pre>",
    )
    yield from escape(diagram.outline, quote=False).split("\n")
    yield from ("</pre>", "", "</details>")
