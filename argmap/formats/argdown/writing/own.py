"""What stands in the data of a part under `argdown`, as it is needed to write."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.argdown.mapping import KEY
from argmap.model import Counterpoint, Data


def own(part: Any) -> Mapping[str, Any]:
    """Return what only Argdown knows of a part."""
    told = part.data.get(KEY)
    return told if isinstance(told, Data) else {}


def others(part: Any) -> dict[str, Any]:
    """Return the rest of the data."""
    if not part.data:
        return {}
    return {key: each for key, each in part.data.items() if key != KEY}


def items(value: object) -> tuple[Any, ...]:
    """Return the items of a list, and none of anything else."""
    return value if isinstance(value, tuple) else ()


def ranges(value: object) -> list[dict[str, Any]]:
    """Return the ranges of a text that have a kind and a place in it."""
    return [
        dict(each)
        for each in items(value)
        if isinstance(each, Data) and _is_range(each)
    ]


def _is_range(data: Data) -> bool:
    """Return whether data is a range; a map from elsewhere may have anything there."""
    needed = {"type": str, "start": int, "stop": int}
    if data.get("type") == "link":
        needed["url"] = str
    return all(type(data.get(key)) is kind for key, kind in needed.items())


def all_ranges(part: Any) -> Iterator[dict[str, Any]]:
    """Yield the ranges of all texts of a part."""
    told = own(part)
    yield from ranges(told.get("ranges"))
    for each in items(told.get("texts")):
        if isinstance(each, Data):
            yield from ranges(each.get("ranges"))


def sign_of(counterpoint: Counterpoint) -> str:
    """Return the sign that says a counterpoint below what it counts against."""
    relation = str(own(counterpoint).get("relation"))
    return {"undercut": "_", "contradictory": "><"}.get(relation, "-")
