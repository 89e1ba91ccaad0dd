"""`argmap pandoc`: the maps in a document of pandoc, which calls it as a filter.

Pandoc hands over the document as JSON and the name of the format that it will write.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import attrs
import click

from argmap.cli.exit_codes import Exit, InputError, report_error, report_errors, run_all
from argmap.cli.inputs import text_of_input
from argmap.cli.outputs import print_data
from argmap.diagram import Diagram
from argmap.diagram.figure import FIGURE_OPTIONS, Figure
from argmap.diagram.request import read_options
from argmap.errors import OptionError
from argmap.formats import Document, format_on_page, read
from argmap.formats.files import write_file
from argmap.formats.named_files import named_path, read_named

_CLASSES: Final = {"argmap", "argdown"}
_IN_HTML: Final = ("html", "revealjs", "slidy", "slideous", "s5", "dzslides")
_IN_LATEX: Final = ("latex", "beamer", "pdf")
_FOLDER: Final = Path("argmap-pictures")
_FIGURES_SINCE: Final = [1, 23]
"""From this version of its JSON on pandoc has figures of their own."""


@click.command()
@click.argument("target", metavar="[FORMAT]", default="html")
def pandoc(target: str) -> None:
    """Draw the maps in a document of pandoc, as a filter.

    Reads the document as JSON from standard input and writes it to standard output:
    code blocks of the class argmap or argdown become figures. For HTML they are SVG,
    for LaTeX PDF in the folder argmap-pictures, for all other formats the outline.
    Pandoc itself calls the filter by the name argmap-pandoc.
    """

    def work(name: str) -> Exit:
        filtered = _Filter(target)
        document = filtered.document(text_of_input(name))
        if not filtered.worst:
            print_data(json.dumps(document, ensure_ascii=False))
        return filtered.worst

    run_all(["-"], work)


@attrs.define
class _Filter:
    """The way through a document: what has been drawn, and what has gone wrong."""

    target: str
    drawn: int = 0
    worst: Exit = Exit.DONE
    has_figures: bool = False

    def document(self, words: str) -> Any:
        """Return a document with figures in it; say what is wrong with its maps."""
        try:
            document = json.loads(words)
            self.has_figures = document["pandoc-api-version"] >= _FIGURES_SINCE
            return self._filtered(document)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            msg = "standard input is no document as pandoc -t json writes it"
            raise InputError(msg) from error

    def _filtered(self, value: Any) -> Any:
        match value:
            case {"t": "CodeBlock", "c": [[id_, classes, options], str(source)]}:
                if _CLASSES.isdisjoint(str(each).lower() for each in classes):
                    return value
                return self._block(str(id_), dict(options), source)
            case dict():
                return {name: self._filtered(each) for name, each in value.items()}
            case list():
                return [self._filtered(each) for each in value]
        return value

    def _block(self, id_: str, options: Mapping[str, str], source: str) -> Any:
        """Return the figure of a block, or report what is wrong in which of them."""
        self.drawn += 1
        name = f"map {self.drawn}"
        try:
            request, own = read_options(
                {key: value or None for key, value in options.items()}, FIGURE_OPTIONS
            )
            file = own.pop("file", None)
            document = _document(file, source)
            if code := report_errors(file or name, document):
                self.worst = max(self.worst, code)
                return None
            figure = Figure(Diagram.of(document, request), **own)
            blocks = self._written(figure)
        except Exception as error:  # noqa: BLE001 - the other maps are looked at
            self.worst = max(self.worst, report_error(name, error))
            return None
        return {"t": "Div", "c": [[id_, ["argmap"], []], blocks]}

    def _written(self, figure: Figure) -> list[Any]:
        if self.target.startswith(_IN_HTML):
            return [{"t": "RawBlock", "c": ["html", figure.html(self.drawn)]}]
        if self.target.startswith(_IN_LATEX):
            return [self._picture(figure)]
        lines = figure.diagram.outline.split("\n")
        caption = [_paragraph("Para", [_words(figure.caption)])]
        words = {"t": "LineBlock", "c": [[_words(line)] for line in lines]}
        return [words, *(caption if figure.caption else [])]

    def _picture(self, figure: Figure) -> Any:
        """Return a picture in a file of its own, whose name what it shows makes."""
        shown = figure.diagram.on_paper.encode()
        path = _FOLDER / f"{blake2b(shown, digest_size=8).hexdigest()}.pdf"
        content = figure.diagram.pdf
        _FOLDER.mkdir(exist_ok=True)
        write_file(path, content)
        caption = [_words(figure.caption)]
        is_old_figure = bool(figure.caption) and not self.has_figures
        said = caption if is_old_figure else [_words(figure.said)]
        target = [path.as_posix(), "fig:" if is_old_figure else ""]
        image = {"t": "Image", "c": [["", [], []], said, target]}
        if not figure.caption or is_old_figure:
            return _paragraph("Para", [image])
        plain = [_paragraph("Plain", [image])]
        words = [None, [_paragraph("Plain", caption)]]
        return {"t": "Figure", "c": [["", [], []], words, plain]}


def _document(file: str | None, source: str) -> Document:
    if (file is None) != bool(source.strip()):
        msg = "a code block holds a map, or names a file that does"
        raise OptionError(msg)
    if file is None:
        return read(source, format_on_page(source))
    here = Path.cwd()
    return read_named(named_path([here], here, file), file)


def _paragraph(kind: str, inlines: list[Any]) -> Any:
    return {"t": kind, "c": inlines}


def _words(line: str) -> Any:
    return {"t": "Str", "c": line}
