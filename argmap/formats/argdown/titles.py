"""Titles where they stand in a text: definitions, references and mentions."""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.diagnostics import Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import Tokens

DEFINITION: Final[tuple[int, int]] = 1, 2
REFERENCE: Final[tuple[int, int]] = 1, 1
MENTION: Final[tuple[int, int]] = 2, 1
"""How many signs stand before the words of a title in such a token, and after."""

USES: Final[Mapping[int, tuple[int, int]]] = {
    t.STATEMENT_DEFINITION: DEFINITION,
    t.STATEMENT_REFERENCE: REFERENCE,
    t.STATEMENT_MENTION: MENTION,
    t.ARGUMENT_DEFINITION: DEFINITION,
    t.ARGUMENT_REFERENCE: REFERENCE,
    t.ARGUMENT_MENTION: MENTION,
}
"""The tokens that hold a title, and its use there."""


def titles(tokens: Tokens) -> Iterator[tuple[str, str, int, Span]]:
    """Yield the titles among tokens: its sign, its words, its token, and their place.

    >>> from argmap.formats.argdown.tokens import tokenize
    >>> [each[:2] for each in titles(tokenize("[Rents]: See @<Wages>."))]
    [('[', 'Rents'), ('<', 'Wages')]
    """
    text = tokens.text
    for kind, start, end in zip(tokens.kinds, tokens.starts, tokens.ends, strict=True):
        use = USES.get(kind)
        if use is not None:
            first = start + use[0]
            last = start + len(text[start:end].rstrip(" \t")) - use[1]
            yield text[first - 1], text[first:last], kind, Span(first, last)
