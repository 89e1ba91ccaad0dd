"""Quotations of nodes: by their words, or by where these begin and end in a text."""

from collections.abc import Sequence
from itertools import chain
from pathlib import PurePath
from typing import Final

from argmap.diagnostics import Severity
from argmap.formats.declared.declaration import Declaration
from argmap.formats.declared.paths import Place, found, steps_of
from argmap.formats.declared.values import Values
from argmap.formats.ids import Ids, slug
from argmap.formats.located import Node
from argmap.model import Locator, Quotation, Source

_WITH_TEXT: Final = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")


class Quoted:
    """The sources of a declaration, and the quotations from them."""

    def __init__(self, declaration: Declaration, root: Node, values: Values) -> None:
        """Look for the texts that are in the data themselves."""
        self._findings = values.findings
        self._values = values
        self._path = declaration.source_file
        self._by_name: dict[str, Source] = {}
        self._ids = Ids()
        self._texts: dict[Place, Node] = {}
        if declaration.source_text:
            steps = steps_of(declaration.source_text)
            self._texts = {
                place: each
                for place, each in found(root, steps)
                if isinstance(each.value, str)
            }
        self._of_places: dict[Place, Source] = {}
        self._is_reported = False

    @property
    def sources(self) -> list[Source]:
        """All that is quoted from."""
        return [*self._of_places.values(), *self._by_name.values()]

    def quotation(
        self, item: Node, place: Place, text: str
    ) -> tuple[Quotation, Sequence[Node]] | None:
        """Return what a node at a place quotes, if it does, and what says so.

        Words that offsets lead to are quoted from the text in the data; the text of a
        node with offsets is itself a quotation where the source is elsewhere.
        """
        fields = ("node_quote", "node_source", "node_start", "node_end")
        quotes, names, *offsets = (self._values.in_(x, item)[:1] for x in fields)
        locator = self._locator(offsets)
        exact = str(quotes[0].value) if quotes else ""
        if not exact and locator is None:
            return None
        source = self._source(place, names)
        if not exact and locator and source and source.text is not None:
            exact = self._words(source.text, locator, offsets[0][0])
        elif not exact and source:
            exact = text
        if not exact.strip():
            return None
        if source is None:
            source = self._unnamed(quotes[0])
        said = [*quotes, *names, *(chain(*offsets) if locator else ())]
        return Quotation(exact, source=source, locator=locator), said

    def _locator(self, offsets: Sequence[Sequence[Node]]) -> Locator | None:
        if not all(offsets):
            return None
        start, end = (_count(each[0]) for each in offsets)
        if start is None or end is None or end < start:
            message = "offsets must be two counts of characters, the larger one last"
            self._findings.add("bad-value", message, offsets[0][0].span)
            return None
        return Locator(start, end)

    def _words(self, text: str, locator: Locator, node: Node) -> str:
        words = text[locator.start : locator.end]
        if not words.strip() or (locator.end or 0) > len(text):
            message = f"there are no words from {locator.start} to {locator.end}"
            self._findings.add("bad-value", message, node.span)
        return words

    def _source(self, place: Place, names: Sequence[Node]) -> Source | None:
        if names:
            return self._named(str(names[0].value))
        for at in range(len(place), -1, -1):
            if place[:at] in self._texts:
                return self._in_data(place[:at])
        return self._named(self._path) if self._path else None

    def _in_data(self, place: Place) -> Source:
        if place not in self._of_places:
            text = self._texts[place]
            self._values.take(text)
            source = Source(self._ids.take("source"), text=str(text.value))
            self._of_places[place] = source
        return self._of_places[place]

    def _named(self, name: str) -> Source:
        """Return the source with a name: an address, a file of text, or a title."""
        if name not in self._by_name:
            is_path = name == self._path or name.lower().endswith(_WITH_TEXT)
            if name.startswith(("http://", "https://")):
                source = Source(self._ids.take(slug(name)), url=name)
            elif is_path:
                stem = slug(PurePath(name).stem)
                source = Source(self._ids.take(stem), path=name)
            else:
                source = Source(self._ids.take(slug(name)), name)
            self._by_name[name] = source
        return self._by_name[name]

    def _unnamed(self, quote: Node) -> Source:
        if not self._is_reported:
            message = "nothing says what the quotations are of"
            help_ = "say --source-file FILE, --node-source PATH or --source-text PATH"
            severity = Severity.WARNING
            self._findings.add("unnamed-source", message, quote.span, help_, severity)
            self._is_reported = True
        if "" not in self._by_name:
            self._by_name[""] = Source(self._ids.take("source"))
        return self._by_name[""]


def _count(node: Node) -> int | None:
    """Return a count of characters; None for what is none."""
    value = node.value
    if isinstance(value, str) and value.isdecimal() and value.isascii():
        value = int(value[:18])
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_count and isinstance(value, int) else None
