"""Words as they can be shown anywhere: in a line, harmless, and not too many."""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import bidirectional

_SPACED = re.compile(r"\s+")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ufeff\ud800-\udfff]"
)
_ONE_EACH = re.compile("[ -~\xa1-\u02ff\u2010-\u2027]*")
"""Characters of which each is a letter of its own, whatever stands beside it."""
ELLIPSIS: Final = "…"


def one_line(text: str) -> str:
    r"""Return the text on one line, with nothing in it that hides or reorders.

    Control characters become their pictures, marks that override the writing
    direction vanish; `check` has a finding for both.

    >>> one_line("a\n b\x00\u202ec")
    'a b␀c'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return sanitized(_SPACED.sub(" ", text).strip())


def sanitized(text: str) -> str:
    r"""Return the text with its lines and blanks as they are, else as `one_line` does.

    >>> sanitized("a\n  b\x00\u202ec")
    'a\n  b␀c'
    """
    return _UNSAFE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # noqa: PLR2004 - where the C0 controls end
        return chr(0x2400 + code)
    if code == 0x7F:  # noqa: PLR2004 - DEL
        return "␡"
    return "" if 0x2000 < code < 0x20FF else "\ufffd"  # noqa: PLR2004


def visible(text: str) -> str:
    r"""Return a line with a sign for every character that cannot be seen, but tabs.

    For terminals, where a reader is to see what is in a text: nothing vanishes.

    >>> visible("a\x1b[2Jb\u202ec")
    'a␛[2Jb<U+202E>c'
    """
    return _UNSEEN.sub(_sign, text)


def visible_lines(text: str) -> str:
    r"""Return a text with its lines as they are, each made visible.

    >>> visible_lines("a\r\nb\rc\n")
    'a\nb␍c\n'
    """
    return "\n".join(visible(each.removesuffix("\r")) for each in text.split("\n"))


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # noqa: PLR2004 - the controls that have a picture
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"  # noqa: PLR2004 - delete


def counted(number: int, noun: str) -> str:
    """Return how many there are of a thing.

    >>> counted(1, "claim"), counted(0, "claim")
    ('1 claim', '0 claims')
    """
    return f"{number} {plural(noun, number)}"


def plural(noun: str, number: int) -> str:
    """Return a noun as it is said of so many.

    >>> plural("claim", 1), plural("claim", 0)
    ('claim', 'claims')
    """
    return noun if number == 1 else f"{noun}s"


def first_lines(text: str, most: int) -> str:
    r"""Return a text, or its first lines and how many more there are.

    >>> first_lines("a\nb\nc", 2)
    'a\nb\n… and 1 more line'
    """
    lines = text.splitlines()
    if more := len(lines[most:]):
        lines[most:] = [f"{ELLIPSIS} and {more:,} more {plural('line', more)}"]
    return "\n".join(lines)


def truncate(text: str, length: int = 100) -> str:
    """Return a text, or no more of it than `length` code points and an ellipsis.

    >>> truncate("Rents rose by a third.", 10)
    'Rents ros…'
    """
    if len(text) <= length:
        return text
    return "".join(graphemes(text[:length])[:-1]).rstrip() + ELLIPSIS


def quoted(*names: str) -> str:
    r"""Return the first name that is not empty in quotation marks, shortened.

    >>> quoted("", "Rents\n rose.", "rose")
    '“Rents rose.”'
    """
    return f"“{next(filter(None, map(truncate, map(one_line, names))), '')}”"


def graphemes(text: str) -> list[str]:
    r"""Return the letters of a text as readers see them, each with its marks.

    >>> len(graphemes("cafe\u0301"))
    4
    """
    if _ONE_EACH.fullmatch(text):
        return list(text)
    from wcwidth import iter_graphemes  # noqa: PLC0415 - takes its time, seldom needed

    return list(iter_graphemes(text))


def columns(text: str) -> int:
    """Return how many columns of a terminal a line takes.

    >>> columns("Rent"), columns("家賃")
    (4, 4)
    """
    if _ONE_EACH.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - takes its time, seldom needed

    return max(0, wcswidth(text))


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Return a text in lines of at most so many columns, all but the first indented.

    A word that is too long for a line is broken. Blanks before the text stay.

    >>> wrapped("  Rents rose by a third.", 12, "    ")
    ['  Rents rose', '    by a', '    third.']
    """
    words = text.split()
    lines = [text[: len(text) - len(text.lstrip())]]
    for word in words:
        is_begun = not lines[-1].isspace() and lines[-1]
        if columns(longer := f"{lines[-1]}{' ' if is_begun else ''}{word}") <= width:
            lines[-1] = longer
            continue
        if is_begun:
            lines.append(indent)
        for letter in graphemes(word):
            if columns(lines[-1] + letter) > max(width, len(indent) + 2):
                lines.append(indent)
            lines[-1] += letter
    return lines


def replaced(text: str, pieces: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with other words in pieces of it: from where, to where, and what.

    The pieces are in order and do not overlap.

    >>> replaced("not now", [(0, 3, "just"), (7, 7, ".")])
    'just now.'
    """
    found: list[str] = []
    at = 0
    for start, end, words in pieces:
        found += text[at:start], words
        at = end
    return "".join(found) + text[at:]


def is_right_to_left(text: str) -> bool:
    """Return whether a text is written from right to left, by its first letter.

    As in the Unicode Bidirectional Algorithm (UAX #9, rules P2 and P3).

    >>> is_right_to_left("5% של שכר"), is_right_to_left("Rent (שכר)")
    (True, False)
    """
    if text.isascii():
        return False
    kinds = map(bidirectional, text)
    return next((each != "L" for each in kinds if each in {"L", "R", "AL"}), False)


def system_reason(error: OSError) -> str:
    """Return why the system refuses, as part of a sentence.

    >>> system_reason(OSError(2, "No such file or directory", "Rents.json"))
    'no such file or directory'
    """
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


def with_article(noun: str) -> str:
    """Return a noun as one of its kind.

    >>> with_article("claim"), with_article("inference"), with_article("utterance")
    ('a claim', 'an inference', 'an utterance')
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def named_option(field: str) -> str:
    """Return the option of the command line for a field.

    >>> named_option("edge_source")
    '--edge-source'
    """
    return f"--{field.replace('_', '-')}"
