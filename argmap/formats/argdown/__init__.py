"""Argdown, the text language of argument maps.

A text goes from tokens to a syntax tree, from there to elements (what it says in
Argdown's own terms), and from these to a map; `read` takes it all the way.
"""

from argmap.formats.argdown.reader import Compatibility, read
from argmap.formats.argdown.writer import write
from argmap.formats.document import Format

__all__ = ["ARGDOWN", "Compatibility", "read", "write"]

ARGDOWN = Format(
    "argdown",
    "Argdown",
    (".argdown", ".ad", ".adown", ".argdn"),
    read=read,
    has_includes=True,
    write=write,
)
