"""Kialo's export of a discussion as text: numbered claims, each a pro or a con.

Both dialects are read: that with a claim a line, and the later one with a label a line
and sources at the end. The first is written. Reader and writer are imported when used.
"""

from argmap.diagnostics import Diagnostic
from argmap.formats.document import Document, Format
from argmap.model import ArgumentMap

__all__ = ["KIALO"]


def _read(text: str) -> Document:
    from argmap.formats.kialo import reader  # noqa: PLC0415 - see above

    return reader.read(text)


def _write(argument_map: ArgumentMap) -> str:
    from argmap.formats.kialo import writer  # noqa: PLC0415 - see above

    return writer.write(argument_map)


def _losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    from argmap.formats.kialo import writer  # noqa: PLC0415 - see above

    return writer.losses(argument_map, _read(_write(argument_map)).argument_map)


KIALO = Format(
    "kialo", "Kialo text", (".kialo.txt",), read=_read, write=_write, losses=_losses
)
