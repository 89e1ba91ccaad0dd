"""Cells of notebooks in Markdown, and notebooks with other texts in these."""

import json
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

import attrs

from argmap.errors import FormatError
from argmap.formats.located import Findings, Node
from argmap.formats.scanner import Scanner
from argmap.words import replaced

_DEEPEST: Final = 1000
"""How deep outputs may be, which are not looked at."""


@attrs.frozen
class Cell:
    """A cell in Markdown: its number, counted from 1 among all cells, and its text.

    `source` is where the text, or the list of its lines, stands in the notebook.
    """

    number: int
    text: str
    source: Node = attrs.field(repr=False)


def cells(notebook: str) -> Iterator[Cell]:
    """Yield the cells in Markdown; raises FormatError for what is no JSON."""
    findings = Findings()
    scanner = Scanner(notebook, findings, deepest=_DEEPEST)
    node = scanner.scan()
    if scanner.is_broken:
        raise FormatError(findings, notebook)
    for number, cell in enumerate(_items(_under(node, "cells")), 1):
        kind, source = _under(cell, "cell_type"), _under(cell, "source")
        if kind and kind.value == "markdown" and source:
            pieces = _items(source) if source.items is not None else [source]
            text = "".join(str(each.value) for each in pieces if not each.faulty)
            yield Cell(number, text, source)


def with_cells(notebook: str, texts: Mapping[int, str]) -> str:
    """Return a notebook with other texts in some cells, and the rest as it is."""
    pieces = (
        (
            cell.source.start,
            cell.source.end,
            _literal(notebook, cell, texts[cell.number]),
        )
        for cell in cells(notebook)
        if cell.number in texts
    )
    return replaced(notebook, pieces)


def _literal(notebook: str, cell: Cell, text: str) -> str:
    """Return what stands for a text: a string, or a list of lines as there was one."""
    source = cell.source
    is_ascii = notebook[source.start : source.end].isascii()
    items = _items(source)
    if not items:
        return json.dumps(text, ensure_ascii=is_ascii)
    old = [str(each.value) for each in items]
    new = text.splitlines(keepends=True)
    lines: list[str] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            lines += (notebook[one.start : one.end] for one in items[first:last])
        else:
            changed = new[start:end]
            lines += (json.dumps(each, ensure_ascii=is_ascii) for each in changed)
    lead = notebook[source.start + 1 : items[0].start]
    between = notebook[items[0].end : items[1].start] if len(items) > 1 else f",{lead}"
    trail = notebook[items[-1].end : source.end]
    return f"[{lead}{between.join(lines)}{trail}"


def _under(node: Node | None, key: str) -> Node | None:
    items = node.items if node else None
    return items.get(key) if isinstance(items, dict) else None


def _items(node: Node | None) -> list[Node]:
    return node.items if node and isinstance(node.items, list) else []
