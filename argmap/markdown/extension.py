"""The extension of Python-Markdown, and what superfences wants of one."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import attrs
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from argmap.diagram.request import OptionError
from argmap.markdown.figure import Fence
from argmap.markdown.headers import Header, Options, as_options
from argmap.markdown.page import forget, page_of

_FIRST: Final = 1000
"""Before anything else touches the text."""
_BEFORE_CODE: Final = 26
"""Just before fences become code."""
_AUTHOR: Final = "argmap_author"


def validate(
    language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    attributes: dict[str, str],
    md: Markdown,
) -> bool:
    """Accept a fence for superfences; what is wrong with its options is shown later."""
    del language, attributes, md
    options.update(as_options(inputs))
    return True


def fence(  # noqa: PLR0913 - superfences has it so
    source: str,
    language: str,
    css_class: str,
    options: Options,
    md: Markdown,
    *,
    id_value: str = "",
    **_: object,
) -> str:
    """Return the figure of a fence, for superfences."""
    del language, css_class
    page = page_of(md)
    if _AUTHOR not in md.preprocessors:
        page.keep(md.lines)
    if id_value:
        options = {**options, "id": id_value}
    return Fence(page, source, options).html()


class ArgmapExtension(Extension):
    """Draws fences called `argmap`; `argdown` ones too where that is true.

    `root` is the folder that a fence's `file` is in; MkDocs says it by itself.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "argdown": [False, "Draw fences called argdown too."],
            "root": ["", "The folder that files of maps are in; none by default."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as Markdown has it
        """Add the processors."""
        md.registerExtension(self)
        root = self.getConfig("root")
        names = ("argmap", "argdown") if self.getConfig("argdown") else ("argmap",)
        md.preprocessors.register(
            _Author(md, Path(root) if root else None, names), _AUTHOR, _FIRST
        )
        md.preprocessors.register(_Fences(md, names), "argmap_fences", _BEFORE_CODE)
        self._md = md

    def reset(self) -> None:
        """Begin a new page."""
        forget(self._md)


def makeExtension(**options: Any) -> ArgmapExtension:  # noqa: N802 - as above
    """Make the extension, for Markdown."""
    return ArgmapExtension(**options)


class _Author(Preprocessor):
    """Keeps the text as its author wrote it, and introduces superfences to maps."""

    def __init__(self, md: Markdown, root: Path | None, names: Iterable[str]) -> None:
        super().__init__(md)
        self._root = root
        self._names = names
        self._has_met: set[int] = set()

    def run(self, lines: list[str]) -> list[str]:
        page = page_of(self.md)
        if page.root is None:
            page.root = page.folder = self._root
        page.keep(lines)
        for extension in self.md.registeredExtensions:
            meet = getattr(extension, "extend_super_fences", None)
            if meet and id(extension) not in self._has_met:
                self._has_met.add(id(extension))
                for name in self._names:
                    meet(name, _nested_fence, validate, None)
        return lines


def _nested_fence(src: str, language: str, md: Markdown, **known: Any) -> str:
    return fence(src, language, "", known.pop("options"), md, **known)


class _Fences(Preprocessor):
    """Draws the fences that begin at the margin; superfences sees to all others."""

    def __init__(self, md: Markdown, names: Iterable[str]) -> None:
        super().__init__(md)
        self._names = names

    def run(self, lines: list[str]) -> list[str]:
        return list(self._drawn(lines))

    def _drawn(self, lines: list[str]) -> Iterator[str]:
        """Yield the lines, each map as one that stands for its figure."""
        unclosed: set[str] = set()
        at = 0
        while at < len(lines):
            header = Header.of(lines[at])
            end = None
            if header and header.marks not in unclosed:
                end = next(
                    (
                        index
                        for index in range(at + 1, len(lines))
                        if header.is_closed_by(lines[index])
                    ),
                    None,
                )
                if end is None:
                    unclosed.add(header.marks)
            if header is None or end is None:
                yield lines[at]
                at += 1
                continue
            if header.name in self._names:
                html = self._html(header, lines[at + 1 : end])
                yield from ("", self.md.htmlStash.store(html), "")
            else:
                yield from lines[at : end + 1]
            at = end + 1

    def _html(self, header: Header, body: list[str]) -> str:
        page = page_of(self.md)
        source = "\n".join(body)
        try:
            options = header.options
        except OptionError as fault:
            return Fence(page, source, {}, fault).html()
        return Fence(page, source, options).html()
