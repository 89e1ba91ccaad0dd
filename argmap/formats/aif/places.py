"""Where nodes, edges and the parts of a map stand in a text."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from argmap.diagnostics import Span
from argmap.formats.aif.parsed import DEEPEST, LISTS, items_of
from argmap.formats.scanner import Builder, Node as Place, Scanner


def _as_it_is(value: object) -> object:
    if type(value) is not dict:
        raise TypeError(value)
    return value


_BUILDERS: Final[dict[str, Builder]] = dict.fromkeys((*LISTS, "locutions"), _as_it_is)


class Places:
    """Where the nodes and the edges in a text stand, looked up when somebody asks.

    That takes as long as all the rest of reading, and few want to know.
    """

    def __init__(self, text: str) -> None:
        """Look up nothing yet."""
        self._text = text

    @cached_property
    def _lists(self) -> dict[str, list[Place]]:
        scanner = Scanner(self._text, [], _BUILDERS, deepest=DEEPEST)
        lists = items_of(scanner.scan())
        return {
            name: [
                each
                for each in lists[name].items or ()
                if isinstance(each, Place) and isinstance(each.value, dict)
            ]
            for name in LISTS
            if name in lists
        }

    def of_nodes(self) -> list[Span]:
        """Return where each node stands."""
        return [Span(each.start, each.end) for each in self._lists.get("nodes", ())]

    def of_value(self, name: str, index: int, key: str) -> Span:
        """Return where the value under a key of a node or an edge stands.

        Where there is no such key it is the bracket of the object.
        """
        start = self._lists[name][index].start
        items = Scanner(self._text, []).scan_at(start).items
        if isinstance(items, dict) and key in items:
            return items[key].span
        return Span(start, start + 1)


class PartSpans(Mapping[str, Span]):
    """The span of the node that each part is, by the ids of parts."""

    def __init__(
        self, places: Places, keys: list[str], parts: dict[str, list[str]]
    ) -> None:
        """Look up nothing yet; `parts` leads from a node's id to those of its parts."""
        self._places = places
        self._keys = keys
        self._parts = parts

    @cached_property
    def _spans(self) -> dict[str, Span]:
        return {
            part: span
            for name, span in zip(self._keys, self._places.of_nodes(), strict=True)
            for part in self._parts.get(name, ())
        }

    def __getitem__(self, part_id: str) -> Span:
        """Return where a part stands; KeyError if there is none with this id."""
        return self._spans[part_id]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of parts, in the order of the nodes."""
        return iter(self._spans)

    def __len__(self) -> int:
        """Count the parts."""
        return len(self._spans)
