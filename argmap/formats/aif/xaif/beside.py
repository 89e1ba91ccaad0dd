"""The keys beside the AIF: as they were read, or made for a map that never had any."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.formats.aif.passthrough import without
from argmap.formats.aif.writer import document_of
from argmap.formats.aif.xaif.highlights import Highlight, html_of
from argmap.model import ArgumentMap, Data, Quotation, Source

KEY: Final = "xaif"
"""The key in the data of a map under which what stands beside the AIF is kept."""
SOURCE: Final = "text"
"""The id of the source that the text is."""


def beside(argument_map: ArgumentMap) -> Mapping[str, Any]:
    """Return what stands beside the AIF of a map."""
    stored = argument_map.data.get(KEY)
    return stored if isinstance(stored, Data) else made(argument_map)


def without_made(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map without it, if writing makes that anyway."""
    bare = without(argument_map, KEY)
    return bare if argument_map.data.get(KEY) == Data(made(bare)) else argument_map


def made(argument_map: ArgumentMap) -> dict[str, Any]:
    """Return what a map that says nothing of it has beside the AIF."""
    nodes = document_of(argument_map)["nodes"]
    return {
        "text": _html(argument_map),
        "dialog": any(each.get("type") == "L" for each in nodes),
        "OVA": {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []},
    }


def _html(argument_map: ArgumentMap) -> str:
    """Return the text of the first source that has one, with its quotations."""
    source = next((each for each in argument_map.sources if each.text), None)
    if source is None or source.text is None:
        return ""
    return html_of(source.text, _highlights(argument_map, source))


def _highlights(argument_map: ArgumentMap, source: Source) -> Iterator[Highlight]:
    for claim in argument_map.claims:
        for each in claim.quotations:
            if each.span and each.source == source.id and _is_there(each, source):
                yield Highlight(claim.id, *each.span)


def _is_there(quotation: Quotation, source: Source) -> bool:
    start, end = quotation.span or (0, 0)
    return (source.text or "")[start:end] == quotation.exact
