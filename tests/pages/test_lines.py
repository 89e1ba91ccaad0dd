"""Lines that lose their margin, and where they still stand."""

from hypothesis import given, strategies as st

from argmap.pages.lines import columns, excerpts, lines_of, text_of

_TEXTS = st.text("ab \t\r\n", max_size=40)
_BLANK_LINES = st.text(" \t", max_size=6)


@given(_TEXTS)
def test_lines_are_the_text(text: str) -> None:
    """Nothing of a text is lost in its lines, and each begins where it says."""
    lines = lines_of(text)

    assert text_of(lines) == text
    assert all(text.startswith(each.whole, each.start) for each in lines)
    assert [each.behind for each in lines[:-1]] == [each.begin for each in lines[1:]]


@given(_BLANK_LINES, st.integers(0, 9), st.sampled_from([4, 8]))
def test_columns_are_taken_away(blanks: str, step: int, tab: int) -> None:
    """A margin of some columns goes, also a part of a tab, and all else stays."""
    (line,) = lines_of(f"{blanks}x y\n")
    cut = line.without_columns(step, tab)
    taken = columns(cut.margin, tab) - cut.blanks

    assert taken == min(step, columns(line.text, tab))
    assert cut.text.startswith(" " * cut.blanks)
    assert f"{cut.margin}{cut.text[cut.blanks :]}" == line.text
    assert cut.start == len(cut.margin)


@given(_TEXTS, st.integers(0, 5))
def test_excerpts_lead_to_the_page(text: str, step: int) -> None:
    """What is left is in one excerpt each, and stands there in the page."""
    lines = [each.without_columns(step, 4) for each in lines_of(text)]
    whole = text_of(lines)
    found = excerpts(lines, "a", text)

    at = 0
    for line in lines:
        real = range(at + line.blanks, at + len(line.whole))
        for place in real:
            (one,) = (
                each for each in found if each.span.start <= place < each.span.end
            )
            assert text[place - one.span.start + one.offset] == whole[place]
        at += len(line.whole)


def test_a_tab_in_a_tab() -> None:
    """Blanks that are left of a tab may be cut, too; the text stays in its place."""
    (line,) = lines_of("\tx")
    half = line.without_columns(1, 4)

    assert (half.text, half.blanks, half.start) == ("   x", 3, 1)
    assert (half.cut("  x").blanks, half.cut("  x").start) == (2, 1)
    assert (half.cut("x").blanks, half.cut("x").start) == (0, 1)
