"""What HTML holds, as a browser would see it."""

from html.parser import HTMLParser

import attrs

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


@attrs.define(eq=False)
class Seen(HTMLParser):
    """The elements of a page, its text, and whether every element is closed."""

    elements: list[tuple[str, dict[str, str | None]]] = attrs.field(factory=list)
    text: str = ""
    path: list[str] = attrs.field(factory=list)

    def __attrs_pre_init__(self) -> None:
        """Make the parser ready."""
        super().__init__()

    @classmethod
    def of(cls, html: str) -> "Seen":
        """Look at a page, all of whose elements must be closed."""
        seen = cls()
        seen.feed(html)
        seen.close()
        assert not seen.path, "an element is not closed"
        return seen

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        """Step into an element."""
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.path.append(tag)

    def handle_startendtag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        """See an element that has nothing in it."""
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        """Step out of an element."""
        assert self.path.pop() == tag, "elements are closed in the wrong order"

    def handle_data(self, data: str) -> None:
        """Read on."""
        self.text += data

    @property
    def ids(self) -> list[str | None]:
        """All ids, in order."""
        return [each["id"] for _, each in self.elements if "id" in each]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements with this name."""
        return [attributes for name, attributes in self.elements if name == tag]
