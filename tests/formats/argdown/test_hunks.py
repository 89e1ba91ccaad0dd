"""Hunks in a text."""

from hypothesis import given, strategies as st

from argmap.formats.argdown.hunks import Foreign, Hunk, applied, in_order

TEXT = "0123456789"
hunks = st.lists(
    st.builds(
        lambda ends, words: Hunk(min(ends), max(ends), words),
        st.tuples(st.integers(0, 10), st.integers(0, 10)),
        st.sampled_from(["", "x", "yz"]),
    )
)


@given(hunks)
def test_all_outside_of_hunks_stays(listed: list[Hunk]) -> None:
    """A text is what its hunks leave of it, and their words."""
    kept = [*in_order(listed, 0, len(TEXT))]
    outside = [
        sign
        for place, sign in enumerate(TEXT)
        if not any(each.start <= place < each.end for each in kept)
    ]
    found = applied(TEXT, listed)
    assert [each for each in found if each.isdigit()] == outside
    assert len(found) == len(outside) + sum(len(each.words) for each in kept)


@given(hunks, st.integers(0, 9))
def test_what_is_kept_is_found_again(listed: list[Hunk], place: int) -> None:
    """A piece that no hunk touches stands where it is said to stand then."""
    piece = Foreign(place, place + 1, "")
    kept = [*in_order(listed, 0, len(TEXT))]
    moved = piece.behind(kept)
    is_touched = any(each.start < place + 1 and each.end > place for each in kept)
    assert (moved is None) == is_touched
    if moved:
        assert applied(TEXT, kept)[moved.start : moved.end] == TEXT[place]


def test_lines_of_hunks_end_as_wanted() -> None:
    """Whatever ended them, lines end alike."""
    assert Hunk(0, 1, "a\nb\r\nc\r").with_breaks("\r\n").words == "a\r\nb\r\nc\r\n"
