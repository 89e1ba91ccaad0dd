"""Blocks of a page that are maps: fences and directives, with options and a text."""

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

import attrs

from argmap.pages.lines import Line, lines_of, text_of

NAMES: Final = frozenset({"argmap", "argdown"})
"""What a fence or a directive of a map is called, in upper or lower case."""
_VERBATIM: Final = frozenset(
    "code code-block code-cell code-tab csv-table digraph doctest graph"  # noqa: SIM905 - easier to read
    " graphviz highlight ipython jinja jupyter-execute literalinclude math"
    " mermaid parsed-literal plantuml productionlist prompt raw sourcecode"
    " testcleanup testcode testoutput testsetup uml".split()
)
"""Directives whose content is text, and no part of the page."""
_OPTION: Final = re.compile(r"[ \t]*+:([\w-]++):(?:[ \t]++(.*+)|[ \t]*+)$")


@attrs.frozen
class Block:
    """A map on a page: the line that opens it, counted from 0, and the map's lines.

    `file` is that of the map where the page names one instead, `format` what the page
    says that the text is in. `fault` is why it cannot be read.
    """

    line: int
    opening: Line
    lines: tuple[Line, ...] = ()
    file: str = ""
    format: str = ""
    fault: str = ""

    @property
    def text(self) -> str:
        """The text of the map."""
        return text_of(self.lines)

    def shown(self, text: str) -> str:
        """Return another text as it would stand in the place of the map's."""
        margin = self._margin
        lines = (
            f"{margin if each.text else margin.rstrip()}{each.whole}"
            for each in lines_of(text)
        )
        shown = "".join(lines)
        return shown if self.lines[-1].end else shown.rstrip("\r\n")

    @property
    def _margin(self) -> str:
        """What a line of the text begins with; one that ends inside a tab is no use."""
        margins = (each.margin for each in self.lines if each.text and not each.blanks)
        return next(margins, "")


@attrs.frozen
class Directive:
    """A directive of RST or MyST: what it is called, and what stands behind that."""

    name: str
    argument: str

    @property
    def is_map(self) -> bool:
        """Whether it is a map."""
        return self.name.lower() in NAMES

    @property
    def is_verbatim(self) -> bool:
        """Whether nothing in it is a part of the page."""
        return self.name in _VERBATIM

    def block(self, line: int, opening: Line, lines: Sequence[Line]) -> Block | None:
        """Return the map that it is, None where the map is not on the page.

        `lines` are what stands below it, options first.
        """
        options, body = split_options(lines)
        if "object" in options:
            return None
        format_ = options.get("format", "")
        return Block(line, opening, stripped(body), self.argument, format_)


def split_options(lines: Sequence[Line]) -> tuple[dict[str, str], Sequence[Line]]:
    """Return the options that lines begin with, and the lines behind them."""
    options: dict[str, str] = {}
    for at, line in enumerate(lines):
        if found := _OPTION.match(line.text):
            options[found[1]] = found[2] or ""
        elif not options or _is_blank(line) or line.text[0] not in " \t":
            return options, lines[at:]  # which do not go on with an option
    return options, ()


def stripped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines without the blank ones before and behind them."""
    behind = list(dropwhile(_is_blank, lines))
    return tuple(reversed(list(dropwhile(_is_blank, reversed(behind)))))


def _is_blank(line: Line) -> bool:
    return not line.text.strip()
