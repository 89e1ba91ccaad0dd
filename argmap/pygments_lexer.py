"""Argdown for Pygments, so that pages show it in colour; found by entry point."""

from collections.abc import Iterator
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.lexers.data import YamlLexer
from pygments.token import (
    Comment,
    Generic,
    Keyword,
    Name,
    Number,
    Operator,
    String,
    Text,
    _TokenType,
)

from argmap.formats.argdown import tokens as t

_TYPES: dict[int, _TokenType] = {
    **dict.fromkeys(t.RELATIONS, Operator),
    **dict.fromkeys(t.ITEMS, Keyword),
    t.HEADING: Generic.Heading,
    t.STATEMENT_NUMBER: Number,
    t.INFERENCE_START: Keyword,
    t.INFERENCE_END: Keyword,
    t.STATEMENT_DEFINITION: Name.Class,
    t.STATEMENT_REFERENCE: Name.Class,
    t.STATEMENT_MENTION: Name.Class,
    t.ARGUMENT_DEFINITION: Name.Function,
    t.ARGUMENT_REFERENCE: Name.Function,
    t.ARGUMENT_MENTION: Name.Function,
    t.ESCAPED: String.Escape,
    t.SHORTCODE: Text,
    t.LINK: String.Other,
    t.TAG: Name.Tag,
    t.RANGE_START: Generic.Emph,
    t.RANGE_END: Generic.Emph,
}
_YAML = frozenset({t.FRONT_MATTER, t.DATA})

_Piece = tuple[int, _TokenType, str]


class ArgdownLexer(Lexer):
    """A lexer for Argdown; what argmap reads is what it colours."""

    name = "Argdown"
    url = "https://argdown.org"
    aliases: ClassVar[list[str]] = ["argdown"]
    filenames: ClassVar[list[str]] = ["*.argdown", "*.ad", "*.adown", "*.argdn"]
    mimetypes: ClassVar[list[str]] = ["text/x-argdown"]
    version_added = ""

    def get_tokens_unprocessed(self, text: str) -> Iterator[_Piece]:
        """Yield the start, the type and the text of every token and what is between."""
        end = 0
        for start, kind, image in _images(text):
            if start > end:
                yield end, Text.Whitespace, text[end:start]
            if kind in _YAML:
                pieces = YamlLexer().get_tokens_unprocessed(image)  # type: ignore[no-untyped-call]
                for offset, type_, part in pieces:
                    yield start + offset, type_, part
            else:
                yield start, _TYPES.get(kind, Text), image
            end = start + len(image)
        if end < len(text):
            yield end, Text.Whitespace, text[end:]


_COMMENT = -1
_TYPES[_COMMENT] = Comment


def _images(text: str) -> list[tuple[int, int, str]]:
    """Return the start, the kind and the text of tokens and comments, in order."""
    tokens = t.tokenize(text)
    found = [
        (start, kind, text[start:end])
        for kind, start, end in zip(
            tokens.kinds, tokens.starts, tokens.ends, strict=True
        )
        if start < end
    ]
    found += [(start, _COMMENT, text[start:end]) for start, end in tokens.comments]
    return sorted(found)
