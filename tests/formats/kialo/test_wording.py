"""Wording of claims."""

from hypothesis import given, strategies as st

from argmap.formats.kialo.wording import cited, escaped, plain, says

LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])
    | st.sampled_from("[](\\)12.:->sources")
)


@given(lines=st.lists(LINES))
def test_what_is_escaped_is_read_as_it_stands(lines: list[str]) -> None:
    """Any lines come back, and what is escaped is said wherever it stands."""
    text = "\n".join(map(str.strip, lines)).strip()

    assert plain(escaped(text)) == text
    assert not text or says(escaped(text), text)
    assert not cited(escaped(text))


@given(st.text(st.sampled_from("[](\\)x1 \n"), max_size=40))
def test_brackets_are_text_or_links(text: str) -> None:
    """Whatever the brackets, there is an answer; nothing is added."""
    assert len(plain(text)) <= len(text)
