"""A page as a browser's parser sees it."""

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = {"br", "input", "meta"}


@attrs.define
class Node:
    """An element, what it says, and what is in it."""

    tag: str
    attributes: dict[str, str]
    children: "list[Node | str]" = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """All text in it."""
        waiting: list[Node | str] = [self]
        found: list[str] = []
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                found.append(each)
            else:
                waiting.extend(reversed(each.children))
        return "".join(found)

    def every(self, tag: str = "", class_: str = "") -> "list[Node]":
        """Return the elements in it, of one tag or class, in their order."""
        return [
            each
            for each in self._walk()
            if tag in ("", each.tag)
            and (not class_ or class_ in each.attributes.get("class", "").split())
        ]

    def _walk(self) -> "Iterator[Node]":
        waiting = [self]
        while waiting:
            each = waiting.pop()
            yield each
            inner = [child for child in each.children if isinstance(child, Node)]
            waiting.extend(reversed(inner))

    def by_id(self, name: str) -> "Node":
        """Return the one element with an id."""
        (found,) = (each for each in self._walk() if each.attributes.get("id") == name)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]
        self.declarations: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        msg = f"a page has no comments: {data}"
        raise AssertionError(msg)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)


def read(page: str) -> Node:
    """Read a page; every element in it is closed where it should be."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.declarations == ["DOCTYPE html"]
    (root,) = reader.open
    (html,) = (each for each in root.children if isinstance(each, Node))
    return html


def shape(node: Node) -> Counter[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page with the names of their attributes, counted."""
    return Counter((each.tag, tuple(each.attributes)) for each in node.every())


def fingerprint(text: str) -> str:
    """Return what a policy calls a script or style sheet with this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
