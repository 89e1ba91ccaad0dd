"""The extension of Python-Markdown, and what superfences wants of one."""

from collections.abc import Callable, Iterable, Iterator
from inspect import signature
from pathlib import Path
from typing import Any, Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from argmap.errors import OptionError
from argmap.markdown.figure import Fence
from argmap.markdown.headers import Header, Options, as_options, fences_in
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


def fence(
    source: str,
    language: str,
    css_class: str,
    options: Options,
    md: Markdown,
    *,
    id_value: str = "",
    **_: object,
) -> Fence:
    """Return what turns into the figure of a fence, for superfences."""
    del language, css_class
    page = page_of(md)
    if _AUTHOR not in md.preprocessors:
        page.keep(getattr(md, "lines", []))
    if id_value:
        options = {**options, "id": id_value}
    return Fence(page, source, options)


class ArgmapExtension(Extension):
    """Draws fences called `argmap`; `argdown` ones too where that is true.

    `root` is the folder that a fence's `file` is in, and the files of sources; MkDocs
    says it by itself. Files in `roots` may be named too. With `check` what is wrong
    with a map is logged.
    """

    def __init__(self, **options: Any) -> None:
        self.config: dict[str, list[Any]] = {
            "argdown": [False, "Draw fences called argdown too."],
            "check": [False, "Log what is wrong with maps, as `argmap check` says it."],
            "root": ["", "The folder that files of maps are in; none by default."],
            "roots": [[], "Further folders, as seen from the file with the settings."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as Markdown has it
        """Add the processors."""
        md.registerExtension(self)
        names = ("argmap", "argdown") if self.getConfig("argdown") else ("argmap",)
        md.preprocessors.register(_Author(md, self, names), _AUTHOR, _FIRST)
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

    def __init__(
        self, md: Markdown, extension: ArgmapExtension, names: Iterable[str]
    ) -> None:
        super().__init__(md)
        root = extension.getConfig("root")
        self._root = Path(root) if root else None
        self._roots: list[str] = extension.getConfig("roots")
        self._is_checked = bool(extension.getConfig("check"))
        self._names = names
        self._has_met: set[int] = set()

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        page = page_of(self.md)
        if page.root is None:
            page.root = page.folder = page.sources = self._root
        page.roots = tuple(page.base / each for each in self._roots)
        page.is_checked = self._is_checked
        page.keep(lines)
        for extension in self.md.registeredExtensions:
            if id(extension) not in self._has_met:
                self._has_met.add(id(extension))
                self._introduce(getattr(extension, "extend_super_fences", None))
        return lines

    def _introduce(self, meet: Callable[..., None] | None) -> None:
        if meet is None:
            return
        functions = (_nested_fence, validate, None)
        taken = len(signature(meet).parameters) - 1  # once there was no third
        for name in self._names:  # superfences compares them letter by letter
            for written in (name, name.capitalize(), name.upper()):
                meet(written, *functions[:taken])


def _nested_fence(src: str, language: str, md: Markdown, **known: Any) -> Fence:
    return fence(src, language, "", known.pop("options"), md, **known)


class _Fences(Preprocessor):
    """Draws the fences that begin at the margin; superfences sees to all others."""

    def __init__(self, md: Markdown, names: Iterable[str]) -> None:
        super().__init__(md)
        self._names = names

    def run(self, lines: list[str]) -> list[str]:
        """Put what stands for a figure in the place of each map."""
        return list(self._drawn(lines))

    def _drawn(self, lines: list[str]) -> Iterator[str]:
        done = 0
        for header, start, end in fences_in(lines):
            if header.name in self._names:
                fence_ = self._fence(header, lines[start + 1 : end])
                yield from lines[done:start]
                placeholder = self.md.htmlStash.store(fence_)  # type: ignore[arg-type]
                yield from ("", placeholder, "")
                done = end + 1
        yield from lines[done:]

    def _fence(self, header: Header, body: list[str]) -> Fence:
        page = page_of(self.md)
        source = "\n".join(body)
        try:
            options = header.options
        except OptionError as fault:
            return Fence(page, source, {}, fault)
        return Fence(page, source, options)
