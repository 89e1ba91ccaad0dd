"""Sources of a directive's map: a text below it, a file, or a Python object."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs
from docutils.statemachine import StateMachine
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.i18n import search_image_for_language

from argmap.diagnostics import Diagnostic, Span
from argmap.errors import ArgmapError
from argmap.findings import show
from argmap.formats import AnyPath, Document, format_on_page, read, with_source_texts
from argmap.formats.named_files import named_path, read_named
from argmap.formats.python_maps import import_map, module_file
from argmap.rules import check_document

_WANTED: Final = (
    "argmap wants one of three: a file, a text below it, or"
    " :object: package.module:NAME"
)


class SourceError(ArgmapError):
    """What the directive names does not lead to a text or a map."""


@attrs.frozen
class Source:
    """A document, the path of the file it stands in, and where its directive stands.

    `lines` is where each line of a text stands that is part of a page. A
    map that was made in Python is in no file. Places are `path:line`.
    """

    document: Document
    directive: str
    path: str = ""
    lines: tuple[str, ...] = ()

    def place(self, span: Span | None) -> str:
        """Return where a span of the text stands."""
        if span is None and self.lines:
            return self.directive
        path, text, found = self.document.origin(span or Span(0, 0))
        line, _ = found.position(text)
        if path is not None and Path(path) != Path(self.path):
            return f"{path}:{line}"
        if self.lines:
            return self.lines[min(line, len(self.lines)) - 1]
        return f"{self.path}:{line}" if self.path else self.directive

    def place_of(self, part_id: str) -> str:
        """Return where a part stands."""
        span = self.document.spans.get(part_id)
        return self.place(span) if span else self.directive

    def shown(self, finding: Diagnostic, root: AnyPath) -> str:
        """Return a finding with its line of text, numbered as in its file.

        Paths are shown from the root of the documentation on.
        """
        path, _, first = self.place(finding.span).rpartition(":")
        shown_path = Path(os.path.relpath(path, root)).as_posix()
        if finding.span is None:
            return show(finding, path=shown_path)
        _, text, span = self.document.origin(finding.span)
        above = int(first) - span.position(text)[0]
        moved = Span(span.start + above, span.end + above)
        return show(attrs.evolve(finding, span=moved), "\n" * above + text, shown_path)

    def findings(self, *, is_checked: bool) -> Iterator[tuple[Diagnostic, str]]:
        """Yield what reading has found, and what the checker finds, each located."""
        document = self.document
        found = check_document(document) if is_checked else document.diagnostics
        for each in dict.fromkeys(found):
            yield each, self.place(each.span)


def source_of(directive: SphinxDirective, object_name: str, format_name: str) -> Source:
    """Return what a directive draws, and have Sphinx watch the files it comes from.

    Raises SourceError, FileError, PythonMapError and UnknownFormatError.
    """
    given = (directive.arguments, directive.content, object_name)
    if sum(map(bool, given)) != 1:
        raise SourceError(_WANTED)
    if object_name:
        return _imported(directive, object_name)
    if directive.content:
        return _inline(directive, format_name)
    return _file(directive, directive.arguments[0], format_name)


def line_of_option(directive: SphinxDirective, name: str) -> str:
    """Return where an option of the directive stands, as `path:line`."""
    source, line = directive.get_source_info()
    option = re.compile(rf"\s*:?{re.escape(name)}\s*:")
    lines = directive.block_text.splitlines()
    at = next((at for at, text in enumerate(lines) if option.match(text)), 0)
    return f"{_absolute(source)}:{line + at}"


def _inline(directive: SphinxDirective, format_name: str) -> Source:
    text = "\n".join(directive.content)
    path = str(directive.env.doc2path(directive.env.docname))
    document = read(text, format_name or format_on_page(text), path=path)
    document = _with_sources(directive, document, path)
    return Source(document, directive.get_location(), path, tuple(_lines(directive)))


def _lines(directive: SphinxDirective) -> Iterator[str]:
    """Yield where the lines of the text stand; MyST counts them from the fence on."""
    is_rst = isinstance(directive.state_machine, StateMachine)
    first = directive.lineno + directive.content_offset + 1
    for index in range(len(directive.content)):
        path, line = directive.content.info(index)
        yield f"{_absolute(path)}:{(line or 0) + 1 if is_rst else first + index}"


def _absolute(path: str | None) -> str:
    """Return the path of a file from the root on.

    Docutils has that of an include from where the build was begun, and of a
    docstring what is none.
    """
    found = Path(path or "")
    return str(found.resolve()) if found.is_file() else str(path)


def _file(directive: SphinxDirective, name: str, format_name: str) -> Source:
    if "\n" in name:
        msg = "a text needs a blank line between itself and what is above it"
        raise SourceError(msg)
    path = _path(directive.env, name)
    localised = search_image_for_language(name, directive.env)
    if localised != name:
        name, path = localised, _path(directive.env, localised)
    directive.env.note_dependency(directive.env.relfn2path(name)[0])
    document = read_named(path, name, format_name or None)
    document = _with_sources(directive, document, str(path))
    return Source(document, directive.get_location(), str(path))


def _path(env: BuildEnvironment, name: str) -> Path:
    """Return the path of a file that a page names; raises FileError."""
    root = Path(env.srcdir)
    folder = root if name.startswith("/") else Path(env.doc2path(env.docname)).parent
    others = (root / each for each in env.config.argmap_roots)
    return named_path((root, *others), folder, name.removeprefix("/"))


def _with_sources(
    directive: SphinxDirective, document: Document, path: str | None
) -> Document:
    """Return a document with the texts of its sources, if it is to be checked.

    Sphinx watches the files that it comes from.
    """
    if directive.config.argmap_check:
        document = with_source_texts(document, path)
    for file in document.files:
        directive.env.note_dependency(file)
    return document


def _imported(directive: SphinxDirective, name: str) -> Source:
    module_name, _, attribute = name.partition(":")
    document = Document(import_map(module_name, attribute), "")
    file = module_file(module_name)
    if file:
        directive.env.note_dependency(str(file))
    document = _with_sources(directive, document, str(file) if file else None)
    return Source(document, directive.get_location())
