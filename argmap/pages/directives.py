"""Directives of RST, found line by line.

Docutils would read no directive inside another that it does not know, and has no
columns. So this looks for no more than where a directive begins and ends. It does not
see those in the cells of a table.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.pages.blocks import Block, Directive, split_options
from argmap.pages.lines import Line, columns

_TAB: Final = 8
_ITEM: Final = r"(?:(?:[-*+•]|\(?(?:\w{1,5}|#)[.)])[ \t]++)*+"
_LEAD: Final = re.compile(rf"[ \t]*+{_ITEM}")
_DIRECTIVE: Final = re.compile(r"\.\.[ \t]++([\w:.+-]+?)[ \t]?::(?:[ \t]++(.*+))?$")
_COMMENT: Final = re.compile(r"\.\.(?:[ \t]+(?![_\[|])|$)")
"""What begins a comment where it begins no directive."""
_NO_TEXT: Final = "a map needs a blank line between itself and what is above it"


def directives(lines: Sequence[Line], above: int = 0) -> Iterator[Block]:
    """Yield the maps in the directives of RST that has `above` lines above it."""
    at = 0
    while at < len(lines):
        line = lines[at]
        lead = _LEAD.match(line.text)
        start = lead.end() if lead else 0
        indent = len(line.text[:start].expandtabs(_TAB))
        found = _DIRECTIVE.match(line.text, start)
        directive = None
        if found:
            directive = Directive(found[1].lower(), (found[2] or "").strip())
            is_over = directive.is_map or directive.is_verbatim
        else:
            is_literal = line.text.rstrip().endswith("::")
            is_over = is_literal or bool(_COMMENT.match(line.text, start))
        end = _end(lines, at + 1, indent) if is_over else at + 1
        if directive and directive.is_map:
            block = _block(directive, above + at, lines[at:end])
            if block:
                yield block
        at = end


def _end(lines: Sequence[Line], start: int, indent: int) -> int:
    """Return the first line from the start on that is indented no further than that."""
    for at in range(start, len(lines)):
        text = lines[at].text
        if text.strip() and columns(text, _TAB) <= indent:
            return at
    return len(lines)


def _block(directive: Directive, line: int, lines: Sequence[Line]) -> Block | None:
    """Return the map in a directive that is one, without the margin of its content."""
    opening, *below = lines
    widths = [columns(each.text, _TAB) for each in below if each.text.strip()]
    margin = min(widths, default=0)
    content = [each.without_columns(margin, _TAB) for each in below]
    block = directive.block(line, opening, content)
    _, behind = split_options(content)
    if block and behind and behind[0].text.strip():
        return Block(line, opening, fault=_NO_TEXT)
    return block
