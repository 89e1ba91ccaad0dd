"""Annotated arguments of other tools and corpora, read and not written.

Each reader collects nodes, edges and spans of a text; `argmap.formats.nodes` makes the
map. A reader is imported when it is used.
"""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from argmap.formats.document import Document, Format

__all__ = ["ARGGRAPH", "ARGUEBUF", "BRAT", "SADFACE"]


def _read(name: str, text: str, **options: Path | None) -> Document:
    reader: Any = import_module(f"{__name__}.{name}")
    document: Document = reader.read(text, **options)
    return document


ARGUEBUF = Format(
    "arguebuf", "arguebuf JSON", (".arguebuf.json",), read=partial(_read, "arguebuf")
)
SADFACE = Format(
    "sadface", "SADFace JSON", (".sadface.json",), read=partial(_read, "sadface")
)
ARGGRAPH = Format(
    "arggraph",
    "arg-microtexts XML",
    (".arggraph.xml",),
    read=partial(_read, "arggraph"),
)
BRAT = Format(
    "brat", "BRAT standoff", (".ann",), read=partial(_read, "brat"), has_includes=True
)
