"""Argument graphs of Carneades 4 in its YAML, read and not written.

What Carneades evaluates after Gordon and Walton (2016) is carried over so that the
verdicts are its labels wherever a map can say the same; what it would still have to
generate is not, and a finding says so. The reader is imported when it is used.
"""

from argmap.formats.document import Document, Format

__all__ = ["CARNEADES"]


def _read(text: str) -> Document:
    from argmap.formats.carneades import reader  # noqa: PLC0415 - see above

    return reader.read(text)


CARNEADES = Format(
    "carneades", "Carneades YAML", (".carneades.yml", ".carneades.yaml"), read=_read
)
