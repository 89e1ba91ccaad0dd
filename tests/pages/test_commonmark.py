"""Markdown as CommonMark has it: front matter, blocks, and words without markup."""

from hypothesis import given, strategies as st

from argmap.pages.commonmark import front_matter, parsed, plain
from argmap.pages.lines import lines_of, text_of


def test_front_matter() -> None:
    """It stands between its marks at the top; without the second there is none."""
    assert text_of(front_matter(lines_of("---\na: 1\n---\nb\n"))) == "a: 1\n"
    assert text_of(front_matter(lines_of("+++\na = 1\n+++\n"))) == "a = 1\n"
    assert front_matter(lines_of("---\na: 1\n")) == ()
    assert front_matter(lines_of("text\n---\n---\n")) == ()
    assert front_matter([]) == ()


@given(st.text("ab *_`[]()<>!&#\n", max_size=40))
def test_words_are_in_one_line(text: str) -> None:
    """What one reads is in one line, with one blank between words."""
    words = plain(text)

    assert words == " ".join(words.split())


def test_words_without_markup() -> None:
    """Emphasis, links and code are their words; a very long text stays as it is."""
    assert plain("**Bad**, because\nit [is](a.md) `x`") == "Bad, because it is x"
    assert plain("*a*" * 5000) == "*a*" * 5000


def test_blocks_have_the_lines_of_the_page() -> None:
    """Front matter is no block, and those behind it are counted from the top."""
    tokens = parsed(lines_of("---\na: 1\n---\n# B\n"))

    assert [each.map for each in tokens if each.type == "inline"] == [[3, 4]]
