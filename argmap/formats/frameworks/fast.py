"""Fast readers of frameworks, for texts in which every line is as it should be.

A regular expression checks that, some lines at a time, and what splits them runs at the
speed of C. Where it is not so these functions raise ValueError, or LookupError for a
name that is unknown, and `located` finds out where and why.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

from argmap.model.framework import Framework

_MANY: Final = 1_000_000
_CHUNK: Final = 1 << 16
_NAME: Final = r"[^\s(),.%\"]++\s*+"
_ONE: Final = rf"\s*+\(\s*+{_NAME}\)\s*+\.\s*+"
_TWO: Final = rf"\s*+\(\s*+{_NAME},\s*+{_NAME}\)\s*+\.\s*+"
_COMMENT: Final = re.compile(r"^[ \t]*+#.*+\n?", re.MULTILINE)
_APX_COMMENT: Final = re.compile(r"%.*+")
_HEADER: Final = re.compile(r"[ \t]*+p[ \t]++af[ \t]++([0-9]{1,9})[ \t]*+\n\s*+")
_NUMBERS: Final = re.compile(r"(?:[0-9]++[ \t]++[0-9]++[ \t]*+\n++)*+")
_NAMED: Final = re.compile(r"(?:[^\s#]\S*+(?:[^\S\n].*+)?+\n++)*+")
_PAIRS: Final = re.compile(r"(?:\S++[ \t]++\S++[ \t]*+\n++)*+")
_FACTS: Final = re.compile(rf"\s*+(?:arg{_ONE}|att{_TWO})*+")
_NUMBERED_NAME: Final = re.compile(r"# ([1-9][0-9]*+) (\S.*+)\n")


def read_af(text: str, *, may_repeat: bool = True) -> Framework:
    """Read the notation of ICCMA 2023, where an attack may be given again, or not."""
    limit = most_arguments(text)
    text = with_plain_ends(text)
    body = _COMMENT.sub("", text) if "#" in text else text
    header = _matched(_HEADER, body)
    size = int(header[1])
    if size > limit:
        msg = "too many arguments"
        raise ValueError(msg)
    numbers = array("i")
    for chunk in _chunks(body, header.end()):
        _matched(_NUMBERS, chunk, whole=True)
        numbers.extend(map(int, chunk.split()))
    ends = array("i", map((-1).__add__, numbers))
    made = _framework if may_repeat else Framework
    return made(names_of(text, size), ends[::2], ends[1::2])


def most_arguments(text: str) -> int:
    """Return how many arguments a header can ask for: no few bytes fill the memory."""
    return max(_MANY, len(text))


def names_of(text: str, size: int) -> tuple[str, ...]:
    """Return the names of so many arguments: numbers, if comments do not name them.

    Comments that do are in a row, one for each argument, in order: `# 1 rose`.
    """
    at = text.find("\n# 1 ") + 1
    names: list[str] = []
    while at and len(names) < size:
        match = _NUMBERED_NAME.match(text, at)
        if match is None or match[1] != str(len(names) + 1):
            break
        names.append(match[2].rstrip())
        at = match.end()
    are_named = 0 < len(names) == size == len(set(names))
    return tuple(names if are_named else map(str, range(1, size + 1)))


def read_tgf(text: str) -> Framework:
    """Read a trivial graph whose attacks have no labels."""
    text = with_plain_ends(text)
    named, mark, attacks = text.partition("\n#\n")
    if not mark:
        msg = "nothing between arguments and attacks"
        raise ValueError(msg)
    _matched(_NAMED, f"{named}\n", whole=True)
    names = [line.split(None, 1)[0] for line in named.split("\n") if line]
    indexes = dict(zip(names, count(), strict=False))
    tails, heads = array("i"), array("i")
    for chunk in _chunks(attacks):
        _matched(_PAIRS, chunk, whole=True)
        words = chunk.split()
        tails.extend(map(indexes.__getitem__, words[::2]))
        heads.extend(map(indexes.__getitem__, words[1::2]))
    return _framework(names, tails, heads)


def read_apx(text: str) -> Framework:
    """Read facts of Aspartix without quotation marks, arguments before attacks."""
    text = with_plain_ends(text)
    body = _APX_COMMENT.sub("", text) if "%" in text else text
    indexes: dict[str, int] = {}
    tails, heads = array("i"), array("i")
    given = 0
    for chunk in _chunks(body):
        _matched(_FACTS, chunk, whole=True)
        facts = "".join(chunk.split()).split(".")
        names = [each[4:-1] for each in facts if each.startswith("arg")]
        indexes.update(zip(names, count(given), strict=False))
        given += len(names)
        ends = [each[4:-1] for each in facts if each.startswith("att")]
        if ends:
            words = ",".join(ends).split(",")
            tails.extend(map(indexes.__getitem__, words[::2]))
            heads.extend(map(indexes.__getitem__, words[1::2]))
    if len(indexes) < given:
        msg = "an argument is given twice"
        raise ValueError(msg)
    return _framework(indexes.keys(), tails, heads)


def _framework(
    names: Iterable[str], tails: "array[int]", heads: "array[int]"
) -> Framework:
    """Return a framework in which an attack that is given again counts once."""
    try:
        return Framework(names, tails, heads)
    except ValueError:
        pairs = dict.fromkeys(zip(tails, heads, strict=True))
        return Framework(names, *([each[end] for each in pairs] for end in (0, 1)))


def with_plain_ends(text: str) -> str:
    """Return a text with the line ends of Unix, and one at its end.

    Raises ValueError if it has half of a surrogate pair in it.
    """
    text.encode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _chunks(text: str, start: int = 0) -> Iterator[str]:
    """Yield a text a few whole lines at a time, so that few words are held."""
    while start < len(text):
        end = text.find("\n", start + _CHUNK) + 1 or len(text)
        yield text[start:end]
        start = end


def _matched(
    pattern: re.Pattern[str], text: str, *, whole: bool = False
) -> re.Match[str]:
    match = pattern.fullmatch(text) if whole else pattern.match(text)
    if match is None:
        msg = "this is not plain"
        raise ValueError(msg)
    return match
