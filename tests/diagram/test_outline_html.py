"""Laws of outlines in HTML."""

from html.parser import HTMLParser

from hypothesis import given, strategies as st

from argmap.diagram.outline import Entry
from argmap.diagram.outline_html import list_tags, outline_html

depths = st.lists(st.integers(0, 20), max_size=30)


class Lists(HTMLParser):
    """The items of lists in lists, each with its depth, and whether all is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[int, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note an element that opens; lists are in items, items in lists."""
        del attrs
        within = self.open[-1] if self.open else "li"
        assert {tag, within} == {"ul", "li"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note that the innermost element closes."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the words of an item."""
        self.found.append((self.open.count("ul"), data))


@given(depths)
def test_lists_in_lists_are_well_formed(levels: list[int]) -> None:
    """Every item is open once, and what is deeper is inside what is before it."""
    *before, last = list_tags(levels)
    items = "".join(f"{tag}<li>{number}" for number, tag in enumerate(before))

    seen = Lists(items + last)

    assert seen.open == []
    assert [words for _, words in seen.found] == [
        str(each) for each in range(len(levels))
    ]
    found = [depth for depth, _ in seen.found]
    for one, other, here, there in zip(
        levels, levels[1:], found, found[1:], strict=False
    ):
        assert (other > one) == (there > here)
        assert (other < one) or (there >= here)


@given(depths)
def test_what_is_very_deep_says_its_level(levels: list[int]) -> None:
    """At most thirteen lists are in each other; no level is hidden."""
    entries = [Entry(each, "", "So.", "a") for each in levels]

    page = outline_html(entries, lambda entry: f"<li>{entry.words}", heading=str)

    seen = Lists(page)
    assert max((depth for depth, _ in seen.found), default=0) <= 13
    for level, (_, words) in zip(levels, seen.found, strict=True):
        assert words == ("So." if level <= 12 else f"{level}: So.")


def test_headings_stand_between_lists() -> None:
    """A list ends before a heading, and begins anew behind it."""
    entries = [
        Entry(0, "", "A", "a"),
        Entry(0, "#", "Part", "s"),
        Entry(1, "", "B", "b"),
    ]

    page = outline_html(
        entries,
        lambda entry: f"<li>{entry.words}",
        heading=lambda entry: f"<h2>{entry.words}</h2>",
    )

    assert page == "<ul><li>A</li></ul><h2>Part</h2><ul><li>B</li></ul>"
