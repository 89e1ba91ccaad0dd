"""Elements of a text in XML with their places, without what could grow or point.

Entities that a document declares itself are refused, and nothing outside is opened.
"""

from collections.abc import Callable
from typing import Any

import attrs

from argmap.diagnostics import Span
from argmap.formats.located import Findings


@attrs.define(eq=False)
class Element:
    """An element: its name, its attributes, and the text right in it."""

    name: str
    attributes: dict[str, str]
    span: Span
    text: str = ""

    @property
    def id(self) -> str:
        """Its attribute `id`, "" if it has none."""
        return self.attributes.get("id", "")


class _EntityError(Exception):
    """The document declares an entity."""


def elements_of(text: str, findings: Findings) -> list[Element]:
    """Return the elements of a text, in the order in which they begin.

    What stands before a fault is there.

    >>> found = elements_of("<a><b id='1'>Rents</b></a>", Findings())
    >>> [(each.name, each.id, each.text) for each in found]
    [('a', '', ''), ('b', '1', 'Rents')]
    """
    from xml.parsers import expat  # noqa: PLC0415 - few texts are XML

    parser = expat.ParserCreate("utf-8")
    data = text.encode()
    reader = _Reader(data, lambda: parser.CurrentByteIndex)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.add
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own
    except expat.ExpatError as error:
        at = reader.place(parser.ErrorByteIndex)
        span = Span(at, min(at + 1, len(text)))
        findings.add("xml-syntax", expat.ErrorString(error.code), span)
    except _EntityError:
        at = reader.place(parser.CurrentByteIndex)
        message = "an entity is declared here, which is not read"
        findings.add("xml-syntax", message, Span(at, min(at + 1, len(text))))
    return reader.elements


def _refuse(*_: Any) -> None:
    raise _EntityError


class _Reader:
    """Elements as they come, and how many characters the bytes so far are."""

    def __init__(self, data: bytes, index: Callable[[], int]) -> None:
        self.elements: list[Element] = []
        self._open: list[tuple[Element, list[str]]] = []
        self._data = data
        self._index = index
        self._byte = self._character = 0

    def place(self, byte: int) -> int:
        """Return which character begins with a byte, none before the last asked for."""
        if byte > self._byte:
            between = self._data[self._byte : byte]
            self._character += len(between.decode(errors="ignore"))
            self._byte = byte
        return self._character

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        at = self.place(self._index())
        element = Element(name, attributes, Span(at, at + 1 + len(name)))
        self.elements.append(element)
        self._open.append((element, []))

    def end(self, _: str) -> None:
        """End the element that began last."""
        element, pieces = self._open.pop()
        element.text = "".join(pieces).strip()

    def add(self, data: str) -> None:
        """Add text to the element around it."""
        self._open[-1][1].append(data)
