"""The front matter of a text: the map's data, and what the body cannot say."""

from collections.abc import Callable
from typing import Any

from argmap.formats.argdown.builder import build
from argmap.formats.argdown.data import write_front_matter
from argmap.formats.argdown.mapping import KEY, SETTINGS, to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.patch import difference
from argmap.formats.argdown.tokens import tokenize
from argmap.formats.argdown.writing.body import Body
from argmap.formats.codec import record_of
from argmap.model import ArgumentMap, Source


def write(argument_map: ArgumentMap) -> str:
    """Write a map in Argdown, with the texts of its sources where they are at hand.

    >>> from argmap.model import Claim
    >>> print(write(ArgumentMap([Claim("rents", "They rose.", title="Rents")])), end="")
    [Rents]: They rose.
    """
    return completed(argument_map, with_front_matter, _map_of)


def completed(
    argument_map: ArgumentMap,
    written: Callable[[dict[str, Any], str], str],
    read: Callable[[str], ArgumentMap],
) -> str:
    """Return what `written` makes of a front matter and the body.

    The front matter holds what `read` does not find in it.
    """
    body = Body(argument_map)
    text = body.write() or "Nothing is claimed."
    front: dict[str, Any] = {"title": argument_map.title} if argument_map.title else {}
    front |= {
        key: value
        for key, value in argument_map.data.items()
        if key not in {SETTINGS, "title", KEY}
    }
    settings: dict[str, Any] = {"names": "ids"} if body.names.are_ids else {}
    if argument_map.sources:
        settings["sources"] = [
            dict(record_of(Source).written(each)) for each in argument_map.sources
        ]
    settings |= difference(argument_map, read(written(_joined(front, settings), text)))
    return written(_joined(front, settings), text)


def _joined(front: dict[str, Any], settings: dict[str, Any]) -> dict[str, Any]:
    return front | ({SETTINGS: settings} if settings else {})


def with_front_matter(front: dict[str, Any], body: str) -> str:
    """Return a body below its front matter, where there is any."""
    return f"{write_front_matter(front)}\n\n{body}\n" if front else f"{body}\n"


def _map_of(text: str) -> ArgumentMap:
    return to_map(build(parse(tokenize(text)))).argument_map
