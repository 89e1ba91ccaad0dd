"""The page that is being converted: where on it fences stand, and files beside it.

Other extensions cut a page's front matter off and put snippets in, so that a fence
is looked for in the text as its author wrote it. The page of MkDocs is learned from
the processor that MkDocs adds to mend links, that of Zensical from the one that holds
what it renders: there is no other way to ask for it.
"""

import logging
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import Any, Final
from weakref import WeakKeyDictionary

import attrs
from markdown import Markdown

from argmap.diagnostics import Span
from argmap.diagram.scrolling import Publish
from argmap.formats.named_files import FileError, named_path
from argmap.markdown.headers import Header, Options
from argmap.words import truncate

_LOGGER: Final = logging.getLogger("argmap.markdown")
_MKDOCS_LOGGER: Final = logging.getLogger("mkdocs.plugins.argmap")
"""MkDocs counts the warnings below `mkdocs`: `--strict` takes them for errors."""
_CLOSING: Final = re.compile(r"[> ]*+(?:`{3,}+|~{3,}+) *+$")


@attrs.frozen
class Place:
    """Where on its page a fence stands: its first line, counted from 0.

    `shifts` is how far right of the margin each line of the map begins.
    """

    line: int
    shifts: tuple[int, ...]


@attrs.define(eq=False)
class Page:
    """A page: its name and text, where its files are, and how much is drawn on it.

    Files are named as from `folder` and must be in `root` or one of the further
    `roots`; without a root there are none. The text is kept anew whenever it is
    converted unless it `is_fixed`. Maps are checked if it `is_checked`; files of
    sources must be in `sources`, or without that in the map's project. `base` is the
    folder of the settings. What cannot be drawn `breaks_off`, or is a box on the page.
    What was `reported` of files is not reported again; the pages of a build share it.
    Where files can be added to a site, `publish` does that.
    """

    name: str = "<page>"
    root: Path | None = None
    folder: Path | None = None
    logger: logging.Logger = _LOGGER
    lines: list[str] = attrs.field(factory=list)
    pictures: int = 0
    is_fixed: bool = False
    is_checked: bool = False
    sources: Path | None = None
    base: Path = attrs.field(factory=Path)
    roots: tuple[Path, ...] = ()
    breaks_off: bool = False
    reported: set[str] = attrs.field(factory=set)
    publish: Publish | None = None
    _seen: list[str] | None = None
    _openings: list[tuple[int, Header]] = attrs.field(factory=list)

    @classmethod
    def of_mkdocs(cls, file: Any, config: Any) -> "Page":
        """Return a page of MkDocs; its front matter is a part of it."""
        page = cls(
            file.src_uri,
            Path(config.docs_dir),
            Path(config.docs_dir, file.src_uri).parent,
            _MKDOCS_LOGGER,
        )
        if config.config_file_path:
            page.base = Path(config.config_file_path).parent
        page.keep(file.content_string.split("\n"))
        page.is_fixed = True
        return page

    @classmethod
    def of_zensical(cls, page: Any, config: Any) -> "Page":
        """Return a page of Zensical, which has cut its front matter off.

        Zensical counts no warnings and keeps pages from build to build, so that only
        what breaks off its build is seen.
        """
        base = Path(config["root_dir"])
        root = base / config["docs_dir"]
        path = root / page.path
        found = cls(page.path, root, path.parent, base=base, breaks_off=True)
        with suppress(OSError, UnicodeError):
            found.keep(path.read_text("utf-8-sig").split("\n"))
            found.is_fixed = True
        return found

    def keep(self, lines: list[str]) -> None:
        """Keep a text as it is before anything happens to it."""
        if not self.is_fixed and lines is not self._seen:
            self._seen = lines
            self.lines = _even(lines)
            headers = (Header.of(line.lstrip("> ")) for line in self.lines)
            self._openings = [
                (line, header) for line, header in enumerate(headers) if header
            ]

    def find(self, options: Options, body: list[str]) -> Place | None:
        """Find the next such fence; None where it came from elsewhere."""
        for opening in self._openings:
            line, header = opening
            inner = self.lines[line + 1 : line + 2 + len(body)]
            if header.says(options) and _is_body(inner, body):
                self._openings.remove(opening)
                pairs = zip(inner, body, strict=False)
                shifts = (len(a.rstrip()) - len(b.rstrip()) for a, b in pairs)
                return Place(line, tuple(shifts))
        return None

    def span_of(self, place: Place, body: str, span: Span) -> Span:
        """Return where on the page a span of a fence's map stands."""
        ends = (
            Span(at, at).position(body)
            for at in (span.start, max(span.start, span.end))
        )
        starts = [0, *accumulate(len(each) + 1 for each in self.lines)]
        start, end = (
            starts[place.line + row] + place.shifts[row - 1] + column - 1
            for row, column in ends
        )
        return Span(start, end)

    def file(self, name: str) -> Path:
        """Return the path of a file that the page names; raises FileError."""
        if self.root is None or self.folder is None:
            msg = f"the file '{truncate(name)}' is not read: no folder is set by 'root'"
            raise FileError(msg)
        return named_path((self.root, *self.roots), self.folder, name)

    def shown(self, path: Path) -> str:
        """Return the path of a file as seen from the root."""
        return Path(os.path.relpath(path, self.root)).as_posix() if self.root else ""


def _even(lines: Iterable[str]) -> list[str]:
    """Return lines as Python-Markdown has them before it looks for fences."""
    text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x02", "").replace("\x03", "")
    return text.expandtabs(4).split("\n")


def _is_body(inner: list[str], body: list[str]) -> bool:
    """Return whether lines of a page are these behind a margin, and a closing one."""
    return (
        len(inner) > len(body)
        and all(map(str.endswith, map(str.rstrip, inner), map(str.rstrip, body)))
        and _CLOSING.match(inner[len(body)]) is not None
    )


_PAGES: WeakKeyDictionary[Markdown, Page] = WeakKeyDictionary()
_REPORTED: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
"""What was reported of shared files, by the files that a build of MkDocs is made of."""


def page_of(md: Markdown) -> Page:
    """Return the page that is being converted, or a new one."""
    page = _PAGES.get(md)
    if page is None:
        page = Page()
        if "relpath" in md.treeprocessors:
            mender: Any = md.treeprocessors["relpath"]
            page = Page.of_mkdocs(mender.file, mender.config)
            page.reported = _REPORTED.setdefault(mender.files, set())
            page.publish = _publisher(mender)
        elif "rendering_context" in md.preprocessors:
            context: Any = md.preprocessors["rendering_context"]
            page = Page.of_zensical(context.page, context.config)
        _PAGES[md] = page
    return page


def _publisher(mender: Any) -> Publish:
    """Return what adds files to a site of MkDocs, each once, and links to them."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - MkDocs has called us
    from mkdocs.utils import get_relative_url  # noqa: PLC0415 - likewise

    def publish(text: str, suffix: str) -> str:
        digest = blake2b(text.encode(), digest_size=16).hexdigest()
        name = f"argmap/{digest}.{suffix}"
        file = mender.files.get_file_from_path(name)
        if file is None:
            file = File.generated(mender.config, name, content=text)
            mender.files.append(file)
        return str(get_relative_url(file.url, mender.file.url))

    return publish


def forget(md: Markdown) -> None:
    """Begin a new page."""
    _PAGES.pop(md, None)
