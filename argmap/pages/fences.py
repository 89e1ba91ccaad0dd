"""Fences of Markdown, as CommonMark has them, and directives of MyST in them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from argmap.pages.blocks import NAMES, Block, Directive
from argmap.pages.commonmark import front_matter, parsed
from argmap.pages.directives import directives
from argmap.pages.lines import Line

_DEEPEST: Final = 20
"""How many fences inside each other are looked into."""
_NAME: Final = re.compile(r"\{?[ \t]*+\.?([\w#+-]++)(?=[ \t{}]|$)")
_DIRECTIVE: Final = re.compile(r"\{(\w[\w:.-]*+)\}[ \t]*+(.*+)")
_FILE: Final = re.compile(r"(?<![^\s{])file=(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'}]++))")
_UNCLOSED: Final = "nothing closes the fence: put its marks on a line below the map"


@attrs.frozen
class _Fence:
    """A fence: where it opens, what it is called, its lines, and whether it closes."""

    line: int
    info: str
    lines: tuple[Line, ...]
    is_closed: bool


def fences(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the maps in the fences of a page in Markdown.

    Directives of MyST that hold a part of the page are looked into; what is in any
    other fence is code.
    """
    waiting = [(lines, 0, 0)]
    while waiting:
        inner, above, depth = waiting.pop()
        for fence in _fences(inner):
            line, opening = above + fence.line, inner[fence.line]
            found = _DIRECTIVE.match(fence.info)
            directive = Directive(*map(str.strip, found.groups())) if found else None
            if directive is None or directive.is_map:
                if block := _block(fence, line, opening, directive):
                    yield block
            elif directive.name == "eval-rst":
                yield from directives(fence.lines, line + 1)
            elif not directive.is_verbatim and depth < _DEEPEST:
                waiting.append((fence.lines, line + 1, depth + 1))


def _block(
    fence: _Fence, line: int, opening: Line, directive: Directive | None
) -> Block | None:
    """Return the map in a fence that may be one."""
    if directive:
        block = directive.block(line, opening, _without_yaml(fence.lines))
    else:
        name = _NAME.match(fence.info)
        if name is None or name[1].lower() not in NAMES:
            return None
        file = _FILE.search(fence.info, name.end())
        named = next(filter(None, file.groups()), "") if file else ""
        block = Block(line, opening, fence.lines, file=named)
    if block and not fence.is_closed:
        return attrs.evolve(block, fault=_UNCLOSED, lines=())
    return block


def _without_yaml(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines without the options in YAML that MyST lets them begin with."""
    options = front_matter(lines)
    return lines[len(options) + 2 :] if options else lines


def _fences(lines: Sequence[Line]) -> Iterator[_Fence]:
    for token in parsed(lines):
        if token.type == "fence" and token.map:
            first, behind = token.map
            body = token.content.removesuffix("\n").split("\n") if token.content else []
            own = lines[first + 1 : first + 1 + len(body)]
            cut = (line.cut(text) for line, text in zip(own, body, strict=True))
            is_closed = behind - first > len(body) + 1
            yield _Fence(first, token.info.strip(), tuple(cut), is_closed)
