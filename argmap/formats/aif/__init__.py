"""AIF JSON: the Argument Interchange Format as AIFdb and its tools exchange it.

What a claim, an inference or a counterpoint does not say stays beside the map, in its
data under `aif`, and is written back: speech, rephrases, timestamps, every unknown key.
Reader and writer are imported when they are used.
"""

from argmap.diagnostics import Diagnostic
from argmap.formats.document import Document, Format
from argmap.model import ArgumentMap

__all__ = ["AIF", "losses", "read", "write"]


def read(text: str) -> Document:
    """Read a map from AIF JSON; see `argmap.formats.aif.reader.read`."""
    from argmap.formats.aif import reader  # noqa: PLC0415 - see above

    return reader.read(text)


def write(argument_map: ArgumentMap) -> str:
    """Write a map as AIF JSON; see `argmap.formats.aif.writer.write`."""
    from argmap.formats.aif import writer  # noqa: PLC0415 - see above

    return writer.write(argument_map)


def losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Tell what of a map AIF has no place for; see `argmap.formats.aif.lost`."""
    from argmap.formats.aif.lost import losses_of  # noqa: PLC0415 - see above

    return losses_of(argument_map)


AIF = Format(
    "aif", "AIF JSON", (".aif.json", ".aif"), read=read, write=write, losses=losses
)
