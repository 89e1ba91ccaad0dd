"""Laws of boxes: as large as their words need."""

import pytest
from hypothesis import given, strategies as st

from argmap.diagram import style
from argmap.diagram.boxes import broken, reference, sized, sized_junction
from argmap.diagram.plan import Box, Junction, Text
from argmap.diagram.spans import Span, between
from argmap.diagram.style import SUPPORT
from tests.diagram.test_spans import looks, spans_in

texts = st.builds(
    Text, st.text(st.sampled_from("ab é漢 "), min_size=1).map(lambda x: f"x{x}")
)


@given(st.lists(texts, min_size=1, max_size=4), st.sampled_from(["", "7", "→ 2000"]))
def test_words_fit_their_box(words: list[Text], number: str) -> None:
    """A box has room for its lines and the padding round them, and all words."""
    lines = broken(words, number=number)
    box = sized(lines)

    assert lines.width + 2 * style.PADDING_X <= box.size[0] + 0.05
    assert lines.height + 2 * style.PADDING_Y <= box.size[1] + 0.05
    assert lines.all[0].number == number
    said = "".join(line.words for line in lines.all)
    assert "".join(said.split()) == "".join(
        "".join(each.words.split()) for each in words
    )


def test_a_long_text_widens_its_box() -> None:
    """Nothing is cut where no limit is set; a long text gets a wider box."""
    words = "word " * 400

    narrow = broken([Text("word " * 3)], widest=style.TEXT_MAX_WIDTH)
    wide = broken([Text(words)], widest=style.TEXT_MAX_WIDTH)

    assert narrow.width <= style.TEXT_WIDTH < wide.width <= style.TEXT_MAX_WIDTH
    assert " ".join(line.words for line in wide.all) == words.strip()


@pytest.mark.parametrize("most", [1, 3])
def test_a_limit_of_lines(most: int) -> None:
    """A claim's words are cut after so many lines, and end in an ellipsis."""
    lines = broken([Text("word " * 400)], max_lines=most)

    assert len(lines.all) == most
    assert lines.all[-1].words.endswith("…")


def test_in_a_column_all_boxes_are_as_wide() -> None:
    """The least width holds for short words, too."""
    sizes = {sized(broken([Text(each)]), 160).size[0] for each in ("a", "word " * 9)}

    assert len(sizes) == 1


def test_a_reference_repeats_first_words() -> None:
    """It has the number of its claim and two lines of what that says, no label."""
    box = Box("a", "name", (Text("Sam", is_label=True), Text("word " * 40)))

    placed = reference(box.texts, 37)

    assert [line.number for line in placed.lines] == ["→ 37", ""]
    assert placed.lines[0].words.startswith("word")
    assert placed.lines[1].words.endswith("…")


def test_a_named_junction_has_room_for_its_name() -> None:
    """A junction of a named argument is a frame; others are a sign."""
    plain, named = (
        sized_junction(Junction("j", "name", SUPPORT, texts))
        for texts in ((), (Text("An argument", is_label=True),))
    )

    assert plain.size == (style.SMALL_JUNCTION, style.SMALL_JUNCTION)
    assert named.size[0] > named.lines[0].width + style.JUNCTION


@st.composite
def styled(draw: st.DrawFn) -> Text:
    """Draw a line of words with spans."""
    word = st.text("ab.-漢", min_size=1, max_size=9)
    words = " ".join(draw(st.lists(word, min_size=1, max_size=20)))
    return Text(words, spans=draw(spans_in(words)))


@given(styled(), st.sampled_from(["", "7", "→ 2000"]), st.sampled_from([90, 200]))
def test_spans_stay_with_their_words(each: Text, number: str, room: float) -> None:
    """On every line each letter looks as it does in the text, and there is room."""
    lines = broken([each], room, number=number).all

    shown = [letter for line in lines for letter in looks(line.words, line.spans)]
    meant = looks(each.words, each.spans)
    assert [one for one in shown if one[0] != " "] == [
        one for one in meant if one[0] != " "
    ]
    assert all(line.width <= room + 0.01 for line in lines)


@given(styled(), st.integers(1, 3))
def test_spans_of_what_is_cut(each: Text, most: int) -> None:
    """Before the ellipsis letters look as they do in the text."""
    *whole, last = broken([each], 60, max_lines=most).all

    shown = [letter for line in whole for letter in looks(line.words, line.spans)]
    shown += looks(last.words.removesuffix("…"), last.spans)
    meant = looks(each.words, each.spans)
    shown, meant = ([one for one in all_ if one[0] != " "] for all_ in (shown, meant))
    assert shown == meant[: len(shown)]


def test_bold_words_are_measured_bold() -> None:
    """A line with bold words in it is wider, and one all bold as wide as bold text."""
    words = "Rents rose by a third."
    (plain,) = broken([Text(words)]).all
    (bold,) = broken([Text(words, is_bold=True)]).all
    span = Span(0, len(words), is_bold=True)

    (all_bold,) = broken([Text(words, spans=(span,))]).all
    (half,) = broken([Text(words, spans=between([span], -6, 10))]).all

    assert plain.width < half.width < all_bold.width == bold.width


@given(st.lists(st.text("abil", min_size=1), min_size=9))
def test_bold_words_break_as_bold(words: list[str]) -> None:
    """A text that is bold from one end to the other has the lines of bold text."""
    text = " ".join(words)
    span = Span(0, len(text), is_bold=True)

    marked, bold = (
        [(line.words, line.width) for line in broken([each], 90).all]
        for each in (Text(text, spans=(span,)), Text(text, is_bold=True))
    )

    assert marked == bold
