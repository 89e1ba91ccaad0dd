"""A text in JSON edited: what differs in the map is written anew, all else stays.

The text is walked beside the map that it says and the one that is wanted. A list or an
object that differs is put together of its entries as they stand, without those that
are gone and with those that are new.
"""

import json
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any, Final, TypeAlias

import attrs

from argmap.changes.matching import renamed_ids
from argmap.errors import EditError, FormatError
from argmap.formats.document import Document
from argmap.formats.json.reader import read
from argmap.formats.json.schema import MAP
from argmap.formats.located import Findings, Node
from argmap.formats.scanner import Scanner
from argmap.model import ArgumentMap

_MARGIN: Final = re.compile(r"[\r\n]([ \t]+)")
_NARROW: Final = re.compile(r'":\S')
_CONTAINERS: Final = ("[", "{")


def edit_document(document: Document, wanted: ArgumentMap) -> str:
    """Return the text of a document, changed to say another map; raises EditError.

    >>> text = '{"argmap": 1, "claims": [{"text": "Rents fell.", "id": "a"}]}'
    >>> document = read(text)
    >>> claim = attrs.evolve(document.argument_map.claims[0], text="Rents rose.")
    >>> edit_document(document, document.argument_map.with_parts(claim))
    '{"argmap": 1, "claims": [{"text": "Rents rose.", "id": "a"}]}'
    """
    text, before = document.text, document.argument_map
    top = Scanner(text, Findings()).scan()
    if top is None:
        return text
    editing = _Editing(document, renamed_ids(before, wanted))
    words = editing.edited(top, _written(before), _written(wanted))
    edited = text[: top.start] + words + text[top.end :]
    got = read(edited).argument_map
    if got != wanted:
        raise EditError(x.id for x in wanted.pieces if x not in got.pieces)
    return edited


def _written(argument_map: ArgumentMap) -> dict[str, Any]:
    written = dict(MAP.written(argument_map))
    return {"argmap": MAP.version(written), **written}


@attrs.frozen
class _Entry:
    """An entry of a list or an object in its text: its key, and what is before it."""

    gap: str
    head: str
    node: Node


_Wanted: TypeAlias = Iterator[tuple[_Entry | None, str, Any, Any]]
"""Entries if there are any, keys of new ones, and the values before and after."""


class _Editing:
    """A text, how it is laid out, and the new ids of parts by the old ones."""

    def __init__(self, document: Document, ids: Mapping[str, str]) -> None:
        self._document = document
        self._text = document.text
        self._ids = ids
        margin = _MARGIN.search(self._text)
        self._indent = margin[1] if margin else ""
        self._break = "\r\n" if "\r\n" in self._text else "\n"
        blank = "" if _NARROW.search(self._text) else " "
        self._comma, self._colon = f",{blank}", f":{blank}"

    def edited(self, node: Node, before: Any, after: Any, gap: str = "") -> str:
        """Return the text of a value that is to be another; `gap` stands before it."""
        if before == after and json.dumps(before) == json.dumps(after):
            return self._words(node)  # True is 1 in Python, and not in JSON
        entries = self._entries(node)
        if not entries or type(before) is not type(after):
            return self._fresh(after, gap, self._words(node))
        if isinstance(node.items, dict):
            keyed = dict(zip(node.items, entries, strict=True))
            return self._joined(node, entries, self._fields(keyed, before, after))
        if len(entries) != len(before):  # something in it is no part of the map
            raise FormatError(self._document.diagnostics, self._text)
        return self._joined(node, entries, self._items(entries, before, after))

    def _words(self, node: Node) -> str:
        return self._text[node.start : node.end]

    def _entries(self, node: Node) -> list[_Entry]:
        items = node.items.values() if isinstance(node.items, dict) else node.items
        found: list[_Entry] = []
        end = node.start + 1
        for each in items or ():
            start = (each.key or each).start
            head = self._text[start : each.start]
            found.append(_Entry(self._text[end:start], head, each))
            end = each.end
        return found

    def _fields(
        self,
        entries: Mapping[str, _Entry],
        before: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> _Wanted:
        """Yield the fields of an object; a new one follows that before it in a map."""
        names = [each for each in entries if each in after or each not in before]
        place = 0
        for key in after:
            if key in entries:
                place = names.index(key) + 1
            else:
                names.insert(place, key)
                place += 1
        for key in names:
            head = f"{json.dumps(key, ensure_ascii=False)}{self._colon}"
            value = before.get(key)
            yield entries.get(key), head, value, after.get(key, value)

    def _items(
        self, entries: list[_Entry], before: list[Any], after: list[Any]
    ) -> _Wanted:
        """Yield the items of a list: what is the same one, or at the same place."""
        places: defaultdict[str, deque[int]] = defaultdict(deque)
        for place, each in enumerate(before):
            places[_name(each, self._ids)].append(place)
        same: list[int | None] = [
            places[name].popleft() if places[name := _name(each, {})] else None
            for each in after
        ]
        free = {each for left in places.values() for each in left}
        for number, (known, each) in enumerate(zip(same, after, strict=True)):
            if known is None and (number not in free or "id" in each):
                yield None, "", None, each
            else:
                index = number if known is None else known
                yield entries[index], "", before[index], each

    def _joined(self, node: Node, entries: list[_Entry], wanted: _Wanted) -> str:
        """Return a list or an object with the entries that are wanted."""
        first = entries[0].gap
        further = entries[1].gap if entries[1:] else f",{first}"
        if further == ",":
            further = self._comma
        words = [self._words(each.node) for each in entries]
        like = next((each for each in words if each.startswith(_CONTAINERS)), "")
        pieces: list[str] = []
        for entry, head, before, after in wanted:
            gap = further if pieces else first
            if entry is None:
                pieces.append(gap + head + self._fresh(after, gap, like))
            else:
                if (entry is entries[0]) != bool(pieces):
                    gap = entry.gap
                value = self.edited(entry.node, before, after, gap)
                pieces.append(gap + entry.head + value)
        end = entries[-1].node.end if pieces else node.end - 1
        return self._text[node.start] + "".join(pieces) + self._text[end : node.end]

    def _fresh(self, value: Any, gap: str, like: str) -> str:
        """Return a new value in lines if its place has some, unless `like` has none."""
        is_flat = like.startswith(_CONTAINERS) and self._break not in like
        if is_flat or self._break not in gap:
            separators = self._comma, self._colon
            return json.dumps(value, ensure_ascii=False, separators=separators)
        lines = json.dumps(value, ensure_ascii=False, indent=self._indent).split("\n")
        last = gap.rpartition(self._break)[2]  # a comma may stand in it
        margin = "".join(takewhile(str.isspace, last))
        return f"{self._break}{margin}".join(lines)


def _name(value: Any, ids: Mapping[str, str]) -> str:
    """Return what an item of a list is known by: its id, or all that it says."""
    if isinstance(value, dict) and "id" in value:
        part_id = value["id"]
        return ids.get(part_id, part_id)
    return json.dumps(value)
