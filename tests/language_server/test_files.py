"""Lines and columns of a text, and changes of it."""

from hypothesis import given, strategies as st

from argmap.diagnostics import Span
from argmap.language_server.files import File, difference

LINES = st.lists(st.sampled_from(["a", "b", "\r", "\n", "\u2028", "👍"])).map("".join)


@given(LINES, st.integers(0, 20))
def test_an_offset_has_one_position(text: str, offset: int) -> None:
    """An offset and its line and column lead to each other; lines are the text."""
    file = File(None, text)
    offset = min(offset, len(text))

    assert file.offset(*file.position(offset)) == offset
    assert "".join(file.lines) == text
    assert file.line_start(offset) <= offset
    assert not {"\r", "\n"} & {*text[file.line_start(offset) : offset].rstrip("\r\n")}


def test_lines_of_all_kinds() -> None:
    """A line ends as its author's system ends it."""
    file = File(None, "a\r\nb\rc\n")

    assert file.lines == ["a\r\n", "b\r", "c\n", ""]
    assert [file.position(at) for at in (0, 3, 5, 7)] == [
        (0, 0),
        (1, 0),
        (2, 0),
        (3, 0),
    ]


def test_a_changed_file_has_the_path() -> None:
    """Only the text of a file changes as one types."""
    changed = File("a.argdown", "ab").changed(Span(1, 1), "-")

    assert (changed.path, changed.text) == ("a.argdown", "a-b")


@given(LINES, LINES)
def test_the_difference_makes_one_of_the_other(old: str, new: str) -> None:
    """Made in a text, the difference gives the other; it is nothing more than that."""
    edit = difference(old, new)

    assert edit.of(old) == new
    removed, added = edit.span.of(old), edit.text
    if removed and added:
        assert removed[0] != added[0]
        assert removed[-1] != added[-1]
