"""Colours for an editor: the word of the protocol for what each token is."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

import attrs

from argmap.diagnostics import Span
from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.tokens import Tokens
from argmap.language_server.files import File


class Colour(StrEnum):
    """The kinds of words that are coloured; editors have colours for these names."""

    COMMENT = "comment"
    KEYWORD = "keyword"
    OPERATOR = "operator"
    NUMBER = "number"
    STRING = "string"
    PROPERTY = "property"
    DECORATOR = "decorator"
    CLAIM = "class"
    ARGUMENT = "function"


@attrs.frozen
class Coloured:
    """A piece of one line, and what it is; whether it defines what it names."""

    span: Span
    colour: Colour
    is_definition: bool = False


COLOURS: Final = {
    **dict.fromkeys(t.RELATIONS, Colour.OPERATOR),
    **dict.fromkeys(t.ITEMS, Colour.OPERATOR),
    t.HEADING: Colour.KEYWORD,
    t.INFERENCE_START: Colour.KEYWORD,
    t.INFERENCE_END: Colour.KEYWORD,
    t.STATEMENT_NUMBER: Colour.NUMBER,
    t.STATEMENT_DEFINITION: Colour.CLAIM,
    t.STATEMENT_REFERENCE: Colour.CLAIM,
    t.STATEMENT_MENTION: Colour.CLAIM,
    t.ARGUMENT_DEFINITION: Colour.ARGUMENT,
    t.ARGUMENT_REFERENCE: Colour.ARGUMENT,
    t.ARGUMENT_MENTION: Colour.ARGUMENT,
    t.TAG: Colour.DECORATOR,
    t.LINK: Colour.STRING,
}
"""The colours of tokens; data and front matter have those of what is in them."""
_YAML: Final = frozenset({t.DATA, t.FRONT_MATTER})
_DEFINITIONS: Final = frozenset({t.STATEMENT_DEFINITION, t.ARGUMENT_DEFINITION})
_IN_YAML: Final = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*"|(?<![\w.])'[^']*')"""
    r"|(?P<property>[\w.-]+)[ \t]*:(?=\s)|(?P<comment>(?<=\s)\#.*)"
)
_LINE: Final = re.compile(r"[^\r\n]+")


def colours(tokens: Tokens, file: File) -> list[Coloured]:
    """Return the coloured pieces of a text, in order; none goes over a line.

    >>> from argmap.formats.argdown.tokens import tokenize
    >>> text = "[Rents]: They rose. {page: 3}"
    >>> found = colours(tokenize(text), File(None, text))
    >>> [(each.span.of(text), str(each.colour)) for each in found]
    [('[Rents]:', 'class'), ('page', 'property')]
    """
    found = [*_of_tokens(tokens), *_of_comments(tokens)]
    found.sort(key=lambda each: each.span.start)
    return [line for each in found for line in _lines(each, file.text)]


def _of_comments(tokens: Tokens) -> Iterator[Coloured]:
    for start, end in tokens.comments:
        yield Coloured(Span(start, end), Colour.COMMENT)


def _of_tokens(tokens: Tokens) -> Iterator[Coloured]:
    text = tokens.text
    for kind, start, end in zip(tokens.kinds, tokens.starts, tokens.ends, strict=True):
        if kind in _YAML:
            yield from _of_yaml(text, start, end)
        elif colour := COLOURS.get(kind):
            yield Coloured(Span(start, end), colour, kind in _DEFINITIONS)


def _of_yaml(text: str, start: int, end: int) -> Iterator[Coloured]:
    for match in _IN_YAML.finditer(text, start, end):
        name = match.lastgroup or ""
        yield Coloured(Span(*match.span(name)), Colour(name))


def _lines(piece: Coloured, text: str) -> Iterator[Coloured]:
    """Yield a piece line by line, without the blanks around it."""
    for match in _LINE.finditer(text, piece.span.start, piece.span.end):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            yield attrs.evolve(piece, span=Span(start, start + len(words)))
