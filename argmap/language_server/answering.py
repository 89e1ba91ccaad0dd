"""An answer to an objection: the line below it that an author goes on to write."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

import attrs

from argmap.diagnostics import Edit, Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import Tokens
from argmap.language_server.files import File

_OBJECTIONS: Final = frozenset({t.OUTGOING_ATTACK, t.OUTGOING_UNDERCUT})
_WAYS: Final = (
    ("deny what this objection claims ('-' below it)", "-"),
    ("say why it is no objection ('_' below it)", "_"),
)
_PLACEHOLDER: Final = "…"
_BLANKS: Final = re.compile(r"[ \t]*")
_STEP: Final = "  "


@attrs.frozen
class Answer:
    """A way to answer an objection, in words, and the line that begins it."""

    title: str
    edit: Edit


def answers(tokens: Tokens, file: File, offset: int) -> Iterator[Answer]:
    r"""Yield the ways to answer the objection at an offset, if one is there.

    >>> from argmap.formats.argdown.tokens import tokenize
    >>> text = "[Cap]: Cap rents.\n  - [Building]: Fewer flats.\n"
    >>> for each in answers(tokenize(text), File(None, text), 20):
    ...     print(each.edit.of(text))
    [Cap]: Cap rents.
      - [Building]: Fewer flats.
        - …
    <BLANKLINE>
    [Cap]: Cap rents.
      - [Building]: Fewer flats.
        _ …
    <BLANKLINE>
    """
    sign = _objection(tokens, file, offset)
    if sign is None:
        return
    last = _last(tokens, sign)
    place = _end_of_line(tokens, file, last)
    line_break = "\r\n" if "\r\n" in file.text else "\n"
    indent = _indentation(tokens, file, sign, last)
    for title, way in _WAYS:
        line = f"{line_break}{indent}{way} {_PLACEHOLDER}"
        yield Answer(title, Edit(Span(place, place), line))


def _objection(tokens: Tokens, file: File, offset: int) -> int | None:
    """Return the sign of the objection whose own words are at an offset."""
    end = file.line_end(offset)
    at = bisect_left(tokens.starts, end) - 1
    while at >= 0 and tokens.kinds[at] not in _OBJECTIONS:
        if tokens.kinds[at] in t.RELATIONS | {t.EMPTYLINE, t.STATEMENT_NUMBER}:
            return None
        at -= 1
    if at < 0:
        return None
    is_inside = offset <= _end_of_line(tokens, file, _last(tokens, at))
    return at if is_inside else None


def _last(tokens: Tokens, sign: int) -> int:
    """Return the last token of what stands behind a sign, without what is below."""
    ends = t.RELATIONS | {t.INDENT, t.DEDENT, t.EMPTYLINE, t.EOF}
    at = sign + 1
    while tokens.kinds[at] not in ends:
        at += 1
    at -= 1
    while tokens.kinds[at] == t.NEWLINE:
        at -= 1
    return at


def _end_of_line(tokens: Tokens, file: File, last: int) -> int:
    """Return where the line of a token ends, and of the comments behind it."""
    end = file.line_end(tokens.starts[last] + len(tokens.image(last).rstrip()))
    for start, stop in tokens.comments:
        if start < end < stop:
            end = file.line_end(stop)
    return end


def _indentation(tokens: Tokens, file: File, sign: int, last: int) -> str:
    """Return that of what stands below already, or else one step more than its own."""
    kinds = tokens.kinds
    below = next(at for at in range(last + 1, len(kinds)) if kinds[at] != t.NEWLINE)
    if kinds[below] == t.INDENT:
        return _blanks(file, tokens.starts[below])
    own = _blanks(file, tokens.starts[sign])
    outer = _outer(tokens, file, sign, own)
    is_deeper = own.startswith(outer) and own != outer
    return own + (own[len(outer) :] if is_deeper else _STEP)


def _outer(tokens: Tokens, file: File, sign: int, own: str) -> str:
    """Return the indentation of what a sign stands below."""
    for at in range(sign - 1, -1, -1):
        if tokens.kinds[at] == t.EMPTYLINE:
            break
        if tokens.kinds[at] in t.RELATIONS:
            blanks = _blanks(file, tokens.starts[at])
            if len(blanks) < len(own):
                return blanks
    return ""


def _blanks(file: File, offset: int) -> str:
    """Return the blanks that the line with this offset begins with."""
    start = file.line_start(offset)
    match = _BLANKS.match(file.text, start)
    return match[0] if match else ""
