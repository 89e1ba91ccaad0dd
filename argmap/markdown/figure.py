"""A fence as HTML: the picture with its outline, or a box that says what is wrong.

Whatever comes from a map or a page is text in it, never markup.
"""

import logging
from functools import cached_property
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span
from argmap.diagram import Diagram
from argmap.diagram.figure import FIGURE_OPTIONS, Figure
from argmap.diagram.request import read_options
from argmap.diagram.svg_shapes import xml
from argmap.errors import ArgmapError, OptionError
from argmap.findings import concise, show
from argmap.formats import Document, format_on_page, read, with_source_texts
from argmap.formats.named_files import read_named
from argmap.markdown.headers import Options
from argmap.markdown.page import Page, Place
from argmap.rules import check_document
from argmap.words import one_line, truncate

_LONGEST: Final = 500


class BuildError(Exception):
    """A map that cannot be drawn, which has been told; it ends a host's build."""


@attrs.frozen
class Fence:
    """A fence on a page: its options, and the text of the map between its marks.

    `fault` is what keeps its options from being read. It turns into its figure only
    when the page is put together: superfences takes fences for maps that turn out to
    be examples in a code block, and nothing must be said of them.
    """

    page: Page
    source: str
    options: Options
    fault: OptionError | None = None
    place: Place | None = attrs.field(init=False)

    @place.default
    def _found(self) -> Place | None:
        body = self.source.split("\n") if self.source else []
        return self.page.find(self.options, body)

    @property
    def where(self) -> str:
        """The page, and the line of it that the fence begins in."""
        at = f":{self.place.line + 1}" if self.place else " (put in from elsewhere)"
        return f"{self.page.name}{at}"

    def __str__(self) -> str:
        """Return the figure, or a box where there can be none; log what is wrong."""
        return self._html

    @cached_property
    def _html(self) -> str:
        try:
            return self._figure()
        except ArgmapError as error:
            message = f"{self.where}: {truncate(one_line(str(error)), _LONGEST)}"
            self.page.logger.warning("%s", message)
            return self._box(f"<p>{xml(message)}</p>")

    def _figure(self) -> str:
        if self.fault:
            raise self.fault
        request, own = read_options(self.options, FIGURE_OPTIONS)
        document = self._with_sources(self._document())
        is_checked = self.page.is_checked
        found = check_document(document) if is_checked else document.diagnostics
        shown = [self._report(each, document) for each in found]
        if document.has_errors:
            html = xml("\n\n".join(shown))
            return self._box(f'<pre style="overflow-x:auto">{html}</pre>')
        diagram = Diagram.of(document, request)
        own.pop("file", None)
        figure = Figure(diagram, **own)
        html = figure.html(self.page.pictures + 1, self.page.publish)
        self.page.pictures += 1
        return html

    def _document(self) -> Document:
        name = self.options.get("file")
        if (name is None) != bool(self.source.strip()):
            msg = "a fence holds a map, or names a file that does"
            raise OptionError(msg)
        if name is None:
            return read(self.source, format_on_page(self.source))
        return read_named(self.page.file(name), name)

    def _with_sources(self, document: Document) -> Document:
        """Return a document with the texts of its sources, if they are looked at."""
        page = self.page
        if not page.is_checked or page.root is None or page.folder is None:
            return document
        name = self.options.get("file")
        path = page.file(name) if name else page.folder / "page"
        return with_source_texts(document, path, root=page.sources)

    def _report(self, finding: Diagnostic, document: Document) -> str:
        """Log a finding and return it as it is shown, each at its place.

        What is wrong with a file is logged for the first fence that shows it.
        """
        path, text, placed = self._placed(finding, document)
        level = logging.INFO if finding.severity is Severity.INFO else logging.WARNING
        message = concise(placed, text, path)
        if "file" not in self.options:
            self.page.logger.log(level, "%s", message)
        elif message not in self.page.reported:
            self.page.reported.add(message)
            self.page.logger.log(level, "%s: %s", self.where, message)
        return show(placed, text, path)

    def _placed(
        self, finding: Diagnostic, document: Document
    ) -> tuple[str, str, Diagnostic]:
        """Return the path and text of what a finding is in, and it placed there."""
        path, text, span = document.origin(finding.span or Span(0, 0))
        if name := self.options.get("file"):
            shown = self.page.shown(self.page.file(path or name))
        elif self.place:
            span = self.page.span_of(self.place, text, span)
            shown, text = self.page.name, "\n".join(self.page.lines)
        else:
            shown = self.where
        return shown, text, attrs.evolve(finding, span=finding.span and span)

    def _box(self, html: str) -> str:
        """Return a box with what is wrong, and the map itself if it stands here.

        Raises BuildError where the host has to break off.
        """
        if self.page.breaks_off:
            msg = f"{self.where}: this argument map cannot be drawn"
            raise BuildError(msg)
        source = f"<pre>{xml(self.source)}</pre>" if self.source.strip() else ""
        return (
            '<div class="argmap-error admonition danger"'
            ' style="border:2px solid #b23a00;padding:0 1em 1em">'
            '<p class="admonition-title">This argument map cannot be drawn</p>'
            f"{html}{source}</div>"
        )
