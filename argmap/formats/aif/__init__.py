"""AIF JSON: the Argument Interchange Format as AIFdb and its tools exchange it.

What the parts of a map do not say stays beside it, in its data under `aif`, and is
written back: the words of a dialogue, transitions, timestamps, every unknown key.
Reader and writer are imported when they are used.
"""

from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.document import Document, Format
from argmap.model import ArgumentMap

__all__ = ["AIF", "OVA", "losses", "read", "write"]


def read(text: str, *, edges_as_reasons: bool = False) -> Document:
    """Read a map from AIF JSON; see `argmap.formats.aif.reader.read`."""
    from argmap.formats.aif import reader  # noqa: PLC0415 - see above

    return reader.read(text, edges_as_reasons=edges_as_reasons)


def write(argument_map: ArgumentMap) -> str:
    """Write a map as AIF JSON; see `argmap.formats.aif.writer.write`."""
    from argmap.formats.aif import writer  # noqa: PLC0415 - see above

    return writer.write(argument_map)


def losses(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    """Return what of a map AIF has no place for.

    >>> from argmap.model import Claim
    >>> for each in losses(ArgumentMap([Claim("a", "Rents rose.", title="Rise")])):
    ...     print(each)
    warning[not-written]: AIF cannot hold 'title' of 1 claim ('a')
    """
    from argmap.formats.aif.passthrough import KEY, without  # noqa: PLC0415 - see above
    from argmap.formats.losses import find_losses  # noqa: PLC0415 - see above

    back = read(write(argument_map)).argument_map
    found = find_losses(without(argument_map), without(back), "AIF")
    if argument_map.data.get(KEY) == back.data.get(KEY):
        return found
    message = "the rest of the AIF that the map is from changes with the map"
    return (Diagnostic("not-written", message, severity=Severity.INFO), *found)


AIF = Format(
    "aif",
    "AIF JSON",
    (".aif.json", ".aif"),
    read=read,
    options=frozenset({"edges_as_reasons"}),
    write=write,
    losses=losses,
)


def _read_ova(text: str) -> Document:
    from argmap.formats.aif import ova  # noqa: PLC0415 - see above

    return ova.read(text)


OVA = Format("ova", "OVA2 JSON", (".ova.json", ".ova"), read=_read_ova)
