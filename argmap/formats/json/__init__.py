"""The lossless format: a map in JSON, explicit and strict in what it reads.

Defaults are left out, keys stand in one fixed order, and the same map gives the
same bytes. Reader and writer are imported when they are used.
"""

from typing import Any

from argmap.formats.document import Document, Format
from argmap.model import ArgumentMap

__all__ = ["JSON", "edit", "json_schema", "read", "write"]


def read(text: str) -> Document:
    """Read a map from JSON; see `argmap.formats.json.reader.read`."""
    from argmap.formats.json import reader  # noqa: PLC0415 - see above

    return reader.read(text)


def write(argument_map: ArgumentMap) -> str:
    """Write a map as JSON; see `argmap.formats.json.writer.write`."""
    from argmap.formats.json import writer  # noqa: PLC0415 - see above

    return writer.write(argument_map)


def edit(document: Document, argument_map: ArgumentMap) -> str:
    """Change a text in JSON; see `argmap.formats.json.editing.edit_document`."""
    from argmap.formats.json import editing  # noqa: PLC0415 - see above

    return editing.edit_document(document, argument_map)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the format; see `argmap.formats.json.schema`."""
    from argmap.formats.json import schema  # noqa: PLC0415 - see above

    return schema.json_schema()


JSON = Format("json", "argmap JSON", (".json",), read=read, write=write, edit=edit)
