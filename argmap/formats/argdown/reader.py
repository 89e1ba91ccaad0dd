"""From a text in Argdown to a document: the map, its spans, and all findings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.formats.argdown.config import read_config
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.includes import include
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.plus import lookalike, unindented
from argmap.formats.argdown.tokens import TEXT, Tokens
from argmap.formats.argdown.view import view
from argmap.formats.document import Document
from argmap.formats.located import by_place, whole_characters
from argmap.model.kinds import Choice


class Compatibility(Choice):
    """Whether a text is read as its author meant it or as the reference reads it."""

    ARGMAP = "argmap"
    REFERENCE = "reference"


_DASH: Final = re.compile(r"(?:\n[ \t]+|[.!?)\]}\"”]\r?\n)([–—−•])[ \t]")
"""A dash that is indented or right below a sentence; one between words is neither."""

_UNCLOSED: Final = re.compile(
    r"^[ \t]*(?:(?:[-+_*]|[<+-]>|<_|_>|><|\(\d+\))[ \t]+)?"
    r"(?:(\[)[^\W\d_][^\]\n]*+$(?!\n[^\[\]\n]*+\])|(<)[^\W\d_][^>\n]*+$(?!\n[^<>\n]*+>))"
    r"|(\{)[ \t]*[a-z][\w-]*:[ \t][^{}\n]*+$(?!\n[^{}\n]*+\})",
    re.MULTILINE,
)
"""A title at the start of a line, or data, that this line and the next do not close."""

_DEVIATIONS = {
    "blank-statement": (
        "the blank line is read as one; the reference takes it for text",
        "take the blanks out of it",
    ),
    "byte-order-mark": (
        "the text begins with a byte order mark, which is left out",
        "save the file without it: for others it is part of the first line",
    ),
    "bare-address": (
        "the address is read as text; the reference takes // for a comment",
        "write it as a link, [words](address), or put a back-slash before //",
    ),
    "line-ends-in-data": (
        "the data goes over lines that end in CR LF; the reference takes it for text",
        "save the file with plain line ends (LF)",
    ),
    "made-title": (
        "the reference takes this for one of those without a title",
        "choose another title than Untitled and a number",
    ),
    "undercut-of-a-claim": (
        "it is against the claim; for the reference, against the last inference above",
        "put the undercut below the inference that it is against",
    ),
    "undercut-of-a-step": (
        "it is against the step above; for the reference, against another or the claim",
        "put it below the line of an inference, or above all of these",
    ),
    "lone-back-slash": (
        "the back-slash is read as text; the reference reads no file with it",
        "double it, or take it out",
    ),
    "overlong-data": (
        "the data ends here; the reference goes on to a brace further down",
        "put a line break after the closing brace",
    ),
    "sign-inside-word": (
        "the sign is read as part of the word; the reference begins emphasis",
        "put a back-slash before it",
    ),
}


def read(
    text: str,
    *,
    path: Path | None = None,
    compatibility: Compatibility | str = Compatibility.ARGMAP,
) -> Document:
    r"""Read a map from Argdown; never raises for what the text says.

    A block that is not right costs no other. Where the reference implementation
    would lose or garble something, what the author meant is read, and a finding
    says so; with `compatibility="reference"` the text is read as it does. `path` is
    that of the file: what it includes must be beside or below it, and the settings in
    `argdown.config.json` beside it hold where it has none.

    >>> document = read("[Rents]: They rose.\n  + <Demand>: More people came.\n")
    >>> document.argument_map
    <ArgumentMap: 1 claim, 1 inference, 1 argument>
    """
    is_reference = Compatibility(compatibility) is Compatibility.REFERENCE
    whole, surrogates = whole_characters(text)
    included = include(whole, path)
    config = read_config(path)
    tokens, elements = read_elements(
        included.text, is_reference=is_reference, defaults=config.settings
    )
    mapped = to_map(elements)
    wanted, not_honoured = view(elements, mapped)
    like_plus = None if is_reference or tokens.is_plus else lookalike(tokens)
    severity = Severity.ERROR if is_reference else Severity.INFO
    diagnostics = [
        *surrogates,
        *config.findings,
        *included.findings,
        *elements.faults,
        *(_deviation(tokens.text, *each, severity) for each in tokens.deviations),
        *_dashes(tokens),
        *_unclosed(tokens),
        *([like_plus] if like_plus else ()),
        *(unindented(tokens) if tokens.is_plus else ()),
        *elements.diagnostics,
        *mapped.diagnostics,
        *not_honoured,
    ]
    return Document(
        mapped.argument_map,
        included.text,
        mapped.spans,
        by_place(diagnostics),
        view=wanted,
        excerpts=(*config.excerpts, *included.excerpts),
        source_spans=elements.source_spans,
        relations=elements.written,
        quotation_spans={
            words: spans[0]
            for words, spans in elements.quotation_spans.items()
            if len(spans) == 1
        },
    )


def _deviation(
    text: str, code: str, start: int, end: int, severity: Severity
) -> Diagnostic:
    message, help_ = _DEVIATIONS[code]
    span = Span(start, end)
    return Diagnostic(
        code,
        message,
        severity=severity,
        span=span,
        help=help_,
        mend=_mend(text, code, span),
    )


def _mend(text: str, code: str, span: Span) -> Edit | None:
    """Return the change after which the reference reads the same as argmap, if any."""
    if code in {"sign-inside-word", "lone-back-slash"}:
        return Edit(Span(span.start, span.start), "\\")
    if code == "overlong-data":
        return Edit(Span(span.end, span.end), "\n")
    if code == "blank-statement":
        return Edit(span, span.of(text).lstrip(" \t"))
    return None


def _dashes(tokens: Tokens) -> Iterator[Diagnostic]:
    """Find the dashes that a word processor makes of the sign of an objection."""
    for match in _DASH.finditer(tokens.text):
        at = match.start(1)
        token = bisect_left(tokens.starts, at)
        if (tokens.starts[token], tokens.kinds[token]) == (at, TEXT):
            yield Diagnostic(
                "dash-for-sign",
                f"the '{match[1]}' that begins this line is read as text",
                severity=Severity.WARNING,
                span=Span(at, at + 1),
                help="an objection begins with a hyphen, '-', a reason with '+'",
            )


def _unclosed(tokens: Tokens) -> Iterator[Diagnostic]:
    """Find brackets of titles and braces of data that are never closed."""
    for match in _UNCLOSED.finditer(tokens.text):
        at = match.start(match.lastindex or 0)
        token = bisect_right(tokens.starts, at) - 1
        if tokens.kinds[token] == TEXT:
            yield Diagnostic(
                "unclosed-bracket",
                f"the '{tokens.text[at]}' is never closed, and is read as text",
                severity=Severity.WARNING,
                span=Span(at, at + 1),
                help="close it, or put a back-slash before it",
            )
