"""The texts of a map's sources, from the files that their paths name.

Reading a map opens no file but those it includes, and settings beside it. Whoever wants
the texts of its sources asks for them here, and gets findings where there are none.
"""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import attrs

from argmap.diagnostics import Diagnostic, Severity
from argmap.errors import ArgmapError, FormatError
from argmap.formats.document import Document
from argmap.formats.files import (
    Allowance,
    AnyPath,
    decoded,
    read_regular,
)
from argmap.formats.roots import PathError, inside, project_of
from argmap.model import ArgumentMap, Source
from argmap.words import system_reason, truncate

LARGEST: Final = 16 * 2**20
"""How many bytes the file of a source may have."""
LARGEST_IN_ALL: Final = 64 * 2**20
"""How many bytes the files of all sources of a map may have."""
_HTML: Final = (".html", ".htm", ".xhtml")
_MARKDOWN: Final = (".md", ".markdown")


def source_text(path: AnyPath) -> str:
    """Return what a reader sees of a file: of HTML, Markdown, or else plain text.

    The suffix says which it is. Raises FormatError for what is not UTF-8, LimitError
    for over 16 MiB and for what is no regular file, MissingExtraError for Markdown
    without argmap[markdown], and OSError.
    """
    return _text(Path(path), read_regular(path, LARGEST))


@lru_cache(maxsize=8)  # an editor asks again with every word that is typed
def _text(path: Path, content: bytes) -> str:
    text, suffix = decoded(content), path.suffix.lower()
    if suffix not in _HTML + _MARKDOWN:
        return text
    from argmap.formats import html  # noqa: PLC0415 - most sources are plain text

    return html.text_of_html(text) if suffix in _HTML else html.text_of_markdown(text)


def with_source_texts(
    document: Document, path: AnyPath | None = None, *, root: AnyPath | None = None
) -> Document:
    """Return a document with the texts of those sources of its map that name files.

    The path of a source leads from the folder of the map's own file, which is at
    `path`, and stays in `root`: by default the nearest folder, that or one above, with
    a `pyproject.toml` or a `.git` in it, else that folder itself. A map that comes
    from no file has the root for its folder. Texts that are at hand are left alone.

    Never raises for what the map says: `source_findings` of what comes back has an
    error for each file that cannot be read, and a warning for each whose SHA-256 is
    not the one that the map gives; `source_files` are the files.

    >>> document = Document(ArgumentMap(sources=[Source("a", path="../b.txt")]), "")
    >>> (finding,) = with_source_texts(document, "/rents/map.json").source_findings
    >>> finding.message
    "the file '../b.txt' of the source 'a' is outside the folder 'rents'"
    """
    wanted = [
        each
        for each in document.argument_map.sources
        if each.path and each.text is None
    ]
    if not wanted:
        return document
    reader = _Reader(path, root)
    read = {each.id: reader.with_text(each) for each in wanted}
    view = document.view
    return attrs.evolve(
        document,
        argument_map=_with(document.argument_map, read),
        view=view and attrs.evolve(view, argument_map=_with(view.argument_map, read)),
        source_files=tuple(map(str, dict.fromkeys(reader.files))),
        source_findings=tuple(map(document.placed, reader.findings)),
    )


def _with(argument_map: ArgumentMap, read: dict[str, Source]) -> ArgumentMap:
    sources = [read.get(each.id, each) for each in argument_map.sources]
    return attrs.evolve(argument_map, sources=sources)


class _Reader:
    """Reads the files of sources; keeps which they are, and what is wrong with them."""

    def __init__(self, path: AnyPath | None, root: AnyPath | None) -> None:
        self.files: list[Path] = []
        self.findings: list[Diagnostic] = []
        self._allowance = Allowance(LARGEST, LARGEST_IN_ALL)
        self._root = Path(root) if root is not None else None
        self._folder = self._root
        if path is not None:
            self._folder = Path(path).resolve().parent
            self._root = self._root or project_of(self._folder)

    def with_text(self, source: Source) -> Source:
        """Return a source with the text of its file, if that can be read."""
        try:
            text = self._text(source.path)
        except (ArgmapError, OSError) as error:
            self.findings.append(_unreadable(source, error))
            return source
        digest = sha256(text.encode()).hexdigest()
        if source.sha256 is not None and source.sha256.lower() != digest:
            self.findings.append(_changed(source, digest))
        return attrs.evolve(source, text=text, sha256=digest)

    def _text(self, name: str) -> str:
        if self._folder is None or self._root is None:
            msg = "cannot be found: the map comes from no file"
            raise PathError(msg)
        if Path(name).is_absolute():
            msg = "must be named from the folder of the map's file"
            raise PathError(msg)
        called = f"the folder '{self._root.resolve().name}'"
        file = inside(self._root, self._folder, name, called)
        self.files.append(file)
        return _text(file, self._allowance.read(file))


_WHERE: Final = (
    "the path is relative to the folder of the map, and must stay in its project, which"
    " is the nearest folder with a pyproject.toml or a .git, or else the folder of the"
    " map: move the file there, or name a folder that holds both with --root"
)


def _unreadable(source: Source, error: ArgmapError | OSError) -> Diagnostic:
    help_ = None
    match error:
        case PathError():
            reason = str(error)
            help_ = _WHERE
        case FormatError():
            reason = f"cannot be read: {error.diagnostics[0].message}"
            help_ = "save it as UTF-8; of a PDF or a Word file take the text out first"
        case OSError():
            reason = f"cannot be read: {system_reason(error)}"
            help_ = "the path leads from the folder of the map's file"
        case _:
            reason = f"cannot be read: {error}"
    return Diagnostic(
        "unreadable-source",
        f"the file '{truncate(source.path)}' of the source '{source.id}' {reason}",
        severity=Severity.ERROR,
        source=source.id,
        help=help_,
    )


def _changed(source: Source, digest: str) -> Diagnostic:
    return Diagnostic(
        "source-changed",
        f"the file '{truncate(source.path)}' of the source '{source.id}' is not the"
        f" text that the map was made from: its SHA-256 is {digest}",
        source=source.id,
        help=f"if the map is right for this text too, say sha256: {digest}",
    )
