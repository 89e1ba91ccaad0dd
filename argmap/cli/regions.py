"""Regions in a Markdown file that are kept up to date: what stands between markers.

A region begins with a line `<!-- argmap: debate.argdown depth=2 -->` and ends with
`<!-- /argmap -->`; its map and options are in the first. Markers in code are text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from argmap.diagnostics import Span
from argmap.diagram.request import parse_options
from argmap.errors import ArgmapError
from argmap.words import replaced

_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|$)")
_FENCE: Final = re.compile(r" {0,3}(`{3,}+(?=[^`]*+$)|~{3,}+)(.*+)")
_MARKER: Final = re.compile(r"( {0,3})<!--[ \t]*+(argmap:|/argmap)(.*+)")
_VALUE: Final = r"(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"']++))(?=[ \t]|$)"
_FILE: Final = re.compile(rf"(?![a-z]++=){_VALUE}")
_OPTION: Final = re.compile(rf"[ \t]*+([a-z]++)(?:={_VALUE}|(?=[ \t]|$))")


class RegionError(ArgmapError):
    """A marker that cannot be followed."""


@attrs.frozen
class Region:
    """What is between two markers, and what the first of them says.

    `line` is that of the first marker, counted from 1; `span` is between the lines of
    the two. `margin` is what stands before the marker, `line_end` behind it.
    """

    line: int
    words: str
    span: Span
    margin: str
    line_end: str

    @property
    def request(self) -> tuple[str, Mapping[str, str | None]]:
        """The name of the map's file, and the options.

        Raises RegionError and OptionError.
        """
        file = _FILE.match(self.words)
        if file is None:
            msg = "the marker names no file; write <!-- argmap: debate.argdown -->"
            raise RegionError(msg)
        example = 'depth=2 or alt="A map"'
        options = parse_options(self.words[file.end() :], _OPTION, example)
        return next(each for each in file.groups() if each is not None), options

    def filled(self, lines: Iterable[str]) -> str:
        """Return what the region is to hold: lines with an empty one on either side."""
        whole = ("", *lines, "")
        return "".join(f"{self.margin * bool(x)}{x}{self.line_end}" for x in whole)


@attrs.frozen
class Fault:
    """A marker without its other one: its line, and what is wrong."""

    line: int
    error: RegionError


def find_regions(text: str) -> tuple[list[Region], list[Fault]]:
    r"""Return the regions of a text, and what is wrong with its markers.

    >>> (region,), _ = find_regions("<!-- argmap: a.argdown -->\nx\n<!-- /argmap -->")
    >>> region.request, region.span
    (('a.argdown', {}), Span(start=27, end=29))
    """
    regions: list[Region] = []
    faults: list[Fault] = []
    opened: Region | None = None
    for line, marker in _markers(text):
        start, end = marker.span()
        inner, closing, after = marker[3].rstrip().rpartition("-->")
        if not closing or after or "-->" in inner:
            faults.append(Fault(line, RegionError("a marker ends its line with -->")))
        elif marker[2] == "argmap:":
            if opened:
                faults.append(_unclosed(opened))
            line_end = _LINE.match(text, end)
            assert line_end is not None  # noqa: S101 - it matches anywhere
            opened = Region(
                line,
                inner.strip(),
                Span(line_end.end(), line_end.end()),
                marker[1],
                line_end[0] or "\n",
            )
        elif opened is None:
            faults.append(Fault(line, RegionError("no region begins before this end")))
        else:
            regions.append(attrs.evolve(opened, span=Span(opened.span.start, start)))
            opened = None
    if opened:
        faults.append(_unclosed(opened))
    return regions, faults


def _unclosed(region: Region) -> Fault:
    msg = "the region has no end; write <!-- /argmap --> on a line of its own"
    return Fault(region.line, RegionError(msg))


def _markers(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the markers that are not in fenced code, with their lines."""
    fence = ""
    for number, line in enumerate(_LINE.finditer(text), 1):
        end = line.start() + len(line[0].rstrip("\r\n"))
        mark = _FENCE.fullmatch(text, line.start(), end)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""
        elif not fence:
            marker = _MARKER.fullmatch(text, line.start(), end)
            if marker:
                yield number, marker


def refreshed(text: str, fill: Callable[[Region], str]) -> str:
    """Return a text with its regions filled; all else stays as it is."""
    regions, _ = find_regions(text)
    pieces = ((each.span.start, each.span.end, fill(each)) for each in regions)
    return replaced(text, pieces)
