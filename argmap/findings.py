"""Findings as text: with their line of text, in one line, as data, for GitHub.

What is shown never carries a control character of the text or the message, so
that a map cannot write to the terminal of whoever checks it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

import attrs

from argmap.diagnostics import Diagnostic, Severity, Span, line_starts
from argmap.words import columns, visible

_WIDTH = 80
_LEAD = 24
_MOST = 50
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def show(
    diagnostic: Diagnostic,
    text: str = "",
    path: str = "<input>",
    *,
    color: bool = False,
) -> str:
    """Return the finding over several lines, with the place it points at.

    Columns are those of a terminal: a tab takes four, wide characters two. Of a
    long line only what is round the span is shown.

    >>> print(show(Diagnostic("slip", "it is 'rose'", span=Span(6, 10)), "Rents rise."))
    warning[slip]: it is 'rose'
      --> <input>:1:7
      |
    1 | Rents rise.
      |       ^^^^
    """
    ink = _Ink(_COLORS[diagnostic.severity]) if color else _Ink()
    header = ink.loud(f"{diagnostic.severity}[{diagnostic.code}]")
    lines = [f"{header}: {_one_line(diagnostic.message)}"]
    marked = _marked_lines(diagnostic.span, text) if diagnostic.span else []
    margin = " " * len(str(marked[-1].number if marked else 1))
    lines.append(f"{margin} {ink.dim('-->')} {_place(diagnostic, text, path)}")
    if marked:
        lines.append(f"{margin} {ink.dim('|')}")
    for before, line in zip([None, *marked], marked, strict=False):
        if before and line.number > before.number + 1:
            lines.append(ink.dim("..."))
        number = ink.dim(f"{line.number:>{len(margin)}} |")
        lines.append(f"{number} {line.shown}")
        lines.append(
            f"{margin} {ink.dim('|')} {' ' * line.lead}{ink.loud(line.carets)}"
        )
    if help_ := _help(diagnostic):
        lines.append(f"{margin} {ink.dim('=')} help: {help_}")
    return "\n".join(map(str.rstrip, lines))


def abridged(
    found: Iterable[Diagnostic], most: int = _MOST
) -> tuple[list[Diagnostic], list[str]]:
    """Return the first findings of every kind, and a line for each that goes on.

    >>> abridged([Diagnostic("slip", f"slip {each}") for each in range(3)], 1)[1]
    ['… and 2 more of [slip]']
    """
    counts: Counter[str] = Counter()
    first = []
    for each in found:
        counts[each.code] += 1
        if counts[each.code] <= most:
            first.append(each)
    return first, [
        f"… and {count - most:,} more of [{code}]"
        for code, count in counts.items()
        if count > most
    ]


def concise(diagnostic: Diagnostic, text: str = "", path: str = "<input>") -> str:
    """Return the finding in one line, as editors understand it.

    >>> concise(Diagnostic("slip", "it is 'rose'", span=Span(6, 10)), "Rents rise.")
    "<input>:1:7: warning[slip]: it is 'rose'"
    """
    return f"{_place(diagnostic, text, path)}: {_one_line(str(diagnostic))}"


def _help(diagnostic: Diagnostic) -> str:
    """Return what to do, and that somebody can do it for you."""
    if not (diagnostic.help and diagnostic.mend):
        return _one_line(diagnostic.help or "")
    option = " --quotations" if diagnostic.rewording else ""
    return f"{_one_line(diagnostic.help)} (argmap fix{option} does it)"


def as_dict(
    diagnostic: Diagnostic, text: str = "", path: str = "<input>"
) -> dict[str, object]:
    """Return the finding as JSON has it, always with the same keys.

    `start` and `end` count code points from 0, `line` and `column` from 1. `mend` is a
    `text` with the `start` and `end` of what it takes the place of.
    """
    span, mend = diagnostic.span, diagnostic.mend
    line, column = span.position(text) if span else (None, None)
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "subject": diagnostic.subject,
        "source": diagnostic.source,
        "path": path,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "line": line,
        "column": column,
        "mend": mend
        and {"start": mend.span.start, "end": mend.span.end, "text": mend.text},
    }


def for_github(diagnostic: Diagnostic, text: str = "", path: str = "<input>") -> str:
    """Return the finding as a workflow command, an annotation in a pull request.

    >>> for_github(Diagnostic("slip", "it is 'rose'"), "", "rents.json")
    "::warning file=rents.json,title=slip::it is 'rose'"
    """
    fields: dict[str, object] = {"file": path}
    if diagnostic.span:
        fields["line"], fields["col"] = diagnostic.span.position(text)
    fields["title"] = diagnostic.code
    properties = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in fields.items()
    )
    message = _escaped(diagnostic.message)
    if help_ := _help(diagnostic):
        message += f"%0Ahelp: {_escaped(help_)}"
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{message}"


def _escaped(text: str) -> str:
    """Keep `%` from beginning an escape; line ends are gone already."""
    return _one_line(text).replace("%", "%25")


def _place(diagnostic: Diagnostic, text: str, path: str) -> str:
    shown = _one_line(path)
    if diagnostic.span is None:
        return shown
    line, column = diagnostic.span.position(text)
    return f"{shown}:{line}:{column}"


@attrs.frozen
class _Ink:
    """The escapes of a terminal for what is said loudly and what is not."""

    color: str | None = None

    def loud(self, text: str) -> str:
        return f"\x1b[1;{self.color}m{text}\x1b[0m" if self.color else text

    def dim(self, text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if self.color else text


@attrs.frozen
class _MarkedLine:
    """A line as shown: carets stand under it from the column `lead` on."""

    number: int
    shown: str
    lead: int
    carets: str


def _marked_lines(span: Span, text: str) -> list[_MarkedLine]:
    """Return the line of the span, or the first and the last of its lines."""
    starts = line_starts(text)
    start, end = min(span.start, len(text)), min(span.end, len(text))
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    first = bisect_right(starts, start)
    last = bisect_right(starts, max(start, end - 1))
    if first == last:
        return [_marked_line(first, text, Span(start, end))]
    below = Span(starts[last - 1], end)
    return [
        _marked_line(first, text, Span(start, end)),
        _marked_line(last, text, below),
    ]


def _marked_line(number: int, text: str, span: Span) -> _MarkedLine:
    """Return what of a line is round the span; a line may be megabytes long."""
    starts = line_starts(text)
    left = begin = starts[number - 1]
    stop = starts[number] if number < len(starts) else len(text)
    while stop > begin and text[stop - 1] in "\r\n":
        stop -= 1
    if stop - begin > _WIDTH:
        left = max(begin, min(span.start - _LEAD, stop - _WIDTH))
    right = min(stop, left + _WIDTH)
    end = max(span.start, min(span.end, right))
    before = "…" * (left > begin) + _shown(text[left : span.start])
    marked = _shown(text[span.start : end])
    after = _shown(text[end:right]) + "…" * (right < stop)
    carets = "^" * max(1, columns(marked))
    return _MarkedLine(number, before + marked + after, columns(before), carets)


def _one_line(text: str) -> str:
    return _shown(" ".join(text.splitlines()))


def _shown(text: str) -> str:
    """Return a line as it takes columns here: a tab is four of them."""
    return visible(text.replace("\t", "    "))
