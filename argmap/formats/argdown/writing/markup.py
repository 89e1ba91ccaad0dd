"""Text as Argdown: escaped where a sign would mean something, marked where it does.

What is written is read again, by the rules of the reference and by ours; where a
text cannot be had that way, less is written and the front matter says the difference.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from argmap.formats.argdown import tokens as t
from argmap.formats.argdown.content import Style, read_content, tag_name
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.formats.argdown.tokens import SPACE, tokenize

_SIGNS = re.compile(
    r"[\\*_\[<{@#]|/(?=[/*])|={3,}"
    rf"|[.:](?=[^{SPACE}])|(?<=[\],;)>\-}}(./:@#*_<\[{{])[ \t](?=[ \t])|^[ \t]"
)
_SHORTCODE = re.compile(rf"\.[^{SPACE}][^.{SPACE}]*\.|:[^{SPACE}][^:{SPACE}]*:")
_MEANS_MORE = re.compile(r"[\\*_\[<{@#]|/[/*]|={3,}")
_ESCAPED_SIGNS: Final = "\\*_[<{@#./:="
_TAG_START = re.compile(r"[(a-zA-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]")
_LINE_START = re.compile(
    rf"[' \t]*(?:--|\+>|->|<?[+\-]|><|_>|<_|\(\d+\)|[_*](?:[{SPACE}]|\Z))"
    "|#+ |[,}]"
)
_NUMBERED = re.compile(rf"(?P<indent>[' \t]*)(?P<number>\d+)\.(?=[{SPACE}]|\Z)")
_TITLE_END = re.compile(r"[\]>]:")
_PLAIN_TAG = re.compile("[a-zA-Z0-9-]+")
_RULE_SIGNS = re.compile(r"[\\,{]|-(?=-)|/(?=[/*])|<(?=!--)|^-|-$")
_STYLE: Final = Style()
_BREAK: Final = "\n  "
_IN_TEXT: Final = t.CONTENT | {t.NEWLINE}
_OTHER: Final = {"*": "_", "_": "*"}


def write_tag(tag: str) -> str:
    """Return a tag with its sign; nothing if Argdown has no way to say it.

    >>> write_tag("two words"), write_tag("one")
    ('#(two words)', '#one')
    """
    if _PLAIN_TAG.fullmatch(tag):
        return f"#{tag}"
    if _TITLE_END.search(tag):
        return ""
    return next(filter(partial(_is_tag, tag), (f"#{tag}", f"#({tag})")), "")


def _is_tag(tag: str, written: str) -> bool:
    for is_reference in (True, False):
        tokens = tokenize(f"x {written} \n", is_reference=is_reference)
        if tokens.kinds[:4] != [t.TEXT, t.TAG, t.NEWLINE, t.EOF]:
            return False
        if tag_name(f"{written} ") != tag:
            return False
    return True


def write_rule(rule: str) -> str:
    """Return the name of an inference rule as it stands in an inference line."""
    escaped = _RULE_SIGNS.sub(lambda match: f"\\{match[0]}", rule)
    return " ".join(escaped.split())


def write_text(
    text: str,
    ranges: Sequence[dict[str, Any]] = (),
    *,
    begins_line: bool = False,
    tail: str = "",
) -> str:
    r"""Return a text such that it is read as it is, in one line if that can be.

    `tail` is what follows in its last line. Where the text cannot be said, what comes
    nearest is returned: without its ranges, without its line breaks, or nothing.

    >>> write_text("snake_case & [brackets]")
    'snake\\_case & \\[brackets]'
    """
    if not ranges and not (_SIGNS.search(text) or begins_line) and text.isprintable():
        return text
    ranges = [
        each | {"stop": min(each["stop"], len(text))}
        for each in ranges
        if each["start"] <= len(text)
    ]
    flat = " ".join(text.split())
    for words, inside in ((text, ranges), (text, ()), (flat, ())):
        for emphasis in ("*", "_") if inside else ("",):
            written = _marked(words, inside, emphasis, tail)
            if begins_line:
                written = _held_back(written)
            if _is_read_as(written, words, inside, tail, begins_line=begins_line):
                return written
    return ""


def _is_read_as(
    written: str,
    text: str,
    ranges: Sequence[dict[str, Any]],
    tail: str,
    *,
    begins_line: bool,
) -> bool:
    start = "" if begins_line else "[x]: "
    for is_reference in (True, False):
        whole = f"{start}{written}{tail}{_BELOW}"
        tokens = tokenize(whole, is_reference=is_reference)
        kinds = tokens.kinds
        first = int(not begins_line)
        last = first
        limit = len(start) + len(written)
        while kinds[last] != t.EOF and tokens.starts[last] < limit:
            if kinds[last] not in _IN_TEXT:
                return False
            last += 1
        content = read_content(tokens, first, last, _STYLE)
        if content.text.rstrip() != text or tokens.ends[last - 1] < limit:
            return False
        if _sorted(content.ranges, len(text)) != _sorted(ranges, len(text)):
            return False
    return True


_BELOW: Final = "\n  - <x>: ](y)}"
"""Signs further down that could close what is left open in a text."""


def _sorted(ranges: Sequence[dict[str, Any]], length: int) -> list[str]:
    return sorted(
        repr(sorted((each | {"stop": min(each["stop"], length - 1)}).items()))
        for each in ranges
        if each["start"] <= length
    )


def _marked(
    text: str, ranges: Sequence[dict[str, Any]], emphasis: str, tail: str
) -> str:
    """Escape what stands between the signs of ranges, and put the signs in."""
    whole = "".join(_pieces(text, ranges, emphasis, tail))
    first, *rest = whole.split(_BREAK)
    return _BREAK.join([first, *map(_held_back, rest)])


def _pieces(
    text: str, ranges: Sequence[dict[str, Any]], emphasis: str, tail: str
) -> Iterator[str]:
    opening: dict[int, list[dict[str, Any]]] = {}
    # of two with the same words the first was closed first
    outermost_first = ranges[::-1]
    for each in sorted(outermost_first, key=lambda one: -one["stop"]):
        opening.setdefault(each["start"], []).append(each)
    open_: list[tuple[int, str]] = []
    at = 0
    bounds = sorted({*opening, *(each["stop"] + 1 for each in ranges), len(text)})
    for bound in bounds:
        if at < bound:
            yield _escaped(text, at, bound, tail, in_emphasis=bool(open_))
            at = bound
        while open_ and open_[-1][0] <= bound:
            yield open_.pop()[1]
        for each in opening.get(bound, ()):
            stop = each["stop"] + 1
            if each["type"] in {"bold", "italic"}:
                sign = emphasis if len(open_) % 2 == 0 else _OTHER[emphasis]
                sign *= 2 if each["type"] == "bold" else 1
                yield sign
                if stop <= bound:
                    yield sign
                else:
                    open_.append((stop, sign))
            elif each["type"] == "link":
                yield f"[{text[bound:stop]}]({each['url']})"
                at = stop
            else:
                yield text[bound:stop]
                at = stop
                if text.startswith(" ", stop) and text[stop - 1] != " ":
                    yield _BREAK  # a blank would be part of it
                    at = stop + 1


def _escaped(text: str, start: int, end: int, tail: str, *, in_emphasis: bool) -> str:
    out: list[str] = []
    at = start
    for match in _SIGNS.finditer(text, start, end):
        found = match.start()
        if found < at:  # in what is read as one piece with the sign before it
            continue
        out.append(text[at:found])
        at = match.end()
        out.append(_sign(text, found, match[0], tail, in_emphasis=in_emphasis))
        run = _SHORTCODE.match(text, found, end)
        if run and out[-1] == match[0]:
            out.append(text[at : run.end()])
            at = run.end()
    out.append(text[at:end])
    return "".join(out)


def _sign(text: str, at: int, sign: str, tail: str, *, in_emphasis: bool) -> str:
    """Return a sign, behind a back-slash if it would mean something here."""
    after = text[at + 1 : at + 2]
    if len(sign) > 1:
        return "".join(f"\\{each}" for each in sign)
    if sign in "*_":
        needed = in_emphasis or bool(after.strip()) or at == 0
    elif sign == "<":
        rest = text[at + 1 :] + tail
        needed = ">" in rest or not rest.strip() or rest.startswith("!--")
    elif sign == "@":
        if text.startswith("@include(", at):
            return "@\\"
        needed = after in {"[", "<"}
    elif sign == "#":
        # a back-slash that escapes what follows would be part of a tag
        is_escaped = bool(after) and after in _ESCAPED_SIGNS
        needed = is_escaped or _TAG_START.match(text, at + 1) is not None
    elif sign in ".:":
        match = _SHORTCODE.match(text, at)
        needed = match is not None and (
            match[0] in SHORTCODES or _MEANS_MORE.search(match[0]) is not None
        )
    else:
        needed = True
    return f"\\{sign}" if needed else sign


def _held_back(written: str) -> str:
    """Keep the start of a line from being a sign."""
    number = _NUMBERED.match(written)
    if number:
        return f"{number['indent']}{number['number']}\\{written[number.end() - 1 :]}"
    return f"\\{written}" if _LINE_START.match(written) else written
