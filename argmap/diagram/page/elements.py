"""Elements of a page, and how they are written.

They are ElementTree's, of the standard library: what is put in as text comes out as
text, because nothing here joins strings to markup.
"""

from collections.abc import Iterable
from typing import TypeAlias
from xml.etree import ElementTree as ET

from argmap.words import sanitized

Element: TypeAlias = ET.Element
Content: TypeAlias = Element | str | None


def anchor(kind: str, key: str | int) -> str:
    """Return the name of a thing on the page in links, by its kind and its id.

    The kinds are `page`, `part`, `words` for a quoted passage, and `quoted` for what is
    said about one that several claims quote.
    """
    return f"{kind}-{key}"


def tag(name: str, /, *content: Content, **attributes: str | None) -> Element:
    """Return an element; `class_` stands for `class`, `aria_label` for `aria-label`.

    Attributes that are None are left out.

    >>> written(tag("a", "<b>", tag("br"), "c", class_="far"))
    '<a class="far">&lt;b&gt;<br>c</a>'
    """
    element = ET.Element(
        name,
        {
            key.rstrip("_").replace("_", "-"): sanitized(value)
            for key, value in attributes.items()
            if value is not None
        },
    )
    add(element, *content)
    return element


def add(element: Element, *content: Content) -> None:
    """Put further content into an element; None is nothing."""
    for each in content:
        if isinstance(each, ET.Element):
            element.append(each)
        elif each and len(element):
            element[-1].tail = (element[-1].tail or "") + sanitized(each)
        elif each:
            element.text = (element.text or "") + sanitized(each)


def listed(items: Iterable[Content], last: str = " and ") -> list[Content]:
    """Return items with commas between them, and a word before the last."""
    every: list[Content] = []
    for each in items:
        every += ", ", each
    if len(every) > 2:  # noqa: PLR2004 - a comma and an item
        every[-2] = last
    return every[1:]


def written(element: Element) -> str:
    """Return an element as HTML; script and style are written as they are."""
    return ET.tostring(element, encoding="unicode", method="html")
