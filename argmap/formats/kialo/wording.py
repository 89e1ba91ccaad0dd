"""Wording of claims in Kialo's text: Markdown links, marks of sources, back-slashes."""

import re
from typing import Final

KEY: Final = "kialo"
"""The key in the data of a claim under which its text stands as it was written."""

REMARKS: Final = ("votes", "impact")
"""What a line below a claim can say of it, and the key of its data for that."""
REMARK: Final = re.compile(
    rf"({'|'.join(REMARKS)})\s*:\s*([0-9](?:[0-9.,;/ \t]*[0-9])?)", re.IGNORECASE
)
GOES_ON: Final = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")
"""The end of a line that the next one goes on, whatever stands there."""

_LINK: Final = re.compile(
    r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\(((?:[^()\\\s]|\\.)*)\)", re.DOTALL
)
_MARK: Final = re.compile(r"[ \t]*(?<!\\)\[([0-9]{1,6})\]")
_ESCAPED: Final = re.compile(r"\\([\n!-/:-@\[-`{-~])")
_SPECIAL: Final = re.compile(r"([\\\[\]()])")
_AT_START: Final = re.compile(
    r"^(?:([0-9][0-9.]*)\.(?=\s|\Z)|(sources|thesis|question|claim|pro|con|neutral|votes|impact):|(?=->))",
    re.MULTILINE | re.IGNORECASE,
)


def plain(written: str, sources: frozenset[str] = frozenset()) -> str:
    r"""Return a text as a reader sees it, without the marks of these sources.

    >>> plain(r"It is [so](https://example.org) \(they say\) [1].", frozenset({"1"}))
    'It is so (they say).'
    """
    text = _LINK.sub(r"\1", written)
    text = _MARK.sub(lambda mark: "" if mark[1] in sources else mark[0], text)
    return _ESCAPED.sub(r"\1", text)


def cited(written: str) -> list[str]:
    """Return the numbers of the sources that a text refers to.

    >>> cited("They rose [1], and fell [2].")
    ['1', '2']
    """
    return _MARK.findall(_LINK.sub(r"\1", written))


def escaped(text: str) -> str:
    r"""Return a text so that it is read as it stands, but for blanks around lines.

    Lines but the last end in a back-slash, as where Markdown is to break a line.

    >>> print(escaped("1. Rents (all)\nrose."))
    1\. Rents \(all\)\
    rose.
    """
    lines = map(str.strip, re.split(r"\r\n|\r|\n", text.strip()))
    special = _SPECIAL.sub(r"\\\1", "\n".join(lines))
    return _AT_START.sub(_with_back_slash, special).replace("\n", "\\\n")


def says(written: str, text: str) -> bool:
    """Return whether a text as it was written is read as this one wherever it stands.

    >>> says("[It](https://example.org) rose.", "It rose."), says("2. x", "2. x")
    (True, False)
    """
    lines = written.split("\n")
    is_plain = all(line and line == line.strip() for line in lines)
    is_plain = is_plain and not GOES_ON.search(written)
    return is_plain and not _AT_START.search(written) and plain(written) == text


def _with_back_slash(match: re.Match[str]) -> str:
    if match[1]:
        return f"{match[1]}\\."
    return f"{match[2]}\\:" if match[2] else "\\"
