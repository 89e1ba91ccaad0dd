"""The outline, in the place of a picture that a builder cannot show."""

import warnings
from pathlib import Path
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder

from argmap.diagnostics import Diagnostic, Severity
from argmap.diagram.raster import missing_glyphs
from argmap.errors import MissingExtraError, MissingGlyphsWarning
from argmap.formats import write_bytes
from argmap.sphinxext.cache import Cache
from argmap.sphinxext.nodes import argmap_picture
from argmap.sphinxext.pictures import lay_out_late
from argmap.sphinxext.reporting import failure, log_diagnostic
from argmap.sphinxext.visitors import on_paper, scale_on_paper

_SMALLEST_ON_PAPER: Final = 0.55
"""The scale at which the text of a picture has six points."""


def shows_pictures(builder: Builder) -> bool:
    """Return whether a builder shows pictures, or the words alone."""
    return builder.format in {"html", "latex"} and builder.name != "epub"


def replace_pictures(app: Sphinx, document: nodes.document, _: str) -> None:
    """Put the words in the place of pictures that the builder cannot show.

    A picture that could not be laid out is a finding of builders that want one. What is
    there to translate stays where it is.
    """
    if app.builder.name == "gettext":
        return
    wants_pictures = shows_pictures(app.builder)
    for node in list(document.findall(argmap_picture)):
        if wants_pictures:
            lay_out_late(node, app.env)
        is_broken = wants_pictures and "problem" in node
        if is_broken:
            finding = Diagnostic("map", node["problem"], severity=Severity.ERROR)
            log_diagnostic(finding, node)
        elif app.builder.format == "latex":
            if _is_on_paper(app, node):
                _add_words(node)
                continue
        elif wants_pictures:
            continue
        words = _words(node, is_latex=app.builder.format == "latex")
        if is_broken:
            words.insert(0, failure([node["problem"]]))
        figure = node.parent
        figure.parent.replace(figure, words)


def _words(node: argmap_picture, *, is_latex: bool) -> nodes.container:
    """Return the figure without its picture.

    LaTeX finds an anchor only where a target is, and has those that are before it.
    """
    figure = node.parent
    announced = set()
    if is_latex and figure.document:
        targets = figure.document.findall(nodes.target)
        announced = {each.get("refid") for each in targets}
    anchors = [each for each in figure["ids"] if each not in announced]
    target = nodes.target("", "", ids=anchors)
    words = nodes.container("", target, *node.children, classes=["argmap"])
    for caption in figure.findall(nodes.caption):
        words += nodes.paragraph("", "", *caption.children)
    return words


def _add_words(node: argmap_picture) -> None:
    """Put the words behind a picture where they are wanted, or it is hard to read."""
    if node["outline"] == "visible" or scale_on_paper(node["svg"]) < _SMALLEST_ON_PAPER:
        figure = node.parent
        words = nodes.container("", *node.children, classes=["argmap"])
        node.clear()
        figure.parent.insert(figure.parent.index(figure) + 1, words)


def _is_on_paper(app: Sphinx, node: argmap_picture) -> bool:
    """Put the picture as PDF beside the LaTeX file, if a converter is installed."""
    name = node["name"]
    svg = on_paper(node["svg"])
    try:
        with warnings.catch_warnings():  # they are reported as findings below
            warnings.simplefilter("ignore", MissingGlyphsWarning)
            content = Cache.of(app.doctreedir).pdf(name, svg)
        for finding in missing_glyphs(svg, "pdf"):
            log_diagnostic(finding, node)
    except MissingExtraError as error:
        finding = Diagnostic(
            "missing-extra",
            "LaTeX gets the outlines of maps, not their pictures",
            help=str(error),
        )
        log_diagnostic(finding, "")
        return False
    node["pdf"] = f"argmap-{name}.pdf"
    write_bytes(Path(app.outdir) / node["pdf"], content)
    return True
