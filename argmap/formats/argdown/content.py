"""The text of a statement, a description or a heading, and the ranges in it.

A range is a part of the text that is emphasised, linked, tagged or that names
an element: `type`, `start` and `stop` in code points, the last one included.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.formats.argdown.tokens import Tokens

Range: TypeAlias = dict[str, Any]

_LINK = re.compile(r"\[(.+)\]\((.+)\)", re.DOTALL)


@attrs.frozen
class Style:
    """A way to read text: with these short codes, with tags in it or without.

    One that `has_markers` reads the signs of Argdown+ before titles as no part of them.
    """

    shortcodes: Mapping[str, str] = SHORTCODES
    keeps_tags: bool = True
    has_markers: bool = False


@attrs.define
class Content:
    """A text, its ranges, and the tags in it, each once."""

    text: str
    ranges: Sequence[Range] = ()
    tags: Sequence[str] = ()


@attrs.define
class _ContentBuilder:
    """A content on its way, in pieces."""

    pieces: list[str] = attrs.field(factory=list)
    length: int = 0
    ranges: list[Range] = attrs.field(factory=list)
    tags: dict[str, None] = attrs.field(factory=dict)

    def add(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self.length += len(piece)

    def ends_with_blank(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].endswith(" ")

    def add_range(self, type_: str, words: str, **more: str) -> None:
        start = self.length
        self.add(words)
        stop = self.length - 1
        self.ranges.append({"type": type_, "start": start, "stop": stop, **more})


def read_content(
    tokens: Tokens, first: int, last: int, style: Style, *, goes_on: bool = False
) -> Content:
    """Return what the tokens from `first` up to `last` say.

    A line break is a blank, but not at the end, unless something `goes_on`.
    """
    kinds, text = tokens.kinds, tokens.text
    if last == first + 1 and kinds[first] == t.TEXT:
        return Content(text[tokens.starts[first] : tokens.ends[first]])
    content = _ContentBuilder()
    add = content.add
    open_: list[Range] = []
    for index in range(first, last):
        kind = kinds[index]
        image = text[tokens.starts[index] : tokens.ends[index]]
        if kind == t.TEXT:
            add(image)
        elif kind == t.NEWLINE:
            after = kinds[index + 1] if index + 1 < last else t.EOF
            is_last = index + 1 == last and not goes_on
            if not (is_last or after == t.RANGE_END or content.ends_with_blank()):
                add(" ")
        elif kind == t.ESCAPED:
            add(image[1:])
        elif kind == t.RANGE_START:
            name = "bold" if len(image) > 1 else "italic"
            open_.append({"type": name, "start": content.length})
        elif kind == t.RANGE_END:
            range_ = open_.pop()
            range_["stop"] = content.length - 1
            content.ranges.append(range_)
            add(image.lstrip("*_").replace("\t", " "))
        else:
            _SPECIAL[kind](content, image, style)
    return Content("".join(content.pieces), content.ranges, tuple(content.tags))


def _shortcode(content: _ContentBuilder, image: str, style: Style) -> None:
    sign = style.shortcodes.get(image.strip())
    if sign is None:
        content.add(image)
    else:
        content.add(sign + " " * image.endswith(" "))


def _link(content: _ContentBuilder, image: str, _: Style) -> None:
    match = _LINK.match(image)
    assert match is not None  # noqa: S101 - the lexer has seen to it
    content.add_range("link", match[1], url=match[2])
    content.add(image[match.end() :].replace("\t", " "))


def _block(content: _ContentBuilder, image: str, _: Style) -> None:
    content.add(" ".join(image[2:].split()))


def _mention(content: _ContentBuilder, image: str, style: Style) -> None:
    if style.has_markers:
        image = f"{image[:2]}{split_marker(image[2:])[1]}"
    type_ = "statement-mention" if image[1] == "[" else "argument-mention"
    content.add_range(type_, image, title=image.rstrip(" \t")[2:-1])


def split_marker(title: str) -> tuple[str, str]:
    """Return the sign before a title that Argdown+ has for its kind, and the rest.

    >>> split_marker("?Rents"), split_marker("Rents")
    (('?', 'Rents'), ('', 'Rents'))
    """
    is_marked = title[:1] in _MARKERS and title[1:].strip() not in {"", "]"}
    return (title[0], title[1:]) if is_marked else ("", title)


def _tag(content: _ContentBuilder, image: str, style: Style) -> None:
    name = tag_name(image)
    if style.keeps_tags:
        content.add_range("tag", image, tag=name)
    content.tags[name] = None


def trimmed(text: str, ranges: Sequence[Range]) -> tuple[str, list[Range]]:
    """Return a text without the tags and blanks around it, and the ranges in that.

    >>> trimmed("Rents rose. #core ", [{"type": "tag", "start": 12, "stop": 17}])
    ('Rents rose.', [])
    """
    if not ranges:
        return text.strip(), []
    tags = {each["stop"]: each for each in ranges if each["type"] == "tag"}
    end = _end_of_words(text, len(text))
    while last := tags.get(end - 1) or tags.get(end):
        end = _end_of_words(text, last["start"])
    body = text[:end] if text[:end].strip() else text.rstrip()
    start = len(body) - len(body.lstrip())
    return body[start:], clipped(ranges, start, len(body))


def _end_of_words(text: str, end: int) -> int:
    """Return where the text before this position ends, without the blanks after it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def clipped(ranges: Sequence[Range], start: int, end: int) -> list[Range]:
    """Return the ranges between two positions of a text, counted from the first."""
    return [
        each
        | {"start": each["start"] - start, "stop": min(each["stop"], end - 1) - start}
        for each in ranges
        if each["start"] < end
    ]


def tag_name(image: str) -> str:
    """Return the name in a tag's token.

    >>> tag_name("#(two words) ")
    'two words'
    """
    word = image.rstrip(" \t")[1:]
    return word[1:-1] if word.startswith("(") and word.endswith(")") else word


_MARKERS = ("?", "@", ">", "!")
_SPECIAL = {
    t.BLOCK: _block,
    t.SHORTCODE: _shortcode,
    t.LINK: _link,
    t.STATEMENT_MENTION: _mention,
    t.ARGUMENT_MENTION: _mention,
    t.TAG: _tag,
}
