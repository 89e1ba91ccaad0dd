"""Texts of annotations, quotations from them, and the ends of their edges."""

from collections.abc import Iterable
from typing import Any

from argmap.formats.ids import Ids, slug
from argmap.formats.located import Findings, shown
from argmap.formats.nodes import End
from argmap.formats.objects import Value
from argmap.model import Locator, Quotation, Source


class Texts:
    """The texts of a file by their names in it."""

    def __init__(self, findings: Findings) -> None:
        """Know none yet."""
        self._findings = findings
        self._by_name: dict[str, Source] = {}
        self._ids = Ids()

    @property
    def sources(self) -> list[Source]:
        """All of them."""
        return [*self._by_name.values()]

    def add(self, name: str, text: str, *, title: str = "", url: str = "") -> None:
        """Add a text; an empty one is not at hand."""
        source_id = self._ids.take(slug(name) or "text")
        self._by_name[name] = Source(source_id, title, url=url, text=text or None)

    def quotation(
        self, name: Value, words: str, start: int | None, end: int | None = None
    ) -> Quotation | None:
        """Return words from a text, from an offset on if there is one.

        They end where they do in the file, which need not say which words they are.
        Without any words, or of no text, there is no quotation.
        """
        source = self._by_name.get(name.text)
        if source is None:
            if name:
                name.warn("unknown-id", f"no text has the id {shown(name.text)}")
            return None
        if start is not None and end is None:
            end = start + len(words)
        if start is None or end is None or end < start:
            return Quotation(words, source=source) if words.strip() else None
        exact = words or (source.text or "")[start:end]
        locator = Locator(start, end)
        return (
            Quotation(exact, source=source, locator=locator) if exact.strip() else None
        )


def quoted(source: Source, start: int, end: int) -> Quotation | None:
    """Return the words at a place of a text, without blanks round them, if any are.

    >>> quoted(Source("report", text="It rains. "), 2, 10)
    Quotation('rains.', source='report', locator=Locator(3, 9))
    """
    words = (source.text or "")[start:end]
    at = start + len(words) - len(words.lstrip())
    exact = words.strip()
    locator = Locator(at, at + len(exact))
    return Quotation(exact, source=source, locator=locator) if exact else None


def edge_data(edges: Iterable[tuple[str, Value]], *known: str) -> dict[str, Any]:
    """Return what edges have under other keys, by their names, for a map's data."""
    found = {name: each.rest(*known) for name, each in edges}
    kept = {name: rest for name, rest in found.items() if rest}
    return {"edges": kept} if kept else {}


def end_of(edge: Value, name: str) -> End:
    """Return the node that an edge names under a key; report if it names none."""
    found = edge[name]
    edge.lacks(name)
    return End((0, found.text), found.span if found else edge.span)


def text_of(node: Value, name: str) -> str:
    """Return the text of a claim; report if it is empty."""
    if not node["text"].text:
        node.warn("empty-text", f"the claim {shown(name)} has no text")
    return node["text"].text
