"""Argdown JSON: elements as the reference's command `argdown json` writes them.

Everything is named by its title. What follows from the rest is written for others
to use, such as Argdown's own map and the relations inside each element, but it is
never read back. What a map has besides stands under a key of its own, `frontMatter`,
as it would in Argdown.
"""

from argmap.formats.document import Document, Format
from argmap.model import ArgumentMap

__all__ = ["ARGDOWN_JSON", "read", "write"]


def read(text: str) -> Document:
    """Read a map from Argdown JSON; never raises for what the text says."""
    from argmap.formats.argdown.json import reader  # noqa: PLC0415 - as of Argdown

    return reader.read(text)


def write(argument_map: ArgumentMap) -> str:
    """Write a map as Argdown JSON.

    Raises ValueError for data that JSON cannot hold.
    """
    from argmap.formats.argdown.json import writer  # noqa: PLC0415 - as of Argdown

    return writer.write(argument_map)


ARGDOWN_JSON = Format(
    "argdown-json", "Argdown JSON", (".argdown.json",), read=read, write=write
)
