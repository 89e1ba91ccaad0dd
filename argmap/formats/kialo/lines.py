"""The lines of a discussion: its title, its numbered claims, and its sources."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from argmap.diagnostics import Severity, Span
from argmap.formats.kialo.wording import GOES_ON, REMARK
from argmap.formats.located import Findings, shown

_LINE: Final = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_TITLE: Final = re.compile(r"\ufeff?\s*Discussion (?:Title|Name):[ \t]*")
_NUMBERED: Final = re.compile(
    r"[\ufeff \t]*([0-9]{1,9}(?:\.[0-9]{1,9})*)\.(?=\s|\Z)[ \t]*"
    r"(?:(pro|con|neutral):[ \t]*|(?:thesis|question|claim):[ \t]*\Z)?",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(r"[ \t]*\[([0-9]{1,6})\][ \t]*")
_SOURCES: Final = "Sources:"
_LIKE_A_CLAIM: Final = re.compile(
    r"\W*[0-9.]*\W*(?:pro|con|neutral)\s*:", re.IGNORECASE
)


@attrs.define(eq=False)
class Item:
    """What stands behind a number: its stance, such as `pro`, or "", and its lines.

    What others think of it, such as their votes, is `data`.
    """

    number: str
    stance: str
    span: Span
    lines: list[str] = attrs.field(factory=list)
    data: dict[str, str] = attrs.field(factory=dict)

    @property
    def parent(self) -> str:
        """The number of what it is a pro or a con of, "" for a thesis."""
        return self.number.rpartition(".")[0]

    @property
    def text(self) -> str:
        """Its lines, without empty ones around."""
        return "\n".join(self.lines).strip()


@attrs.define(eq=False)
class Discussion:
    """What the lines say; the title is None where no line of one begins the text."""

    title: str | None = None
    claims: list[Item] = attrs.field(factory=list)
    sources: dict[str, Item] = attrs.field(factory=dict)


def discussion_of(text: str, findings: Findings) -> Discussion:
    """Return what the lines of a text say; what is of no claim is reported."""
    return _Reading(text, findings).discussion()


class _Reading:
    """Lines on their way; `_at` is the item that a line without a number goes on."""

    def __init__(self, text: str, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._found = Discussion()
        self._at: Item | None = None
        self._numbers: set[str] = set()
        self._roots = 0
        self._argued = {
            match[1].rpartition(".")[0]
            for line, _ in _lines(text)
            if (match := _NUMBERED.match(line)) and match[2]
        }
        self._is_among_sources = False

    def discussion(self) -> Discussion:
        """Take line after line."""
        title = _TITLE.match(self._text)
        lines = list(_lines(self._text, title.end() if title else 0))
        if title:
            lines = self._after_title(lines)
        before = ""
        for line, at in lines:
            self._take(line, at, before)
            before = line
        return self._found

    def _after_title(self, lines: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Take the title, on its line or below, and return the lines behind it."""
        self._found.title = ""
        for index, (line, _) in enumerate(lines):
            if line.strip():
                if index and _NUMBERED.match(line):
                    return lines[index:]
                self._found.title = line.strip()
                return lines[index + 1 :]
        return []

    def _take(self, line: str, at: int, before: str) -> None:
        numbered = _NUMBERED.match(line)
        source = _SOURCE.match(line) if self._is_among_sources else None
        if numbered and self._is_claim(numbered, before):
            self._begin_claim(numbered, at)
        elif line.strip() == _SOURCES:
            self._is_among_sources, self._at = True, None
            return
        elif source:
            self._begin_source(source, at)
        elif numbered and self._at:
            message = f"{shown(numbered[1])} begins no claim here; it is taken for text"
            span = Span(at, at + numbered.end())
            add = self._findings.add
            add("unclear-number", message, span, severity=Severity.WARNING)
            self._at.lines.append(line.strip())
            return
        begin = numbered or source
        if not begin and self._is_remark(line):
            return
        rest = line[begin.end() :] if begin else line
        if self._at:
            if not begin:
                self._report_more(line, at, before)
            self._at.lines.append(rest.strip())
        elif rest.strip("\ufeff \t"):
            message = "this is of no claim; it is left out"
            span = Span(at, at + len(line))
            add = self._findings.add
            add("unplaced-text", message, span, severity=Severity.WARNING)

    def _is_remark(self, line: str) -> bool:
        """Return whether a line has votes on the claim above it, and keep them."""
        item, remark = self._at, REMARK.fullmatch(line.strip())
        if item is None or remark is None or self._is_among_sources:
            return False
        if not any(item.lines) or GOES_ON.search(item.lines[-1]):
            return False
        return item.data.setdefault(remark[1].lower(), remark[2]) == remark[2]

    def _report_more(self, line: str, at: int, before: str) -> None:
        """Report a line of no number that is read as more of the claim above it.

        A claim may have several lines, but none behind an empty one.
        """
        item = self._at
        if (
            item is None
            or self._is_among_sources
            or not (any(item.lines) and line.strip())
        ):
            return
        if GOES_ON.search(item.lines[-1]):
            return
        is_odd = not before.strip() or _LIKE_A_CLAIM.match(line)
        message = f"this has no number; it is read as more of {shown(item.number)}"
        help_ = "if it is a claim, begin it with its number, such as 1.1. Pro:"
        severity = Severity.WARNING if is_odd else Severity.INFO
        span = Span(at, at + len(line))
        self._findings.add("unnumbered-text", message, span, help_, severity)

    def _is_claim(self, numbered: re.Match[str], before: str) -> bool:
        """Return whether a number begins a claim, and is no number in a text.

        Without a stance that is a thesis, below the question if there is one.
        """
        number, stance = numbered.groups()
        if stance:
            return True
        parent = number.rpartition(".")[0]
        if not parent:
            is_next = int(number) == self._roots + 1
            return is_next and not (self._roots and before.strip())
        is_new = number not in self._numbers and parent in self._numbers
        return is_new and parent not in self._argued

    def _begin_claim(self, numbered: re.Match[str], at: int) -> None:
        number, stance = numbered.groups()
        self._is_among_sources = False
        self._roots += "." not in number
        self._numbers.add(number)
        span = Span(at + numbered.start(1), at + numbered.end(1))
        self._at = Item(number, (stance or "").lower(), span)
        self._found.claims.append(self._at)

    def _begin_source(self, source: re.Match[str], at: int) -> None:
        span = Span(at + source.start(1), at + source.end(1))
        self._at = Item(source[1], "", span)
        if self._found.sources.setdefault(source[1], self._at) is not self._at:
            message = f"a source above has the number {source[1]} too"
            self._findings.add("duplicate-id", message, span)


def _lines(text: str, at: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the lines from a place on, and where they begin."""
    for match in _LINE.finditer(text, at):
        if match.end() > match.start():
            yield match[1], match.start()
