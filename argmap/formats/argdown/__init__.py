"""Argdown, the text language of argument maps.

A text goes from tokens to a syntax tree, from there to elements (what it says in
Argdown's own terms), and from these to a map. Reader and writer are imported when
they are used: most uses of argmap need one of them or none.
"""

from typing import Any

from argmap.diagnostics import Diagnostic
from argmap.formats.document import Document, Format
from argmap.model import ArgumentMap

__all__ = ["ARGDOWN", "edit", "losses", "read", "write"]


def read(text: str, **options: Any) -> Document:
    """Read a map from Argdown; see `argmap.formats.argdown.reader.read`."""
    from argmap.formats.argdown import reader  # noqa: PLC0415 - see above

    return reader.read(text, **options)


def write(argument_map: ArgumentMap) -> str:
    """Write a map in Argdown; see `argmap.formats.argdown.writing.write`."""
    from argmap.formats.argdown import writing  # noqa: PLC0415 - see above

    return writing.write(argument_map)


def losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Find what only argmap reads; see `argmap.formats.argdown.writing.losses`."""
    from argmap.formats.argdown import writing  # noqa: PLC0415 - see above

    return writing.losses(argument_map)


def edit(document: Document, argument_map: ArgumentMap) -> str:
    """Change a text in Argdown; see `argmap.formats.argdown.editing.edit`."""
    from argmap.formats.argdown import editing  # noqa: PLC0415 - see above

    return editing.edit_document(document, argument_map)


ARGDOWN = Format(
    "argdown",
    "Argdown",
    (".argdown", ".ad", ".adown", ".argdn"),
    read=read,
    write=write,
    edit=edit,
    losses=losses,
    has_includes=True,
)
