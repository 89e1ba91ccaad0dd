"""From a text in Argdown to a document: the map, its spans, and all findings."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.formats.argdown.config import read_config
from argmap.formats.argdown.forgiving import read_elements
from argmap.formats.argdown.includes import include
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.plus import lookalike, unindented
from argmap.formats.argdown.tokens import (
    EMPTYLINE,
    ITEMS,
    NEWLINE,
    RELATIONS,
    STATEMENT_NUMBER,
    TEXT,
    Tokens,
)
from argmap.formats.argdown.view import view
from argmap.formats.document import Document
from argmap.formats.located import by_place, whole_characters
from argmap.model.kinds import Choice


class Compatibility(Choice):
    """Whether a text is read as its author meant it or as the reference reads it."""

    ARGMAP = "argmap"
    REFERENCE = "reference"


_DASHES: Final = "–—−•"
_SENTENCE_END: Final = re.compile(r"[.!?)\]}\"”]\r?\n\Z")
_UNCLOSED: Final = re.compile(
    r"\[[^\W\d_][^\]\n]*+$(?!\n[^\[\]\n]*+\])|<[^\W\d_][^>\n]*+$(?!\n[^<>\n]*+>)"
    r"|\{[ \t]*[a-z][\w-]*:[ \t][^{}\n]*+$(?!\n[^{}\n]*+\})",
    re.MULTILINE,
)
"""The rest of a line from a bracket on that it and the next line do not close."""
_BEFORE_TITLE: Final = RELATIONS | ITEMS | {NEWLINE, EMPTYLINE, STATEMENT_NUMBER}
"""The kinds of tokens after which a title can stand."""

_DEVIATIONS = {
    "blank-statement": (
        "the blank line is read as one; the reference takes it for text",
        "take the blanks out of it",
    ),
    "byte-order-mark": (
        "the text begins with a byte order mark, which is left out",
        "save the file without it: other tools take it for text",
    ),
    "bare-address": (
        "the address is read as text; the reference takes // for a comment",
        "write it as a link, [words](address), or put a back-slash before //",
    ),
    "line-ends-in-data": (
        "the data has lines that end in CR LF; the reference takes it for text",
        "save the file with plain line ends (LF)",
    ),
    "made-title": (
        "the reference takes this for one of those without a title",
        "choose another title than Untitled and a number",
    ),
    "undercut-of-a-claim": (
        "it is against the claim; the reference reads the last inference above",
        "put the undercut below the inference that it is against",
    ),
    "undercut-of-a-step": (
        "it is against the step above; the reference reads another step or the claim",
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
        *_lookalikes(tokens),
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


def _lookalikes(tokens: Tokens) -> Iterator[Diagnostic]:
    """Find text that begins like something else: with a dash, or an open bracket."""
    for token, (kind, at) in enumerate(zip(tokens.kinds, tokens.starts, strict=True)):
        if kind != TEXT:
            continue
        sign = tokens.text[at]
        if sign in _DASHES:
            if _is_for_a_sign(tokens.text, at):
                yield _lookalike(
                    "dash-for-sign",
                    f"the '{sign}' that begins this line is read as text",
                    at,
                    "an objection begins with a hyphen, '-', a reason with '+'",
                )
        elif sign in "[<{" and _is_unclosed(tokens, token):
            yield _lookalike(
                "unclosed-bracket",
                f"the '{sign}' is never closed, and is read as text",
                at,
                "close it, or put a back-slash before it",
            )


def _lookalike(code: str, message: str, at: int, help_: str) -> Diagnostic:
    span = Span(at, at + 1)
    return Diagnostic(code, message, severity=Severity.WARNING, span=span, help=help_)


def _is_for_a_sign(text: str, at: int) -> bool:
    """Return whether a dash is what a word processor makes of an objection's sign.

    It is indented or right below a sentence; one between words is neither.
    """
    line = text.rfind("\n", 0, at) + 1
    if not line or text[at + 1 : at + 2] not in {" ", "\t"}:
        return False
    if line == at:
        return _SENTENCE_END.search(text, max(0, line - 3), line) is not None
    return not text[line:at].strip(" \t")


def _is_unclosed(tokens: Tokens, token: int) -> bool:
    """Return whether a bracket begins data, or a title where one can stand."""
    at = tokens.starts[token]
    can_be_title = not token or tokens.kinds[token - 1] in _BEFORE_TITLE
    is_place = can_be_title or tokens.text[at] == "{"
    return is_place and _UNCLOSED.match(tokens.text, at) is not None
