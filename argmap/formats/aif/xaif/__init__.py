"""xAIF: AIF with the text it is about, as OVA3 and argument mining tools exchange it.

What is highlighted in the text becomes quotations. The rest stays in the data of the
map under `xaif`, and is written back. Reader and writer are imported when used.
"""

from argmap.diagnostics import Diagnostic
from argmap.formats.aif import AIF
from argmap.formats.document import Document, Format
from argmap.model import ArgumentMap

__all__ = ["XAIF"]


def _read(text: str, *, edges_as_reasons: bool = False) -> Document:
    from argmap.formats.aif.xaif import reader  # noqa: PLC0415 - see above

    return reader.read(text, edges_as_reasons=edges_as_reasons)


def _write(argument_map: ArgumentMap) -> str:
    from argmap.formats.aif.xaif import writer  # noqa: PLC0415 - see above

    return writer.write(argument_map)


def _losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    from argmap.formats.aif.xaif import writer  # noqa: PLC0415 - see above

    back = _read(_write(argument_map)).argument_map
    return writer.losses(argument_map, back)


XAIF = Format(
    "xaif",
    "xAIF",
    (".xaif.json", ".xaif"),
    read=_read,
    options=AIF.options,
    write=_write,
    losses=_losses,
)
