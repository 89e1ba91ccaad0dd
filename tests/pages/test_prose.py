"""Passages of a page, and where their words stand."""

from hypothesis import given, strategies as st

from argmap.pages.lines import lines_of
from argmap.pages.prose import Passage, passages

PAGE = """\
---
status: draft
---
# A *title* #

First line of [words](a.md)
and a second.

> quoted

1. item one
   goes on

   more
   - inner
- - item in an item

Under
-----
"""


def _found(page: str) -> list[Passage]:
    return list(passages(lines_of(page)))


def test_passages() -> None:
    """Headings, paragraphs and items are passages; quotations and inner lists none."""
    found = [(each.level, each.is_item, each.words) for each in _found(PAGE)]

    assert found == [
        (1, False, "A title"),
        (0, False, "First line of words and a second."),
        (0, True, "item one goes on"),
        (2, False, "Under"),
    ]


def test_spans_are_those_of_the_page() -> None:
    """A passage, and each of its words, is where it stands in the page."""
    for end in ("\n", "\r\n"):
        page = PAGE.replace("\n", end)
        title, first, item, under = _found(page)

        assert title.span.of(page) == "A *title*"
        assert first.span.of(page) == f"First line of [words](a.md){end}and a second."
        assert first.span_of("and a second").of(page) == "and a second"
        assert first.span_of("of words") == first.span
        assert item.span_of("one goes").of(page) == f"one{end}   goes"
        assert under.span.position(page) == (18, 1)


@given(st.text("ab *_#->1.\n\t", max_size=60))
def test_every_passage_stands_in_the_page(page: str) -> None:
    """Whatever the page, the first and the last line of a passage are those of it."""
    for each in _found(page):
        shown = each.span.of(page)
        raw = each.raw.split("\n")
        assert shown.startswith(raw[0])
        assert shown.endswith(raw[-1])
