"""An answer to an objection: the line below it that an author goes on to write."""

from collections.abc import Iterator
from typing import Final

import attrs

from argmap.diagnostics import Edit, Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.editing.reading import Node, Reading
from argmap.formats.argdown.hunks import usual_line_end
from argmap.formats.argdown.tokens import Tokens

_OBJECTIONS: Final = frozenset({t.OUTGOING_ATTACK, t.OUTGOING_UNDERCUT})
_WAYS: Final = (
    ("deny what this objection claims ('-' below it)", "-"),
    ("say why it is no objection ('_' below it)", "_"),
)
_PLACEHOLDER: Final = "…"


@attrs.frozen
class Answer:
    """A way to answer an objection, in words, and the line that begins it."""

    title: str
    edit: Edit


def answers(tokens: Tokens, offset: int) -> Iterator[Answer]:
    r"""Yield the ways to answer the objection at an offset, if one is there.

    >>> from argmap.formats.argdown.tokens import tokenize
    >>> text = "[Cap]: Cap rents.\n  - [Building]: Fewer flats.\n"
    >>> for each in answers(tokenize(text), 20):
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
    start, end = _block(tokens, offset)
    reading = Reading(tokens.text[start:end])
    for node in reading.nodes:
        if _is_objection_at(reading, node, offset - start):
            place = start + reading.own_end(node)
            lead = usual_line_end(tokens.text) + reading.margin_below(node)
            for title, way in _WAYS:
                line = f"{lead}{way} {_PLACEHOLDER}"
                yield Answer(title, Edit(Span(place, place), line))


def _block(tokens: Tokens, offset: int) -> tuple[int, int]:
    """Return from where to where the block at an offset goes: it is soon read."""
    begin = 0
    for kind, start, end in zip(tokens.kinds, tokens.starts, tokens.ends, strict=True):
        if kind == t.EMPTYLINE and end > offset:
            return begin, start
        begin = end if kind == t.EMPTYLINE else begin
    return begin, len(tokens.text)


def _is_objection_at(reading: Reading, node: Node, offset: int) -> bool:
    """Return whether the own words of an objection are in the line of an offset."""
    start = reading.line_start(reading.start(node))
    is_objection = reading.tokens.kinds[node.first] in _OBJECTIONS
    return is_objection and start <= offset <= reading.own_end(node)
