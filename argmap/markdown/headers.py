"""The first line of a fence: what it is called, and its options."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import attrs
from markdown.extensions.attr_list import get_attrs

from argmap.diagram.request import parse_options
from argmap.errors import OptionError

Options: TypeAlias = Mapping[str, str | None]
"""Options by name; None where one has no value."""

_OPENING: Final = re.compile(r"(`{3,}+|~{3,}+)[ \t]*+([^\n]*+)$")
_NAME: Final = re.compile(r"\.?+([\w#.+-]++)(?=[ \t{]|$)")
_OPTION: Final = re.compile(
    r"[ \t]*+([A-Za-z]\w*+)(?:=(?:\"([^\"]*+)\"|'([^']*+)'))?+(?=[ \t]|$)"
)


@attrs.frozen
class Header:
    """What opens a fence: its marks, its name in lower case, and what follows.

    >>> Header.of('```argmap depth="2" evaluate').options
    {'depth': '2', 'evaluate': None}
    >>> Header.of("~~~ {.argmap depth=2}").options
    {'depth': '2'}
    """

    fence: str
    name: str
    rest: str

    @classmethod
    def of(cls, line: str) -> "Header | None":
        """Read a line; None if it opens no fence."""
        found = _OPENING.match(line)
        if found is None:
            return None
        marks, rest = found[1], found[2].strip()
        if rest.startswith("{"):
            names = (value for key, value in get_attrs(rest[1:-1]) if key == ".")
            return cls(marks, (next(names, None) or "").lower(), rest)
        name = _NAME.match(rest)
        if name is None:
            return None if "`" in rest else cls(marks, "", rest)
        return cls(marks, name[1].lower(), rest[name.end() :].strip())

    @property
    def options(self) -> Options:
        """The options that are given; raises OptionError."""
        if not self.rest.startswith("{"):
            return parse_options(self.rest, _OPTION, 'depth="2" or evaluate')
        if not self.rest.endswith("}"):
            msg = "nothing may follow the options in braces"
            raise OptionError(msg)
        attributes = get_attrs(self.rest[1:-1])
        return as_options({key: value for key, value in attributes if key != "."})

    def says(self, options: Options) -> bool:
        """Return whether these are its options; what cannot be read says nothing."""
        try:
            return as_options(self.options) == as_options(options)
        except OptionError:
            return not options


def as_options(given: Mapping[str, str | None]) -> Options:
    """Return options from a reader that gives a flag its own name as its value."""
    return {key: None if value == key else value for key, value in given.items()}


def fences_in(lines: Sequence[str]) -> Iterator[tuple[Header, int, int]]:
    """Yield the fences that begin at the margin, with their first and last lines.

    What is in a fence is no fence, nor is what nothing closes.
    """
    unclosed: set[str] = set()
    at = 0
    while at < len(lines):
        header = Header.of(lines[at])
        if header and header.fence not in unclosed:
            end = _end(header, lines, at + 1)
            if end is None:
                unclosed.add(header.fence)
            else:
                yield header, at, end
                at = end
        at += 1


def _end(header: Header, lines: Sequence[str], start: int) -> int | None:
    """Return the line that closes the fence, as superfences wants it."""
    after = range(start, len(lines))
    closing = (at for at in after if lines[at].rstrip(" \t") == header.fence)
    return next(closing, None)
