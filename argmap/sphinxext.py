"""Argument maps in Sphinx: a directive that draws them where the text speaks of them.

HTML gets the picture as inline SVG, which needs no script; every other builder
gets the outline, so that nothing of a map is lost on paper or in a terminal.
"""

import importlib
import sys
from collections.abc import Callable
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from argmap.diagram import Diagram, Direction, Theme, draw
from argmap.diagram.style import SMALLEST_TEXT, TEXT_SIZE
from argmap.errors import ArgmapError, FormatError
from argmap.evaluation import evaluate
from argmap.formats import Document, load_document
from argmap.model import ArgumentMap
from argmap.model.selection import around, within

_SHRINKS_TO = SMALLEST_TEXT / TEXT_SIZE
"""How far a picture gets smaller in a narrow column before it scrolls."""
_LOGGER = logging.getLogger(__name__)


class DirectiveError(ArgmapError):
    """What the directive is told does not lead to a map."""


class diagram(nodes.General, nodes.Element):  # noqa: N801 - as docutils names nodes
    """A picture of a map: `svg`, `outline` and `alt` are strings, fit for a cache."""


class ArgmapDirective(SphinxDirective):
    """`.. argmap:: path`, or `.. argmap::` with `:object: package.module:NAME`."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = {
        "object": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "alt": directives.unchanged_required,
        "name": directives.unchanged_required,
        "direction": lambda value: directives.choice(value, list(Direction)),
        "theme": lambda value: directives.choice(value, list(Theme)),
        "section": directives.unchanged_required,
        "focus": directives.unchanged_required,
        "depth": directives.nonnegative_int,
        "whole": directives.flag,
        "evaluate": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the figure; where there is none to draw, a box that says why."""
        try:
            return [self._figure(self._diagram())]
        except (ArgmapError, OSError) as error:
            _LOGGER.warning(
                "%s", error, location=self.get_location(), type="argmap", subtype="map"
            )
            return [self._failure(error)]

    def _diagram(self) -> Diagram:
        document = self._document()
        drawn = document.drawn
        argument_map = drawn.argument_map
        if not self.options.keys().isdisjoint({"whole", "section", "focus"}):
            argument_map = document.argument_map
        if "section" in self.options:
            argument_map = within(argument_map, self.options["section"])
        if "focus" in self.options:
            depth = self.options.get("depth", 1)
            argument_map = around(argument_map, self.options["focus"], depth)
        return draw(
            argument_map,
            colors=drawn.colors,
            evaluation=evaluate(document.argument_map)
            if "evaluate" in self.options
            else None,
            direction=self.options.get("direction", Direction.AUTO),
            theme=self.options.get("theme", Theme.AUTO),
        )

    def _document(self) -> Document:
        if ("object" in self.options) == bool(self.arguments):
            msg = "argmap wants either a file or :object: package.module:NAME"
            raise DirectiveError(msg)
        if "object" in self.options:
            return Document(self._imported(self.options["object"]), "")
        relative, absolute = self.env.relfn2path(self.arguments[0])
        if not Path(absolute).resolve().is_relative_to(Path(self.env.srcdir).resolve()):
            msg = f"the file '{relative}' is outside the documentation's folder"
            raise DirectiveError(msg)
        self.env.note_dependency(relative)
        try:
            document = load_document(absolute)
        except FormatError as error:
            msg = f"'{relative}' is not a valid map:\n{error}"
            raise DirectiveError(msg) from error
        for stretch in document.stretches:
            if stretch.path is not None:
                self.env.note_dependency(stretch.path)
        return document

    def _imported(self, name: str) -> ArgumentMap:
        module_name, _, attribute = name.partition(":")
        try:
            module = importlib.import_module(module_name)
            found = getattr(module, attribute)
        except Exception as error:
            msg = f"'{name}' cannot be imported: {type(error).__name__}: {error}"
            raise DirectiveError(msg) from error
        if not isinstance(found, ArgumentMap):
            msg = f"'{name}' is not an ArgumentMap but {type(found).__name__}"
            raise DirectiveError(msg)
        source = sys.modules[module_name].__file__
        if source:
            self.env.note_dependency(source)
        return found

    def _figure(self, drawn: Diagram) -> nodes.Node:
        picture = diagram(
            svg=drawn.svg,
            outline=drawn.outline,
            alt=self.options.get("alt", drawn.plan.summary),
        )
        figure = nodes.figure("", picture, classes=["argmap"])
        self.set_source_info(figure)
        if "caption" in self.options:
            words, messages = self.parse_inline(self.options["caption"])
            figure += nodes.caption(self.options["caption"], "", *words, *messages)
        self.add_name(figure)
        return figure

    def _failure(self, error: Exception) -> nodes.Node:
        box = nodes.error("", nodes.paragraph("", "This argument map cannot be drawn:"))
        box += nodes.literal_block(str(error), str(error))
        return box


def _visit_html(translator: Any, node: diagram) -> None:
    """Put the picture in a box that it fills; where it is much wider it scrolls."""
    number = getattr(translator, "argmap_pictures", 0)
    translator.argmap_pictures = number + 1
    svg = node["svg"]
    key, width = (
        svg.partition(f' {name}="')[2].partition('"')[0] for name in ("id", "width")
    )
    least = float(width) * _SHRINKS_TO
    svg = svg.replace(key, f"{key}-{number}").replace(
        "<svg",
        f'<svg style="max-width:100%;min-width:{least:.0f}px;height:auto"',
        1,
    )
    translator.body.append(
        f'<div class="argmap-scroll" style="overflow-x:auto" tabindex="0" role="region"'
        f' aria-label="{escape(node["alt"])}">{svg}</div>'
    )
    raise nodes.SkipNode


def _tell_instead(app: Sphinx, document: nodes.document, _: str) -> None:
    """Put the outline in the picture's place for builders that have no SVG."""
    if app.builder.format == "html":
        return
    for picture in list(document.findall(diagram)):
        words = picture["outline"]
        block = nodes.literal_block(words, words, language="none")
        figure = picture.parent
        told = nodes.container("", block, ids=figure["ids"], names=figure["names"])
        for caption in figure.findall(nodes.caption):
            told += nodes.paragraph("", "", *caption.children)
        figure.replace_self(told)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive to Sphinx."""
    app.add_node(diagram, html=(_visit_html, None))
    app.add_directive("argmap", ArgmapDirective)
    app.connect("doctree-resolved", _tell_instead)
    return {
        "version": version("argmap"),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
