"""The document as JSON holds it, and the JSON Schema that publishes it.

All but the top follows the codec of the parts.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from argmap.formats.codec import LISTS, Field, Record, record_of
from argmap.formats.located import Node, inner
from argmap.model import ArgumentMap
from argmap.model.kinds import TEXT, Kind, ListOf, Maybe, Nested, Scalar, item_of

Schema: TypeAlias = dict[str, Any]

VERSIONS: Final = (1, 2)
"""The versions of the format that are read; the first that can hold a map is written.

Version 2 has questions, rephrases and preferences, utterances and the map's author,
attributed premises and accepted counterpoints, pages and sections of sources.
"""

_MAP_FIELDS: Final = {each.name: each for each in record_of(ArgumentMap).fields}
MAP: Final = Record(
    "map",
    "The map itself.",
    ArgumentMap,
    tuple(_MAP_FIELDS[each] for each in ("title", "author", "thesis", *LISTS, "data")),
)
_VERSION: Final = Scalar(
    " or ".join(map(str, VERSIONS))
    + ", a version of the format that this argmap reads",
    (int,),
    {"enum": list(VERSIONS)},
    VERSIONS.__contains__,
    "unsupported-version",
)
DOCUMENT: Final = Record(
    "document",
    "An argument map, as argmap writes it down without loss.",
    dict,
    (
        Field(
            "argmap",
            _VERSION,
            "The version of the format.",
            is_required=True,
            default=VERSIONS[0],
        ),
        Field("$schema", TEXT, "The address of this schema, for editors."),
        *MAP.fields,
    ),
)


def newer_names(record: Record = DOCUMENT) -> Iterator[str]:
    """Yield the names of the fields that are not in the first version."""
    for each in record.fields:
        kind = item_of(each.kind)
        if each.since > VERSIONS[0]:
            yield each.name
        elif isinstance(kind, Nested):
            yield from newer_names(record_of(kind.make))


def newer_paths(
    node: Node, record: Record = DOCUMENT, path: str = "$"
) -> Iterator[str]:
    """Yield the paths of what a document has that is not in the first version.

    >>> from argmap.formats.located import Findings
    >>> from argmap.formats.scanner import Scanner
    >>> text = '{"claims": [{"id": "a", "utterances": ["Ada"]}]}'
    >>> [*newer_paths(Scanner(text, Findings()).scan())]
    ['$.claims[0].utterances']
    """
    if isinstance(node.items, list):
        for index, item in enumerate(node.items):
            yield from newer_paths(item, record, inner(path, index))
    elif node.items:
        for each in record.fields:
            held, kind = node.items.get(each.name), item_of(each.kind)
            if held and each.since > VERSIONS[0]:
                yield inner(path, each.name)
            elif held and isinstance(kind, Nested):
                below = inner(path, each.name)
                yield from newer_paths(held, record_of(kind.make), below)


def json_schema() -> Schema:
    """Return the JSON Schema of the format, draft 2020-12.

    It is also in the file `argmap.schema.json` beside this package. What it
    refuses the reader refuses; the reader also looks at what a schema cannot say:
    that ids lead somewhere, that none is given twice.

    >>> json_schema()["required"]
    ['argmap']
    """
    inner = {each.name: _definition(each) for each in _inner(DOCUMENT)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Argument map",
        **_definition(DOCUMENT),
        "$defs": dict(sorted(inner.items())),
    }


def _definition(record: Record) -> Schema:
    return {
        "description": record.description,
        "type": "object",
        "properties": {
            each.name: {"description": each.description, **_schema(each.kind)}
            for each in record.fields
        },
        "required": [each.name for each in record.fields if each.is_required],
        "additionalProperties": False,
    }


def _schema(kind: Kind) -> Schema:
    match kind:
        case Maybe():
            return _schema(kind.kind)
        case ListOf():
            schema: Schema = {"type": "array", "items": _schema(kind.item)}
            if kind.least:
                schema["minItems"] = kind.least
            if kind.are_different:
                schema["uniqueItems"] = True
            return schema
        case Nested():
            record = record_of(kind.make)
            reference = {"$ref": f"#/$defs/{record.name}"}
            short = record.fields[0].kind
            return (
                {"anyOf": [_schema(short), reference]} if kind.is_short else reference
            )
        case Scalar():
            return dict(kind.schema)


def _inner(record: Record) -> Iterator[Record]:
    """Yield the records of the values inside one, and of those inside them."""
    for each in record.fields:
        item = item_of(each.kind)
        if isinstance(item, Nested):
            yield record_of(item.make)
            yield from _inner(record_of(item.make))
