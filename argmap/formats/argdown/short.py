"""Short forms of quotations and utterances in data, as one writes them.

Words alone are a quotation where a map has one source. A mapping leads from sources
to words, and from speakers to what they do.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.formats.located import Node


def as_plain(field: str, value: Any, sources: Sequence[str]) -> Any:
    """Return the list that a short form in a field stands for.

    `sources` are the ids of those that the map has.

    >>> as_plain("quotations", "Rents rose.", ["gazette"])
    [{'exact': 'Rents rose.', 'source': 'gazette'}]
    >>> as_plain("utterances", {"Ada": "agrees"}, [])
    [{'speaker': 'Ada', 'act': 'agrees'}]
    """
    items = value if isinstance(value, list) else [value]
    if field == "quotations":
        return [plain for each in items for plain in _quotations(each, sources)]
    if field == "utterances":
        return [plain for each in items for plain in _utterances(each)]
    return value


def as_short(field: str, items: Any, sources: Sequence[str]) -> Any:
    """Return a short form that `as_plain` reads as this list, where there is one.

    >>> as_short("quotations", [{"exact": "Rents rose.", "source": "a"}], ["a"])
    'Rents rose.'
    """
    short = items
    if field == "quotations" and all(each.keys() == _QUOTED for each in items):
        words = [each["exact"] for each in items]
        is_one = all([each["source"]] == list(sources) for each in items)
        short = words if is_one else _grouped([*map(_source_and_words, items)])
    if field == "utterances" and not all(isinstance(each, str) for each in items):
        short = _grouped([*map(_speaker_and_act, items)])
    return short[0] if isinstance(short, list) and len(short) == 1 else short or items


def quoted(node: Node) -> Iterator[Node]:
    """Yield the words in what stands under `quotations`, short or not."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each.items, list):
            waiting += each.items
        elif isinstance(each.items, dict):
            is_short = _KEYS.isdisjoint(each.items)
            items = each.items if is_short else {"exact": each.items.get("exact", each)}
            waiting += [one for one in items.values() if one is not each]
        elif isinstance(each.value, str):
            yield each


_QUOTED = {"exact", "source"}
_KEYS = {"exact", "source", "speaker", "act"}
"""Keys of what is no short form."""


def _quotations(item: Any, sources: Sequence[str]) -> Iterator[Any]:
    if isinstance(item, str):
        item = {"exact": item}
    if not isinstance(item, Mapping):
        yield item
    elif not _KEYS.isdisjoint(item):
        is_known = "source" in item or len(sources) != 1
        yield item if is_known else {**item, "source": sources[0]}
    else:
        yield from (
            {"exact": words, "source": source} for source, words in _pairs(item)
        )


def _utterances(item: Any) -> Iterator[Any]:
    if isinstance(item, Mapping) and _KEYS.isdisjoint(item):
        yield from (
            speaker if act is None else {"speaker": speaker, "act": act}
            for speaker, act in _pairs(item)
        )
    else:
        yield item


def _pairs(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in item.items():
        for each in value if isinstance(value, list) else [value]:
            yield key, each


def _source_and_words(item: Mapping[str, Any]) -> tuple[str, Any]:
    return item["source"], item["exact"]


def _speaker_and_act(item: Any) -> tuple[str, Any]:
    return (item, None) if isinstance(item, str) else (item["speaker"], item["act"])


def _grouped(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return pairs as a mapping, or none if that would change their order."""
    grouped: dict[str, list[Any]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    if [*_pairs(grouped)] != pairs or not _KEYS.isdisjoint(grouped):
        return {}
    return {key: held[0] if len(held) == 1 else held for key, held in grouped.items()}
