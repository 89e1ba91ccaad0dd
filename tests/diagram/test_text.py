"""Laws of measuring and breaking text."""

import re
import subprocess
import sys

import pytest
from hypothesis import given, strategies as st
from wcwidth import iter_graphemes

from argmap.diagram import text
from tests.diagram import make_font_widths
from tests.steps import calls
from tests.strategies import texts

FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
FAMILY = "👩‍👩‍👧‍👦"
GRAPHEMES = (
    "。",
    "a",
    "W",
    "e\u0301",
    FAMILY,
    "租",
    "ש",
    "한",
    "-",
    "é",
    "🇫🇷",
    "क्षि",
    ".",
)
paragraphs = st.lists(
    st.lists(st.sampled_from(GRAPHEMES), min_size=1, max_size=12).map("".join),
    max_size=12,
).map(" ".join)
limits = st.floats(0.5, 30)


def lines_if_filled(words: str, limit: float, *, bold: bool) -> int:
    """Count lines as one fills them by hand: a piece goes where it has room."""
    count, filled = 0, ""
    for word in words.split():
        before = " "
        for piece, _ in text._pieces(word, limit, bold=bold):
            longer = filled + before + piece if filled else piece
            if not filled or text.width(longer, bold=bold) > limit + 1e-6:
                count, filled = count + 1, piece
            else:
                filled = longer
            before = ""
    return count


def test_the_table_of_widths_is_that_of_the_fonts() -> None:
    """The table is what its script makes of the fonts, to the byte."""
    pytest.importorskip("fontTools")
    missing = [
        path
        for paths in make_font_widths.FONTS.values()
        for path in paths
        if not path.exists()
    ]
    if missing:
        pytest.skip(f"no font {missing[0]}")

    assert make_font_widths.table() == make_font_widths.TABLE.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "least"),
    [("", 0), ("\u0301", 0), ("租", 1), ("👍", 1.2), ("\u200b", 0), ("𐎠", 0.9)],
)
def test_characters_outside_the_table_have_a_width(words: str, least: float) -> None:
    """Wide characters, emoji and unknown ones get room, marks on letters none."""
    assert least <= text.width(words) <= least + 0.2


@given(st.text(max_size=20), st.text(max_size=20), st.booleans())
def test_widths_add_up(left: str, right: str, bold: bool) -> None:  # noqa: FBT001
    """The width of a text is the sum of its parts'."""
    parts = text.width(left, bold=bold) + text.width(right, bold=bold)
    assert text.width(left + right, bold=bold) == pytest.approx(parts)


@given(paragraphs | texts(), limits, st.booleans())
def test_lines_hold_the_text(words: str, limit: float, bold: bool) -> None:  # noqa: FBT001
    """Nothing is lost, added or moved but white space where lines break."""
    lines = text.wrap(words, limit, bold=bold)

    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(line == " ".join(line.split()) != "" for line in lines)


@given(paragraphs | texts(), limits, st.booleans())
def test_lines_stay_within_the_limit(words: str, limit: float, bold: bool) -> None:  # noqa: FBT001
    """A line is too wide only if it is a single grapheme cluster."""
    for line in text.wrap(words, limit, bold=bold):
        is_single = len(list(iter_graphemes(line))) == 1
        assert is_single or text.width(line, bold=bold) <= limit + 1e-6


@given(paragraphs, limits, st.booleans())
def test_even_lines_are_no_more_than_full_ones(
    words: str,
    limit: float,
    bold: bool,  # noqa: FBT001
) -> None:
    """Evening out the lines never costs one more."""
    lines = text.wrap(words, limit, bold=bold)

    assert len(lines) == lines_if_filled(words, limit, bold=bold)
    assert len(lines) == text.line_count(words, limit, bold=bold)


def test_an_even_break_costs_no_line() -> None:
    """A last line that is all but empty is left so where the others are full."""
    words = " ".join(["iiiii iiiii"] * 8 + ["i"])
    limit = text.width("iiiii iiiii")

    assert len(text.wrap(words, limit)) == 9


@given(paragraphs, limits)
def test_graphemes_are_never_broken(words: str, limit: float) -> None:
    """A line ends where a grapheme cluster ends."""
    graphemes = [each for word in words.split() for each in iter_graphemes(word)]
    of_lines = [
        each
        for line in text.wrap(words, limit)
        for word in line.split()
        for each in iter_graphemes(word)
    ]

    assert of_lines == graphemes


@given(paragraphs, st.floats(3, 30), st.integers(1, 3))
def test_what_is_cut_short_says_so(words: str, limit: float, most: int) -> None:
    """Where there are too few lines, the last ends in an ellipsis."""
    whole = text.wrap(words, limit)
    lines = text.wrap(words, limit, lines=most)

    if len(whole) <= most:
        assert lines == whole
    else:
        assert len(lines) == most
        assert lines[-1].endswith("…")
        assert text.width(lines[-1]) <= limit
        shown = "".join("".join(lines)[:-1].split())
        assert "".join(words.split()).startswith(shown)


def test_words_break_after_hyphens_between_letters() -> None:
    """A compound breaks after its hyphen, a number range or an option does not."""
    assert text.wrap("a long-standing", 6) == ["a long-", "standing"]
    assert text.wrap("in 1990-2015", 6) == ["in", "1990-2015"]


def test_closing_marks_do_not_start_a_line() -> None:
    """In Chinese and Japanese a full stop stays with the word before it."""
    assert text.wrap("租金太高了。住房", 5.3) == ["租金太高", "了。住房"]
    assert text.wrap("。。。", 1.1) == ["。", "。", "。"]


@pytest.mark.parametrize("letter", ["。", "x", "租", "e\u0301", FAMILY, "-a", "\u200b"])
def test_a_word_of_any_length_is_broken_in_linear_time(letter: str) -> None:
    """Ten times the letters take about ten times the steps, not a hundred times."""
    short, long = (letter * (length // len(letter)) for length in (10_000, 100_000))

    taken = calls(lambda: text.wrap(short, 15))

    assert calls(lambda: text.wrap(long, 15)) < 15 * taken + 10_000


def test_latin_text_needs_no_tables_of_other_scripts() -> None:
    """A picture in English does not load wcwidth."""
    code = (
        "import sys; from argmap.diagram.text import wrap;"
        "wrap('Rents – “very high” – rose.', 9); sys.exit('wcwidth' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
