"""Highlights in HTML."""

import pytest
from hypothesis import given, strategies as st

from argmap.formats.aif.xaif.highlights import Highlight, highlights_of, html_of

TEXTS = st.text(st.characters(exclude_characters="\r\0") | st.sampled_from("<>&;/ab\n"))


@given(text=TEXTS, data=st.data())
def test_what_is_written_is_shown(text: str, data: st.DataObject) -> None:
    """Any text is shown as it is, with highlights that do not cross."""
    cuts = st.integers(0, len(text))
    pairs = [sorted(data.draw(st.tuples(cuts, cuts))) for _ in range(3)]
    wanted = [Highlight(str(at), *pair) for at, pair in enumerate(pairs)]

    shown, found = highlights_of(html_of(text, wanted))

    assert shown == text
    assert {each.node for each in found} <= {each.node for each in wanted}
    assert all(each in wanted for each in found)


@given(html=st.text(st.characters() | st.sampled_from("<>&;/!?[]-=\"' span")))
def test_any_html_is_shown(html: str) -> None:
    """Nothing raises, and every highlight is inside the text."""
    text, found = highlights_of(html)

    for each in found:
        assert 0 <= each.start <= each.end <= len(text)


@pytest.mark.parametrize("piece", ["<span id=a>", "<!--", "<a ", "&amp", "</span>"])
def test_much_of_the_same_is_read(piece: str) -> None:
    """Thousands of tags that never end are no danger."""
    highlights_of(piece * 20_000)
