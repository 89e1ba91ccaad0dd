"""From Argdown JSON to a document, and from a map to Argdown JSON."""

from typing import Any

from argmap.formats.argdown.builder import build
from argmap.formats.argdown.json.reader import elements_from_json
from argmap.formats.argdown.json.writer import elements_as_json
from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.argdown.view import view
from argmap.formats.argdown.writing import completed, with_front_matter
from argmap.formats.document import Document
from argmap.model import ArgumentMap


def read(text: str) -> Document:
    """Read a map from Argdown JSON; never raises for what the text says.

    >>> read(write(ArgumentMap())).argument_map
    <ArgumentMap: empty>
    """
    elements = elements_from_json(text)
    mapped = to_map(elements)
    wanted, not_honoured = view(elements, mapped, text)
    diagnostics = [*elements.diagnostics, *mapped.diagnostics, *not_honoured]
    diagnostics.sort(key=lambda each: each.span.start if each.span else 0)
    return Document(
        mapped.argument_map, text, mapped.spans, tuple(diagnostics), view=wanted
    )


def write(argument_map: ArgumentMap) -> str:
    """Write a map as Argdown JSON; raises ValueError for data it cannot hold."""
    return completed(argument_map, _as_json, lambda text: read(text).argument_map)


def _as_json(front: dict[str, Any], text: str) -> str:
    elements = build(parse(tokenize(with_front_matter(front, text))))
    elements.front_matter = front or None
    return elements_as_json(elements)
