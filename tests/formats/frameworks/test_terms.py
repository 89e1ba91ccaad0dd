"""Laws of names in Aspartix."""

from hypothesis import example, given, strategies as st

from argmap.formats.frameworks.terms import is_nameable, quoted, unquoted

NAMES = st.text(st.characters() | st.sampled_from('ab1_A"\n .'), max_size=6)


@given(NAMES)
@example('"a"')
@example('"')
@example("")
def test_a_name_comes_back(name: str) -> None:
    """A name that can be written is read as the same."""
    if is_nameable(name):
        assert unquoted(quoted(name)) == name
        assert "\n" not in quoted(name)


@given(NAMES, NAMES)
def test_names_stay_apart(one: str, other: str) -> None:
    """Two names are never written alike."""
    if one != other and is_nameable(one) and is_nameable(other):
        assert quoted(one) != quoted(other)


def test_constants_have_no_marks() -> None:
    """What a solver takes for a constant stands as it is, all else in marks."""
    assert [quoted(each) for each in ("rose", "_a1", "12", '"a"')] == [
        *("rose", "_a1", "12", '"a"')
    ]
    assert [quoted(each) for each in ("Rose", "1a", "a b", "é")] == [
        *('"Rose"', '"1a"', '"a b"', '"é"')
    ]
    assert not any(map(is_nameable, ("", 'a"b', "a\nb")))
