"""Nodes and edges in any JSON, JSON lines or table, by a declaration of where they are.

What nobody declares is guessed, and reported. Reader and writer are imported when used.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argmap.formats.declared.declaration import Declaration, DeclarationError
from argmap.formats.document import Document, Format

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.model import ArgumentMap

__all__ = [
    "CSV",
    "JSON_LINES",
    "NODE_LINK",
    "TSV",
    "Declaration",
    "DeclarationError",
    "declared",
]


def _read(text: str, *, notation: str) -> Document:
    from argmap.formats.declared import documents  # noqa: PLC0415 - see above

    return documents.read(text, notation=notation)


def declared(declaration: Declaration) -> Format:
    """Return the format of data that a declaration describes, whatever its notation.

    >>> declared(Declaration(nodes="claims[*]")).title
    'declared data'
    """

    def read(text: str, path: Path | None = None) -> Document:
        from argmap.formats.declared import documents  # noqa: PLC0415 - see above

        suffix = path.suffix.lower() if path else ""
        notation = "lines" if suffix in JSON_LINES.suffixes else "any"
        return documents.read(text, declaration, notation=notation)

    return Format("declared", "declared data", (), read=read, has_includes=True)


def _table(name: str, title: str, delimiter: str) -> Format:
    def write(argument_map: "ArgumentMap") -> str:
        from argmap.formats.declared import edge_list  # noqa: PLC0415 - see above

        return edge_list.edge_list(argument_map, delimiter)

    def losses(argument_map: "ArgumentMap") -> "tuple[Diagnostic, ...]":
        from argmap.formats.declared import documents  # noqa: PLC0415 - see above

        return documents.losses(argument_map, name, delimiter)

    return Format(
        name,
        title,
        (f".{name}",),
        read=partial(_read, notation="table"),
        write=write,
        losses=losses,
    )


NODE_LINK: Final = Format(
    "node-link",
    "nodes and edges in JSON",
    (".node-link.json",),
    read=partial(_read, notation="any"),
)
JSON_LINES: Final = Format(
    "json-lines",
    "nodes and edges in JSON, an object a line",
    (".jsonl", ".ndjson"),
    read=partial(_read, notation="lines"),
)
CSV: Final = _table("csv", "nodes or edges in a table", ",")
TSV: Final = _table("tsv", "nodes or edges in a table with tabs", "\t")
